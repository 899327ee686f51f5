/** Each rule of the audit on the sample of Changji: what it finds, and the sound sentence beside it in which it finds nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import { correctedText } from '../../../src/core/audit/corrected-text.ts';
import type { AuditFinding } from '../../../src/core/audit/claim.ts';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import { NO_FACTS } from '../../../src/core/tables/facts.ts';
import { auditSubjectOf, loadAccounts, narrate, narrativeFor, openWorkbook } from '../../../src/engine.ts';

const open = async (path: string) => openWorkbook(new Uint8Array(readFileSync(path)), path);
const [accounts] = loadAccounts(await open('assets/samples/changji-2023.xlsx'), await open('assets/samples/changji-2022.xlsx')).sets;
if (accounts === undefined) throw new Error('no accounts');
const subject = auditSubjectOf(accounts);
const own = narrate(accounts, narrativeFor(accounts));
const SOUND = [own.title, ...own.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(textOf)])].join('\n');

/** What is found beside the one hint that the sound text of this department has. */
function found(text: string): readonly AuditFinding[] {
  return audit(text, subject).findings.filter(({ message }) => !message['zh-CN'].startsWith('项目全年执行数'));
}

function changed(from: string | RegExp, to: string): readonly AuditFinding[] {
  const text = SOUND.replace(from, to);
  expect(text).not.toBe(SOUND);
  return found(text);
}

const chinese = (findings: readonly AuditFinding[]): readonly string[] => findings.map(({ message }) => message['zh-CN']);

describe('the audit', () => {
  it('finds nothing in the sound text', () => {
    expect(found(SOUND)).toEqual([]);
  });

  it.each([
    ['a figure', '885.19万元', '885.91万元', '按报表应为885.19万元'],
    ['a unit', '年末结转和结余45.52万元', '年末结转和结余45.52元', '数字相同，单位写错'],
    ['a share, with its arithmetic', '占72.83%', '占72.93%', '1,407.64 ÷ 1,932.86'],
    ['a direction', '比上年决算减少70.25万元', '比上年决算增加70.25万元', '方向词不符'],
    ['both options of a template', '比上年决算减少70.25万元', '比上年决算减增加70.25万元', '模板选项未删净'],
    ['last year', '2023年度支出总计', '2022年度支出总计', '年度不符'],
    ['the date of the assets', '截至2023年12月31日', '截至2022年12月31日', '年度不符'],
    ['another department', /昌吉回族自治州人民政府办公室(?=（行政)/, '某市财政局', '单位名称不符'],
    ['an item without money', '包括：办公费、', '包括：办公费、会议费、', '“会议费”没有金额'],
    ['an item left out', '包括：办公费、', '包括：', '漏列公开06表中有金额的科目：办公费'],
    ['a wrong number of offices', '下设10个处室', '下设11个处室', '按报表应为10个'],
    [
      'an empty table with money',
      /我单位本年度无政府性基金[^。]*。/,
      '本年度政府性基金预算财政拨款收入12.00万元，支出12.00万元。',
      '为空表，文中却写12.00万元',
    ],
    ['an empty table not spoken of', /我单位本年度无国有资本[^。]*。\n/, '', '为空表，此处应写明'],
    ['an item of 五（三） left out', /2\.一般公共服务支出[^\n]*事业运行[^\n]*\n/, '', '缺少报表要求说明的内容'],
  ] as const)('finds %s', (_name, from, to, message) => {
    expect(chinese(changed(from, to)).join('\n')).toContain(message);
  });

  it('asks about guests without money, where nobody has typed how many there were', () => {
    const text = SOUND.replace('国内公务接待0批次', '国内公务接待3批次');
    const { findings } = audit(text, auditSubjectOf({ ...accounts, facts: NO_FACTS }));
    expect(findings.find(({ text: words }) => words === '3批次')).toMatchObject({ verdict: 'hint', correction: undefined });
  });

  it('gives each fault once', () => {
    for (const [from, to] of [
      ['885.19万元，比', '885.91万元，比'],
      ['占72.83%', '占72.93%'],
      ['2023年度支出总计', '2022年度支出总计'],
      ['下设10个处室', '下设11个处室'],
    ] as const) {
      expect(chinese(changed(from, to)).length, from).toBe(1);
    }
  });

  it('accepts shorter names of items and departments, and lists that end in 等', () => {
    expect(changed('津贴补贴', '津补贴')).toEqual([]);
    expect(changed('因公出国（境）费用、', '因公出国（境）费、')).toEqual([]);
    expect(changed(/昌吉回族自治州人民政府办公室(?=（行政)/, '昌吉州政府办')).toEqual([]);
    expect(changed(/包括：办公费、[^。]*。/, '包括：办公费、印刷费等。')).toEqual([]);
  });

  it('puts the right words in place where one wording is certain, and nothing else', () => {
    const wrong = SOUND.replace('885.19万元', '885.91万元')
      .replace('下降7.35%', '下降7.53%')
      .replace('比上年决算减少21.04万元', '比上年决算增加21.04万元')
      .replace('2023年度支出总计', '2022年度支出总计')
      .replace('本年收入合计1,939.86万元，', '本年收入合计1,939.86万元，，')
      .replace('比上年决算增加200.43万元', '比上年决算增减少200.43万元')
      .replace('年末结转和结余45.52万元', '年末结转和结余45.52元');
    expect(found(wrong).length).toBeGreaterThanOrEqual(7);
    expect(correctedText(wrong, audit(wrong, subject).findings)).toBe(SOUND);
  });

  it('corrects nothing by a cell that does not hold itself', async () => {
    const [faulty] = loadAccounts(await open('assets/samples/changji-2023-faulty.xlsx')).sets;
    if (faulty === undefined) throw new Error('no accounts');
    const text = '一、收入支出决算总体情况说明\n2023年度支出总计1,978.38万元，其中：年末结转和结余45.52万元。\n';
    const [finding] = audit(text, auditSubjectOf(faulty)).findings;
    expect(finding).toMatchObject({ stated: '45.52万元', expected: '-45.52万元', correction: undefined });
    expect(finding?.message['zh-CN']).toContain('请先核对报表');
  });

  it('says every message in English without a Chinese word of its own', () => {
    const wrong = SOUND.replace('885.19万元', '885.91万元')
      .replace('增长12.14%', '增长21.14%')
      .replace('2023年度支出总计', '2022年度支出总计')
      .replace('占72.83%', '占72.93%')
      .replace('比上年决算减少21.04万元', '比上年决算增加21.04万元');
    const sheets = accounts.tables.map(({ sheet }) => sheet).sort((a, b) => b.length - a.length);
    for (const { message, stated, expected } of found(wrong)) {
      let rest = message.en
        .split(stated)
        .join('')
        .split(expected.replace(/^(?:增加|减少|增长|下降)/, ''))
        .join('');
      for (const sheet of sheets) rest = rest.split(sheet).join('');
      expect(rest).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

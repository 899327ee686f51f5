/** The command `audit` as a user runs it (核对说明): exit codes, encodings, Word documents, and what it says of files it cannot use. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx, paragraph, run } from '../support/docx.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const BOOK = ['--book', 'assets/samples/changji-2023.xlsx', '--prior', 'assets/samples/changji-2022.xlsx'];
const folder = join(temporaryFolder(), 'texts');
mkdirSync(folder);
const own = runCli('narrate', BOOK[1] ?? '', '--prior', BOOK[3] ?? '', '--text').stdout;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Report {
  readonly claims: number;
  readonly findings: readonly {
    line: number;
    text: string;
    stated: string;
    expected: string;
    verdict: string;
    sources: readonly object[];
    message: string;
  }[];
}

function findingsOf(path: string): { readonly code: number | null; readonly report: Report } {
  const { code, stdout } = runCli('audit', path, ...BOOK, '--json');
  return { code, report: JSON.parse(stdout) as Report };
}

describe('tieout audit', () => {
  it('ends with 0 on our own narrative; projects that executed more than was spent are a hint', () => {
    const { code, report } = findingsOf(file('own.txt', own));
    expect(report.findings.map(({ verdict }) => verdict)).toEqual(['hint']);
    expect(report.claims).toBeGreaterThan(180);
    expect(code).toBe(0);
  });

  it('names line, stated, expected and cells of a wrong figure, in UTF-16 with a full-width line break inside the figure', () => {
    const wrong = own.replace('占72.83%', '占７２.\n９３％');
    const { code, report } = findingsOf(file('utf16.txt', Buffer.from(`\uFEFF${wrong}`, 'utf16le')));
    const [finding] = report.findings;
    expect(code).toBe(1);
    expect(finding).toMatchObject({ stated: '72.93%', expected: '72.83%', verdict: 'broken' });
    expect(finding?.line).toBe(wrong.slice(0, wrong.indexOf('７２.')).split('\n').length);
    expect(finding?.sources.length).toBeGreaterThan(0);
  });

  it('finds both options, doubled punctuation, an empty reason, a wrong year and a project with another project’s money', () => {
    const faulty = own
      .replace('比上年决算减少70.25万元', '比上年决算减增加70.25万元')
      .replace('本年收入合计1,939.86万元，', '本年收入合计1,939.86万元，，')
      .replace('职业年金缴费比上年多，又新上了无纸化办公项目。', '。')
      .replace('2023年度支出总计', '2022年度支出总计')
      .replace('预算绩效管理取得的成效：', '预算绩效管理取得的成效：安排机关运行补助经费600万元；');
    const messages = findingsOf(file('faulty.txt', faulty))
      .report.findings.map(({ message }) => message)
      .join('\n');
    for (const word of ['减增加', '标点重复', '未写原因', '年度不符', '机关运行补助经费']) expect(messages).toContain(word);
  });

  it('understands the wording of Shanghai', () => {
    const base = ['narrate', BOOK[1] ?? '', '--prior', BOOK[3] ?? '', '--text', '--narrative', 'shanghai'];
    const shanghai = runCli(...base).stdout;
    const sound = findingsOf(file('shanghai.txt', shanghai)).report.findings;
    expect(sound.filter(({ verdict, text }) => verdict === 'broken' && !text.startsWith('【'))).toEqual([]);
    const { report } = findingsOf(file('shanghai-wrong.txt', shanghai.replace(/885\.19/, '885.91')));
    expect(report.findings.find(({ stated }) => stated === '885.91万元')).toMatchObject({ expected: '885.19万元', verdict: 'broken' });
  });

  it('computes a 完成率 from the budget and the final amount of its own sentence', () => {
    const item = (rate: string) =>
      `（三）一般公共预算财政拨款支出决算具体情况\n1.某类支出(类)某款(款)某项(项)：年初预算为900.00万元，支出决算为885.19万元，完成年初预算的${rate}。\n`;
    expect(findingsOf(file('rate.txt', item('98.35%'))).report.findings).toEqual([]);
    expect(findingsOf(file('wrong-rate.txt', item('98.46%'))).report.findings).toMatchObject([
      { stated: '98.46%', expected: '98.35%', verdict: 'broken', line: 2 },
    ]);
  });

  it('says only a hint of a share that is 0.01 off where the list adds to exactly 100.00', () => {
    const list = (basic: string) =>
      `三、支出决算情况说明\n本年支出1,932.86万元，其中：基本支出1,407.64万元，占72.83%；项目支出525.22万元，占${basic}。\n`;
    expect(findingsOf(file('shares.txt', list('27.17%'))).report.findings).toEqual([]);
    expect(findingsOf(file('off.txt', list('27.18%'))).report.findings.map(({ verdict }) => verdict)).toEqual(['broken']);
    const forced = list('27.16%').replace('72.83%', '72.84%');
    const { code, report } = findingsOf(file('forced.txt', forced));
    expect(report.findings.map(({ verdict }) => verdict)).toEqual(['hint', 'hint']);
    expect(code).toBe(0);
  });

  it('reads text, tables and footnotes of a .docx, and leaves out and mentions what a tracked change deletes', () => {
    const body =
      paragraph(run('三、支出决算情况说明')) +
      paragraph(
        `${run('本年支出1,93')}${run('2.86万元，其中：基本支出1,407.64万元，占72.83%；项目支出')}<w:del><w:r><w:delText>99.99</w:delText></w:r></w:del>${run('525.23万元，占28.17%。')}`,
      ) +
      `<w:tbl><w:tr><w:tc>${paragraph(run('合计'))}</w:tc><w:tc>${paragraph(run('3.50'))}</w:tc></w:tr></w:tbl>`;
    const path = file('text.docx', docx(body, `<w:footnote>${paragraph(run('注：无。'))}</w:footnote>`));
    const { code, stderr, stdout } = runCli('audit', path, ...BOOK, '--json');
    const { findings } = JSON.parse(stdout) as Report;
    expect(findings.map(({ stated, verdict }) => [stated, verdict])).toEqual([
      ['525.23万元', 'within-rounding'],
      ['28.17%', 'broken'],
    ]);
    expect(stderr).toContain('1 处未接受的删除修订');
    expect(code).toBe(1);
  });

  it('says in one line what is wrong with a .doc, a renamed workbook, a missing file or a missing book, and ends with 2', () => {
    const old = file('old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
    const renamed = file('renamed.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
    for (const path of [old, renamed, 'assets/samples/changji-2023.xlsx', join(folder, 'none.txt')]) {
      const { code, stderr, stdout } = runCli('audit', path, ...BOOK);
      expect([code, stdout, stderr.trim().split('\n').length], path).toEqual([2, '', 1]);
    }
    expect(runCli('audit', old, ...BOOK).stderr).toContain('另存为 .docx');
    expect(runCli('audit', file('b.txt', own)).code).toBe(2);
  });

  it('writes the corrected text: marked and listed for .txt, as tracked changes for .docx', () => {
    const wrong = own.replace('占72.83%', '占72.93%');
    const text = join(folder, 'right.txt');
    expect(runCli('audit', file('wrong.txt', wrong), ...BOOK, '--corrected', text).stderr).toContain('改正 1 处');
    const lines = readFileSync(text, 'utf8').split('\n');
    expect(lines.filter((line) => line.includes('占72.83%〔原：72.93%〕')).length).toBe(1);
    expect(lines).toContainEqual(expect.stringMatching(/^第 \d+ 行：“72\.93%”改为“72\.83%”$/));
    const sentence = wrong.split('\n').find((line) => line.includes('占72.93%')) ?? '';
    const document = file('wrong.docx', docx(paragraph(run('三、支出决算情况说明')) + paragraph(run(sentence))));
    const right = join(folder, 'right.docx');
    expect(runCli('audit', document, ...BOOK, '--corrected', right).code).toBe(1);
    expect(runCli('audit', right, ...BOOK)).toMatchObject({ code: 0 });
  });

  it('leaves to a person, as comments of the Word document, what it does not correct', () => {
    const sentence = (words: string): string => own.split('\n').find((line) => line.includes(words)) ?? '';
    const lines = [
      '一、收入支出决算总体情况说明',
      sentence('增加214.21万元').replace('主要原因是：', '主要原因是：。'),
      '三、支出决算情况说明',
      sentence('占72.83%').replace('占72.83%', '占72.93%'),
    ];
    const document = file('open.docx', docx(lines.map((text) => paragraph(run(text))).join('')));
    const right = join(folder, 'open-right.docx');
    expect(runCli('audit', document, ...BOOK, '--corrected', right).stderr).toContain('改正 1 处，批注 2 处');
    const comments = strFromU8(unzipSync(new Uint8Array(readFileSync(right)))['word/comments.xml'] ?? new Uint8Array());
    expect(comments).toContain('w:author="Tieout"');
    expect(comments).toContain('标点重复');
  });

  it('never writes the corrected text over its input or under a name that does not fit', () => {
    const path = file('same.txt', own);
    expect(runCli('audit', path, ...BOOK, '--corrected', path).code).toBe(2);
    expect(runCli('audit', path, ...BOOK, '--corrected', join(folder, 'x.docx')).stderr).toContain('.txt');
  });

  it('audits our own Word document, whose headings are numbered by Word', () => {
    const path = join(folder, 'own.docx');
    runCli('narrate', BOOK[1] ?? '', '--prior', BOOK[3] ?? '', '--docx', path);
    const { code, stdout } = runCli('audit', path, ...BOOK, '--json');
    const { findings, unplaced } = JSON.parse(stdout) as Report & { readonly unplaced: readonly object[] };
    expect([code, findings.map(({ verdict }) => verdict)]).toEqual([0, ['hint']]);
    expect(unplaced.length).toBeLessThanOrEqual(2);
  });

  it('finds the narrative in a sheet of the workbook itself, and says when there is none', () => {
    const path = join(folder, 'own.xlsx');
    runCli('narrate', BOOK[1] ?? '', '--prior', BOOK[3] ?? '', '--out', path);
    const { code, stderr, stdout } = runCli('audit', path);
    expect([code, stdout.includes('问题 0 处')]).toEqual([0, true]);
    expect(stderr).toContain('「决算公开说明」');
    const none = runCli('audit', BOOK[1] ?? '');
    expect([none.code, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('没有找到说明');
  });

  it('does not read what we say about the sheet ourselves: how many figures are doubtful is no claim', () => {
    const path = join(folder, 'own-faulty.xlsx');
    runCli('narrate', 'assets/samples/changji-2023-faulty.xlsx', '--out', path);
    const { unplaced } = JSON.parse(runCli('audit', path, '--json').stdout) as { readonly unplaced: readonly { readonly line: number }[] };
    expect(unplaced.filter(({ line }) => line <= 2)).toEqual([]);
  });

  it('reads standard input', () => {
    const { status } = spawnSync(process.execPath, ['src/cli/run.mjs', 'audit', '-', ...BOOK], { input: own, encoding: 'utf8' });
    expect(status).toBe(0);
  });
});

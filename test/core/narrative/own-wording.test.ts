/** An accountant's own wording: used where it can be, replaced by the standard with a clear message at its place where it cannot, whatever it holds. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planWording } from '../../../src/core/edits/plan-wording.ts';
import { narrate } from '../../../src/core/narrative/narrate.ts';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import { type OwnWording, withOwnWording, wordingPieces } from '../../../src/core/narrative/own-wording.ts';
import { composeTemplate, piecesOf } from '../../../src/core/narrative/pieces.ts';
import { readWording } from '../../../src/core/narrative/read-wording.ts';
import { sourcesOf } from '../../../src/core/narrative/sources.ts';
import { placeKey } from '../../../src/core/tables/facts.ts';
import { numberHeadings } from '../../../src/export/word-numbering.ts';
import { auditNarrative, loadAccounts, narrateBook, narratives, openWorkbook, applyEdits } from '../../../src/engine.ts';

const BYTES = new Uint8Array(readFileSync('assets/samples/changji-2023.xlsx'));
const book = await openWorkbook(BYTES, 'changji-2023.xlsx');
const [accounts] = loadAccounts(book).sets;
const [xinjiang] = narratives;
if (accounts === undefined || xinjiang === undefined) throw new Error('no accounts');
const KEY = '措辞/xinjiang/overall/1';
const standard = narrate(accounts, xinjiang);
const standardOf = (key: string): string => wordingPieces(xinjiang).find((piece) => piece.key === key)!.standard;

const reword = (text: string, key = KEY): OwnWording => withOwnWording(xinjiang, new Map([[key, text]]), accounts);
const textsOf = ({ definition }: OwnWording, section = 'overall'): readonly string[] =>
  narrate(accounts, definition)
    .sections.find(({ id }) => id === section)!
    .paragraphs.map(textOf);

const plan = (changes: Readonly<Record<string, string>>, workbook = book) => {
  const made = narrateBook(accounts, workbook, undefined, changes);
  return planWording(made.definition, made.wording, made.faults, made.headings);
};

describe('the paragraphs of a wording', () => {
  it('are together the templates of every wording', () => {
    for (const definition of narratives) {
      const whole = definition.sources.map((source) => ({
        ...source,
        template: composeTemplate(piecesOf(source.template), new Map()).template,
      }));
      const keys = wordingPieces(definition).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeGreaterThan(40);
      whole.forEach(({ template }, index) =>
        expect(template.split('\n').filter((line) => line.trim() !== '')).toEqual(
          definition.sources[index]!.template.split('\n').filter((line) => line.trim() !== ''),
        ),
      );
    }
  });

  it('leave the lines that only name quantities to the standard', () => {
    expect(wordingPieces(xinjiang).filter(({ standard }) => /^\s*\{% assign/.test(standard))).toEqual([]);
    expect(standardOf('措辞/xinjiang/income/1')).toMatch(/^本年收入\{\{ 合计 \| 金额 \}\}/);
  });
});

describe('an own wording', () => {
  it('is used, and its figures keep their cells', () => {
    const own = reword('全年收入共{{ 总表.收入总计 | 金额 }}。特此说明。');
    expect(own.faults).toEqual([]);
    const [first, ...others] = textsOf(own);
    expect(first).toMatch(/^全年收入共[\d,]+\.\d\d万元。特此说明。$/);
    expect(others).toEqual(
      standard.sections
        .find(({ id }) => id === 'overall')!
        .paragraphs.slice(1)
        .map(textOf),
    );
    const figure = narrate(accounts, own.definition)
      .sections.find(({ id }) => id === 'overall')!
      .paragraphs[0]!.spans.find(({ kind }) => kind === 'figure')!;
    expect(sourcesOf(figure)).toHaveLength(1);
  });

  it('may change words inside a loop over spending items', () => {
    const key = '措辞/xinjiang/general-budget-structure/1';
    const own = reword(standardOf(key).replace('占', '约占'), key);
    expect(own.faults).toEqual([]);
    const texts = textsOf(own, 'general-budget-structure');
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.every((text) => text.includes('约占'))).toBe(true);
  });

  it.each([
    ['甲\n收入{{ 总表.收入总汁 | 金额 }}', 2, 6, '没有名为“总表.收入总汁”的数据'],
    ['收入{{ 总表.收入总计 | 金颔 }}', 1, 3, '没有名为“金颔”的过滤器'],
    ['收入{{ 总表.收入总计 | 金额 ', 1, 3, '“{{ 总表.收入总计 | 金额”没有写完，缺少 }}'],
    ['收入{{ 总表.收入总计 }}', 1, 3, '“收入总计”要说明怎样输出，例如 | 金额'],
    ['{% if 总表.缺表 %}甲', 1, 1, '“{% if 总表.缺表 %}”没有结束标记'],
    ['甲{% endif %}', 1, 2, ''],
    ['{% include "甲" %}', 1, 1, '不能使用“{% include %}”'],
    ['{% for 甲 in (1..1000000000) %}甲{% endfor %}', 1, 1, '模板过大或循环过多，已停止'],
    ['{% for 甲 in (1..900) %}{% for 乙 in (1..900) %}甲{% endfor %}{% endfor %}', 1, 24, '模板过大或循环过多，已停止'],
    [`${'{% if 总表.缺表 %}'.repeat(5000)}甲${'{% endif %}'.repeat(5000)}`, 1, 1, '措辞过长'],
    [`${'{% if 总表.缺表 %}'.repeat(50)}甲${'{% endif %}'.repeat(50)}`, 1, 113, '嵌套不能超过 8 层'],
    ['甲'.repeat(5000), 1, 1, '措辞过长：5000 个字符，最多 4000 个'],
    ['甲\uE0003\uE001', 1, 2, '模板中有不可见的专用字符'],
  ])('that cannot be used gives way to the standard: %#', (text, line, column, message) => {
    const own = reword(text);
    expect(own.faults.map(({ key }) => key)).toEqual([KEY]);
    const [fault] = own.faults;
    expect([fault?.line, fault?.column]).toEqual([line, column]);
    expect(fault?.explanation['zh-CN']).toContain(message);
    expect(fault?.explanation.en).not.toBe('');
    expect(textsOf(own)).toEqual(textsOf({ definition: xinjiang, faults: [] }));
  });

  it('spoils no other paragraph of its section', () => {
    const texts = new Map([
      [KEY, '坏{{ 没有 }}'],
      ['措辞/xinjiang/overall/2', '支出{{ 总表.支出总计 | 金额 }}。'],
    ]);
    const own = withOwnWording(xinjiang, texts, accounts);
    expect(own.faults.map(({ key }) => key)).toEqual([KEY]);
    expect(textsOf(own)[1]).toMatch(/^支出[\d,.]+万元。$/);
  });

  it('asks for no fact that only a discarded wording would have needed', () => {
    const own = reword("{{ '别的/事情' | 事实 }}{{ 没有 }}");
    expect(narrate(accounts, own.definition).asks.map(({ key }) => key)).not.toContain('事实/别的/事情');
  });

  it('never stops the document, whatever it holds', () => {
    const parts = [
      '{{',
      '}}',
      '{%',
      '%}',
      ' if ',
      ' endif ',
      ' for 甲 in ',
      ' assign 合计 = ',
      '总表',
      '.收入总计',
      ' | 金额',
      '甲',
      '\n\n',
      '"',
      "'",
      ' else ',
      ' | 占比: ',
      '(1..9)',
    ];
    const pieces = wordingPieces(xinjiang);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 25 }), fc.nat(pieces.length - 1), (list, at) => {
        const { key } = pieces[at]!;
        const own = reword(list.join(''), key);
        const written = narrate(accounts, own.definition);
        if (own.faults.length > 0) expect(written.sections).toEqual(standard.sections);
        expect(written.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)).join('')).not.toMatch(/[\uE000-\uE001]/);
      }),
      { numRuns: 150, seed: 20_231 },
    );
  });
});

describe('an own heading', () => {
  const HEADING = '措辞/xinjiang/overall/标题';
  const headingOf = ({ definition }: OwnWording): string =>
    narrate(accounts, definition).sections.find(({ id }) => id === 'overall')!.heading;

  it.each([
    ['收支总体情况', '一、收支总体情况'],
    ['一、收支总体情况', '一、收支总体情况'],
    ['3．收支总体情况', '一、收支总体情况'],
    ['{{年度}}年度收支总体情况', '一、2023年度收支总体情况'],
  ])('«%s» is used behind the number of the wording', (text, expected) => {
    const own = reword(text, HEADING);
    expect(own.faults).toEqual([]);
    expect(headingOf(own)).toBe(expected);
    expect(textsOf(own)).toEqual(textsOf({ definition: xinjiang, faults: [] }));
  });

  it.each([
    ['一、收支{{ 年废 }}', 1, 8, '没有名为“年废”的数据'],
    ['收支{{ 年度 ', 1, 3, '没有写完'],
    ['收支\n情况', 2, 1, '标题只能有一行'],
    ['收'.repeat(101), 1, 1, '标题过长，最多 100 个字符'],
    ['{% if 总表.缺表 %}收支{% endif %}', 1, 1, '标题是空的'],
  ])('that cannot be used gives way to the standard: %#', (text, line, column, message) => {
    const own = reword(text, HEADING);
    expect(own.faults.map((fault) => [fault.key, fault.line, fault.column])).toEqual([[HEADING, line, column]]);
    expect(own.faults[0]!.explanation['zh-CN']).toContain(message);
    expect(headingOf(own)).toBe('一、收入支出决算总体情况说明');
  });

  it('and an own paragraph of the same section are used both', () => {
    const texts = new Map([
      [HEADING, '收支总体情况'],
      [KEY, '收入{{ 总表.收入总计 | 金额 }}。'],
    ]);
    const own = withOwnWording(xinjiang, texts, accounts);
    expect([own.faults, headingOf(own), textsOf(own)[0]]).toEqual([[], '一、收支总体情况', '收入1,978.38万元。']);
  });

  it('is numbered, listed in 目录 and judged by the audit as any other', async () => {
    const bytes = applyEdits(BYTES, [plan({ [HEADING]: '收支总体情况' })]);
    const workbook = await openWorkbook(bytes, 'b.xlsx');
    const { narrative } = narrateBook(accounts, workbook);
    expect(narrative.sections.map(({ heading }) => heading)).toEqual(
      standard.sections.map(({ id, heading }) => (id === 'overall' ? '一、收支总体情况' : heading)),
    );
    const heading = numberHeadings(narrative.sections)[narrative.sections.findIndex(({ id }) => id === 'overall')];
    expect(heading).toEqual({ text: '收支总体情况', numbered: true });
    const text = narrative.sections.flatMap((section) => [section.heading, ...section.paragraphs.map(textOf)]).join('\n');
    expect(auditNarrative(text, accounts, workbook).findings.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  });

  it('loses no typed line of 补充资料 whose mark is gone and that still names the standard heading', () => {
    const key = '原因/收入支出总体/与上年相比';
    const marked = [...accounts.facts].find(([one]) => one.endsWith(key))!;
    const bare = placeKey('一、收入支出决算总体情况说明', '收入支出总体与上年相比的主要原因');
    const facts = new Map([...accounts.facts].filter(([one]) => one !== marked[0]));
    facts.set(bare, { ...marked[1], key: bare });
    const { definition } = reword('收支总体情况', HEADING);
    expect(narrate({ ...accounts, facts }, definition).gaps.map(({ id }) => id)).not.toContain(key);
    facts.delete(bare);
    expect(narrate({ ...accounts, facts }, definition).gaps.map(({ id }) => id)).toContain(key);
  });
});

describe('the sheet 说明措辞', () => {
  const written = narrateBook(accounts, book);

  it('is read again from a file with what was typed into it, and keeps it when it is written again', async () => {
    const bytes = applyEdits(BYTES, [plan({ [KEY]: '全年收入共{{ 总表.收入总计 | 金额 }}。', '约定/千位分隔符': '无' })]);
    const reopened = await openWorkbook(bytes, 'b.xlsx');
    const { narrative, faults, wording } = narrateBook(accounts, reopened);
    expect(faults).toEqual([]);
    expect(narrative.sections.find(({ id }) => id === 'overall')!.paragraphs.map(textOf)[0]).toMatch(/^全年收入共\d{4,}\.\d\d万元。$/);
    expect(wording.own.size).toBe(2);
    const again = await openWorkbook(applyEdits(bytes, [plan({}, reopened)]), 'b.xlsx');
    expect(readWording(again).own).toEqual(wording.own);
    const back = await openWorkbook(applyEdits(bytes, [plan({ [KEY]: '', '约定/千位分隔符': '' }, reopened)]), 'b.xlsx');
    expect(narrateBook(accounts, back).narrative).toEqual(written.narrative);
    expect(loadAccounts(reopened).recognised.unrecognised.find(({ sheet }) => sheet === '说明措辞')?.reason).toBe('own-sheet');
  });

  it('says beside a text what is wrong with it, and beside a convention what may be chosen', () => {
    const { rows } = plan({ [KEY]: '收入{{ 总表.收入总汁 | 金额 }}', '约定/基数为零': '随便' }).content;
    const note = (key: string): unknown => rows.find((row) => row[5]?.value === key)?.[4]?.value;
    expect(note(KEY)).toBe('第 1 行第 6 个字符：没有名为“总表.收入总汁”的数据。已改用标准措辞。');
    expect(note('约定/基数为零')).toBe('请填“100%”或“不可比”，现按标准');
    expect(note('约定/千位分隔符')).toBe('可填：有、无');
  });

  it('takes 100% as Excel stores it', async () => {
    const { content } = plan({});
    const rows = content.rows.map((row) =>
      row[5]?.value === '约定/基数为零' ? row.map((cell, at) => (at === 3 ? { value: 1 } : cell)) : row,
    );
    const read = await openWorkbook(applyEdits(BYTES, [{ kind: 'write-sheet', content: { ...content, rows } }]), 'b.xlsx');
    expect(readWording(read).conventions).toEqual({ zeroBase: '100' });
  });
});

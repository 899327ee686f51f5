/** Our two sheets of text: 决算公开说明 with the source of every figure, 补充资料 with every question, and the way back from it. */
import { describe, expect, it } from 'vitest';
import { planNarrative } from '../../../src/core/edits/plan-narrative.ts';
import { planSupplement } from '../../../src/core/edits/plan-supplement.ts';
import type { SheetContent } from '../../../src/core/edits/sheet-content.ts';
import { rowHeight, textWidth } from '../../../src/core/edits/text-lines.ts';
import { narrate } from '../../../src/core/narrative/narrate.ts';
import { defineNarrative, USUAL_CONVENTIONS } from '../../../src/core/narrative/profile.ts';
import { readFacts } from '../../../src/core/tables/read-facts.ts';
import type { TableSet } from '../../../src/core/tables/table-set.ts';
import { sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { accounts, table } from '../narrative/tables.ts';
import { figure, finding } from './findings.ts';

const wording = defineNarrative({
  id: 'trial',
  name: { 'zh-CN': '试', en: 'trial' },
  title: '{{单位}}说明',
  conventions: USUAL_CONVENTIONS,
  sections: [
    { id: 'part', depth: 1, heading: '第一部分', template: '' },
    {
      id: 'overall',
      depth: 2,
      heading: '一、总体',
      template: "收入{{ 总表.收入总计 | 金额 }}，{{ 总表.收入总计 | 同比 }}，主要原因是：{{ '收入支出总体' | 原因: 总表.收入总计 }}。",
    },
    {
      id: 'cars',
      depth: 2,
      heading: '二、车辆',
      template:
        "{% assign 车 = '资产/车辆' | 填报数: '辆' %}{{ 车 | 数量 }}，{{ '收入支出总体' | 原因: 总表.收入总计 }}，{{ '其他/说明' | 选填: '无' }}，{{ 收入表.其他收入 | 金额 }}",
    },
  ],
});
const now = table('final-account-summary', { 'income-grand-total': { amount: '2' } });
const before = table('final-account-summary', { 'income-grand-total': { amount: '1' } }, { book: 'prior' });
const set = (facts: Readonly<Record<string, string | number>> = {}): TableSet => accounts([now], { prior: [before], facts });

const values = (content: SheetContent): readonly (readonly (string | number | null)[])[] =>
  content.rows.map((row) => row.map((cell) => cell?.value ?? null));

/** The hidden cell that says which paragraph a row is. */
const mark = (key: string): unknown => expect.stringMatching(new RegExp(`^¶${key}\\|`));

/** The sheet as a workbook would hold it after writing, with `typed` put into 内容 by 事项. */
function reread(content: SheetContent, typed: Readonly<Record<string, string | number>> = {}): TableSet {
  const rows = content.rows.map((row) =>
    row.map((cell, column) => (column === 2 ? (typed[String(row[1]?.value)] ?? cell?.value ?? null) : (cell?.value ?? null))),
  );
  return { ...set(), facts: readFacts({ name: 'b', sheets: [sheetFromRows(content.name, rows)], date1904: false }) };
}

describe('the sheet 决算公开说明', () => {
  const { content } = planNarrative(narrate(set({ '事实/资产/车辆': 17 }), wording));

  it('has a row for each heading and paragraph, and a cell for each figure that leads to its source', () => {
    expect(values(content).slice(2)).toEqual([
      ['第一部分', mark('part')],
      ['一、总体', mark('overall')],
      [
        '收入2.00万元，增加1.00万元，增长100.00%，主要原因是：【请填写：收入支出总体与上年相比的主要原因】。',
        mark('overall/income-grand-total'),
        '2.00万元 ← final-account-summary!C6',
        '1.00万元 ← final-account-summary!C6，上年 C6',
        '100.00% ← final-account-summary!C6，上年 C6',
        '【请填写：收入支出总体与上年相比的主要原因】',
      ],
      ['二、车辆', mark('cars')],
      [
        '17辆，【请填写：收入支出总体与上年相比的主要原因】，无，【缺少《收入决算表》】',
        mark('cars/事实/资产/车辆'),
        '17辆 ← 补充资料!C2',
        '【请填写：收入支出总体与上年相比的主要原因】',
        '【缺少《收入决算表》】',
      ],
    ]);
    expect(content.rows[4]?.[2]?.link).toEqual({ sheet: 'final-account-summary', row: 5, column: 2 });
  });

  it('colours the paragraphs that wait, and says how many', () => {
    expect(content.rows[4]?.[0]?.style).toBe('gap');
    expect(content.rows[1]?.[0]?.value).toContain('还有 2 处待补充');
  });

  it('warns of figures from cells that do not hold', () => {
    const cell = { book: 'current', sheet: 'final-account-summary', row: 5, column: 2 } as const;
    const wrong = finding(figure('甲', 0, 0, '9'), { dependants: [cell] });
    const narrated = narrate(set({ '事实/资产/车辆': 17, '原因/收入支出总体/与上年相比': '多了一项' }), wording);
    const warned = planNarrative(narrated, [wrong]).content;
    expect(warned.rows[1]?.[0]?.value).toMatch(/^有 3 个数字取自勾稽不符的单元格/);
    expect(warned.rows[4]?.map((part) => part?.style)).toEqual(['warning', 'note', 'warning', 'warning', 'warning', 'link']);
    const hint = planNarrative(narrated, [finding(figure('甲', 0, 0, '9'), { severity: 'warning', dependants: [cell] })]).content;
    expect(hint.rows[4]?.[0]?.style).toBe('paragraph');
  });

  it('has a height for every paragraph, counted in Chinese characters', () => {
    expect(textWidth('收入1.00万元')).toBe(12);
    expect([rowHeight('一', 10), rowHeight('一'.repeat(9), 10), rowHeight('一\n二\n三', 10)]).toEqual([20, 52, 52]);
    expect(content.heights?.has(4)).toBe(true);
    expect(rowHeight('一'.repeat(9999), 10)).toBe(409);
  });
});

describe('the sheet 补充资料', () => {
  const plan = (accountsSet: TableSet): SheetContent => planSupplement(narrate(accountsSet, wording), accountsSet).content;

  /** Without the check that begins each 标识. */
  const lines = (content: SheetContent) =>
    values(content).map((row) => row.map((value) => (typeof value === 'string' ? value.replace(/^[0-9a-z]{7}:/, '') : value)));
  const reasonKey = '2023/原因/收入支出总体/与上年相比';
  const reasonPlaces = '一、总体\n二、车辆';

  it('asks once for each fact, in the order of the document, and says what no typing can mend', () => {
    expect(lines(plan(set())).slice(2)).toEqual([
      ['章节', '事项', '内容', '单位', '说明', '标识', '上年内容', '用于'],
      ['一、总体', '收入支出总体与上年相比的主要原因', null, null, null, reasonKey, null, reasonPlaces],
      ['二、车辆', '车辆', null, '辆', null, '2023/事实/资产/车辆', null, '二、车辆'],
      ['二、车辆', '说明', null, null, '可不填。', '2023/事实/其他/说明', null, '二、车辆'],
      ['上年数', '上年收入总计（公开01）', 1, '万元', '可不填。取自上年决算报表', '2023/上年/公开01/收入总计', null, null],
      ['二、车辆', '先在报表中更正：缺少《收入决算表》'],
    ]);
    expect(
      plan(set())
        .rows.slice(3, 6)
        .map((row) => row[2]?.style),
    ).toEqual(['gap', 'gap', 'input']);
  });

  it('reads back what people type into it, and keeps it when it is written again', () => {
    const typed = { 收入支出总体与上年相比的主要原因: '多了一项', 车辆: 17 };
    const answered = reread(plan(set()), typed);
    expect(narrate(answered, wording).gaps.map(({ kind }) => kind)).toEqual(['table']);
    const again = plan(answered);
    expect(lines(again).slice(3, 5)).toEqual([
      ['一、总体', '收入支出总体与上年相比的主要原因', '多了一项', null, null, reasonKey, null, reasonPlaces],
      ['二、车辆', '车辆', 17, '辆', null, '2023/事实/资产/车辆', null, '二、车辆'],
    ]);
    expect(values(plan(reread(again)))).toEqual(values(again));
  });

  it('keeps what nothing uses at the end, and offers last year’s answer beside the same question', () => {
    const content = plan(set({ '事实/旧/话': '留着', '2022/原因/收入支出总体/与上年相比': '去年的' }));
    expect(lines(content)[7]).toEqual(['其他', '事实/旧/话', '留着', null, '本次未用到', '事实/旧/话', null, null]);
    expect(lines(content)[3]?.slice(2)).toEqual([null, null, null, reasonKey, '去年的', reasonPlaces]);
    expect(narrate(set({ '2022/原因/收入支出总体/与上年相比': '去年的' }), wording).gaps.map(({ id }) => id)).toContain(
      '原因/收入支出总体/与上年相比',
    );
    // It stays offered when the sheet is read and written again.
    expect(values(plan(reread(content)))).toEqual(values(content));
  });

  it('uses neither of two answers, and keeps both until one is deleted', () => {
    const both = set({ '事实/资产/车辆': 17, '2023/事实/资产/车辆': 15 });
    expect(narrate(both, wording).gaps.map(({ label }) => label)).toContain('补充资料!C3 的“15 / 17”不是数');
    const content = plan(both);
    expect(content.rows.map((row) => row[2]?.value).filter((value) => typeof value === 'number')).toEqual([1, 17, 15]);
    expect(
      narrate(reread(content), wording)
        .gaps.map(({ label }) => label)
        .join(''),
    ).toContain('15 / 17');
  });

  it('keeps a formula that somebody typed', () => {
    const facts = readFacts({
      name: 'b',
      sheets: [
        sheetFromRows('补充资料', [
          ['章节', '事项', '内容', '单位', '说明', '标识'],
          ['', '', { value: 17, formula: '10+7' }, '', '数过', '事实/资产/车辆'],
        ]),
      ],
      date1904: false,
    });
    const row = plan({ ...set(), facts }).rows.find((cells) => cells[2]?.value === 17);
    expect([row?.[2]?.formula, row?.[3]?.value, row?.[4]?.value]).toEqual(['10+7', '辆', '数过']);
  });
});

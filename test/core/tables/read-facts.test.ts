/** 补充资料 as people leave it: sorted, with rows inserted, columns moved, titles translated, units forgotten. */
import { describe, expect, it } from 'vitest';
import { findFact, placeKey } from '../../../src/core/tables/facts.ts';
import { isSupplementSheet, readFacts } from '../../../src/core/tables/read-facts.ts';
import { type Cell, type CellValue, type Sheet, sheetFromRows } from '../../../src/core/workbook/workbook.ts';

type Rows = readonly (readonly (Cell | CellValue)[])[];
const HEAD = ['章节', '事项', '内容', '单位', '说明', '标识'];
const LINES: Rows = [
  ['四、财政拨款', '年初预算数', 1857.37, '万元', '', '年初预算/财政拨款收支'],
  ['四、财政拨款', '主要原因', '多安排了资金', '', '', '原因/财政拨款收支/与上年相比'],
  ['七、三公', '保有量', '15', '辆', '', '事实/三公经费/公务用车保有量'],
];

function read(rows: Rows, name = '补充资料') {
  return readFacts({ name: 'book.xlsx', sheets: [sheetFromRows(name, rows)], date1904: false });
}

function values(rows: Rows, name?: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...read(rows, name)].map(([key, fact]) => [
      key,
      fact.figure?.reading.kind === 'number' ? fact.figure.reading.value.toString() : fact.text,
    ]),
  );
}

const EXPECTED = {
  '年初预算/财政拨款收支': '18573700',
  '原因/财政拨款收支/与上年相比': '多安排了资金',
  '事实/三公经费/公务用车保有量': '15',
};

describe('reading 补充资料', () => {
  it('reads what was typed, money in 元', () => {
    expect(values([HEAD, ...LINES])).toEqual(EXPECTED);
  });

  it('finds the lines wherever they have gone', () => {
    const shuffled = [...LINES].reverse().flatMap((line) => [line, [], ['']]);
    expect(values([['补充资料（2023年度）'], ['说明文字'], [], HEAD, ...shuffled])).toEqual(EXPECTED);
  });

  it('finds the columns wherever they have gone', () => {
    const moved = [HEAD, ...LINES].map(([section, item, content, unit, note, key]) =>
      [key, note, content, unit, null, section, item].map((cell) => cell ?? null),
    );
    expect(values(moved)).toEqual(EXPECTED);
  });

  it('reads a sheet whose titles were translated and whose name was changed', () => {
    expect(values([['Section', 'Item', 'Content', 'Unit', 'Note', 'Key'], ...LINES], 'Facts')).toEqual(EXPECTED);
  });

  it('binds by section and item where the 标识 is gone', () => {
    const facts = read([HEAD.slice(0, 5), ['四、财政拨款', '年初预算数', 1857.37, '万元', ''], ['', '主要原因', '多安排了资金', '', '']]);
    expect(facts.get(placeKey('四、财政拨款', '年初预算数'))?.figure?.reading).toMatchObject({ kind: 'number' });
    // The blank 章节 of a merged cell repeats the one above.
    expect(findFact(facts, '原因/x/与上年相比', 2023, [{ section: '四、财政拨款 ', item: '主要原因：' }])?.text).toBe('多安排了资金');
  });

  it('leaves out lines that nobody has filled, and sheets that are something else', () => {
    expect(values([HEAD, ['一', '甲', null, '万元', '', '事实/甲/甲'], ['一', '乙', '  ', '', '', '事实/乙/乙']])).toEqual({});
    const tasks: Sheet = sheetFromRows('任务', [
      ['事项', '内容'],
      ['开会', '周一'],
    ]);
    expect(isSupplementSheet(tasks)).toBe(false);
  });

  it.each([
    ['1,857.37', '万元', '18573700'],
    ['１８５７．３７', '万元', '18573700'],
    ['1857.37万元', '万元', '18573700'],
    // The unit somebody typed is the unit he meant.
    ['18,573,700元', '万元', '18573700'],
    ['17辆', '辆', '17'],
    ['0', '批次', '0'],
  ])('reads %s under the unit %s', (text, unit, value) => {
    expect(values([HEAD, ['一', '数', text, unit, '', '事实/一/数']])).toEqual({ '事实/一/数': value });
  });

  it('knows a number of nothing and words from a number', () => {
    const facts = read([
      HEAD,
      ['一', '数', '十七', '辆', '', '事实/一/数'],
      ['一', '错', { value: { error: '#REF!' } }, '辆', '', '事实/一/错'],
    ]);
    expect(facts.get('事实/一/数')?.figure).toBeUndefined();
    expect(facts.get('事实/一/错')?.figure?.reading).toEqual({ kind: 'unreadable', text: '#REF!' });
  });

  it('takes neither of two numbers for one thing, and loses neither', () => {
    const facts = read([HEAD, ['一', '数', 15, '辆', '', '事实/一/数'], ['一', '数', 17, '辆', '', '事实/一/数']]);
    expect(facts.get('事实/一/数')?.figure?.reading).toEqual({ kind: 'unreadable', text: '15 / 17' });
    expect(facts.get('事实/一/数')?.disagreeing?.map(({ text }) => text)).toEqual(['15', '17']);
    expect(values([HEAD, ...LINES, ...LINES])).toEqual(EXPECTED);
  });

  it('does not take last year’s answers for this year’s', () => {
    const facts = read([HEAD, ['一', '数', 15, '辆', '', '2022/事实/一/数']]);
    expect(findFact(facts, '事实/一/数', 2023)).toBeUndefined();
    expect(findFact(facts, '事实/一/数', 2022)?.text).toBe('15');
  });
});

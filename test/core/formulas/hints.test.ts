/** What the formulas of a workbook say of its lines (公式作证): sums, means and SUBTOTALs as they were meant, and nothing where that is not certain. */
import { describe, expect, it } from 'vitest';
import { discoverRelations } from '../../../src/core/discovery/discover.ts';
import { ordinaryFigures } from '../../../src/core/findings/ordinary-figures.ts';
import { hintsOf } from '../../../src/core/formulas/hints.ts';
import { sheetFormulas } from '../../../src/core/formulas/sheet-formulas.ts';
import { type Cell, sheetFromRows } from '../../../src/core/workbook/workbook.ts';

type Value = string | number | Cell;
type More = Parameters<typeof sheetFromRows>[2];

const f = (formula: string, value: number): Cell => ({ formula, value });

function said(rows: readonly (readonly Value[])[], more?: More): readonly string[] {
  const { row, column } = hintsOf(sheetFormulas(sheetFromRows('表', rows, more)));
  return [...row, ...column].map(({ formula: { operator, aggregate, parts } }) => `${operator} ${aggregate} = ${parts.join(' ')}`);
}

const QUARTERS: readonly (readonly Value[])[] = [
  ['科室', '一季度', '二季度', '三季度', '四季度', '参考'],
  ['文书科', 12, 15, 11, 14, f('AVERAGE(B2:E2)', 13)],
  ['行政科', 31, 36, 28, 37, f('AVERAGE(B3:E3)', 33)],
  ['信息科', 8, 5, 9, 6, f('AVERAGE(B4:E4)', 7)],
];

describe('a mean', () => {
  it('is read off AVERAGE, whatever its line is called', () => {
    expect(said(QUARTERS)).toEqual(['average 5 = 1 2 3 4']);
  });

  it('is then seen by discovery, which without the formula would not believe it', () => {
    const rows = [
      [1250.25, 1830.5, 1640.75, 1422.5],
      [310.4, 365.8, 283.2, 377.4],
    ].map((values, at) => {
      const mean = Number((values.reduce((sum, one) => sum + one, 0) / 4).toFixed(4));
      return [`科室${at + 1}`, ...values, f(`AVERAGE(B${at + 2}:E${at + 2})`, mean)];
    });
    const sheet = sheetFromRows('表', [QUARTERS[0]!, ...rows]);
    const { grid } = ordinaryFigures(sheet, { date1904: false });
    const means = (hints?: ReturnType<typeof hintsOf>): number =>
      discoverRelations(grid, hints === undefined ? {} : { hints }).filter(({ operator }) => operator === 'average').length;
    expect([means(), means(hintsOf(sheetFormulas(sheet)))]).toEqual([0, 2]);
  });

  it('of digits kept as text, or as a part of a formula, says nothing', () => {
    const text = QUARTERS.map((cells) => cells.map((cell, column) => (column === 2 && typeof cell === 'number' ? String(cell) : cell)));
    expect(said(text)).toEqual([]);
    const more = QUARTERS.map((cells) => cells.map((cell) => (typeof cell === 'object' ? f(`${cell.formula ?? ''}*2`, 26) : cell)));
    expect(said(more)).toEqual([]);
  });

  it('is no maximum', () => {
    const largest = QUARTERS.map((cells) =>
      cells.map((cell) => (typeof cell === 'object' ? f((cell.formula ?? '').replace('AVERAGE', 'MAX'), 15) : cell)),
    );
    expect(said(largest)).toEqual([]);
  });
});

describe('SUBTOTAL', () => {
  const rows = (inner: string): readonly (readonly Value[])[] => [
    ['项目', '上年', '本年'],
    ['甲', 10, 20],
    ['乙', 30, 40],
    ['小计', f(`${inner}B2:B3)`, 40), f(`${inner}C2:C3)`, 60)],
    ['丙', 5, 6],
    ['合计', f('SUBTOTAL(9,B2:B5)', 45), f('SUBTOTAL(109,C2:C5)', 66)],
  ];

  it('adds up its range without the SUBTOTALs in it', () => {
    expect(said(rows('SUBTOTAL(9,'))).toEqual(['sum 3 = 1 2', 'sum 5 = 1 2 4']);
    expect(said(rows('SUM('))).toEqual(['sum 3 = 1 2', 'sum 5 = 1 2 3 4']);
  });

  it('says nothing where rows are hidden, for it may pass over them', () => {
    expect(said(rows('SUBTOTAL(9,'), { hiddenRows: new Set([2]) })).toEqual([]);
  });
});

/** Formula faults (公式差错): each kind is found where it stands, and what every sound workbook does is left alone. */
import { describe, expect, it } from 'vitest';
import { formulaFindings } from '../../../src/core/findings/formula-findings.ts';
import { ordinaryFigures } from '../../../src/core/findings/ordinary-figures.ts';
import { cellAddress } from '../../../src/core/workbook/address.ts';
import { type Cell, sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { cpuTime } from '../../support/cpu-time.ts';

type Value = string | number | Cell;

/** A formula with the value that Excel last computed. */
const f = (formula: string, value: number): Cell => ({ formula, value });

function faults(rows: readonly (readonly Value[])[]): readonly string[] {
  const sheet = sheetFromRows('表', rows);
  const findings = formulaFindings(sheet, ordinaryFigures(sheet, { date1904: false }).exactAt, { rounding: 'tolerated' });
  return findings.map(({ check, cell, severity }) => `${check} ${cellAddress(cell)} ${severity}`);
}

describe('a range that stops short', () => {
  const rows = (total: Cell, beside: Cell): readonly (readonly Value[])[] => [
    ['项目', '上半年', '下半年'],
    ['甲', 10, 40],
    ['乙', 20, 50],
    ['丙', 30, 60],
    ['合计', total, beside],
  ];

  it('is an error where the column beside it adds up all', () => {
    expect(faults(rows(f('SUM(B2:B3)', 30), f('SUM(C2:C4)', 150)))).toEqual(['formula-range-short B5 error']);
  });

  it('along a whole row is one question for a person', () => {
    expect(faults(rows(f('SUM(B2:B3)', 30), f('SUM(C2:C3)', 90)))).toEqual(['formula-range-short B5 warning']);
  });

  it('is none before an «of which» line, a subtotal or a blank', () => {
    const last = (label: string, cell: Value): readonly string[] =>
      faults([
        ['项目', '金额'],
        ['甲', 10],
        ['乙', 20],
        [label, cell],
        ['合计', f('SUM(B2:B3)', 30)],
      ]);
    expect(last('其中：乙', 5)).toEqual([]);
    expect(last('小计', f('SUM(B2:B3)', 30))).toEqual([]);
    expect(last('', '')).toEqual([]);
  });
});

describe('cells unlike their neighbours', () => {
  const column = (odd: Value, label = '丙'): readonly (readonly Value[])[] => [
    ['项目', '单价', '数量', '金额'],
    ['甲', 2, 3, f('B2*C2', 6)],
    ['乙', 4, 5, f('B3*C3', 20)],
    [label, 6, 7, odd],
    ['丁', 8, 9, f('B5*C5', 72)],
    ['戊', 1, 2, f('B6*C6', 2)],
  ];

  it('a typed number is a question where it is another amount, a hint where it is the same', () => {
    expect(faults(column(40))).toEqual(['formula-typed-number D4 warning']);
    expect(faults(column(42))).toEqual(['formula-typed-number D4 info']);
  });

  it('another formula is a question where it gives another amount', () => {
    expect(faults(column(f('B4+C4', 13)))).toEqual(['formula-differs D4 warning']);
    expect(faults(column(f('C4*B4', 42)))).toEqual([]);
  });

  it('an opening balance, a total and a function of its own are intended', () => {
    expect(faults(column(40, '期初结存'))).toEqual([]);
    expect(faults(column(f('SUM(D2:D3)', 26), '小计'))).toEqual([]);
    expect(faults(column(f('VLOOKUP(A4,X:Y,2,0)', 40)))).toEqual([]);
  });

  it('a row of typed numbers through formulas is intended', () => {
    const rows = [1, 2, 3, 4, 5].map((row): readonly Value[] =>
      row === 3 ? ['调整数', 5, 5, 5, 5] : [`项${row}`, row, f(`B${row}*2`, row * 2), f(`B${row}*3`, row * 3), f(`B${row}*4`, row * 4)],
    );
    expect(faults(rows)).toEqual([]);
  });
});

describe('sums', () => {
  it('a subtotal with its parts is counted twice; SUBTOTAL and halves are the usual ways round it', () => {
    const rows = (first: Cell, total: Cell): readonly (readonly Value[])[] => [
      ['项目', '金额'],
      ['甲', 10],
      ['乙', 20],
      ['小计', first],
      ['丙', 5],
      ['合计', total],
    ];
    expect(faults(rows(f('SUM(B2:B3)', 30), f('SUM(B2:B5)', 65)))).toEqual(['formula-counted-twice B6 error']);
    expect(faults(rows(f('SUBTOTAL(9,B2:B3)', 30), f('SUBTOTAL(9,B2:B5)', 35)))).toEqual([]);
    expect(faults(rows(f('SUM(B2:B3)', 30), f('B4+B5', 35)))).toEqual([]);
  });

  it('digits as text are passed over by SUM; a year above the figures is no amount', () => {
    expect(
      faults([
        ['项目', '金额'],
        ['甲', '10'],
        ['乙', 20],
        ['合计', f('SUM(B2:B3)', 20)],
      ]),
    ).toEqual(['formula-text-number B2 error']);
    expect(
      faults([
        ['项目', '2023'],
        ['甲', 10],
        ['乙', 20],
        ['合计', f('SUM(B1:B3)', 30)],
      ]),
    ).toEqual([]);
  });

  it('a running total over a long column costs no more for each row', () => {
    const rows = Array.from({ length: 4000 }, (_, row): readonly Value[] => [`${row}日`, 1, f(`SUM($B$1:B${row + 1})`, row + 1)]);
    const start = cpuTime();
    expect(faults(rows)).toEqual([]);
    expect(cpuTime() - start).toBeLessThan(5000);
  });
});

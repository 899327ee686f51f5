/** One slip put into a sound table is found where it is, with the figure that was there; a sound table gives nothing. */
import { describe, expect, it } from 'vitest';
import { findFaults } from '../../../src/core/discovery/find-faults.ts';
import { noise, table } from './table-text.ts';

/** Regions by years, totals below and to the right. */
function regions(): string[][] {
  const random = noise(20240607);
  const names = ['North', 'South', 'East', 'West', 'Centre', 'Coast', 'Isles'];
  const figures = names.map(() => [0, 1, 2, 3].map(() => 1000 + Math.floor(random() * 9000)));
  const rows = figures.map((row, k) => [names[k] ?? '', ...[...row, sum(row)].map(String)]);
  const totals = [0, 1, 2, 3].map((column) => sum(figures.map((row) => row[column] ?? 0)));
  return [['Region', 'Q1', 'Q2', 'Q3', 'Q4', 'Year'], ...rows, ['Total', ...[...totals, sum(totals)].map(String)]];
}

const sum = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0);

function changed(row: number, column: number, change: (text: string) => string): string[][] {
  return regions().map((cells, r) => cells.map((cell, c) => (r === row && c === column ? change(cell) : cell)));
}

describe('a table with totals both ways', () => {
  it('gives nothing when it is sound', () => {
    expect(findFaults(regions())).toEqual([]);
  });

  it.each([
    ['a sign', 3, 2, (text: string) => `-${text}`, 'sign'],
    ['a digit too many', 2, 4, (text: string) => `${text}0`, 'power-of-ten'],
    ['元 for 万元', 5, 1, (text: string) => `${text}0000`, 'unit'],
    ['two digits swapped', 4, 3, (text: string) => `${text[1] ?? ''}${text[0] ?? ''}${text.slice(2)}`, 'digits-swapped'],
    ['one digit wrong', 1, 1, (text: string) => `${text[0] ?? ''}${(Number(text[1]) + 4) % 10}${text.slice(2)}`, 'digit-wrong'],
    ['a stale total', 8, 2, (text: string) => String(Number(text) - 1357), 'other'],
  ])('finds %s', (_name, row, column, change, slip) => {
    const before = Number(regions()[row]?.[column]);
    const [first, ...others] = findFaults(changed(row, column, change));
    expect(others).toEqual([]);
    expect(first).toMatchObject({ cell: [row, column], slip });
    expect(first?.repair).toBe(before);
  });

  it('finds a row that was dropped, though no sum holds any more', () => {
    const grid = regions().filter((_, row) => row !== 4);
    const [first] = findFaults(grid.map((row) => row.slice(0, 5)));
    expect(first).toMatchObject({ cell: [7, expect.any(Number)], slip: 'missing-row' });
    expect(first?.relation?.parts).toHaveLength(6);
  });
});

describe('a line whose name has the word of a statistic or a price in it', () => {
  it.each(['最低生活保障', '最高人民法院', '地方差额补助', '标准差旅费', '价格临时补贴'])('is a line of amounts: %s', (name) => {
    const row = [name, '1203', '2145', '3377', '4519', '12244'];
    expect(findFaults([...regions().slice(0, -1), row])).toMatchObject([{ cell: [8, expect.any(Number)] }]);
  });
});

describe('no false alarm', () => {
  it('on display rounding', () => {
    const grid = table(`
      Year  | North | South | West | All
      2021  | 10.4  | 21.7  | 35.6 | 67.8
      2022  | 11.9  | 23.2  | 37.7 | 72.7
      2023  | 13.3  | 26.8  | 39.1 | 79.2
      2024  | 14.1  | 27.7  | 40.3 | 82.2`);
    expect(findFaults(grid)).toEqual([]);
  });

  it('on a column of prices among columns of amounts', () => {
    const grid = table(`
      Goods | Pieces | Price | Turnover | Tax
      Bolts | 1210   | 3.15  | 3811.50  | 724.19
      Nuts  | 2315   | 1.27  | 2940.05  | 558.61
      Nails | 901    | 7.43  | 6694.43  | 1271.94
      Total | 4426   | 3.04  | 13445.98 | 2554.74`);
    expect(findFaults(grid)).toEqual([]);
  });

  it('on a list that has no totals', () => {
    const random = noise(99);
    const grid = Array.from({ length: 30 }, (_, k) => [`row ${k}`, ...[1, 2, 3, 4].map(() => String(Math.floor(random() * 9000)))]);
    expect(findFaults(grid)).toEqual([]);
  });
});

describe('figures whose sums doubles cannot hold', () => {
  const rows = (slip: string): string[][] =>
    table(`
      项目 | 一季度 | 二季度 | 三季度 | 四季度 | 预算
      甲 | 2426843988064.87 | 2126794090586.50 | 2407288224875.61 | 2507000989850.70 | 2368340955842.70
      乙 | 3014991102337.99 | 2027877194552.81 | 2082839832950.64 | 3097376027557.06 | ${slip}
      丙 | 2673940328987.29 | 2773197260828.70 | 2732301455710.52 | 3163685855063.14 | 2901721035967.17
      合计 | 8115775419390.15 | 6927868545968.01 | 7222429513536.77 | 8768062872470.90 | 7306179551871.40`);

  it('hold to the last 分', () => {
    expect(findFaults(rows('2036117560061.53'))).toEqual([]);
  });

  it('are wrong by one 角', () => {
    const [first] = findFaults(rows('2036117560061.63'));
    expect(first?.relation?.total).toEqual([4, 5]);
  });
});

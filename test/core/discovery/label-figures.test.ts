/** Which figures are names (标签数字): years and 栏次 above the amounts are, wages near 2000 and counts of one, two and three are not. */
import { describe, expect, it } from 'vitest';
import { discoverRelations } from '../../../src/core/discovery/discover.ts';
import { findFaults } from '../../../src/core/discovery/find-faults.ts';
import { table, tell } from './table-text.ts';

const told = (text: string): readonly string[] => discoverRelations(table(text)).map(tell);

describe('amounts that look like names', () => {
  it('wages and allowances near 2000 are added up', () => {
    const wages = `
      姓名 | 基本工资 | 补贴
      张一 | 2000 | 1950
      李二 | 1980 | 2010
      王三 | 2300 | 1500
      赵四 | 2050 | 1990
      钱五 | 1850 | 1720
      孙六 | 1990 | 2000
      合计 | 12170 | 11170`;
    expect(told(wages)).toEqual(['sum 7,1 = 1,1 2,1 3,1 4,1 5,1 6,1', 'sum 7,2 = 1,2 2,2 3,2 4,2 5,2 6,2']);
    expect(findFaults(table(wages))).toEqual([]);
  });

  it.each([
    ['first', ['一科 | 1 | 2 | 3', '二科 | 4 | 3 | 7', '三科 | 2 | 5 | 7']],
    ['in the middle', ['二科 | 4 | 3 | 7', '一科 | 1 | 2 | 3', '三科 | 2 | 5 | 7']],
  ])('one man, two women, three in all are counted when they stand %s', (_, rows) => {
    const staff = ['科室 | 男 | 女 | 合计', ...rows, '合计 | 7 | 10 | 17'].join('\n');
    expect(told(staff)).toEqual(expect.arrayContaining(['sum 4,1 = 1,1 2,1 3,1', 'sum 4,2 = 1,2 2,2 3,2', 'sum 4,3 = 1,3 2,3 3,3']));
    expect(findFaults(table(staff))).toEqual([]);
  });
});

describe('lines with a name under columns that are named', () => {
  it('hold amounts: 2015 people at the beginning, 2016 at the end', () => {
    const staff = `
      单位 | 期初人数 | 期末人数
      一厂 | 2015 | 2016
      二厂 | 2311 | 2290
      三厂 | 1877 | 1902
      四厂 | 988 | 1003
      合计 | 7191 | 7211`;
    expect(told(staff)).toEqual(['sum 5,1 = 1,1 2,1 3,1 4,1', 'sum 5,2 = 1,2 2,2 3,2 4,2']);
    expect(findFaults(table(staff))).toEqual([]);
  });

  it('hold amounts: 2000 in both months', () => {
    const cars = `
      车辆 | 一月 | 二月
      甲 | 2000 | 2000
      乙 | 1500 | 1800
      丙 | 1700 | 1650
      合计 | 5200 | 5450`;
    expect(told(cars)).toEqual(['sum 4,1 = 1,1 2,1 3,1', 'sum 4,2 = 1,2 2,2 3,2']);
    expect(findFaults(table(cars))).toEqual([]);
  });

  it('hold counts: one to five', () => {
    const months = `
      部门 | 1月 | 2月 | 3月 | 4月 | 5月
      一科 | 1 | 2 | 3 | 4 | 5
      二科 | 4 | 3 | 7 | 2 | 9
      三科 | 2 | 5 | 7 | 1 | 6
      合计 | 7 | 10 | 17 | 7 | 20`;
    expect(told(months)).toContain('sum 4,5 = 1,5 2,5 3,5');
    expect(findFaults(table(months))).toEqual([]);
  });
});

describe('names', () => {
  const blocks = (second: string): string => `
    Income  | 2023 | 2022
    Sales   | 8412 | 7930
    Rent    | 1277 | 1305
    Total   | 9689 | 9235
    ${second}
    Wages   | 3391 | 2984
    Energy  | 2018 | 2216
    Total   | 5409 | 5200`;

  it.each(['Expenses | 2023 | 2022', 'Expenses | |'])('two blocks, the second under «%s»', (second) => {
    const sums = told(blocks(second)).filter((one) => one.startsWith('sum'));
    expect(sums).toEqual(expect.arrayContaining(['sum 3,1 = 1,1 2,1', 'sum 3,2 = 1,2 2,2', 'sum 7,1 = 5,1 6,1', 'sum 7,2 = 5,2 6,2']));
    expect(sums.filter((one) => /[ ,]4,/.test(one))).toEqual([]);
  });

  it('栏次 under the headings', () => {
    const found = told(`
      科室 | 男 | 女 | 合计
      栏次 | 1 | 2 | 3
      一科 | 14 | 22 | 36
      二科 | 41 | 33 | 74
      三科 | 25 | 57 | 82
      合计 | 80 | 112 | 192`);
    expect(found).toContain('sum 5,1 = 2,1 3,1 4,1');
    expect(found.filter((one) => one.includes(' 1,'))).toEqual([]);
  });
});

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

/** Where one figure follows a rule of its own nothing is said; a slip beside it is found all the same, with the figure that makes every sum exact. */
import { describe, expect, it } from 'vitest';
import { findFaults } from '../../../src/core/discovery/find-faults.ts';
import { table } from './table-text.ts';

const MARKS = `
  单位 | 基础得分 | 加分 | 扣分 | 最终得分
  一科 | 81.4 | 1.2 | 0.0 | 82.6
  二科 | 76.3 | 0.0 | 0.0 | 76.3
  三科 | 90.7 | 2.5 | 0.0 | 93.2
  四科 | 88.1 | 0.4 | 0.0 | 88.5
  五科 | 79.9 | 3.1 | 0.0 | 83.0
  六科 | 84.6 | 0.7 | 2.3 | 83.0`;

describe('a figure that only one line has', () => {
  it('is taken off there', () => {
    expect(findFaults(table(MARKS))).toEqual([]);
  });

  it('hides no slip in another line', () => {
    expect(findFaults(table(MARKS.replace('93.2', '39.2')))).toMatchObject([{ cell: [3, 4], repair: 93.2 }]);
  });
});

const PAIRS = [
  [6_021, 5_223],
  [7_412, 1_309],
  [2_118, 8_843],
  [9_377, 4_026],
  [3_591, 6_614],
  [4_839, 2_257],
  [8_243, 7_719],
  [5_166, 3_482],
  [1_934, 9_551],
  [6_785, 4_398],
];

/** Two columns and their sum, `typed` in the first line. */
function sums(typed: number): string[][] {
  const rows = PAIRS.map(([a = 0, b = 0], k) => [`单位${k + 1}`, String(a), String(b), String(k === 0 ? typed : a + b)]);
  return [['单位', '人员经费', '公用经费', '合计'], ...rows];
}

describe('where nothing is rounded', () => {
  it('the repair is exact, not one off because its digits look swapped', () => {
    expect(findFaults(sums(11_254))).toMatchObject([{ cell: [1, 3], repair: 11_244 }]);
  });
});

describe('round figures', () => {
  it.each([
    [2, 1, '20,013'],
    [3, 2, '40,307'],
  ])('make the odd one the first suspect', (row, column, typed) => {
    const grid = table(`
      项目 | 2022 | 2023 | 2024
      办公费 | 12,000 | 14,500 | 17,600
      差旅费 | 20,300 | 21,900 | 25,200
      维修费 | 38,400 | 40,700 | 41,100
      培训费 | 9,800 | 8,100 | 7,700
      合计 | 80,500 | 85,200 | 91,600`);
    const faulty = grid.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? typed : cell)));
    expect(findFaults(faulty)[0]?.cell).toEqual([row, column]);
  });
});

describe('a column of balances', () => {
  const accounts = (total: string): string[][] =>
    table(`
      账户 | 本年收入 | 本年支出 | 年末余额
      基本户 | 120,331 | 98,204 | 61,417
      零余额户 | 84,212 | 91,775 | 12,938
      专户 | 40,909 | 22,386 | 30,672
      工会户 | 15,683 | 11,240 | 8,154
      合计 | 261,135 | 223,605 | ${total}`);

  it('is added up like the others, and its total may be wrong', () => {
    expect(findFaults(accounts('113,181'))).toEqual([]);
    expect(findFaults(accounts('131,181'))).toMatchObject([{ cell: [5, 3], repair: 113_181 }]);
  });

  it('of a ledger ends with the last of them', () => {
    expect(findFaults(accounts('8,154'))).toEqual([]);
  });
});

describe('growth on a negative base', () => {
  it('is printed as a share of its absolute value', () => {
    const grid = table(`
      项目 | 2023 | 2024 | 增长率
      营业收入 | 8,120 | 9,034 | 11.3%
      投资收益 | 645 | 512 | -20.6%
      其他收入 | 377 | 409 | 8.5%
      政府补助 | 1,204 | 1,350 | 12.1%
      营业外净额 | -280 | -147 | 47.5%`);
    expect(findFaults(grid)).toEqual([]);
  });
});

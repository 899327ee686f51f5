/** Two tables that tell the same figures: in other units they agree, and the one that differs is named with both addresses. */
import { describe, expect, it } from 'vitest';
import { findDisagreements } from '../../../src/core/discovery/across-tables.ts';
import { linesOf } from '../../../src/core/discovery/lines.ts';
import { readGrid } from '../../../src/core/discovery/number-grid.ts';
import { table } from './table-text.ts';

const named = (name: string, grid: string[][]) => ({ name, ...linesOf(readGrid(grid)) });

const income = (wages: string): string[][] =>
  table(`
    项目 | 上年（万元） | 本年（万元）
    工资 | 3127.15 | ${wages}
    差旅 | 811.40  | 773.06
    会议 | 259.33  | 301.92
    合计 | 4197.88 | 4486.70`);

const ledger = table(`
  项目 | 本年（元）  | 上年（元）
  合计 | 44867040.00 | 41978810.00
  工资 | 34117231.55 | 31271498.12
  会议 | 3019211.07  | 2593288.40
  差旅 | 7730597.38  | 8114023.48`);

describe('figures told twice', () => {
  it('agree up to unit and rounding', () => {
    const found = findDisagreements([named('表一', income('3411.72')), named('明细', ledger)]);
    expect(found).toEqual([]);
  });

  it('name the one that differs', () => {
    const found = findDisagreements([named('表一', income('3141.72')), named('明细', ledger)]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      first: { table: '表一', cell: [1, 2], value: 3141.72 },
      second: { table: '明细', cell: [2, 1] },
      factor: 10_000,
      agreements: 7,
      slip: 'digits-swapped',
    });
  });

  it('say nothing about tables that only share their words', () => {
    const other = table(`
      项目 | 上年 | 本年
      工资 | 71   | 83
      差旅 | 12   | 17
      会议 | 9    | 4
      合计 | 92   | 104`);
    expect(findDisagreements([named('表一', income('3411.72')), named('人数', other)])).toEqual([]);
  });
});

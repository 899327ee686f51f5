/** Small tables of our own, one for each kind of relation: what sums to what, what is a share, a growth rate, a mean, a running total. */
import { describe, expect, it } from 'vitest';
import { discoverRelations } from '../../../src/core/discovery/discover.ts';
import { table, tell } from './table-text.ts';

const told = (text: string): readonly string[] => discoverRelations(table(text)).map(tell);

describe('sums', () => {
  it('with the total below and to the right, without any word for it', () => {
    const found = told(`
      | A    | B    | C
      x | 1203 | 447  | 1650
      y | 2518 | 911  | 3429
      z | 3377 | 1286 | 4663
        | 7098 | 2644 | 9742`);
    expect(found).toContain('sum 1,3 = 1,1 1,2');
    expect(found).toContain('sum 4,1 = 1,1 2,1 3,1');
    expect(found).toContain('sum 4,3 = 1,3 2,3 3,3');
    expect(found).toHaveLength(7);
  });

  it('level by level: the grand total is the sum of the subtotals, not of everything', () => {
    const found = told(`
      Item      | Q1   | Q2   | Q3
      Apples    | 1217 | 1319 | 1433
      Pears     | 2243 | 2351 | 2459
      Subtotal  | 3460 | 3670 | 3892
      Chairs    | 517  | 619  | 723
      Tables    | 829  | 937  | 1041
      Subtotal  | 1346 | 1556 | 1764
      Total     | 4806 | 5226 | 5656`);
    expect(found).toContain('sum 7,1 = 3,1 6,1');
    expect(found).toContain('sum 6,3 = 4,3 5,3');
    expect(found.filter((one) => one.startsWith('sum 7,'))).toHaveLength(3);
  });

  it('over columns with shares between them, and the shares themselves', () => {
    const found = told(`
      Place | Total | Boys | %    | Girls | %
      A     | 1711  | 823  | 48.1 | 888   | 51.9
      B     | 2933  | 1507 | 51.4 | 1426  | 48.6
      C     | 4127  | 1999 | 48.4 | 2128  | 51.6
      D     | 987   | 611  | 61.9 | 376   | 38.1`);
    expect(found).toContain('sum 2,1 = 2,2 2,4');
    expect(found).toContain('division 3,3 = 3,2 3,1');
    expect(found).toContain('division 4,5 = 4,4 4,1');
  });

  it('within display rounding', () => {
    const found = told(`
      Year  | North | South | West | All
      first | 10.4  | 21.7  | 35.6 | 67.8
      next  | 11.9  | 23.2  | 37.7 | 72.7
      last  | 13.3  | 26.8  | 39.1 | 79.2`);
    expect(found).toContain('sum 1,4 = 1,1 1,2 1,3');
    expect(found).toContain('sum 2,4 = 2,1 2,2 2,3');
  });
});

describe('differences, growth and means', () => {
  it('a change is the difference of two years, and its rate', () => {
    const found = told(`
      Item  | 2023年 | 2024年 | 增减额 | 增长率
      工资  | 41250  | 44137  | 2887   | 7.00%
      差旅  | 7312   | 6981   | -331   | -4.53%
      培训  | 2843   | 3517   | 674    | 23.71%
      会议  | 1627   | 1211   | -416   | -25.57%`);
    expect(found).toContain('difference 1,3 = 1,2 1,1');
    expect(found).toContain('relative-change 2,4 = 2,1 2,2');
  });

  it('a mean beside the total of the same parts', () => {
    const found = told(`
      Pupil   | Maths | French | Music
      Ann     | 71    | 64     | 88
      Bea     | 55    | 93     | 47
      Cem     | 92    | 38     | 61
      Average | 72.67 | 65.00  | 65.33`);
    expect(found).toContain('average 4,1 = 1,1 2,1 3,1');
    expect(found).toContain('average 4,3 = 1,3 2,3 3,3');
  });

  it('a running total, and shares of one grand total', () => {
    const found = told(`
      Month | Sales | Cumulative | Share
      Jan   | 1217  | 1217       | 15.7%
      Feb   | 2033  | 3250       | 26.2%
      Mar   | 1871  | 5121       | 24.1%
      Apr   | 983   | 6104       | 12.7%
      May   | 1659  | 7763       | 21.4%
      Total | 7763  |            | 100.0%`);
    expect(found).toContain('sum 3,2 = 2,2 3,1');
    expect(found).toContain('division 2,3 = 2,1 6,1');
  });
});

describe('traps', () => {
  it('years, serial numbers and codes are no amounts', () => {
    const found = told(`
      No. | Code | 2021 | 2022 | 2023
      1   | 101  | 523  | 611  | 734
      2   | 102  | 477  | 392  | 588
      3   | 103  | 914  | 857  | 1023
      4   | 104  | 266  | 318  | 207`);
    expect(found).toEqual([]);
  });

  it('columns in one proportion prove nothing by adding up', () => {
    const found = told(`
      Town | half | whole | three halves
      A    | 411  | 822   | 1233
      B    | 537  | 1074  | 1611
      C    | 629  | 1258  | 1887
      D    | 748  | 1496  | 2244`);
    expect(found.filter((one) => one.startsWith('average'))).toEqual([]);
  });

  it('a formula that is already known needs no arithmetic', () => {
    const grid = table(`
      a | 3 | 4
      b | 2 | 2
      c | 9 | 8`);
    const formula = { operator: 'sum', aggregate: 2, parts: [0, 1], factor: 1 } as const;
    expect(discoverRelations(grid)).toEqual([]);
    const good = table(`
      a | 3 | 4
      b | 2 | 2
      c | 5 | 6`);
    const hints = { row: [], column: [{ formula, witness: 'formula' as const }] };
    expect(discoverRelations(good, { hints }).map(tell)).toContain('sum 2,1 = 0,1 1,1');
  });
});

describe('means that a heading names', () => {
  it('of the columns of that name, wherever they stand', () => {
    const found = told(`
      Group | Visits | Score | 平均 Visits | Visits | Score | Visits
      a     | 17     | 61    | 24.33      | 25     | 84    | 31
      b     | 28     | 75    | 40.67      | 41     | 67    | 53
      c     | 12     | 93    | 27.00      | 33     | 58    | 36
      d     | 36     | 42    | 30.33      | 19     | 77    | 36
      e     | 45     | 88    | 37.33      | 22     | 91    | 45`);
    expect(found).toContain('average 3,3 = 3,1 3,4 3,6');
  });

  it('no mean is claimed where a column is nought because others are opposite', () => {
    const found = told(`
      Post | Booked | Open | Left
      a    | 0      | 8171 | -8171
      b    | 0      | 2953 | -2953
      c    | 0      | 7317 | -7317
      d    | 0      | 1179 | -1179
      e    | 0      | 6343 | -6343`);
    expect(found.filter((one) => one.startsWith('average'))).toEqual([]);
  });
});

describe('of two copies of a line', () => {
  it('the closer one is meant', () => {
    const far = told(`
      Item           | 2022 | 2023 | 2024
      Total assets   | 8123 | 9277 | 9931
      Rate of bank   | 2.1  | 2.3  | 2.4
      Staff          | 41   | 47   | 52
      Loans          | 2417 | 2951 | 3307
      Capital        | 5706 | 6326 | 6624
      Total funds    | 8123 | 9277 | 9931`);
    expect(far.filter((one) => one.startsWith('sum 1,'))).toEqual([]);
    expect(far).toContain('sum 6,2 = 4,2 5,2');
  });
});

/** “三公”经费合计 = 出国 + 车辆 + 接待，车辆 = 购置 + 运行, for the budget, the actual and, where printed, last year's figures (公开07). */
import { describe, expect, it } from 'vitest';
import { threePublicExpenses } from '../../src/checks/three-public-expenses.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

describe('three-public-expenses', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(threePublicExpenses, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(4);
  });

  it('sees the vehicles', () => {
    expect(review(threePublicExpenses, withValues(CHANGJI, { 'three-public-expenses/vehicle-purchase/actual': '36.73' })).broken).toEqual([
      'vehicles/actual',
    ]);
  });

  it('sees the budget', () => {
    expect(review(threePublicExpenses, withValues(CHANGJI, { 'three-public-expenses/reception/budget': 28 })).broken).toEqual([
      'total/budget',
    ]);
  });
});

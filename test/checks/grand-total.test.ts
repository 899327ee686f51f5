/** 总计 = 本年合计 + 结转结余. */
import { describe, expect, it } from 'vitest';
import { grandTotal } from '../../src/checks/grand-total.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

describe('grand-total', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(grandTotal, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(7);
  });

  it('sees the opening balance', () => {
    expect(review(grandTotal, withValues(CHANGJI, { 'final-account-summary/opening-balance/amount': '83.52' })).broken).toEqual([
      'income-grand-total/amount',
    ]);
  });

  it('sees a total of 公开04', () => {
    expect(review(grandTotal, withValues(CHANGJI, { 'fiscal-appropriation-summary/closing-balance/total': 5 })).broken).toEqual([
      'expenditure-grand-total/total',
    ]);
  });
});

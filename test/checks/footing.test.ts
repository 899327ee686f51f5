/** 本年收入合计 = Σ各项收入，本年支出合计 = Σ各项支出: the two summary tables (公开01, 公开04) add up. */
import { describe, expect, it } from 'vitest';
import { footing } from '../../src/checks/footing.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, RICH, review } from './review.ts';

describe('footing', () => {
  it('holds in the accounts of a department with every kind of money', () => {
    const { held, broken, notJudged } = review(footing, RICH);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(8);
  });

  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(footing, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(8);
  });

  it('sees a line of 公开01', () => {
    expect(review(footing, withValues(CHANGJI, { 'final-account-summary/210/amount': '95.59' })).broken).toEqual([
      'expenditure-total/amount',
    ]);
  });

  it('sees an opening balance of 公开04', () => {
    expect(review(footing, withValues(RICH, { 'fiscal-appropriation-summary/opening-balance-general/amount': 12 })).broken).toEqual([
      'opening-balance/amount',
    ]);
  });
});

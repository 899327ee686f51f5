/** 收入总计 = 支出总计. */
import { describe, expect, it } from 'vitest';
import { balance } from '../../src/checks/balance.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

describe('balance', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(balance, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(5);
  });

  it('sees the two sides of 公开01', () => {
    expect(review(balance, withValues(CHANGJI, { 'final-account-summary/income-grand-total/amount': '1987.38' })).broken).toEqual([
      'expenditure-grand-total/amount',
    ]);
  });

  it('sees one fund of 公开04', () => {
    expect(review(balance, withValues(CHANGJI, { 'fiscal-appropriation-summary/general-budget/amount': '1784.02' })).broken).toEqual([
      'expenditure-grand-total/general',
    ]);
  });
});

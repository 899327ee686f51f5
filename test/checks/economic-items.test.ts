/** 301 = Σ301xx …，人员经费合计 = 301 + 303，公用经费合计 = 302 + 307 + 310 + …. */
import { describe, expect, it } from 'vitest';
import { economicItems } from '../../src/checks/economic-items.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

describe('economic-items', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(economicItems, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(8);
  });

  it('sees an item of 301', () => {
    expect(review(economicItems, withValues(CHANGJI, { 'general-budget-basic-expenditure/30102/amount': '26.92' })).broken).toEqual([
      '301/amount',
    ]);
  });

  it('sees 公用经费合计', () => {
    expect(
      review(economicItems, withValues(CHANGJI, { 'general-budget-basic-expenditure/operating-total/amount': '207.64' })).broken,
    ).toEqual(['operating-total/amount']);
  });
});

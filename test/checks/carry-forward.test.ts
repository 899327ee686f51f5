/** 本年年初 = 上年年末. */
import { describe, expect, it } from 'vitest';
import { carryForward } from '../../src/checks/carry-forward.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, CHANGJI_LAST_YEAR, review } from './review.ts';

describe('carry-forward', () => {
  it('needs last year', () => {
    expect(review(carryForward, CHANGJI)).toMatchObject({ held: 0, broken: [] });
    expect(review(carryForward, { ...CHANGJI, prior: CHANGJI_LAST_YEAR })).toMatchObject({ held: 7, broken: [] });
  });

  it('sees an opening balance that is not last year’s closing one, as something a person must look at', () => {
    const { broken, suspects } = review(carryForward, {
      ...withValues(CHANGJI, { 'final-account-summary/opening-balance/amount': '35.82' }),
      prior: CHANGJI_LAST_YEAR,
    });
    expect(broken).toEqual(['opening-balance/amount']);
    expect(suspects).toEqual(['warning opening-balance/amount']);
  });

  it('sees it by fund', () => {
    expect(
      review(carryForward, {
        ...withValues(CHANGJI, { 'fiscal-appropriation-summary/opening-balance-fund/amount': 3 }),
        prior: CHANGJI_LAST_YEAR,
      }).broken,
    ).toEqual(['opening-balance-fund/amount']);
  });
});

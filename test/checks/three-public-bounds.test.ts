/** “三公”经费不超出其来源. */
import { describe, expect, it } from 'vitest';
import { threePublicBounds } from '../../src/checks/three-public-bounds.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

describe('three-public-bounds', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(threePublicBounds, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(5);
  });

  it('sees the basic part of a kind', () => {
    expect(review(threePublicBounds, withValues(CHANGJI, { 'general-budget-basic-expenditure/30217/amount': 1 })).broken).toEqual([
      '30217/amount',
    ]);
  });

  it('sees all fiscal expenditure', () => {
    expect(review(threePublicBounds, withValues(CHANGJI, { 'three-public-expenses/total/actual': '10751.00' })).broken).toEqual([
      'total/actual',
    ]);
  });
});

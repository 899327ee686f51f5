/** 财政拨款是全部收支的一部分. */
import { describe, expect, it } from 'vitest';
import { fiscalPart } from '../../src/checks/fiscal-part.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, RICH, review } from './review.ts';

describe('fiscal-part', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(fiscalPart, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(100);
  });

  it('holds in the accounts of a department with every kind of money', () => {
    const { held, broken, notJudged } = review(fiscalPart, RICH);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(100);
  });

  it('sees a function of 公开04', () => {
    expect(review(fiscalPart, withValues(CHANGJI, { 'fiscal-appropriation-summary/210/total': '95.59' })).broken).toEqual(['210/total']);
  });

  it('sees a code of 公开05', () => {
    expect(review(fiscalPart, withValues(CHANGJI, { 'general-budget-expenditure/2080505/basic': '141.18' })).broken).toEqual([
      '2080505/basic',
    ]);
  });

  it('sees the opening balance', () => {
    expect(review(fiscalPart, withValues(CHANGJI, { 'fiscal-appropriation-summary/opening-balance/amount': 40 })).broken).toEqual([
      'opening-balance/amount',
    ]);
  });
});

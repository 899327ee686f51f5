/** 每行合计 = Σ各列. */
import { describe, expect, it } from 'vitest';
import { crossFooting } from '../../src/checks/cross-footing.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, RICH, review } from './review.ts';

describe('cross-footing', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(crossFooting, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(100);
  });

  it('holds in the accounts of a department with every kind of money', () => {
    const { held, broken, notJudged } = review(crossFooting, RICH);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(100);
  });

  it('sees a row of 公开03', () => {
    expect(review(crossFooting, withValues(CHANGJI, { 'expenditure/2080505/basic': '141.18' })).broken).toEqual(['2080505/total']);
  });

  it('sees a row of 公开04', () => {
    expect(review(crossFooting, withValues(CHANGJI, { 'fiscal-appropriation-summary/210/general': '95.59' })).broken).toEqual([
      '210/total',
    ]);
  });

  it('sees a row of 公开08', () => {
    expect(review(crossFooting, withValues(RICH, { 'government-fund/2120899/basic': 3 })).broken).toEqual(['2120899/total']);
  });
});

/** 表间勾稽. */
import { describe, expect, it } from 'vitest';
import { tieOut } from '../../src/checks/tie-out.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, RICH, review } from './review.ts';

describe('tie-out', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(tieOut, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(30);
  });

  it('holds in the accounts of a department with every kind of money', () => {
    const { held, broken, notJudged } = review(tieOut, RICH);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(30);
  });

  it('sees 公开01 and 公开02', () => {
    expect(review(tieOut, withValues(CHANGJI, { 'income/total/other-income': '68.53' })).broken).toEqual(['total/other-income']);
  });

  it('sees 公开05 and 公开04', () => {
    expect(review(tieOut, withValues(CHANGJI, { 'general-budget-expenditure/210/total': '95.59' })).broken).toEqual(['210/total']);
  });

  it('sees 公开05 and 公开06', () => {
    expect(review(tieOut, withValues(CHANGJI, { 'general-budget-expenditure/total/basic': '1470.64' })).broken).toEqual(['total/basic']);
  });
});

/** 合计 = Σ类, 类 = Σ款, 款 = Σ项. */
import { describe, expect, it } from 'vitest';
import { codeHierarchy } from '../../src/checks/code-hierarchy.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, RICH, review } from './review.ts';

describe('code-hierarchy', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(codeHierarchy, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(190);
  });

  it('holds in the accounts of a department with every kind of money', () => {
    const { held, broken, notJudged } = review(codeHierarchy, RICH);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(300);
  });

  it('sees an item', () => {
    expect(review(codeHierarchy, withValues(CHANGJI, { 'general-budget-expenditure/2080505/total': '114.81' })).broken).toEqual([
      '20805/total',
    ]);
  });

  it('sees a class', () => {
    expect(review(codeHierarchy, withValues(CHANGJI, { 'expenditure/210/basic': '95.59' })).broken).toEqual(['total/basic', '210/basic']);
  });
});

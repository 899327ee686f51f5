/** 执行率 = 全年执行数 ÷ 全年预算数, wherever an evaluation form prints one; a blank or «—» where there is no budget is right. */
import { describe, expect, it } from 'vitest';
import { executionRate } from '../../src/checks/execution-rate.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

describe('execution-rate', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(executionRate, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(5);
  });

  it('sees a rate', () => {
    expect(review(executionRate, withValues(CHANGJI, { 'department-self-evaluation/source-total/rate': '96.70' })).broken).toEqual([
      'source-total/rate',
    ]);
  });

  it('sees the amount under it', () => {
    expect(review(executionRate, withValues(CHANGJI, { 'project-self-evaluation/funds-total/executed': '475.91' })).broken).toEqual([
      'funds-total/rate',
    ]);
  });
});

/** 预算执行得分. */
import { describe, expect, it } from 'vitest';
import { executionScore } from '../../src/checks/execution-score.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

describe('execution-score', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(executionScore, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(5);
  });

  it("sees the department's score", () => {
    expect(review(executionScore, withValues(CHANGJI, { 'department-self-evaluation/source-total/score': '9.97' })).broken).toEqual([
      'source-total/score',
    ]);
  });

  it("sees a project's score", () => {
    expect(review(executionScore, withValues(CHANGJI, { 'project-self-evaluation/funds-total/score': '4.80' })).broken).toEqual([
      'funds-total/score',
    ]);
  });
});

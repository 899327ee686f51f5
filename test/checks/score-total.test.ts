/** 分值合计 100，总分 = Σ得分. */
import { describe, expect, it } from 'vitest';
import { scoreTotal } from '../../src/checks/score-total.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

describe('score-total', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(scoreTotal, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(13);
  });

  it('sees a total score', () => {
    expect(review(scoreTotal, withValues(CHANGJI, { 'project-self-evaluation/score-total/score': '94.80' })).broken).toEqual([
      'score-total/score',
    ]);
  });

  it('sees the weights', () => {
    expect(review(scoreTotal, withValues(CHANGJI, { 'project-self-evaluation/score-total/weight': 110 })).broken).toEqual([
      'score-total/weight',
      'score-total/weight',
    ]);
  });
});

/** 同一事实前后一致. */
import { describe, expect, it } from 'vitest';
import { indicatorConsistency } from '../../src/checks/indicator-consistency.ts';
import { formsWith, formWith, type Line } from './forms.ts';
import { RICH, review } from './review.ts';

const VISITS: Line = ['走访慰问困难户', '=120户', '=60户', 5, 0];

describe('indicator-consistency', () => {
  it('is silent where facts agree', () => {
    expect(review(indicatorConsistency, RICH).findings).toEqual([]);
    expect(review(indicatorConsistency, formWith(VISITS, ['走访慰问困难户完成率', '=100%', '=50%', 5, 0])).findings).toEqual([]);
    expect(review(indicatorConsistency, formWith(VISITS, ['培训完成率', '=100%', '=100%', 5, 5])).findings).toEqual([]);
    expect(
      review(indicatorConsistency, formsWith([['体检人数', '=83人', '=65人', 6, 4.7]], [['体检人数', '=83人', '=65人', 10, 7.83]]))
        .findings,
    ).toEqual([]);
  });

  it.each([
    ['a full 完成率 beside a count that was not reached', formWith(VISITS, ['走访慰问困难户完成率', '=100%', '=100%', 5, 5])],
    [
      'a full 覆盖率 beside people who are missing',
      formWith(['参加体检的人数（人）', '=83人', '=65人', 10, 4.58], ['工会会员体检覆盖率（%）', '=100%', '=100%', 10, 10]),
    ],
    [
      'one result scored in two ways',
      formsWith([['体检人数', '=83人', '=65人', 6, 4.7]], [['体检人数（人）', '=83 人', '=65人', 10, 4.58]]),
    ],
  ])('sees %s', (_, accounts) => {
    expect(review(indicatorConsistency, accounts).findings.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

/** 自评表与决算表. */
import { describe, expect, it } from 'vitest';
import { selfEvaluationTieOut } from '../../src/checks/self-evaluation-tie-out.ts';
import { withoutTables, withValues } from '../support/tables.ts';
import { CHANGJI, RICH, review } from './review.ts';

describe('self-evaluation-tie-out', () => {
  it('holds in 元 accounts with forms in 万元', () => {
    expect(review(selfEvaluationTieOut, RICH)).toMatchObject({ held: 5, broken: [] });
  });

  it('sees the contradictions of the seed as warnings', () => {
    const { broken, findings } = review(selfEvaluationTieOut, CHANGJI);
    expect(broken).toEqual(['source-prefecture/executed', 'source-other/executed', 'total/project']);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('sees a budget that is not the total of 公开01', () => {
    expect(review(selfEvaluationTieOut, withValues(RICH, { 'department-self-evaluation/source-total/full-budget': 1 })).broken).toContain(
      'source-total/full-budget',
    );
  });

  it('says nothing where a table is missing', () => {
    expect(review(selfEvaluationTieOut, withoutTables(RICH, ['expenditure', 'government-fund', 'final-account-summary']))).toMatchObject({
      held: 0,
      broken: [],
    });
  });
});

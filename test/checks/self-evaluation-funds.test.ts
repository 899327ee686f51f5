/** 自评表资金: 合计 = Σ资金来源，年度资金总额 = 当年财政拨款 + 上年结转 + 其他资金，执行数 ≤ 全年预算数. */
import { describe, expect, it } from 'vitest';
import { selfEvaluationFunds } from '../../src/checks/self-evaluation-funds.ts';
import { withValues } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

describe('self-evaluation-funds', () => {
  it('holds in the accounts of the seed', () => {
    const { held, broken, notJudged } = review(selfEvaluationFunds, CHANGJI);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(20);
  });

  it('sees a source', () => {
    expect(
      review(selfEvaluationFunds, withValues(CHANGJI, { 'department-self-evaluation/source-other/full-budget': '64.55' })).broken,
    ).toEqual(['source-total/full-budget']);
  });

  it('sees more spent than there was', () => {
    expect(
      review(
        selfEvaluationFunds,
        withValues(CHANGJI, {
          'project-self-evaluation/funds-total/executed': 657,
          'project-self-evaluation/funds-current-fiscal/executed': 657,
        }),
      ).broken,
    ).toEqual(['funds-total/executed']);
  });
});

/** 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余, in every row of the fund tables (公开08, 公开09). */
import { describe, expect, it } from 'vitest';
import { rollForward } from '../../src/checks/roll-forward.ts';
import { withValues } from '../support/tables.ts';
import { RICH, review } from './review.ts';

describe('roll-forward', () => {
  it('holds in the accounts of a department with every kind of money', () => {
    const { held, broken, notJudged } = review(rollForward, RICH);
    expect({ broken, notJudged }).toEqual({ broken: [], notJudged: 0 });
    expect(held).toBeGreaterThanOrEqual(8);
  });

  it('sees a closing balance', () => {
    expect(review(rollForward, withValues(RICH, { 'government-fund/2120899/closing': 9 })).broken).toEqual(['2120899/closing']);
  });
});

/** The review of one department: each relation once, findings in reading order, ids that survive inserted rows, messages that say what to do. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/catalog.ts';
import { checkAccounts } from '../../../src/core/findings/check-accounts.ts';
import { figure, sum } from '../../../src/core/expressions/expression.ts';
import { defineCheck } from '../../../src/core/relations/check.ts';
import { sameAmount } from '../../../src/core/relations/draft.ts';
import { figureAt } from '../../../src/core/tables/table.ts';
import { tableOf } from '../../../src/core/tables/table-set.ts';
import { CHANGJI } from '../../checks/review.ts';
import { setOf, tableFrom, withValues } from '../../support/tables.ts';

const same = (id: string, turned: boolean) =>
  defineCheck({
    id,
    title: { 'zh-CN': '', en: '' },
    severity: turned ? 'error' : 'warning',
    rules: [],
    relations: (accounts) => {
      const [a, b] = ['a', 'b'].map((row) => figureAt(tableOf(accounts, 't'), row, 'amount'));
      return turned
        ? sameAmount(b, a, { 'zh-CN': '', en: '' })
        : a === undefined || b === undefined
          ? []
          : [{ stated: a, must: 'equal', expected: sum([figure(b)]), why: { 'zh-CN': '', en: '' } }];
    },
  });

describe('checkAccounts', () => {
  it('counts a relation stated by two checks once, the louder one', () => {
    const { tally, findings } = checkAccounts(setOf([tableFrom('t', ['amount'], { a: [1], b: [2] })]), [
      same('left', false),
      same('right', true),
    ]);
    expect(tally).toEqual({ total: 1, exact: 0, withinRounding: 0, broken: 1, notJudged: 0 });
    expect(findings.map(({ severity, check }) => [severity, check])).toEqual([['error', 'right']]);
  });

  it('gives the contradictions of the seed as warnings, its rounding differences as none', () => {
    const { findings, tally } = checkAccounts(CHANGJI, checks);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(tally.withinRounding).toBeGreaterThan(8);
    const text = findings
      .filter(({ severity }) => severity === 'warning')
      .map(({ message }) => message['zh-CN'])
      .join('\n');
    for (const figures of ['1,871.78', '1,874.02', '61.08', '58.84', '572.47', '525.22', '4.7/6', '4.58/10', '=120户', '5次'])
      expect(text).toContain(figures);
  });

  it('writes where, the arithmetic, the tolerance and the repair', () => {
    const { findings } = checkAccounts(withValues(CHANGJI, { 'general-budget-expenditure/2080505/basic': '141.18' }), checks);
    const found = findings.find(({ severity }) => severity === 'error');
    expect(found?.id).toBe('cross-footing|general-budget-expenditure|2080505|basic|2023');
    expect(found?.message['zh-CN']).toMatch(
      /「一般公共预算财政拨款支出决算表」E\d+.*114\.18.*应为 141\.18，相差 27\.00万元（尾差最多 0\.01）.*应改为 114\.18（像是相邻两位数字颠倒）/,
    );
    expect(found?.message.en).toMatch(
      /stated 114\.18.*off by 27\.00 万元 \(rounding explains at most 0\.01\).*114\.18 would put it right \(two digits swapped\)/,
    );
    expect(found?.dependants.length).toBeGreaterThan(0);
  });

  it('cuts long sums in the middle and never prints a difference of 0.00', () => {
    const rows = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`2${String(index + 10)}`, [1 + index]]));
    const table = tableFrom('expenditure', ['total'], { total: [999], ...rows });
    const [found] = checkAccounts(setOf([table]), checks).findings;
    expect(found?.message['zh-CN']).toContain('1.00 + 2.00 + 3.00 + 4.00 + 5.00 + 6.00 + … + 28.00 + 29.00 + 30.00（共 30 项） = 465.00');
    expect(found?.message['zh-CN']).not.toContain('相差 0.00');
  });
});

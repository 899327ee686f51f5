/** 本年年初 = 上年年末: what was left at the end of last year opens this one, in 公开01, by fund in 公开04, by row in 公开08 and 09. */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { sameAmount } from '../core/relations/draft.ts';
import { figureAt } from '../core/tables/table.ts';
import { tableOf, type TableSet } from '../core/tables/table-set.ts';

const FISCAL = [
  ['opening-balance', 'total'],
  ['opening-balance-general', 'general'],
  ['opening-balance-fund', 'fund'],
  ['opening-balance-state-capital', 'state-capital'],
] as const;

const WHY: RelationDraft['why'] = {
  'zh-CN': '本年年初结转和结余 = 上年年末结转和结余（有会计差错更正、收回或调剂的，应有说明）',
  en: 'Opening balance = last year’s closing balance (corrections, money called back and transfers need a note)',
};

export const carryForward = defineCheck({
  id: 'carry-forward',
  title: { 'zh-CN': '年初结转与上年年末衔接', en: 'Opening balances continue last year’s' },
  severity: 'warning',
  rules: ['Y01', 'Y02', 'Y03'],
  relations: (accounts) => {
    const { prior } = accounts;
    if (prior === undefined) return [];
    return [
      ...sameAmount(
        figureAt(tableOf(accounts, 'final-account-summary'), 'opening-balance', 'amount'),
        figureAt(tableOf(prior, 'final-account-summary'), 'closing-balance', 'amount'),
        WHY,
      ),
      ...FISCAL.flatMap(([row, column]) =>
        sameAmount(
          figureAt(tableOf(accounts, 'fiscal-appropriation-summary'), row, 'amount'),
          figureAt(tableOf(prior, 'fiscal-appropriation-summary'), 'closing-balance', column),
          WHY,
        ),
      ),
      ...['government-fund', 'state-capital'].flatMap((statement) => byRow(accounts, prior, statement)),
    ];
  },
});

function byRow(accounts: TableSet, prior: TableSet, statement: string): readonly RelationDraft[] {
  const now = tableOf(accounts, statement);
  const then = tableOf(prior, statement);
  return (now?.rows ?? []).flatMap((row) => sameAmount(figureAt(now, row.key, 'opening'), figureAt(then, row.key, 'closing'), WHY));
}

/** 收入总计 = 支出总计: the two sides of the summary tables balance, 公开04 also fund by fund (分资金性质收支平衡). */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { difference, figure, sum } from '../core/expressions/expression.ts';
import { allKnown, isBlank, relation, sameAmount, sumRelation } from '../core/relations/draft.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

/** Column of the expenditure side, income row, opening row. */
const FUNDS = [
  {
    column: 'general',
    income: 'general-budget',
    opening: 'opening-balance-general',
    name: { 'zh-CN': '一般公共预算', en: 'General budget' },
  },
  { column: 'fund', income: 'government-fund', opening: 'opening-balance-fund', name: { 'zh-CN': '政府性基金', en: 'Government funds' } },
  {
    column: 'state-capital',
    income: 'state-capital',
    opening: 'opening-balance-state-capital',
    name: { 'zh-CN': '国有资本经营', en: 'State capital' },
  },
] as const;

export const balance = defineCheck({
  id: 'balance',
  title: { 'zh-CN': '收支总计平衡', en: 'Income and expenditure balance' },
  severity: 'error',
  rules: ['R05', 'R10', 'R11'],
  relations: (accounts) => [
    ...tablesOf(accounts, 'final-account-summary').flatMap((table) => sides(table, 'amount')),
    ...tablesOf(accounts, 'fiscal-appropriation-summary').flatMap((table) => [
      ...sides(table, 'total'),
      ...FUNDS.flatMap((fund) => byFund(table, fund)),
    ]),
  ],
});

function sides(table: Table, column: string): readonly RelationDraft[] {
  return sameAmount(
    figureAt(table, 'expenditure-grand-total', column),
    figureAt(table, 'income-grand-total', 'amount'),
    { 'zh-CN': '支出总计 = 收入总计', en: 'Total expenditure = total income' },
    { along: 'row' },
  );
}

function byFund(table: Table, { column, income, opening, name }: (typeof FUNDS)[number]): readonly RelationDraft[] {
  const received = figureAt(table, income, 'amount');
  const brought = figureAt(table, opening, 'amount');
  const grand = figureAt(table, 'expenditure-grand-total', column);
  if (!isBlank(grand)) {
    return sumRelation(
      grand,
      [received, brought],
      { 'zh-CN': `${name['zh-CN']}支出总计 = 本年收入 + 年初结转和结余`, en: `${name.en}: total expenditure = income + opening balance` },
      { along: 'row' },
    );
  }
  const spent = figureAt(table, 'expenditure-total', column);
  const carried = figureAt(table, 'closing-balance', column);
  // Where the side columns of the total rows are left out altogether, nothing can be said fund by fund.
  if (isBlank(spent) && isBlank(carried)) return [];
  const right = allKnown([spent, carried]);
  if (right === undefined || brought === undefined) return [];
  return relation(
    received,
    'equal',
    difference(sum(right.map(figure)), figure(brought)),
    {
      'zh-CN': `${name['zh-CN']}本年收入 = 本年支出 + 年末结转和结余 − 年初结转和结余`,
      en: `${name.en}: income = expenditure + closing − opening balance`,
    },
    { along: 'row' },
  );
}

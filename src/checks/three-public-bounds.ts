/** “三公”经费不超出其来源: the basic part of each kind (公开06) is within its actual (公开07), and the three public expenses are within all fiscal expenditure. */
import { type Expression, figure, sum } from '../core/expressions/expression.ts';
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { allKnown, relation } from '../core/relations/draft.ts';
import { figureAt } from '../core/tables/table.ts';
import { tableOf, type TableSet } from '../core/tables/table-set.ts';

/** Economic item of 公开06, row of 公开07. */
const KINDS = [
  ['30212', 'abroad'],
  ['30217', 'reception'],
  ['30231', 'vehicle-running'],
  ['31013', 'vehicle-purchase'],
] as const;

export const threePublicBounds = defineCheck({
  id: 'three-public-bounds',
  title: { 'zh-CN': '“三公”经费与支出口径', en: 'Three public expenses within expenditure' },
  // Published accounts break these for legal reasons (以前年度结转, 其他资金列支): a person must look.
  severity: 'warning',
  rules: ['X12', 'X13'],
  relations: (accounts) => [...basicParts(accounts), ...withinExpenditure(accounts)],
});

function basicParts(accounts: TableSet): readonly RelationDraft[] {
  const items = tableOf(accounts, 'general-budget-basic-expenditure');
  const expenses = tableOf(accounts, 'three-public-expenses');
  return KINDS.flatMap(([item, kind]) => {
    const actual = figureAt(expenses, kind, 'actual');
    if (actual === undefined) return [];
    return relation(
      figureAt(items, item, 'amount'),
      'at-most',
      figure(actual),
      { 'zh-CN': '公开06基本支出中的该项 ≤ 公开07决算数', en: 'The basic part in table 06 is within the actual of table 07' },
      { along: 'across-tables' },
    );
  });
}

function withinExpenditure(accounts: TableSet): readonly RelationDraft[] {
  return relation(
    figureAt(tableOf(accounts, 'three-public-expenses'), 'total', 'actual'),
    'at-most',
    fiscalExpenditure(accounts),
    { 'zh-CN': '“三公”经费决算合计 ≤ 财政拨款本年支出', en: 'Three public expenses are within fiscal expenditure' },
    { along: 'across-tables' },
  );
}

function fiscalExpenditure(accounts: TableSet): Expression | undefined {
  const fiscal = figureAt(tableOf(accounts, 'fiscal-appropriation-summary'), 'expenditure-total', 'total');
  if (fiscal !== undefined) return figure(fiscal);
  const tables = ['general-budget-expenditure', 'government-fund'].map((statement) =>
    figureAt(tableOf(accounts, statement), 'total', 'total'),
  );
  const known = allKnown(tables);
  return known === undefined ? undefined : sum(known.map(figure));
}

/** 自评表资金: 合计 = Σ资金来源，年度资金总额 = 当年财政拨款 + 上年结转 + 其他资金，执行数 ≤ 全年预算数. */
import { figure } from '../core/expressions/expression.ts';
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { hasUnreadRows, relation, sumRelation } from '../core/relations/draft.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

const AMOUNTS = ['initial-budget', 'full-budget', 'executed'];

interface Form {
  readonly statement: string;
  readonly total: string;
  readonly parts: readonly string[];
  readonly why: RelationDraft['why'];
}

const FORMS: readonly Form[] = [
  {
    statement: 'department-self-evaluation',
    total: 'source-total',
    parts: ['source-central', 'source-region', 'source-prefecture', 'source-county', 'source-other'],
    why: { 'zh-CN': '合计 = Σ各资金来源', en: 'Total = the sum of the sources' },
  },
  {
    statement: 'project-self-evaluation',
    total: 'funds-total',
    parts: ['funds-current-fiscal', 'funds-carried-over', 'funds-other'],
    why: {
      'zh-CN': '年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金',
      en: 'Funds of the year = fiscal money + carried over + other money',
    },
  },
];

export const selfEvaluationFunds = defineCheck({
  id: 'self-evaluation-funds',
  title: { 'zh-CN': '自评表资金合计', en: 'Funds of the evaluation forms add up' },
  severity: 'error',
  rules: ['P01', 'P02', 'P04'],
  relations: (accounts) =>
    FORMS.flatMap((form) => tablesOf(accounts, form.statement).flatMap((table) => [...sums(table, form), ...overspent(table, form)])),
});

function sums(table: Table, { total, parts, why }: Form): readonly RelationDraft[] {
  const printed = parts.filter((row) => table.rows.some((known) => known.key === row));
  // A single «其中» line is a part of the whole, not the whole; and money may stand in a line that was not recognised.
  if (printed.length < 2 || hasUnreadRows(table)) return [];
  return AMOUNTS.flatMap((column) =>
    sumRelation(
      figureAt(table, total, column),
      printed.map((row) => figureAt(table, row, column)),
      why,
      { along: 'column' },
    ),
  );
}

function overspent(table: Table, { total }: Form): readonly RelationDraft[] {
  const budget = figureAt(table, total, 'full-budget');
  if (budget === undefined) return [];
  return relation(
    figureAt(table, total, 'executed'),
    'at-most',
    figure(budget),
    { 'zh-CN': '全年执行数 ≤ 全年预算数', en: 'Executed is within the full-year budget' },
    { along: 'row', severity: 'warning' },
  );
}

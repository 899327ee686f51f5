/** 自评表与决算表: the department form's budget and execution, its fiscal and other money, and the projects together, against the nine tables. */
import { difference, type Expression, figure, sum } from '../core/expressions/expression.ts';
import type { Figure } from '../core/expressions/figure.ts';
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { allKnown, isNil, relation, roundedLike, sameAmount } from '../core/relations/draft.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tableOf, tablesOf, type TableSet } from '../core/tables/table-set.ts';

const FISCAL_SOURCES = ['source-central', 'source-region', 'source-prefecture', 'source-county'];

export const selfEvaluationTieOut = defineCheck({
  id: 'self-evaluation-tie-out',
  title: { 'zh-CN': '自评表与决算表一致', en: 'Evaluation forms agree with the accounts' },
  // The scopes may legally differ: a person must look.
  severity: 'warning',
  rules: ['P14', 'P15', 'P16'],
  relations: (accounts) => {
    const form = tableOf(accounts, 'department-self-evaluation');
    return [...(form === undefined ? [] : [...totals(accounts, form), ...bySource(accounts, form)]), ...projects(accounts)];
  },
});

function totals(accounts: TableSet, form: Table): readonly RelationDraft[] {
  const summary = tableOf(accounts, 'final-account-summary');
  return [
    ...sameAmount(figureAt(form, 'source-total', 'full-budget'), figureAt(summary, 'income-grand-total', 'amount'), {
      'zh-CN': '部门整体自评表全年预算数合计 = 公开01收入总计',
      en: 'Full-year budget of the department form = total income of table 01',
    }),
    ...sameAmount(figureAt(form, 'source-total', 'executed'), figureAt(summary, 'expenditure-total', 'amount'), {
      'zh-CN': '部门整体自评表全年执行数合计 = 公开01本年支出合计',
      en: 'Executed in the department form = expenditure of the year in table 01',
    }),
  ];
}

// P15: what the fiscal sources executed is what 公开05, 08 and 09 spent; the rest is other money.
function bySource(accounts: TableSet, form: Table): readonly RelationDraft[] {
  const executed = FISCAL_SOURCES.flatMap((row) => figureAt(form, row, 'executed') ?? []);
  const active = executed.filter((source) => !isNil(source));
  const own = active[0];
  const other = figureAt(form, 'source-other', 'executed');
  const like = own ?? other;
  const fiscal = fiscalExpenditure(accounts)?.map((part) => roundedLike(part, like));
  if (fiscal === undefined) return [];
  const all = figureAt(tableOf(accounts, 'final-account-summary'), 'expenditure-total', 'amount');
  const others = active.slice(1).map(figure);
  return [
    ...(own === undefined
      ? []
      : relation(
          own,
          'equal',
          others.length === 0 ? sum(fiscal.map(figure)) : difference(sum(fiscal.map(figure)), ...others),
          {
            'zh-CN': '财政资金全年执行数 = 公开05 + 公开08 + 公开09本年支出',
            en: 'Fiscal money executed = expenditure of tables 05, 08 and 09',
          },
          { along: 'across-tables' },
        )),
    ...relation(
      other,
      'equal',
      all === undefined ? undefined : otherMoney(roundedLike(all, like), fiscal),
      {
        'zh-CN': '其他资金全年执行数 = 公开01本年支出合计 − 财政拨款支出',
        en: 'Other money executed = expenditure of the year − fiscal expenditure',
      },
      { along: 'across-tables' },
    ),
  ];
}

function fiscalExpenditure(accounts: TableSet): readonly Figure[] | undefined {
  return allKnown(
    ['general-budget-expenditure', 'government-fund', 'state-capital'].map((statement) =>
      figureAt(tableOf(accounts, statement), 'total', 'total'),
    ),
  );
}

function otherMoney(all: Figure, fiscal: readonly Figure[]): Expression {
  return difference(figure(all), ...fiscal.map(figure));
}

// P16
function projects(accounts: TableSet): readonly RelationDraft[] {
  const executed = tablesOf(accounts, 'project-self-evaluation').flatMap((table) => figureAt(table, 'funds-total', 'executed') ?? []);
  if (executed.length === 0) return [];
  return relation(
    figureAt(tableOf(accounts, 'expenditure'), 'total', 'project'),
    'at-least',
    sum(executed.map(figure)),
    { 'zh-CN': '公开03项目支出 ≥ Σ项目自评表全年执行数', en: 'Project expenditure of table 03 covers what the project forms executed' },
    { along: 'across-tables' },
  );
}

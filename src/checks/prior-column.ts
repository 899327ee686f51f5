/** 上年数的口径: a «上年» column printed in this year's table repeats last year's own table, and last year's items add up to last year's total. */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { hasUnreadRows, sameAmount, sumRelation } from '../core/relations/draft.ts';
import { classesOf, figureAt } from '../core/tables/table.ts';
import { tableOf, type TableSet } from '../core/tables/table-set.ts';

/** Statement, its column of last year, and the column that was this year's then. */
const COLUMNS = [['three-public-expenses', 'prior', 'actual']] as const;

export const priorColumn = defineCheck({
  id: 'prior-column',
  title: { 'zh-CN': '上年数与上年决算一致', en: 'Last year’s column repeats last year’s table' },
  severity: 'warning',
  rules: ['Y04', 'Y05'],
  relations: (accounts) => [
    ...COLUMNS.flatMap(([statement, column, then]) => {
      const now = tableOf(accounts, statement);
      return (now?.rows ?? []).flatMap((row) =>
        sameAmount(figureAt(now, row.key, column), figureAt(tableOf(accounts.prior, statement), row.key, then), {
          'zh-CN': '表中上年决算数 = 上年决算表的决算数',
          en: 'The column of last year = the actual of last year’s table',
        }),
      );
    }),
    ...lastYearsTotal(accounts),
  ],
});

// Where this does not hold the changes of the items do not add up to the change of the total (各项增减之和 = 合计增减), and last year's workbook was
// read, or copied, with a line missing. This year's total is another check's.
function lastYearsTotal({ prior }: TableSet): readonly RelationDraft[] {
  const table = tableOf(prior, 'general-budget-expenditure');
  const classes = table === undefined ? [] : classesOf(table);
  if (table === undefined || classes.length === 0 || hasUnreadRows(table)) return [];
  return sumRelation(
    figureAt(table, 'total', 'total'),
    classes.map((row) => figureAt(table, row.key, 'total')),
    {
      'zh-CN': '上年支出合计 = Σ上年各类（否则各项增减之和不等于合计增减）',
      en: 'Last year’s total = Σ of its classes (or the changes of the items do not add up)',
    },
    { along: 'column' },
  );
}

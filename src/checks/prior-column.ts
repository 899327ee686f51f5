/** 表中所列上年数 = 上年决算: a «上年» column printed in this year's table repeats last year's own table. */
import { defineCheck } from '../core/relations/check.ts';
import { sameAmount } from '../core/relations/draft.ts';
import { figureAt } from '../core/tables/table.ts';
import { tableOf } from '../core/tables/table-set.ts';

/** Statement, its column of last year, and the column that was this year's then. */
const COLUMNS = [['three-public-expenses', 'prior', 'actual']] as const;

export const priorColumn = defineCheck({
  id: 'prior-column',
  title: { 'zh-CN': '上年数与上年决算一致', en: 'Last year’s column repeats last year’s table' },
  severity: 'warning',
  rules: ['Y04'],
  relations: (accounts) =>
    COLUMNS.flatMap(([statement, column, then]) => {
      const now = tableOf(accounts, statement);
      return (now?.rows ?? []).flatMap((row) =>
        sameAmount(figureAt(now, row.key, column), figureAt(tableOf(accounts.prior, statement), row.key, then), {
          'zh-CN': '表中上年决算数 = 上年决算表的决算数',
          en: 'The column of last year = the actual of last year’s table',
        }),
      );
    }),
});

/** 总计 = 本年合计 + 结转结余: income and expenditure of the year, with what came in and what goes on, make the grand totals. */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { isBlank, sumRelation } from '../core/relations/draft.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

export const grandTotal = defineCheck({
  id: 'grand-total',
  title: { 'zh-CN': '总计等于本年合计加结转结余', en: 'Grand totals equal the year plus the balances' },
  severity: 'error',
  rules: ['R02', 'R04', 'R10'],
  relations: (accounts) => [
    ...tablesOf(accounts, 'final-account-summary').flatMap((table) => [
      ...grand(table, 'income-grand-total', ['income-total', 'non-fiscal-balance-used', 'opening-balance'], 'amount', {
        'zh-CN': '总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余',
        en: 'Grand total = income of the year + non-fiscal balance used + opening balance',
      }),
      ...grand(table, 'expenditure-grand-total', ['expenditure-total', 'balance-distribution', 'closing-balance'], 'amount', {
        'zh-CN': '总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
        en: 'Grand total = expenditure of the year + distribution of balance + closing balance',
      }),
    ]),
    ...tablesOf(accounts, 'fiscal-appropriation-summary').flatMap((table) => [
      ...grand(table, 'income-grand-total', ['income-total', 'opening-balance'], 'amount', {
        'zh-CN': '总计 = 本年收入合计 + 年初财政拨款结转和结余',
        en: 'Grand total = income of the year + opening fiscal balance',
      }),
      ...['total', 'general', 'fund', 'state-capital'].flatMap((column) => fiscalExpenditure(table, column)),
    ]),
  ],
});

function fiscalExpenditure(table: Table, column: string): readonly RelationDraft[] {
  // The grand total is often printed in the 合计 column only.
  if (column !== 'total' && isBlank(figureAt(table, 'expenditure-grand-total', column))) return [];
  return grand(table, 'expenditure-grand-total', ['expenditure-total', 'closing-balance'], column, {
    'zh-CN': '总计 = 本年支出合计 + 年末财政拨款结转和结余',
    en: 'Grand total = expenditure of the year + closing fiscal balance',
  });
}

function grand(table: Table, total: string, parts: readonly string[], column: string, why: RelationDraft['why']): readonly RelationDraft[] {
  return sumRelation(
    figureAt(table, total, column),
    parts.map((row) => figureAt(table, row, column)),
    why,
    { along: 'column' },
  );
}

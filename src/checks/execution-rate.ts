/** 执行率 = 全年执行数 ÷ 全年预算数, wherever an evaluation form prints one; a blank or «—» where there is no budget is right. */
import { figure, quotient } from '../core/expressions/expression.ts';
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { isBlank, isNil, relation } from '../core/relations/draft.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

export const executionRate = defineCheck({
  id: 'execution-rate',
  title: { 'zh-CN': '执行率', en: 'Execution rate' },
  severity: 'error',
  rules: ['P03'],
  relations: (accounts) =>
    ['department-self-evaluation', 'project-self-evaluation'].flatMap((statement) => tablesOf(accounts, statement).flatMap(rates)),
});

function rates(table: Table): readonly RelationDraft[] {
  return table.rows.flatMap((row) => {
    const rate = figureAt(table, row.key, 'rate');
    const executed = figureAt(table, row.key, 'executed');
    const budget = figureAt(table, row.key, 'full-budget');
    // Without a budget there is no rate: 0, 100% and «—» are all in use.
    if (isBlank(rate) || isNil(budget) || executed === undefined || budget === undefined) return [];
    return relation(
      rate,
      'equal',
      quotient(figure(executed), figure(budget)),
      { 'zh-CN': '执行率 = 全年执行数 ÷ 全年预算数', en: 'Execution rate = executed ÷ full-year budget' },
      { along: 'row' },
    );
  });
}

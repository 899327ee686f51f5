/** “三公”经费合计 = 出国 + 车辆 + 接待，车辆 = 购置 + 运行, for the budget, the actual and, where printed, last year's figures (公开07). */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { sumRelation } from '../core/relations/draft.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

export const threePublicExpenses = defineCheck({
  id: 'three-public-expenses',
  title: { 'zh-CN': '“三公”经费各项之和', en: 'Three public expenses add up' },
  severity: 'error',
  rules: ['R14'],
  relations: (accounts) =>
    tablesOf(accounts, 'three-public-expenses').flatMap((table) => table.columns.flatMap((column) => sums(table, column.key))),
});

function sums(table: Table, column: string): readonly RelationDraft[] {
  const at = (row: string) => figureAt(table, row, column);
  return [
    ...sumRelation(
      at('total'),
      [at('abroad'), at('vehicles'), at('reception')],
      { 'zh-CN': '合计 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费', en: 'Total = travel abroad + vehicles + reception' },
      { along: 'column' },
    ),
    ...sumRelation(
      at('vehicles'),
      [at('vehicle-purchase'), at('vehicle-running')],
      { 'zh-CN': '公务用车购置及运行维护费 = 购置费 + 运行维护费', en: 'Vehicles = purchase + running' },
      { along: 'column' },
    ),
  ];
}

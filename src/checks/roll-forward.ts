/** 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余, in every row of the fund tables (公开08, 公开09). */
import { difference, figure, sum } from '../core/expressions/expression.ts';
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { allKnown, relation } from '../core/relations/draft.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

export const rollForward = defineCheck({
  id: 'roll-forward',
  title: { 'zh-CN': '年初加收入减支出等于年末', en: 'Opening plus income less expenditure is closing' },
  severity: 'error',
  rules: ['R15'],
  relations: (accounts) => ['government-fund', 'state-capital'].flatMap((statement) => tablesOf(accounts, statement).flatMap(rows)),
});

function rows(table: Table): readonly RelationDraft[] {
  return table.rows.flatMap((row) => {
    const at = (column: string) => figureAt(table, row.key, column);
    const known = allKnown([at('opening'), at('income')]);
    const spent = at('total');
    if (known === undefined || spent === undefined) return [];
    return relation(
      at('closing'),
      'equal',
      difference(sum(known.map(figure)), figure(spent)),
      { 'zh-CN': '年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出', en: 'Closing = opening + income − expenditure' },
      { along: 'row' },
    );
  });
}

/** 国有资本经营 lines and columns are not printed in layouts before 2020; a sum may leave them out only where a table shows no such money. */
import { figureAt, type Table } from '../tables/table.ts';
import { isNil } from './draft.ts';

export function holdsStateCapital(table: Table | undefined): boolean {
  return !['amount', 'total'].every((column) => isNil(figureAt(table, 'state-capital', column)) && isNil(figureAt(table, '223', column)));
}

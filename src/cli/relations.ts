/** `relations`: lists what sums, subtracts, divides and grows in a workbook (列出勾稽关系), the statutory relations or what the tables show themselves. */
import type { SheetRelation } from '../core/findings/sheet-relations.ts';
import { cellAddress, qualifiedAddress } from '../core/workbook/address.ts';
import { listRelations, loadAccounts } from '../engine.ts';
import { type Arguments, onlyBook } from './arguments.ts';
import { readInput } from './files.ts';

export async function runRelations(options: Arguments): Promise<number> {
  const { workbook } = await readInput(onlyBook(options), options);
  const relations = listRelations(loadAccounts(workbook), options.generic);
  process.stdout.write(options.json ? `${JSON.stringify({ relations })}\n` : relationsText(relations, options));
  return relations.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
}

function relationsText(relations: readonly SheetRelation[], { messages }: Arguments): string {
  const lines = relations.map((relation) => `  ${equation(relation)}  ${messages.verdicts[relation.verdict]}`);
  return `${[messages.relationsHead(relations.length), ...lines].join('\n')}\n`;
}

/** «'收入表'!C9 = C10 + C11». */
function equation({ sheet, operator, total: [row, column], parts, partSheets }: SheetRelation): string {
  const names = parts.map(([partRow, partColumn], index) => {
    const place = { sheet: partSheets?.[index] ?? sheet, row: partRow, column: partColumn };
    return place.sheet === sheet ? cellAddress(place) : qualifiedAddress(place);
  });
  return `${qualifiedAddress({ sheet, row, column })} = ${written(operator, names)}`;
}

function written(operator: SheetRelation['operator'], names: readonly string[]): string {
  const [first = '', second = ''] = names;
  switch (operator) {
    case 'sum':
      return names.join(' + ');
    case 'difference':
      return names.join(' − ');
    case 'average':
      return `(${names.join(' + ')}) ÷ ${names.length}`;
    case 'division':
      return `${first} ÷ ${second}`;
    case 'relative-change':
      return `(${second} − ${first}) ÷ ${first}`;
  }
}

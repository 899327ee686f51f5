/** Cells of people's on a sheet of ours (他人的单元格), written again as they were. */
import type { Cell } from '../workbook/workbook.ts';
import type { CellStyle, ContentCell } from './sheet-content.ts';

/** An error value comes back by its formula; where it has none it is kept as a word. */
export function contentOfCell({ value, formula, format }: Cell, style: CellStyle): ContentCell {
  const kept = value === null || typeof value === 'string' || typeof value === 'number' ? value : null;
  const asFormula = formula ?? (typeof value === 'boolean' ? String(value).toUpperCase() : undefined);
  return {
    value: typeof value === 'object' && value !== null && formula === undefined ? value.error : kept,
    style,
    ...(format === undefined || typeof value !== 'number' ? {} : { format }),
    ...(asFormula === undefined ? {} : { formula: asFormula }),
  };
}

/** Each in its own column where that is free, otherwise behind everything else in the row. */
export function placeBeside(row: readonly (ContentCell | null)[], theirs: ReadonlyMap<number, Cell>): readonly (ContentCell | null)[] {
  const placed = [...row];
  const waiting: Cell[] = [];
  for (const [column, cell] of theirs) {
    while (placed.length <= column) placed.push(null);
    if (placed[column] === null) placed[column] = contentOfCell(cell, column === 0 ? 'paragraph' : 'text');
    else waiting.push(cell);
  }
  return [...placed, ...waiting.map((cell) => contentOfCell(cell, 'text'))];
}

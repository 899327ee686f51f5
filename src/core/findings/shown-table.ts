/** A sheet as people see it (显示内容): what a number shows is known without writing it out, so its text is made only for those who ask. */
import type { Grid, ShownTable } from '../discovery/number-grid.ts';
import { decimalsInFull, shownText } from '../workbook/number-format.ts';
import type { Sheet } from '../workbook/workbook.ts';

export function shownTable({ grid, columnCount }: Sheet, date1904: boolean): ShownTable {
  const rows = grid.length;
  const value = new Float64Array(rows * columnCount).fill(Number.NaN);
  const decimals = new Uint8Array(rows * columnCount);
  for (let row = 0; row < rows; row++) {
    const cells = grid[row];
    if (cells === undefined) continue;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (typeof cell?.value !== 'number' || cell.text !== undefined) continue;
      const shown = decimalsInFull(cell.value, cell.format);
      if (shown === undefined) continue;
      const at = row * columnCount + column;
      // Minus zero shows as zero.
      value[at] = cell.value + 0;
      decimals[at] = shown;
    }
  }
  const textAt = (row: number, column: number): string => {
    const cell = grid[row]?.[column];
    return cell === undefined ? '' : shownText(cell, date1904);
  };
  return { rows, columns: columnCount, textAt, stored: { value, decimals } };
}

/** All texts of a table, row by row. */
export function textsOf({ rows, columns, textAt }: ShownTable): Grid {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => textAt(row, column)));
}

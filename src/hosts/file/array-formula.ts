/** Array formulas that fill several cells (数组公式), and arrays that spill (溢出): the file keeps the formula at the first cell only; the others are results too. */
import type { Area } from '../../core/workbook/address.ts';
import type { Cell } from '../../core/workbook/workbook.ts';
import { isWaiting, WAITING } from './waiting-cells.ts';

export interface FoundArray {
  readonly area: Area;
  /** Where its formula stands. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** A formula whose result nobody stored: so many cells of it are known to wait, more are not made up. */
const MOST_WAITING = 10_000;

/** Gives every cell of these arrays its formula; where the first has no stored result, what the others hold is out of date. */
export function fillArrays(grid: (Cell | undefined)[][], arrays: readonly FoundArray[]): void {
  for (const { area, row, column, formula } of arrays) {
    const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (size === 1) continue;
    const first = grid[row]?.[column];
    const waits = first !== undefined && isWaiting(first.value);
    const bottom = waits && size <= MOST_WAITING ? area.bottom : Math.min(area.bottom, grid.length - 1);
    for (let at = area.top; at <= bottom; at++) {
      const cells = waits && size <= MOST_WAITING ? (grid[at] ??= []) : grid[at];
      if (cells === undefined) continue;
      const right = waits && size <= MOST_WAITING ? area.right : Math.min(area.right, cells.length - 1);
      for (let across = area.left; across <= right; across++) {
        const cell = cells[across];
        if (cell === undefined && !waits) continue;
        cells[across] = { ...(cell ?? first), value: waits ? { error: WAITING } : (cell?.value ?? null), formula, array: area };
      }
    }
  }
}

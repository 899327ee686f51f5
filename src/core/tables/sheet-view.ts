/** A sheet as a reader of tables sees it (表页): the text of each cell, and which cells a merged area covers (合并单元格). */
import type { Area } from '../workbook/address.ts';
import { type Cell, cellAt, isError, type Sheet } from '../workbook/workbook.ts';

export interface SheetView {
  readonly sheet: Sheet;
  /** Merged areas by the rows they touch. */
  readonly mergedByRow: ReadonlyMap<number, readonly Area[]>;
  /** The filled cells of every row that was looked at: each reader of tables goes over the same rows several times. */
  readonly filledByRow: Map<number, readonly TextCell[]>;
}

export function viewOf(sheet: Sheet): SheetView {
  const mergedByRow = new Map<number, Area[]>();
  const last = sheet.grid.length - 1;
  for (const area of sheet.merged) {
    for (let row = area.top; row <= Math.min(area.bottom, Math.max(last, area.top)); row++) {
      const known = mergedByRow.get(row);
      if (known === undefined) mergedByRow.set(row, [area]);
      else known.push(area);
    }
  }
  return { sheet, mergedByRow, filledByRow: new Map() };
}

export function mergeAt(view: SheetView, row: number, column: number): Area | undefined {
  return view.mergedByRow.get(row)?.find((area) => column >= area.left && column <= area.right);
}

/** A cell inside a merged area that is not its top left corner: what it holds is not shown to anyone. */
export function isCovered(view: SheetView, row: number, column: number): boolean {
  const area = mergeAt(view, row, column);
  return area !== undefined && (area.top !== row || area.left !== column);
}

/** The cell as people see it: nothing where a merged area covers it. */
export function visibleCell(view: SheetView, row: number, column: number): Cell | undefined {
  const cell = cellAt(view.sheet, row, column);
  return cell === undefined || isCovered(view, row, column) ? undefined : cell;
}

export function textOfCell(cell: Cell | undefined): string {
  if (cell === undefined || cell.value === null) return '';
  if (isError(cell.value)) return cell.value.error;
  return typeof cell.value === 'string' ? cell.value : String(cell.value);
}

export function textAt(view: SheetView, row: number, column: number): string {
  const cell = cellAt(view.sheet, row, column);
  return cell === undefined || isCovered(view, row, column) ? '' : textOfCell(cell);
}

/** The text that stands over a cell: a merged area speaks for every cell it covers. */
export function spreadText(view: SheetView, row: number, column: number): string {
  const area = mergeAt(view, row, column);
  return area === undefined ? textOfCell(cellAt(view.sheet, row, column)) : textOfCell(cellAt(view.sheet, area.top, area.left));
}

export interface TextCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The cells of a row that show something, left to right. */
export function filledCells(view: SheetView, row: number, left: number, right: number): readonly TextCell[] {
  let filled = view.filledByRow.get(row);
  if (filled === undefined) {
    filled = filledRow(view, row);
    view.filledByRow.set(row, filled);
  }
  const isInside = ({ column }: TextCell): boolean => column >= left && column <= right;
  // Most regions are as wide as their sheet.
  const [first, last] = [filled[0], filled.at(-1)];
  return first === undefined || last === undefined || (isInside(first) && isInside(last)) ? filled : filled.filter(isInside);
}

function filledRow(view: SheetView, row: number): readonly TextCell[] {
  const filled: TextCell[] = [];
  for (let column = 0; column < (view.sheet.grid[row]?.length ?? 0); column++) {
    const text = textAt(view, row, column);
    if (text.trim() !== '') filled.push({ row, column, text });
  }
  return filled;
}

/** Where the cells of a sheet lie on the screen (单元格位置), in pixels, and which of them a merge covers. */
import type { MarkLevel } from '../core/edits/edit.ts';
import type { Area } from '../core/workbook/address.ts';
import type { Sheet } from '../core/workbook/workbook.ts';
import type { CellManner } from '../hosts/file/cell-manners.ts';
import { isConditionTrue } from '../hosts/file/mark-condition.ts';
import { PLAIN_LAYOUT, type SheetLayout } from '../hosts/file/read-layout.ts';
import { LETTER_POINT, neededHeights, POINT } from './text-size.ts';

/** Rows or columns: `starts[i]` is where the i-th begins; a hidden one has no size. One more entry than there are. */
export interface Axis {
  readonly count: number;
  readonly starts: readonly number[];
}

export interface Geometry {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Rows and columns that stay in view where there is room for them (see `frozenIn`). */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly mergedAreas: readonly Area[];
  /** The merged area of each cell in it, by «row,column». */
  readonly merges: ReadonlyMap<string, Area>;
  readonly marks: ReadonlyMap<string, MarkLevel>;
  /** The file says how its cells stand; otherwise merged areas are taken for headings. */
  readonly isStyled: boolean;
  readonly mannerAt: (row: number, column: number) => CellManner | undefined;
  readonly isFilled: (row: number, column: number) => boolean;
  /** The last row and column that hold something; 0 on an empty sheet. */
  readonly last: Place;
  /** Pixels of a point of letters: digits of the usual font then fit their columns as in Excel. */
  readonly pixelsPerPoint: number;
  readonly layout: SheetLayout;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Empty rows and columns behind the last one, to type in. */
const SPARE_ROWS = 20;
const SPARE_COLUMNS = 4;
const LEAST_ROWS = 40;
const LEAST_COLUMNS = 12;
/** What a stated size is at least, so that it can be seen. */
const SLIMMEST = 3;
/** Of the view, in pixels: what frozen rows and columns must leave to scroll in. */
const LEAST_SCROLLED = 120;

/** How many rows and columns the grid has. */
export function gridSize(sheet: Sheet): { readonly rows: number; readonly columns: number } {
  return {
    rows: Math.max(sheet.grid.length + SPARE_ROWS, LEAST_ROWS),
    columns: Math.max(sheet.columnCount + SPARE_COLUMNS, LEAST_COLUMNS),
  };
}

/** `zoom`: 1 is 100 %. */
export function geometryOf(sheet: Sheet, layout: SheetLayout = PLAIN_LAYOUT, zoom = 1): Geometry {
  const { rows: rowCount, columns: columnCount } = gridSize(sheet);
  const merges = cellsOf(sheet.merged.map((area) => ({ areas: [area], of: area })));
  const plainWidth = (column: number): number => (layout.widths.get(column) ?? layout.defaultWidth) * layout.digitWidth + 5;
  const width = (column: number): number => Math.max(SLIMMEST, Math.round(plainWidth(column) * zoom));
  const needed = neededHeights(sheet, layout, plainWidth, (row, column) => merges.has(keyOf(row, column)));
  const height = (row: number): number =>
    Math.max(SLIMMEST, Math.round((layout.heights.get(row) ?? Math.max(layout.defaultHeight, needed(row))) * POINT * zoom));
  const { manners, rowManners, columnManners } = layout;
  return {
    rows: axisOf(rowCount, sheet.hiddenRows, height),
    columns: axisOf(columnCount, sheet.hiddenColumns, width),
    frozenRows: Math.min(layout.frozenRows, rowCount),
    frozenColumns: Math.min(layout.frozenColumns, columnCount),
    isStyled: manners.length > 0,
    mannerAt: (row, column) => manners[row]?.[column] ?? rowManners.get(row) ?? columnManners.get(column),
    isFilled: (row, column) => (sheet.grid[row]?.[column]?.value ?? null) !== null,
    last: { row: Math.max(0, sheet.grid.length - 1), column: Math.max(0, sheet.columnCount - 1) },
    pixelsPerPoint: LETTER_POINT * zoom,
    layout,
    mergedAreas: sheet.merged,
    merges,
    marks: cellsOf(loudestLast(shownMarks(layout, sheet)).map(({ areas, level }) => ({ areas, of: level }))),
  };
}

/** How many rows and columns stay in view: all that the file freezes, or none where too little would be left to scroll in. */
export function frozenIn(geometry: Geometry, height: number, width: number): { readonly rows: number; readonly columns: number } {
  const { rows, columns, frozenRows, frozenColumns } = geometry;
  return {
    rows: startOf(rows, frozenRows) + LEAST_SCROLLED <= height ? frozenRows : 0,
    columns: startOf(columns, frozenColumns) + LEAST_SCROLLED <= width ? frozenColumns : 0,
  };
}

function axisOf(count: number, hidden: ReadonlySet<number>, sizeOf: (index: number) => number): Axis {
  const starts = [0];
  for (let index = 0; index < count; index++) starts.push((starts[index] ?? 0) + (hidden.has(index) ? 0 : sizeOf(index)));
  return { count, starts };
}

const LOUDNESS: readonly MarkLevel[] = ['within-rounding', 'warning', 'error'];

function shownMarks({ marks }: SheetLayout, sheet: Sheet): SheetLayout['marks'] {
  return marks.filter(({ when }) => when === undefined || isConditionTrue(when, sheet));
}

function loudestLast(marks: SheetLayout['marks']): SheetLayout['marks'] {
  return [...marks].sort((a, b) => LOUDNESS.indexOf(a.level) - LOUDNESS.indexOf(b.level));
}

function cellsOf<Kind>(pieces: readonly { readonly areas: readonly Area[]; readonly of: Kind }[]): Map<string, Kind> {
  const cells = new Map<string, Kind>();
  for (const { areas, of } of pieces)
    for (const { top, left, bottom, right } of areas)
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.set(keyOf(row, column), of);
  return cells;
}

export function keyOf(row: number, column: number): string {
  return `${row},${column}`;
}

export function startOf(axis: Axis, index: number): number {
  return axis.starts[Math.min(index, axis.count)] ?? 0;
}

/** The pixels from the beginning of `from` to the end of `to`. */
export function sizeOf(axis: Axis, from: number, to = from): number {
  return startOf(axis, to + 1) - startOf(axis, from);
}

/** The whole merged area a cell belongs to, or the cell itself. */
export function areaAt({ merges }: Geometry, row: number, column: number): Area {
  // Most sheets merge few cells, and every cell drawn asks.
  return (merges.size === 0 ? undefined : merges.get(keyOf(row, column))) ?? { top: row, left: column, bottom: row, right: column };
}

/** The next cell in a direction, over hidden ones and across merged areas; the same where there is none. */
export function stepFrom(geometry: Geometry, at: Place, down: number, right: number): Place {
  const area = areaAt(geometry, at.row, at.column);
  const row = down === 0 ? at.row : walk(geometry.rows, down > 0 ? area.bottom : area.top, down);
  const column = right === 0 ? at.column : walk(geometry.columns, right > 0 ? area.right : area.left, right);
  return { row, column };
}

function walk(axis: Axis, from: number, by: number): number {
  const direction = Math.sign(by);
  let found = from;
  let left = Math.abs(by);
  for (let index = from + direction; index >= 0 && index < axis.count && left > 0; index += direction) {
    if (sizeOf(axis, index) === 0) continue;
    found = index;
    left--;
  }
  return found;
}

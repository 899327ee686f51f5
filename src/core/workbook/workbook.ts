/** The workbook snapshot (工作簿快照): what a host has read, immutable; the core sees nothing else of a file or of Excel. */
import type { Area } from './address.ts';

/** An error value such as #REF! or #DIV/0!. */
export interface CellError {
  readonly error: string;
}

export type CellValue = number | string | boolean | CellError | null;

/** `undefined` is as good as absent: hosts that read many cells give them all the same shape. */
export interface Cell {
  readonly value: CellValue;
  /** The formula without its leading «=», as written in A1 style. */
  readonly formula?: string | undefined;
  /** The cells that this one's formula fills together (多单元格数组公式、溢出), where they are several; all of them carry its text. */
  readonly array?: Area | undefined;
  /** The number format code; absent means General (常规). */
  readonly format?: string | undefined;
  /** The text as shown, where the host knows it; otherwise `shownText` computes it. */
  readonly text?: string | undefined;
  /** Indent level of the alignment (缩进), when not 0. */
  readonly indent?: number | undefined;
}

export interface Sheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** By row, then column; holes are empty cells. Trailing empty rows and columns are not stored. */
  readonly grid: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly columnCount: number;
  readonly merged: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Whether the sheet is protected against editing (工作表保护). */
  readonly isProtected: boolean;
  /** Which of our own sheets this is (see SheetContent); stays when the user renames it. */
  readonly tag?: string;
}

export interface Workbook {
  /** The file's name without its folder, as people call it. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  /** 1904 date system (Mac). */
  readonly date1904: boolean;
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.grid[row]?.[column];
}

export function isError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

export function findSheet(workbook: Workbook, name: string): Sheet | undefined {
  return workbook.sheets.find((sheet) => sheet.name === name);
}

/** A sheet from rows of plain values; for hosts that read text (csv) and for tests. */
export function sheetFromRows(
  name: string,
  rows: readonly (readonly (Cell | CellValue | undefined)[])[],
  more: Partial<Pick<Sheet, 'merged' | 'visibility' | 'hiddenRows' | 'hiddenColumns' | 'isProtected'>> = {},
): Sheet {
  const grid = rows.map((row) =>
    row.map((cell): Cell | undefined => {
      if (cell === undefined || cell === null || cell === '') return undefined;
      return typeof cell === 'object' && 'value' in cell ? cell : { value: cell };
    }),
  );
  return {
    name,
    visibility: 'visible',
    grid,
    columnCount: Math.max(0, ...grid.map((row) => row.length)),
    merged: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    isProtected: false,
    ...more,
  };
}

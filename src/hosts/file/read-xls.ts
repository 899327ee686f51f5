/** Reads the old binary workbooks (.xls, Excel 97–2003 and WPS) through SheetJS, which is loaded only when such a file comes along. */
import type { WorkSheet } from '@e965/xlsx';
import { parseArea } from '../../core/workbook/address.ts';
import type { Cell, CellValue, Sheet, Workbook } from '../../core/workbook/workbook.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

export async function readXls(bytes: Uint8Array, name: string): Promise<Workbook> {
  const { read } = await import('@e965/xlsx');
  let book: ReturnType<typeof read>;
  try {
    book = read(bytes, { type: 'array', dense: true, cellFormula: true, cellNF: true, cellStyles: true, cellText: false, cellHTML: false });
  } catch (error) {
    const encrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new UnusableWorkbook(encrypted ? 'password' : 'damaged');
  }
  const sheets = book.SheetNames.flatMap((sheetName, tab) => {
    const sheet = book.Sheets[sheetName];
    // Chart and dialog sheets hold no cells.
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    const hidden = book.Workbook?.Sheets?.[tab]?.Hidden ?? 0;
    return [readSheet(sheet, sheetName, hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'very-hidden')];
  });
  if (sheets.length === 0) throw new UnusableWorkbook('no-sheets');
  return { name, sheets, date1904: book.Workbook?.WBProps?.date1904 ?? false };
}

function readSheet(sheet: WorkSheet, name: string, visibility: Sheet['visibility']): Sheet {
  const rows = (sheet['!data'] ?? []) as readonly (readonly (SheetJsCell | undefined)[] | undefined)[];
  const grid: (Cell | undefined)[][] = [];
  let columnCount = 0;
  rows.forEach((row, rowIndex) => {
    row?.forEach((found, column) => {
      const cell = found === undefined ? undefined : toCell(found, rows);
      if (cell === undefined) return;
      (grid[rowIndex] ??= [])[column] = cell;
      columnCount = Math.max(columnCount, column + 1);
    });
  });
  return {
    name,
    visibility,
    grid,
    columnCount,
    merged: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenOnes(sheet['!rows'], grid.length),
    hiddenColumns: hiddenOnes(sheet['!cols'], columnCount),
    // SheetJS takes the protection of an embedded chart for the sheet's; as .xls is never written to, it does not matter.
    isProtected: false,
  };
}

/** The parts of SheetJS's cell that we use. */
interface SheetJsCell {
  readonly t: string;
  readonly v?: unknown;
  readonly f?: string;
  /** The cells that an array formula fills; the formula itself may stand at the first only. */
  readonly F?: string;
  readonly z?: string | number;
}

function toCell(found: SheetJsCell, rows: readonly (readonly (SheetJsCell | undefined)[] | undefined)[]): Cell | undefined {
  const value = valueOf(found);
  const area = found.F === undefined ? undefined : parseArea(found.F);
  const array = area !== undefined && (area.top !== area.bottom || area.left !== area.right) ? area : undefined;
  const formula = found.f ?? (array === undefined ? undefined : rows[array.top]?.[array.left]?.f);
  if (value === null && formula === undefined) return undefined;
  const format = typeof found.z === 'string' && !/^general$/i.test(found.z) ? found.z : undefined;
  return { value, formula, array, format, text: undefined, indent: undefined };
}

function valueOf({ t, v }: SheetJsCell): CellValue {
  if (t === 'e') return { error: ERRORS[Number(v)] ?? '#VALUE!' };
  if (t === 'z' || v === undefined || v === null) return null;
  if (typeof v === 'string') return v.replace(/\r\n?/g, '\n');
  return typeof v === 'number' || typeof v === 'boolean' ? v : null;
}

function hiddenOnes(infos: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined, count: number): Set<number> {
  const found = new Set<number>();
  infos?.forEach((info, index) => {
    if (info?.hidden === true && index < count) found.add(index);
  });
  return found;
}

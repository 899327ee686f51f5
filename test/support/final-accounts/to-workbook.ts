/** Turns written sheets straight into a workbook snapshot (不经文件), as a host would have read them: quick enough for thousands of property runs. */
import type { CellStyle, ContentCell, SheetContent } from '../../../src/core/edits/sheet-content.ts';
import type { Cell, Sheet, Workbook } from '../../../src/core/workbook/workbook.ts';
import { sheetFromRows } from '../../../src/core/workbook/workbook.ts';

const AMOUNT_FORMAT = '#,##0.00';
const FORMATS: Partial<Record<CellStyle, string>> = { amount: AMOUNT_FORMAT, 'bordered-amount': AMOUNT_FORMAT, percent: '0.00%' };

/** The plain values of a sheet, blank cells as null: for readable expectations. */
export function toRows(content: SheetContent): readonly (readonly (string | number | null)[])[] {
  return content.rows.map((row) => row.map((cell) => cell?.value ?? null));
}

export function toSheet(content: SheetContent): Sheet {
  const rows = content.rows.map((row) => row.map(toCell));
  return sheetFromRows(content.name, trimmed(rows), {
    merged: content.merged ?? [],
    hiddenColumns: new Set(content.hiddenColumns ?? []),
  });
}

export function toWorkbook(contents: readonly SheetContent[], name = '决算.xlsx'): Workbook {
  return { name, sheets: contents.map(toSheet), date1904: false };
}

function toCell(cell: ContentCell | null): Cell | undefined {
  if (cell === null || (cell.value === null && cell.formula === undefined)) return undefined;
  const format = cell.format ?? (typeof cell.value === 'number' && cell.style !== undefined ? FORMATS[cell.style] : undefined);
  return {
    value: cell.value,
    ...(cell.formula === undefined ? {} : { formula: cell.formula }),
    ...(format === undefined || format === 'General' ? {} : { format }),
  };
}

/** Snapshots store no empty cells at the end of a row, nor empty rows at the end of a sheet. */
function trimmed(rows: readonly (readonly (Cell | undefined)[])[]): readonly (readonly (Cell | undefined)[])[] {
  return upToLast(
    rows.map((row) => upToLast(row, (cell) => cell !== undefined)),
    (row) => row.length > 0,
  );
}

function upToLast<T>(list: readonly T[], isFull: (entry: T) => boolean): readonly T[] {
  let length = list.length;
  while (length > 0 && !isFull(list[length - 1] as T)) length -= 1;
  return list.slice(0, length);
}

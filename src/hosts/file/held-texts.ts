/** Whether people have written into a sheet of ours (自有工作表是否被改过): every text in it must be one that we wrote before or are about to write. */
import type { SheetContent } from '../../core/edits/sheet-content.ts';
import { type Cell, type CellValue, isError, type Sheet } from '../../core/workbook/workbook.ts';

/** True when writing over the sheet loses nothing; `known` are the contents we wrote there before and the one to come. */
export function holdsNothingNew(sheet: Sheet, known: readonly SheetContent[]): boolean {
  const texts = new Set(
    known.flatMap(({ rows, replaces = [] }) => [
      ...rows.flatMap((row) => row.map((cell) => canonical(cell?.value ?? null))),
      ...replaces.map(canonical),
    ]),
  );
  const isKnown = ({ value, formula }: Cell): boolean =>
    // A formula of ours may wait for Excel and show no text meanwhile.
    texts.has(canonical(value)) || (formula !== undefined && texts.has(canonical(`=${formula}`)));
  return sheet.grid.every((cells) => (cells ?? []).every((cell) => cell === undefined || isKnown(cell)));
}

/** A file may keep a number with a digit less, and line ends of another kind; neither is an edit. */
function canonical(value: CellValue): string {
  if (value === null || value === '') return '';
  if (isError(value)) return `e${value.error}`;
  return typeof value === 'number' ? `n${Number(value.toPrecision(14))}` : `t${String(value).replaceAll('\r\n', '\n')}`;
}

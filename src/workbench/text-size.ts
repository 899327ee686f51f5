/** How much room a text takes (文字大小), without measuring it on the screen: enough to know what overflows, shrinks or needs a higher row. */
import { isError, type Sheet } from '../core/workbook/workbook.ts';
import type { CellManner } from '../hosts/file/cell-manners.ts';
import type { SheetLayout } from '../hosts/file/read-layout.ts';

/** Pixels of a point of heights at 100 %. */
export const POINT = 4 / 3;
/** Of letters somewhat less: the fonts of the page are wider than those that files name. */
export const LETTER_POINT = 13 / 11;
/** Digits of the page's fonts, in parts of the letter size. */
export const DIGIT = 0.56;
const POINTS = ",.:;'| ";
const NARROW = 0.3;
export const PADDING = 10;
const LINE = 1.35;

/** Pixels of a line of text whose letters are `size` pixels high: Chinese ones are square, others about half as wide. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += letter > '\u10ff' ? 1 : POINTS.includes(letter) ? NARROW : DIGIT;
  return width * size;
}

/** By row, in points: what rows without a stated height need for large letters and wrapped texts, as Excel finds out when it opens the file. */
export function neededHeights(
  sheet: Sheet,
  layout: SheetLayout,
  widthOf: (column: number) => number,
  isMerged: (row: number, column: number) => boolean,
): (row: number) => number {
  const forCell = (manner: CellManner, row: number, column: number): number => {
    const size = manner.size ?? layout.fontSize;
    const text = sheet.grid[row]?.[column]?.value;
    if (manner.turned !== undefined && typeof text === 'string' && !isMerged(row, column))
      return manner.turned === 'upright' ? text.length * size * LINE : textWidth(text, size) + size;
    if (manner.isWrapped !== true) return manner.size === undefined ? 0 : size * LINE;
    const value = sheet.grid[row]?.[column]?.value ?? null;
    if (value === null || isError(value) || isMerged(row, column)) return 0;
    const room = Math.max(1, widthOf(column) - PADDING);
    const lines = String(value)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, size * LETTER_POINT) / room)), 0);
    // Letters are drawn somewhat smaller than their points.
    return lines * size * LINE * (LETTER_POINT / POINT) + 2;
  };
  return (row) => {
    let most = 0;
    layout.manners[row]?.forEach((manner, column) => {
      if (manner !== undefined && (manner.isWrapped === true || manner.size !== undefined || manner.turned !== undefined))
        most = Math.max(most, forCell(manner, row, column));
    });
    // Excel knows no higher row.
    return Math.min(most, 409);
  };
}

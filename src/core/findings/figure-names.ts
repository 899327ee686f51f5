/** What the figures of an ordinary table are called (行列名称): the first words of their row, and the words or the year above them. */
import { runsOn } from '../discovery/label-figures.ts';
import type { ShownTable } from '../discovery/number-grid.ts';
import { type DecimalMark, readNumber } from '../discovery/read-number.ts';

const LONGEST_NAME = 24;

/** The first words of a row and their column; a code before the name is passed over. */
export function firstName(
  { columns, textAt }: ShownTable,
  row: number,
  mark: DecimalMark,
): { readonly column: number; readonly text: string } {
  for (let column = 0; column < columns; column++) {
    const text = textAt(row, column);
    if (/\p{L}/u.test(text) && readNumber(text, mark) === undefined) return { column, text: short(text) };
  }
  return { column: Infinity, text: '' };
}

/** For each row the nearest words above it in the column, or the year; an amount such as 2,025 or 1993 is none. */
export function namesDown(
  { rows, textAt }: ShownTable,
  column: number,
  mark: DecimalMark,
  years: (row: number) => number,
): readonly string[] {
  let name = '';
  return Array.from({ length: rows }, (_, row) => {
    const above = name;
    const text = textAt(row, column);
    const isWord = readNumber(text, mark) === undefined && /[\p{L}\d]/u.test(text);
    if (isWord || (isYear(text) && years(row) >= (name === '' ? 1 : 2))) name = short(text);
    return above;
  });
}

/** How many years a row consists of; 0 where it holds any other figure, or years in no order. */
export function yearsIn({ columns, textAt }: ShownTable, row: number, mark: DecimalMark): number {
  const years: number[] = [];
  for (let column = 0; column < columns; column++) {
    const text = textAt(row, column);
    if (isYear(text)) years.push(Number(text));
    else if (readNumber(text, mark) !== undefined) return 0;
  }
  return runsOn(years) ? years.length : 0;
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

/** In one line, and no longer than a message can bear. */
export function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}

/** What lines are called (行列名称): the texts above a column's first amount, and those left of a row's. */
import type { NumberGrid } from './number-grid.ts';

export interface LabelText {
  readonly all: string;
  readonly lowest: string;
  readonly indent: number;
}

const MOST_HEADINGS = 6;

/** The texts above the first amount of a column, nearest last; a blank heading belongs to the text on its left. */
export function headings(grid: NumberGrid, named: Uint8Array, column: number): LabelText {
  let first = 0;
  while (first < grid.rows && !isAmount(grid, named, first, column)) first += 1;
  if (first === grid.rows) return { all: '', lowest: '', indent: 0 };
  const texts: string[] = [];
  let lowest = '';
  for (let row = first - 1; row >= 0 && texts.length < MOST_HEADINGS; row--) {
    const text = grid.textAt(row, column).trim();
    if (text === '' || text.length > 80) continue;
    texts.unshift(text);
    if (lowest === '' && Number.isNaN(grid.value[row * grid.columns + column] ?? Number.NaN)) lowest = text;
  }
  return { all: texts.join(' '), lowest, indent: 0 };
}

/** The texts left of the first amount of a row. */
export function rowLabel(grid: NumberGrid, named: Uint8Array, row: number): LabelText {
  const texts: string[] = [];
  let indent = 0;
  for (let column = 0; column < grid.columns && texts.length < MOST_HEADINGS; column++) {
    if (isAmount(grid, named, row, column)) break;
    const text = grid.textAt(row, column);
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length > 200) continue;
    if (texts.length === 0) indent = Math.min(100, 8 * column + leadingSpaces(text));
    texts.push(trimmed);
  }
  if (texts.length === 0) return trailingLabel(grid, row);
  return { all: texts.join(' '), lowest: texts.at(-1) ?? '', indent };
}

/** The first text right of the amounts, for tables that are labelled there. */
function trailingLabel(grid: NumberGrid, row: number): LabelText {
  for (let column = 0; column < grid.columns; column++) {
    if (isFigure(grid, row, column)) continue;
    const text = grid.textAt(row, column);
    const trimmed = text.trim();
    if (trimmed.length > 1 && text.length <= 200) return { all: trimmed, lowest: trimmed, indent: 0 };
  }
  return { all: '', lowest: '', indent: 0 };
}

function leadingSpaces(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char === '\u3000') width += 2;
    else if (char === ' ' || char === '\u00A0' || char === '-' || char === '–' || char === '•' || char === '·') width += 1;
    else break;
  }
  return width;
}

function isFigure(grid: NumberGrid, row: number, column: number): boolean {
  return !Number.isNaN(grid.value[row * grid.columns + column] ?? Number.NaN);
}

function isAmount(grid: NumberGrid, named: Uint8Array, row: number, column: number): boolean {
  const at = row * grid.columns + column;
  return !Number.isNaN(grid.value[at] ?? Number.NaN) && named[at] !== 1;
}

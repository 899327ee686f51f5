/** Figures that are names, not amounts (标签数字): years, serial numbers, codes, the numbered heading «1 2 3 4» (栏次). */
import type { NumberGrid } from './number-grid.ts';

/** Bits by cell: 1 where a figure is a label. */
export function labelFigures(grid: NumberGrid): Uint8Array {
  const labels = new Uint8Array(grid.value.length);
  const { rows, columns } = grid;
  for (let row = 0; row < rows; row++) {
    const line = lineOf(grid, row * columns, columns, 1);
    if (isHeading(line)) mark(labels, row * columns, columns, 1);
  }
  let amountsSeen = false;
  for (let column = 0; column < columns; column++) {
    const line = lineOf(grid, column, rows, columns);
    if (line.values.length === 0) continue;
    if (isKey(line, () => CODE_WORD.test(headingOf(grid, column)), amountsSeen)) mark(labels, column, rows, columns);
    else amountsSeen = true;
  }
  return labels;
}

interface FigureLine {
  /** All that stand before the first fraction, and that one. */
  readonly values: readonly number[];
  readonly whole: boolean;
}

const CODE_WORD = /^(?:序号|行次|代码|编码|科目编码|科目代码|编号|项目编码|code|id|no\.?|#|rank|line|zip)$/i;

function lineOf(grid: NumberGrid, start: number, length: number, step: number): FigureLine {
  const unit = 10 ** grid.scale;
  const values: number[] = [];
  for (let k = 0, at = start; k < length; k++, at += step) {
    const value = grid.value[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    values.push(value / unit);
    // Years, serial numbers and codes are whole: the rest of the line cannot make it one of them.
    if (value % unit !== 0) return { values, whole: false };
  }
  return { values, whole: true };
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2100;
}

/** A row of years, or of 1 2 3 … in a row of its own. */
function isHeading({ values, whole }: FigureLine): boolean {
  if (!whole || values.length < 2) return false;
  if (values.every(isYear)) return steady(values, 10) || new Set(values).size <= values.length / 2 + 1;
  return values.length >= 3 && values[0] === 1 && values.every((value, k) => value === k + 1);
}

/** A column of years, serial numbers or codes to the left of all amounts. */
function isKey({ values, whole }: FigureLine, isNamed: () => boolean, amountsSeen: boolean): boolean {
  if (!whole || values.length < 2) return false;
  if (isNamed()) return true;
  if (amountsSeen) return false;
  if (values.every(isYear)) return values.length < 4 || steady(values, 10);
  return values.length >= 4 && values.every((value, k) => k === 0 || value === (values[k - 1] ?? 0) + 1);
}

/** Goes one way by small steps, repeats allowed. */
function steady(values: readonly number[], widest: number): boolean {
  let up = 0;
  let down = 0;
  for (let k = 1; k < values.length; k++) {
    const step = (values[k] ?? 0) - (values[k - 1] ?? 0);
    if (Math.abs(step) > widest) continue;
    if (step > 0) up += 1;
    if (step < 0) down += 1;
  }
  return up === 0 || down === 0 || Math.min(up, down) * 4 <= Math.max(up, down);
}

/** The lowest text above the first figure of a column. */
function headingOf(grid: NumberGrid, column: number): string {
  let heading = '';
  for (let row = 0; row < grid.rows; row++) {
    if (!Number.isNaN(grid.value[row * grid.columns + column] ?? Number.NaN)) return heading;
    const text = grid.textAt(row, column).trim();
    if (text !== '') heading = text;
  }
  return '';
}

function mark(labels: Uint8Array, start: number, length: number, step: number): void {
  for (let k = 0, at = start; k < length; k++, at += step) labels[at] = 1;
}

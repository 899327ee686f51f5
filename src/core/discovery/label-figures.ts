/** Figures that are names, not amounts (标签数字): years, serial numbers, codes, the numbered heading «1 2 3 4» (栏次). */
import type { NumberGrid } from './number-grid.ts';

/** Bits by cell: 1 where a figure is a label. */
export function labelFigures(grid: NumberGrid): Uint8Array {
  const labels = new Uint8Array(grid.value.length);
  const { rows, columns } = grid;
  const headings: (readonly number[])[] = [];
  for (let row = 0; row < rows; row++) {
    const { values, whole } = lineOf(grid, row * columns, columns, 1);
    if (!whole || !(isNumbering(grid, row, values) || areYears(grid, row, values))) continue;
    const isRepeated = headings.some((known) => known.every((figure, k) => figure === values[k]));
    if (!isRepeated && (followsFigures(grid, labels, row) || isNamedLine(grid, row, values[0] === 1))) continue;
    mark(labels, row * columns, columns, 1);
    headings.push(values);
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

const MOST_BY_CHANCE = 4;
const NUMBERING_LABEL = /^(?:栏次?|行次?|列次|栏号|序号|项目|指标|[甲乙丙丁a-z]|columns?|col\.?|no\.?|[\p{P}\p{S}]*)$/iu;

/** 1 2 3 … in a row of its own (栏次): one man, two women, three in all are none. */
function isNumbering(grid: NumberGrid, row: number, values: readonly number[]): boolean {
  if (values.length < 3 || !values.every((value, k) => value === k + 1)) return false;
  return values.length > MOST_BY_CHANCE || wordsIn(grid, row).every((text) => NUMBERING_LABEL.test(text.replace(/\s/g, '')));
}

function wordsIn({ columns, value, textAt }: NumberGrid, row: number): readonly string[] {
  const words: string[] = [];
  for (let column = 0; column < columns; column++)
    if (Number.isNaN(value[row * columns + column] ?? Number.NaN)) words.push(textAt(row, column));
  return words;
}

/** Years as a heading has them: wages of 2000 and 1950 are none. */
function areYears(grid: NumberGrid, row: number, values: readonly number[]): boolean {
  return values.length >= 2 && values.every(isYear) && runsOn(values) && arePrintedAsYears(grid, row);
}

const WIDEST_STEP = 10;
const WIDEST_ONLY_STEP = 5;

/** Whether years stand as in a heading: year by year one way, every few years, or the same years once more. */
export function runsOn(values: readonly number[]): boolean {
  const widest = values.length === 2 ? WIDEST_ONLY_STEP : WIDEST_STEP;
  const [first = 0] = values;
  const direction = Math.sign((values.find((year) => year !== first) ?? first) - first);
  return values.every((year, k) => {
    const step = k === 0 ? 0 : year - (values[k - 1] ?? 0);
    return step === 0 || values.indexOf(year) < k || (Math.sign(step) === direction && Math.abs(step) <= widest);
  });
}

/** 2023, not 2,023. */
function arePrintedAsYears(grid: NumberGrid, row: number): boolean {
  for (let column = 0; column < grid.columns; column++) {
    if (Number.isNaN(grid.value[row * grid.columns + column] ?? Number.NaN)) continue;
    if (/\d[,\s]\d/.test(grid.textAt(row, column))) return false;
  }
  return true;
}

const HEADING_LABEL = /年|期|单位|科目|名称|类别|year|period|item|thousand|million|[$€£]|^[\s\p{P}\p{S}]*$/iu;

/** Whether a row has a name of its own under columns that are all named: 一厂 had 2015 people at the beginning and 2016 at the end. 甲 numbers columns, no years. */
function isNamedLine(grid: NumberGrid, row: number, isNumbered: boolean): boolean {
  const isHeading = wordsIn(grid, row).every(
    (text) => HEADING_LABEL.test(text) || (isNumbered && NUMBERING_LABEL.test(text.replace(/\s/g, ''))),
  );
  if (isHeading) return false;
  for (let above = row - 1; above >= 0; above--) {
    let isBlank = true;
    let areNamed = true;
    for (let column = 0; column < grid.columns; column++) {
      if (grid.textAt(above, column) !== '') isBlank = false;
      else if (!Number.isNaN(grid.value[row * grid.columns + column] ?? Number.NaN)) areNamed = false;
    }
    if (!isBlank) return areNamed;
  }
  return false;
}

/** Whether the next row above that is not blank holds amounts: only what was a heading before begins another block below them. */
function followsFigures(grid: NumberGrid, labels: Uint8Array, row: number): boolean {
  for (let above = row - 1; above >= 0; above--) {
    let isBlank = true;
    for (let column = 0; column < grid.columns; column++) {
      const at = above * grid.columns + column;
      if (!Number.isNaN(grid.value[at] ?? Number.NaN) && labels[at] !== 1) return true;
      if (grid.textAt(above, column) !== '') isBlank = false;
    }
    if (!isBlank) return false;
  }
  return false;
}

/** A column of years, serial numbers or codes to the left of all amounts. */
function isKey({ values, whole }: FigureLine, isNamed: () => boolean, amountsSeen: boolean): boolean {
  if (!whole || values.length < 2) return false;
  if (isNamed()) return true;
  if (amountsSeen) return false;
  if (values.every(isYear)) return values.length < 4 || steady(values, 10);
  return values.length >= 4 && values.every((value, k) => k === 0 || value === (values[k - 1] ?? 0) + 1);
}

/** Goes one way by small steps, repeats allowed; wages of 2000, 1950 and 2080 do not. */
function steady(values: readonly number[], widest: number): boolean {
  let up = 0;
  let down = 0;
  let wide = 0;
  for (let k = 1; k < values.length; k++) {
    const step = (values[k] ?? 0) - (values[k - 1] ?? 0);
    if (Math.abs(step) > widest) wide += 1;
    else if (step > 0) up += 1;
    else if (step < 0) down += 1;
  }
  if (wide * 2 > values.length) return false;
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

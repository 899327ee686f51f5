/** A table as figures (数表): every cell a scaled integer in a double, with the half unit its printed decimals leave open. */
import { type DecimalMark, decimalMarkOf, readNumber } from './read-number.ts';

export type Grid = readonly (readonly string[])[];

/** A table as its reader sees it. */
export interface ShownTable {
  readonly rows: number;
  readonly columns: number;
  /** What a cell shows; nothing outside the table. */
  readonly textAt: (row: number, column: number) => string;
  /** The figures that need not be read from their text, were they written with a decimal point. */
  readonly stored?: StoredFigures;
}

/** Row by row; what `readNumber` would say of the text that the cell shows. */
export interface StoredFigures {
  /** NaN where only the text tells. */
  readonly value: Float64Array;
  readonly decimals: Uint8Array;
}

export interface NumberGrid {
  readonly rows: number;
  readonly columns: number;
  readonly textAt: ShownTable['textAt'];
  /** Row by row: value × 10^scale, NaN where there is no figure. Integers below 2^53, so that sums are exact. */
  readonly value: Float64Array;
  /** Half a unit of the last printed decimal, in the same scale. */
  readonly half: Float64Array;
  readonly decimals: Uint8Array;
  readonly percent: Uint8Array;
  /** Power of ten. */
  readonly scale: number;
  /** The figures × 10^FINE_SCALE where doubles cannot add them up exactly; undefined where they can. */
  readonly fine: readonly bigint[] | undefined;
  /** 3 or 5 where counts were rounded at random to multiples of it, else 1. */
  readonly step: number;
}

const MOST_DECIMALS = 6;
/** Enough for every decimal a spreadsheet prints. */
export const FINE_SCALE = 15;
const EXACT = 2 ** 53;

/** `mark`: the decimal mark where it is known; otherwise the figures tell. */
export function readGrid(grid: Grid, mark?: DecimalMark): NumberGrid {
  return readTable(tableOfTexts(grid), mark ?? decimalMarkOf(grid));
}

/** A table of texts, whose rows may differ in length. */
export function tableOfTexts(grid: Grid): ShownTable {
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
  return { rows: grid.length, columns, textAt: (row, column) => grid[row]?.[column] ?? '' };
}

export function readTable({ rows, columns, textAt, stored }: ShownTable, mark: DecimalMark): NumberGrid {
  const cells = rows * columns;
  const value = new Float64Array(cells).fill(Number.NaN);
  const decimals = new Uint8Array(cells);
  const percent = new Uint8Array(cells);
  const known = mark === '.' ? stored : undefined;
  let finest = 0;
  let total = 0;
  for (let at = 0, row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      let figure = known?.value[at] ?? Number.NaN;
      let own = known?.decimals[at] ?? 0;
      if (Number.isNaN(figure)) {
        const read = readNumber(textAt(row, column), mark);
        if (read === undefined) continue;
        figure = read.value;
        own = read.decimals;
        percent[at] = read.percent ? 1 : 0;
      }
      value[at] = figure;
      decimals[at] = Math.min(own, 15);
      finest = Math.max(finest, own);
      total += Math.abs(figure);
    }
  }
  let scale = Math.min(finest, MOST_DECIMALS);
  const fine = total * 10 ** scale >= EXACT ? fineFigures(value, decimals) : undefined;
  // Coarser steps keep a table of huge figures exact where its printed digits are; its finer cells keep their fractions.
  while (scale > 0 && total * 10 ** scale >= EXACT) scale -= 1;
  const step = commonStep(value);
  const half = halfUnits(value, promisedDecimals(value, decimals, rows, columns), scale);
  const unit = 10 ** scale;
  for (let at = 0; at < cells; at++) {
    const scaled = (value[at] ?? Number.NaN) * unit;
    value[at] = (decimals[at] ?? 0) <= scale ? Math.round(scaled) : scaled;
  }
  return { rows, columns, textAt, value, half, decimals, percent, scale, fine, step };
}

/** Half a unit of the decimals that each figure promises, in the table's scale; 0 where there is no figure. */
function halfUnits(value: Float64Array, promised: Uint8Array, scale: number): Float64Array {
  const units = Array.from({ length: 16 }, (_, decimals) => 0.5 * 10 ** (scale - decimals));
  const half = new Float64Array(value.length);
  for (let at = 0; at < value.length; at++) if (!Number.isNaN(value[at] ?? Number.NaN)) half[at] = units[promised[at] ?? 0] ?? 0;
  return half;
}

/** Fifteen digits are all that a spreadsheet keeps of a figure, so its own double, scaled by its own decimals, is exact. */
function fineFigures(value: Float64Array, decimals: Uint8Array): readonly bigint[] {
  return Array.from(value, (figure, at) => {
    if (!Number.isFinite(figure)) return 0n;
    // A whole number need not be scaled, and one of three hundred digits cannot.
    const own = Number.isInteger(figure) ? 0 : Math.min(FINE_SCALE, decimals[at] ?? 0);
    return BigInt(Math.round(figure * 10 ** own)) * 10n ** BigInt(FINE_SCALE - own);
  });
}

/** Statistics offices round counts to multiples of 3 or 5 so that nobody can be recognised; then every figure of the table is one. */
function commonStep(value: Float64Array): number {
  for (const step of [5, 3]) {
    let figures = 0;
    let multiples = 0;
    let odd = 0;
    for (const figure of value) {
      if (Number.isNaN(figure) || figure === 0) continue;
      if (figure % 1 !== 0) return 1;
      figures += 1;
      if (figure % step === 0) multiples += 1;
      if (figure % (step * 2) !== 0) odd += 1;
    }
    if (figures >= 40 && multiples >= 0.95 * figures && odd * 4 >= figures) return step;
  }
  return 1;
}

/** «5» in a column and row of «5.25» stands for 5.00: the General format drops trailing zeros. */
function promisedDecimals(value: Float64Array, decimals: Uint8Array, rows: number, columns: number): Uint8Array {
  const byRow = usualDecimals(value, decimals, rows, (line) => line * columns, columns, 1);
  const byColumn = usualDecimals(value, decimals, columns, (line) => line, rows, columns);
  const promised = new Uint8Array(decimals);
  for (let at = 0, row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const usual = Math.min(byRow[row] ?? 0, byColumn[column] ?? 0);
      if (usual > (decimals[at] ?? 0)) promised[at] = usual;
    }
  }
  return promised;
}

/** The most decimals that at least a third of a line's figures print. */
function usualDecimals(
  value: Float64Array,
  decimals: Uint8Array,
  lines: number,
  start: (line: number) => number,
  length: number,
  step: number,
): Uint8Array {
  const usual = new Uint8Array(lines);
  const counts = new Uint32Array(16);
  for (let line = 0; line < lines; line++) {
    counts.fill(0);
    let figures = 0;
    for (let k = 0, at = start(line); k < length; k++, at += step) {
      if (Number.isNaN(value[at] ?? Number.NaN)) continue;
      figures += 1;
      counts[decimals[at] ?? 0] = (counts[decimals[at] ?? 0] ?? 0) + 1;
    }
    let atLeast = 0;
    for (let d = 15; d > 0; d--) {
      atLeast += counts[d] ?? 0;
      if (atLeast * 3 < figures || figures === 0) continue;
      usual[line] = d;
      break;
    }
  }
  return usual;
}

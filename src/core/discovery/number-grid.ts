/** A table as figures (数表): every cell a scaled integer in a double, with the half unit its printed decimals leave open. */
import { type DecimalMark, decimalMarkOf, readNumber } from './read-number.ts';

export type Grid = readonly (readonly string[])[];

export interface NumberGrid {
  readonly rows: number;
  readonly columns: number;
  readonly text: Grid;
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
const MOST_PRINTED = 15;
/** Half a unit of a decimal, by the power of ten it is scaled to, which is negative for decimals beyond the scale. */
const HALVES = Array.from({ length: MOST_PRINTED + MOST_DECIMALS + 1 }, (_, k) => 0.5 * 10 ** (k - MOST_PRINTED));

/** `mark`: the decimal mark where it is known; otherwise the figures tell. */
export function readGrid(text: Grid, mark: DecimalMark = decimalMarkOf(text)): NumberGrid {
  const rows = text.length;
  const columns = text.reduce((most, row) => Math.max(most, row.length), 0);
  const value = new Float64Array(rows * columns).fill(Number.NaN);
  const decimals = new Uint8Array(rows * columns);
  const percent = new Uint8Array(rows * columns);
  let scale = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const cells = text[row] ?? [];
    for (let column = 0; column < cells.length; column++) {
      const read = readNumber(cells[column] ?? '', mark);
      if (read === undefined) continue;
      const at = row * columns + column;
      value[at] = read.value;
      decimals[at] = Math.min(read.decimals, MOST_PRINTED);
      percent[at] = read.percent ? 1 : 0;
      scale = Math.max(scale, Math.min(read.decimals, MOST_DECIMALS));
      total += Math.abs(read.value);
    }
  }
  const fine = total * 10 ** scale >= EXACT ? fineFigures(value, decimals) : undefined;
  // Coarser steps keep a table of huge figures exact where its printed digits are; its finer cells keep their fractions.
  while (scale > 0 && total * 10 ** scale >= EXACT) scale -= 1;
  const step = commonStep(value);
  const promised = promisedDecimals(value, decimals, rows, columns);
  const half = new Float64Array(rows * columns);
  const unit = 10 ** scale;
  for (let at = 0; at < value.length; at++) {
    const plain = value[at] ?? Number.NaN;
    if (Number.isNaN(plain)) continue;
    const own = decimals[at] ?? 0;
    const scaled = plain * unit;
    value[at] = own <= scale ? Math.round(scaled) : scaled;
    half[at] = HALVES[scale - (promised[at] ?? own) + MOST_PRINTED] ?? 0;
  }
  return { rows, columns, text, value, half, decimals, percent, scale, fine, step };
}

/** Fifteen digits are all that a spreadsheet keeps of a figure, so its own double, scaled by its own decimals, is exact. */
function fineFigures(value: Float64Array, decimals: Uint8Array): readonly bigint[] {
  return Array.from(value, (figure, at) => {
    if (Number.isNaN(figure)) return 0n;
    const own = Math.min(FINE_SCALE, decimals[at] ?? 0);
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
  for (let at = 0; at < value.length; at++) {
    const usual = Math.min(byRow[Math.floor(at / columns)] ?? 0, byColumn[at % columns] ?? 0);
    if (usual > (decimals[at] ?? 0)) promised[at] = usual;
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
  for (let line = 0; line < lines; line++) {
    const counts = new Uint32Array(16);
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

/** Rows and columns seen alike (行列同看): a line is what an equation adds up, an instance is one place along it where the equation can be tested. */
import { labelFigures } from './label-figures.ts';
import { headings, rowLabel } from './line-labels.ts';
import type { NumberGrid } from './number-grid.ts';
import { CHANGE_WORD, labelClass, RATIO_WORD, totalRank, wordsOf } from './words.ts';

/** 'row': the equation lies within one row, so its lines are columns. 'column': its lines are rows. */
export type Direction = 'row' | 'column';

export interface Lines {
  readonly direction: Direction;
  readonly count: number;
  readonly instances: number;
  /** Line by line: scaled figures, NaN for none and for labels. */
  readonly value: Float64Array;
  readonly half: Float64Array;
  /** The same figures instance by instance, for whoever reads many lines at one place. */
  readonly across: { readonly value: Float64Array; readonly half: Float64Array };
  /** The largest power of ten that divides the figure: 25.000 says no more than 25. */
  readonly grain: Float64Array;
  readonly percent: Uint8Array;
  readonly decimals: Uint8Array;
  /** How many figures each line has. */
  readonly figures: Uint32Array;
  readonly label: readonly string[];
  /** The lowest heading or the row label without digits and marks: equal for lines of one kind. */
  readonly kind: readonly string[];
  readonly words: Uint8Array;
  /** How wide the label's total word reaches (`totalRank`). */
  readonly rank: Uint8Array;
  /** How deep the label is set in; 0 where nothing shows it. */
  readonly indent: Uint8Array;
  /** Lines that hold figures, in order. */
  readonly active: readonly number[];
  readonly scale: number;
  /** 10^scale: what 1 is as a scaled figure. */
  readonly unit: number;
  /** The figures × 10^FINE_SCALE, line by line, where doubles cannot add them up exactly. */
  readonly fine: readonly bigint[] | undefined;
  /** How far random rounding throws one figure off (standard deviation, scaled). */
  readonly noise: number;
}

/** Whether a line has a figure other than zero at an instance. */
export function isFilled({ value, instances }: Lines, line: number, at: number): boolean {
  const figure = value[line * instances + at] ?? Number.NaN;
  return !Number.isNaN(figure) && figure !== 0;
}

/** Whether two lines have the very same figures, and none at the same instances. */
export function haveSameFigures({ value, instances }: Lines, one: number, other: number): boolean {
  for (let at = 0; at < instances; at++) {
    if (!Object.is(value[one * instances + at], value[other * instances + at])) return false;
  }
  return true;
}

export function linesOf(grid: NumberGrid): { readonly row: Lines; readonly column: Lines } {
  const named = labelFigures(grid);
  const byRow = amountsOf(grid, named);
  const byColumn = turned(byRow, grid);
  return { row: makeLines(grid, named, 'row', byColumn, byRow), column: makeLines(grid, named, 'column', byRow, byColumn) };
}

/** The cells of a table that hold amounts; NaN and zeros where there is none. */
type Amounts = Pick<Lines, 'value' | 'half' | 'grain' | 'percent' | 'decimals'>;

function noAmounts(cells: number): Amounts {
  return {
    value: new Float64Array(cells).fill(Number.NaN),
    half: new Float64Array(cells),
    grain: new Float64Array(cells),
    percent: new Uint8Array(cells),
    decimals: new Uint8Array(cells),
  };
}

/** Row by row, which is line by line where rows are the lines. */
function amountsOf(grid: NumberGrid, named: Uint8Array): Amounts {
  const amounts = noAmounts(grid.value.length);
  for (let at = 0; at < grid.value.length; at++) {
    const figure = grid.value[at] ?? Number.NaN;
    if (Number.isNaN(figure) || named[at] === 1) continue;
    amounts.value[at] = figure;
    amounts.half[at] = grid.half[at] ?? 0;
    amounts.grain[at] = grainOf(figure);
    amounts.percent[at] = grid.percent[at] ?? 0;
    amounts.decimals[at] = grid.decimals[at] ?? 0;
  }
  return amounts;
}

/** Column by column. */
function turned({ value, half, grain, percent, decimals }: Amounts, { rows, columns }: NumberGrid): Amounts {
  const amounts = noAmounts(value.length);
  for (let column = 0, to = 0; column < columns; column++) {
    for (let row = 0, from = column; row < rows; row++, to++, from += columns) {
      amounts.value[to] = value[from] ?? Number.NaN;
      amounts.half[to] = half[from] ?? 0;
      amounts.grain[to] = grain[from] ?? 0;
      amounts.percent[to] = percent[from] ?? 0;
      amounts.decimals[to] = decimals[from] ?? 0;
    }
  }
  return amounts;
}

/** How many amounts each line has. */
function countFigures(value: Float64Array, count: number, instances: number): Uint32Array {
  const figures = new Uint32Array(count);
  for (let line = 0, at = 0; line < count; line++) {
    let own = 0;
    for (const end = at + instances; at < end; at++) if (!Number.isNaN(value[at] ?? Number.NaN)) own += 1;
    figures[line] = own;
  }
  return figures;
}

function makeLines(grid: NumberGrid, named: Uint8Array, direction: Direction, amounts: Amounts, across: Lines['across']): Lines {
  const count = direction === 'row' ? grid.columns : grid.rows;
  const instances = direction === 'row' ? grid.rows : grid.columns;
  const { value, half, grain, percent, decimals } = amounts;
  const figures = countFigures(value, count, instances);
  const { fine: byRow } = grid;
  const fineByColumn = (): bigint[] =>
    Array.from({ length: count * instances }, (_, k) => byRow?.[(k % instances) * count + Math.floor(k / instances)] ?? 0n);
  const fine = byRow === undefined || direction === 'column' ? byRow : fineByColumn();
  const noise = grid.step === 1 ? 0 : Math.sqrt((grid.step ** 2 - 1) / 6) * 10 ** grid.scale;
  const label: string[] = [];
  const kind: string[] = [];
  const words = new Uint8Array(count);
  const rank = new Uint8Array(count);
  const indent = new Uint8Array(count);
  const active: number[] = [];
  for (let line = 0; line < count; line++) {
    const texts = direction === 'row' ? headings(grid, named, line) : rowLabel(grid, named, line);
    label.push(texts.all);
    kind.push(labelClass(texts.lowest));
    words[line] = wordsOf(texts.all);
    rank[line] = totalRank(texts.all);
    indent[line] = texts.indent;
    if ((figures[line] ?? 0) > 0) active.push(line);
  }
  // Both directions by one literal: the search reads nothing so often, and is slow where objects differ in shape.
  return {
    direction,
    count,
    instances,
    value,
    half,
    across,
    grain,
    percent,
    decimals,
    figures,
    label,
    kind,
    words,
    rank,
    indent,
    active,
    scale: grid.scale,
    unit: 10 ** grid.scale,
    fine,
    noise,
  };
}

function grainOf(figure: number): number {
  let grain = 1;
  // Below 2^53 a tenth of a figure is whole only if ten divides it; dividing takes less time than `%`.
  for (let rest = figure / 10; figure !== 0 && grain < 1e12 && rest === Math.floor(rest); rest /= 10) grain *= 10;
  return grain;
}

/** Half of its figures or more carry a percent sign. */
export function isPercentLine(lines: Lines, line: number): boolean {
  let percents = 0;
  for (let at = 0; at < lines.instances; at++) percents += lines.percent[line * lines.instances + at] ?? 0;
  return percents > 0 && percents * 2 >= (lines.figures[line] ?? 0);
}

/** A line whose own words or percent signs say that it is no amount. */
export function isRateLine(lines: Lines, line: number): boolean {
  return ((lines.words[line] ?? 0) & (RATIO_WORD | CHANGE_WORD)) !== 0 || isPercentLine(lines, line);
}

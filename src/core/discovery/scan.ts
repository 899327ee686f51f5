/** One instance read for sums (逐列扫描): its figures without blanks, and the walk that adds them up until they make a total. */
import type { Lines } from './lines.ts';
import type { Effort } from './weigh.ts';

const MOST_STEPS_MIXED = 60;

/** Where a run may end by one instance: any view position from `low` to `high`, the lines between being zero or blank. */
export interface Vote {
  readonly low: number;
  readonly high: number;
  readonly bits: number;
}

/** One instance without its blanks; used again for every view and instance. */
export interface Scan {
  readonly figures: Float64Array;
  readonly halves: Float64Array;
  /** View positions. */
  readonly places: Int32Array;
  /** For each view position the first figure at or after it. */
  readonly at: Int32Array;
  /** How far random rounding throws one figure off. */
  readonly noise: number;
  /** How many lines are looked at, and how many of them have a figure. */
  length: number;
  count: number;
  hasNegative: boolean;
  /** Made for the first walk that asks: in nearly every table none does. */
  signs: Signs | undefined;
}

/** For each figure the next negative (positive) one further on, or further back. */
interface Signs {
  readonly negativeAfter: Int32Array;
  readonly positiveAfter: Int32Array;
  readonly negativeBefore: Int32Array;
  readonly positiveBefore: Int32Array;
}

/** For views of at most `length` lines. */
export function makeScan(length: number, noise: number): Scan {
  const integers = (): Int32Array => new Int32Array(length + 1);
  return {
    figures: new Float64Array(length),
    halves: new Float64Array(length),
    places: integers(),
    at: integers(),
    noise,
    length: 0,
    count: 0,
    hasNegative: false,
    signs: undefined,
  };
}

export function fillScan(scan: Scan, lines: Lines, view: readonly number[], at: number): void {
  const { value, half } = lines.across;
  let count = 0;
  let hasNegative = false;
  for (let place = 0; place < view.length; place++) {
    scan.at[place] = count;
    const cell = at * lines.count + (view[place] ?? 0);
    const figure = value[cell] ?? Number.NaN;
    if (Number.isNaN(figure)) continue;
    if (figure < 0) hasNegative = true;
    scan.figures[count] = figure;
    scan.halves[count] = figure === 0 ? 0 : (half[cell] ?? 0);
    scan.places[count] = place;
    count += 1;
  }
  scan.at[view.length] = count;
  scan.length = view.length;
  scan.count = count;
  scan.hasNegative = hasNegative;
  scan.signs = undefined;
}

function signsOf({ figures, count }: Scan): Signs {
  const list = (): Int32Array => new Int32Array(count);
  const signs: Signs = { negativeAfter: list(), positiveAfter: list(), negativeBefore: list(), positiveBefore: list() };
  let negative = -1;
  let positive = -1;
  for (let k = 0; k < count; k++) {
    signs.negativeBefore[k] = negative;
    signs.positiveBefore[k] = positive;
    if ((figures[k] ?? 0) < 0) negative = k;
    if ((figures[k] ?? 0) > 0) positive = k;
  }
  negative = count;
  positive = count;
  for (let k = count - 1; k >= 0; k--) {
    signs.negativeAfter[k] = negative;
    signs.positiveAfter[k] = positive;
    if ((figures[k] ?? 0) < 0) negative = k;
    if ((figures[k] ?? 0) > 0) positive = k;
  }
  return signs;
}

/** For each figure the next one of the sign that is not that of the total; undefined where there is none at all. */
function oppositeOf(scan: Scan, stated: number, forward: boolean): Int32Array | undefined {
  if (stated > 0 && !scan.hasNegative) return undefined;
  const signs = (scan.signs ??= signsOf(scan));
  if (stated > 0) return forward ? signs.negativeAfter : signs.negativeBefore;
  return forward ? signs.positiveAfter : signs.positiveBefore;
}

/** Adds figures from view position `start` until they make the stated figure, give or take `half`. Plain numbers: it runs a hundred times a line. */
export function walk(
  scan: Scan,
  stated: number,
  half: number,
  start: number,
  forward: boolean,
  skipping: boolean,
  effort: Effort,
): Vote | undefined {
  const { count, length } = scan;
  if (start < 0 || start >= length) return undefined;
  const first = forward ? (scan.at[start] ?? count) : (scan.at[start + 1] ?? count) - 1;
  if (first < 0 || first >= count) return undefined;
  // Skipping a blank is no skip.
  if (skipping && (forward ? scan.at[start - 1] === first : (scan.at[start + 2] ?? count) - 1 === first)) return undefined;
  const last = totalAt(scan, stated, half, first, forward, effort);
  return last === -1 ? undefined : voteFor(scan, stated, half, first, last, forward);
}

/** The figure with which those from `first` on make the stated one; -1 when they never do. Nearly all walks end here, after two or three steps. */
function totalAt(scan: Scan, stated: number, half: number, first: number, forward: boolean, effort: Effort): number {
  const { figures, halves, noise, count } = scan;
  const step = forward ? 1 : -1;
  const opposite = oppositeOf(scan, stated, forward);
  let sum = 0;
  let slack = half + 1.5 * noise;
  let nonZero = 0;
  let walked = 0;
  let found = -1;
  for (let k = first; k >= 0 && k < count; k += step) {
    const figure = figures[k] ?? 0;
    walked += 1;
    if (figure === 0) continue;
    sum += figure;
    slack += (halves[k] ?? 0) + 0.5 * noise;
    nonZero += 1;
    const off = stated > 0 ? sum - stated : stated - sum;
    if (off > slack) {
      // Past the total, and nothing of the other sign comes to bring it back.
      const further = opposite?.[k] ?? -1;
      if (further < 0 || further >= count || walked > MOST_STEPS_MIXED) break;
    } else if (off >= -slack && nonZero >= 2) {
      found = k;
      break;
    } else if (walked > 4 * MOST_STEPS_MIXED) {
      const further = opposite?.[k] ?? -1;
      if (further >= 0 && further < count) break;
    }
  }
  effort.steps += walked;
  return found;
}

/** Where the run may end, its figures from `first` to `last` making the stated one. */
function voteFor(scan: Scan, stated: number, half: number, first: number, last: number, forward: boolean): Vote | undefined {
  const { figures, halves, places, noise, count, length } = scan;
  const step = forward ? 1 : -1;
  let sum = 0;
  let slack = half + 1.5 * noise;
  let largest = Math.abs(stated);
  const add = (k: number): void => {
    const figure = figures[k] ?? 0;
    sum += figure;
    if (figure !== 0) slack += (halves[k] ?? 0) + 0.5 * noise;
    largest = Math.max(largest, Math.abs(figure));
  };
  for (let k = first; k !== last + step; k += step) add(k);
  const bits = Math.min(20, Math.log2(1 + largest / (2 * slack)));
  // Rounding alone would do: 1 = 1 + 1 for figures printed without decimals.
  if (bits < 1) return undefined;
  const near = places[last] ?? 0;
  // Further on the rounding of the parts may still hide a small one.
  let past = last + step;
  for (; past >= 0 && past < count; past += step) {
    add(past);
    if (Math.abs(sum - stated) > slack) break;
  }
  const end = past < 0 ? -1 : past >= count ? length : (places[past] ?? 0);
  return { low: Math.min(near, end - step), high: Math.max(near, end - step), bits };
}

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

/** One instance without its blanks. */
export interface Scan {
  readonly figures: Float64Array;
  readonly halves: Float64Array;
  /** View positions. */
  readonly places: Int32Array;
  /** For each view position the first figure at or after it. */
  readonly at: Int32Array;
  /** For each figure the next negative (positive) one further on. */
  readonly negativeAfter: Int32Array;
  readonly positiveAfter: Int32Array;
  readonly negativeBefore: Int32Array;
  readonly positiveBefore: Int32Array;
  readonly length: number;
  count: number;
}

export function makeScan(view: readonly number[]): Scan {
  const length = view.length;
  const integers = (): Int32Array => new Int32Array(length + 1);
  return {
    figures: new Float64Array(length),
    halves: new Float64Array(length),
    places: integers(),
    at: integers(),
    negativeAfter: integers(),
    positiveAfter: integers(),
    negativeBefore: integers(),
    positiveBefore: integers(),
    length,
    count: 0,
  };
}

export function fillScan(scan: Scan, lines: Lines, view: readonly number[], at: number): void {
  const { value, half } = lines.across;
  let count = 0;
  for (let place = 0; place < view.length; place++) {
    scan.at[place] = count;
    const cell = at * lines.count + (view[place] ?? 0);
    const figure = value[cell] ?? Number.NaN;
    if (Number.isNaN(figure)) continue;
    scan.figures[count] = figure;
    scan.halves[count] = figure === 0 ? 0 : (half[cell] ?? 0);
    scan.places[count] = place;
    count += 1;
  }
  scan.at[view.length] = count;
  scan.count = count;
  let negative = -1;
  let positive = -1;
  for (let k = 0; k < count; k++) {
    scan.negativeBefore[k] = negative;
    scan.positiveBefore[k] = positive;
    if ((scan.figures[k] ?? 0) < 0) negative = k;
    if ((scan.figures[k] ?? 0) > 0) positive = k;
  }
  negative = count;
  positive = count;
  for (let k = count - 1; k >= 0; k--) {
    scan.negativeAfter[k] = negative;
    scan.positiveAfter[k] = positive;
    if ((scan.figures[k] ?? 0) < 0) negative = k;
    if ((scan.figures[k] ?? 0) > 0) positive = k;
  }
}

/** What the figures must make. */
export interface Stated {
  readonly stated: number;
  readonly half: number;
  readonly noise: number;
}

/** Adds figures from view position `start` until they make the stated figure. */
export function walk(
  scan: Scan,
  { stated, half, noise }: Stated,
  start: number,
  forward: boolean,
  skipping: boolean,
  effort: Effort,
): Vote | undefined {
  const { figures, halves, places, count, length } = scan;
  if (start < 0 || start >= length) return undefined;
  const step = forward ? 1 : -1;
  let k = forward ? (scan.at[start] ?? count) : (scan.at[start + 1] ?? count) - 1;
  if (k < 0 || k >= count) return undefined;
  // Skipping a blank is no skip.
  if (skipping && (forward ? scan.at[start - 1] === k : (scan.at[start + 2] ?? count) - 1 === k)) return undefined;
  const opposite = stated > 0 ? (forward ? scan.negativeAfter : scan.negativeBefore) : forward ? scan.positiveAfter : scan.positiveBefore;
  let sum = 0;
  let slack = half + 1.5 * noise;
  let nonZero = 0;
  let largest = Math.abs(stated);
  let walked = 0;
  for (; k >= 0 && k < count; k += step) {
    const figure = figures[k] ?? 0;
    walked += 1;
    if (figure === 0) continue;
    sum += figure;
    slack += (halves[k] ?? 0) + 0.5 * noise;
    nonZero += 1;
    largest = Math.max(largest, Math.abs(figure));
    const off = stated > 0 ? sum - stated : stated - sum;
    if (nonZero >= 2 && off <= slack && off >= -slack) {
      effort.steps += walked;
      const bits = Math.min(20, Math.log2(1 + largest / (2 * slack)));
      // Rounding alone would do: 1 = 1 + 1 for figures printed without decimals.
      if (bits < 1) return undefined;
      const near = places[k] ?? 0;
      // Further on the rounding of the parts may still hide a small one.
      let past = k + step;
      for (; past >= 0 && past < count; past += step) {
        const next = figures[past] ?? 0;
        sum += next;
        slack += next === 0 ? 0 : (halves[past] ?? 0) + 0.5 * noise;
        if (Math.abs(sum - stated) > slack) break;
      }
      const end = past < 0 ? -1 : past >= count ? length : (places[past] ?? 0);
      return { low: Math.min(near, end - step), high: Math.max(near, end - step), bits };
    }
    // Past the total, and nothing of the other sign comes to bring it back.
    const further = opposite[k] ?? 0;
    if (off > slack && (further < 0 || further >= count || walked > MOST_STEPS_MIXED)) break;
    if (walked > 4 * MOST_STEPS_MIXED && off <= slack && further >= 0 && further < count) break;
  }
  effort.steps += walked;
  return undefined;
}

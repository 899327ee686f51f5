/** Two-part sums and differences (两项和差) between lines that need not touch: closing = opening + change, balance = income − spending. */
import type { Lines } from './lines.ts';
import { tellingInstances } from './samples.ts';
import type { Effort } from './weigh.ts';

export interface Pair {
  readonly aggregate: number;
  readonly parts: readonly [number, number];
  /** How far the farthest of the three lies, in lines that hold figures. */
  readonly reach: number;
}

const SAMPLES = 8;
/** A line that is no sum of two at these is none elsewhere. */
const FIRST_SAMPLES = 4;
const MOST_FOR_ONE = 4;

export function findPairs(lines: Lines, view: readonly number[], effort: Effort): readonly Pair[] {
  const reach = view.length <= 24 ? 24 : view.length <= 60 ? 12 : 7;
  const found: Pair[] = [];
  const around: Around = { figures: new Float64Array(2 * reach + 1), halves: new Float64Array(2 * reach + 1) };
  for (let place = 0; place < view.length; place++) {
    for (const pair of pairsOf(lines, view, place, reach, around, effort)) found.push(pair);
  }
  return found;
}

/** The figures around a line at one instance; used again for every line. */
interface Around {
  readonly figures: Float64Array;
  readonly halves: Float64Array;
}

function pairsOf(
  lines: Lines,
  view: readonly number[],
  place: number,
  reach: number,
  { figures, halves }: Around,
  effort: Effort,
): readonly Pair[] {
  const aggregate = view[place] ?? 0;
  const samples = tellingInstances(lines, aggregate, SAMPLES);
  const from = Math.max(0, place - reach);
  const to = Math.min(view.length - 1, place + reach);
  const votes = new Map<number, number>();
  const { value, half } = lines.across;
  for (const [turn, at] of samples.entries()) {
    if (turn === FIRST_SAMPLES && votes.size === 0) break;
    const start = at * lines.count;
    const stated = value[start + aggregate] ?? 0;
    const own = half[start + aggregate] ?? 0;
    // Zeros and blanks are no parts.
    for (let k = from; k <= to; k++) {
      const figure = value[start + (view[k] ?? 0)] ?? Number.NaN;
      figures[k - from] = k === place || figure === 0 ? Number.NaN : figure;
      halves[k - from] = half[start + (view[k] ?? 0)] ?? 0;
    }
    for (let a = 0; a <= to - from; a++) {
      const rest = stated - (figures[a] ?? Number.NaN);
      if (Number.isNaN(rest)) continue;
      const slack = own + (halves[a] ?? 0);
      effort.steps += to - from - a;
      for (let b = a + 1; b <= to - from; b++) {
        const off = rest - (figures[b] ?? Number.NaN);
        const tolerance = slack + (halves[b] ?? 0);
        if (!(off <= tolerance && off >= -tolerance)) continue;
        const key = (a + from) * view.length + b + from;
        votes.set(key, (votes.get(key) ?? 0) + 1);
      }
    }
  }
  if (votes.size === 0) return [];
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_FOR_ONE)
    .map(([key]) => {
      const a = Math.floor(key / view.length);
      const b = key % view.length;
      return {
        aggregate,
        parts: [view[a] ?? 0, view[b] ?? 0],
        reach: Math.max(Math.abs(a - place), Math.abs(b - place), b - a),
      };
    });
}

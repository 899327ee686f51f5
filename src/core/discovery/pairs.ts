/** Two-part sums and differences (两项和差) between lines that need not touch: closing = opening + change, balance = income − spending. */
import type { Lines } from './lines.ts';
import { tellingInstances } from './samples.ts';
import { cast, countVotes, makeVotes, type Votes } from './votes.ts';
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
  const width = 2 * reach + 1;
  const around: Around = {
    figures: new Float64Array(width),
    halves: new Float64Array(width),
    open: new Int32Array(width),
    votes: makeVotes(width * width),
  };
  for (let place = 0; place < view.length; place++) {
    for (const pair of pairsOf(lines, view, place, reach, around, effort)) found.push(pair);
  }
  return found;
}

/** The figures around a line at one instance, and what it has been found to be; used again for every line. */
interface Around {
  readonly figures: Float64Array;
  readonly halves: Float64Array;
  /** Those of the figures that may be parts. */
  readonly open: Int32Array;
  readonly votes: Votes;
}

function pairsOf(
  lines: Lines,
  view: readonly number[],
  place: number,
  reach: number,
  { figures, halves, open, votes }: Around,
  effort: Effort,
): readonly Pair[] {
  const aggregate = view[place] ?? 0;
  const samples = tellingInstances(lines, aggregate, SAMPLES);
  const from = Math.max(0, place - reach);
  const to = Math.min(view.length - 1, place + reach);
  const { value, half } = lines.across;
  for (const [turn, at] of samples.entries()) {
    if (turn === FIRST_SAMPLES && votes.keys.length === 0) break;
    const start = at * lines.count;
    const stated = value[start + aggregate] ?? 0;
    const statedHalf = half[start + aggregate] ?? 0;
    let smallest = Number.POSITIVE_INFINITY;
    let largest = Number.NEGATIVE_INFINITY;
    let widest = 0;
    // Zeros and blanks are no parts.
    for (let k = from; k <= to; k++) {
      const figure = value[start + (view[k] ?? 0)] ?? Number.NaN;
      const rounding = half[start + (view[k] ?? 0)] ?? 0;
      figures[k - from] = k === place || figure === 0 ? Number.NaN : figure;
      halves[k - from] = rounding;
      if (k === place || figure === 0) continue;
      if (figure < smallest) smallest = figure;
      if (figure > largest) largest = figure;
      if (rounding > widest) widest = rounding;
    }
    // Left out: what is too much even with the smallest of the others, or too little even with the largest.
    let count = 0;
    for (let k = 0; k <= to - from; k++) {
      const rest = stated - (figures[k] ?? Number.NaN);
      const slack = statedHalf + (halves[k] ?? 0) + widest;
      if (rest - smallest >= -slack && rest - largest <= slack) open[count++] = k;
    }
    effort.steps += to - from + (count * count) / 2;
    for (let i = 0; i < count; i++) {
      const a = open[i] ?? 0;
      const rest = stated - (figures[a] ?? Number.NaN);
      const slack = statedHalf + (halves[a] ?? 0);
      for (let j = i + 1; j < count; j++) {
        const b = open[j] ?? 0;
        const off = rest - (figures[b] ?? Number.NaN);
        const tolerance = slack + (halves[b] ?? 0);
        if (!(off <= tolerance && off >= -tolerance)) continue;
        cast(votes, a * figures.length + b);
      }
    }
  }
  if (votes.keys.length === 0) return [];
  return countVotes(votes, MOST_FOR_ONE).map((key) => {
    const a = from + Math.floor(key / figures.length);
    const b = from + (key % figures.length);
    return {
      aggregate,
      parts: [view[a] ?? 0, view[b] ?? 0],
      reach: Math.max(Math.abs(a - place), Math.abs(b - place), b - a),
    };
  });
}

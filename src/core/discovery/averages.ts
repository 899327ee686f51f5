/** Averages (平均): a line that is the mean of the lines next to it; blanks are not counted. */
import type { Lines } from './lines.ts';
import { tellingInstances } from './samples.ts';
import type { Effort } from './weigh.ts';
import { MEAN_WORD } from './words.ts';
import type { Run } from './runs.ts';

const SAMPLES = 6;
/** A line without a name that is no mean at these is none elsewhere. */
const FIRST_SAMPLES = 3;
const UNNAMED_REACH = 80;
const NAMED_REACH = 4000;
const MOST_SKIPPED = 2;

export function findAverages(lines: Lines, view: readonly number[], effort: Effort): readonly Run[] {
  const found: Run[] = [];
  for (let place = 0; place < view.length; place++) {
    const line = view[place] ?? 0;
    const isNamed = ((lines.words[line] ?? 0) & MEAN_WORD) !== 0;
    // Without a name only the first or the last line of a block can be its mean.
    const steps = ([1, -1] as const).filter((step) => isNamed || isEdge(view, place, step));
    if (steps.length === 0) continue;
    const votes = new Map<number, number>();
    for (const [turn, at] of tellingInstances(lines, line, SAMPLES).entries()) {
      if (!isNamed && turn === FIRST_SAMPLES && votes.size === 0) break;
      for (const step of steps) voteAverages(lines, view, { place, step, at }, isNamed ? NAMED_REACH : UNNAMED_REACH, votes, effort);
    }
    if (votes.size === 0) continue;
    const best = [...votes].sort((a, b) => b[1] - a[1]).slice(0, 3);
    for (const [key, count] of best) {
      const start = Math.floor(key / view.length);
      const end = key % view.length;
      const parts = start <= end ? view.slice(start, end + 1) : view.slice(end, start + 1);
      found.push({ aggregate: line, parts, skips: false, beyond: undefined, votes: count });
    }
  }
  return found;
}

/** Where a mean may stand, and to which side its parts lie. */
interface Stand {
  readonly place: number;
  readonly step: 1 | -1;
  readonly at: number;
}

/** Votes for every run on one side, the nearest lines passed over or not, whose mean is what is stated. */
function voteAverages(
  lines: Lines,
  view: readonly number[],
  { place, step, at }: Stand,
  reach: number,
  votes: Map<number, number>,
  effort: Effort,
): void {
  const { value, half } = lines.across;
  const row = at * lines.count;
  const stated = value[row + (view[place] ?? 0)] ?? 0;
  const own = half[row + (view[place] ?? 0)] ?? 0;
  const sums = [0, 0, 0];
  const slacks = [0, 0, 0];
  const counts = [0, 0, 0];
  for (let away = 1; away <= reach; away++) {
    const k = place + step * away;
    if (k < 0 || k >= view.length) break;
    const line = view[k] ?? 0;
    // A mean of means is looked for no further than any other.
    if (away > UNNAMED_REACH && ((lines.words[line] ?? 0) & MEAN_WORD) !== 0) break;
    const figure = value[row + line] ?? Number.NaN;
    if (Number.isNaN(figure)) continue;
    effort.steps += 1;
    const open = half[row + line] ?? 0;
    for (let skipped = 0; skipped <= MOST_SKIPPED && skipped < away; skipped++) {
      const sum = (sums[skipped] ?? 0) + figure;
      const slack = (slacks[skipped] ?? 0) + open;
      const count = (counts[skipped] ?? 0) + 1;
      sums[skipped] = sum;
      slacks[skipped] = slack;
      counts[skipped] = count;
      // Multiplied, not divided: whole numbers stay exact.
      const off = stated * count - sum;
      const tolerance = own * count + slack;
      if (off > tolerance || off < -tolerance || count < 2) continue;
      const start = place + step * (1 + skipped);
      if (!differ(value, row, view, start, k, step)) continue;
      // Trailing blanks decide nothing: the run is named by its last figure.
      const key = start * view.length + k;
      votes.set(key, (votes.get(key) ?? 0) + 1);
    }
  }
}

/** Whether the figures from one view position to another are not all the same. */
function differ(value: Float64Array, row: number, view: readonly number[], from: number, to: number, step: 1 | -1): boolean {
  let first = Number.NaN;
  for (let k = from; k !== to + step; k += step) {
    const figure = value[row + (view[k] ?? 0)] ?? Number.NaN;
    if (Number.isNaN(figure)) continue;
    if (Number.isNaN(first)) first = figure;
    else if (figure !== first) return true;
  }
  return false;
}

/** Whether the line before the mean, seen from its parts, is none of the same block. */
function isEdge(view: readonly number[], place: number, step: 1 | -1): boolean {
  const behind = view[place - step];
  return behind === undefined || Math.abs(behind - (view[place] ?? 0)) > 1;
}

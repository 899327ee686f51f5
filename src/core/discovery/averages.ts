/** Averages (平均): a line that is the mean of the lines next to it; blanks are not counted. */
import type { Lines } from './lines.ts';
import { tellingInstances } from './samples.ts';
import type { Effort } from './weigh.ts';
import { MEAN_WORD } from './words.ts';
import type { Run } from './runs.ts';

const SAMPLES = 6;
const UNNAMED_REACH = 80;
const NAMED_REACH = 4000;
const MOST_SKIPPED = 2;

export function findAverages(lines: Lines, view: readonly number[], effort: Effort): readonly Run[] {
  const found: Run[] = [];
  for (let place = 0; place < view.length; place++) {
    const line = view[place] ?? 0;
    const reach = (lines.words[line] ?? 0) & MEAN_WORD ? NAMED_REACH : UNNAMED_REACH;
    const samples = tellingInstances(lines, line, SAMPLES);
    const votes = new Map<number, number>();
    for (const at of samples) for (const step of [1, -1]) voteAverage(lines, view, place, at, step, reach, votes, effort);
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

function voteAverage(
  lines: Lines,
  view: readonly number[],
  place: number,
  at: number,
  step: number,
  reach: number,
  votes: Map<number, number>,
  effort: Effort,
): void {
  const cell = (view[place] ?? 0) * lines.instances + at;
  const stated = lines.value[cell] ?? 0;
  const own = lines.half[cell] ?? 0;
  for (let skipped = 0; skipped <= MOST_SKIPPED; skipped++) {
    let sum = 0;
    let slack = 0;
    let count = 0;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    const start = place + step * (1 + skipped);
    for (let k = start; k >= 0 && k < view.length && Math.abs(k - place) <= reach; k += step) {
      // A mean of means is looked for no further than any other.
      if (reach > UNNAMED_REACH && Math.abs(k - place) > UNNAMED_REACH && (lines.words[view[k] ?? 0] ?? 0) & MEAN_WORD) break;
      effort.steps += 1;
      const part = (view[k] ?? 0) * lines.instances + at;
      const figure = lines.value[part] ?? Number.NaN;
      if (Number.isNaN(figure)) continue;
      sum += figure;
      slack += lines.half[part] ?? 0;
      count += 1;
      low = Math.min(low, figure);
      high = Math.max(high, figure);
      if (count < 2 || low === high) continue;
      const off = stated - sum / count;
      const tolerance = own + slack / count;
      if (off > tolerance || off < -tolerance) continue;
      // Trailing blanks decide nothing: the run is named by its last figure.
      const key = start * view.length + k;
      votes.set(key, (votes.get(key) ?? 0) + 1);
    }
  }
}

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
const MOST_FOR_ONE = 4;

export function findPairs(lines: Lines, view: readonly number[], effort: Effort): readonly Pair[] {
  const reach = view.length <= 24 ? 24 : view.length <= 60 ? 12 : 7;
  const found: Pair[] = [];
  for (let place = 0; place < view.length; place++) found.push(...pairsOf(lines, view, place, reach, effort));
  return found;
}

function pairsOf(lines: Lines, view: readonly number[], place: number, reach: number, effort: Effort): readonly Pair[] {
  const aggregate = view[place] ?? 0;
  const samples = tellingInstances(lines, aggregate, SAMPLES);
  const from = Math.max(0, place - reach);
  const to = Math.min(view.length - 1, place + reach);
  const votes = new Map<number, number>();
  for (const at of samples) {
    const own = aggregate * lines.instances + at;
    const stated = lines.value[own] ?? 0;
    for (let a = from; a <= to; a++) {
      if (a === place) continue;
      const one = (view[a] ?? 0) * lines.instances + at;
      const first = lines.value[one] ?? Number.NaN;
      if (Number.isNaN(first) || first === 0) continue;
      const slack = (lines.half[own] ?? 0) + (lines.half[one] ?? 0);
      effort.steps += to - a;
      for (let b = a + 1; b <= to; b++) {
        if (b === place) continue;
        const other = (view[b] ?? 0) * lines.instances + at;
        const off = stated - first - (lines.value[other] ?? Number.NaN);
        const tolerance = slack + (lines.half[other] ?? 0);
        if (!(off <= tolerance && off >= -tolerance) || lines.value[other] === 0) continue;
        const key = a * view.length + b;
        votes.set(key, (votes.get(key) ?? 0) + 1);
      }
    }
  }
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

/** Relations that step along a line (逐期关系): running totals (累计), growth on the period before (环比), shares of one grand total (占比). */
import type { Lines } from './lines.ts';
import { tellingInstances } from './samples.ts';
import type { Effort } from './weigh.ts';
import { CHANGE_WORD, CUMULATIVE_WORD, MEAN_WORD, RATIO_WORD, SUM_WORD, totalRank } from './words.ts';

/** What the figure of `result` follows from, at each instance. */
export interface Along {
  readonly kind: 'running-total' | 'growth' | 'share';
  readonly result: number;
  readonly source: number;
  /** share: the instance that holds the grand total. */
  readonly whole: number;
  readonly factor: 1 | 100;
  /** Instances where it holds, and where it fails. */
  readonly holds: readonly number[];
  readonly fails: readonly number[];
  readonly bits: number;
}

const REACH = 8;
const SAMPLES = 5;
const ENOUGH_BITS = 20;
const ENOUGH_HOLDS = 3;
const MOST_WHOLES = 6;

export function findAlong(lines: Lines, effort: Effort): readonly Along[] {
  const { active } = lines;
  const found: Along[] = [];
  const wholesOf = new Map(active.map((source) => [source, wholes(lines, source)]));
  for (let place = 0; place < active.length; place++) {
    const result = active[place] ?? 0;
    const samples = tellingInstances(lines, result, SAMPLES);
    if (samples.length < ENOUGH_HOLDS) continue;
    let best: Along | undefined;
    for (let k = Math.max(0, place - REACH); k <= Math.min(active.length - 1, place + REACH); k++) {
      if (k === place) continue;
      const source = active[k] ?? 0;
      for (const candidate of candidates(lines, result, source, wholesOf.get(source) ?? [], samples, effort)) {
        if (candidate !== undefined && (best === undefined || candidate.bits > best.bits)) best = candidate;
      }
    }
    if (best !== undefined) found.push(best);
  }
  return found;
}

type Shape = Pick<Along, 'kind' | 'result' | 'source' | 'whole' | 'factor'>;

function candidates(
  lines: Lines,
  result: number,
  source: number,
  totals: readonly number[],
  samples: readonly number[],
  effort: Effort,
): readonly (Along | undefined)[] {
  const words = lines.words[result] ?? 0;
  const shapes: Shape[] = [];
  if ((words & (MEAN_WORD | RATIO_WORD | CHANGE_WORD)) === 0) shapes.push({ kind: 'running-total', result, source, whole: -1, factor: 1 });
  if ((words & (SUM_WORD | CUMULATIVE_WORD)) === 0) {
    for (const factor of [1, 100] as const) {
      shapes.push({ kind: 'growth', result, source, whole: -1, factor });
      for (const whole of totals) shapes.push({ kind: 'share', result, source, whole, factor });
    }
  }
  return shapes.map((shape) => {
    effort.steps += samples.length;
    const hits = samples.filter((at) => outcome(lines, shape, at) >= 0).length;
    return hits * 2 > samples.length ? measure(lines, shape, effort) : undefined;
  });
}

/** Instances that may hold the grand total: first, last, largest. */
function wholes({ value, instances }: Lines, source: number): readonly number[] {
  const figures: { readonly at: number; readonly size: number }[] = [];
  for (let at = 0; at < instances; at++) {
    const size = Math.abs(value[source * instances + at] ?? Number.NaN);
    if (size > 0) figures.push({ at, size });
  }
  figures.sort((a, b) => b.size - a.size || a.at - b.at);
  return figures.slice(0, MOST_WHOLES).map(({ at }) => at);
}

/** What an instance of a shape that does not hold says. */
const BROKEN = -1;

/** The bits of an instance that holds, BROKEN, or NaN where a figure is missing or nothing can be said. A number: this runs for every pair of lines. */
function outcome(lines: Lines, { kind, result, source, whole, factor }: Shape, at: number): number {
  const { value, half, instances, scale } = lines;
  const stated = value[result * instances + at] ?? Number.NaN;
  const own = half[result * instances + at] ?? 0;
  const part = value[source * instances + at] ?? Number.NaN;
  const partHalf = half[source * instances + at] ?? 0;
  if (Number.isNaN(stated) || Number.isNaN(part) || part === 0) return Number.NaN;
  if (kind === 'running-total') {
    const before = previous(lines, result, at);
    if (before === -1 || previous(lines, source, at) !== before) return Number.NaN;
    const past = value[result * instances + before] ?? 0;
    const tolerance = own + partHalf + (half[result * instances + before] ?? 0);
    return verdict(stated - past - part, tolerance, past === 0 ? 0 : Math.min(Math.abs(part), Math.abs(stated)));
  }
  const other = kind === 'share' ? whole : previous(lines, source, at);
  if (other === -1 || (kind === 'share' && other === at)) return Number.NaN;
  const base = value[source * instances + other] ?? 0;
  if (base === 0) return Number.NaN;
  const unit = factor * 10 ** scale;
  const quotient = part / base;
  const expected = (kind === 'share' ? quotient : quotient - 1) * unit;
  const open = ((partHalf + Math.abs(quotient) * (half[source * instances + other] ?? 0)) / Math.abs(base)) * unit;
  return verdict(stated - expected, own * 1.05 + open, quotient === 1 ? 0 : Math.abs(stated));
}

function verdict(off: number, tolerance: number, size: number): number {
  return Math.abs(off) <= tolerance ? Math.min(20, Math.log2(1 + size / (2 * tolerance))) : BROKEN;
}

/** The instance before that has a figure in the line, directly or past one gap; -1 when there is none. */
function previous({ value, instances }: Lines, line: number, at: number): number {
  for (let before = at - 1; before >= 0 && before >= at - 2; before--) {
    if (!Number.isNaN(value[line * instances + before] ?? Number.NaN)) return before;
  }
  return -1;
}

function measure(lines: Lines, shape: Shape, effort: Effort): Along | undefined {
  const holds: number[] = [];
  const fails: number[] = [];
  const seen = new Set<number>();
  let bits = shape.kind === 'share' && totalRank(lines.label[shape.result] ?? '') > 0 ? -5 : 0;
  effort.steps += lines.instances;
  for (let at = 0; at < lines.instances; at++) {
    const gained = outcome(lines, shape, at);
    if (Number.isNaN(gained)) continue;
    if (gained === BROKEN) {
      fails.push(at);
      bits -= 6;
      continue;
    }
    holds.push(at);
    const figure = lines.value[shape.source * lines.instances + at] ?? 0;
    if (!seen.has(figure)) bits += gained;
    seen.add(figure);
  }
  const price = Math.log2(4 * REACH * lines.active.length * MOST_WHOLES);
  if (bits - price < ENOUGH_BITS || seen.size < ENOUGH_HOLDS || fails.length * 4 > holds.length) return undefined;
  return { ...shape, holds, fails, bits: bits - price };
}

/** The line and instance pairs of the equation at one instance: the result first. */
export function cellsAlong(lines: Lines, { kind, result, source, whole }: Along, at: number): readonly (readonly [number, number])[] {
  const before = previous(lines, kind === 'running-total' ? result : source, at);
  if (kind === 'running-total')
    return [
      [result, at],
      [result, before],
      [source, at],
    ];
  if (kind === 'growth')
    return [
      [result, at],
      [source, before],
      [source, at],
    ];
  return [
    [result, at],
    [source, at],
    [source, whole],
  ];
}

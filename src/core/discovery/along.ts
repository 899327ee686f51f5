/** Relations that step along a line (逐期关系): running totals (累计), growth on the period before (环比), shares of one grand total (占比). */
import { type Extents, extentsOf } from './extents.ts';
import type { Lines } from './lines.ts';
import { tellingInstances } from './samples.ts';
import type { Effort } from './weigh.ts';
import { CHANGE_WORD, CUMULATIVE_WORD, MEAN_WORD, RATIO_WORD, SUM_WORD } from './words.ts';

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
  const extents = extentsOf(lines);
  const wholesOf = new Map<number, readonly number[]>();
  const probe = makeProbe(lines, effort);
  for (let place = 0; place < active.length; place++) {
    const result = active[place] ?? 0;
    const samples = tellingInstances(lines, result, SAMPLES);
    if (samples.length < ENOUGH_HOLDS) continue;
    lookAt(probe, result, samples);
    let best: Along | undefined;
    for (let k = Math.max(0, place - REACH); k <= Math.min(active.length - 1, place + REACH); k++) {
      if (k === place) continue;
      const source = active[k] ?? 0;
      for (const shape of likelyShapes(probe, source, extents, wholesOf)) {
        const candidate = measure(lines, shape, effort);
        if (candidate !== undefined && (best === undefined || candidate.bits > best.bits)) best = candidate;
      }
    }
    if (best !== undefined) found.push(best);
  }
  return found;
}

type Shape = Pick<Along, 'kind' | 'result' | 'source' | 'whole' | 'factor'>;

/** A line looked at as the result, at a few telling instances; used again for every line. */
interface Probe {
  readonly lines: Lines;
  readonly effort: Effort;
  result: number;
  samples: readonly number[];
  /** What the line says at the samples, and how far that is rounded. */
  readonly stated: Float64Array;
  readonly halves: Float64Array;
  /** By how much the line has gone up to each sample; NaN where there is nothing before. */
  readonly steps: Float64Array;
  /** How large its figures are there, rounding taken off, in ascending order. */
  readonly sizes: Float64Array;
  /** More than half of the samples are no larger than this, rounding taken off. */
  usualSize: number;
}

function makeProbe(lines: Lines, effort: Effort): Probe {
  const room = (): Float64Array => new Float64Array(SAMPLES);
  return { lines, effort, result: 0, samples: [], stated: room(), halves: room(), steps: room(), sizes: room(), usualSize: 0 };
}

function lookAt(probe: Probe, result: number, samples: readonly number[]): void {
  const { lines, stated, halves, steps, sizes } = probe;
  const { value, half, instances } = lines;
  for (let k = 0; k < samples.length; k++) {
    const at = samples[k] ?? 0;
    const figure = value[result * instances + at] ?? Number.NaN;
    const open = half[result * instances + at] ?? 0;
    stated[k] = figure;
    halves[k] = open;
    steps[k] = stepTo(lines, result, at);
    const size = Math.abs(figure) - 1.05 * open;
    let place = k;
    while (place > 0 && (sizes[place - 1] ?? 0) > size) {
      sizes[place] = sizes[place - 1] ?? 0;
      place -= 1;
    }
    sizes[place] = size;
  }
  probe.result = result;
  probe.samples = samples;
  probe.usualSize = sizes[Math.floor(samples.length / 2)] ?? 0;
}

/** By how much a line has gone up to an instance; NaN where there is nothing before. */
export function stepTo(lines: Lines, line: number, at: number): number {
  const before = previous(lines, line, at);
  const { value, instances } = lines;
  return before === -1 ? Number.NaN : (value[line * instances + at] ?? Number.NaN) - (value[line * instances + before] ?? Number.NaN);
}

const NO_SHAPES: readonly Shape[] = [];
const PLAIN = 1;
const PERCENTAGE = 2;
const FACTORS = [
  [PLAIN, 1],
  [PERCENTAGE, 100],
] as const;

/** What `source` is to the result at most of the samples: the words must not speak against it, nor the magnitudes. Asked for every pair of lines: nearly always nothing. */
function likelyShapes(probe: Probe, source: number, extents: Extents, wholesOf: Map<number, readonly number[]>): readonly Shape[] {
  const { lines, result, usualSize } = probe;
  const words = lines.words[result] ?? 0;
  const mayRun = (words & (MEAN_WORD | RATIO_WORD | CHANGE_WORD)) === 0 && isStep(probe, source, extents);
  const reach = (extents.reach[source] ?? 0) * lines.unit;
  const mayBeRate = (words & (SUM_WORD | CUMULATIVE_WORD)) === 0 && usualSize <= reach * 100;
  if (!mayRun && !mayBeRate) return NO_SHAPES;
  const shapes: Shape[] = [];
  const running = { kind: 'running-total', result, source, whole: -1, factor: 1 } as const;
  if (mayRun && isLikely(probe, running)) shapes.push(running);
  if (!mayBeRate) return shapes;
  const asked = usualSize <= reach ? PLAIN | PERCENTAGE : PERCENTAGE;
  const known = wholesOf.get(source) ?? wholes(lines, source);
  wholesOf.set(source, known);
  const growth = likelyFactors(probe, source, -1, asked);
  for (const [bit, factor] of FACTORS) if ((growth & bit) !== 0) shapes.push({ kind: 'growth', result, source, whole: -1, factor });
  for (const whole of known) {
    const share = likelyFactors(probe, source, whole, asked);
    for (const [bit, factor] of FACTORS) if ((share & bit) !== 0) shapes.push({ kind: 'share', result, source, whole, factor });
  }
  return shapes;
}

/** Whether the result goes up by what `source` says at one of the samples. */
function isStep({ lines, result, samples, steps }: Probe, source: number, { widest }: Extents): boolean {
  const tolerance = 3 * Math.max(widest[result] ?? 0, widest[source] ?? 0);
  for (let k = 0; k < samples.length; k++) {
    const figure = lines.value[source * lines.instances + (samples[k] ?? 0)] ?? Number.NaN;
    if (Math.abs((steps[k] ?? Number.NaN) - figure) <= tolerance) return true;
  }
  return false;
}

/** Whether most of the samples agree. */
function isLikely({ lines, samples, effort }: Probe, shape: Shape): boolean {
  let misses = 0;
  for (const at of samples) {
    effort.steps += 1;
    if (!(outcome(lines, shape, at) >= 0)) misses += 1;
    if (misses * 2 >= samples.length) return false;
  }
  return true;
}

/** Of the factors `asked` those by which most of the samples are a growth (`whole` -1) or a share of `source`: what `outcome` says, for both factors at once. */
function likelyFactors({ lines, samples, stated, halves, effort }: Probe, source: number, whole: number, asked: number): number {
  const { value, half, instances, unit } = lines;
  let likely = asked;
  let plainMisses = 0;
  let percentageMisses = 0;
  for (let k = 0; k < samples.length && likely !== 0; k++) {
    effort.steps += 1;
    const at = samples[k] ?? 0;
    const other = whole === -1 ? previous(lines, source, at) : whole;
    const part = other === at || other === -1 ? 0 : (value[source * instances + at] ?? Number.NaN);
    const base = value[source * instances + other] ?? Number.NaN;
    let plain = false;
    let percentage = false;
    if (part !== 0 && base !== 0) {
      const quotient = part / base;
      const rate = (whole === -1 ? quotient - 1 : quotient) * unit;
      const open = ((half[source * instances + at] ?? 0) + Math.abs(quotient) * (half[source * instances + other] ?? 0)) / Math.abs(base);
      const own = (halves[k] ?? 0) * 1.05;
      plain = Math.abs((stated[k] ?? Number.NaN) - rate) <= own + open * unit;
      percentage = Math.abs((stated[k] ?? Number.NaN) - rate * 100) <= own + open * unit * 100;
    }
    if (!plain) plainMisses += 1;
    if (!percentage) percentageMisses += 1;
    if (plainMisses * 2 >= samples.length) likely &= ~PLAIN;
    if (percentageMisses * 2 >= samples.length) likely &= ~PERCENTAGE;
  }
  return likely;
}

/** Instances that may hold the grand total: the largest. */
function wholes({ value, instances }: Lines, source: number): readonly number[] {
  const largest: number[] = [];
  const sizeAt = (at: number): number => Math.abs(value[source * instances + at] ?? Number.NaN);
  for (let at = 0; at < instances; at++) {
    const size = sizeAt(at);
    if (!(size > 0) || (largest.length === MOST_WHOLES && size <= sizeAt(largest[MOST_WHOLES - 1] ?? at))) continue;
    let place = largest.length;
    while (place > 0 && sizeAt(largest[place - 1] ?? at) < size) place -= 1;
    largest.splice(place, 0, at);
    if (largest.length > MOST_WHOLES) largest.pop();
  }
  return largest;
}

/** What an instance of a shape that does not hold says. */
const BROKEN = -1;

/** The bits of an instance that holds, BROKEN, or NaN where a figure is missing or nothing can be said. A number: this runs for every pair of lines. */
function outcome(lines: Lines, { kind, result, source, whole, factor }: Shape, at: number): number {
  const { value, half, instances } = lines;
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
  const unit = factor * lines.unit;
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
  let breaks = 0;
  const seen = new Set<number>();
  let bits = shape.kind === 'share' && (lines.rank[shape.result] ?? 0) > 0 ? -5 : 0;
  effort.steps += lines.instances;
  for (let at = 0; at < lines.instances; at++) {
    const gained = outcome(lines, shape, at);
    if (Number.isNaN(gained)) continue;
    if (gained === BROKEN) {
      // One wrong figure breaks the step to it and the step from it.
      if (shape.kind === 'share' || fails.at(-1) !== at - 1) breaks += 1;
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
  if (bits - price < ENOUGH_BITS || seen.size < ENOUGH_HOLDS || breaks * 4 > holds.length) return undefined;
  const { kind, result, source, whole, factor } = shape;
  return { kind, result, source, whole, factor, holds, fails, bits: bits - price };
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

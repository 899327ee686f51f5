/** What a line may be to another (逐期候选), by a few telling places: asked for every pair of lines that stand near each other. */
import { outcome, previous, type Shape, stepTo } from './along-steps.ts';
import type { Extents } from './extents.ts';
import type { Lines } from './lines.ts';
import type { Effort } from './weigh.ts';
import { CHANGE_WORD, CUMULATIVE_WORD, MEAN_WORD, RATIO_WORD, SUM_WORD } from './words.ts';

export const SAMPLES = 5;
export const MOST_WHOLES = 6;

/** A line looked at as the result, at a few telling instances; used again for every line. */
export interface Probe {
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

/** A probe that has looked at nothing yet. */
export function makeProbe(lines: Lines, effort: Effort): Probe {
  const room = (): Float64Array => new Float64Array(SAMPLES);
  return { lines, effort, result: 0, samples: [], stated: room(), halves: room(), steps: room(), sizes: room(), usualSize: 0 };
}

/** Turns the probe to another line, at no more than SAMPLES of its instances. */
export function lookAt(probe: Probe, result: number, samples: readonly number[]): void {
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

const NO_SHAPES: readonly Shape[] = [];
const PLAIN = 1;
const PERCENTAGE = 2;
const FACTORS = [
  [PLAIN, 1],
  [PERCENTAGE, 100],
] as const;

/** What `source` is to the result at most of the samples: the words must not speak against it, nor the magnitudes. Asked for every pair of lines: nearly always nothing. */
export function likelyShapes(probe: Probe, source: number, extents: Extents, wholesOf: Map<number, readonly number[]>): readonly Shape[] {
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

/** Relations that step along a line (逐期关系): running totals (累计), growth on the period before (环比), shares of one grand total (占比). */
import { likelyShapes, lookAt, makeProbe, MOST_WHOLES, SAMPLES } from './along-shapes.ts';
import { type Along, BROKEN, outcome, previous, type Shape } from './along-steps.ts';
import { extentsOf } from './extents.ts';
import type { Lines } from './lines.ts';
import { tellingInstances } from './samples.ts';
import type { Effort } from './weigh.ts';

const REACH = 8;
const ENOUGH_BITS = 20;
const ENOUGH_HOLDS = 3;

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

/** A long sum is read as the sum of its subtotals (逐级汇总), which is how the table means it. */
import { extentOf, includesLine } from './line-lists.ts';
import { isFilled, type Lines } from './lines.ts';
import { attempt, type Search, supersede, weighed } from './search.ts';
import { standsOutside } from './select.ts';
import { type Formula, HOLDS, type Signature } from './signature.ts';
import { ENOUGH_BITS } from './weigh.ts';

const MOST_LEVELS = 6;

/** a + b + c = T where a + b = S: then S + c = T, which is how the table means it. */
export function substituteTotals(search: Search): void {
  const sums = weighed(search).filter(({ operator, parts }) => operator === 'sum' && parts.length >= 2);
  const byFirstPart = new Map<number, Signature[]>();
  for (const sum of sums) {
    const first = extentOf(sum.parts).low;
    byFirstPart.set(first, [...(byFirstPart.get(first) ?? []), sum]);
  }
  for (const whole of sums) {
    let parts: readonly number[] = whole.parts;
    for (let round = 0; round < MOST_LEVELS; round++) {
      const shorter = substitute(whole, parts, byFirstPart);
      if (shorter === undefined) break;
      parts = shorter;
    }
    if (parts === whole.parts || parts.length < 2) continue;
    const formula: Formula = { operator: 'sum', aggregate: whole.aggregate, parts, factor: 1 };
    const shorter = attempt(search, formula, 3, ['arithmetic']);
    const holds = shorter.signature !== undefined && shorter.signature.bits - shorter.price >= ENOUGH_BITS;
    // What only repeats a subtotal, next to zeros, is no sum of that subtotal's parts.
    const isSame = holds ? !standsOutside(formula, whole) : repeatsOne(search.lines, whole, parts);
    if (isSame) supersede(search, whole);
  }
}

/** Whether no more than one of the parts has a figure other than zero wherever the sum holds. */
function repeatsOne(lines: Lines, { status }: Signature, parts: readonly number[]): boolean {
  return status.every((one, at) => one !== HOLDS || parts.filter((part) => isFilled(lines, part, at)).length <= 1);
}

function substitute(
  whole: Signature,
  parts: readonly number[],
  byFirstPart: ReadonlyMap<number, readonly Signature[]>,
): readonly number[] | undefined {
  let best: Signature | undefined;
  for (const part of parts) {
    for (const inner of byFirstPart.get(part) ?? []) {
      if (inner.aggregate === whole.aggregate || includesLine(parts, inner.aggregate) || inner.parts.length >= parts.length) continue;
      if (inner.from > whole.to || whole.from > inner.to) continue;
      if (!inner.parts.every((line) => includesLine(parts, line))) continue;
      if (best === undefined || distance(inner) < distance(best)) best = inner;
    }
  }
  if (best === undefined) return undefined;
  const inside = new Set(best.parts);
  return [...parts.filter((line) => !inside.has(line)), best.aggregate].sort((a, b) => a - b);
}

/** How far a total stands from its parts. */
function distance({ aggregate, parts }: Signature): number {
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) least = Math.min(least, Math.abs(part - aggregate));
  return least;
}

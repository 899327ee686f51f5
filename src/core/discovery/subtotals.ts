/** A long sum is read as the sum of its subtotals (逐级汇总), which is how the table means it. */
import { extentOf } from './line-lists.ts';
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
    const list = byFirstPart.get(first);
    if (list === undefined) byFirstPart.set(first, [sum]);
    else list.push(sum);
  }
  for (const whole of sums) {
    const parts = substituted(whole, byFirstPart);
    if (parts === undefined || parts.length < 2) continue;
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

/** The parts with every subtotal in place of what it adds up, level by level, the nearest first; undefined where there are none. */
function substituted(whole: Signature, byFirstPart: ReadonlyMap<number, readonly Signature[]>): readonly number[] | undefined {
  const parts = new Set(whole.parts);
  const isInside = (inner: Signature): boolean =>
    inner.parts.length < parts.size && !parts.has(inner.aggregate) && inner.parts.every((line) => parts.has(line));
  for (let level = 0; level < MOST_LEVELS; level++) {
    const inners = [...parts]
      .flatMap((part) => byFirstPart.get(part) ?? [])
      .filter((inner) => inner.aggregate !== whole.aggregate && inner.from <= whole.to && whole.from <= inner.to && isInside(inner))
      .sort((a, b) => distance(a) - distance(b));
    if (inners.length === 0) break;
    for (const inner of inners) {
      if (!isInside(inner)) continue;
      for (const line of inner.parts) parts.delete(line);
      parts.add(inner.aggregate);
    }
  }
  return parts.size === whole.parts.length ? undefined : [...parts].sort((a, b) => a - b);
}

/** How far a total stands from its parts. */
function distance({ aggregate, parts }: Signature): number {
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) least = Math.min(least, Math.abs(part - aggregate));
  return least;
}

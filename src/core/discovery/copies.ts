/** Lines that say the same twice (重复列示): of the sums that differ only in which copy they take, the closest is meant. */
import { extentOf } from './line-lists.ts';
import { haveSameFigures, type Lines } from './lines.ts';
import type { Signature } from './signature.ts';
import { neighbours } from './select.ts';

/** By line, the first line with the very same figures. */
function firstOfCopies(lines: Lines): Int32Array {
  const { active, count, instances, value } = lines;
  const first = Int32Array.from({ length: count }, (_, line) => line);
  const known = new Map<number, number[]>();
  for (const line of active) {
    let hash = 0;
    for (let cell = line * instances; cell < (line + 1) * instances; cell++) {
      const figure = value[cell] ?? Number.NaN;
      hash = (hash * 31 + (Number.isNaN(figure) ? 7 : figure)) % 9007199254740881;
    }
    const alike = known.get(hash) ?? [];
    const copy = alike.find((other) => haveSameFigures(lines, line, other));
    if (copy === undefined) known.set(hash, [...alike, line]);
    else first[line] = copy;
  }
  return first;
}

/** Without the sums that a closer one restates. */
export function closestOfCopies(lines: Lines, signatures: readonly Signature[]): readonly Signature[] {
  const first = firstOfCopies(lines);
  const byMeaning = new Map<string, Signature[]>();
  for (const signature of signatures) {
    if (signature.operator !== 'sum') continue;
    const parts = signature.parts.map((part) => first[part] ?? part).sort((a, b) => a - b);
    const meaning = `${first[signature.aggregate] ?? 0}=${parts.join(' ')}`;
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), signature]);
  }
  const restated = new Set<Signature>();
  for (const alike of byMeaning.values()) {
    const closest = alike.reduce((least, one) => Math.min(least, spread(one)), Number.POSITIVE_INFINITY);
    // Two totals side by side may both be meant.
    const kept = alike.filter((one) => spread(one) === closest);
    for (const one of alike) if (spread(one) > closest && !kept.some((other) => neighbours(one, other))) restated.add(one);
  }
  return restated.size === 0 ? signatures : signatures.filter((signature) => !restated.has(signature));
}

function spread({ aggregate, parts }: Signature): number {
  const { low, high } = extentOf(parts);
  return Math.max(aggregate, high) - Math.min(aggregate, low);
}

/** Means that headings propose (按名求平均): «average attendance» of every column «attendance», and «whole year» like the year before it. */
import { includesLine } from './line-lists.ts';
import type { Lines } from './lines.ts';
import { attempt, believed, type Search } from './search.ts';
import type { Signature } from './signature.ts';
import { MEAN_WORD, withoutMeanWords } from './words.ts';

/** The name vouches for these parts: nothing was searched. */
const NAMED_PRICE = 2;
const LIKE_SIBLINGS_PRICE = -8;
const MOST_MEANS = 4;

/** A line named the mean of something averages the lines that are named just that. */
export function tryMeansOfKind(search: Search): void {
  const byKind = linesByKind(search.lines);
  for (const [name, means] of byKind) {
    if (!means.some((line) => ((search.lines.words[line] ?? 0) & MEAN_WORD) !== 0)) continue;
    const parts = byKind.get(withoutMeanWords(name)) ?? [];
    // A name that is given to every other line is no name of one mean.
    if (parts.length < 2 || means.length > MOST_MEANS) continue;
    for (const aggregate of means) {
      if (includesLine(parts, aggregate)) continue;
      attempt(search, { operator: 'average', aggregate, parts, factor: 1 }, NAMED_PRICE, ['label', 'arithmetic']);
    }
  }
}

/** What is the mean of its neighbours once is so where a line has the same name: as the nearest such mean before it and after it. */
export function tryMeansLikeSiblings(search: Search): void {
  const { lines } = search;
  const means = new Map<number, Signature>();
  for (const signature of believed(search)) if (signature.operator === 'average') means.set(signature.aggregate, signature);
  if (means.size === 0) return;
  for (const alike of linesByKind(lines).values()) {
    for (const ordered of [alike, [...alike].reverse()]) {
      let last: Signature | undefined;
      for (const line of ordered) {
        const own = means.get(line);
        if (own === undefined && last !== undefined) tryMoved(search, last, line);
        last = own ?? last;
      }
    }
  }
}

function tryMoved(search: Search, { aggregate, parts }: Signature, line: number): void {
  const moved = parts.map((part) => part - aggregate + line);
  if (moved.some((part) => part < 0 || part >= search.lines.count)) return;
  attempt(search, { operator: 'average', aggregate: line, parts: moved, factor: 1 }, LIKE_SIBLINGS_PRICE, ['arithmetic', 'siblings']);
}

function linesByKind({ active, kind }: Lines): ReadonlyMap<string, readonly number[]> {
  const byKind = new Map<string, number[]>();
  for (const line of active) {
    const name = kind[line] ?? '';
    if (name === '') continue;
    const list = byKind.get(name);
    if (list === undefined) byKind.set(name, [line]);
    else list.push(line);
  }
  return byKind;
}

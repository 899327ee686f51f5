/** Puts each number of the text beside what the tables say of the same thing (对号): by section, label and role, never by position alone. */
import type { Claim } from './claim.ts';
import type { Expected } from './reference.ts';

/** Claims without an entry could not be placed. */
export type Matches = ReadonlyMap<Claim, Expected>;

/** The wording that places most numbers is asked first; the others fill in what it does not know. */
export function matchClaims(claims: readonly Claim[], references: readonly (readonly Expected[])[]): Matches {
  const byReference = references.map((reference) => matchOne(claims, reference)).sort((a, b) => b.size - a.size);
  const matches = new Map<Claim, Expected>();
  for (const found of byReference) for (const [claim, expected] of found) if (!matches.has(claim)) matches.set(claim, expected);
  return matches;
}

/** Against one wording alone. */
export function matchOne(claims: readonly Claim[], reference: readonly Expected[]): Matches {
  const matches = new Map<Claim, Expected>();
  const stated = groupBy(
    claims.filter(({ free, section }) => !free && section !== 'forms' && section !== 'tables' && section !== 'glossary'),
    keyOf,
  );
  const expected = groupBy(reference, ({ claim }) => keyOf(claim));
  for (const [key, group] of stated) {
    for (const [claim, found] of pairsOf(group, expected.get(key) ?? [])) matches.set(claim, found);
  }
  return matches;
}

type Pair = readonly [Claim, Expected];

/** As often as the template says it: the n-th is the n-th. Otherwise where the template means the same number every time, or by the numbers that agree. */
function pairsOf(group: readonly Claim[], candidates: readonly Expected[]): readonly Pair[] {
  const [first] = candidates;
  if (first === undefined) return [];
  if (candidates.length === group.length) return zip(group, candidates);
  if (isOneNumber(candidates)) return group.map((claim) => [claim, first]);
  return aligned(group, candidates);
}

export function isOneNumber(candidates: readonly Expected[]): boolean {
  return candidates.every(({ claim }) => claim.value.eq(candidates[0]?.claim.value ?? NaN));
}

/** The longest run of equal numbers in order; between two of them, one number beside one. */
function aligned(group: readonly Claim[], candidates: readonly Expected[]): readonly Pair[] {
  const isEqual = (i: number, j: number): boolean => group[i]?.value.eq(candidates[j]?.claim.value ?? NaN) === true;
  const longest = group.map(() => candidates.map(() => 0));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = group.length - 1; i >= 0; i--) {
    const row = longest[i] ?? [];
    for (let j = candidates.length - 1; j >= 0; j--) row[j] = isEqual(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const pairs: Pair[] = [];
  let [i, j, fromI, fromJ] = [0, 0, 0, 0];
  const between = (toI: number, toJ: number): void => {
    if (toI - fromI === 1 && toJ - fromJ === 1) pairs.push(...zip(group.slice(fromI, toI), candidates.slice(fromJ, toJ)));
  };
  while (i < group.length && j < candidates.length) {
    if (isEqual(i, j)) {
      between(i, j);
      pairs.push(...zip(group.slice(i, i + 1), candidates.slice(j, j + 1)));
      [fromI, fromJ] = [++i, ++j];
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  if (pairs.length > 0) between(group.length, candidates.length);
  return pairs;
}

function zip(group: readonly Claim[], candidates: readonly Expected[]): readonly Pair[] {
  return group.flatMap((claim, index): readonly Pair[] => {
    const found = candidates[index];
    return found === undefined ? [] : [[claim, found]];
  });
}

/** Money in 元 and in 万元 is the same kind of thing; persons and vehicles are not. */
export function keyOf({ section, subject, role, unit }: Claim): string {
  return [section, subject, role, role === 'count' ? unit : ''].join('|');
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

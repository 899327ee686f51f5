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

function matchOne(claims: readonly Claim[], reference: readonly Expected[]): Matches {
  const matches = new Map<Claim, Expected>();
  const stated = groupBy(
    claims.filter(({ free, section }) => !free && section !== 'forms' && section !== 'glossary'),
    keyOf,
  );
  const expected = groupBy(reference, ({ claim }) => keyOf(claim));
  for (const [key, group] of stated) {
    const candidates = expected.get(key) ?? [];
    const same = candidates.length > 0 && candidates.every(({ claim }) => claim.value.eq(candidates[0]?.claim.value ?? NaN));
    group.forEach((claim, index) => {
      // As often as the template says it: the n-th is the n-th. Otherwise only where the template means the same number every time.
      const found = candidates.length === group.length ? candidates[index] : same ? candidates[0] : undefined;
      if (found !== undefined) matches.set(claim, found);
    });
  }
  return matches;
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

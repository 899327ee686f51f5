/** Votes of single instances (逐处投票) for what a line may be: counted in a table, because in a column of equal figures every guess gets some. */

export interface Votes {
  /** By key: from 0, no larger than the table was made for. */
  readonly counts: Uint8Array;
  /** The keys that have been voted for. */
  readonly keys: number[];
}

/** For keys below `size`, each voted for at most 255 times. */
export function makeVotes(size: number): Votes {
  return { counts: new Uint8Array(size), keys: [] };
}

export function cast({ counts, keys }: Votes, key: number): void {
  const before = counts[key] ?? 0;
  if (before === 0) keys.push(key);
  counts[key] = before + 1;
}

/** The `most` keys with the most votes, each at least `enough`; among equals the lowest first. All votes are clear afterwards. */
export function countVotes({ counts, keys }: Votes, most: number, enough = 1): readonly number[] {
  const best: number[] = [];
  const votesFor = (key: number): number => counts[key] ?? 0;
  const isBefore = (key: number, other: number): boolean =>
    votesFor(key) > votesFor(other) || (votesFor(key) === votesFor(other) && key < other);
  for (const key of keys) {
    if (votesFor(key) < enough) continue;
    let place = best.length;
    while (place > 0 && isBefore(key, best[place - 1] ?? 0)) place -= 1;
    if (place === most) continue;
    best.splice(place, 0, key);
    if (best.length > most) best.pop();
  }
  for (const key of keys) counts[key] = 0;
  keys.length = 0;
  return best;
}

/** Lists of lines (行列清单), such as what a total adds up: membership, overlap and extent in a time that does not depend on how long the list is. */

/** Lists so short are searched faster than sets are made. */
const FEW = 16;
/** A grand total of thousands of lines is held against each of its subtotals: its set is made once. */
const sets = new WeakMap<readonly number[], ReadonlySet<number>>();

/** Whether a line is one of the list. */
export function includesLine(list: readonly number[], line: number): boolean {
  return list.length <= FEW ? list.includes(line) : setOf(list).has(line);
}

/** Whether two lists name the same lines in the same order. Lists that differ mostly do at an end, which is looked at first. */
export function isSameList(one: readonly number[], other: readonly number[]): boolean {
  const last = one.length - 1;
  if (one.length !== other.length || one[0] !== other[0] || one[last] !== other[last]) return false;
  for (let k = 1; k < last; k++) if (one[k] !== other[k]) return false;
  return true;
}

/** How many lines two lists, neither of which names a line twice, have in common. */
export function countShared(one: readonly number[], other: readonly number[]): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let shared = 0;
  for (const line of short) if (includesLine(long, line)) shared += 1;
  return shared;
}

/** The lowest and the highest of a list in any order. A loop: so many arguments as a long list has lines no function takes. */
export function extentOf(list: readonly number[]): { readonly low: number; readonly high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const line of list) {
    if (line < low) low = line;
    if (line > high) high = line;
  }
  return { low, high };
}

/** The place of the first line that is `line` or comes after it, in a list in ascending order; the list's length when there is none. */
export function firstFrom(list: readonly number[], line: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function setOf(list: readonly number[]): ReadonlySet<number> {
  let set = sets.get(list);
  if (set === undefined) sets.set(list, (set = new Set(list)));
  return set;
}

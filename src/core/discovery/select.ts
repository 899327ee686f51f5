/** Selection without contradictions (取舍): the best formula first; another that cannot be true at the same time is dropped. */
import { countShared, extentOf, includesLine } from './line-lists.ts';
import { FAILS, type Formula, HOLDS, type Signature } from './signature.ts';

/** The accepted signatures, best first. All must have the same direction. */
export function selectSignatures(candidates: readonly Signature[]): readonly Signature[] {
  const ordered = [...candidates].sort(
    (a, b) => b.bits - a.bits || a.parts.length - b.parts.length || a.aggregate - b.aggregate || (a.parts[0] ?? 0) - (b.parts[0] ?? 0),
  );
  const accepted: Signature[] = [];
  const byLine = new Map<number, Signature[]>();
  for (const candidate of ordered) {
    const around = new Set<Signature>();
    for (const line of [candidate.aggregate, ...candidate.parts]) for (const other of byLine.get(line) ?? []) around.add(other);
    let fits = true;
    for (const other of around) {
      if (contradict(candidate, other) || isRestatement(candidate, other, byLine)) {
        fits = false;
        break;
      }
    }
    if (!fits) continue;
    accepted.push(candidate);
    for (const line of new Set([candidate.aggregate, ...candidate.parts])) {
      const list = byLine.get(line);
      if (list === undefined) byLine.set(line, [candidate]);
      else list.push(candidate);
    }
  }
  return accepted;
}

function isTotal({ operator }: Signature): boolean {
  return operator === 'sum' || operator === 'average';
}

/** Whether two formulas cannot both be meant where their stretches overlap. */
export function contradict(one: Signature, other: Signature): boolean {
  if (one.from > other.to || other.from > one.to) return false;
  const sameAggregate = one.aggregate === other.aggregate;
  if (!isTotal(one) || !isTotal(other)) {
    // One line is one rate; and x = a/b is also b = a/x.
    if (!isTotal(one) && !isTotal(other)) {
      return sameAggregate || (includesLine(one.parts, other.aggregate) && includesLine(other.parts, one.aggregate));
    }
    return sameAggregate;
  }
  // A line is the mean of one set of lines only; a total may be broken down twice.
  if (sameAggregate) return one.operator !== other.operator || one.operator === 'average' || partsWays(one, other);
  const oneHolds = includesLine(one.parts, other.aggregate);
  const otherHolds = includesLine(other.parts, one.aggregate);
  if (oneHolds && otherHolds) return true;
  if (one.operator !== other.operator) return false;
  // A total added to its own parts counts them twice.
  if (oneHolds || otherHolds) return countShared(one.parts, other.parts) > 0;
  const areSame = one.parts.length === other.parts.length && countShared(one.parts, other.parts) === one.parts.length;
  return areSame && !neighbours(one, other);
}

const MOST_APART = 0.25;

/** Whether one breakdown of a total fails where the other holds: two that are both meant hold at the same places. */
function partsWays(one: Signature, other: Signature): boolean {
  let holds = 0;
  let apart = 0;
  for (let at = Math.min(one.from, other.from); at <= Math.max(one.to, other.to); at++) {
    const here = one.status[at];
    const there = other.status[at];
    if (here === HOLDS || there === HOLDS) holds += 1;
    if ((here === HOLDS && there === FAILS) || (here === FAILS && there === HOLDS)) apart += 1;
  }
  // One place apart may be a wrong cell.
  return apart > 1 && apart > MOST_APART * holds;
}

/** Two lines side by side may both be the total of the same parts. */
export function neighbours(one: Signature, other: Signature): boolean {
  return Math.abs(one.aggregate - other.aggregate) === 1;
}

/**
 * One total made up twice. Apart from parts by kind and parts by region (nothing shared), only this is meant twice: total = a + b + c = s + c,
 * when the subtotal s stands outside a, b, c and the total.
 */
function isRestatement(one: Signature, other: Signature, byLine: ReadonlyMap<number, readonly Signature[]>): boolean {
  if (one.aggregate !== other.aggregate || one.operator !== 'sum' || other.operator !== 'sum') return false;
  if (one.from > other.to || other.from > one.to) return false;
  const shared = countShared(one.parts, other.parts);
  const [few, many] = one.parts.length <= other.parts.length ? [one, other] : [other, one];
  const sameItems = sameSet(itemsOf(few.parts, byLine), itemsOf(many.parts, byLine));
  if (!sameItems) return shared > 0;
  return !standsOutside(few, many);
}

/** Whether the subtotals of one reading lie beside the lines of the other, not among them. */
export function standsOutside(few: Formula, many: Formula): boolean {
  const { low, high } = extentOf([many.aggregate, ...many.parts]);
  return few.parts.every((line) => line < low || line > high || includesLine(many.parts, line));
}

const DEEPEST = 8;

/** What accepted subtotals add up, down to lines that are no subtotals. */
function itemsOf(lines: readonly number[], byLine: ReadonlyMap<number, readonly Signature[]>, depth = 0): ReadonlySet<number> {
  const items = new Set<number>();
  for (const line of lines) {
    const sum = (byLine.get(line) ?? []).find(({ aggregate, operator }) => aggregate === line && operator === 'sum');
    if (sum === undefined || depth >= DEEPEST) items.add(line);
    else for (const item of itemsOf(sum.parts, byLine, depth + 1)) items.add(item);
  }
  return items;
}

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a.size !== b.size) return false;
  for (const line of a) if (!b.has(line)) return false;
  return true;
}

/** Formulas that words, codes and indents propose before any arithmetic (结构假设): they are believed sooner, and they survive wrong cells. */
import { isFilled, type Lines } from './lines.ts';
import { withoutOfWhich } from './of-which.ts';
import { attempt, believed, type Search } from './search.ts';
import { type Formula, HOLDS, type Signature } from './signature.ts';
import { branchesOf } from './trees.ts';
import { OF_WHICH_WORD, SUM_WORD } from './words.ts';

/** Negative prices: the structure vouches for the formula. */
const WORD_PRICE = -5;
const SIBLING_PRICE = -6;
const TREE_PRICE = -6;

/** A line named total adds up what stands above it (or below, or to either side), back to the last total, gap or heading. */
export function tryTotalWords(search: Search, base: readonly number[]): void {
  const { lines } = search;
  const rank = (line: number): number => lines.rank[line] ?? 0;
  for (let place = 0; place < base.length; place++) {
    const line = base[place] ?? 0;
    const own = rank(line);
    if (own === 0) continue;
    for (const step of [-1, 1]) {
      const parts: number[] = [];
      for (let k = place + step; k >= 0 && k < base.length; k += step) {
        const next = base[k] ?? 0;
        const stops = rank(next) >= own || hasGap(lines, next, next - step * Math.abs(next - (base[k - step] ?? next)));
        if (stops && parts.length >= 2) tryWord(search, line, parts);
        if (rank(next) >= own) break;
        parts.push(next);
      }
      if (parts.length >= 2) tryWord(search, line, parts);
    }
  }
}

function tryWord(search: Search, aggregate: number, parts: readonly number[]): void {
  const { words } = search.lines;
  const others = parts.filter((part) => ((words[part] ?? 0) & OF_WHICH_WORD) === 0);
  if (others.length >= 2 && others.length < parts.length) {
    // The author says which lines only tell more about another; where that holds, nothing else is meant.
    const formula: Formula = { operator: 'sum', aggregate, parts: [...others].sort((a, b) => a - b), factor: 1 };
    const { signature } = attempt(search, formula, WORD_PRICE, ['label', 'of-which', 'arithmetic']);
    if (signature !== undefined && signature.fails === 0) return;
  }
  const formula: Formula = { operator: 'sum', aggregate, parts: [...parts].sort((a, b) => a - b), factor: 1 };
  const { signature } = attempt(search, formula, WORD_PRICE, ['label', 'arithmetic']);
  if (signature !== undefined && signature.fails === 0) return;
  const counted = withoutOfWhich(search.lines, formula, search.effort);
  if (counted === undefined || counted.length < 2) return;
  attempt(search, { ...formula, parts: counted }, WORD_PRICE + Math.log2(parts.length), ['label', 'of-which', 'arithmetic']);
}

/** Whether a line without figures lies between two lines. */
function hasGap(lines: Lines, one: number, other: number): boolean {
  for (let line = Math.min(one, other) + 1; line < Math.max(one, other); line++) if ((lines.figures[line] ?? 0) === 0) return true;
  return false;
}

/** A line is the sum of the lines directly under it. */
export function tryTrees(search: Search): void {
  for (const { witness, aggregate, parts } of branchesOf(search.lines)) {
    attempt(search, { operator: 'sum', aggregate, parts, factor: 1 }, TREE_PRICE, [witness, 'arithmetic']);
  }
}

/** A shape that was found at least twice (the total two and one lines below its parts) is expected wherever a line is named like the totals. */
export function trySiblings(search: Search): void {
  const { lines } = search;
  const shapes = new Map<string, { readonly offsets: readonly number[]; readonly totals: Set<number>; readonly kinds: Set<string> }>();
  for (const signature of believed(search)) {
    const { operator, aggregate, parts } = signature;
    // A line of zeros does not say whether it is a part.
    if (operator !== 'sum' || parts.length > 12 || !parts.every((part) => speaks(lines, signature, part))) continue;
    const offsets = parts.map((part) => part - aggregate);
    const shape = offsets.join(' ');
    const entry = shapes.get(shape) ?? { offsets, totals: new Set(), kinds: new Set() };
    entry.totals.add(aggregate);
    entry.kinds.add(lines.kind[aggregate] ?? '');
    shapes.set(shape, entry);
  }
  for (const { offsets, totals, kinds } of shapes.values()) {
    if (totals.size < 2) continue;
    for (const line of lines.active) {
      const alike = kinds.has(lines.kind[line] ?? '') || ((lines.words[line] ?? 0) & SUM_WORD) !== 0;
      if (!alike || totals.has(line)) continue;
      const parts = offsets.map((offset) => line + offset);
      if (parts.some((part) => part < 0 || part >= lines.count)) continue;
      attempt(search, { operator: 'sum', aggregate: line, parts, factor: 1 }, SIBLING_PRICE, ['arithmetic', 'siblings']);
    }
  }
}

/** Whether a part has a figure other than zero somewhere where the sum holds. */
function speaks(lines: Lines, { status, from, to }: Signature, part: number): boolean {
  for (let at = from; at <= to; at++) if (status[at] === HOLDS && isFilled(lines, part, at)) return true;
  return false;
}

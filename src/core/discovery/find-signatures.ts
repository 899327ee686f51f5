/** All formulas between the lines of one direction (候选与取舍): looks in several views, level by level, and keeps what does not contradict. */
import { findAverages } from './averages.ts';
import { closestOfCopies } from './copies.ts';
import { extentOf, includesLine, isSameList } from './line-lists.ts';
import { isRateLine, type Lines } from './lines.ts';
import { findPairs } from './pairs.ts';
import { findRates, preferRates } from './rates.ts';
import { findRuns, type Look, type Run } from './runs.ts';
import { attempt, beginSearch, believed, type Search, weighed } from './search.ts';
import { selectSignatures } from './select.ts';
import type { Formula, Signature, Witness } from './signature.ts';
import { tryMeansLikeSiblings, tryMeansOfKind } from './named-means.ts';
import { trySiblings, tryTotalWords, tryTrees } from './structure.ts';
import { substituteTotals } from './subtotals.ts';
import { type Effort, ENOUGH_BITS } from './weigh.ts';
import { SUM_WORD } from './words.ts';

const MOST_LEVELS = 6;
const LONGEST_STRIDE = 6;
const MOST_IN_STRIDES = 1000;
const NEIGHBOURS: Look = { patience: 24, skips: true };
/** For views that leave lines out: what is passed over is passed over already. */
const THINNED: Look = { patience: 4, skips: false };
const NATURAL_PRICE = 4;
const HINT_PRICE = -30;

/** A formula that somebody wrote down: an Excel formula, or a rule from elsewhere. */
export interface Hint {
  readonly formula: Formula;
  readonly witness: Witness;
}

/** `enough`: bits a formula must be worth; less for looking at faults, where a broken place has taken evidence away. */
export function findSignatures(
  lines: Lines,
  effort: Effort,
  enough: number = ENOUGH_BITS,
  hints: readonly Hint[] = [],
): readonly Signature[] {
  const { active } = lines;
  if (active.length < 3) return [];
  const search = beginSearch(lines, effort, enough);
  const base = active.filter((line) => !isRateLine(lines, line));
  for (const { formula, witness } of hints) attempt(search, formula, HINT_PRICE, [witness]);
  tryRuns(search, active, 0, []);
  if (base.length < active.length) tryRuns(search, base, 0.5, []);
  for (const view of kindViews(lines)) tryRuns(search, view, 1, ['header-class'], active, THINNED);
  for (const view of strideViews(active)) tryRuns(search, view, 3, [], active, THINNED);
  tryTotalWords(search, base);
  tryTrees(search);
  climbLevels(search, base);
  tryPairs(search, active);
  substituteTotals(search);
  trySiblings(search);
  tryRates(search, active);
  tryAverages(search, active);
  return accepted(search);
}

function accepted(search: Search): readonly Signature[] {
  return selectSignatures(closestOfCopies(search.lines, preferRates(search.lines, weighed(search, search.enough))));
}

function tryRuns(
  search: Search,
  view: readonly number[],
  extra: number,
  witnesses: readonly Witness[],
  targets: readonly number[] = view,
  look: Look = NEIGHBOURS,
): void {
  if (view.length < 2) return;
  const anywhere = Math.log2(2 * view.length + 2) + 0.5 * Math.log2(search.lines.active.length);
  for (const { aggregate, parts, skips, beyond } of runsIn(search, view, targets, look)) {
    if (parts.length < 2) continue;
    const price = isBoundary(search, beyond, parts, aggregate) ? Math.min(anywhere, NATURAL_PRICE) : anywhere;
    attempt(search, { operator: 'sum', aggregate, parts, factor: 1 }, price + extra + (skips ? 2 : 0), ['arithmetic', ...witnesses]);
  }
}

/** Level by level many views come back as they were; those of kinds and strides do not. */
function runsIn(
  { lines, looked, effort, runRoom }: Search,
  view: readonly number[],
  targets: readonly number[],
  look: Look,
): readonly Run[] {
  if (look !== NEIGHBOURS) return findRuns(lines, view, targets, look, effort, runRoom);
  const known = looked.find((one) => isSameList(one.view, view) && isSameList(one.targets, targets));
  if (known !== undefined) return known.runs;
  const runs = findRuns(lines, view, targets, look, effort, runRoom);
  looked.push({ view, targets, runs });
  return runs;
}

/** Whether a run ends where a reader would end it: at the edge, before a gap, before another total. */
function isBoundary({ lines, totals }: Search, beyond: number | undefined, parts: readonly number[], aggregate: number): boolean {
  if (beyond === undefined || totals.has(beyond)) return true;
  if (((lines.words[beyond] ?? 0) & SUM_WORD) !== 0) return true;
  const { low, high } = extentOf(parts);
  const last = beyond > aggregate ? high : low;
  const step = beyond > last ? 1 : -1;
  for (let line = last + step; line !== beyond; line += step) if ((lines.figures[line] ?? 0) === 0) return true;
  return false;
}

/** Totals of totals: what has been added up steps aside, then what adds up. */
function climbLevels(search: Search, base: readonly number[]): void {
  let before = -1;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const sums = believed(search);
    if (sums.length === before) break;
    before = sums.length;
    search.totals = new Set(sums.map(({ aggregate }) => aggregate));
    const consumed = new Set(sums.flatMap(({ parts }) => [...parts]));
    const { totals } = search;
    tryRuns(
      search,
      base.filter((line) => !consumed.has(line)),
      1,
      [],
    );
    tryRuns(
      search,
      base.filter((line) => !totals.has(line)),
      1,
      [],
      base,
    );
    tryRuns(
      search,
      base.filter((line) => totals.has(line)),
      1,
      [],
      base,
    );
    substituteTotals(search);
  }
}

function tryPairs(search: Search, view: readonly number[]): void {
  const { lines, effort } = search;
  for (const { aggregate, parts, reach } of findPairs(lines, view, effort)) {
    const price = Math.log2(2 * reach * reach) + Math.log2(view.length) + 4;
    attempt(search, { operator: 'sum', aggregate, parts, factor: 1 }, price, ['arithmetic']);
  }
}

function tryRates(search: Search, view: readonly number[]): void {
  const { lines, effort } = search;
  const totals = new Set(view.filter((line) => ((lines.words[line] ?? 0) & SUM_WORD) !== 0));
  for (const sum of believed(search)) totals.add(sum.aggregate);
  for (const { formula, near, far } of findRates(lines, view, totals, effort)) {
    const price = Math.log2(4 * Math.max(1, near) * Math.max(2, far) * 2) + 0.5 * Math.log2(view.length);
    attempt(search, formula, price, ['arithmetic']);
  }
}

function tryAverages(search: Search, view: readonly number[]): void {
  const { lines, effort } = search;
  const price = Math.log2(2 * view.length + 2) + 0.5 * Math.log2(view.length);
  for (const { aggregate, parts } of findAverages(lines, view, effort)) {
    attempt(search, { operator: 'average', aggregate, parts, factor: 1 }, price, ['arithmetic']);
  }
  tryMeansOfKind(search);
  tryMeansLikeSiblings(search);
  const places = new Map(view.map((line, place) => [line, place]));
  // The mean of what a neighbouring total adds up.
  for (const sum of believed(search)) {
    if (sum.operator !== 'sum' || sum.parts.length < 2) continue;
    const place = places.get(sum.aggregate) ?? -1;
    for (const line of view.slice(Math.max(0, place - 3), place + 4)) {
      if (line === sum.aggregate || includesLine(sum.parts, line)) continue;
      attempt(search, { operator: 'average', aggregate: line, parts: sum.parts, factor: 1 }, 3, ['arithmetic', 'siblings']);
    }
  }
}

/** Lines of one kind (value, share, value, share …) seen without the others. */
function kindViews(lines: Lines): readonly (readonly number[])[] {
  const byKind = new Map<string, number[]>();
  for (const line of lines.active) {
    const kind = lines.kind[line] ?? '';
    if (kind === '') continue;
    const list = byKind.get(kind);
    if (list === undefined) byKind.set(kind, [line]);
    else list.push(line);
  }
  return [...byKind.values()].filter((view) => view.length >= 3 && view.length < lines.active.length);
}

/** Every second, third … line. Where there are more than anybody counts off by eye, only names tell what belongs together. */
function strideViews(active: readonly number[]): readonly (readonly number[])[] {
  const views: number[][] = [];
  if (active.length > MOST_IN_STRIDES) return views;
  for (let stride = 2; stride <= LONGEST_STRIDE && active.length >= 3 * stride; stride++) {
    for (let first = 0; first < stride; first++) views.push(active.filter((_, place) => place % stride === first));
  }
  return views;
}

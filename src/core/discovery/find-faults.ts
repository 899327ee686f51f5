/** Cells that break the pattern (可疑单元格): every equation that fails where its formula otherwise holds, and the likeliest culprit of each. */
import {
  discover,
  discoverInTable,
  type DiscoveredRelation,
  type Discovery,
  type DiscoveryOptions,
  type Place,
  relationAlong,
  relationAt,
} from './discover.ts';
import type { Lines } from './lines.ts';
import { type Equation, isBroken, recordOf, type Rule, ruleOf } from './equations.ts';
import { equationKey, ruleBook, type RuleBook, type Suspect, suspectOf } from './localise.ts';
import { type Along, stepTo } from './along-steps.ts';
import type { Grid, ShownTable } from './number-grid.ts';
import type { DecimalMark } from './read-number.ts';
import { type Survey, surveyOf } from './survey.ts';
import { sumsLikeSiblings } from './like-siblings.ts';
import type { Signature } from './signature.ts';
import type { Slip } from './slips.ts';
import { CHANGE_WORD, CUMULATIVE_WORD, RATIO_WORD } from './words.ts';
import { isToldOtherwise } from './another-rule.ts';
import { isMeantHere, placesOf } from './meant-here.ts';
import { findUncovered, type Uncovered } from './uncovered.ts';
import { unprovedSums } from './unproved.ts';
import { ENOUGH_BITS } from './weigh.ts';

export interface Fault {
  readonly cell: Place;
  /** The broken equation that shows it best. */
  readonly relation: DiscoveredRelation | undefined;
  /** What the cell should say for everything to hold, as printed figures are counted. */
  readonly repair: number | undefined;
  readonly slip: Slip | undefined;
  readonly score: number;
}

/** Formulas worth less than discovery asks for; what they lack is held against the fault. */
const DOUBTFUL_BITS = 4;
const MOST_FAULTS = 200;
const UNCOVERED_SCORE = 5;
const ALONG_SCORE = 3;
const MOST_BROKEN = 200;
const MOST_MEMBERS = 20_000;
const ENOUGH_SCORE = 0;

export function findFaults(grid: Grid, options: DiscoveryOptions = {}): readonly Fault[] {
  return faultsIn(discover(grid, { ...options, enough: DOUBTFUL_BITS }));
}

/** What holds and what does not, in one look at the table. */
export function inspectTable(
  table: ShownTable,
  options: DiscoveryOptions & { readonly mark: DecimalMark },
): { readonly discovery: Discovery; readonly survey: Survey; readonly faults: readonly Fault[] } {
  const discovery = discoverInTable(table, { ...options, enough: DOUBTFUL_BITS });
  return { discovery, survey: surveyOf(discovery, ENOUGH_BITS), faults: faultsIn(discovery) };
}

function faultsIn({ numbers, row, column, rowSignatures, columnSignatures, rowAlong, columnAlong }: Discovery): readonly Fault[] {
  const records = { row: recordOf(row, column, rowSignatures), column: recordOf(column, row, columnSignatures) };
  const short = findUncovered(column, columnSignatures, records.column);
  const told = new Set(short.map(({ formula }) => formula.aggregate));
  const rules = [
    ...expected(row, rowSignatures).map((signature) => ruleOf(row, signature, records.row)),
    ...expected(column, columnSignatures, told).map((signature) => ruleOf(column, signature, records.column)),
  ];
  const book = ruleBook(rules, records);
  const failing = rules.flatMap(brokenOf).filter(({ rule, at }) => records[rule.lines.direction].foreign[at] === 0);
  const holding = new Map([...new Set(failing.map(({ rule }) => rule))].map((rule) => [rule, placesOf(rule)]));
  const meant = new Set(
    failing.filter((equation) => {
      const { rule } = equation;
      const places = holding.get(rule) ?? [];
      return isMeantHere(numbers, rule.lines === row ? column : row, equation, places) && !isToldOtherwise(rules, equation, places);
    }),
  );
  const faults = explain(
    book,
    mostBelieved([...meant]),
    failing.filter((equation) => !meant.has(equation)),
  );
  const uncovered = short.map((one) => uncoveredFault(column, one));
  const stepping = [...alongFaults(row, rowAlong), ...alongFaults(column, columnAlong)];
  const named = new Set(faults.flatMap(({ cell, relation }) => [cell, ...(relation?.parts ?? [])].map(String)));
  return [...faults, ...uncovered, ...stepping.filter(({ cell }) => !named.has(String(cell)))].sort((a, b) => b.score - a.score);
}

/** The formulas that hold, and those that names or like blocks lead one to expect, but for the totals `told` of otherwise. */
function expected(lines: Lines, signatures: readonly Signature[], told: ReadonlySet<number> = new Set()): readonly Signature[] {
  const likeSiblings = sumsLikeSiblings(lines, signatures).filter(({ aggregate }) => !told.has(aggregate));
  const better = new Set(likeSiblings.map(({ aggregate }) => aggregate));
  const unproved = unprovedSums(lines, signatures).filter(({ aggregate }) => !better.has(aggregate));
  return [...signatures, ...likeSiblings, ...unproved];
}

/** As many as can be looked into in a time that grows with the table only. */
function mostBelieved(broken: readonly Equation[]): readonly Equation[] {
  let members = 0;
  return [...broken]
    .sort((a, b) => b.rule.signature.bits - a.rule.signature.bits)
    .slice(0, MOST_BROKEN)
    .filter(({ rule }) => (members += rule.signature.parts.length + 1) <= MOST_MEMBERS);
}

const FEWEST_STEPS = 5;

/** A running total, a growth rate or a share that holds nearly everywhere, and fails at one place or at two that touch. */
function alongFaults(lines: Lines, found: readonly Along[]): readonly Fault[] {
  return found.flatMap((along): readonly Fault[] => {
    const [at, second, third] = along.fails;
    // Its own heading must say what it is: a coincidence has no name.
    if (((lines.words[along.result] ?? 0) & (CUMULATIVE_WORD | RATIO_WORD | CHANGE_WORD)) === 0) return [];
    if (at === undefined || third !== undefined || along.holds.length < FEWEST_STEPS) return [];
    if (second !== undefined && (second - at > 1 || along.kind === 'share')) return [];
    // Below the last share of one whole another begins.
    if (along.kind === 'share' && at > (along.holds.at(-1) ?? -1)) return [];
    return [alongFault(lines, along, at, second !== undefined)];
  });
}

/** A wrong cumulative figure breaks two steps that touch, a wrong item one; under growth rates it is the other way round. */
function alongFault(lines: Lines, along: Along, at: number, isTwice: boolean): Fault {
  const relation = relationAlong(lines, along, at);
  const isTotal = isTwice === (along.kind === 'running-total');
  if (isTotal) return { cell: relation.total, relation, repair: undefined, slip: undefined, score: ALONG_SCORE };
  const repair = along.kind === 'running-total' ? stepTo(lines, along.result, at) / 10 ** lines.scale : undefined;
  return { cell: relation.parts[1] ?? relation.total, relation, repair, slip: undefined, score: ALONG_SCORE };
}

function uncoveredFault(lines: Lines, { formula, judged, at }: Uncovered): Fault {
  const signature = { ...formula, direction: lines.direction, witnesses: ['label'] as const };
  const relation = relationAt(lines, signature, at);
  const stated = lines.value[formula.aggregate * lines.instances + at] ?? 0;
  const repair = (stated - (judged.residual[at] ?? 0)) / 10 ** lines.scale;
  return { cell: relation.total, relation, repair, slip: 'missing-row', score: UNCOVERED_SCORE };
}

function brokenOf(rule: Rule): readonly Equation[] {
  const broken: Equation[] = [];
  for (let at = rule.from; at <= rule.to; at++) if (isBroken({ rule, at })) broken.push({ rule, at });
  return broken;
}

/** The best suspect first; what it explains is set aside, and what shared a cell with it is looked at again. What is ignored speaks for nobody. */
function explain(book: RuleBook, broken: readonly Equation[], ignored: readonly Equation[]): readonly Fault[] {
  const faults: Fault[] = [];
  const done = new Set(ignored.map(equationKey));
  const suspects = new Map<string, Suspect | undefined>();
  let open = broken.map((equation) => ({ equation, key: equationKey(equation) }));
  while (open.length > 0 && faults.length < MOST_FAULTS) {
    let best: Suspect | undefined;
    for (const { equation, key } of open) {
      if (!suspects.has(key)) suspects.set(key, suspectOf(book, equation, done)[0]);
      const suspect = suspects.get(key);
      if (suspect !== undefined && (best === undefined || suspect.score > best.score)) best = suspect;
    }
    if (best === undefined || best.score < ENOUGH_SCORE) break;
    faults.push(faultOf(best));
    for (const equation of best.mended) done.add(equationKey(equation));
    open = open.filter(({ key }) => !done.has(key));
    for (const { key } of open) if (suspects.get(key)?.mended.some((equation) => done.has(equationKey(equation)))) suspects.delete(key);
  }
  return faults;
}

function faultOf({ row, column, correction, slip, score, mended: [shown] }: Suspect): Fault {
  const scale = shown === undefined ? 0 : shown.rule.lines.scale;
  return {
    cell: [row, column],
    relation: shown === undefined ? undefined : relationAt(shown.rule.lines, shown.rule.signature, shown.at),
    repair: correction.value / 10 ** scale,
    slip,
    score,
  };
}

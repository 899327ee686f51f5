/** Which cell is wrong (定位): each member of a broken equation is tried with each slip; the one that mends most and breaks least is named. */
import {
  type Balance,
  balance,
  type Equation,
  isBroken,
  isKept,
  looksForeign,
  rebalance,
  type Record,
  type Replacement,
  type Rule,
  solve,
  surprise,
} from './equations.ts';
import { drift } from './judge.ts';
import type { Lines } from './lines.ts';
import { ENOUGH_BITS } from './weigh.ts';
import { evenness, usualness } from './plausibility.ts';
import { type Correction, corrections, otherCorrection, type Slip } from './slips.ts';

export interface Suspect {
  readonly row: number;
  readonly column: number;
  readonly correction: Correction;
  readonly slip: Slip;
  readonly score: number;
  /** The broken equations it mends. */
  readonly mended: readonly Equation[];
}

/** The accepted rules of both directions, by line. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly byRow: ReadonlyMap<number, readonly Rule[]>;
  readonly byColumn: ReadonlyMap<number, readonly Rule[]>;
  readonly records: { readonly row: Record; readonly column: Record };
  /** What has been added up so far. */
  readonly balances: Map<Rule, Map<number, Balance>>;
}

const BROKEN_ANEW = 4;
const UNMENDED = 2;
const TOTAL_BONUS = 0.5;
const OTHER_TOTAL_BONUS = 3;
const MOST_BITS = 18;
const UNPROVED = 40;
/** Bits of doubt for each hundredth of a rule's places that fail: four in a hundred are mistakes, forty are another rule. */
const DOUBT_A_HUNDREDTH = 0.25;

export function ruleBook(rules: readonly Rule[], records: RuleBook['records']): RuleBook {
  const byRow = new Map<number, Rule[]>();
  const byColumn = new Map<number, Rule[]>();
  for (const rule of rules) {
    const index = rule.lines.direction === 'row' ? byColumn : byRow;
    for (const line of new Set([rule.signature.aggregate, ...rule.signature.parts])) {
      const list = index.get(line);
      if (list === undefined) index.set(line, [rule]);
      else list.push(rule);
    }
  }
  return { rules, byRow, byColumn, records, balances: new Map() };
}

/** All equations that contain a cell. */
export function equationsAt(book: RuleBook, row: number, column: number): readonly Equation[] {
  const found: Equation[] = [];
  for (const rule of book.byColumn.get(column) ?? []) if (row >= rule.from && row <= rule.to) found.push({ rule, at: row });
  for (const rule of book.byRow.get(row) ?? []) if (column >= rule.from && column <= rule.to) found.push({ rule, at: column });
  return found;
}

/** The cells of an equation, its total first. */
export function cellsOf({ rule: { lines, signature }, at }: Equation): readonly (readonly [number, number])[] {
  const place = (line: number): readonly [number, number] => (lines.direction === 'row' ? [at, line] : [line, at]);
  return [signature.aggregate, ...signature.parts].map(place);
}

/** The best explanation by one cell of a broken equation; undefined when none of its cells has a figure. */
export function suspectOf(book: RuleBook, broken: Equation, done: ReadonlySet<string>): readonly Suspect[] {
  const suspects: Suspect[] = [];
  for (const [row, column] of cellsOf(broken)) {
    const best = tryCell(book, row, column, done);
    if (best !== undefined) suspects.push(best);
  }
  return suspects.sort((a, b) => b.score - a.score);
}

export function equationKey({ rule: { lines, signature }, at }: Equation): string {
  return `${lines.direction}${at}:${signature.operator}${signature.aggregate}=${signature.parts.join(',')}`;
}

function tryCell(book: RuleBook, row: number, column: number, done: ReadonlySet<string>): Suspect | undefined {
  const all = equationsAt(book, row, column);
  const first = all[0];
  if (first === undefined) return undefined;
  const { lines } = first.rule;
  const cell = cellIndex(lines, row, column);
  const value = lines.value[cell] ?? Number.NaN;
  if (Number.isNaN(value)) return undefined;
  const half = lines.half[cell] ?? 0;
  const broken = balanced(
    book,
    all.filter((equation) => isBroken(equation) && !done.has(equationKey(equation))),
  );
  if (broken.length === 0) return undefined;
  const kept = balanced(book, all.filter(isKept));
  const options = [...corrections(value, half, lines.decimals[cell] ?? 0, lines.scale)];
  for (const { equation } of broken) {
    const solved = solve(equation, lineIn(equation, row, column));
    if (solved !== undefined) options.push(otherCorrection(solved, half));
  }
  let best: Suspect | undefined;
  for (const correction of options) {
    const mended = broken.filter((one) => holdsWith(one, row, column, correction));
    if (mended.length === 0) continue;
    // What is made so small that rounding hides it is only left out: that explains nothing.
    if (correction.slip !== 'other' && mended.every(({ now }) => Math.abs(correction.value) <= 2 * now.tolerance)) continue;
    const breaks = kept.filter((one) => !holdsWith(one, row, column, correction));
    const isTotal = mended.some(({ equation }) => lineIn(equation, row, column) === equation.rule.signature.aggregate);
    let score = -correction.cost - UNMENDED * (broken.length - mended.length);
    let most = 0;
    for (const one of mended) {
      const bits = residualBits(one, rebalance(one.equation, one.now, replacementOf(one.equation, row, column, correction)));
      score += surprise(one.equation, book.records[one.equation.rule.lines.direction]) + bits;
      most = Math.max(most, bits);
    }
    for (const one of breaks) score -= residualBits(one, one.now) + BROKEN_ANEW;
    score -= Math.max(0, ENOUGH_BITS - Math.max(...mended.map(({ equation }) => equation.rule.signature.bits)));
    // The surest of what it mends speaks for a value out of nowhere.
    if (correction.slip === 'other') score -= most + Math.min(...mended.map(({ equation }) => doubt(equation)));
    // Which of the members it was is part of what a named slip claims.
    else score -= Math.log2(Math.min(...mended.map(({ equation }) => equation.rule.signature.parts.length)) + 1);
    score += Math.min(...mended.map(({ equation }) => usualness(equation, lineIn(equation, row, column), correction.value)));
    score += Math.min(...mended.map(({ equation }) => evenness(equation, lineIn(equation, row, column), correction.value)));
    if (isTotal) score += correction.slip === 'other' ? OTHER_TOTAL_BONUS : TOTAL_BONUS;
    if (best !== undefined && score <= best.score) continue;
    best = { row, column, correction, slip: correction.slip, score, mended: mended.map(({ equation }) => equation) };
  }
  return best;
}

interface Balanced {
  readonly equation: Equation;
  readonly now: Balance;
}

/** Every balance is added up once for a rule book. */
function balanced(book: RuleBook, equations: readonly Equation[]): readonly Balanced[] {
  const found: Balanced[] = [];
  for (const equation of equations) {
    let known = book.balances.get(equation.rule);
    if (known === undefined) book.balances.set(equation.rule, (known = new Map()));
    let now = known.get(equation.at);
    if (now === undefined) {
      now = balance(equation);
      if (now === undefined) continue;
      known.set(equation.at, now);
    }
    found.push({ equation, now });
  }
  return found;
}

/** How little a residual out of nowhere proves: another failure of the rule, a figure that is no sum, a rate that was only guessed. */
function doubt(equation: Equation): number {
  const { rule } = equation;
  if (rule.holds === 0) return UNPROVED;
  const isSum = rule.signature.operator === 'sum';
  const hundredths = (100 * rule.fails) / (rule.fails + rule.holds);
  const failures = Math.min(12, 4 * Math.max(0, rule.fails - 1), DOUBT_A_HUNDREDTH * hundredths);
  return failures + (isSum && looksForeign(equation) ? 6 : 0) + (isSum ? 0 : 3);
}

/** What it would cost to write the residual down: its size in steps of what rounding leaves open. */
function residualBits({ equation, now }: Balanced, after: Balance | undefined): number {
  if (after === undefined) return 0;
  const { lines, signature } = equation.rule;
  const stated = Math.abs(lines.value[signature.aggregate * lines.instances + equation.at] ?? 0);
  const scale = Math.max(stated, Math.abs(now.off));
  const grain = lines.grain[signature.aggregate * lines.instances + equation.at] ?? 1;
  return Math.min(MOST_BITS, Math.log2(1 + scale / Math.max(2 * after.tolerance, Math.min(grain, Math.abs(now.off)))));
}

function replacementOf(equation: Equation, row: number, column: number, { value, half }: Correction): Replacement {
  return { line: lineIn(equation, row, column), value, half };
}

function lineIn({ rule: { lines } }: Equation, row: number, column: number): number {
  return lines.direction === 'row' ? column : row;
}

function cellIndex(lines: Lines, row: number, column: number): number {
  return lines.direction === 'row' ? column * lines.instances + row : row * lines.instances + column;
}

function holdsWith({ equation, now }: Balanced, row: number, column: number, correction: Correction): boolean {
  const result = rebalance(equation, now, replacementOf(equation, row, column, correction));
  if (result === undefined) return false;
  // Where nothing is ever rounded, a figure that is nearly right is wrong.
  const open = equation.rule.isExact ? result.tolerance - now.tolerance + drift(Math.abs(now.off)) : result.tolerance;
  return Math.abs(result.off) <= open;
}

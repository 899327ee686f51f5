/** Equations (逐处等式): an accepted formula at one place, tested with the figures as they stand or with one of them replaced. */
import { ENOUGH_BITS } from './weigh.ts';
import { isRateLine, type Lines } from './lines.ts';
import { drift, exactResidual, totalTolerance } from './judge.ts';
import { FAILS, HOLDS, IDLE, type Signature, UNTESTED } from './signature.ts';
import { EXTREME_WORD, MEAN_WORD } from './words.ts';

/** A formula and the instances it is taken to cover: its best stretch, and a few failures just beyond its ends. */
export interface Rule {
  readonly lines: Lines;
  readonly signature: Signature;
  readonly from: number;
  readonly to: number;
  readonly holds: number;
  /** Failures that are not put down to the instance. */
  readonly fails: number;
  /** Whether the sum holds to the last digit wherever it holds, and often enough to say so: nothing in it is rounded. */
  readonly isExact: boolean;
}

/** How the formulas of one direction fare at each instance: a column of percentages adds up to nothing. */
export interface Record {
  readonly holds: Uint32Array;
  readonly fails: Uint32Array;
  /** 1 where the instance's own line is a rate, or everything fails there. */
  readonly foreign: Uint8Array;
}

export interface Equation {
  readonly rule: Rule;
  readonly at: number;
}

/** A figure put in place of one that is doubted; `half` is how far it may be off. */
export interface Replacement {
  readonly line: number;
  readonly value: number;
  readonly half: number;
}

const MOST_BEYOND = 2;
const AROUND = 12;
/** Beyond so many lines without the equation another table begins. */
const WIDEST_GAP = 3;
const FEWEST_EXACT = 8;
/** Bits of luck that nobody has. */
const LUCK = 8;

/** `across`: the lines of the other direction, which are the instances of these. */
export function recordOf(lines: Lines, across: Lines, signatures: readonly Signature[]): Record {
  const holds = new Uint32Array(lines.instances);
  const fails = new Uint32Array(lines.instances);
  const foreign = new Uint8Array(lines.instances);
  const shared = new Map<number, ReadonlySet<number>>();
  for (const { operator, status, from, to, aggregate, parts, bits } of signatures) {
    if (operator !== 'sum' || bits < ENOUGH_BITS) continue;
    const members = new Set([aggregate, ...parts]);
    for (let at = Math.max(0, from - AROUND); at <= Math.min(status.length - 1, to + AROUND); at++) {
      if (status[at] === HOLDS) holds[at] = (holds[at] ?? 0) + 1;
      if (status[at] !== FAILS) continue;
      fails[at] = (fails[at] ?? 0) + 1;
      const before = shared.get(at);
      shared.set(at, before === undefined ? members : new Set([...before].filter((line) => members.has(line))));
    }
  }
  for (let at = 0; at < lines.instances; at++) {
    const held = holds[at] ?? 0;
    const failed = fails[at] ?? 0;
    // Rates and means add up by luck only, until most of the formulas say otherwise.
    if (held <= failed && (isRateLine(across, at) || isStatistic(across, at))) foreign[at] = 1;
    // One wrong cell breaks everything it is in; a line of prices breaks everything.
    if (held === 0 && failed >= 2 && shared.get(at)?.size === 0) foreign[at] = 1;
  }
  return { holds, fails, foreign };
}

/** Means and maxima of several lines add up to nothing. */
function isStatistic({ words }: Lines, line: number): boolean {
  return ((words[line] ?? 0) & (MEAN_WORD | EXTREME_WORD)) !== 0;
}

export function ruleOf(lines: Lines, signature: Signature, record: Record): Rule {
  const { status } = signature;
  const from = reach(status, record, signature.from, -1);
  const to = reach(status, record, signature.to, 1);
  let holds = 0;
  let fails = 0;
  let rounded = 0;
  for (let at = from; at <= to; at++) {
    if (status[at] === HOLDS) {
      holds += 1;
      if (signature.residual[at] !== 0) rounded += 1;
    } else if (status[at] === FAILS && record.foreign[at] === 0) fails += 1;
  }
  // A total that its siblings vouch for counts theirs.
  const isExact = signature.operator === 'sum' && rounded === 0 && (holds >= FEWEST_EXACT || holds * luck(signature.parts.length) >= LUCK);
  return { lines, signature, from, to, holds: Math.max(holds, signature.holds), fails, isExact };
}

/** How lucky it is, in bits, that so many rounded figures come to their rounded sum to the last digit: half units of them scatter like a normal distribution. */
function luck(parts: number): number {
  return 0.5 * Math.log2((2 * Math.PI * (parts + 1)) / 12);
}

function reach(status: Uint8Array, { foreign }: Record, end: number, step: number): number {
  let fails = 0;
  let last = lastTested(status, end, -step);
  const start = last;
  for (let at = last + step; at >= 0 && at < status.length && Math.abs(at - last) <= WIDEST_GAP; at += step) {
    if (foreign[at] === 1 || status[at] === UNTESTED) continue;
    if (status[at] === FAILS) {
      fails += 1;
      if (fails > MOST_BEYOND) break;
    }
    last = at;
  }
  return last === start ? end : last;
}

function lastTested(status: Uint8Array, end: number, step: number): number {
  let at = end;
  while (at + step >= 0 && at + step < status.length && status[at] === UNTESTED) at += step;
  return at;
}

/** How likely it is, in bits of surprise, that the formula simply is not meant at this place. */
export function surprise({ rule, at }: Equation, { holds, fails }: Record): number {
  const others = Math.max(0, rule.fails - 1);
  const own = (2 * others + 0.5) / (rule.holds + 2 * others + 1);
  const around = Math.max(0, (fails[at] ?? 0) - 1);
  const here = rule.signature.operator === 'sum' ? (around + 0.6) / ((holds[at] ?? 0) + around + 2) : 0.3;
  const spurious = 2 ** -Math.max(0, rule.signature.bits - 9);
  const odds = (Math.min(0.95, own) / (1 - Math.min(0.95, own))) * (here / (1 - here) / (0.3 / 0.7));
  const chance = Math.min(0.95, odds / (1 + odds) + spurious);
  return Math.log2(1 / chance);
}

export function isBroken({ rule, at }: Equation): boolean {
  return rule.signature.status[at] === FAILS;
}

export function isKept({ rule, at }: Equation): boolean {
  const status = rule.signature.status[at];
  return status === HOLDS || status === IDLE;
}

/** Stated minus computed, and the most that rounding can explain. */
export interface Balance {
  readonly off: number;
  readonly tolerance: number;
}

/** undefined when the equation cannot be computed. */
export function balance({ rule: { lines, signature }, at }: Equation): Balance | undefined {
  const { operator, aggregate, parts } = signature;
  if (operator === 'division' || operator === 'relative-change') return rateBalance({ lines, signature, at });
  const stated = lines.value[aggregate * lines.instances + at] ?? 0;
  let sum = 0;
  let slack = 0;
  let nonZero = 0;
  for (const part of parts) {
    const value = lines.value[part * lines.instances + at] ?? Number.NaN;
    if (Number.isNaN(value) || value === 0) continue;
    sum += value;
    slack += lines.half[part * lines.instances + at] ?? 0;
    nonZero += 1;
  }
  const share = divisor({ lines, signature, at });
  if (share === 0) return undefined;
  const rounding = (lines.half[aggregate * lines.instances + at] ?? 0) + slack / share;
  const tolerance = operator === 'sum' ? totalTolerance(lines, rounding, nonZero) : rounding;
  const exact = operator === 'sum' ? exactResidual(lines, signature, at) : undefined;
  return { off: exact ?? stated - sum / share, tolerance: tolerance + drift(Math.abs(stated) + Math.abs(sum)) };
}

/** The balance with one figure replaced, from the balance as it stands: nothing is added up again. */
export function rebalance({ rule: { lines, signature }, at }: Equation, now: Balance, replacement: Replacement): Balance | undefined {
  const { operator, aggregate } = signature;
  if (operator === 'division' || operator === 'relative-change') return rateBalance({ lines, signature, at }, replacement);
  const cell = replacement.line * lines.instances + at;
  const isTotal = replacement.line === aggregate;
  const share = isTotal ? 1 : divisor({ lines, signature, at });
  const change = (replacement.value - (lines.value[cell] ?? 0)) / share;
  const wider = Math.max(0, replacement.half - (lines.half[cell] ?? 0)) / share;
  return { off: now.off + (isTotal ? change : -change), tolerance: now.tolerance + wider };
}

interface Spot {
  readonly lines: Lines;
  readonly signature: Signature;
  readonly at: number;
}

/** By how much the parts' sum is divided: 1 for sums, the number of figures for averages. */
function divisor({ lines, signature: { operator, parts }, at }: Spot): number {
  if (operator === 'sum') return 1;
  let figures = 0;
  for (const part of parts) if (!Number.isNaN(lines.value[part * lines.instances + at] ?? Number.NaN)) figures += 1;
  return figures;
}

function rateBalance({ lines, signature, at }: Spot, replacement?: Replacement): Balance | undefined {
  const { operator, aggregate, parts, factor } = signature;
  const figure = (line: number): number =>
    replacement?.line === line ? replacement.value : (lines.value[line * lines.instances + at] ?? Number.NaN);
  const half = (line: number): number => (replacement?.line === line ? replacement.half : (lines.half[line * lines.instances + at] ?? 0));
  const [first = 0, second = 0] = parts;
  const [above, below] = operator === 'division' ? [first, second] : [second, first];
  const base = figure(below);
  if (base === 0 || Number.isNaN(base) || Number.isNaN(figure(above))) return undefined;
  const unit = factor * lines.unit;
  const quotient = figure(above) / base;
  const expected = (operator === 'division' ? quotient : quotient - 1) * unit;
  const open = (Math.abs(quotient) * half(below) + half(above)) / Math.abs(base);
  return { off: figure(aggregate) - expected, tolerance: half(aggregate) * 1.05 + open * unit };
}

/** The value of one line that makes the equation true, the others being right. */
export function solve(equation: Equation, line: number): number | undefined {
  const { lines, signature } = equation.rule;
  const { operator, aggregate, parts, factor } = signature;
  const value = lines.value[line * lines.instances + equation.at] ?? Number.NaN;
  const now = balance(equation);
  if (now === undefined) return undefined;
  if (line === aggregate) return value - now.off;
  if (operator === 'sum') return value + now.off;
  if (operator === 'average') return value + now.off * divisor({ lines, signature, at: equation.at });
  const [first = 0, second = 0] = parts;
  const [above, below] = operator === 'division' ? [first, second] : [second, first];
  const at = (of: number): number => lines.value[of * lines.instances + equation.at] ?? Number.NaN;
  const rate = at(aggregate) / (factor * lines.unit);
  const quotient = operator === 'division' ? rate : rate + 1;
  const solved = line === above ? quotient * at(below) : at(above) / quotient;
  return Number.isFinite(solved) ? solved : undefined;
}

/** Whether the parts come to much more than the stated figure, as they do in a line of means, percentages or prices. */
export function looksForeign({ rule: { lines, signature }, at }: Equation): boolean {
  const stated = Math.abs(lines.value[signature.aggregate * lines.instances + at] ?? 0);
  let sum = 0;
  for (const part of signature.parts) {
    const figure = lines.value[part * lines.instances + at] ?? Number.NaN;
    if (!Number.isNaN(figure)) sum += figure;
  }
  return Math.abs(sum) > FOREIGN_EXCESS * stated;
}

const FOREIGN_EXCESS = 1.75;

/** The search for formulas (搜索): what has been tried, at what price, and what of it is believed. */
import { judgedOf } from './judge.ts';
import { isSameList } from './line-lists.ts';
import { isFilled, type Lines } from './lines.ts';
import { type Run, roomForRuns, type RunRoom } from './runs.ts';
import { selectSignatures } from './select.ts';
import { FAILS, type Formula, HOLDS, type Signature, type Witness, withBits } from './signature.ts';
import { type Effort, ENOUGH_BITS, type Scales, weigh } from './weigh.ts';

const BEST_DISCOUNT = 12;

/** What has been tried: each formula is weighed once, at the lowest price it was found for. */
export interface Search extends Scales {
  /** By the line that would be the result. */
  readonly tried: Map<number, Trial[]>;
  /** Those of them that may be believed, in the order they were tried. */
  readonly kept: Trial[];
  readonly runRoom: RunRoom;
  /** Where runs next to a total have been looked for, and what was found. */
  readonly looked: Looked[];
  /** Bits that a formula must be worth. */
  readonly enough: number;
  /** Lines known as totals so far. */
  totals: ReadonlySet<number>;
  /** What `believed` last answered, until something is weighed that may change it. */
  believed: readonly Signature[] | undefined;
}

interface Looked {
  readonly view: readonly number[];
  readonly targets: readonly number[];
  readonly runs: readonly Run[];
}

export interface Trial {
  readonly formula: Formula;
  readonly signature: Signature | undefined;
  /** The signature with the price paid; made when it is first asked for. */
  paid: Signature | undefined;
  price: number;
  /** A shorter formula says the same. */
  superseded: boolean;
}

export function beginSearch(lines: Lines, effort: Effort, enough: number): Search {
  return {
    lines,
    effort,
    enough,
    room: judgedOf(lines.instances),
    runRoom: roomForRuns(lines),
    tried: new Map(),
    kept: [],
    looked: [],
    totals: new Set(),
    believed: undefined,
  };
}

/** The formulas that are worth their price and do not contradict each other, as far as the search has come. */
export function believed(search: Search): readonly Signature[] {
  return (search.believed ??= selectSignatures(weighed(search)));
}

/** The formulas that are worth their price. */
export function weighed(search: Search, enough: number = ENOUGH_BITS): readonly Signature[] {
  const found: Signature[] = [];
  for (const trial of search.kept) {
    const { signature, price, superseded } = trial;
    if (signature === undefined || superseded || signature.bits - price < enough) continue;
    found.push((trial.paid ??= withBits(signature, signature.bits - price)));
  }
  return found;
}

/** Weighs a formula, or lowers the price of one that is known. */
export function attempt(search: Search, formula: Formula, price: number, witnesses: readonly Witness[]): Trial {
  let trials = search.tried.get(formula.aggregate);
  if (trials === undefined) search.tried.set(formula.aggregate, (trials = []));
  const known = trials.find((trial) => isSameFormula(trial.formula, formula));
  if (known !== undefined) {
    if (price >= known.price) return known;
    known.price = price;
    known.paid = undefined;
    if (known.signature !== undefined) search.believed = undefined;
    return known;
  }
  // A better price may come, but not by so much.
  const signature = weigh(search, formula, witnesses, price + search.enough - BEST_DISCOUNT);
  const trial: Trial = { formula, signature, paid: undefined, price, superseded: false };
  trials.push(trial);
  if (signature !== undefined) {
    search.kept.push(trial);
    search.believed = undefined;
  }
  const supported = signature === undefined ? formula.parts : supportedParts(search.lines, signature);
  if (supported.length < formula.parts.length) {
    trial.superseded = true;
    if (supported.length >= 2) attempt(search, { ...formula, parts: supported }, price, witnesses);
  }
  return trial;
}

function isSameFormula(one: Formula, other: Formula): boolean {
  return one.operator === other.operator && one.factor === other.factor && isSameList(one.parts, other.parts);
}

/** Weighs a formula that a shorter one says better, so that it is not believed beside it. */
export function supersede(search: Search, formula: Formula): void {
  attempt(search, formula, 0, []).superseded = true;
  search.believed = undefined;
}

/** The parts that have a figure somewhere where the sum holds; a part that has one only where it fails has nothing to say for itself. */
function supportedParts(lines: Lines, { operator, parts, status }: Signature): readonly number[] {
  if (operator !== 'sum' || !status.includes(FAILS)) return parts;
  const hasFigure = (part: number, where: number): boolean => {
    for (let at = 0; at < lines.instances; at++) if (status[at] === where && isFilled(lines, part, at)) return true;
    return false;
  };
  return parts.filter((part) => hasFigure(part, HOLDS) || !hasFigure(part, FAILS));
}

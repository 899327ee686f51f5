/** The search for formulas (搜索): what has been tried, at what price, and what of it is believed. */
import { isFilled, type Lines } from './lines.ts';
import { selectSignatures } from './select.ts';
import { FAILS, type Formula, HOLDS, type Signature, type Witness, withBits } from './signature.ts';
import { ENOUGH_BITS, type Scales, weigh } from './weigh.ts';

const BEST_DISCOUNT = 12;

/** What has been tried: each formula is weighed once, at the lowest price it was found for. */
export interface Search extends Scales {
  readonly tried: Map<string, Trial>;
  /** Bits that a formula must be worth. */
  readonly enough: number;
  /** Lines known as totals so far. */
  totals: ReadonlySet<number>;
  /** What `believed` last answered, until something is weighed that may change it. */
  believed: readonly Signature[] | undefined;
}

export interface Trial {
  readonly signature: Signature | undefined;
  /** The signature with the price paid; made when it is first asked for. */
  paid: Signature | undefined;
  price: number;
  /** A shorter formula says the same. */
  superseded: boolean;
}

/** The formulas that are worth their price and do not contradict each other, as far as the search has come. */
export function believed(search: Search): readonly Signature[] {
  return (search.believed ??= selectSignatures(weighed(search)));
}

/** The formulas that are worth their price. */
export function weighed(search: Search, enough: number = ENOUGH_BITS): readonly Signature[] {
  const found: Signature[] = [];
  for (const trial of search.tried.values()) {
    const { signature, price, superseded } = trial;
    if (signature === undefined || superseded || signature.bits - price < enough) continue;
    found.push((trial.paid ??= withBits(signature, signature.bits - price)));
  }
  return found;
}

/** Weighs a formula, or lowers the price of one that is known. */
export function attempt(search: Search, formula: Formula, price: number, witnesses: readonly Witness[]): Trial {
  const key = `${formula.operator}${formula.factor} ${formula.aggregate}=${formula.parts.join(' ')}`;
  const known = search.tried.get(key);
  if (known !== undefined) {
    if (price >= known.price) return known;
    known.price = price;
    known.paid = undefined;
    if (known.signature !== undefined) search.believed = undefined;
    return known;
  }
  // A better price may come, but not by so much.
  const signature = weigh(search, formula, witnesses, price + search.enough - BEST_DISCOUNT);
  const trial: Trial = { signature, paid: undefined, price, superseded: false };
  search.tried.set(key, trial);
  if (signature !== undefined) search.believed = undefined;
  const supported = signature === undefined ? formula.parts : supportedParts(search.lines, signature);
  if (supported.length < formula.parts.length) {
    trial.superseded = true;
    if (supported.length >= 2) attempt(search, { ...formula, parts: supported }, price, witnesses);
  }
  return trial;
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

/** What a change comes from (变动因素分析): of the parts of a total, the largest contributions that explain at least 80 % of its rise or fall. */
import { type Decimal, Decimal as DecimalOf, ZERO } from '../number/decimal.ts';

export interface TwoPeriods {
  readonly current: Decimal;
  readonly prior: Decimal;
}

/** A part's own change, with its sign. */
export interface Driver<Part extends TwoPeriods> {
  readonly part: Part;
  readonly contribution: Decimal;
}

export interface DriverAnalysis<Part extends TwoPeriods> {
  /** Of the total, with its sign. */
  readonly change: Decimal;
  /** In the direction of the change, the largest first. */
  readonly drivers: readonly Driver<Part>[];
  /** Against it, the largest first; empty where they are too small to be worth a word. */
  readonly offsets: readonly Driver<Part>[];
}

const EXPLAINED = new DecimalOf('0.8');
/** What runs against the change is told when it takes back at least this share of the movement. */
const WORTH_TELLING = new DecimalOf('0.2');

/**
 * The 80 % are taken of everything that moved in the direction of the change, not of what is left of it after the opposite movements: a rise of
 * 206 out of +321 and −115 is not explained by one part of +200. What explains 80 % of that explains at least 80 % of the change itself.
 * Undefined where the total has not changed, or where the changes of the parts miss that of the total by more than `tolerance`: they are not its
 * parts then, or not all of them. Equal contributions keep the order of the parts.
 */
export function driversOf<Part extends TwoPeriods>(
  total: TwoPeriods,
  parts: readonly Part[],
  tolerance: Decimal,
): DriverAnalysis<Part> | undefined {
  const change = total.current.minus(total.prior);
  if (change.isZero()) return undefined;
  const moved = parts.map((part) => ({ part, contribution: part.current.minus(part.prior) })).filter((one) => !one.contribution.isZero());
  if (sumOf(moved).minus(change).abs().gt(tolerance)) return undefined;
  const along = moved.filter(({ contribution }) => contribution.isNegative() === change.isNegative());
  const against = moved.filter(({ contribution }) => contribution.isNegative() !== change.isNegative());
  const tell = sumOf(against).abs().gte(sumOf(along).abs().times(WORTH_TELLING));
  return { change, drivers: largest(along), offsets: tell ? largest(against) : [] };
}

/** All of one sign; as many as it takes, the largest first. */
function largest<Part extends TwoPeriods>(all: readonly Driver<Part>[]): readonly Driver<Part>[] {
  const enough = sumOf(all).abs().times(EXPLAINED);
  const chosen: Driver<Part>[] = [];
  let explained = ZERO;
  for (const one of [...all].sort((a, b) => b.contribution.abs().comparedTo(a.contribution.abs()))) {
    if (explained.gte(enough)) break;
    chosen.push(one);
    explained = explained.plus(one.contribution.abs());
  }
  return chosen;
}

function sumOf<Part extends TwoPeriods>(drivers: readonly Driver<Part>[]): Decimal {
  return drivers.reduce((sum, { contribution }) => sum.plus(contribution), ZERO);
}

/** Rounding intervals (舍入区间): a figure printed to d decimals stands for [v−½·10⁻ᵈ, v+½·10⁻ᵈ]; XBRL Calculations 1.1, round-to-nearest, both ends included. */
import { Decimal } from './decimal.ts';

const HALF = new Decimal('0.5');

export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** The interval of a value known exactly. */
export function point(value: Decimal): Interval {
  return { low: value, high: value };
}

/** The interval a printed value stands for; `quantum` 0 means exact. Zero itself is exact: an unused line holds nothing. */
export function rounded(value: Decimal, quantum: Decimal): Interval {
  if (quantum.isZero() || value.isZero()) return point(value);
  const half = quantum.times(HALF);
  return { low: value.minus(half), high: value.plus(half) };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

export function negateInterval(a: Interval): Interval {
  return { low: a.high.neg(), high: a.low.neg() };
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const corners = [a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)];
  return { low: Decimal.min(...corners), high: Decimal.max(...corners) };
}

/** a ÷ b; undefined when b may be zero, because then nothing can be said. */
export function divideIntervals(a: Interval, b: Interval): Interval | undefined {
  if (b.low.lte(0) && b.high.gte(0)) return undefined;
  const corners = [a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)];
  return { low: Decimal.min(...corners), high: Decimal.max(...corners) };
}

/** Whether one true value could lie in both. */
export function meet(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

/** Half the width: how far the middle may be off. */
export function halfWidth(a: Interval): Decimal {
  return a.high.minus(a.low).times(HALF);
}

/** Exact decimals (精确小数) for money: every amount of the core is one of these, rounded half-up (四舍五入), never a binary float. */
import { Decimal as Base } from 'decimal.js';

// A private clone: another library in the same page may configure the shared constructor.
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Decimal = Base;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);
export const HUNDRED: Decimal = new Decimal(100);

/** The decimal a spreadsheet shows for a stored double: 15 significant digits, so that 0.1+0.2 is 0.3. Throws RangeError for NaN and ±Infinity. */
export function decimalFromDouble(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  // Short decimals print themselves exactly; only long tails (results of formulas) need the cut.
  const text = String(value);
  return new Decimal(text.length <= 16 ? text : value.toPrecision(15));
}

/** Rounds half away from zero to `decimals` places (四舍五入). */
export function roundTo(value: Decimal, decimals: number): Decimal {
  return value.toDecimalPlaces(decimals, Base.ROUND_HALF_UP);
}

/** 10^-decimals: the smallest step that a figure printed to that many decimals can show. */
export function quantumOf(decimals: number): Decimal {
  return new Decimal(10).pow(-decimals);
}

/** Exact decimals (精确小数) for money: every amount of the core is one of these, rounded half-up (四舍五入), never a binary float. */
import { Decimal as Base } from 'decimal.js';

// A private clone: another library in the same page may configure the shared constructor.
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Decimal = Base;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);
export const HUNDRED: Decimal = new Decimal(100);

/** Doubles of so many characters are taken as they print. */
const SHORT_ENOUGH = 16;

/** The decimal a spreadsheet shows for a stored double: 15 significant digits, so that 0.1+0.2 is 0.3. Throws RangeError for NaN and ±Infinity. */
export function decimalFromDouble(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  // Only long tails (results of formulas) need the cut.
  const text = String(value);
  return new Decimal(text.length <= SHORT_ENOUGH ? text : value.toPrecision(15));
}

/** The digits of `decimalFromDouble` («-1978.4») without making a decimal of them; undefined where only that can tell: long tails, exponents, no number. */
export function digitsOfDouble(value: number): string | undefined {
  const text = String(value);
  return text.length <= SHORT_ENOUGH && Number.isFinite(value) && !text.includes('e') ? text : undefined;
}

/** Rounds half away from zero to `decimals` places (四舍五入). */
export function roundTo(value: Decimal, decimals: number): Decimal {
  return value.toDecimalPlaces(decimals, Base.ROUND_HALF_UP);
}

/** 10^-decimals: the smallest step that a figure printed to that many decimals can show. */
export function quantumOf(decimals: number): Decimal {
  return QUANTA[decimals] ?? new Decimal(10).pow(-decimals);
}

const QUANTA: readonly Decimal[] = Array.from({ length: 10 }, (_, decimals) => new Decimal(10).pow(-decimals));

/** How many decimals `decimalFromDouble` finds in a stored double. */
export function decimalsOfDouble(value: number): number {
  const text = String(value);
  // As short as this it prints its own digits, and they need only be counted.
  if (text.length > SHORT_ENOUGH || text.includes('e')) return decimalFromDouble(value).decimalPlaces();
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}

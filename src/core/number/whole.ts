/** Amounts as whole numbers (整数计算): a sum of amounts of a few decimals is exact in whole numbers too, and far quicker than in decimals. */
import { Decimal, ZERO } from './decimal.ts';

/** What is counted: hundred-thousandths of the base unit, fine enough for half of every rounding step in use (0.005% of a rate). */
export const WHOLES = 100_000;
/** Up to here a whole number, and the sum of two, divided by WHOLES, is a double that prints the very same digits (15 of them). */
export const MOST_WHOLE = 499_999_999_999_999;

/** decimal.js keeps seven digits in each word of `d`; the exponent is that of the first digit. */
const WORD = 7;

/** The value × WHOLES; undefined where that is no whole number, or one too large to be exact. */
export function wholeOf(value: Decimal): number | undefined {
  const { d: words, e: exponent, s: sign } = value;
  if (!value.isFinite() || exponent > 2 * WORD) return undefined;
  let whole = 0;
  let power = Math.floor(exponent / WORD);
  for (const word of words) {
    if (power === 1) whole += word * WHOLES * 1e7;
    else if (power === 0) whole += word * WHOLES;
    else if (power === -1 && word % 100 === 0) whole += word / 100;
    else return undefined;
    power -= 1;
  }
  return whole <= MOST_WHOLE ? sign * whole : undefined;
}

/** The decimal of a whole number, or of the sum of two. */
export function fromWhole(whole: number): Decimal {
  return whole === 0 ? ZERO : new Decimal(whole / WHOLES);
}

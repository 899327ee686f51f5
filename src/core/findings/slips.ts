/** How a wrong figure came about (差错类型): digits swapped, one lost or added, sign, decimal point, 元 for 万元, left blank. */
import type { Figure } from '../expressions/figure.ts';
import type { Decimal } from '../number/decimal.ts';
import { asPrinted } from '../relations/judge.ts';
import type { Slip } from './finding.ts';

/** The slip of the pen that turns `right` into what the cell holds; both as the column prints them. Null when it looks like none. */
export function nameSlip(figure: Figure, wrong: Decimal, right: Decimal): Slip | null {
  const is = asPrinted(wrong, figure);
  const should = asPrinted(right, figure);
  if (is.eq(should)) return null;
  if (is.isZero()) return 'left-blank';
  if (should.isZero()) return null;
  if (is.eq(should.neg())) return 'sign';
  const power = powerBetween(figure, is, should);
  if (power !== undefined) return Math.abs(power) === 4 ? 'unit' : 'power-of-ten';
  if (is.isNegative() !== should.isNegative()) return null;
  return digitSlip(digitsOf(is, figure), digitsOf(should, figure));
}

/** How much a slip speaks for a suspect, beside one relation's weight of 1. */
export function slipWeight(slip: Slip | null, figure: Figure, right: Decimal): number {
  if (slip === null) return 0;
  // Short figures look alike by chance.
  const long = digitsOf(right, figure).length >= 4 ? 1 : 0.3;
  switch (slip) {
    case 'unit':
      return 0.4;
    case 'sign':
    case 'power-of-ten':
      return 0.35;
    case 'digits-swapped':
      return 0.3 * long;
    case 'digit-lost':
    case 'digit-added':
      return 0.2 * long;
    case 'left-blank':
      return 0.15;
    case 'digit-wrong':
      return 0.15 * long;
    default:
      return 0.1;
  }
}

// The smaller of the two may have lost digits to rounding.
function powerBetween(figure: Figure, is: Decimal, should: Decimal): number | undefined {
  const isLarger = is.abs().gt(should.abs());
  const [large, small] = isLarger ? [is, should] : [should, is];
  // Rounding may carry into one digit more, and no other power can make the digits as many.
  const fewer = large.e - small.e;
  for (const power of [fewer, fewer + 1]) {
    if (power >= 1 && power <= 6 && asPrinted(large.div(10 ** power), figure).eq(small)) return isLarger ? power : -power;
  }
  return undefined;
}

function digitsOf(value: Decimal, figure: Figure): string {
  return value.div(figure.unit.scale).abs().toFixed(figure.decimals).replace('.', '').replace(/^0+/, '');
}

function digitSlip(is: string, should: string): Slip | null {
  if (is.length === should.length) {
    const different = [...is].flatMap((digit, index) => (digit === should[index] ? [] : [index]));
    const [first, second] = different;
    if (different.length === 1) return 'digit-wrong';
    if (
      different.length === 2 &&
      first !== undefined &&
      second === first + 1 &&
      is[first] === should[second] &&
      is[second] === should[first]
    )
      return 'digits-swapped';
    return null;
  }
  if (is.length === should.length - 1 && lacksOne(is, should)) return 'digit-lost';
  if (is.length === should.length + 1 && lacksOne(should, is)) return 'digit-added';
  // 2,013.10 without its 2 is 13.10: leading zeros vanish with the lost digit.
  if (is.length < should.length && should.length > 2 && should.slice(1).replace(/^0+/, '') === is) return 'digit-lost';
  return null;
}

function lacksOne(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at) === long.slice(at + 1);
}

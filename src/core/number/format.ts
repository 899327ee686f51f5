/** Prints figures for readers (金额格式): half-up, with or without thousands separators, never «-0.00». */
import { type Decimal, roundTo } from './decimal.ts';

export interface AmountFormat {
  readonly decimals: number;
  /** Thousands separators: 1,978.38. */
  readonly grouping: boolean;
}

const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g;

export function formatAmount(value: Decimal, format: AmountFormat): string {
  const rounded = roundTo(value, format.decimals);
  const text = rounded.abs().toFixed(format.decimals);
  const [whole = '0', fraction] = text.split('.');
  const grouped = format.grouping ? whole.replace(THOUSANDS, ',') : whole;
  const minus = rounded.isNegative() && !rounded.isZero() ? '-' : '';
  return `${minus}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** As formatAmount, straight from the digits of a number («-1978.4») as long as none of them has to be rounded away; undefined otherwise. */
export function formatDigits(digits: string, { decimals, grouping }: AmountFormat): string | undefined {
  const point = digits.indexOf('.');
  const end = point === -1 ? digits.length : point;
  const fraction = digits.slice(end + 1);
  if (fraction.length > decimals) return undefined;
  const whole = digits.slice(0, end);
  const grouped = grouping && whole.length > 3 ? whole.replace(THOUSANDS, ',') : whole;
  return decimals === 0 ? grouped : `${grouped}.${fraction.padEnd(decimals, '0')}`;
}

/** A ratio as a percentage: 0.9661 with 2 decimals is «96.61%». */
export function formatPercent(ratio: Decimal, decimals: number): string {
  return `${formatAmount(ratio.times(100), { decimals, grouping: false })}%`;
}

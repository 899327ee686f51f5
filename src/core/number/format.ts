/** Prints figures for readers (金额格式): half-up, with or without thousands separators, never «-0.00». */
import { type Decimal, roundTo } from './decimal.ts';

export interface AmountFormat {
  readonly decimals: number;
  /** Thousands separators: 1,978.38. */
  readonly grouping: boolean;
}

export function formatAmount(value: Decimal, format: AmountFormat): string {
  const rounded = roundTo(value, format.decimals);
  const text = rounded.abs().toFixed(format.decimals);
  const [whole = '0', fraction] = text.split('.');
  const grouped = format.grouping ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : whole;
  const minus = rounded.isNegative() && !rounded.isZero() ? '-' : '';
  return `${minus}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A ratio as a percentage: 0.9661 with 2 decimals is «96.61%». */
export function formatPercent(ratio: Decimal, decimals: number): string {
  return `${formatAmount(ratio.times(100), { decimals, grouping: false })}%`;
}

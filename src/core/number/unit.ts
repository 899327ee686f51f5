/** Units of figures (金额单位): 元, 万元, percent, counts. Values are compared in the base unit, printed in their own. */
import { Decimal, decimalFromDouble, ONE, quantumOf, roundTo, ZERO } from './decimal.ts';
import { fromWhole, MOST_WHOLE, wholeOf } from './whole.ts';

export interface Unit {
  readonly name: string;
  /** Whether amounts in this unit are money: only money is converted. */
  readonly kind: 'money' | 'rate' | 'count';
  /** How many base units (元, ratio 1, one piece) one of this unit is. */
  readonly scale: Decimal;
  /** Decimals by convention, where no number format says otherwise. */
  readonly decimals: number;
}

export const YUAN: Unit = { name: '元', kind: 'money', scale: ONE, decimals: 2 };
export const TEN_THOUSAND_YUAN: Unit = { name: '万元', kind: 'money', scale: new Decimal(10_000), decimals: 2 };
export const THOUSAND_YUAN: Unit = { name: '千元', kind: 'money', scale: new Decimal(1_000), decimals: 2 };
export const HUNDRED_MILLION_YUAN: Unit = { name: '亿元', kind: 'money', scale: new Decimal(100_000_000), decimals: 2 };
export const PERCENT: Unit = { name: '%', kind: 'rate', scale: new Decimal('0.01'), decimals: 2 };
export const PLAIN: Unit = { name: '', kind: 'count', scale: ONE, decimals: 0 };

/** Longest names first, so that 万元 is not read as 元. */
const MONEY_UNITS: readonly Unit[] = [HUNDRED_MILLION_YUAN, TEN_THOUSAND_YUAN, THOUSAND_YUAN, YUAN];

/** Reads a unit out of `金额单位：万元`, `单位:元`, `(万元)`; undefined when no known unit is named. */
export function parseUnit(text: string): Unit | undefined {
  const plain = text.replace(/\s/g, '');
  return MONEY_UNITS.find((unit) => plain.includes(unit.name));
}

/** What a stored double stands for in base units: `decimalFromDouble` times the unit's scale. */
export function amountInBase(value: number, unit: Unit): Decimal {
  // Most amounts have two decimals at most: they are whole numbers of hundredths.
  const hundredths = Math.round(value * 100);
  const scale = wholeOf(unit.scale);
  const whole = scale === undefined || hundredths / 100 !== value ? Infinity : hundredths * (scale / 100);
  return Math.abs(whole) <= MOST_WHOLE ? fromWhole(whole) : decimalFromDouble(value).times(unit.scale);
}

/** The value, in base units, as the unit prints it with so many decimals. */
export function roundInUnit(value: Decimal, unit: Unit, decimals: number): Decimal {
  const whole = wholeOf(value);
  // Most values are printed to their last digit already.
  if (whole !== undefined && printsWhole(whole, unit, decimals)) return value;
  return roundTo(value.div(unit.scale), decimals).times(unit.scale);
}

/** Whether the unit, with so many decimals, prints a whole number (see whole.ts) without rounding it. */
export function printsWhole(whole: number, unit: Unit, decimals: number): boolean {
  const scale = wholeOf(unit.scale);
  const step = scale === undefined ? 0 : scale / 10 ** decimals;
  return step >= 1 && whole % step === 0;
}

/** The smallest coin (分). */
const FEN = new Decimal('0.01');

/** The rounding step of a figure with so many decimals, in base units; 0 (exact) when it is the smallest coin (分) or finer: nothing was rounded away. */
export function quantumInBase(unit: Unit, decimals: number): Decimal {
  const quantum = quantumOf(decimals).times(unit.scale);
  return unit.kind === 'money' && quantum.lte(FEN) ? ZERO : quantum;
}

/** Units of figures (金额单位): 元, 万元, percent, counts. Values are compared in the base unit, printed in their own. */
import { Decimal, ONE, quantumOf, ZERO } from './decimal.ts';

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

/** The rounding step of a figure with so many decimals, in base units; 0 (exact) when it is the smallest coin (分) or finer: nothing was rounded away. */
export function quantumInBase(unit: Unit, decimals: number): Decimal {
  const quantum = quantumOf(decimals).times(unit.scale);
  return unit.kind === 'money' && quantum.lte('0.01') ? ZERO : quantum;
}

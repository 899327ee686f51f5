/** A claim as a magnitude with the interval its printed digits leave open (陈述的取值区间), in base units: 元, ratio 1, one piece. */
import { type Decimal, quantumOf } from '../number/decimal.ts';
import { type Interval, rounded } from '../number/interval.ts';
import { HUNDRED_MILLION_YUAN, PERCENT, PLAIN, TEN_THOUSAND_YUAN, THOUSAND_YUAN, type Unit, YUAN } from '../number/unit.ts';
import type { Claim } from './claim.ts';

const UNITS: readonly Unit[] = [HUNDRED_MILLION_YUAN, TEN_THOUSAND_YUAN, THOUSAND_YUAN, YUAN, PERCENT];

export interface Measure {
  readonly value: Decimal;
  readonly interval: Interval;
}

/** An amount without a unit is taken in 万元, the unit of these texts; that it lacks one is said elsewhere. */
export function measure({ role, unit, value, decimals }: Claim): Measure {
  const { scale } = role === 'count' ? PLAIN : (UNITS.find(({ name }) => name === unit) ?? TEN_THOUSAND_YUAN);
  const quantum = role === 'count' ? PLAIN.scale.minus(1) : quantumOf(decimals).times(scale);
  return { value: value.times(scale), interval: rounded(value.times(scale), quantum) };
}

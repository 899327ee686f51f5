/** The figures of an ordinary table as plain numbers (快速核对): enough to see that a relation holds to the last digit; everything else goes to the one evaluator. */
import type { DiscoveredRelation, Place } from '../discovery/discover.ts';
import type { NumberGrid } from '../discovery/number-grid.ts';

export interface PlainNumbers {
  /** Whether the figures, as shown, satisfy the relation exactly. False says nothing. */
  readonly holds: (relation: DiscoveredRelation) => boolean;
}

/** Kept away from where half-up rounding could go either way. */
const SURE = 0.499;

export function plainNumbers({ columns, value, decimals, percent, scale }: NumberGrid): PlainNumbers {
  const indexOf = ([row, column]: Place): number => row * columns + column;
  // Whole numbers below 2^53 are added without any error.
  const scaled = (index: number): number => {
    const own = value[index] ?? Number.NaN;
    if (Number.isNaN(own)) return 0;
    return (decimals[index] ?? 0) > scale ? Number.NaN : own;
  };
  const adds = (total: number, parts: readonly number[], sign: 1 | -1): boolean => {
    let rest = scaled(total);
    let size = Math.abs(rest);
    parts.forEach((part, index) => {
      const own = scaled(part);
      rest -= index === 0 ? own : sign * own;
      size += Math.abs(own);
    });
    return rest === 0 && size < Number.MAX_SAFE_INTEGER && [total, ...parts].every((index) => percent[index] === percent[total]);
  };
  const rate = (total: number, [one = 0, two = 0]: readonly number[], operator: 'division' | 'relative-change'): boolean => {
    const [first = 0, second = 0] = [value[one], value[two]];
    const quotient = operator === 'division' ? first / second : (second - first) / first;
    const stated = (value[total] ?? Number.NaN) / 10 ** scale;
    const open = SURE * 10 ** -(decimals[total] ?? 0);
    const isTimes = (factor: number): boolean => Math.abs(stated - quotient * factor) < open;
    return (
      percent[one] === percent[two] && (percent[total] === 1 ? isTimes(100) : Math.abs(quotient) > 0.01 && isTimes(100) !== isTimes(1))
    );
  };
  const holds = ({ operator, total, parts }: DiscoveredRelation): boolean => {
    const at = indexOf(total);
    if (Number.isNaN(value[at] ?? Number.NaN) || operator === 'average') return false;
    const places = parts.map(indexOf);
    if (operator === 'sum') return adds(at, places, 1);
    return operator === 'difference' ? adds(at, places, -1) : rate(at, places, operator);
  };
  return { holds };
}

/** Slips of the pen (差错类型): what a figure may have been before somebody mistyped it, the likeliest first. */

export type Slip = 'sign' | 'power-of-ten' | 'unit' | 'digits-swapped' | 'digit-wrong' | 'missing-row' | 'other';

export interface Correction {
  readonly slip: Slip;
  /** Scaled like the figures. */
  readonly value: number;
  /** How far the corrected value may be off: digits that the slip destroyed. */
  readonly half: number;
  /** How surprising the slip is, in bits. */
  readonly cost: number;
}

const SIGN_COST = 4;
const TEN_COST = 5;
const HUNDRED_COST = 8;
const UNIT_COST = 5;
const SWAP_COST = 4;
const DIGIT_COST = 5;
const OTHER_COST = 3;

/** `value` and `half` scaled by 10^`scale`; `decimals` as printed. */
export function corrections(value: number, half: number, decimals: number, scale: number): readonly Correction[] {
  if (value === 0) return [];
  const found: Correction[] = [{ slip: 'sign', value: -value, half, cost: SIGN_COST }];
  const powers: readonly (readonly [number, number])[] = [
    [10, TEN_COST],
    [100, HUNDRED_COST],
    [1000, HUNDRED_COST],
    [10_000, UNIT_COST],
    [100_000_000, HUNDRED_COST],
  ];
  for (const [power, cost] of powers) {
    const slip: Slip = power === 10 ? 'power-of-ten' : 'unit';
    // What comes to nothing was no amount in another unit.
    if (Math.abs(value / power) > half) found.push({ slip, value: value / power, half, cost });
    const lost = Math.max(half, 0.5 * 10 ** Math.max(0, scale - decimals));
    if (lost <= 0.01 * Math.abs(value)) found.push({ slip, value: value * power, half: lost * power, cost });
  }
  found.push(...digitSlips(value, half, decimals, scale));
  return found;
}

function digitSlips(value: number, half: number, decimals: number, scale: number): readonly Correction[] {
  const step = 10 ** Math.max(0, scale - decimals);
  const digits = String(Math.round(Math.abs(value) / step));
  if (digits.length > 15 || /e/.test(digits)) return [];
  const sign = Math.sign(value);
  const found: Correction[] = [];
  const padded = digits.padStart(decimals + 1, '0');
  const swapCost = SWAP_COST + Math.log2(padded.length);
  const digitCost = DIGIT_COST + Math.log2(9 * padded.length);
  for (let k = 0; k < padded.length; k++) {
    const weight = 10 ** (padded.length - 1 - k) * step;
    const digit = Number(padded[k]);
    const next = Number(padded[k + 1] ?? padded[k]);
    if (digit !== next) {
      found.push({ slip: 'digits-swapped', value: value + sign * (next - digit) * (weight - weight / 10), half, cost: swapCost });
    }
    for (let other = 0; other <= 9; other++) {
      if (other !== digit) found.push({ slip: 'digit-wrong', value: value + sign * (other - digit) * weight, half, cost: digitCost });
    }
  }
  return found;
}

/** Any other value. */
export function otherCorrection(value: number, half: number): Correction {
  return { slip: 'other', value, half, cost: OTHER_COST };
}

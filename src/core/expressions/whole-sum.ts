/** Sums and differences in whole numbers (整数求和): most of what a check compares, without a decimal being made for each step. */
import { MOST_WHOLE, wholeOf } from '../number/whole.ts';
import type { Expression } from './expression.ts';

/** In WHOLES of the base unit: the same value as `evaluate` finds, and half the width of its interval. */
export interface WholeSum {
  readonly value: number;
  readonly halfWidth: number;
}

/** Undefined for anything but sums and differences, and where a figure is unreadable, too fine or too large: `evaluate` tells. */
export function wholeSum(expression: Expression): WholeSum | undefined {
  switch (expression.kind) {
    case 'figure': {
      const { reading, quantum } = expression.figure;
      if (reading.kind === 'blank') return NOTHING;
      const value = reading.kind === 'number' ? wholeOf(reading.value) : undefined;
      return value === undefined ? undefined : wholeFigure(value, wholeOf(quantum));
    }
    case 'constant': {
      const value = wholeOf(expression.value);
      return value === undefined ? undefined : { value, halfWidth: 0 };
    }
    case 'sum': {
      let value = 0;
      let halfWidth = 0;
      for (const { sign, of } of expression.terms) {
        const part = wholeSum(of);
        if (part === undefined) return undefined;
        value += sign * part.value;
        halfWidth += part.halfWidth;
        if (Math.abs(value) > MOST_WHOLE || halfWidth > MOST_WHOLE) return undefined;
      }
      return { value, halfWidth };
    }
    default:
      return undefined;
  }
}

const NOTHING: WholeSum = { value: 0, halfWidth: 0 };

/** A figure that prints `value` in steps of `quantum`; zero is exact. */
export function wholeFigure(value: number, quantum: number | undefined): WholeSum | undefined {
  if (value === 0) return NOTHING;
  return quantum === undefined || quantum % 2 !== 0 ? undefined : { value, halfWidth: quantum / 2 };
}

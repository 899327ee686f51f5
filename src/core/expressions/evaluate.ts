/** The value of an expression and the interval its rounded figures leave open (取值与舍入区间). */
import { Decimal, ONE, ZERO } from '../number/decimal.ts';
import { addIntervals, divideIntervals, type Interval, multiplyIntervals, negateInterval, point, rounded } from '../number/interval.ts';
import type { Expression } from './expression.ts';
import type { Figure } from './figure.ts';

/** All in base units. `blocked` says why there is no value: a figure that cannot be read, or a division by zero. */
export type Evaluation =
  | { readonly kind: 'value'; readonly value: Decimal; readonly interval: Interval }
  | { readonly kind: 'blocked'; readonly by: 'unreadable'; readonly figure: Figure }
  | { readonly kind: 'blocked'; readonly by: 'zero-base' };

type Known = Extract<Evaluation, { kind: 'value' }>;

const EXACT_ZERO: Known = { kind: 'value', value: ZERO, interval: point(ZERO) };
const EXACT_ONE: Known = { kind: 'value', value: ONE, interval: point(ONE) };

export function evaluate(expression: Expression): Evaluation {
  switch (expression.kind) {
    case 'figure':
      return evaluateFigure(expression.figure);
    case 'constant':
      return { kind: 'value', value: expression.value, interval: point(expression.value) };
    case 'sum':
      return fold(
        expression.terms.map((term) => ({ sign: term.sign, result: evaluate(term.of) })),
        EXACT_ZERO,
        add,
      );
    case 'product':
      return fold(
        expression.factors.map((factor) => ({ sign: 1, result: evaluate(factor) })),
        EXACT_ONE,
        (total, part) => ({
          kind: 'value',
          value: total.value.times(part.value),
          interval: multiplyIntervals(total.interval, part.interval),
        }),
      );
    case 'quotient':
      return divide(evaluate(expression.numerator), evaluate(expression.denominator));
    case 'maximum':
      return largest(expression.of.map(evaluate));
    case 'absolute': {
      const inner = evaluate(expression.of);
      return inner.kind === 'value' ? magnitude(inner) : inner;
    }
  }
}

/** The value alone, for whoever does not ask what rounding leaves open; undefined where `evaluate` is blocked. */
export function valueOf(expression: Expression): Decimal | undefined {
  switch (expression.kind) {
    case 'figure': {
      const { reading } = expression.figure;
      return reading.kind === 'number' ? reading.value : reading.kind === 'blank' ? ZERO : undefined;
    }
    case 'sum': {
      let total = ZERO;
      for (const { sign, of } of expression.terms) {
        const part = valueOf(of);
        if (part === undefined) return undefined;
        if (!part.isZero()) total = sign === 1 ? total.plus(part) : total.minus(part);
      }
      return total;
    }
    default: {
      const result = evaluate(expression);
      return result.kind === 'value' ? result.value : undefined;
    }
  }
}

function add(total: Known, part: Known, sign: number): Known {
  // Most lines of a table are not used: they add nothing, and arithmetic on them would take most of the time.
  if (part === EXACT_ZERO) return total;
  if (total === EXACT_ZERO && sign === 1) return part;
  return {
    kind: 'value',
    value: sign === 1 ? total.value.plus(part.value) : total.value.minus(part.value),
    interval: addIntervals(total.interval, sign === 1 ? part.interval : negateInterval(part.interval)),
  };
}

function evaluateFigure(figure: Figure): Evaluation {
  switch (figure.reading.kind) {
    case 'number':
      if (figure.reading.value.isZero()) return EXACT_ZERO;
      return { kind: 'value', value: figure.reading.value, interval: rounded(figure.reading.value, figure.quantum) };
    case 'blank':
      return EXACT_ZERO;
    case 'unreadable':
      return { kind: 'blocked', by: 'unreadable', figure };
  }
}

function fold(
  parts: readonly { readonly sign: 1 | -1 | number; readonly result: Evaluation }[],
  start: Known,
  step: (total: Known, part: Known, sign: number) => Known,
): Evaluation {
  let total = start;
  for (const { sign, result } of parts) {
    if (result.kind === 'blocked') return result;
    total = step(total, result, sign);
  }
  return total;
}

function divide(numerator: Evaluation, denominator: Evaluation): Evaluation {
  if (numerator.kind === 'blocked') return numerator;
  if (denominator.kind === 'blocked') return denominator;
  if (denominator.value.isZero()) return { kind: 'blocked', by: 'zero-base' };
  const interval = divideIntervals(numerator.interval, denominator.interval);
  // A base that could be zero within its rounding says nothing about the rate.
  if (interval === undefined) return { kind: 'blocked', by: 'zero-base' };
  return { kind: 'value', value: numerator.value.div(denominator.value), interval };
}

function largest(parts: readonly Evaluation[]): Evaluation {
  const known: Known[] = [];
  for (const part of parts) {
    if (part.kind === 'blocked') return part;
    known.push(part);
  }
  if (known.length === 0) return EXACT_ZERO;
  return {
    kind: 'value',
    value: Decimal.max(...known.map((part) => part.value)),
    interval: {
      low: Decimal.max(...known.map((part) => part.interval.low)),
      high: Decimal.max(...known.map((part) => part.interval.high)),
    },
  };
}

function magnitude(of: Known): Known {
  const { low, high } = of.interval;
  const spansZero = low.isNegative() && !high.isNegative();
  return {
    kind: 'value',
    value: of.value.abs(),
    interval: { low: spansZero ? ZERO : Decimal.min(low.abs(), high.abs()), high: Decimal.max(low.abs(), high.abs()) },
  };
}

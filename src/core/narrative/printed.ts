/**
 * The figures as readers see them (印出的数): every shown amount is the rounding of its own cells, and a rate is computed from the shown amounts,
 * so that anyone can check a sentence with the figures it prints.
 */
import { valueOf } from '../expressions/evaluate.ts';
import type { Expression } from '../expressions/expression.ts';
import { type Decimal, ZERO } from '../number/decimal.ts';
import { formatAmount, formatPercent } from '../number/format.ts';
import { roundInUnit, type Unit } from '../number/unit.ts';
import type { FigureFormat } from './narrative.ts';

/** What amounts are printed in: 万元 with two decimals. */
export interface PrintUnit {
  readonly unit: Unit;
  readonly decimals: number;
}

/** The value that `expression` has in print: exact for a rate of shown amounts, rounded for an amount; undefined when it has none. */
export function printedValue(expression: Expression, print: PrintUnit): Decimal | undefined {
  if (expression.kind === 'quotient') {
    const numerator = printedValue(expression.numerator, print);
    const denominator = printedValue(expression.denominator, print);
    return numerator === undefined || denominator === undefined || denominator.isZero() ? undefined : numerator.div(denominator);
  }
  if (isDifference(expression)) {
    let total = ZERO;
    for (const term of expression.terms) {
      const part = printedValue(term.of, print);
      if (part === undefined) return undefined;
      total = term.sign === 1 ? total.plus(part) : total.minus(part);
    }
    return total;
  }
  const value = valueOf(expression);
  return value === undefined || !isMoney(expression) ? value : roundInUnit(value, print.unit, print.decimals);
}

/** Amounts that are subtracted are shown one by one; amounts that are added up are shown as their sum. */
export function isDifference(expression: Expression): expression is Extract<Expression, { kind: 'sum' }> {
  return expression.kind === 'sum' && expression.terms.some((term) => term.sign === -1);
}

export function isMoney(expression: Expression): boolean {
  switch (expression.kind) {
    case 'figure':
      return expression.figure.unit.kind === 'money';
    case 'constant':
      return expression.unit.kind === 'money';
    case 'sum':
      return expression.terms.some((term) => isMoney(term.of));
    case 'product':
      return expression.factors.some(isMoney);
    case 'maximum':
      return expression.of.some(isMoney);
    case 'absolute':
      return isMoney(expression.of);
    case 'quotient':
      return false;
  }
}

/** The digits of a value given in base units, with the words that belong to them. */
export function printFigure(value: Decimal, format: FigureFormat, print: PrintUnit): string {
  const shown = format.unsigned ? value.abs() : value;
  if (format.kind === 'percent') return formatPercent(shown, format.decimals);
  const scaled = format.kind === 'amount' ? shown.div(print.unit.scale) : shown;
  return `${formatAmount(scaled, { decimals: format.decimals, grouping: format.grouping })}${format.suffix}`;
}

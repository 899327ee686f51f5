/** Which value of one cell would make a relation hold (反推): the relation solved for that cell. */
import type { Expression } from '../expressions/expression.ts';
import { valueOf } from '../expressions/evaluate.ts';
import { figuresOf } from '../expressions/sources.ts';
import type { Decimal } from '../number/decimal.ts';
import { asPrinted } from '../relations/judge.ts';
import { refKey } from '../workbook/address.ts';
import { type Changes, currentValue, type Equation, type Evidence, residualOf } from './evidence.ts';

/** Rounded to what the cell's column prints, in base units; undefined when no value would do, or more than one. */
export function demandOf(evidence: Evidence, equation: Equation, key: string, changes: Changes): Decimal | undefined {
  const figure = evidence.figures.get(key);
  if (figure === undefined) return undefined;
  const exact = equation.linear === undefined ? solve(evidence, equation, key, changes) : solveLinear(evidence, equation, key, changes);
  return exact === undefined ? undefined : asPrinted(exact, figure);
}

function solveLinear(evidence: Evidence, equation: Equation, key: string, changes: Changes): Decimal | undefined {
  const coefficient = equation.linear?.terms.get(key)?.coefficient;
  const now = residualOf(equation, changes);
  if (coefficient === undefined || coefficient === 0 || now === undefined) return undefined;
  return currentValue(evidence, key, changes).minus(now.residual.div(coefficient));
}

// Rates and scores are short; accepted repairs seldom reach into them, so the printed figures are used.
function solve(evidence: Evidence, { relation }: Equation, key: string, changes: Changes): Decimal | undefined {
  if (refKey(relation.stated.ref) === key) return valueOf(relation.expected);
  return invert(relation.expected, key, currentValue(evidence, refKey(relation.stated.ref), changes));
}

/** The value of the cell that makes `expression` equal `target`. */
function invert(expression: Expression, key: string, target: Decimal): Decimal | undefined {
  switch (expression.kind) {
    case 'figure':
      return target;
    case 'sum': {
      const holder = onlyHolder(
        expression.terms.map((term) => term.of),
        key,
      );
      if (holder === undefined) return undefined;
      let rest = target;
      let sign: 1 | -1 = 1;
      for (const [index, term] of expression.terms.entries()) {
        if (index === holder) {
          sign = term.sign;
          continue;
        }
        const value = valueOf(term.of);
        if (value === undefined) return undefined;
        rest = rest.minus(value.times(term.sign));
      }
      const inner = expression.terms[holder]?.of;
      return inner === undefined ? undefined : invert(inner, key, rest.times(sign));
    }
    case 'product': {
      const holder = onlyHolder(expression.factors, key);
      if (holder === undefined) return undefined;
      let rest = target;
      for (const [index, factor] of expression.factors.entries()) {
        if (index === holder) continue;
        const value = valueOf(factor);
        if (value === undefined || value.isZero()) return undefined;
        rest = rest.div(value);
      }
      const inner = expression.factors[holder];
      return inner === undefined ? undefined : invert(inner, key, rest);
    }
    case 'quotient': {
      const inNumerator = holdsCell(expression.numerator, key);
      if (inNumerator === holdsCell(expression.denominator, key)) return undefined;
      const other = valueOf(inNumerator ? expression.denominator : expression.numerator);
      if (other === undefined) return undefined;
      if (inNumerator) return invert(expression.numerator, key, target.times(other));
      return target.isZero() ? undefined : invert(expression.denominator, key, other.div(target));
    }
    default:
      return undefined;
  }
}

function onlyHolder(parts: readonly Expression[], key: string): number | undefined {
  const holders = parts.flatMap((part, index) => (holdsCell(part, key) ? [index] : []));
  return holders.length === 1 ? holders[0] : undefined;
}

function holdsCell(expression: Expression, key: string): boolean {
  return figuresOf(expression).some((figure) => refKey(figure.ref) === key);
}

/** A printed figure as an Excel formula (公式): the same rounding in the same places as in print, so that the cell shows what the sentence says. */
import { evaluate } from '../expressions/evaluate.ts';
import type { Expression } from '../expressions/expression.ts';
import { toFormula } from '../expressions/to-formula.ts';
import { HUNDRED } from '../number/decimal.ts';
import type { Unit } from '../number/unit.ts';
import { TEN_THOUSAND_YUAN } from '../number/unit.ts';
import { isDifference, isMoney } from './printed.ts';
import type { Span } from './narrative.ts';

/** Without the leading «=»; undefined where there is nothing to compute: words, counts, a rate whose base is 0. Amounts come out in `unit`, rates as ratios. */
export function formulaOf(span: Span, sheet?: string, unit: Unit = TEN_THOUSAND_YUAN): string | undefined {
  if (span.kind !== 'figure' || span.expression.kind === 'constant' || evaluate(span.expression).kind === 'blocked') return undefined;
  const { kind, decimals, unsigned } = span.format;
  const body = printedFormula(span.expression, kind === 'amount' ? decimals : 2, unit, sheet);
  const places = kind === 'percent' ? decimals + HUNDRED.precision(true) - 1 : decimals;
  const rounded = span.expression.kind === 'figure' ? body : `ROUND(${body},${places})`;
  return unsigned ? `ABS(${rounded})` : rounded;
}

/** The value that `printedValue` gives, amounts in `unit`, rates as ratios: each shown amount is rounded, then computed with. */
export function printedFormula(expression: Expression, decimals: number, unit: Unit, sheet?: string): string {
  const print = (part: Expression): string => printedFormula(part, decimals, unit, sheet);
  if (expression.kind === 'quotient') return `${bracket(expression.numerator, print)}/${bracket(expression.denominator, print)}`;
  if (isDifference(expression))
    return expression.terms.map((term, index) => `${term.sign === -1 ? '-' : index === 0 ? '' : '+'}${bracket(term.of, print)}`).join('');
  const plain = toFormula(expression, { scale: unit.scale, ...(sheet === undefined ? {} : { sheet }) });
  return isMoney(expression) && !isPrinted(expression, decimals, unit) ? `ROUND(${plain},${decimals})` : plain;
}

// A cell that already shows the printed unit and decimals needs no rounding.
function isPrinted(expression: Expression, decimals: number, unit: Unit): boolean {
  if (expression.kind !== 'figure') return false;
  const { figure } = expression;
  return (
    figure.unit.name === unit.name && (figure.reading.kind !== 'number' || figure.reading.value.div(unit.scale).decimalPlaces() <= decimals)
  );
}

function bracket(expression: Expression, print: (part: Expression) => string): string {
  const text = print(expression);
  return expression.kind === 'sum' && (isDifference(expression) || !text.startsWith('ROUND(')) ? `(${text})` : text;
}

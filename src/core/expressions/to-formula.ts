/** An expression as an Excel formula (公式): old functions only (ROUND, MAX, ABS), so that any Excel or WPS computes it without the add-in. */
import type { Decimal } from '../number/decimal.ts';
import { cellAddress, qualifiedAddress } from '../workbook/address.ts';
import type { Expression } from './expression.ts';
import type { Figure } from './figure.ts';

export interface FormulaContext {
  /** Cells of this sheet are written without its name. */
  readonly sheet?: string;
  /** The result's unit: how many base units one of it is (10000 for 万元). */
  readonly scale: Decimal;
}

/** Without the leading «=». Figures of last year's workbook stand as constants: a formula must not reach into another file. */
export function toFormula(expression: Expression, context: FormulaContext): string {
  return print(expression, context, true);
}

// `money` says whether the value at this place carries the money scale; inside a ratio it cancels and base units are kept.
function print(expression: Expression, context: FormulaContext, money: boolean): string {
  switch (expression.kind) {
    case 'figure':
      return printFigure(expression.figure, context, money);
    case 'constant':
      return expression.unit.kind === 'money' && money ? expression.value.div(context.scale).toString() : expression.value.toString();
    case 'sum': {
      const body = expression.terms.map((term, index) => {
        const text = print(term.of, context, money);
        if (term.sign === -1) return term.of.kind === 'sum' ? `-(${text})` : `-${text}`;
        return index === 0 ? text : `+${text}`;
      });
      return body.length === 0 ? '0' : body.join('');
    }
    case 'product':
      return expression.factors.map((factor) => bracket(factor, print(factor, context, money))).join('*');
    case 'quotient':
      return `${bracket(expression.numerator, print(expression.numerator, context, money))}/${bracketDivisor(expression.denominator, print(expression.denominator, context, money))}`;
    case 'maximum':
      return `MAX(${expression.of.map((part) => print(part, context, money)).join(',')})`;
    case 'absolute':
      return `ABS(${print(expression.of, context, money)})`;
  }
}

function printFigure(figure: Figure, context: FormulaContext, money: boolean): string {
  const scale = figure.unit.kind === 'money' && money ? figure.unit.scale.div(context.scale) : figure.unit.kind === 'money' ? figure.unit.scale : undefined;
  if (figure.ref.book === 'prior') {
    const value = figure.reading.kind === 'number' ? figure.reading.value : undefined;
    if (value === undefined) return '0';
    return figure.unit.kind === 'money' && money ? value.div(context.scale).toString() : value.toString();
  }
  const address = figure.ref.sheet === context.sheet ? cellAddress(figure.ref) : qualifiedAddress(figure.ref);
  // VALUE reads digits typed as text; N would make them 0.
  const read = figure.isText === true ? `VALUE(${address})` : address;
  if (scale === undefined || scale.eq(1)) return read;
  return `${read}*${scale.toString()}`;
}

function bracket(expression: Expression, text: string): string {
  return expression.kind === 'sum' ? `(${text})` : text;
}

function bracketDivisor(expression: Expression, text: string): string {
  return expression.kind === 'sum' || expression.kind === 'product' || expression.kind === 'quotient' || text.includes('*') ? `(${text})` : text;
}

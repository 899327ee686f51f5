/** An expression as an Excel formula (公式): old functions only (ROUND, MAX, ABS), so that any Excel or WPS computes it without the add-in. */
import { type Decimal, ONE, ZERO } from '../number/decimal.ts';
import { cellAddress, qualifiedAddress } from '../workbook/address.ts';
import type { Expression } from './expression.ts';
import type { Figure } from './figure.ts';
import { figuresOf } from './sources.ts';

export interface FormulaContext {
  /** Cells of this sheet are written without its name. */
  readonly sheet?: string;
  /** The result's unit: how many base units one of it is (10000 for 万元). */
  readonly scale: Decimal;
}

/** Without the leading «=». Figures of last year's workbook stand as constants: a formula must not reach into another file. */
export function toFormula(expression: Expression, context: FormulaContext): string {
  switch (expression.kind) {
    case 'figure':
      return printFigure(expression.figure, context);
    case 'constant':
      return (expression.unit.kind === 'money' ? expression.value.div(context.scale) : expression.value).toString();
    case 'sum': {
      const terms = expression.terms.map((term, index) => {
        const text = toFormula(term.of, context);
        if (term.sign === -1) return term.of.kind === 'sum' ? `-(${text})` : `-${text}`;
        return index === 0 ? text : `+${text}`;
      });
      return terms.length === 0 ? '0' : terms.join('');
    }
    case 'product':
      return expression.factors.map((factor) => bracket(factor, toFormula(factor, context))).join('*');
    case 'quotient': {
      // Money cancels out of a ratio, so both sides may keep the unit in which they are written.
      const money = figuresOf(expression).find((figure) => figure.unit.kind === 'money');
      const inside = money === undefined ? context : { ...context, scale: money.unit.scale };
      const divisor = toFormula(expression.denominator, inside);
      const simple = expression.denominator.kind === 'figure' || expression.denominator.kind === 'constant';
      return `${bracket(expression.numerator, toFormula(expression.numerator, inside))}/${simple && !divisor.includes('*') ? divisor : `(${divisor})`}`;
    }
    case 'maximum':
      return `MAX(${expression.of.map((part) => toFormula(part, context)).join(',')})`;
    case 'absolute':
      return `ABS(${toFormula(expression.of, context)})`;
  }
}

function printFigure(figure: Figure, context: FormulaContext): string {
  const scale = figure.unit.kind === 'money' ? figure.unit.scale.div(context.scale) : ONE;
  if (figure.ref.book === 'prior') {
    const value = figure.reading.kind === 'number' ? figure.reading.value : ZERO;
    return (figure.unit.kind === 'money' ? value.div(context.scale) : value).toString();
  }
  const address = figure.ref.sheet === context.sheet ? cellAddress(figure.ref) : qualifiedAddress(figure.ref);
  const read = readCell(figure, address);
  return scale.eq(1) ? read : `${read}*${scale.toString()}`;
}

/** VALUE reads digits typed as text; plain arithmetic on a dash would be an error, and N takes any words for 0. */
export function readCell({ isText, reading }: Figure, address: string): string {
  if (isText !== true) return address;
  return reading.kind === 'blank' ? `N(${address})` : `VALUE(${address})`;
}

function bracket(expression: Expression, text: string): string {
  return expression.kind === 'sum' && expression.terms.length > 1 ? `(${text})` : text;
}

/** The arithmetic of an expression in figures (列出算式): «885.19 + 106.47 + 457.91», in the unit of the reader. */
import { formatAmount, formatPercent } from '../number/format.ts';
import { PLAIN, type Unit } from '../number/unit.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Expression } from './expression.ts';
import type { Figure } from './figure.ts';

/** Prints a value given in base units as a figure of `unit` with its decimals. */
export function printValue(value: Decimal, unit: Unit, decimals: number = unit.decimals): string {
  if (unit.kind === 'rate') return formatPercent(value, decimals);
  return formatAmount(value.div(unit.scale), { decimals, grouping: true });
}

/** Zero parts of a sum are left out unless all are zero: sixty blank lines tell nobody anything. */
export function writeOut(expression: Expression, unit: Unit, decimals: number = unit.decimals): string {
  switch (expression.kind) {
    case 'figure':
      return printFigure(expression.figure, unit, decimals);
    case 'constant':
      return expression.unit.kind === 'money' ? printValue(expression.value, unit, decimals) : expression.value.toString();
    case 'sum': {
      const parts = expression.terms.filter((term) => !isZero(term.of));
      if (parts.length === 0) return printZero(unit, decimals);
      return parts
        .map((term, index) => {
          const text = writeOut(term.of, unit, decimals);
          const bracketed = term.of.kind === 'sum' || text.startsWith('-') ? `(${text})` : text;
          if (index === 0) return term.sign === -1 ? `−${bracketed}` : text;
          return ` ${term.sign === -1 ? '−' : '+'} ${bracketed}`;
        })
        .join('');
    }
    case 'product':
      return expression.factors.map((factor) => group(factor, writeOut(factor, unit, decimals))).join(' × ');
    case 'quotient':
      return `${group(expression.numerator, writePart(expression.numerator))} ÷ ${group(expression.denominator, writePart(expression.denominator))}`;
    case 'maximum':
      return `max(${expression.of.map((part) => writeOut(part, unit, decimals)).join(', ')})`;
    case 'absolute':
      return `|${writeOut(expression.of, unit, decimals)}|`;
  }
}

// The parts of a rate are printed as they stand in their own cells, not as percentages.
function writePart(expression: Expression): string {
  const own = ownUnit(expression);
  return own === undefined ? writeOut(expression, PLAIN, 2) : writeOut(expression, own.unit, own.decimals);
}

function ownUnit(expression: Expression): Figure | undefined {
  switch (expression.kind) {
    case 'figure':
      return expression.figure;
    case 'sum':
      return expression.terms.map((term) => ownUnit(term.of)).find((found) => found !== undefined);
    case 'product':
      return expression.factors.map(ownUnit).find((found) => found !== undefined);
    case 'quotient':
      return ownUnit(expression.numerator);
    case 'maximum':
      return expression.of.map(ownUnit).find((found) => found !== undefined);
    case 'absolute':
      return ownUnit(expression.of);
    case 'constant':
      return undefined;
  }
}

function printFigure(figure: Figure, unit: Unit, decimals: number): string {
  if (figure.reading.kind === 'unreadable') return figure.reading.text;
  if (figure.reading.kind === 'blank') return printZero(figure.unit.kind === unit.kind ? unit : figure.unit, decimals);
  // Money is printed in the reader's unit; a rate or a score inside a money sum keeps its own.
  return figure.unit.kind === unit.kind
    ? printValue(figure.reading.value, unit, decimals)
    : printValue(figure.reading.value, figure.unit, figure.decimals);
}

function printZero(unit: Unit, decimals: number): string {
  return unit.kind === 'rate' ? `${(0).toFixed(decimals)}%` : (0).toFixed(decimals);
}

function isZero(expression: Expression): boolean {
  if (expression.kind !== 'figure') return false;
  const { reading } = expression.figure;
  return reading.kind === 'blank' || (reading.kind === 'number' && reading.value.isZero());
}

function group(expression: Expression, text: string): string {
  return expression.kind === 'sum' && expression.terms.length > 1 ? `(${text})` : text;
}

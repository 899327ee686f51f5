/** The figures an expression reads (来源单元格), each once, in the order they are written. */
import { type CellRef, isSameCell, refKey } from '../workbook/address.ts';
import type { Expression } from './expression.ts';
import type { Figure } from './figure.ts';

export function figuresOf(expression: Expression): readonly Figure[] {
  const seen = new Map<string, Figure>();
  collect(expression, seen);
  return [...seen.values()];
}

function collect(expression: Expression, seen: Map<string, Figure>): void {
  switch (expression.kind) {
    case 'figure': {
      const key = refKey(expression.figure.ref);
      if (!seen.has(key)) seen.set(key, expression.figure);
      return;
    }
    case 'constant':
      return;
    case 'sum':
      for (const term of expression.terms) collect(term.of, seen);
      return;
    case 'product':
      for (const factor of expression.factors) collect(factor, seen);
      return;
    case 'quotient':
      collect(expression.numerator, seen);
      collect(expression.denominator, seen);
      return;
    case 'maximum':
      for (const part of expression.of) collect(part, seen);
      return;
    case 'absolute':
      collect(expression.of, seen);
  }
}

/** Whether the expression reads that cell. */
export function readsCell(expression: Expression, cell: CellRef): boolean {
  switch (expression.kind) {
    case 'figure':
      return isSameCell(expression.figure.ref, cell);
    case 'constant':
      return false;
    case 'sum':
      return expression.terms.some(({ of }) => readsCell(of, cell));
    case 'product':
      return expression.factors.some((factor) => readsCell(factor, cell));
    case 'quotient':
      return readsCell(expression.numerator, cell) || readsCell(expression.denominator, cell);
    case 'maximum':
      return expression.of.some((part) => readsCell(part, cell));
    case 'absolute':
      return readsCell(expression.of, cell);
  }
}

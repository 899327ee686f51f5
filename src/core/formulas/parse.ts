/** A simple formula as an expression (公式 → 表达式): sums, the four operations and brackets over cells of its own sheet; anything else is not understood, and nothing is said. */
import { constant, difference, type Expression, figure, product, quotient, sum } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { Decimal } from '../number/decimal.ts';
import type { Position, Reference, Token } from './tokens.ts';

export type FigureAt = (place: readonly [row: number, column: number]) => Figure;

/** A column of a formula that adds up everything above it would be quadratic. */
const MOST_CELLS = 5_000;

export function expressionOf(tokens: readonly Token[], figureAt: FigureAt): Expression | undefined {
  const reader: Reader = { tokens, at: 0, figureAt };
  const result = readSum(reader);
  return reader.at === tokens.length ? result : undefined;
}

/** The cells that a formula does nothing but add up (SUM, SUBTOTAL(9,…), +), in order; undefined for any other formula. */
export function summedCells(tokens: readonly Token[]): SummedCells | undefined {
  const cells: Position[] = [];
  const ranges: { readonly from: Reference; readonly to: Reference }[] = [];
  let at = 0;
  let skipsSubtotals = false;
  for (;;) {
    const token = tokens[at];
    if (token?.kind === 'reference' && tokens[at + 1]?.text !== ':') {
      cells.push(token.to);
      at += 1;
    } else {
      const call = readSumCall(tokens, at);
      if (call === undefined) return undefined;
      at = call.next;
      skipsSubtotals ||= call.isSubtotal;
      for (const { from, to } of call.ranges) {
        if (cells.length + size(from, to) > MOST_CELLS) return undefined;
        cells.push(...rectangle(from, to));
        ranges.push({ from, to });
      }
    }
    if (at === tokens.length) return { cells, ranges, skipsSubtotals };
    if (tokens[at]?.text !== '+') return undefined;
    at += 1;
  }
}

/** The cells of which a formula does nothing but take the mean (AVERAGE), in order; undefined for any other formula. */
export function averagedCells(tokens: readonly Token[]): readonly Position[] | undefined {
  const call = readCall(tokens, 0, ['AVERAGE']);
  if (call === undefined || call.next !== tokens.length) return undefined;
  const total = call.ranges.reduce((cells, { from, to }) => cells + size(from, to), 0);
  return total > MOST_CELLS ? undefined : call.ranges.flatMap(({ from, to }) => rectangle(from, to));
}

export interface SummedCells {
  readonly cells: readonly Position[];
  readonly ranges: readonly { readonly from: Reference; readonly to: Reference }[];
  /** SUBTOTAL passes over other SUBTOTALs, and what is filtered away. */
  readonly skipsSubtotals: boolean;
}

interface SumCall {
  readonly ranges: SummedCells['ranges'];
  readonly isSubtotal: boolean;
  readonly next: number;
}

function readSumCall(tokens: readonly Token[], start: number): SumCall | undefined {
  return readCall(tokens, start, ['SUM', 'SUBTOTAL']);
}

function readCall(tokens: readonly Token[], start: number, names: readonly string[]): SumCall | undefined {
  const name = tokens[start]?.kind === 'function' ? tokens[start]?.text.toUpperCase() : undefined;
  const isSubtotal = name === 'SUBTOTAL';
  if (name === undefined || !names.includes(name)) return undefined;
  let at = start + 2;
  if (isSubtotal) {
    if (!/^(?:9|109)$/.test(tokens[at]?.text ?? '') || tokens[at + 1]?.text !== ',') return undefined;
    at += 2;
  }
  const ranges: { from: Reference; to: Reference }[] = [];
  for (;;) {
    const first = tokens[at];
    if (first?.kind !== 'reference') return undefined;
    const last = tokens[at + 1]?.text === ':' ? tokens[at + 2] : first;
    if (last?.kind !== 'reference') return undefined;
    ranges.push({ from: first.to, to: last.to });
    at += last === first ? 1 : 3;
    if (tokens[at]?.text === ')') return { ranges, isSubtotal, next: at + 1 };
    if (tokens[at]?.text !== ',') return undefined;
    at += 1;
  }
}

function size(from: Reference, to: Reference): number {
  return (Math.abs(to.row - from.row) + 1) * (Math.abs(to.column - from.column) + 1);
}

function rectangle(from: Reference, to: Reference): readonly Position[] {
  const cells: Position[] = [];
  for (let row = Math.min(from.row, to.row); row <= Math.max(from.row, to.row); row++) {
    for (let column = Math.min(from.column, to.column); column <= Math.max(from.column, to.column); column++) cells.push({ row, column });
  }
  return cells;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  readonly figureAt: FigureAt;
}

function readSum(reader: Reader): Expression | undefined {
  let left = readProduct(reader);
  for (;;) {
    const sign = reader.tokens[reader.at]?.text;
    if (left === undefined || (sign !== '+' && sign !== '-')) return left;
    reader.at += 1;
    const right = readProduct(reader);
    if (right === undefined) return undefined;
    left = sign === '+' ? sum([left, right]) : difference(left, right);
  }
}

function readProduct(reader: Reader): Expression | undefined {
  let left = readTerm(reader);
  for (;;) {
    const sign = reader.tokens[reader.at]?.text;
    if (left === undefined || (sign !== '*' && sign !== '/')) return left;
    reader.at += 1;
    const right = readTerm(reader);
    if (right === undefined) return undefined;
    left = sign === '*' ? product(left, right) : quotient(left, right);
  }
}

function readTerm(reader: Reader): Expression | undefined {
  const token = reader.tokens[reader.at];
  if (token === undefined) return undefined;
  if (token.kind === 'function') {
    const call = readSumCall(reader.tokens, reader.at);
    if (call === undefined || call.ranges.reduce((total, { from, to }) => total + size(from, to), 0) > MOST_CELLS) return undefined;
    reader.at = call.next;
    const cells = call.ranges.flatMap(({ from, to }) => rectangle(from, to));
    return sum(cells.map(({ row, column }) => figure(reader.figureAt([row, column]))));
  }
  reader.at += 1;
  if (token.kind === 'reference') {
    return reader.tokens[reader.at]?.text === ':' ? undefined : figure(reader.figureAt([token.to.row, token.to.column]));
  }
  if (token.kind === 'number') return constant(new Decimal(token.text));
  if (token.text !== '(') return undefined;
  const inner = readSum(reader);
  if (reader.tokens[reader.at]?.text !== ')') return undefined;
  reader.at += 1;
  return inner;
}

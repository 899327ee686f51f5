/**
 * Arithmetic over cells (表达式), the heart of the product. A check, a sentence, a mark and a trace are four readings of one expression:
 * its value and rounding interval (evaluate.ts), its source cells (sources.ts), itself as an Excel formula (to-formula.ts), and the arithmetic in words (write-out.ts).
 */
import { Decimal } from '../number/decimal.ts';
import type { Unit } from '../number/unit.ts';
import { PLAIN } from '../number/unit.ts';
import type { Figure } from './figure.ts';

export type Expression =
  | { readonly kind: 'figure'; readonly figure: Figure }
  /** A known number; in base units when `unit` is money. */
  | { readonly kind: 'constant'; readonly value: Decimal; readonly unit: Unit }
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'quotient'; readonly numerator: Expression; readonly denominator: Expression }
  | { readonly kind: 'maximum'; readonly of: readonly Expression[] }
  | { readonly kind: 'absolute'; readonly of: Expression };

export interface Term {
  readonly sign: 1 | -1;
  readonly of: Expression;
}

export function figure(of: Figure): Expression {
  return { kind: 'figure', figure: of };
}

export function constant(value: Decimal | number | string, unit: Unit = PLAIN): Expression {
  return { kind: 'constant', value: new Decimal(value), unit };
}

export function sum(parts: readonly Expression[]): Expression {
  return { kind: 'sum', terms: parts.map((of) => ({ sign: 1, of })) };
}

/** `whole` − each of `parts`. */
export function difference(whole: Expression, ...parts: readonly Expression[]): Expression {
  return { kind: 'sum', terms: [{ sign: 1, of: whole }, ...parts.map((of): Term => ({ sign: -1, of }))] };
}

export function product(...factors: readonly Expression[]): Expression {
  return { kind: 'product', factors };
}

export function quotient(numerator: Expression, denominator: Expression): Expression {
  return { kind: 'quotient', numerator, denominator };
}

/** 占比: part ÷ whole. */
export function share(part: Expression, whole: Expression): Expression {
  return quotient(part, whole);
}

/** 增长率: (this − last) ÷ last. */
export function growth(current: Expression, last: Expression): Expression {
  return quotient(difference(current, last), last);
}

export function maximum(...of: readonly Expression[]): Expression {
  return { kind: 'maximum', of };
}

export function absolute(of: Expression): Expression {
  return { kind: 'absolute', of };
}

/** A relation of sums and differences as Σ coefficient × cell + constant = 0 (线性式), the stated cell with 1: what localisation solves. */
import type { Expression } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { type Decimal, ZERO } from '../number/decimal.ts';
import { refKey } from '../workbook/address.ts';
import type { Relation } from './relation.ts';

export interface LinearTerm {
  readonly figure: Figure;
  readonly coefficient: number;
}

export interface LinearForm {
  /** By cell; the stated cell first. */
  readonly terms: ReadonlyMap<string, LinearTerm>;
  readonly constant: Decimal;
}

/** linearForm that takes every relation apart once, for a run that asks several times. */
export function linearForms(): (relation: Relation) => LinearForm | undefined {
  const known = new Map<Relation, LinearForm | undefined>();
  return (relation) => {
    if (known.has(relation)) return known.get(relation);
    const form = linearForm(relation);
    known.set(relation, form);
    return form;
  };
}

/** Undefined for rates, scores and other products. */
export function linearForm(relation: Relation): LinearForm | undefined {
  const terms = new Map<string, LinearTerm>([[refKey(relation.stated.ref), { figure: relation.stated, coefficient: 1 }]]);
  const constant = collect(relation.expected, -1, terms);
  return constant === undefined ? undefined : { terms, constant };
}

function collect(expression: Expression, sign: 1 | -1, terms: Map<string, LinearTerm>): Decimal | undefined {
  switch (expression.kind) {
    case 'figure': {
      const key = refKey(expression.figure.ref);
      terms.set(key, { figure: expression.figure, coefficient: (terms.get(key)?.coefficient ?? 0) + sign });
      return ZERO;
    }
    case 'constant':
      return expression.value.times(sign);
    case 'sum': {
      let constant = ZERO;
      for (const term of expression.terms) {
        const part = collect(term.of, term.sign === sign ? 1 : -1, terms);
        if (part === undefined) return undefined;
        if (part !== ZERO) constant = constant.plus(part);
      }
      return constant;
    }
    default:
      return undefined;
  }
}

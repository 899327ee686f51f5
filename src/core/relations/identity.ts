/** When two checks state the same thing (同一关系), it is one relation: A = B + C, B = A − C and C = A − B have one key. */
import type { Expression } from '../expressions/expression.ts';
import { refKey } from '../workbook/address.ts';
import { linearForm } from './linear.ts';
import type { Relation } from './relation.ts';

export function relationKey(relation: Relation): string {
  const form = linearForm(relation);
  if (form === undefined) return `${relation.must}|${refKey(relation.stated.ref)}|${expressionKey(relation.expected)}`;
  const terms = [...form.terms].map(([key, { coefficient }]) => ({ key, coefficient })).sort((a, b) => (a.key < b.key ? -1 : 1));
  // «stated ≤ parts» turned round is «parts ≥ stated»: the sign of the first term decides the direction.
  const flip = (terms[0]?.coefficient ?? 1) < 0 ? -1 : 1;
  const must = relation.must === 'equal' ? 'equal' : (relation.must === 'at-most') === (flip === 1) ? 'at-most' : 'at-least';
  return `${must}|${terms.map(({ key, coefficient }) => `${coefficient * flip}·${key}`).join('|')}|${form.constant.times(flip).toString()}`;
}

/** Each relation once: of two that say the same the more severe stays, then the first. */
export function withoutRepeats(relations: readonly Relation[]): readonly Relation[] {
  const byKey = new Map<string, Relation>();
  for (const relation of relations) {
    const key = relationKey(relation);
    const known = byKey.get(key);
    if (known === undefined || LOUDNESS[relation.severity] > LOUDNESS[known.severity]) byKey.set(key, relation);
  }
  return [...byKey.values()];
}

const LOUDNESS = { error: 2, warning: 1, info: 0 } as const;

function expressionKey(expression: Expression): string {
  switch (expression.kind) {
    case 'figure':
      return refKey(expression.figure.ref);
    case 'constant':
      return expression.value.toString();
    case 'sum':
      return `(${expression.terms.map((term) => `${term.sign === 1 ? '+' : '-'}${expressionKey(term.of)}`).join('')})`;
    case 'product':
      return `(${expression.factors.map(expressionKey).join('*')})`;
    case 'quotient':
      return `(${expressionKey(expression.numerator)}/${expressionKey(expression.denominator)})`;
    case 'maximum':
      return `max(${expression.of.map(expressionKey).join(',')})`;
    case 'absolute':
      return `|${expressionKey(expression.of)}|`;
  }
}

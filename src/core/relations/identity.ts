/** When two checks state the same thing (同一关系), it is one relation: A = B + C, B = A − C and C = A − B have one key. */
import type { Expression } from '../expressions/expression.ts';
import { type CellRef, refKey } from '../workbook/address.ts';
import { type LinearForm, linearForm } from './linear.ts';
import type { Relation } from './relation.ts';

export function relationKey(relation: Relation): string {
  return keyOf(relation, linearForm(relation));
}

function keyOf(relation: Relation, form: LinearForm | undefined): string {
  if (form === undefined) return `${relation.must}|${refKey(relation.stated.ref)}|${expressionKey(relation.expected)}`;
  const terms = [...form.terms].map(([key, { coefficient }]) => ({ key, coefficient })).sort((a, b) => (a.key < b.key ? -1 : 1));
  // «stated ≤ parts» turned round is «parts ≥ stated»: the sign of the first term decides the direction.
  const flip = (terms[0]?.coefficient ?? 1) < 0 ? -1 : 1;
  const must = relation.must === 'equal' ? 'equal' : (relation.must === 'at-most') === (flip === 1) ? 'at-most' : 'at-least';
  return `${must}|${terms.map(({ key, coefficient }) => `${coefficient * flip}·${key}`).join('|')}|${form.constant.times(flip).toString()}`;
}

/** Each relation once: of two that say the same the more severe stays, then the first. `formOf`: linearForm, or one that remembers. */
export function withoutRepeats(
  relations: readonly Relation[],
  formOf: (relation: Relation) => LinearForm | undefined = linearForm,
): readonly Relation[] {
  const kept: Relation[] = [];
  const alike = new Map<number, Kept[]>();
  for (const relation of relations) {
    const form = formOf(relation);
    const sign = signOf(relation, form);
    const others = alike.get(sign);
    if (others === undefined) {
      alike.set(sign, [{ relation, place: kept.push(relation) - 1 }]);
      continue;
    }
    // Most relations are about cells that no other is about: only where two may be the same are their keys written out.
    const key = keyOf(relation, form);
    const known = others.find((other) => (other.key ??= keyOf(other.relation, formOf(other.relation))) === key);
    if (known === undefined) others.push({ relation, key, place: kept.push(relation) - 1 });
    else if (LOUDNESS[relation.severity] > LOUDNESS[known.relation.severity]) {
      known.relation = relation;
      kept[known.place] = relation;
    }
  }
  return kept;
}

interface Kept {
  relation: Relation;
  key?: string;
  readonly place: number;
}

/** Equal for relations of one key, and seldom for others: which cells they are about, whichever of them is stated. */
function signOf({ stated }: Relation, form: LinearForm | undefined): number {
  if (form === undefined) return signOfCell(stated.ref);
  let sign = form.terms.size;
  // Whole numbers of 32 bits: the order of the cells makes no difference.
  for (const { figure } of form.terms.values()) sign = (sign + signOfCell(figure.ref)) | 0;
  return sign;
}

function signOfCell({ sheet, row, column }: CellRef): number {
  const place = row * 31 + column + 1;
  return Math.imul(Math.imul(place, place), sheet.charCodeAt(0) + sheet.charCodeAt(sheet.length - 1));
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

/** Computes the few formulas (公式) that the sound workbooks use, apart from the product: SUM, SUBTOTAL, ROUND, AVERAGE, MAX, MIN, INT, IF, arithmetic and comparisons. */
import { cellAddress, parseAddress } from '../../../src/core/workbook/address.ts';

const TOKEN = /\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?|[-+*/(),<>]/g;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const FUNCTIONS: Readonly<Record<string, (values: readonly number[]) => number>> = {
  SUM: sum,
  SUBTOTAL: ([, ...values]) => sum(values),
  ROUND: ([value = 0, digits = 0]) => Math.round(value * 10 ** digits + Math.sign(value) * 1e-7) / 10 ** digits,
  AVERAGE: (values) => sum(values) / values.length,
  MAX: (values) => Math.max(...values),
  MIN: (values) => Math.min(...values),
  INT: ([value = 0]) => Math.floor(value + 1e-9),
  IF: ([condition, yes = 0, no = 0]) => (condition === 1 ? yes : no),
};

/** The value of a formula without its «=»; `valueAt` knows the other cells. */
export function valueOfFormula(formula: string, valueAt: (address: string) => number): number {
  const tokens = formula.match(TOKEN) ?? [];
  let at = 0;
  const takes = (...wanted: readonly string[]): string | undefined => {
    const token = tokens[at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    at += 1;
    return token;
  };
  const comparison = (): number => {
    const left = addition();
    const operator = takes('<', '>');
    if (operator === undefined) return left;
    const right = addition();
    return (operator === '<' ? left < right : left > right) ? 1 : 0;
  };
  const addition = (): number => {
    let value = product();
    for (let operator = takes('+', '-'); operator !== undefined; operator = takes('+', '-')) {
      value += operator === '+' ? product() : -product();
    }
    return value;
  };
  const product = (): number => {
    let value = term();
    for (let operator = takes('*', '/'); operator !== undefined; operator = takes('*', '/')) {
      const next = term();
      value = operator === '*' ? value * next : value / next;
    }
    return value;
  };
  const term = (): number => {
    if (takes('-') !== undefined) return -term();
    if (takes('(') !== undefined) {
      const inner = comparison();
      takes(')');
      return inner;
    }
    const token = tokens[at++] ?? '';
    if (takes('(') !== undefined) return called(token);
    return /^\d/.test(token) ? Number(token) : valueAt(token.replaceAll('$', ''));
  };
  const called = (name: string): number => {
    const values: number[] = [];
    while (takes(')') === undefined) {
      if (tokens[at]?.includes(':') === true) values.push(...addressesIn(tokens[at++] ?? '').map(valueAt));
      else values.push(comparison());
      takes(',');
    }
    const known = FUNCTIONS[name];
    if (known === undefined) throw new Error(`${name} is not known`);
    return known(values);
  };
  return comparison();
}

function addressesIn(range: string): readonly string[] {
  const [from, to] = range.replaceAll('$', '').split(':').map(parseAddress);
  if (from === undefined || to === undefined) throw new Error(`${range} is no range`);
  const all: string[] = [];
  for (let row = from.row; row <= to.row; row++)
    for (let column = from.column; column <= to.column; column++) all.push(cellAddress({ row, column }));
  return all;
}

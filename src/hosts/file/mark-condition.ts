/** Whether a live mark (活标记) shows now: the few functions that our own marks are written in, over the cells of one sheet; the grid has no Excel to ask. */
import { parseAddress } from '../../core/workbook/address.ts';
import { cellAt, isError, type Sheet } from '../../core/workbook/workbook.ts';

type Value = number | boolean | string | null;

/** False, as in a conditional format, where the formula comes to an error or is none of ours. */
export function isConditionTrue(formula: string, sheet: Sheet): boolean {
  try {
    const reader = new Reader(tokensOf(formula), sheet);
    const value = reader.comparison();
    return reader.isAtEnd() && value === true;
  } catch (error) {
    if (error instanceof NotComputed) return false;
    throw error;
  }
}

/** What Excel shows as an error value. */
class NotComputed extends Error {}

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?(?:E[+-]?\d+)?)|(\$?[A-Z]{1,3}\$?\d+)(?![A-Z(])|([A-Z]+)(?=\()|(<>|<=|>=|[-+*/(),<>=]))/y;

interface Token {
  readonly kind: 'text' | 'number' | 'cell' | 'name' | 'sign';
  readonly text: string;
}

const KINDS: readonly Token['kind'][] = ['text', 'number', 'cell', 'name', 'sign'];

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula);
    if (match === null) throw new NotComputed();
    const at = match.slice(1).findIndex((group) => group !== undefined);
    tokens.push({ kind: KINDS[at] ?? 'sign', text: match[at + 1] ?? '' });
  }
  return tokens;
}

const FUNCTIONS: Readonly<Record<string, (values: readonly Value[]) => Value>> = {
  AND: (values) => values.every(isTrue),
  OR: (values) => values.some(isTrue),
  ABS: ([value = null]) => Math.abs(asNumber(value)),
  MIN: (values) => Math.min(...values.map(asNumber)),
  MAX: (values) => Math.max(...values.map(asNumber)),
  ROUND: ([value = null, places = null]) => round(asNumber(value), asNumber(places)),
  COUNT: (values) => values.filter((value) => typeof value === 'number').length,
  N: ([value = null]) => (typeof value === 'number' ? value : 0),
  VALUE: ([value = null]) => asNumber(value),
};

class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly sheet: Sheet;

  constructor(tokens: readonly Token[], sheet: Sheet) {
    this.tokens = tokens;
    this.sheet = sheet;
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  comparison(): Value {
    const left = this.sum();
    const sign = this.sign('<>', '<=', '>=', '<', '>', '=');
    if (sign === undefined) return left;
    const difference = asNumber(left) - asNumber(this.sum());
    if (sign === '<>') return difference !== 0;
    return (sign.includes('<') && difference < 0) || (sign.includes('>') && difference > 0) || (sign.includes('=') && difference === 0);
  }

  private sum(): Value {
    let value = this.product();
    for (let sign = this.sign('+', '-'); sign !== undefined; sign = this.sign('+', '-')) {
      const next = asNumber(this.product());
      value = sign === '+' ? asNumber(value) + next : asNumber(value) - next;
    }
    return value;
  }

  private product(): Value {
    let value = this.single();
    for (let sign = this.sign('*', '/'); sign !== undefined; sign = this.sign('*', '/')) {
      const next = asNumber(this.single());
      if (sign === '/' && next === 0) throw new NotComputed();
      value = sign === '*' ? asNumber(value) * next : asNumber(value) / next;
    }
    return value;
  }

  private single(): Value {
    if (this.sign('-') !== undefined) return -asNumber(this.single());
    if (this.sign('(') !== undefined) return this.closed(this.comparison());
    const token = this.tokens[this.at++];
    switch (token?.kind) {
      case 'number':
        return Number(token.text);
      case 'text':
        return token.text.slice(1, -1).replaceAll('""', '"');
      case 'cell':
        return this.cell(token.text);
      case 'name':
        return this.call(token.text);
      default:
        throw new NotComputed();
    }
  }

  private call(name: string): Value {
    this.at++;
    const values = [this.comparison()];
    while (this.sign(',') !== undefined) values.push(this.comparison());
    const compute = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (compute === undefined) throw new NotComputed();
    return this.closed(compute(values));
  }

  private closed(value: Value): Value {
    if (this.sign(')') === undefined) throw new NotComputed();
    return value;
  }

  private cell(address: string): Value {
    const place = parseAddress(address);
    const value = place === undefined ? null : (cellAt(this.sheet, place.row, place.column)?.value ?? null);
    if (isError(value)) throw new NotComputed();
    return value;
  }

  private sign(...wanted: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !wanted.includes(token.text)) return undefined;
    this.at++;
    return token.text;
  }
}

function isTrue(value: Value): boolean {
  return typeof value === 'boolean' ? value : asNumber(value) !== 0;
}

function asNumber(value: Value): number {
  const number = typeof value === 'string' ? Number(value.trim() === '' ? Number.NaN : value.replaceAll(',', '')) : Number(value);
  if (!Number.isFinite(number)) throw new NotComputed();
  return number;
}

/** Half away from zero, on the 15 digits that a spreadsheet shows. */
function round(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = Math.abs(value).toPrecision(15).split('e');
  const rounded = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return Math.sign(value) * Number(`${rounded}e${-places}`);
}

/** A formula read for recalculation (公式解析): whether it is a formula at all, and, where its value is certain, the text that a calculation engine is given. */
import { type Token, tokensOf } from '../../core/formulas/tokens.ts';

/**
 * `broken`: Excel would not accept it. `sound`: a formula, but with functions, names or references whose results we do not vouch for.
 * `covered`: only cells of known sheets, operators and functions that engine and Excel compute alike; `text` (without «=») is for the engine.
 */
export type FormulaReading =
  { readonly kind: 'broken' } | { readonly kind: 'sound'; readonly newer: boolean } | { readonly kind: 'covered'; readonly text: string };

export interface FormulaSurroundings {
  /** The engine's name for a sheet; undefined for one that it does not hold. */
  readonly engineSheet: (name: string) => string | undefined;
  /** SUBTOTAL passes over rows that a filter hides, of which the engine knows nothing. */
  readonly hasHiddenRows: boolean;
}

const NO_SHEETS: FormulaSurroundings = { engineSheet: () => undefined, hasHiddenRows: true };

/** Compared with LibreOffice and with exact decimals; a function that is not here waits for Excel. */
const TAKING_RANGES = new Set('SUM MIN MAX AVERAGE COUNT COUNTA PRODUCT SUMPRODUCT SUMIF SUBTOTAL AND OR'.split(' '));
const TAKING_VALUES = new Set('IF IFERROR NOT ABS N ROUND TRUE FALSE'.split(' '));
/** Functions that a file must name with a prefix or with array metadata that only Excel writes. */
const NEWER =
  /^(?:XLOOKUP|XMATCH|IFS|SWITCH|MAXIFS|MINIFS|TEXTJOIN|CONCAT|FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|RANDARRAY|LET|LAMBDA|MAP|REDUCE|SCAN|BYROW|BYCOL|MAKEARRAY|VSTACK|HSTACK|TOROW|TOCOL|WRAPROWS|WRAPCOLS|TAKE|DROP|CHOOSEROWS|CHOOSECOLS|EXPAND|TEXTSPLIT|TEXTBEFORE|TEXTAFTER|ARRAYTOTEXT|VALUETOTEXT|GROUPBY|PIVOTBY|IFNA|XOR|DAYS|ISFORMULA|FORMULATEXT|SHEET|SHEETS|NUMBERVALUE|UNICHAR|UNICODE|.*\..*)$/;
/** The only decimals that amounts and rates are rounded to. */
const MOST_DECIMALS = 6;

/** `formula` without its leading «=». */
export function readFormula(formula: string, around: FormulaSurroundings = NO_SHEETS): FormulaReading {
  const reader = new FormulaReader(tokensOf(formula), around);
  try {
    const text = reader.whole();
    return reader.isCovered ? { kind: 'covered', text } : { kind: 'sound', newer: reader.isNewer };
  } catch (error) {
    if (error instanceof Broken) return { kind: 'broken' };
    throw error;
  }
}

class Broken extends Error {}

class FormulaReader {
  isCovered = true;
  isNewer = false;
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly around: FormulaSurroundings;

  constructor(tokens: readonly Token[], around: FormulaSurroundings) {
    this.tokens = tokens;
    this.around = around;
  }

  whole(): string {
    const text = this.expression();
    if (this.at < this.tokens.length) throw new Broken();
    return text;
  }

  /** Operators keep the order they stand in: the engine binds them as Excel does. */
  private expression(): string {
    let text = this.operand();
    for (let operator = this.operator(); operator !== undefined; operator = this.operator()) {
      if (operator === ':') this.leave();
      text += operator + this.operand();
    }
    return text;
  }

  private operator(): string | undefined {
    const first = this.peek();
    if (first === undefined || !/^[-+*/^&=<>:]$/.test(first)) return undefined;
    this.at += 1;
    const second = this.peek() ?? '';
    if (!['<=', '>=', '<>'].includes(first + second)) return first;
    this.at += 1;
    return first + second;
  }

  private operand(): string {
    let signs = '';
    for (let sign = this.peek(); sign === '-' || sign === '+' || sign === '@'; sign = this.peek()) {
      if (sign === '@') this.leave();
      signs += sign;
      this.at += 1;
    }
    let text = signs + this.term();
    while (this.peek() === '%' || this.peek() === '#') {
      if (this.peek() === '#') this.leave();
      text += this.peek();
      this.at += 1;
    }
    return text;
  }

  private term(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Broken();
    this.at += 1;
    switch (token.kind) {
      case 'number':
        return token.text;
      case 'text':
        if (token.text.length < 2) throw new Broken();
        return token.text;
      case 'reference':
      case 'sheet':
        this.at -= 1;
        return this.rangeElsewhere() ?? this.cell();
      case 'function':
        return this.call(token.text.toUpperCase());
      case 'other':
        return this.word(token.text);
    }
  }

  private word(text: string): string {
    if (text === '(') {
      const inner = this.expression();
      this.expect(')');
      return `(${inner})`;
    }
    if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase();
    // Names, tables, other workbooks, constant arrays and error values are formulas too, but not ours to compute.
    this.leave();
    if (text === '{') return this.skipTo('}');
    if (text === '[') {
      this.skipTo(']');
      return this.tokens[this.at]?.kind === 'sheet' || /^[\p{L}_\\]/u.test(this.peek() ?? '') ? this.term() : '';
    }
    if (text === '#') return this.errorValue();
    if (!/^[\p{L}_\\$]/u.test(text)) throw new Broken();
    while (this.peek() === '[') {
      this.at += 1;
      this.skipTo(']');
    }
    return text;
  }

  private call(name: string): string {
    const isSafeSubtotal = !this.around.hasHiddenRows && this.tokens[this.at + 1]?.text === '9';
    if (name === 'SUBTOTAL' ? !isSafeSubtotal : !TAKING_RANGES.has(name) && !TAKING_VALUES.has(name)) this.leave();
    if (NEWER.test(name)) this.isNewer = true;
    this.expect('(');
    const given: string[] = [];
    if (this.peek() !== ')') {
      do given.push(this.argument(name));
      while (this.take(','));
    }
    this.expect(')');
    return name === 'ROUND' ? this.rounded(given) : `${name}(${given.join(',')})`;
  }

  private argument(name: string): string {
    if (this.peek() === ',' || this.peek() === ')') {
      this.leave();
      return '';
    }
    const start = this.at;
    const area = TAKING_RANGES.has(name) ? this.area() : undefined;
    if (area !== undefined && (this.peek() === ',' || this.peek() === ')')) return area;
    this.at = start;
    return this.expression();
  }

  /** The engine rounds the binary number (73591.775 to 73591.77), Excel the decimal one that is shown: a nudge below the fifteenth digit makes them agree. */
  private rounded([value = '', decimals = '']: readonly string[]): string {
    if (!/^\d$/.test(decimals) || Number(decimals) > MOST_DECIMALS) this.leave();
    return `(ROUND((${value})*1E${decimals}*(1+9E-16),0)/1E${decimals})`;
  }

  /** Two corners with a colon. */
  private area(): string | undefined {
    const start = this.at;
    const sheet = this.sheet();
    const [from, colon, to] = [0, 1, 2].map((ahead) => this.tokens[this.at + ahead]);
    const isColumn = (token: Token | undefined): boolean => token?.kind === 'other' && /^\$?[A-Za-z]{1,3}$/.test(token.text);
    const isArea = (from?.kind === 'reference' && to?.kind === 'reference') || (isColumn(from) && isColumn(to));
    if (from === undefined || to === undefined || colon?.text !== ':' || !isArea) {
      this.at = start;
      return undefined;
    }
    this.at += 3;
    return `${sheet}${from.text}:${to.text}`;
  }

  /** As anything but an argument of its own, a range means what the version of Excel makes of it. */
  private rangeElsewhere(): string | undefined {
    const area = this.area();
    if (area !== undefined) this.leave();
    return area;
  }

  private cell(): string {
    const sheet = this.sheet();
    const token = this.tokens[this.at];
    if (token === undefined) throw new Broken();
    this.at += 1;
    if (token.kind === 'reference') return sheet + token.text;
    this.leave();
    // A name or columns of another sheet, or what is left of a deleted reference.
    if (token.text === '#') return this.errorValue();
    if (token.kind === 'number' || /^[\p{L}_\\$]/u.test(token.text)) return sheet + token.text;
    throw new Broken();
  }

  private sheet(): string {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sheet') return '';
    this.at += 1;
    const name = this.around.engineSheet(token.text.replace(/^'|'?!$/g, '').replaceAll("''", "'"));
    if (name === undefined) this.leave();
    return `${name ?? 'X'}!`;
  }

  private errorValue(): string {
    for (let read = ''; this.at < this.tokens.length && read.length < 8; this.at++) {
      read += this.peek();
      if (/^(?:REF!|NAME\?|VALUE!|NULL!|NUM!|N\/A|DIV\/0!|CALC!|SPILL!)$/i.test(read)) {
        this.at += 1;
        return '';
      }
    }
    throw new Broken();
  }

  private skipTo(end: string): string {
    const start = this.tokens[this.at - 1]?.text;
    for (let depth = 1; depth > 0; this.at++) {
      const text = this.peek();
      if (text === undefined) throw new Broken();
      if (text === start) depth += 1;
      else if (text === end) depth -= 1;
    }
    return '';
  }

  private leave(): void {
    this.isCovered = false;
  }

  private peek(): string | undefined {
    return this.tokens[this.at]?.text;
  }

  private take(text: string): boolean {
    if (this.peek() !== text) return false;
    this.at += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw new Broken();
  }
}

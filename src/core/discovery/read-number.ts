/** Reads a cell of any table as a figure (读数): 1,234.5, 1 234,5, (123), △12, full-width digits, 12.5%, 1 234r with a footnote mark; «-» and «…» are nothing. */

/** Which mark separates the decimals of a table. */
export type DecimalMark = '.' | ',';

export interface ReadNumber {
  readonly value: number;
  /** Decimals as printed. */
  readonly decimals: number;
  readonly percent: boolean;
}

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** 007 and 000 are codes and units («$000»), no amounts. */
const CODE = /^0\d/;
const ODD = /[\uFF01-\uFF5E\u2212\u2013\u2014\s\u00A0\u2007\u2009\u202F\u3000\u200B\uFEFF]/;
const BODY = /^([+-]?)[$€£¥]?([+-]?)(\d[\d,.']*|\.\d+)(?:[eE]([+-]?\d{1,2}))?([%‰]?)$/;
/** What may trail a figure without being part of it: a footnote letter, star or number in brackets. */
const FOOTNOTE = /(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|\s?(?:r|p|e|E|R|P)|\s?\[\w{1,2}\])$/;
const CURRENCY_WORD = /(?:万元|亿元|千元|元|USD|EUR|CNY|RMB)$/;

/** undefined for text, blanks and dashes. */
export function readNumber(text: string, mark: DecimalMark): ReadNumber | undefined {
  if (text === '') return undefined;
  if (mark === '.' && PLAIN.test(text)) {
    const point = text.indexOf('.');
    return { value: Number(text), decimals: point === -1 ? 0 : text.length - point - 1, percent: false };
  }
  if (!/[\d\uFF10-\uFF19]/.test(text) || text.length > 40) return undefined;
  return readBody(text, mark);
}

function readBody(text: string, mark: DecimalMark): ReadNumber | undefined {
  const trimmed = ODD.test(text) ? plainForm(text) : text;
  if (trimmed === undefined) return undefined;
  let body = trimmed.replace(CURRENCY_WORD, '');
  let negative = false;
  const bracketed = /^\((.+)\)(%?)$/.exec(body);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    body = `${bracketed[1]}${bracketed[2] ?? ''}`;
  } else if (/^[△▲]/.test(body)) {
    negative = true;
    body = body.slice(1);
  }
  const match = BODY.exec(body) ?? BODY.exec(body.replace(FOOTNOTE, ''));
  if (match === null) return undefined;
  const [, sign = '', inner = '', digits = '', exponent = '', unit = ''] = match;
  const figure = plainDigits(digits, mark);
  if (figure === undefined) return undefined;
  const decimals = figure.includes('.') ? figure.length - figure.indexOf('.') - 1 : 0;
  const size = Number(exponent === '' ? figure : `${figure}e${exponent}`);
  const minus = ((sign === '-') !== (inner === '-')) !== negative;
  return { value: minus ? -size : size, decimals: Math.max(0, decimals - Number(exponent)), percent: unit !== '' };
}

/** Full-width forms to ASCII, all dashes to one, spaces out; undefined when a space separates two things that are no digit groups. */
function plainForm(text: string): string | undefined {
  const ascii = text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/[\s\u00A0\u2007\u2009\u202F\u3000\u200B\uFEFF]+/g, ' ')
    .trim();
  if (!ascii.includes(' ')) return ascii;
  const joined = ascii.replace(/(\d) (?=\d{3}(?!\d))/g, '$1').replace(/^([-+(]?[$€£¥]?) /, '$1');
  const closed = joined.replace(/ (?=[%‰)])/g, '').replace(/ (?=[a-zA-Z*†‡]$)/, '');
  return closed.includes(' ') ? undefined : closed;
}

/** Digits with «.» for decimals and no grouping; undefined for dates, versions and other things with dots. */
function plainDigits(digits: string, mark: DecimalMark): string | undefined {
  const group = mark === '.' ? /[,']/g : /[.']/g;
  const plain = digits.replace(group, '');
  const dotted = mark === '.' ? plain : plain.replace(/,/g, '.');
  if (!/^\d*(?:\.\d+)?$|^\d+\.$/.test(dotted) || dotted === '') return undefined;
  const grouped = digits.split(mark)[0] ?? '';
  if (CODE.test(dotted)) return undefined;
  if (/[,.]/.test(grouped) && !/^\d{1,3}(?:[,.]\d{3})+$|^\d{1,2}(?:,\d{2})*,\d{3}$/.test(grouped)) return undefined;
  return dotted.endsWith('.') ? dotted.slice(0, -1) : dotted;
}

/** Looks at all figures of a table: «12,5» and «1.234.567» speak for a comma, «12.5» and «1,234.5» for a point. */
export function decimalMarkOf(grid: readonly (readonly string[])[]): DecimalMark {
  let commas = 0;
  let points = 0;
  for (const row of grid) {
    for (const cell of row) {
      const mark = markIn(cell);
      if (mark === ',') commas += 1;
      else if (mark === '.') points += 1;
    }
  }
  const speaksForComma = commas > points || (commas === 0 && points === 0 && isGroupedByPoints(grid));
  // Chinese always writes 1,234.5: «7.123» beside «1» is an exchange rate there, and «1,2» names two notes.
  return speaksForComma && !isChinese(grid) ? ',' : '.';
}

/** The mark that one cell speaks for. */
function markIn(cell: string): DecimalMark | undefined {
  if (cell.length < 3 || cell.length > 24) return undefined;
  const code = cell.charCodeAt(cell.length - 1);
  if (code > 127 || (code > 57 && code !== 69)) return undefined;
  const hasComma = cell.includes(',');
  const hasPoint = cell.includes('.');
  if (!hasComma && !hasPoint) return undefined;
  if (hasComma && endsInDecimals(cell, ',') && !/\d\.\d/.test(cell)) return ',';
  if (!hasPoint) return undefined;
  if (endsInDecimals(cell, '.')) return '.';
  return /^\D?\d{1,3}(?:\.\d{3}){2,}/.test(cell) ? ',' : undefined;
}

const HAN = /\p{Script=Han}/u;

function isChinese(grid: readonly (readonly string[])[]): boolean {
  return grid.some((row) => row.some((cell) => HAN.test(cell)));
}

const FEWEST_GROUPED = 4;
const YEAR = /^(?:19|20)\d\d$/;

/**
 * «602», «3.431», «12.080» and never «0.602», «3.43» or «3431»: points that stand wherever a figure has more than three digits group them. One column must
 * hold figures of both kinds, so that a column of counts beside one of coefficients is none; nor is one of rates that begins with its number or with 1.
 */
function isGroupedByPoints(grid: readonly (readonly string[])[]): boolean {
  const grouped = new Map<number, number>();
  const short = new Set<number>();
  for (const row of grid) {
    for (const [column, cell] of row.entries()) {
      if (/^[-+(]?[1-9]\d{0,2}\.\d{3}\)?$/.test(cell)) grouped.set(column, (grouped.get(column) ?? 0) + 1);
      else if (/^[-+(]?\d{2,3}\)?$/.test(cell)) short.add(column);
      else if (/^[-+(]?(?:\d{4,}|\d*[.,]\d+)\)?$/.test(cell) && !YEAR.test(cell)) return false;
    }
  }
  const total = [...grouped.values()].reduce((sum, count) => sum + count, 0);
  return total >= FEWEST_GROUPED && [...grouped.keys()].some((column) => short.has(column));
}

/** Whether the mark stands between a digit and one, two, four or more digits at the end; three may be a group of thousands. Read by hand: every cell is asked. */
function endsInDecimals(cell: string, mark: DecimalMark): boolean {
  const end = cell.endsWith('%') ? cell.length - 1 : cell.length;
  const at = cell.lastIndexOf(mark);
  const decimals = end - at - 1;
  if (at < 1 || decimals < 1 || decimals === 3 || !isDigit(cell, at - 1)) return false;
  for (let place = at + 1; place < end; place++) if (!isDigit(cell, place)) return false;
  return true;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

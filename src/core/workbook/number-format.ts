/** Number formats (数字格式): what a cell shows to its reader, and how many decimals its format promises. */
import { format as numfmt } from 'numfmt';
import { type Decimal, decimalFromDouble, digitsOfDouble } from '../number/decimal.ts';
import { formatAmount, formatDigits } from '../number/format.ts';
import type { Cell } from './workbook.ts';

/** How a number format prints: 2 decimals for `0.00`, `#,##0.00` and for `0.00%` (as printed, with `percent`). */
export interface ShownDecimals {
  readonly decimals: number;
  readonly percent: boolean;
}

/** A format that needs no formatting library: `#,##0.00`, `0.00%`, the accounting formats. */
interface PlainFormat extends ShownDecimals {
  readonly grouping: boolean;
  /** Shown instead of zero, when the format says so («-»). */
  readonly zero: string | undefined;
}

const decimalsByCode = new Map<string, ShownDecimals | undefined>();
const plainByCode = new Map<string, PlainFormat | undefined>();

/** The text a reader sees, without the blanks that only align it. General shows every digit, as the formula bar does. */
export function shownText(cell: Pick<Cell, 'value' | 'format' | 'text'>, date1904 = false): string {
  const { value, format, text } = cell;
  if (text !== undefined) return text;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string')
    return format === undefined || format === '@' || !format.includes('@') ? value : formatWith(format, value, value);
  if (!Number.isFinite(value)) return String(value);
  // Tables hold hundreds of thousands of numbers, and nearly all of them print as they are.
  const digits = digitsOfDouble(value);
  if (format === undefined || format === '@') return digits ?? generalText(decimalFromDouble(value));
  const plain = remember(plainByCode, format, readPlainFormat);
  if (digits !== undefined && plain !== undefined && !plain.percent && value !== 0) {
    const shown = formatDigits(digits, plain);
    if (shown !== undefined) return shown;
  }
  const exact = decimalFromDouble(value);
  if (plain === undefined) return formatWith(format, value, generalText(exact), date1904);
  if (exact.isZero() && plain.zero !== undefined) return plain.zero;
  return plain.percent ? `${formatAmount(exact.times(100), plain)}%` : formatAmount(exact, plain);
}

/** Fifteen digits are all that a spreadsheet keeps of a number: whole numbers below this are told apart. */
const FIFTEEN_DIGITS = 1e15;
const MOST_DECIMALS = 6;
const LONGEST_FORMAT = 15;

/**
 * How many decimals `shownText` prints of a number that it shows digit by digit and rounds nowhere: 2 for 12.5 in `#,##0.00`. Undefined for all others, of
 * which only the text tells what is shown; that such a number need not be turned into text, and back, is what this is for.
 */
export function decimalsInFull(value: number, format: string | undefined): number | undefined {
  const own = ownDecimals(value);
  if (own === undefined || format === undefined) return own;
  const plain = remember(plainByCode, format, readPlainFormat);
  if (plain === undefined || plain.percent || plain.decimals < own || plain.decimals > LONGEST_FORMAT) return undefined;
  return value === 0 && plain.zero !== undefined ? undefined : plain.decimals;
}

/** The decimals of a number of at most fifteen digits; undefined where it has more, or so many decimals that it is none that people typed. */
function ownDecimals(value: number): number | undefined {
  let unit = 1;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const units = Math.round(value * unit);
    if (Math.abs(units) >= FIFTEEN_DIGITS) return undefined;
    if (units / unit === value) return decimals;
    unit *= 10;
  }
  return undefined;
}

/** The decimals that the positive section of a format shows; undefined for General, text, dates, fractions and formats that scale (千、万). */
export function decimalsOfFormat(code: string | undefined): ShownDecimals | undefined {
  return code === undefined ? undefined : remember(decimalsByCode, code, readDecimals);
}

function remember<Result>(known: Map<string, Result>, code: string, compute: (code: string) => Result): Result {
  const found = known.get(code);
  if (found !== undefined || known.has(code)) return found as Result;
  const result = compute(code);
  known.set(code, result);
  return result;
}

function generalText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

function formatWith(code: string, value: number | string, fallback: string, date1904 = false): string {
  try {
    // The library counts from 1900 only; Excel's 1904 serials are 1462 days behind.
    const serial = date1904 && typeof value === 'number' && /[ymdh]/i.test(bareSections(code)[0] ?? '') ? value + 1462 : value;
    return numfmt(forLibrary(code), serial).trim();
  } catch {
    return fallback;
  }
}

/** `!x` is how Chinese Excel writes `\x` (`0!.0,"万"`); the library knows only the latter. [DBNum] it cannot do: plain digits instead. */
function forLibrary(code: string): string {
  return code.replace(/"[^"]*"|\\.|!(.)|\[DBNum\d\]/gi, (whole, escaped: string | undefined) => {
    if (escaped !== undefined) return `\\${escaped}`;
    return whole.startsWith('[') ? '' : whole;
  });
}

/** The sections of a code without quoted words, escaped characters, padding and colours: what is left are placeholders. */
function bareSections(code: string): string[] {
  return code.replace(/"[^"]*"|\\.|!.|_.|\*.|\[(?:\$[^\]]*|DBNum\d|[A-Za-z]{3,}|Color ?\d+|颜色 ?\d+|\p{Script=Han}+)\]/giu, '').split(';');
}

function readDecimals(code: string): ShownDecimals | undefined {
  const first = (bareSections(code)[0] ?? '').trim();
  const match = /^[^0#?.,%@/A-Za-z[\]]*([0#?][0#?,]*)?(?:\.([0#?]*))?(%?)[^0#?.,%@/A-Za-z[\]]*$/.exec(first);
  const whole = match?.[1] ?? '';
  const fraction = match?.[2] ?? '';
  // A comma behind the last digit divides by a thousand: what is shown is no longer the value.
  if (match === null || whole + fraction === '' || whole.endsWith(',')) return undefined;
  return { decimals: fraction.length, percent: match[3] === '%' };
}

function readPlainFormat(code: string): PlainFormat | undefined {
  const [positive = '', negative, zero, ...more] = bareSections(code).map((section) => section.trim());
  const match = /^(#,##0|0)(?:\.(0+))?(%?)$/.exec(positive);
  if (match === null || more.length > 1) return undefined;
  // What was stripped may say more than «minus» and «nothing»: a currency sign, 元, brackets.
  const [, rawNegative = '', rawZero = ''] = code.split(';');
  const words = [...code.matchAll(/"([^"]*)"|[\\!](.)/g)].map(([, quoted, escaped]) => quoted ?? escaped ?? '');
  if (words.some((word) => word.trim() !== '' && word !== '-')) return undefined;
  if (negative !== undefined && negative !== `-${positive}` && !(negative === positive && hasDash(rawNegative))) return undefined;
  if (zero !== undefined && !(/^[?]*$/.test(zero) && hasDash(rawZero))) return undefined;
  return {
    decimals: match[2]?.length ?? 0,
    percent: match[3] === '%',
    grouping: match[1] === '#,##0',
    zero: zero === undefined ? undefined : '-',
  };
}

function hasDash(section: string): boolean {
  return /"-"|[\\!]-/.test(section);
}

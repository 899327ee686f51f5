/** How our texts, numbers and links go into cells of Excel (写入内容): as they are, never taken for a formula, a date or a number. */
import type { ContentCell } from '../../core/edits/sheet-content.ts';
import { qualifiedAddress } from '../../core/workbook/address.ts';

/** Excel's own limits: characters of a cell, and of one text inside a formula. */
const LONGEST_TEXT = 32_767;
const LONGEST_LITERAL = 255;

/** The text a cell will hold. */
export function plainText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return lines.length > LONGEST_TEXT ? `${lines.slice(0, LONGEST_TEXT - 1)}…` : lines;
}

/** The text as it must be typed. Excel reads «=1», «1-2», «3月5日», «TRUE» as something else; the apostrophe says it is text, and is not kept. */
export function typedText(text: string): string {
  const plain = plainText(text);
  return /^[=+\-@'#]|\d|[０-９]|^\s*(?:true|false)\s*$/i.test(plain) ? `'${plain}` : plain;
}

/** A value as `range.values` takes it. Excel would skip NaN without a word and turn a date into text; both are our own mistakes. */
export function typedValue(value: unknown): string | number {
  if (value === null) return '';
  if (typeof value === 'string') return value === '' ? '' : typedText(value);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`not a value a cell can hold: ${value instanceof Date ? 'a date' : String(value)}`);
}

/** The formula of a cell of ours, with «=»: its own, or the link it carries. */
export function linkFormula({ value, formula, link }: ContentCell): string | undefined {
  if (link === undefined) return formula === undefined ? undefined : `=${formula}`;
  const target = quoted(`#${qualifiedAddress(link)}`);
  const shown = formula ?? (typeof value === 'number' ? String(value) : literal(plainText(value ?? qualifiedAddress(link))));
  return `=HYPERLINK(${target},${shown})`;
}

/** A text in a formula, in pieces that Excel allows. */
function literal(text: string): string {
  // Counted in whole characters, of which each may be two units long.
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${Math.floor(LONGEST_LITERAL / 2)}}`, 'gu')) ?? [''];
  return pieces.map(quoted).join('&');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

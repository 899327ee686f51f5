/** Reads figures as people type them (文本数字): 1,234.56, full-width digits, －, brackets for negatives, 97.70％, NBSP, dashes for nothing. */
import { Decimal } from './decimal.ts';

export type ParsedAmount =
  | { readonly kind: 'number'; readonly value: Decimal; readonly decimals: number; readonly percent: boolean }
  /** Nothing, or a dash that stands for nothing. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' };

const BLANK = /^(?:[-—–−－_／/]+|无|不适用|N\/A)?$/iu;
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(%?)$/;

const ONLY_HAN = /^[\u4E00-\u9FFF]*$/;

/** Full-width forms to ASCII, every kind of space and minus to one. */
export function normaliseDigits(text: string): string {
  // Most labels of a Chinese table have nothing to normalise, and every cell comes through here.
  if (ONLY_HAN.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[−–—]/g, '-')
    .replace(/[\s\u00A0\u3000\u200B\uFEFF]/g, '')
    .replace(/，/g, ',')
    .replace(/。(?=\d)/g, '.');
}

/** `percent` values are given as printed (97.70 for 97.70%). A trailing currency word or sign is allowed; any other text is `text`. */
export function parseAmount(text: string): ParsedAmount {
  const bare = text.replace(/[\s\u00A0\u3000\u200B\uFEFF]/g, '');
  if (BLANK.test(bare)) return { kind: 'blank' };
  let plain = normaliseDigits(bare)
    .replace(/^[¥￥$]/, '')
    .replace(/(?:万元|元)$/, '');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(plain);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    plain = bracketed[1];
  }
  const match = NUMBER.exec(plain);
  if (match === null || (match[2] === undefined && match[3] === undefined)) return { kind: 'text' };
  const magnitude = new Decimal(`${(match[2] ?? '0').replace(/,/g, '')}${match[3] ?? ''}`);
  const minus = (match[1] === '-') !== negative;
  return {
    kind: 'number',
    value: minus ? magnitude.neg() : magnitude,
    decimals: match[3] === undefined ? 0 : match[3].length - 1,
    percent: match[4] === '%',
  };
}

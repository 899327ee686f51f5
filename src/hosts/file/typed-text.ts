/** What people type into a cell (键入的内容), read as Excel reads it: digits are a number, everything else stays the text it is. */
import type { Cell } from '../../core/workbook/workbook.ts';
import { readFormula } from './engine-formula.ts';

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d{1,3})?$/;

/** Why a typed formula is not taken: it is none, or only Excel can write it; undefined for anything else that is typed. */
export function formulaFault(text: string, before: Cell | undefined): 'broken-formula' | 'newer-function' | undefined {
  const formula = typedFormula(text, before);
  const reading = formula === undefined ? undefined : readFormula(formula);
  if (reading?.kind === 'broken') return 'broken-formula';
  return reading?.kind === 'sound' && reading.newer ? 'newer-function' : undefined;
}

/** The formula without its «=», where one was typed; a cell formatted as text takes everything as text. */
export function typedFormula(text: string, before: Cell | undefined): string | undefined {
  const bare = text.trim();
  return bare.startsWith('=') && before?.format !== '@' ? bare.slice(1).trim() : undefined;
}

/** Null empties the cell. A code kept as text («2010301») stays text, and so does everything in a cell formatted as text. */
export function readTyped(text: string, before: Cell | undefined): number | string | null {
  const bare = text.trim();
  if (bare === '') return null;
  if (before?.format === '@') return text;
  if (typeof before?.value === 'string' && /^\d+$/.test(before.value) && /^\d+$/.test(bare)) return bare;
  const isPercent = /[%％]$/.test(bare);
  const digits = isPercent ? bare.slice(0, -1).trim() : bare;
  if (!NUMBER.test(digits) || !/\d/.test(digits)) return text;
  // A cell that shows percents takes «95%» and «0.95»; the shift by two places is done on the text, so that no digit is invented.
  const plain = digits.replaceAll(',', '');
  const value = Number(isPercent ? `${plain}${/[eE]/.test(plain) ? '' : 'e-2'}` : plain);
  return Number.isFinite(value) ? (isPercent && /[eE]/.test(plain) ? value / 100 : value) : text;
}

/** What stands in the editor when a cell is opened: its formula, or every digit of the value, not the rounded text that is shown. */
export function editText(cell: Cell | undefined): string {
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  const value = cell?.value ?? null;
  if (value === null || typeof value === 'object') return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

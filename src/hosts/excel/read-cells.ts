/** Makes cells of what Excel answers (单元格): a formula is one only when it is not its own text, an error only when Excel says so. */
import type { Cell, CellValue } from '../../core/workbook/workbook.ts';

/** A cell as Excel tells it. */
export interface AnsweredCell {
  readonly value: unknown;
  readonly formula: unknown;
  readonly format: unknown;
  readonly text: unknown;
}

/** Undefined for an empty cell. An error comes out as its text: whether it is one, only `valueTypes` says. */
export function cellFrom({ value, formula, format, text }: AnsweredCell): Cell | undefined {
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  const plain = valueFrom(value);
  if (plain === null && !isFormula) return undefined;
  const code = typeof format === 'string' && format !== 'General' && format !== '' ? format : undefined;
  return {
    value: plain ?? '',
    formula: isFormula ? formula.slice(1) : undefined,
    format: code,
    text: shown(plain, code, text),
    indent: undefined,
  };
}

function valueFrom(value: unknown): CellValue {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

/** Only where the format decides what is seen; General numbers are cut to the column in Excel, and we want every digit. */
function shown(value: CellValue, format: string | undefined, text: unknown): string | undefined {
  if (typeof value !== 'number' || format === undefined || typeof text !== 'string') return undefined;
  return text.trim();
}

/** Whether the cell may hold an error, which looks like a text here. */
export function looksLikeError(cell: Cell | undefined): boolean {
  return typeof cell?.value === 'string' && cell.value.startsWith('#');
}

export function asError(cell: Cell): Cell {
  return typeof cell.value === 'string' ? { ...cell, value: { error: cell.value } } : cell;
}

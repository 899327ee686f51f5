/** Subject codes (科目编码): in one cell, split over 类/款/项, repeated in full, stored as numbers or as text; and the names beside them. */
import { normaliseDigits } from '../number/parse-amount.ts';
import type { TextCell } from './sheet-view.ts';

export interface CodeAndName {
  /** 3, 5 or 7 digits; undefined when none is printed. */
  readonly code: string | undefined;
  readonly name: string;
  readonly at: TextCell;
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
/** «2080501 行政单位离退休», «208-社会保障和就业支出». */
const CODE_THEN_NAME = /^(\d{7}|\d{5}|\d{3})[-_.、\s]*([^\d\s].*)$/s;

export function isCode(text: string): boolean {
  return CODE.test(normaliseDigits(text).replace(/^'/, ''));
}

/** Reads the cells of one row between the left edge and the first amount. `previous` is the code of the row above: 款 and 项 cells may hold only their own two digits. */
export function readCodeAndName(cells: readonly TextCell[], left: number, previous: string): CodeAndName | undefined {
  const first = cells[0];
  if (first === undefined) return undefined;
  let code = '';
  let name: TextCell | undefined;
  for (const cell of cells) {
    const digits = normaliseDigits(cell.text).replace(/^'/, '').replace(/\.0+$/, '');
    if (/^\d+$/.test(digits)) {
      code = appendCode(code, digits, cell.column - left, previous);
      continue;
    }
    const joined = code === '' ? CODE_THEN_NAME.exec(cell.text.trim()) : null;
    if (joined?.[1] !== undefined && joined[2] !== undefined) {
      code = joined[1];
      name = { ...cell, text: joined[2] };
    } else name = cell;
  }
  return { code: CODE.test(code) ? code : undefined, name: name?.text ?? '', at: name ?? first };
}

function appendCode(code: string, digits: string, position: number, previous: string): string {
  if (code === '') {
    if (digits.length >= 3) return digits;
    // 05 under 款, with the class in a row above.
    return position > 0 && previous.length >= 3 + 2 * (position - 1)
      ? previous.slice(0, 3 + 2 * (position - 1)) + digits.padStart(2, '0')
      : digits;
  }
  if (digits.length > code.length && digits.startsWith(code)) return digits;
  const due = 3 + 2 * position;
  return digits.length <= 2 && code.length < Math.min(due, 7) ? code + digits.padStart(2, '0') : code;
}

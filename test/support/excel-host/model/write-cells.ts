/** What Excel makes of a value written to a cell: formulas, apostrophes, texts that look like dates. */
import type { Area } from '../../../../src/core/workbook/address.ts';
import { HostError, invalidArgument, type Json } from '../wire/protocol.ts';
import type { HostCell, HostValue } from './cells.ts';
import { contains, type HostSheet, isUnbounded } from './sheet.ts';

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;
const LONGEST_LITERAL = 255;

/** Writes a matrix (or one value everywhere) of values or formulas; null keeps a cell, '' empties it. */
export function writeCells(sheet: HostSheet, area: Area, matrix: Json, location: string): void {
  if (isUnbounded(area)) throw invalidArgument(location);
  if (matrix === null) throw invalidArgument(location);
  const rows = Array.isArray(matrix) ? (matrix as readonly Json[]) : undefined;
  const [height, width] = [area.bottom - area.top + 1, area.right - area.left + 1];
  if (rows !== undefined && (rows.length !== height || rows.some((row) => !Array.isArray(row) || row.length !== width))) {
    throw invalidArgument(location, "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = rows === undefined ? matrix : ((rows[row - area.top] as readonly Json[])[column - area.left] ?? null);
      if (value !== null && !isCovered(sheet, row, column)) writeCell(sheet, row, column, value, location);
    }
  }
}

/** A cell under a merge keeps nothing that is written to it. */
function isCovered(sheet: HostSheet, row: number, column: number): boolean {
  return sheet.merged.some((area) => contains(area, row, column) && (area.top !== row || area.left !== column));
}

function writeCell(sheet: HostSheet, row: number, column: number, value: Json, location: string): void {
  if (value === '') {
    sheet.cells.set(row, column, undefined);
    return;
  }
  if (typeof value === 'string') sheet.cells.set(row, column, entered(value, sheet, row, column, location));
  else if (typeof value === 'number' || typeof value === 'boolean') sheet.cells.set(row, column, { value });
  else throw invalidArgument(location);
}

/** As if a user had typed it. */
function entered(text: string, sheet: HostSheet, row: number, column: number, location: string): HostCell {
  if (text.length > LONGEST_TEXT + 1) throw invalidArgument(location);
  const isText = sheet.looks.get(row, column)?.NumberFormat === '@';
  if (isText) return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1), prefixed: true };
  if (/^[=+\-@]/.test(text) && text.length > 1 && Number.isNaN(Number(text))) return formulaCell(text, location);
  return parsed(text, sheet, row, column);
}

function formulaCell(text: string, location: string): HostCell {
  const formula = text.startsWith('=') ? text : `=${text}`;
  if (formula.length > LONGEST_FORMULA) throw new HostError('FormulaLengthExceedsLimit', 'The formula is too long.', location);
  const literals = [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => (match[1] ?? '').replaceAll('""', '"'));
  if (literals.some((literal) => literal.length > LONGEST_LITERAL)) throw invalidArgument(location);
  if (
    (formula.replace(/"(?:[^"]|"")*"/g, '').match(/\(/g)?.length ?? 0) !==
    (formula.replace(/"(?:[^"]|"")*"/g, '').match(/\)/g)?.length ?? 0)
  ) {
    throw invalidArgument(location);
  }
  return { value: calculated(formula), formula };
}

/** There is no calculation here: a link shows its text, anything else shows 0 until a test gives it a value. */
function calculated(formula: string): HostValue {
  const link = /^=HYPERLINK\("(?:[^"]|"")*",(.*)\)$/.exec(formula);
  if (link?.[1] === undefined) return 0;
  const parts = [...link[1].matchAll(/"((?:[^"]|"")*)"/g)].map((match) => (match[1] ?? '').replaceAll('""', '"'));
  return parts.length > 0 ? parts.join('') : Number(link[1]);
}

/** Numbers, percentages, booleans and dates typed as text become what they look like. */
function parsed(text: string, sheet: HostSheet, row: number, column: number): HostCell {
  const number = /^\s*-?[\d,]+(\.\d+)?\s*$/.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  if (!Number.isNaN(number)) return { value: number };
  const percent = /^(-?\d+(?:\.\d+)?)%$/.exec(text);
  if (percent !== null) return { value: Number(percent[1]) / 100 };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (/^#(REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)$/.test(text)) return { value: { error: text } };
  // The day itself does not matter here, only that the text is gone.
  if (/^\d{1,4}[-/]\d{1,2}([-/]\d{1,2})?$|^(\d{4}年)?\d{1,2}月(\d{1,2}日)?$/.test(text)) {
    sheet.looks.set(row, column, { ...sheet.looks.get(row, column), NumberFormat: 'yyyy/m/d' });
    return { value: 45_000 };
  }
  return { value: text };
}

/** The formulas of a sheet (工作表公式), each as it looks from its own cell, so that a cell can be compared with its neighbours. */
import { parseAmount } from '../number/parse-amount.ts';
import type { Sheet } from '../workbook/workbook.ts';
import { type SummedCells, summedCells } from './parse.ts';
import { type Position, relativeForm, type Token, tokensOf } from './tokens.ts';

export interface FormulaCell {
  readonly at: Position;
  readonly tokens: readonly Token[];
  /** Equal for cells into which one formula was filled. */
  readonly form: string;
}

export interface SheetFormulas {
  readonly all: readonly FormulaCell[];
  readonly formulaAt: (row: number, column: number) => FormulaCell | undefined;
  /** Whether somebody typed a number there. */
  readonly isTyped: (row: number, column: number) => boolean;
  readonly isNumber: (row: number, column: number) => boolean;
  /** Digits kept as text (文本型数字), which SUM passes over; years and codes are none. */
  readonly isTextNumber: (row: number, column: number) => boolean;
  /** By hand or by a filter. */
  readonly isHidden: (row: number) => boolean;
  readonly sumOf: (cell: FormulaCell) => SummedCells | undefined;
}

export function sheetFormulas(sheet: Sheet): SheetFormulas {
  const rows: (readonly (FormulaCell | undefined)[] | undefined)[] = [];
  const all: FormulaCell[] = [];
  for (let row = 0; row < sheet.grid.length; row++) {
    const cells = sheet.grid[row];
    if (cells === undefined || !cells.some((cell) => cell?.formula !== undefined)) continue;
    rows[row] = cells.map((cell, column) => {
      // One formula that fills several cells looks the same from each: there is nothing to compare.
      if (cell?.formula === undefined || cell.array !== undefined) return undefined;
      const at = { row, column };
      const tokens = tokensOf(cell.formula);
      const found = { at, tokens, form: relativeForm(tokens, at) };
      all.push(found);
      return found;
    });
  }
  const sums = new Map<FormulaCell, SummedCells | undefined>();
  const value = (row: number, column: number): unknown => sheet.grid[row]?.[column]?.value;
  const formulaAt = (row: number, column: number): FormulaCell | undefined => rows[row]?.[column];
  return {
    all,
    formulaAt,
    isTyped: (row, column) => typeof value(row, column) === 'number' && sheet.grid[row]?.[column]?.formula === undefined,
    isNumber: (row, column) => typeof value(row, column) === 'number',
    isTextNumber: (row, column) => {
      const text = value(row, column);
      return typeof text === 'string' && isAmountText(text);
    },
    isHidden: (row) => sheet.hiddenRows.has(row),
    sumOf: (cell) => {
      if (!sums.has(cell)) sums.set(cell, summedCells(cell.tokens));
      return sums.get(cell);
    },
  };
}

function isAmountText(text: string): boolean {
  const parsed = parseAmount(text);
  if (parsed.kind !== 'number' || parsed.percent || parsed.value.isZero()) return false;
  return !/^\s*0\d/.test(text) && !/^\s*(?:19|20)\d\d\s*$/.test(text);
}

/** Values typed into the user's cells on the user's word (填入数值), and what stood there before, so that it can be put back. */
import type { SetValue } from '../../core/edits/edit.ts';
import { cellAddress } from '../../core/workbook/address.ts';
import { typedValue } from './cell-text.ts';
import { inExcel, type RunOptions } from './retry.ts';

/** A cell as it was: its formula with «=», or its value; '' when it was empty. */
export interface ReplacedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: string | number | boolean;
  readonly isFormula: boolean;
}

export interface AskedCell {
  readonly edit: SetValue;
  readonly worksheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

export function askForCells(sheets: readonly Excel.Worksheet[], edits: readonly SetValue[]): AskedCell[] {
  return edits.flatMap((edit) => {
    const worksheet = sheets.find(({ name }) => name === edit.sheet);
    if (worksheet === undefined) return [];
    const range = worksheet.getRangeByIndexes(edit.row, edit.column, 1, 1);
    range.load('formulas,values');
    range.untrack();
    return [{ edit, worksheet, range }];
  });
}

export function replacedCell({ edit, range }: AskedCell): ReplacedCell {
  const value = range.values[0]?.[0] as string | number | boolean;
  const formula = range.formulas[0]?.[0] as string | number | boolean;
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return { sheet: edit.sheet, row: edit.row, column: edit.column, content: isFormula ? formula : value, isFormula };
}

/** Queues the values. */
export function setValues(cells: readonly AskedCell[]): void {
  for (const { edit, worksheet } of cells) {
    const range = worksheet.getRangeByIndexes(edit.row, edit.column, 1, 1);
    range.values = [[typedValue(edit.value)]];
    range.untrack();
  }
}

/** Puts back what `applyEdits` has replaced; older Excels cannot undo what an add-in writes. */
export async function restoreCells(cells: readonly ReplacedCell[], options: RunOptions = {}): Promise<void> {
  await inExcel(
    async (context) => {
      for (const { sheet, row, column, content, isFormula } of cells) {
        const range = context.workbook.worksheets.getItem(sheet).getRange(cellAddress({ row, column }));
        range.formulas = [[isFormula || typeof content === 'boolean' ? content : typedValue(content)]];
        range.untrack();
      }
      await context.sync();
    },
    { repeatable: true, writes: true },
    options,
  );
}

/** Takes the user to a cell (定位): brings its sheet to the front and selects it; says so when the sheet is hidden, and shows it only when asked to. */
import { cellAddress } from '../../core/workbook/address.ts';
import { inExcel, type RunOptions } from './retry.ts';

export interface RevealedCell {
  /** Excel's id of the sheet, which outlives renaming; or its name. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface RevealOptions extends RunOptions {
  /** The user has agreed to have the hidden sheet shown. */
  readonly showSheet?: boolean;
}

/** `in-hidden-row`: selected, but the row or column is hidden or filtered out, so nothing is seen. */
export type Revealed = 'shown' | 'in-hidden-row' | 'in-hidden-column' | 'sheet-hidden' | 'sheet-gone' | 'structure-protected';

export async function revealCell({ sheet: key, row, column }: RevealedCell, options: RevealOptions = {}): Promise<Revealed> {
  return inExcel(
    async (context): Promise<Revealed> => {
      const { worksheets, protection } = context.workbook;
      const sheet = worksheets.getItemOrNullObject(key);
      sheet.load('visibility');
      protection.load('protected');
      const cell = sheet.getRange(cellAddress({ row, column }));
      cell.load('rowHidden,columnHidden');
      cell.untrack();
      await context.sync();
      if (sheet.isNullObject) return 'sheet-gone';
      if (sheet.visibility !== 'Visible') {
        if (options.showSheet !== true) return 'sheet-hidden';
        if (protection.protected) return 'structure-protected';
        sheet.visibility = 'Visible';
      }
      const { rowHidden, columnHidden } = cell;
      // A round of its own: selecting on a sheet that is not yet in front is lost.
      sheet.activate();
      await context.sync();
      const target = sheet.getRange(cellAddress({ row, column }));
      target.select();
      target.untrack();
      await context.sync();
      if (rowHidden) return 'in-hidden-row';
      return columnHidden ? 'in-hidden-column' : 'shown';
    },
    { repeatable: true },
    options,
  );
}

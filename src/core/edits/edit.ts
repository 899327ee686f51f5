/** A change to a workbook as data (编辑): planned by the core, applied by a host, invertible. No host decides what to write; no plan knows how it is written. */
import type { Area } from '../workbook/address.ts';
import type { SheetContent } from './sheet-content.ts';

/** How loud a mark is: red, amber, or the quiet state of a rounding difference (尾差). */
export type MarkLevel = 'error' | 'warning' | 'within-rounding';

/** Colours cells by conditional formats that carry our signature; the cells themselves are not touched. */
export interface MarkCells {
  readonly kind: 'mark-cells';
  readonly sheet: string;
  readonly areas: readonly Area[];
  readonly level: MarkLevel;
  /**
   * A live mark: the Excel formula, without «=» and with absolute addresses of this sheet, that must be true for the colour to show. Absent: always.
   */
  readonly when?: string;
}

/** Removes every conditional format that carries our signature, on one sheet or on all. */
export interface ClearMarks {
  readonly kind: 'clear-marks';
  readonly sheet?: string;
}

/** Writes one of our own sheets: new, or in place of the one we wrote before (same `tag`). A foreign sheet of that name is never touched: the host picks a free name. */
export interface WriteSheet {
  readonly kind: 'write-sheet';
  readonly content: SheetContent;
}

/** Removes the sheet of ours that carries `tag`. */
export interface RemoveSheet {
  readonly kind: 'remove-sheet';
  readonly tag: string;
}

/** Types one value into one cell of the user's, on the user's word only. */
export interface SetValue {
  readonly kind: 'set-value';
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string | null;
}

export type Edit = MarkCells | ClearMarks | WriteSheet | RemoveSheet | SetValue;

/** What every mark's formula contains, so that our marks are found again by anyone. */
export const MARK_SIGNATURE = 'TIEOUT|1|';

/** `N("TIEOUT|1|error")=0`, always true and referring to nothing; with the condition of a live mark behind it. Without the leading «=». */
export function markFormula({ level, when }: Pick<MarkCells, 'level' | 'when'>): string {
  const signature = `N("${MARK_SIGNATURE}${level}")=0`;
  return when === undefined ? signature : `AND(${signature},${when})`;
}

/** What one of our own sheets holds (勾稽检查, 决算公开说明, 补充资料): cells by meaning of their look, not by fonts and fills. */
import type { Area } from '../workbook/address.ts';

/**
 * The looks a host knows how to draw. `amount` shows two decimals with separators; `input` is a cell people type in; `gap` one that waits for them;
 * `group` begins a group of lines and `group-again` repeats its name quietly, so that the lines can be sorted; `offered` is text to copy from.
 */
export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'table-head'
  | 'text'
  | 'wrapped'
  | 'paragraph'
  | 'note'
  | 'amount'
  | 'bordered-text'
  | 'bordered-amount'
  | 'percent'
  | 'input'
  | 'gap'
  | 'group'
  | 'group-again'
  | 'offered'
  | 'link'
  | 'error'
  | 'warning'
  | 'rounding';

export interface ContentCell {
  readonly value: string | number | null;
  readonly style?: CellStyle;
  /** A number format code instead of the style's own. */
  readonly format?: string;
  /** Without the leading «=»; `value` is then its cached result. */
  readonly formula?: string;
  /** A jump to a cell of this workbook. */
  readonly link?: { readonly sheet: string; readonly row: number; readonly column: number };
}

/** What may be typed into cells (数据验证): Excel asks again, or offers a list, where it does not fit. */
export interface InputRule {
  readonly area: Area;
  readonly rule:
    /** Without «=», as it reads in the first cell of the area; true where what was typed is good. */
    | { readonly kind: 'formula'; readonly formula: string }
    /** Without commas, 255 characters in all; anything else may be typed too. */
    | { readonly kind: 'list'; readonly options: readonly string[] };
  readonly title: string;
  readonly message: string;
}

export interface SheetContent {
  /** Which of our sheets this is; stays the same when the user renames the sheet. */
  readonly tag: string;
  readonly name: string;
  readonly rows: readonly (readonly (ContentCell | null)[])[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  /** Row heights in points, where the host must not guess (merged wrapped text). */
  readonly heights?: ReadonlyMap<number, number>;
  readonly merged?: readonly Area[];
  readonly frozenRows?: number;
  /** Areas that do not meet. */
  readonly inputRules?: readonly InputRule[];
  readonly hiddenColumns?: readonly number[];
  readonly orientation?: 'portrait' | 'landscape';
  /** Only so many columns go to paper: the rest is for the screen. */
  readonly printedColumns?: number;
  /**
   * Planned over the sheet as it stood: what we wrote there and this content does not repeat. A host may write over a sheet that holds
   * nothing else; formulas with their «=».
   */
  readonly replaces?: readonly (string | number | boolean)[];
  /** Words of people's are in it: once written, only a content that was planned over it may take its place, and nobody removes it. */
  readonly holdsHandWriting?: boolean;
}

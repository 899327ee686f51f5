/** A figure (数据): one amount of a table as it was read, with its cell, its unit and its names. The leaf of every expression. */
import type { Decimal } from '../number/decimal.ts';
import type { Unit } from '../number/unit.ts';
import type { CellRef } from '../workbook/address.ts';

/** What was found in the cell. Values are in the base unit (元, ratio 1); a blank or a dash behaves as 0 in sums. */
export type Reading =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'blank' }
  /** An error value, words where a figure belongs, a cell covered by a merge …: never counted as 0. */
  | { readonly kind: 'unreadable'; readonly text: string };

export interface Figure {
  readonly ref: CellRef;
  readonly reading: Reading;
  /** The rounding step in base units; 0 means exact. From the unit and the column's format, never from this cell's digits. */
  readonly quantum: Decimal;
  readonly unit: Unit;
  /** Printed decimals of the column, in `unit`. */
  readonly decimals: number;
  /** Names as printed: «行政运行», «基本支出». */
  readonly row: string;
  readonly column: string;
  /** Binding by meaning: table instance id, row key and column key. */
  readonly table: string;
  readonly rowKey: string;
  readonly columnKey: string;
  /** The cell holds text: digits (文本型数字), or a dash for nothing. */
  readonly isText?: boolean;
  readonly formula?: string;
}

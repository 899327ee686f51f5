/** A table found in a sheet (表): rows and columns known by meaning, so that every figure is reached by what it is, never by where it stands. */
import type { Figure } from '../expressions/figure.ts';
import type { LocalText } from '../locale.ts';
import type { Unit } from '../number/unit.ts';
import type { Area, CellRef } from '../workbook/address.ts';

export interface TableRow {
  /** Unique in its table: `total`, `income-total`, a code such as `2080501`; a code printed twice gets `2080501#2`. */
  readonly key: string;
  /** As printed, without line breaks and outline numbers: «行政运行». */
  readonly label: string;
  /** 科目编码, digits only: 3, 5 or 7 of them. */
  readonly code?: string;
  /** The name that the statement's classification gives this code (政府收支分类科目), where it knows the code. */
  readonly officialName?: string;
  /** The cell that holds the label. */
  readonly ref: CellRef;
}

export interface TableColumn {
  readonly key: string;
  /** As printed, header levels joined: «本年支出 基本支出». */
  readonly label: string;
}

/** A line of an evaluation form's indicator block (绩效指标). */
export interface Indicator {
  readonly key: string;
  /** 一级、二级、三级指标, as far as printed (a merged or blank cell repeats the one above). */
  readonly path: readonly string[];
  readonly name: string;
  /** 指标值 as printed: «=83人», «<=45万元», «提高». */
  readonly target: string;
  readonly actual: string;
  readonly reason: string;
  readonly weight: Figure | undefined;
  readonly score: Figure | undefined;
  readonly ref: CellRef;
  readonly actualRef: CellRef | undefined;
}

/** Something about the table itself that a reader should know: a missing column, a sentence for an empty table, words where an amount belongs. */
export interface TableNotice {
  readonly kind:
    | 'missing-column'
    | 'missing-row'
    | 'unreadable-amount'
    | 'unknown-row'
    | 'empty'
    | 'unit-assumed'
    | 'duplicate-table'
    | 'hidden-sheet'
    | 'department-differs';
  readonly message: LocalText;
  readonly ref?: CellRef;
}

export interface Table {
  /** Unique in the workbook: sheet name and area. */
  readonly id: string;
  readonly book: 'current' | 'prior';
  readonly sheet: string;
  readonly area: Area;
  /** Statement id, or null for an ordinary table. */
  readonly statement: string | null;
  readonly title: string;
  /** As printed after 部门：/编制单位：; empty when not printed. */
  readonly department: string;
  readonly year: number | undefined;
  readonly unit: Unit;
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  /** By row key, then column key; only cells that exist in the layout (a blank cell exists, a missing column does not). */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, Figure>>;
  readonly indicators: readonly Indicator[];
  /** Head fields of a form: `project-name`, `overall-goal` …. */
  readonly fields: ReadonlyMap<string, string>;
  /** 注 and 说明 lines under the table. */
  readonly notes: readonly string[];
  readonly notices: readonly TableNotice[];
}

export function figureAt(table: Table | undefined, row: string, column: string): Figure | undefined {
  return table?.figures.get(row)?.get(column);
}

/** Rows whose code is one level below `code` in this table (3 → 5 → 7 digits), in table order, the first of each code. */
export function childrenOf(table: Table, code: string): readonly TableRow[] {
  return table.rows.filter(
    (row) => row.code !== undefined && row.key === row.code && row.code.length === code.length + 2 && row.code.startsWith(code),
  );
}

/** Rows of the top level (类): three digits. */
export function classesOf(table: Table): readonly TableRow[] {
  return table.rows.filter((row) => row.code?.length === 3 && row.key === row.code);
}

/** Whether every amount is blank or zero (空表). */
export function isEmptyTable(table: Table): boolean {
  for (const row of table.figures.values()) {
    for (const { reading } of row.values()) {
      if (reading.kind === 'unreadable' || (reading.kind === 'number' && !reading.value.isZero())) return false;
    }
  }
  return true;
}

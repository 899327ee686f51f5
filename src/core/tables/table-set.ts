/** The accounts of one department and year (一套决算报表): its tables, and last year's where they are known. */
import type { Sheet } from '../workbook/workbook.ts';
import type { Facts } from './facts.ts';
import type { Table } from './table.ts';

export interface TableSet {
  readonly department: string;
  readonly year: number | undefined;
  readonly tables: readonly Table[];
  /** What people typed in 补充资料. */
  readonly facts: Facts;
  /** Last year's accounts of the same department. */
  readonly prior: TableSet | undefined;
}

/** What recognition made of a whole workbook. */
export interface RecognisedWorkbook {
  /** One per department and year, in workbook order; most workbooks hold one. */
  readonly sets: readonly TableSet[];
  /** Sheets without a known table, and why. */
  readonly unrecognised: readonly UnrecognisedSheet[];
}

export interface UnrecognisedSheet {
  readonly sheet: Sheet['name'];
  readonly reason: 'empty' | 'no-known-table' | 'own-sheet' | 'hidden';
}

/** The table of a statement; the first where a set holds several (project forms). */
export function tableOf(set: TableSet | undefined, statement: string): Table | undefined {
  return set?.tables.find((table) => table.statement === statement);
}

export function tablesOf(set: TableSet | undefined, statement: string): readonly Table[] {
  return set?.tables.filter((table) => table.statement === statement) ?? [];
}

/** What a layout reader makes of the cells under a title, before units and figures are worked out (读表结果). */
import type { Area, CellRef } from '../workbook/address.ts';
import type { FigureCell } from './amounts.ts';
import { coreOf, isNote, labelOf } from './labels.ts';
import { filledCells, type SheetView } from './sheet-view.ts';
import type { Classification, ClassificationEntry, ColumnDefinition, RowDefinition } from './statement.ts';
import type { TableColumn, TableNotice, TableRow } from './table.ts';

/** Where a reader looks. */
export interface TableSource {
  readonly view: SheetView;
  readonly book: 'current' | 'prior';
  /** From the title's row, or where the headings may be, to the next table. */
  readonly region: Area;
}

/** An indicator line by its cells; figures come later. */
export interface IndicatorCells {
  readonly key: string;
  readonly path: readonly string[];
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly reason: string;
  readonly weight: FigureCell | undefined;
  readonly score: FigureCell | undefined;
  readonly ref: CellRef;
  readonly actualRef: CellRef | undefined;
}

export interface TableReading {
  readonly headerTop: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  readonly cells: readonly FigureCell[];
  readonly notes: readonly string[];
  readonly notices: readonly TableNotice[];
  readonly indicators?: readonly IndicatorCells[];
  readonly fields?: ReadonlyMap<string, string>;
  /** How well the headings fit, for tables without a title: known columns, and headings that mean nothing here. */
  readonly matched: number;
  readonly unknown: number;
}

/** Collects rows, each key once: a second `2080501` becomes `2080501#2`. */
export interface RowCollector {
  readonly rows: TableRow[];
  add(row: Omit<TableRow, 'ref' | 'officialName'> & { readonly at: { readonly row: number; readonly column: number } }): TableRow;
}

export function collectRows({ view, book }: TableSource, classification?: Classification): RowCollector {
  const rows: TableRow[] = [];
  const seen = new Map<string, number>();
  const entries = classification === undefined ? undefined : entriesByCode(classification);
  return {
    rows,
    add({ at, key, ...rest }) {
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      const entry = rest.code === undefined ? undefined : entries?.get(rest.code);
      const row: TableRow = {
        key: times === 1 ? key : `${key}#${times}`,
        ...rest,
        ...(entry === undefined ? {} : { officialName: nameGiven(entry, rest.label) }),
        ref: refOf({ view, book }, at.row, at.column),
      };
      rows.push(row);
      return row;
    },
  };
}

/** A classification is a constant of a statement; its index serves every table. */
const indexed = new WeakMap<Classification, ReadonlyMap<string, ClassificationEntry>>();

function entriesByCode(classification: Classification): ReadonlyMap<string, ClassificationEntry> {
  const known = indexed.get(classification) ?? new Map(classification.entries.map((entry) => [entry.code, entry]));
  indexed.set(classification, known);
  return known;
}

/** Today's name of a code, or the older one that the label uses: both are official. */
function nameGiven({ name, others = [] }: ClassificationEntry, label: string): string {
  if (others.length === 0) return name;
  const printed = coreOf(labelOf(label));
  return others.find((other) => coreOf(labelOf(other)) === printed) ?? name;
}

export function refOf({ view, book }: Pick<TableSource, 'view' | 'book'>, row: number, column: number): CellRef {
  return { book, sheet: view.sheet.name, row, column };
}

/** 注 and 说明 in one row, the parts of it joined; undefined when the row is none. */
export function noteIn({ view, region }: TableSource, row: number): string | undefined {
  const cells = filledCells(view, row, region.left, region.right);
  if (cells[0] === undefined || !isNote(cells[0].text)) return undefined;
  return cells.map((cell) => cell.text.trim()).join(' ');
}

export function missingColumn(column: ColumnDefinition): TableNotice {
  return {
    kind: 'missing-column',
    message: {
      'zh-CN': `没有找到「${column.name}」列，与它有关的关系没有核对。`,
      en: `No column «${column.name}» was found; what depends on it was not checked.`,
    },
  };
}

export function missingColumns(definitions: readonly ColumnDefinition[], found: Iterable<ColumnDefinition>): readonly TableNotice[] {
  const keys = new Set([...found].map((column) => column.key));
  return definitions.filter((column) => !keys.has(column.key) && column.optional !== true).map(missingColumn);
}

export function missingRows(definitions: readonly RowDefinition[], rows: readonly TableRow[]): readonly TableNotice[] {
  const keys = new Set(rows.map((row) => row.key));
  return definitions
    .filter((row) => row.required === true && !keys.has(row.key))
    .map((row) => ({
      kind: 'missing-row',
      message: {
        'zh-CN': `没有找到「${row.name}」行，与它有关的关系没有核对。`,
        en: `No row «${row.name}» was found; what depends on it was not checked.`,
      },
    }));
}

export function unknownRow(source: TableSource, label: string, row: number, column: number): TableNotice {
  return {
    kind: 'unknown-row',
    message: {
      'zh-CN': `第${row + 1}行「${label}」不认识，它的金额没有参加核对。`,
      en: `Row ${row + 1} «${label}» is not known; its amounts were not checked.`,
    },
    ref: refOf(source, row, column),
  };
}

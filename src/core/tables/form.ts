/** Reads a performance self-evaluation form (绩效自评表): head fields, the block of funds (资金来源、执行率), then its indicators. */
import type { FigureCell } from './amounts.ts';
import { readIndicators } from './indicators.ts';
import { indexLabels, indexNames, labelOf, type LabelIndex, lookUp, plain, shownLabel } from './labels.ts';
import { filledCells, type SheetView, type TextCell, visibleCell } from './sheet-view.ts';
import type { ColumnDefinition, FieldDefinition, FormLayout, RowDefinition } from './statement.ts';
import { parseAmount } from '../number/parse-amount.ts';
import { collectRows, missingColumns, missingRows, type RowCollector, type TableReading, type TableSource } from './table-reading.ts';

interface Funds {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<number, ColumnDefinition>;
}

export function readForm(source: TableSource, layout: FormLayout): TableReading | undefined {
  const { view, region } = source;
  const columnLabels = indexNames(layout.columns);
  const funds = findFunds(view, source, columnLabels);
  if (funds === undefined) return undefined;
  const collector = collectRows(source);
  const cells: FigureCell[] = [];
  const firstColumn = Math.min(...funds.columns.keys());
  const rowLabels = indexNames(layout.rows);
  let lastFundRow = funds.headerRow;
  for (let row = funds.headerRow + 1; row <= region.bottom; row++) {
    const labels = filledCells(view, row, region.left, firstColumn - 1);
    const found = fundRow(labels, rowLabels, collector);
    if (found !== undefined) {
      lastFundRow = row;
      const added = collector.add({ key: found.definition.key, label: shownLabel(found.at.text), at: found.at });
      for (const [column, definition] of funds.columns) cells.push(cellOf(added.key, added.label, definition, row, column));
    } else if (labels.length > 0 || row > lastFundRow + 2) break;
  }
  if (collector.rows.length === 0) return undefined;

  const indicators = readIndicators(source, layout, lastFundRow + 1, collector);
  const fields = new Map<string, string>();
  readFieldsBeside(source, layout.fields, funds.headerRow, fields);
  readFieldsBelow(source, layout.fields, lastFundRow + 1, indicators.headerRow ?? region.bottom + 1, fields);
  return {
    headerTop: region.top,
    lastRow: Math.max(lastFundRow, indicators.lastRow),
    left: region.left,
    right: region.right,
    rows: collector.rows,
    columns: [...funds.columns.values()].map(({ key, name }) => ({ key, label: name })),
    cells: [...rateWhereItBelongs(view, cells, layout), ...indicators.totals],
    notes: indicators.notes,
    notices: [...missingColumns(layout.columns, funds.columns.values()), ...missingRows(layout.rows, collector.rows)],
    indicators: indicators.lines,
    fields,
    matched: funds.columns.size,
    unknown: 0,
  };
}

/** The row that names 全年预算数, 全年执行数 and so on. */
function findFunds(view: SheetView, { region }: TableSource, columnLabels: LabelIndex<ColumnDefinition>): Funds | undefined {
  for (let row = region.top; row <= Math.min(region.bottom, region.top + 30); row++) {
    const columns = new Map<number, ColumnDefinition>();
    for (const cell of filledCells(view, row, region.left, region.right)) {
      const found = lookUp(columnLabels, cell.text)[0];
      if (found !== undefined && ![...columns.values()].includes(found)) columns.set(cell.column, found);
    }
    if (columns.size >= 3 && [...columns.values()].some((column) => column.measure === undefined)) return { headerRow: row, columns };
  }
  return undefined;
}

function fundRow(
  labels: readonly TextCell[],
  known: LabelIndex<RowDefinition>,
  { rows }: RowCollector,
): { readonly definition: RowDefinition; readonly at: TextCell } | undefined {
  for (const at of [...labels].reverse()) {
    const definition = lookUp(known, at.text).find((row) => !rows.some((before) => before.key === row.key));
    if (definition !== undefined) return { definition, at };
  }
  return undefined;
}

function cellOf(rowKey: string, rowLabel: string, definition: ColumnDefinition, row: number, column: number): FigureCell {
  return { rowKey, rowLabel, columnKey: definition.key, columnLabel: definition.name, row, column, measure: definition.measure ?? 'money' };
}

/** 分值, 执行率 and 得分 are printed once, often on the first line, and mean the total: they are bound to it wherever they stand. */
function rateWhereItBelongs(view: SheetView, cells: readonly FigureCell[], layout: FormLayout): readonly FigureCell[] {
  const isFilled = (cell: FigureCell): boolean => {
    const value = visibleCell(view, cell.row, cell.column)?.value ?? null;
    return value !== null && (typeof value !== 'string' || parseAmount(value).kind !== 'blank');
  };
  const rated = cells.filter((cell) => cell.measure !== 'money');
  const printedOn = new Set(rated.filter(isFilled).map((cell) => cell.rowKey));
  const [only] = printedOn;
  const total = cells.find((cell) => cell.rowKey === layout.rated);
  if (printedOn.size !== 1 || only === undefined || only === layout.rated || total === undefined) return cells;
  return cells
    .filter((cell) => cell.measure === 'money' || cell.rowKey !== layout.rated)
    .map((cell) => (cell.measure !== 'money' && cell.rowKey === only ? { ...cell, rowKey: layout.rated, rowLabel: total.rowLabel } : cell));
}

function readFieldsBeside(
  { view, region }: TableSource,
  fields: readonly FieldDefinition[],
  until: number,
  into: Map<string, string>,
): void {
  const labels = indexLabels(fields, (field) => field.labels);
  for (let row = region.top; row <= until; row++) {
    const cells = filledCells(view, row, region.left, region.right);
    cells.forEach((cell, index) => {
      const [, head = cell.text, inside = ''] = /^([^:：]+)[:：](.*)$/s.exec(cell.text) ?? [];
      const field = lookUp(labels, head).find((known) => known.at === 'right');
      if (field === undefined || into.has(field.key)) return;
      const next = cells[index + 1];
      const beside = next !== undefined && lookUp(labels, next.text).length === 0 ? next.text : '';
      const text = (inside.trim() !== '' ? inside : beside).trim();
      if (text !== '') into.set(field.key, text);
    });
  }
}

/** 预期目标 | 实际完成情况, and what is written under each. */
function readFieldsBelow(
  { view, region }: TableSource,
  fields: readonly FieldDefinition[],
  from: number,
  until: number,
  into: Map<string, string>,
): void {
  const labels = indexLabels(fields, (field) => field.labels);
  const heads = new Map<number, FieldDefinition>();
  for (let row = from; row < until; row++) {
    for (const cell of filledCells(view, row, region.left, region.right)) {
      const field = lookUp(labels, cell.text).find((known) => known.at === 'below');
      if (field !== undefined) {
        heads.set(cell.column, field);
        continue;
      }
      const head = heads.get(cell.column);
      if (head === undefined || plain(cell.text) === '' || labelOf(cell.text).length < 2) continue;
      const before = into.get(head.key);
      into.set(head.key, before === undefined ? cell.text.trim() : `${before}\n${cell.text.trim()}`);
    }
  }
}

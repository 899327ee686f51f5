/** Reads 收入 ‖ 支出 side by side (公开01, 04): each lane has its own labels, with or without 行次; rows are known by label, never by line number. */
import type { FigureCell } from './amounts.ts';
import { columnLabel, figureCell } from './coded-list.ts';
import { findHeader, type Header, isOrdinal, matchColumns } from './header.ts';
import { indexNames, isEmptySentence, labelOf, type LabelIndex, lookUp, shownLabel } from './labels.ts';
import { filledCells, textAt, visibleCell } from './sheet-view.ts';
import type { ClassificationEntry, ColumnDefinition, LaneDefinition, RowDefinition, TwoLanesLayout } from './statement.ts';
import type { TableColumn, TableNotice } from './table.ts';
import { collectRows, missingColumns, missingRows, noteIn, type TableReading, type TableSource, unknownRow } from './table-reading.ts';

interface Lane {
  readonly definition: LaneDefinition;
  readonly labelColumn: number;
  readonly columns: ReadonlyMap<number, ColumnDefinition>;
  readonly unknown: number;
  readonly rows: LabelIndex<RowDefinition>;
  readonly names: LabelIndex<ClassificationEntry>;
}

const LABEL_COLUMN = /^(?:收入|支出)?项目|^科目名称|^(?:支出)?功能分类/;

export function readTwoLanes(source: TableSource, layout: TwoLanesLayout): TableReading | undefined {
  const { view, region } = source;
  const isRowLabel = (text: string): boolean => layout.lanes.some(({ rows }) => lookUp(indexNames(rows), text).length > 0);
  const isHeading = (text: string): boolean => layout.lanes.some(({ columns }) => lookUp(indexNames(columns), text).length > 0);
  let labelColumn: number | undefined;
  const header = findHeader(view, region, {
    isHeading: (label) => {
      return LABEL_COLUMN.test(label) || /^(?:收入|支出|行次|栏次)$/.test(label) || isHeading(label);
    },
    isData: (cells) => {
      const first = cells[0];
      labelColumn ??= first?.column;
      // 合计 and 一般公共预算财政拨款 are headings of one lane and rows of the other: a row begins where the first heading began.
      if (first?.column !== labelColumn || /^(?:收入|支出)$/.test(labelOf(first?.text ?? ''))) return false;
      return isRowLabel(first?.text ?? '') && !startsHeading(cells.map((cell) => cell.text));
    },
  });
  if (header === undefined) return undefined;
  const lanes = lanesOf(header, layout);
  if (lanes.length < 2 || lanes.some((lane) => lane.columns.size === 0)) return undefined;

  const collector = collectRows(source, layout.lanes.find((lane) => lane.classification !== undefined)?.classification);
  const cells: FigureCell[] = [];
  const notes: string[] = [];
  const notices: TableNotice[] = lanes.flatMap((lane) => missingColumns(lane.definition.columns, lane.columns.values()));
  const seen = new Set<string>();
  let lastRow = header.bottom;
  for (let row = header.dataTop; row <= region.bottom; row++) {
    if (filledCells(view, row, header.left, header.right).length === 0) continue;
    const note = noteIn(source, row);
    if (note !== undefined) {
      notes.push(note);
      continue;
    }
    for (const lane of lanes) {
      const text = textAt(view, row, lane.labelColumn);
      if (labelOf(text) === '') continue;
      const found = rowMeant(lane, text, seen);
      if (found === undefined) {
        if (isEmptySentence(text)) notes.push(text.trim());
        else if (hasAmount(lane, row)) notices.push(unknownRow(source, shownLabel(text), row, lane.labelColumn));
        continue;
      }
      seen.add(found.key);
      const added = collector.add({ ...found, label: shownLabel(text), at: { row, column: lane.labelColumn } });
      lastRow = row;
      for (const [column, definition] of lane.columns) cells.push(figureCell(added, definition, header, row, column));
    }
  }
  if (collector.rows.length < 3) return undefined;
  notices.push(
    ...missingRows(
      layout.lanes.flatMap((lane) => lane.rows),
      collector.rows,
    ),
  );
  return {
    headerTop: header.top,
    lastRow,
    left: header.left,
    right: header.right,
    rows: collector.rows,
    columns: columnsOf(header, lanes),
    cells,
    notes,
    notices,
    matched: new Set(lanes.flatMap((lane) => [...lane.columns.values()])).size,
    unknown: lanes.reduce((sum, lane) => sum + lane.unknown, 0),
  };

  function hasAmount(lane: Lane, row: number): boolean {
    return [...lane.columns.keys()].some((column) => {
      const value = visibleCell(view, row, column)?.value ?? null;
      return typeof value === 'number' ? value !== 0 : typeof value === 'string' && /[1-9]/.test(value);
    });
  }
}

function startsHeading(texts: readonly string[]): boolean {
  return texts.some((text) => /^(?:项目|行次|决算数|金额)$/.test(labelOf(text)));
}

/** Where each lane begins: at its label column; 收入 and 支出 above it say which side it is. */
function lanesOf(header: Header, layout: TwoLanesLayout): readonly Lane[] {
  const labelColumns: number[] = [];
  const heads: number[] = [];
  header.paths.forEach((path, index) => {
    const column = header.left + index;
    const last = labelOf(path.at(-1) ?? '');
    const before = header.paths[index - 1];
    if (LABEL_COLUMN.test(last) && !(before !== undefined && samePath(before, path))) labelColumns.push(column);
    if (/^(?:收入|支出)$/.test(labelOf(path[0] ?? '')) && path[0] !== before?.[0]) heads.push(column);
  });
  const starts = labelColumns.length >= 2 ? labelColumns : heads;
  const lanes: Lane[] = [];
  starts.forEach((labelColumn, index) => {
    const path = (header.paths[labelColumn - header.left] ?? []).map(labelOf).join('/');
    const next = starts[index + 1];
    // 财决01 adds a third lane: the same expenditure once more, by its nature or by economic subject.
    if (/性质|经济/.test(path)) return;
    const side = path.includes('支出') ? 'expenditure' : path.includes('收入') || lanes.length === 0 ? 'income' : 'expenditure';
    const definition = layout.lanes.find((lane) => lane.side === side);
    if (definition === undefined || lanes.some((lane) => lane.definition === definition)) return;
    const until = (next ?? header.right + 1) - 1;
    const { byColumn, unknown } = matchColumns(header, definition.columns, labelColumn + 1, until);
    lanes.push({
      definition,
      labelColumn,
      columns: byColumn.size > 0 ? byColumn : onlyColumn(header, definition, labelColumn + 1, until),
      unknown,
      rows: indexNames(definition.rows),
      names: indexNames(definition.classification?.entries ?? []),
    });
  });
  return lanes;
}

/** A lane with one column of figures needs no heading to say so. */
function onlyColumn(header: Header, definition: LaneDefinition, from: number, to: number): ReadonlyMap<number, ColumnDefinition> {
  const [only, ...others] = definition.columns;
  const candidates: number[] = [];
  for (let column = from; column <= to; column++) if (!isOrdinal(header.paths[column - header.left] ?? [])) candidates.push(column);
  return only !== undefined && others.length === 0 && candidates.length === 1 && candidates[0] !== undefined
    ? new Map([[candidates[0], only]])
    : new Map();
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function rowMeant(lane: Lane, text: string, seen: ReadonlySet<string>): { readonly key: string; readonly code?: string } | undefined {
  const known = lookUp(lane.rows, text);
  const definition = known.find((row) => row.after !== undefined && seen.has(row.after)) ?? known.find((row) => row.after === undefined);
  if (definition !== undefined) return { key: definition.key };
  const entry = lookUp(lane.names, text).find((candidate) => candidate.code.length === 3);
  return entry === undefined ? undefined : { key: entry.code, code: entry.code };
}

function columnsOf(header: Header, lanes: readonly Lane[]): readonly TableColumn[] {
  const columns = new Map<string, TableColumn>();
  for (const lane of lanes) {
    for (const [column, { key }] of lane.columns) if (!columns.has(key)) columns.set(key, { key, label: columnLabel(header, column) });
  }
  return [...columns.values()];
}

/** Reads 编码 | 名称 | measures (公开02, 03, 05, 08, 09): one row for each 类, 款 and 项, and 合计 above or below them. */
import { readCodeAndName } from './codes.ts';
import type { FigureCell } from './amounts.ts';
import { findHeader, type Header, isIndexRow, isOrdinal, matchColumns } from './header.ts';
import { indexNames, isEmptySentence, labelOf, type LabelIndex, lookUp, plain, shownLabel } from './labels.ts';
import { filledCells, type SheetView, type TextCell, visibleCell } from './sheet-view.ts';
import type { CodedListLayout, ColumnDefinition } from './statement.ts';
import type { TableNotice, TableRow } from './table.ts';
import { collectRows, missingColumns, missingRows, noteIn, type TableReading, type TableSource, unknownRow } from './table-reading.ts';

const LANE = /编码|代码|名称|^类$|^款$|^项$|^目$|^项目$|^科目$|功能分类|经济分类|^行次$|^序号$|^栏次$/;

export function readCodedList(source: TableSource, layout: CodedListLayout): TableReading | undefined {
  const { view, region } = source;
  const totals = indexNames(layout.rows);
  const names = indexNames(layout.classification.entries);
  const headings = indexNames(layout.columns);
  const isHeading = (text: string): boolean => LANE.test(labelOf(text)) || lookUp(headings, text).length > 0;
  const isRowLabel = (text: string): boolean => lookUp(totals, text).length > 0 || lookUp(names, text).length > 0;
  const header = findHeader(view, region, { isHeading, isData: (cells) => startsData(cells, isRowLabel, isHeading) });
  if (header === undefined) return undefined;
  const firstMeasure = firstMeasureColumn(header);
  const matched = matchColumns(header, layout.columns, firstMeasure);
  if (matched.byColumn.size < 2) return undefined;

  const rows = collectRows(source, layout.classification);
  const cells: FigureCell[] = [];
  const notes: string[] = [];
  const notices: TableNotice[] = [...missingColumns(layout.columns, matched.byColumn.values())];
  let code = '';
  let codesPrinted = false;
  let lastRow = header.bottom;
  for (let row = header.dataTop; row <= region.bottom; row++) {
    const filled = filledCells(view, row, header.left, header.right);
    // Headings and 栏次 printed again at the top of another page are no rows.
    if (filled.length === 0 || isIndexRow(filled)) continue;
    const note = noteIn(source, row) ?? (filled.length === 1 ? emptySentenceIn(filled) : undefined);
    if (note !== undefined) {
      notes.push(note);
      continue;
    }
    const lane = filled.filter((cell) => cell.column < firstMeasure && !isOrdinal(header.paths[cell.column - header.left] ?? []));
    const read = readCodeAndName(lane, header.left, code);
    if (read === undefined) continue;
    const label = shownLabel(read.name);
    const total = lookUp(totals, read.name)[0];
    let found: TableRow | undefined;
    if (read.code !== undefined) {
      code = read.code;
      codesPrinted = true;
      found = rows.add({ key: read.code, label, code: read.code, at: read.at });
    } else if (total !== undefined) found = rows.add({ key: total.key, label, at: read.at });
    else if (holdsFigures(view, row, matched.byColumn)) {
      const named = codesPrinted ? undefined : namedRow(read.name, code, names);
      if (named === undefined) notices.push(unknownRow(source, label, row, read.at.column));
      else {
        code = named.code ?? code;
        found = rows.add({ ...named, label, at: read.at });
      }
    }
    if (found === undefined) continue;
    lastRow = row;
    for (const [column, definition] of matched.byColumn) cells.push(figureCell(found, definition, header, row, column));
  }
  if (rows.rows.length > 0) notices.push(...missingRows(layout.rows, rows.rows));
  return {
    headerTop: header.top,
    lastRow,
    left: header.left,
    right: header.right,
    rows: rows.rows,
    columns: [...matched.byColumn].map(([column, { key }]) => ({ key, label: columnLabel(header, column) })),
    cells,
    notes,
    notices,
    matched: matched.byColumn.size,
    unknown: matched.unknown,
  };
}

/** Whether a row is no heading any more: it begins with a code, with 合计 or with the name of a 类, and no heading follows. */
export function startsData(
  cells: readonly TextCell[],
  isRowLabel: (text: string) => boolean,
  isHeading: (text: string) => boolean,
): boolean {
  const first = cells[0];
  if (first === undefined) return false;
  const digits = plain(first.text);
  if (/^\d{3}$|^\d{5}$|^\d{7}$/.test(digits) || /^\d{3}(?:\d{2}){0,2}[^\d.,]/.test(digits)) return true;
  if (!isRowLabel(first.text)) return false;
  // 06 prints 合计 once for each panel.
  return !cells.slice(1).some((cell) => isHeading(cell.text) && labelOf(cell.text) !== labelOf(first.text));
}

/** «本单位无政府性基金收支», wherever in the body of the table it is written. */
function emptySentenceIn([only]: readonly TextCell[]): string | undefined {
  return only !== undefined && isEmptySentence(only.text) ? only.text.trim() : undefined;
}

function firstMeasureColumn(header: Header): number {
  for (const [index, path] of header.paths.entries()) {
    const last = labelOf(path.at(-1) ?? '');
    if (path.length > 0 && !LANE.test(last) && !path.some((text) => /编码|代码/.test(labelOf(text)))) return header.left + index;
  }
  return header.left;
}

/** A row without a code: a 类 is known by its name; what stands below one is kept under it, by name. */
function namedRow(
  name: string,
  code: string,
  names: LabelIndex<{ readonly code: string }>,
): { readonly key: string; readonly code?: string } | undefined {
  const known = lookUp(names, name);
  const entry =
    known.find((candidate) => candidate.code.length === 3) ?? known.find((candidate) => candidate.code.startsWith(code.slice(0, 3)));
  if (entry !== undefined) return { key: entry.code, code: entry.code };
  return code === '' ? undefined : { key: `${code.slice(0, 3)}/${labelOf(name)}` };
}

function holdsFigures(view: SheetView, row: number, columns: ReadonlyMap<number, ColumnDefinition>): boolean {
  for (const column of columns.keys()) {
    const value = visibleCell(view, row, column)?.value ?? null;
    if (typeof value === 'number' ? value !== 0 : typeof value === 'string' && /[1-9]/.test(value)) return true;
  }
  return false;
}

export function columnLabel(header: Header, column: number): string {
  return (header.paths[column - header.left] ?? []).map(shownLabel).join(' ');
}

export function figureCell(row: TableRow, definition: ColumnDefinition, header: Header, at: number, column: number): FigureCell {
  return {
    rowKey: row.key,
    rowLabel: row.label,
    columnKey: definition.key,
    columnLabel: columnLabel(header, column),
    row: at,
    column,
    measure: definition.measure ?? 'money',
  };
}

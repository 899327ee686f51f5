/** Reads 公开06: two or three panels of 编码 | 名称 | 决算数 side by side, or one list with 人员经费 and 公用经费 beside 合计. */
import type { FigureCell } from './amounts.ts';
import { type CodeAndName, readCodeAndName } from './codes.ts';
import { columnLabel, figureCell, startsData } from './coded-list.ts';
import { findHeader, type Header, isOrdinal } from './header.ts';
import { coreOf, indexNames, isEmptySentence, labelOf, type LabelIndex, lookUp, plain, shownLabel } from './labels.ts';
import { filledCells, type SheetView, type TextCell, visibleCell } from './sheet-view.ts';
import type { ClassificationEntry, CodedLanesLayout, ColumnDefinition, RowDefinition } from './statement.ts';
import type { TableNotice } from './table.ts';
import { collectRows, missingColumn, missingRows, noteIn, type TableReading, type TableSource, unknownRow } from './table-reading.ts';

interface Panel {
  readonly left: number;
  readonly amount: number;
}

const HEADING = /编码|代码|名称|^类$|^款$|^项目$|^人员经费$|公用经费$|经济分类|^栏次$/;

export function readCodedLanes(source: TableSource, layout: CodedLanesLayout): TableReading | undefined {
  const { view, region } = source;
  const totals = indexNames(layout.rows);
  const names = indexNames(layout.classification.entries);
  const amounts = indexNames(layout.columns);
  const isHeading = (text: string): boolean => HEADING.test(labelOf(text)) || lookUp(amounts, text).length > 0;
  const isRowLabel = (text: string): boolean => lookUp(totals, text).length > 0 || lookUp(names, text).length > 0;
  const header = findHeader(view, region, { isHeading, isData: (cells) => startsData(cells, isRowLabel, isHeading) });
  const amount = layout.columns[0];
  if (header === undefined || amount === undefined) return undefined;
  const panels = panelsOf(header, amounts);
  if (panels.length === 0) return { ...nothing(header), notices: [missingColumn(amount)] };

  const collector = collectRows(source, layout.classification);
  const cells: FigureCell[] = [];
  const notes: string[] = [];
  const notices: TableNotice[] = [];
  const current = panels.map(() => '');
  let lastRow = header.bottom;
  for (let row = header.dataTop; row <= region.bottom; row++) {
    const filled = filledCells(view, row, header.left, header.right);
    if (filled.length === 0) continue;
    const note = noteIn(source, row);
    if (note !== undefined) {
      notes.push(note);
      continue;
    }
    const labels = filled.filter((cell) => lookUp(totals, cell.text).length > 0 && !panels.some((panel) => panel.amount === cell.column));
    const taken = new Set<number>();
    for (const [index, label] of labels.entries()) {
      const definition = labels.length > 1 ? totalOfPanel(label) : lookUp(totals, label.text)[0];
      const column = totalColumn(view, panels, label, labels[index + 1]?.column ?? header.right + 1);
      if (definition === undefined || column === undefined || taken.has(column)) continue;
      taken.add(column);
      add({ key: definition.key }, label.text, label, amount, column);
      if (definition.key === 'total') besideTotal(row, label);
    }
    panels.forEach((panel, index) => {
      const lane = filled.filter(
        (cell) => cell.column >= panel.left && cell.column < panel.amount && !isOrdinal(pathAt(header, cell.column)),
      );
      const read = readCodeAndName(lane, panel.left, current[index] ?? '');
      if (read === undefined || taken.has(panel.amount) || labels.some((label) => label.column === read.at.column)) return;
      const code = read.code ?? codeByName(read, current[index] ?? '', names);
      if (code !== undefined) {
        current[index] = code;
        add({ key: code, code }, read.name, read.at, amount, panel.amount);
      } else if (isEmptySentence(read.name)) notes.push(read.name.trim());
      else if (plain(read.name) !== '' && hasAmount(view, row, panel.amount)) {
        notices.push(unknownRow(source, shownLabel(read.name), row, read.at.column));
      }
    });
  }
  if (collector.rows.length > 0) notices.push(...missingRows(layout.rows, collector.rows));
  return {
    ...nothing(header),
    lastRow,
    rows: collector.rows,
    columns: [{ key: amount.key, label: columnLabel(header, panels[0]?.amount ?? header.left) }],
    cells,
    notes,
    notices,
    matched: 1 + panels.length,
    unknown: 0,
  };

  function add(row: { key: string; code?: string }, text: string, at: TextCell, definition: ColumnDefinition, column: number): void {
    const added = collector.add({ ...row, label: shownLabel(text), at });
    lastRow = Math.max(lastRow, at.row);
    cells.push(figureCell(added, definition, found(), at.row, column));
  }

  // 合计 in every panel is each panel's own, named by what stands over it.
  function totalOfPanel(label: TextCell): RowDefinition | undefined {
    const definition = lookUp(totals, label.text)[0];
    if (definition?.key !== 'total') return definition;
    return pathAt(found(), label.column)
      .flatMap((heading) => lookUp(totals, heading))
      .find((row) => row.key !== 'total');
  }

  // One list with 人员经费 and 公用经费 columns: their totals stand beside 合计.
  function besideTotal(row: number, label: TextCell): void {
    if (panels.length !== 1 || amount === undefined) return;
    for (const beside of layout.totalsBeside) {
      const column = columnHeaded(found(), beside);
      if (column !== undefined) add({ key: beside.key }, beside.name, { ...label, row }, amount, column);
    }
  }

  function found(): Header {
    if (header === undefined) throw new Error('a header was found before');
    return header;
  }
}

function nothing(header: Header): TableReading {
  const { top, bottom, left, right } = header;
  return { headerTop: top, lastRow: bottom, left, right, rows: [], columns: [], cells: [], notes: [], notices: [], matched: 0, unknown: 0 };
}

function pathAt(header: Header, column: number): readonly string[] {
  return header.paths[column - header.left] ?? [];
}

/** A panel ends at its amount column; it begins where the one before it ended. */
function panelsOf(header: Header, amounts: LabelIndex<ColumnDefinition>): readonly Panel[] {
  const panels: Panel[] = [];
  let left = header.left;
  header.paths.forEach((path, index) => {
    const column = header.left + index;
    const last = path.at(-1) ?? '';
    const isAmount = lookUp(amounts, last).length > 0;
    if (!isAmount || column <= left) return;
    panels.push({ left, amount: column });
    left = column + 1;
  });
  return panels;
}

function columnHeaded(header: Header, beside: RowDefinition): number | undefined {
  const labels = new Set([beside.name, ...(beside.labels ?? [])].map((text) => coreOf(labelOf(text)).replace(/合计$/, '')));
  const index = header.paths.findIndex((path) => labels.has(coreOf(labelOf(path.at(-1) ?? '')).replace(/合计$/, '')));
  return index === -1 ? undefined : header.left + index;
}

/** 公用经费合计 may be merged over two panels: its figure is the first one after the label, or the last amount cell before the next label. */
function totalColumn(view: SheetView, panels: readonly Panel[], label: TextCell, until: number): number | undefined {
  const after = panels.map((panel) => panel.amount).filter((column) => column > label.column && column < until);
  return after.find((column) => visibleCell(view, label.row, column) !== undefined) ?? after.at(-1);
}

function codeByName(read: CodeAndName, current: string, names: LabelIndex<ClassificationEntry>): string | undefined {
  const known = lookUp(names, read.name);
  return (
    known.find((entry) => entry.code.length > 3 && current !== '' && entry.code.startsWith(current.slice(0, 3))) ??
    known.find((entry) => entry.code.length === 3)
  )?.code;
}

function hasAmount(view: SheetView, row: number, column: number): boolean {
  const value = visibleCell(view, row, column)?.value ?? null;
  return typeof value === 'number' ? value !== 0 : typeof value === 'string' && /[1-9]/.test(value);
}

/** Reads 公开07 三公经费: subjects crossed with 预算数 and 决算数, in whatever order and either way round. Bound by headings, never by position. */
import { parseAmount } from '../number/parse-amount.ts';
import type { FigureCell } from './amounts.ts';
import { findHeader, type Header, isIndexRow, isOrdinal } from './header.ts';
import { coreOf, indexNames, isEmptySentence, isNote, labelOf, type LabelIndex, lookUp, plain, shownLabel } from './labels.ts';
import { filledCells, type TextCell } from './sheet-view.ts';
import type { ColumnDefinition, RowDefinition, SubjectsLayout } from './statement.ts';
import type { TableRow } from './table.ts';
import { collectRows, missingColumns, missingRows, noteIn, type TableReading, type TableSource } from './table-reading.ts';

interface Crossing {
  readonly column: number;
  readonly subject: RowDefinition | undefined;
  readonly measure: ColumnDefinition | undefined;
}

export function readSubjects(source: TableSource, layout: SubjectsLayout, printedYear: number | undefined): TableReading | undefined {
  const { view, region } = source;
  const subjects = indexNames(layout.rows);
  const measures = indexNames(layout.columns);
  const header = findHeader(view, region, {
    isHeading: (label) =>
      /^项目$|^项目名称$|^栏次$/.test(label) || lookUp(subjects, label).length > 0 || lookUp(measures, label).length > 0,
    isData: (cells) => cells.some((cell) => isAmountText(cell.text)) && !isIndexRow(cells),
  });
  if (header === undefined) return undefined;
  const year = printedYear ?? latestYear(header);
  const crossings = header.paths.map((path, index) => crossingOf(path, header.left + index, subjects, measures, year));
  const across = crossings.filter((crossing) => crossing.subject !== undefined);
  return across.length >= 4 ? readAcross(source, layout, header, across) : readDown(source, layout, header, crossings, subjects);
}

/** Two years side by side: the later one is this year's. */
function latestYear(header: Header): number | undefined {
  const years = header.paths.flat().flatMap((text) => /(20\d{2})年/.exec(plain(text))?.[1] ?? []);
  return years.length === 0 ? undefined : Math.max(...years.map(Number));
}

function isAmountText(text: string): boolean {
  const parsed = parseAmount(text);
  return parsed.kind === 'number' || (parsed.kind === 'blank' && text.trim() !== '');
}

function crossingOf(
  path: readonly string[],
  column: number,
  subjects: LabelIndex<RowDefinition>,
  measures: LabelIndex<ColumnDefinition>,
  year: number | undefined,
): Crossing {
  if (isOrdinal(path)) return { column, subject: undefined, measure: undefined };
  let subject: RowDefinition | undefined;
  let measure: ColumnDefinition | undefined;
  for (const text of path) {
    const named = lookUp(subjects, text)[0];
    // 小计 and 合计 inside 公务用车购置及运行维护费 are the subject's own.
    if (named !== undefined && !(/^(?:小计|合计)$/.test(labelOf(text)) && subject !== undefined)) subject = named;
    measure = measureMeant(text, measures, year) ?? measure;
  }
  return { column, subject, measure };
}

/** 2022年度决算数 in the accounts of 2023 is last year's. */
function measureMeant(text: string, measures: LabelIndex<ColumnDefinition>, year: number | undefined): ColumnDefinition | undefined {
  const printed = /(20\d{2})年/.exec(plain(text))?.[1];
  const named = lookUp(measures, text)[0];
  if (named?.key === 'actual' && year !== undefined && printed !== undefined && Number(printed) === year - 1) {
    return lookUp(measures, '上年决算数')[0];
  }
  return named;
}

/** Subjects as columns: one line of figures (the 合计 line where departments are listed). */
function readAcross(source: TableSource, layout: SubjectsLayout, header: Header, across: readonly Crossing[]): TableReading {
  const { view, region } = source;
  const collector = collectRows(source);
  const cells: FigureCell[] = [];
  const bySubject = new Map<string, TableRow>();
  const found = new Map<string, ColumnDefinition>();
  const actual = layout.columns.find((column) => column.key === 'actual');
  const { row, notes } = dataRow(source, header);
  const taken = new Set<string>();
  for (const { column, subject, measure = actual } of across) {
    if (subject === undefined || measure === undefined || taken.has(`${subject.key}/${measure.key}`)) continue;
    taken.add(`${subject.key}/${measure.key}`);
    let added = bySubject.get(subject.key);
    if (added === undefined) {
      const label = shownLabel(
        [...(header.paths[column - header.left] ?? [])].reverse().find((text) => !/^小计$|^预算数$|^决算数$/.test(labelOf(text))) ??
          subject.name,
      );
      added = collector.add({ key: subject.key, label: measureFree(label, subject), at: { row: header.top, column } });
      bySubject.set(subject.key, added);
    }
    found.set(measure.key, measure);
    if (row !== undefined) cells.push(cellOf(added, measure, row, column));
  }
  return {
    headerTop: header.top,
    lastRow: row ?? header.bottom,
    left: header.left,
    right: header.right,
    rows: collector.rows,
    columns: [...found.values()].map(({ key, name }) => ({ key, label: name })),
    cells,
    notes: [...notes, ...notesBelow(source, (row ?? header.bottom) + 1)],
    notices: [...missingColumns(layout.columns, found.values()), ...missingRows(layout.rows, collector.rows)],
    matched: across.length,
    unknown: header.paths.length - across.length > 3 ? header.paths.length - across.length : 0,
  };

  function dataRow(of: TableSource, under: Header): { readonly row: number | undefined; readonly notes: readonly string[] } {
    let first: number | undefined;
    for (let at = under.dataTop; at <= region.bottom && at < under.dataTop + 400; at++) {
      const filled = filledCells(view, at, under.left, under.right);
      if (noteIn(of, at) !== undefined || (filled.length === 1 && isEmptySentence(filled[0]?.text ?? ''))) break;
      const hasFigures = filled.some((cell) => across.some((crossing) => crossing.column === cell.column));
      if (hasFigures && /^(?:合计|总计)$/.test(labelOf(filled[0]?.text ?? ''))) return { row: at, notes: [] };
      if (hasFigures) first ??= at;
    }
    // Nothing filled in: the line is there all the same.
    return {
      row: first ?? (under.dataTop <= region.bottom && noteIn(of, under.dataTop) === undefined ? under.dataTop : undefined),
      notes: [],
    };
  }
}

/** 项目 | 预算数 | 决算数: subjects as rows. */
function readDown(
  source: TableSource,
  layout: SubjectsLayout,
  header: Header,
  crossings: readonly Crossing[],
  subjects: LabelIndex<RowDefinition>,
): TableReading | undefined {
  const { view, region } = source;
  const byColumn = new Map<number, ColumnDefinition>();
  for (const { column, measure } of crossings) {
    if (measure !== undefined && ![...byColumn.values()].includes(measure)) byColumn.set(column, measure);
  }
  const firstMeasure = Math.min(...byColumn.keys());
  if (byColumn.size === 0) return undefined;
  const collector = collectRows(source);
  const cells: FigureCell[] = [];
  const notes: string[] = [];
  let lastRow = header.bottom;
  let above: RowDefinition | undefined;
  for (let row = header.dataTop; row <= region.bottom; row++) {
    const note = noteIn(source, row);
    if (note !== undefined) notes.push(note);
    const label = note === undefined ? lastText(filledCells(view, row, header.left, firstMeasure - 1)) : undefined;
    if (label === undefined) continue;
    let subject = lookUp(subjects, label.text)[0];
    if (subject !== undefined && labelOf(label.text) === '小计' && above !== undefined)
      subject = layout.rows.find((known) => known.key === 'vehicles');
    if (subject === undefined) {
      if (isEmptySentence(label.text)) notes.push(label.text.trim());
      continue;
    }
    if (collector.rows.some((known) => known.key === subject.key)) continue;
    above = subject;
    lastRow = row;
    const added = collector.add({ key: subject.key, label: shownLabel(label.text), at: label });
    for (const [column, measure] of byColumn) cells.push(cellOf(added, measure, row, column));
  }
  if (collector.rows.length < 3) return undefined;
  return {
    headerTop: header.top,
    lastRow,
    left: header.left,
    right: header.right,
    rows: collector.rows,
    columns: [...byColumn.values()].map(({ key, name }) => ({ key, label: name })),
    cells,
    notes,
    notices: [...missingColumns(layout.columns, byColumn.values()), ...missingRows(layout.rows, collector.rows)],
    matched: collector.rows.length,
    unknown: 0,
  };
}

function lastText(cells: readonly TextCell[]): TextCell | undefined {
  return [...cells].reverse().find((cell) => !/^\d+$/.test(cell.text.trim()));
}

function measureFree(label: string, subject: RowDefinition): string {
  return /预算数|决算数|^小计$/.test(coreOf(labelOf(label))) ? subject.name : label;
}

function cellOf(row: TableRow, measure: ColumnDefinition, at: number, column: number): FigureCell {
  return {
    rowKey: row.key,
    rowLabel: row.label,
    columnKey: measure.key,
    columnLabel: measure.name,
    row: at,
    column,
    measure: measure.measure ?? 'money',
  };
}

function notesBelow({ view, region }: TableSource, from: number): readonly string[] {
  const notes: string[] = [];
  for (let row = from; row <= region.bottom; row++) {
    for (const cell of filledCells(view, row, region.left, region.right)) {
      if (isNote(cell.text) || isEmptySentence(cell.text)) notes.push(cell.text.trim());
    }
  }
  return notes;
}

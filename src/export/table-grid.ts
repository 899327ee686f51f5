/** A recognised table as a page shows it (报表版面): title and head lines, header rows, cells with their spans and alignment, column widths; what is hidden is left out. */
import { textWidth } from '../core/edits/text-lines.ts';
import type { Table } from '../core/tables/table.ts';
import type { Area } from '../core/workbook/address.ts';
import { shownText } from '../core/workbook/number-format.ts';
import { cellAt, type Sheet, type Workbook } from '../core/workbook/workbook.ts';
import { printable } from './printable.ts';

export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly align: 'left' | 'center' | 'right';
  /** Outline level of the label, as the sheet indents it. */
  readonly indent: number;
}

export interface TableGrid {
  readonly title: string;
  /** 公开01表; 部门：…, 2023年度, 金额单位：万元: the cells of each line, and whether the line stands at the right. */
  readonly head: readonly { readonly texts: readonly string[]; readonly right: boolean }[];
  /** How many of `rows` are the header, repeated on every page. */
  readonly headerRows: number;
  readonly rows: readonly (readonly GridCell[])[];
  /** Natural width of each column in characters; `fixed` columns hold figures and must not wrap. */
  readonly columns: readonly { readonly characters: number; readonly fixed: boolean }[];
  readonly notes: readonly string[];
}

/** A line over the header says who, when and in which unit, never what a column holds. */
const HEAD_LINE =
  /^(?:公开\S{0,6}表|表\s*\S{1,6}|[（(]?20\d\d年度?[）)]?|(?:编制|填报|填制|公开|预算|决算)?(?:部门|单位)(?:[（(].{1,4}[）)])?(?:名称|全称)?\s*[:：].*|(?:金额|计量|货币)?单位\s*[:：].*|[（(]?(?:人民币)?[亿万千]?元[）)]?)$/s;

/** 行次, scores, and the dash of a cell that has nothing. */
const COUNTED = /^(?:\d[\d,.]*%?|[-—－/]+)$/;

/** Undefined where the sheet of the table is not in the workbook. */
export function gridOf(table: Table, workbook: Workbook): TableGrid | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  if (sheet === undefined) return undefined;
  const { area } = table;
  const show = (row: number, column: number): string => {
    const cell = cellAt(sheet, row, column);
    return cell === undefined ? '' : printable(shownText(cell, workbook.date1904)).trim();
  };
  const columns = between(area.left, area.right).filter((column) => !sheet.hiddenColumns.has(column));
  const rows = between(area.top + 1, area.bottom).filter((row) => !sheet.hiddenRows.has(row));
  const filled = (row: number): readonly number[] => columns.filter((column) => show(row, column) !== '');
  const isHead = (row: number): boolean => filled(row).every((column) => HEAD_LINE.test(show(row, column)));
  const first = rows.findIndex((row) => !isHead(row));
  const body = first === -1 ? [] : rows.slice(first);
  const figures = figureCells(table);
  const firstFigure = Math.min(...[...figures].map((place) => Number(place.split(',')[0])));
  // A form repeats no header: its heads stand in the middle of it.
  const isForm = table.indicators.length > 0;
  const heads = isForm ? 0 : body.filter((row) => row < firstFigure).length;
  const headerRows = heads === body.length ? 0 : heads;
  const merges = cutAt(mergesIn(sheet, area), body[headerRows - 1]);
  const shape: Shape = { rows: body, columns, merges, show, figures, sheet, isForm };
  return {
    title: (columns.map((column) => show(area.top, column)).find((text) => text !== '') ?? printable(table.title)).replace(/\s+/g, ''),
    head: (first === -1 ? [] : rows.slice(0, first)).flatMap((row) => headLine(filled(row), row, show, columns)),
    headerRows,
    rows: body.map((row, index) => cellsOf(shape, row, index < headerRows)),
    columns: columns.map((column) => widthOf(shape, column)),
    notes: table.notes.map(printable),
  };
}

interface Shape {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly merges: readonly Merge[];
  readonly show: (row: number, column: number) => string;
  readonly figures: ReadonlySet<string>;
  readonly sheet: Sheet;
  readonly isForm: boolean;
}

/** `blank`: the part below the header of an area whose text stands in the header. */
interface Merge extends Area {
  readonly blank?: boolean;
}

function headLine(filled: readonly number[], row: number, show: Shape['show'], columns: readonly number[]): TableGrid['head'] {
  const [only] = filled;
  if (only === undefined) return [];
  return [{ texts: filled.map((column) => show(row, column)), right: filled.length === 1 && only !== columns[0] }];
}

function cellsOf(shape: Shape, row: number, header: boolean): readonly GridCell[] {
  const { columns, rows, merges, show, figures, sheet } = shape;
  return columns.flatMap((column): readonly GridCell[] => {
    const merge = merges.find((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
    const wide = merge === undefined ? [column] : columns.filter((other) => other >= merge.left && other <= merge.right);
    const high = merge === undefined ? [row] : rows.filter((other) => other >= merge.top && other <= merge.bottom);
    if (wide[0] !== column || high[0] !== row) return [];
    const [top, left] = merge === undefined ? [row, column] : [merge.top, merge.left];
    const text = merge?.blank === true ? '' : show(top, left);
    const align = header || wide.length > 1 ? 'center' : figures.has(`${top},${left}`) ? 'right' : COUNTED.test(text) ? 'center' : 'left';
    const indent = align === 'left' ? (cellAt(sheet, top, left)?.indent ?? 0) : 0;
    return [{ text, columns: wide.length, rows: high.length, align: shape.isForm && align === 'right' ? 'center' : align, indent }];
  });
}

/** A merged cell widens no column: its text wraps. */
function widthOf({ rows, merges, show, figures, isForm }: Shape, column: number): TableGrid['columns'][number] {
  const own = rows.filter(
    (row) =>
      !merges.some(
        (area) => area.left !== area.right && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
      ),
  );
  const holds = own.filter((row) => figures.has(`${row},${column}`));
  const widest = (list: readonly number[]): number =>
    Math.max(2, ...list.flatMap((row) => show(row, column).split('\n')).map((line) => textWidth(line)));
  return holds.length > 0 && !isForm ? { characters: Math.max(6, widest(holds)), fixed: true } : { characters: widest(own), fixed: false };
}

/** An area that reaches from the header into the table is cut, because the header is repeated on every page. */
function cutAt(merges: readonly Area[], lastHeader: number | undefined): readonly Merge[] {
  return merges.flatMap((area): readonly Merge[] =>
    lastHeader === undefined || area.top > lastHeader || area.bottom <= lastHeader
      ? [area]
      : [
          { ...area, bottom: lastHeader },
          { ...area, top: lastHeader + 1, blank: true },
        ],
  );
}

function figureCells(table: Table): ReadonlySet<string> {
  const places = new Set<string>();
  for (const row of table.figures.values()) for (const { ref } of row.values()) places.add(`${ref.row},${ref.column}`);
  return places;
}

function mergesIn(sheet: Sheet, area: Area): readonly Area[] {
  return sheet.merged.filter(
    ({ top, left, bottom, right }) => top <= area.bottom && bottom >= area.top && left <= area.right && right >= area.left,
  );
}

function between(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The header of a table (表头): its rows, the headings that stand over each column, and what each column means. */
import type { Area } from '../workbook/address.ts';
import { coreOf, indexNames, isNote, labelOf, lookUp } from './labels.ts';
import { filledCells, isCovered, mergeAt, type SheetView, spreadText, textAt, type TextCell } from './sheet-view.ts';
import type { ColumnDefinition } from './statement.ts';

export interface Header {
  readonly top: number;
  /** The last row of headings; 栏次 is not one. */
  readonly bottom: number;
  /** The first row under the headings and under 栏次. */
  readonly dataTop: number;
  readonly left: number;
  readonly right: number;
  /** Headings from top to bottom over each column, as printed; index 0 is column `left`. */
  readonly paths: readonly (readonly string[])[];
}

export interface HeaderRules {
  /** Words that only headings use. */
  readonly isHeading: (label: string) => boolean;
  /** Whether the row already holds data. */
  readonly isData: (cells: readonly TextCell[], row: number) => boolean;
}

const SEARCH_ROWS = 14;
const HEADER_ROWS = 7;
/** 单位名称：…, 金额单位：万元 stand above the headings. */
const HEAD_LINE = /(?:单位|部门|名称)[:：]|[:：]\s*\S/;
/** Headings that say only «here is the figure». */
const GENERIC = new Set(['决算数', '金额', '本年决算数', '决算金额', '本年数', '决算', '决算数(万元)', '金额(万元)']);
const SUBTOTAL = new Set(['小计', '合计', '总计']);

export function findHeader(view: SheetView, region: Area, rules: HeaderRules): Header | undefined {
  const hits = (row: number): number =>
    filledCells(view, row, region.left, region.right).filter((cell) => !HEAD_LINE.test(cell.text) && rules.isHeading(labelOf(cell.text)))
      .length;
  for (let top = region.top; top <= Math.min(region.bottom, region.top + SEARCH_ROWS); top++) {
    const here = hits(top);
    if (here === 0 || here + hits(top + 1) + hits(top + 2) < 3) continue;
    const cells = filledCells(view, top, region.left, region.right);
    if (rules.isData(cells, top) && !isIndexRow(cells)) return undefined;
    return headerFrom(view, region, rules, top);
  }
  return undefined;
}

function headerFrom(view: SheetView, region: Area, rules: HeaderRules, top: number): Header {
  let row = top + 1;
  let indexRow = false;
  for (; row <= Math.min(region.bottom, top + HEADER_ROWS); row++) {
    const cells = filledCells(view, row, region.left, region.right);
    if (isIndexRow(cells)) {
      indexRow = true;
      break;
    }
    // A note begins its row; further right 备注 is the heading of a column.
    if (rules.isData(cells, row) || isNote(cells[0]?.text ?? '')) break;
    if (cells.length === 0 && !coveredFromAbove(view, row, region)) break;
  }
  const bottom = row - 1;
  const { left, right } = extent(view, region, top, bottom);
  const paths: string[][] = [];
  for (let column = left; column <= right; column++) paths.push(pathOf(view, column, top, bottom, left));
  return { top, bottom, dataTop: indexRow ? row + 1 : row, left, right, paths };
}

/** 栏次: 1, 2, 3 … */
export function isIndexRow(cells: readonly TextCell[]): boolean {
  if (cells.length === 0) return false;
  if (cells.some((cell) => /^栏次$/.test(labelOf(cell.text)))) return true;
  const numbers = cells.map((cell) => cell.text.trim()).filter((text) => !/^[类款项一-龥]+$/.test(text.replace(/\s/g, '')));
  return numbers.length >= 3 && numbers.every((text, index) => Number(text) === index + 1);
}

function coveredFromAbove(view: SheetView, row: number, region: Area): boolean {
  for (let column = region.left; column <= region.right; column++) if (isCovered(view, row, column)) return true;
  return false;
}

/** The columns that headings stand over. */
function extent(view: SheetView, region: Area, top: number, bottom: number): { readonly left: number; readonly right: number } {
  let left = region.right;
  let right = region.left;
  for (let row = top; row <= bottom; row++) {
    for (const cell of filledCells(view, row, region.left, region.right)) {
      left = Math.min(left, cell.column);
      right = Math.max(right, mergeAt(view, cell.row, cell.column)?.right ?? cell.column);
    }
  }
  return { left, right: Math.min(right, region.right) };
}

function pathOf(view: SheetView, column: number, top: number, bottom: number, left: number): string[] {
  const path: string[] = [];
  // Under a heading borrowed from the left, nothing further left stands over this column.
  let limit = left;
  for (let row = top; row <= bottom; row++) {
    const own = spreadText(view, row, column).trim();
    const borrowed = own === '' ? headingToTheLeft(view, row, column, top, bottom, limit) : undefined;
    if (borrowed !== undefined) limit = borrowed.column;
    const text = borrowed?.text ?? own;
    if (text !== '' && path.at(-1) !== text) path.push(text);
  }
  return path;
}

/** Where nothing is merged (csv), a group heading stands over its first column only and is meant for the blank cells after it. */
function headingToTheLeft(view: SheetView, row: number, column: number, top: number, bottom: number, limit: number): TextCell | undefined {
  if (isCovered(view, row, column)) return undefined;
  const isFilled = (from: number, to: number, at: number): boolean => {
    for (let r = from; r <= to; r++) if (spreadText(view, r, at).trim() !== '') return true;
    return false;
  };
  if (!isFilled(row + 1, bottom, column) || isFilled(top, row - 1, column)) return undefined;
  for (let at = column - 1; at >= limit; at--) {
    const text = textAt(view, row, at).trim();
    if (text === '' && !isCovered(view, row, at)) continue;
    return mergeAt(view, row, at) === undefined && isFilled(row + 1, bottom, at) ? { row, column: at, text } : undefined;
  }
  return undefined;
}

export interface MatchedColumns {
  readonly byColumn: ReadonlyMap<number, ColumnDefinition>;
  /** Headings over columns that mean nothing to this statement. */
  readonly unknown: number;
}

/** What the columns from `from` on mean: by the deepest heading, unless it only says 决算数, 小计 or 合计. */
export function matchColumns(header: Header, definitions: readonly ColumnDefinition[], from: number, to = header.right): MatchedColumns {
  const index = indexNames(definitions);
  const byColumn = new Map<number, ColumnDefinition>();
  const taken = new Set<string>();
  let unknown = 0;
  for (let column = from; column <= to; column++) {
    const path = header.paths[column - header.left] ?? [];
    if (path.length === 0 || isOrdinal(path)) continue;
    const found = columnMeant(path, (text) => lookUp(index, text)[0]);
    if (found === undefined || taken.has(found.key)) unknown++;
    else {
      taken.add(found.key);
      byColumn.set(column, found);
    }
  }
  return { byColumn, unknown };
}

function columnMeant(path: readonly string[], find: (text: string) => ColumnDefinition | undefined): ColumnDefinition | undefined {
  const headings = path.filter((text, at) => at === 0 || !GENERIC.has(coreOf(labelOf(text))));
  const above = headings
    .slice(0, -1)
    .map(find)
    .filter((column) => column !== undefined);
  const nearest = above.at(-1);
  const last = headings.at(-1) ?? '';
  if (SUBTOTAL.has(labelOf(last)) && nearest !== undefined) return nearest;
  const found = find(last) ?? find(path.at(-1) ?? '');
  if (found === undefined) return undefined;
  return nearest === undefined || nearest.key === found.key || found.under?.includes(nearest.key) === true ? found : undefined;
}

/** 行次, 序号: a column of line numbers. */
export function isOrdinal(path: readonly string[]): boolean {
  const last = labelOf(path.at(-1) ?? '');
  return last === '行次' || last === '序号' || last === '栏次';
}

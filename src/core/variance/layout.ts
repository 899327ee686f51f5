/** Where a sheet compares two periods (表头与栏目): the rows of a heading, the columns of the two periods, and the column that names the lines beside them. */
import type { LocalText } from '../locale.ts';
import type { OrdinaryFigures } from '../findings/ordinary-figures.ts';
import { type DecimalMark, readNumber } from '../discovery/read-number.ts';
import type { Sheet } from '../workbook/workbook.ts';
import { totalRank } from '../discovery/words.ts';
import { choosePair, type Pair, type PeriodColumn } from './pair.ts';
import { type Period, periodOf } from './period.ts';
import { sheetUnit } from './sheet-unit.ts';

/** Lines named by one column, with their two periods; a balance sheet has two such lanes side by side. */
export interface Lane {
  readonly pair: Pair;
  /** Columns that may name a line, from the left; one of them names it. */
  readonly labels: readonly number[];
  readonly names: number;
}

/** One table of a sheet: a heading and the rows below it, down to its last amounts. */
export interface Block {
  readonly heading: { readonly top: number; readonly bottom: number };
  readonly bottom: number;
  readonly lanes: readonly Lane[] | LocalText;
}

const MOST_HEADING_ROWS = 4;

/** From the top. Hidden columns take no part: a text must not tell what the sheet hides. */
export function blocksOf(sheet: Sheet, figures: Pick<OrdinaryFigures, 'grid' | 'mark'>): readonly Block[] {
  const view = viewOf(sheet, figures);
  const headings = headingsIn(view);
  return headings.map((heading, index) => {
    // What stands between the last amounts and the next heading belongs to that heading.
    let bottom = (headings[index + 1]?.top ?? view.rows) - 1;
    while (bottom > heading.bottom && !hasAmounts(view, bottom)) bottom -= 1;
    return { heading, bottom, lanes: lanesOf(view, heading, bottom) };
  });
}

interface View {
  readonly rows: number;
  readonly columns: readonly number[];
  /** With the text of a merged area in each of its cells. */
  readonly text: (row: number, column: number) => string;
  readonly isAmount: (row: number, column: number) => boolean;
  readonly isWords: (row: number, column: number) => boolean;
  /** Without what a merged area spreads over its cells. */
  readonly isOwnWords: (row: number, column: number) => boolean;
  readonly period: (text: string) => Period | undefined;
}

function viewOf(sheet: Sheet, { grid, mark }: Pick<OrdinaryFigures, 'grid' | 'mark'>): View {
  const spread = new Map<string, string>();
  for (const { top, left, bottom, right } of sheet.merged) {
    const text = grid[top]?.[left] ?? '';
    // A merge taller or wider than any heading is a drawing board, no heading.
    if (text === '' || bottom - top > MOST_HEADING_ROWS) continue;
    for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) spread.set(`${row},${column}`, text);
  }
  const text = (row: number, column: number): string => spread.get(`${row},${column}`) ?? grid[row]?.[column] ?? '';
  const periods = new Map<string, Period | undefined>();
  return {
    rows: grid.length,
    columns: Array.from({ length: sheet.columnCount }, (_, column) => column).filter((column) => !sheet.hiddenColumns.has(column)),
    text,
    isAmount: (row, column) => isAmount(text(row, column), mark),
    isWords: (row, column) => /\p{L}/u.test(text(row, column)) && readNumber(text(row, column), mark) === undefined,
    isOwnWords: (row, column) => /\p{L}/u.test(grid[row]?.[column] ?? ''),
    period: (heading) => {
      const known = periods.has(heading) ? periods.get(heading) : periodOf(heading);
      periods.set(heading, known);
      return known;
    },
  };
}

/** 2024 in a heading is a year. */
function isAmount(text: string, mark: DecimalMark): boolean {
  return readNumber(text, mark) !== undefined && !/^(?:19|20)\d\d$/.test(text.trim());
}

function headingsIn(view: View): readonly Block['heading'][] {
  const found: Block['heading'][] = [];
  let first: string | undefined;
  for (let row = 0; row < view.rows; row += 1) {
    // Rows of figures are most of a sheet, and reading a period takes longer.
    if (hasAmounts(view, row)) continue;
    const periods = view.columns.filter((column) => view.period(view.text(row, column)) !== undefined);
    if (new Set(periods.map((column) => view.text(row, column))).size < 2) continue;
    const named = firstWords(view, row, periods[0] ?? 0);
    // «建成年份 | 2010 | 2015» among the lines is a line.
    if (first !== undefined && named !== first && row > 0 && hasAmounts(view, row - 1)) continue;
    first ??= named;
    const top = isHeadingRow(view, row - 1) ? row - 1 : row;
    let bottom = row;
    while (bottom + 1 < view.rows && bottom - top + 1 < MOST_HEADING_ROWS && isHeadingRow(view, bottom + 1)) bottom += 1;
    found.push({ top, bottom });
    row = bottom;
  }
  return found;
}

function firstWords(view: View, row: number, before: number): string {
  return (
    view.columns
      .filter((column) => column < before)
      .map((column) => view.text(row, column).replace(/\s/g, ''))
      .find((text) => text !== '') ?? ''
  );
}

function hasAmounts(view: View, row: number): boolean {
  return view.columns.some((column) => view.isAmount(row, column));
}

/** Names columns: several words, no amounts, and no «单位：万元». */
function isHeadingRow(view: View, row: number): boolean {
  if (row < 0 || hasAmounts(view, row)) return false;
  if (new Set(view.columns.filter((column) => view.period(view.text(row, column)) !== undefined)).size >= 2) return true;
  const texts = view.columns.map((column) => view.text(row, column).trim()).filter((text) => text !== '');
  return new Set(texts).size >= 2 && texts.every((text) => !/[:：]/.test(text) && text.length <= 40) && texts.length >= 3;
}

interface Body {
  readonly top: number;
  readonly bottom: number;
}

function lanesOf(view: View, heading: Block['heading'], bottom: number): Block['lanes'] {
  const columns = periodColumns(view, heading);
  const body = { top: heading.bottom + 1, bottom };
  const isNaming = (column: number): boolean =>
    count(body, (row) => view.isWords(row, column)) > count(body, (row) => view.isAmount(row, column));
  const filled = columns.filter(({ column }) => count(body, (row) => view.isAmount(row, column)) > 0);
  const segments: PeriodColumn[][] = [];
  let before = -1;
  for (const each of filled) {
    const isCut = segments.length === 0 || view.columns.some((column) => column > before && column < each.column && isNaming(column));
    if (isCut) segments.push([each]);
    else segments.at(-1)?.push(each);
    before = each.column;
  }
  // 说明 beside each year is no lane of its own: then all columns are compared as one.
  const groups = segments.length > 1 && segments.every(({ length }) => length >= 2) ? segments : [filled];
  const lanes: Lane[] = [];
  let left = 0;
  for (const group of groups) {
    const pair = choosePair(group);
    if (!('current' in pair)) return pair;
    const firstPeriod = Math.min(...group.map(({ column }) => column));
    const labels = view.columns.filter((column) => column >= left && column < firstPeriod && isNaming(column));
    const names = nameColumn(view, body, labels, pair);
    if (names === undefined) return { 'zh-CN': '两期数字的左边没有项目名称', en: 'no names of lines stand to the left of its figures' };
    lanes.push({ pair, labels, names });
    left = Math.max(...group.map(({ column }) => column)) + 1;
  }
  const labelsOf = ({ pair }: Lane): string => `${pair.current.period.label}|${pair.prior.period.label}`;
  return new Set(lanes.map(labelsOf)).size === 1
    ? lanes
    : { 'zh-CN': '左右两栏比较的期间不同', en: 'its two sides compare different periods' };
}

/** A heading of several levels is read from the top; a level that repeats the one above, or names a unit, adds nothing. */
function periodColumns(view: View, { top, bottom }: Block['heading']): readonly PeriodColumn[] {
  return view.columns.flatMap((column) => {
    const levels: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const text = view.text(row, column).trim();
      if (text !== '' && text !== levels.at(-1) && (view.period(text) !== undefined || sheetUnit([text]).words === '')) levels.push(text);
    }
    const period = periodOf(levels.join(' '));
    return period === undefined ? [] : [{ column, period }];
  });
}

function count({ top, bottom }: Body, holds: (row: number) => boolean): number {
  let found = 0;
  for (let row = top; row <= bottom; row += 1) if (holds(row)) found += 1;
  return found;
}

/**
 * Names stand beside nearly every amount, 附注 and a category over several lines do not; a repeated category names none of them. Of two columns
 * that are alike in this the wordier is meant. Totals are told apart from both: 合计 often stands at the far left.
 */
function nameColumn(view: View, body: Body, labels: readonly number[], { current, prior }: Pair): number | undefined {
  const isTotal = (row: number): boolean => labels.some((column) => totalRank(view.text(row, column)) > 0);
  const told = (row: number): boolean => [current, prior].some(({ column }) => view.isAmount(row, column)) && !isTotal(row);
  const ranked = labels.map((column) => ({
    column,
    beside: count(body, (row) => told(row) && view.isOwnWords(row, column)),
    different: distinctIn(view, body, column),
    letters: lettersIn(view, body, column),
  }));
  return ranked.sort((a, b) => b.beside - a.beside || b.different - a.different || b.letters - a.letters)[0]?.column;
}

function distinctIn(view: View, { top, bottom }: Body, column: number): number {
  const texts = new Set<string>();
  for (let row = top; row <= bottom; row += 1) texts.add(view.text(row, column));
  return texts.size;
}

function lettersIn(view: View, body: Body, column: number): number {
  let letters = 0;
  for (let row = body.top; row <= body.bottom; row += 1) letters += (view.text(row, column).match(/\p{L}/gu) ?? []).length;
  return letters;
}

/** Titles (表名): where a sheet says which known table follows, and which cells belong to it, for tables stacked or side by side. */
import type { Area } from '../workbook/address.ts';
import { plain } from './labels.ts';
import { mergeAt, type SheetView, textAt } from './sheet-view.ts';
import type { Statement } from './statement.ts';

export interface TitleHit {
  readonly statement: Statement;
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

export interface TitledRegion extends TitleHit {
  readonly region: Area;
}

const LONGEST_TITLE = 80;
/** What may follow a title in its cell: 公开01表, (续表), 2023年度, 单位：万元. */
const AFTER = /^(?:\([^()]*\)|(?:GK|公开)?\d+表?|年度?|(?:金额)?单位[:：].*|(?:部门|编制单位|单位名称)[:：].*|续表?|汇总|合并|本级|[-.])/;
const NO_TITLE = /[。;；]|^(?:注|说明|备注|详见|见)[:：]?/;
/** How many rows of two tables may be apart and still stand side by side. */
const SAME_BAND = 3;

/** The statement a text names, the longest name winning: 一般公共预算财政拨款支出决算表 is not 支出决算表. */
export function titleOf(text: string, statements: readonly Statement[]): Statement | undefined {
  if (text.length > LONGEST_TITLE || !text.includes('表')) return undefined;
  const words = plain(text);
  if (NO_TITLE.test(words)) return undefined;
  let best: { readonly statement: Statement; readonly length: number } | undefined;
  for (const statement of statements) {
    for (const pattern of statement.titles) {
      const match = pattern.exec(words);
      if (match === null || !endsTitle(words.slice(match.index + match[0].length))) continue;
      if (best === undefined || match[0].length > best.length) best = { statement, length: match[0].length };
    }
  }
  return best?.statement;
}

function endsTitle(after: string): boolean {
  let rest = after;
  for (let part = AFTER.exec(rest); part !== null; part = AFTER.exec(rest)) rest = rest.slice(part[0].length);
  // Dots lead to a page number in a list of contents.
  return rest === '' && !/[.-]\d+$/.test(after);
}

/** Every cell of the sheet that reads like the title of a known table. Only text cells are looked at. */
export function findTitles(view: SheetView, statements: readonly Statement[]): readonly TitleHit[] {
  const hits: TitleHit[] = [];
  view.sheet.grid.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (typeof cell?.value !== 'string') return;
      const text = cell.value;
      // Cheap first: most cells of a large sheet are neither.
      if (!text.includes('表') || text.length > LONGEST_TITLE) return;
      const statement = titleOf(text, statements);
      if (statement !== undefined && textAt(view, row, column) !== '') hits.push({ statement, text: text.trim(), row, column });
    });
  });
  return hits;
}

/** The cells under each title, up to the next title below and to the empty column beside another table. */
export function regionsOf(view: SheetView, hits: readonly TitleHit[]): readonly TitledRegion[] {
  const lastRow = view.sheet.grid.length - 1;
  const lastColumn = Math.max(0, view.sheet.columnCount - 1);
  const spans: Span[] = [];
  hits.forEach((hit, index) => {
    const beside = neighbours(hits, index);
    let left = 0;
    let right = lastColumn;
    for (const other of beside) {
      const gap = emptyColumnBetween(view, hit, other);
      if (gap === undefined) continue;
      if (other.column < hit.column) left = Math.max(left, gap + 1);
      else right = Math.min(right, gap - 1);
    }
    if (beside.length === 0) {
      // A shorter column of tables beside a taller one keeps to its side while the gap goes on.
      const above = spanAbove(spans, hit.column);
      if (above !== undefined && gapGoesOn(view, hit.row, above.left - 1) && gapGoesOn(view, hit.row, above.right + 1)) {
        left = above.left;
        right = above.right;
      }
    }
    spans.push({ hit, left, right });
  });
  return spans.map(({ hit, left, right }, index) => {
    let next = index + 1;
    while (next < spans.length && !isBelow(spans[next], hit, left, right)) next++;
    const bottom = next === spans.length ? lastRow : (spans[next]?.hit.row ?? lastRow + 1) - 1;
    return { ...hit, region: { top: hit.row, left, bottom, right } };
  });
}

interface Span {
  readonly hit: TitleHit;
  readonly left: number;
  readonly right: number;
}

/** Titles at about the same height, in other columns. `hits` are in row order. */
function neighbours(hits: readonly TitleHit[], index: number): readonly TitleHit[] {
  const hit = hits[index];
  if (hit === undefined) return [];
  const found: TitleHit[] = [];
  for (const step of [-1, 1]) {
    for (let at = index + step; ; at += step) {
      const other = hits[at];
      if (other === undefined || Math.abs(other.row - hit.row) > SAME_BAND) break;
      if (other.column !== hit.column) found.push(other);
    }
  }
  return found;
}

function spanAbove(spans: readonly Span[], column: number): Span | undefined {
  for (let index = spans.length - 1; index >= 0; index--) {
    const span = spans[index];
    if (span !== undefined && span.left <= column && column <= span.right) return span;
  }
  return undefined;
}

function isBelow(span: Span | undefined, hit: TitleHit, left: number, right: number): boolean {
  return span !== undefined && span.hit.row > hit.row && span.left <= right && span.right >= left;
}

function emptyColumnBetween(view: SheetView, a: TitleHit, b: TitleHit): number | undefined {
  const [first, second] = a.column < b.column ? [a, b] : [b, a];
  const top = Math.min(a.row, b.row);
  const from = first.column + 1;
  const until = (mergeAt(view, second.row, second.column)?.left ?? second.column) - 1;
  for (let column = until; column >= from; column--) if (isEmptyColumn(view, column, top, top + 20)) return column;
  return undefined;
}

function gapGoesOn(view: SheetView, row: number, column: number): boolean {
  return column < 0 || column >= view.sheet.columnCount || isEmptyColumn(view, column, row, row + 20);
}

function isEmptyColumn(view: SheetView, column: number, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row++) {
    if (textAt(view, row, column).trim() !== '') return false;
    const area = mergeAt(view, row, column);
    if (area !== undefined && (area.left < column || area.right > column)) return false;
  }
  return true;
}

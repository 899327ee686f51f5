/** Formulas that read a cell somebody has just typed into (等待重新计算): the value stored in the file is stale, and nothing may be judged by it. */
import { parseArea } from '../../core/workbook/address.ts';
import { type Cell, type CellValue, isError, type Sheet, type Workbook } from '../../core/workbook/workbook.ts';

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What a waiting cell shows instead of a number; the engine reads it as an error value and leaves its relations unjudged. */
export const WAITING = '#待Excel重算';

type Area = NonNullable<ReturnType<typeof parseArea>>;

interface Formula extends Place {
  readonly reads: Reads;
}

/** The areas a formula names; `anything` when it reaches its cells by other ways (names, tables, INDIRECT, OFFSET). */
interface Reads {
  readonly anything: boolean;
  readonly areas: readonly { readonly sheet: string; readonly area: Area }[];
}

/** A cell as a key of maps and sets. */
export function placeKey({ sheet, row, column }: Place): string {
  return `${row},${column},${sheet}`;
}

export function isWaiting(value: CellValue): boolean {
  return isError(value) && value.error === WAITING;
}

export function countWaiting({ sheets }: Workbook): number {
  let count = 0;
  for (const { grid } of sheets) for (const row of grid) for (const cell of row ?? []) if (isWaiting(cell?.value ?? null)) count++;
  return count;
}

export function formulaPlaces(workbook: Workbook): readonly Place[] {
  return workbook.sheets.flatMap(({ name, grid }) =>
    grid.flatMap((cells, row) =>
      (cells ?? []).flatMap((cell, column) => (cell?.formula === undefined ? [] : [{ sheet: name, row, column }])),
    ),
  );
}

/** The formulas that read one of `changed`, directly or through others; a changed formula itself only when others lead to it. */
export function dependantsOf(workbook: Workbook, changed: readonly Place[]): readonly Place[] {
  const rest = new Set(workbook.sheets.flatMap(formulasOf));
  const found: Formula[] = [];
  let front = changed;
  while (front.length > 0 && rest.size > 0) {
    const index = new PlaceIndex(front);
    const next = [...rest].filter(({ reads }) => reads.anything || reads.areas.some(({ sheet, area }) => index.touches(sheet, area)));
    for (const formula of next) {
      rest.delete(formula);
      found.push(formula);
    }
    front = next;
  }
  return found;
}

/** Cells in order, so that an area is asked about without looking at each of them. */
class PlaceIndex {
  private readonly columns = new Map<string, Map<number, number[]>>();

  constructor(places: readonly Place[]) {
    for (const { sheet, row, column } of places) {
      const columns = mapAt(this.columns, sheet.toLowerCase(), () => new Map<number, number[]>());
      mapAt(columns, column, () => []).push(row);
    }
    for (const columns of this.columns.values()) for (const rows of columns.values()) rows.sort((a, b) => a - b);
  }

  touches(sheet: string, { top, bottom, left, right }: Area): boolean {
    for (const [column, rows] of this.columns.get(sheet.toLowerCase()) ?? []) {
      if (column < left || column > right) continue;
      const first = rows[firstFrom(rows, top)];
      if (first !== undefined && first <= bottom) return true;
    }
    return false;
  }
}

/** The index of the first of the sorted `rows` that is not above `top`. */
function firstFrom(rows: readonly number[], top: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? top) < top) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mapAt<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function formulasOf(sheet: Sheet): Formula[] {
  return sheet.grid.flatMap((cells, row) =>
    (cells ?? []).flatMap((cell, column) =>
      cell?.formula === undefined ? [] : [{ sheet: sheet.name, row, column, reads: readsOf(cell.formula, sheet.name) }],
    ),
  );
}

const REFERENCE =
  /(?:'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(.])/gu;
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

function readsOf(formula: string, own: string): Reads {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  const areas: Reads['areas'][number][] = [];
  const left = bare.replace(REFERENCE, (_whole, quoted: string | undefined, plain: string | undefined, address: string) => {
    areas.push({ sheet: quoted?.replaceAll("''", "'") ?? plain ?? own, area: areaOf(address) });
    return '0';
  });
  // Functions and truth values may stay; any other word, bracket or three-dimensional range reaches cells we do not see.
  const words = left.replace(/[\p{L}_][\p{L}\p{N}_.]*\s*\(/gu, '(').replace(/\b(?:TRUE|FALSE)\b/gi, '');
  const anything = /[\p{L}_[\]!:]/u.test(words.replace(/\d[eE][+-]?\d/g, '0')) || /\b(?:INDIRECT|OFFSET)\s*\(/i.test(bare);
  return { anything, areas };
}

function areaOf(address: string): Area {
  const area = parseArea(address);
  if (area !== undefined) return area;
  const [from = '', to = from] = address.replaceAll('$', '').split(':');
  if (/\d/.test(from)) {
    const [top, bottom] = [Number(from) - 1, Number(to) - 1];
    return { top: Math.min(top, bottom), bottom: Math.max(top, bottom), left: 0, right: LAST_COLUMN };
  }
  const columns = parseArea(`${from}1:${to}1`) ?? { left: 0, right: LAST_COLUMN };
  return { top: 0, bottom: LAST_ROW, left: columns.left, right: columns.right };
}

/** The workbook with results in place of what the file stores; a cell without one is shown as waiting. */
export function withResults(workbook: Workbook, results: readonly Result[]): Workbook {
  if (results.length === 0) return workbook;
  const bySheet = new Map<string, Result[]>();
  for (const result of results) mapAt(bySheet, result.sheet, () => []).push(result);
  return { ...workbook, sheets: workbook.sheets.map((sheet) => inSheet(sheet, bySheet.get(sheet.name) ?? [])) };
}

export interface Result extends Place {
  readonly value: CellValue | undefined;
}

function inSheet(sheet: Sheet, results: readonly Result[]): Sheet {
  if (results.length === 0) return sheet;
  const grid = sheet.grid.slice();
  const copied = new Set<number>();
  for (const { row, column, value } of results) {
    const cells = copied.has(row) ? (grid[row] as (Cell | undefined)[]) : (grid[row] ?? []).slice();
    copied.add(row);
    const before = cells[column];
    if (before !== undefined) cells[column] = { ...before, value: value === undefined ? { error: WAITING } : value, text: undefined };
    grid[row] = cells;
  }
  return { ...sheet, grid };
}

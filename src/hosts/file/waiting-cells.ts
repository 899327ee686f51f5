/** Formulas that read a cell somebody has just typed into (等待重新计算): the value stored in the file is stale, and nothing may be judged by it. */
import { parseArea } from '../../core/workbook/address.ts';
import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook.ts';

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What a waiting cell shows instead of a number; the engine reads it as an error value and leaves its relations unjudged. */
export const WAITING = '#待Excel重算';

interface Formula extends Place {
  readonly reads: Reads;
}

/** The areas a formula names; `anything` when it reaches its cells by other ways (names, tables, INDIRECT, OFFSET). */
interface Reads {
  readonly anything: boolean;
  readonly areas: readonly { readonly sheet: string; readonly area: NonNullable<ReturnType<typeof parseArea>> }[];
}

/**
 * The workbook with every formula that depends on one of the `typed` cells, directly or not, shown as waiting; not on sheets of ours whose
 * formulas were written, with their results, after the typing.
 */
export function withWaitingCells(
  workbook: Workbook,
  typed: readonly Place[],
  isCurrent: (sheet: Sheet) => boolean = () => false,
): Workbook {
  if (typed.length === 0) return workbook;
  const current = new Set(workbook.sheets.filter(isCurrent).map(({ name }) => name));
  const waiting = waitingCells(workbook, typed).filter(({ sheet }) => !current.has(sheet));
  if (waiting.length === 0) return workbook;
  return { ...workbook, sheets: workbook.sheets.map((sheet) => withWaiting(sheet, waiting)) };
}

function waitingCells(workbook: Workbook, typed: readonly Place[]): readonly Place[] {
  const rest = new Set(workbook.sheets.flatMap(formulasOf));
  const found: Formula[] = [];
  let changed: readonly Place[] = typed;
  while (changed.length > 0 && rest.size > 0) {
    const next = [...rest].filter(({ reads }) => reads.anything || changed.some((place) => readsPlace(reads, place)));
    for (const formula of next) rest.delete(formula);
    found.push(...next);
    changed = next;
  }
  return found;
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

function areaOf(address: string): NonNullable<ReturnType<typeof parseArea>> {
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

function readsPlace(reads: Reads, place: Place): boolean {
  return reads.areas.some(
    ({ sheet, area }) =>
      sheet.toLowerCase() === place.sheet.toLowerCase() &&
      area.top <= place.row &&
      place.row <= area.bottom &&
      area.left <= place.column &&
      place.column <= area.right,
  );
}

function withWaiting(sheet: Sheet, waiting: readonly Place[]): Sheet {
  const own = waiting.filter((place) => place.sheet === sheet.name);
  if (own.length === 0) return sheet;
  const grid = sheet.grid.slice();
  for (const { row, column } of own) {
    const cells = (grid[row] ?? []).slice();
    const before = cells[column];
    if (before !== undefined) cells[column] = { ...before, value: { error: WAITING }, text: undefined } satisfies Cell;
    grid[row] = cells;
  }
  return { ...sheet, grid };
}

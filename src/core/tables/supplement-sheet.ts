/** The sheet 补充资料 as it stands (章节 | 事项 | 内容 | 单位 | 说明 | 标识 | 上年内容 | 用于): found by the names of its columns, line by line, whatever people did to it. */
import { decimalFromDouble } from '../number/decimal.ts';
import { type Cell, cellAt, isError, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { checksum } from './checksum.ts';
import { placeKey } from './facts.ts';

/** The sheet's name; also the `table` of every figure typed into it. */
export const SUPPLEMENT = '补充资料';
/** The tag of the sheet when we wrote it. */
export const SUPPLEMENT_TAG = 'supplement';

export type SupplementColumn = 'section' | 'item' | 'content' | 'unit' | 'note' | 'key' | 'previous' | 'places';
type Layout = Readonly<Partial<Record<SupplementColumn, number>>>;

/** In the order in which we write them. The 标识 stands inside, so that who sorts from the first column to the last sorts it too. */
export const SUPPLEMENT_COLUMNS: readonly SupplementColumn[] = ['section', 'item', 'content', 'unit', 'note', 'key', 'previous', 'places'];

const COLUMN_NAMES: Readonly<Record<SupplementColumn, readonly string[]>> = {
  section: ['章节', '部分', 'section'],
  item: ['事项', '项目', 'item'],
  content: ['内容', '填写内容', 'content'],
  unit: ['单位', '计量单位', 'unit'],
  note: ['说明', '备注', 'note'],
  key: ['标识', 'key'],
  previous: ['上年内容', '上年', 'lastyear', 'lastyear’s'],
  places: ['用于', 'usedin'],
};
const COLUMN_OF_NAME: ReadonlyMap<string, SupplementColumn> = new Map(
  SUPPLEMENT_COLUMNS.flatMap((column) => COLUMN_NAMES[column].map((name) => [name, column] as const)),
);

export interface SupplementLine {
  readonly row: number;
  /** The column of 内容. */
  readonly column: number;
  readonly section: string;
  readonly item: string;
  readonly unit: string;
  readonly note: string;
  /** As an ask names it, with its year; '' where the 标识 is gone. */
  readonly key: string;
  /** Whose line it is; '' where nothing says so. */
  readonly department: string;
  readonly content: Cell | undefined;
  /** 内容 as text, trimmed. */
  readonly text: string;
  readonly previous: Cell | undefined;
  readonly previousColumn: number;
}

export interface SupplementSheet {
  readonly sheet: Sheet;
  /** Printed above the columns; ''. */
  readonly department: string;
  /** The row of the names of the columns; undefined where it is gone and the places of the columns were taken for granted. */
  readonly headRow: number | undefined;
  readonly hasKeys: boolean;
  readonly lines: readonly SupplementLine[];
}

/** With the spaces that people put between two characters. */
const LONGEST_COLUMN_NAME = 24;
const DEPARTMENT = /^(?:部门|单位名称|编制单位|department)\s*[:：]\s*(\S.*)$/i;
const KEY = /^(?:([0-9a-z]{7}):)?(?:〔([^〕]*)〕)?(.*)$/su;
const LOOKS_LIKE_KEY = /^(?:[0-9a-z]{7}:)?(?:〔[^〕]*〕)?(?:\d{4}\/)?[^/\s]+\/\S/u;

/** Whether the sheet is (or was, before someone renamed it) our 补充资料. */
export function isSupplementSheet(sheet: Sheet): boolean {
  return supplementIn(sheet) !== undefined;
}

/** Ours by its tag or name, but nothing in it tells which column is which. */
export function isUnreadableSupplement(sheet: Sheet): boolean {
  return isOurs(sheet) && !isSupplementSheet(sheet) && sheet.grid.some((row) => row?.some((cell) => textOf(cell) !== '') === true);
}

export function supplementSheets({ sheets }: Workbook): readonly SupplementSheet[] {
  return sheets.flatMap((sheet) => supplementIn(sheet) ?? []);
}

/** A sheet never changes, and every step asks again whether it is one of these. */
const knownSheets = new WeakMap<Sheet, { readonly supplement: SupplementSheet | undefined }>();

function supplementIn(sheet: Sheet): SupplementSheet | undefined {
  const known = knownSheets.get(sheet);
  if (known !== undefined) return known.supplement;
  const supplement = readSupplement(sheet);
  knownSheets.set(sheet, { supplement });
  return supplement;
}

function readSupplement(sheet: Sheet): SupplementSheet | undefined {
  const found = layoutOf(sheet);
  if (found === undefined) return undefined;
  const { headRow, layout } = found;
  const department = headRow === undefined ? '' : departmentAbove(sheet, headRow);
  const lines = linesOf(sheet, headRow ?? -1, layout, department);
  return { sheet, department, headRow, hasKeys: layout.key !== undefined, lines };
}

/** What goes before the key into the cell 标识: a check of the line's own words, and the department where it is not the sheet's. */
export function writtenKey(key: string, section: string, item: string): string {
  return key === '' ? '' : `${placeCheck(section, item)}:${key}`;
}

/** The text of a cell as people see it, trimmed. */
export function textOf(cell: Cell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'number') return cell?.text?.trim() || decimalFromDouble(value).toString();
  return String(value).replace(/\r\n?/g, '\n').trim();
}

function isOurs({ tag, name }: Sheet): boolean {
  return tag === SUPPLEMENT_TAG || name.startsWith(SUPPLEMENT);
}

function layoutOf(sheet: Sheet): { readonly headRow: number | undefined; readonly layout: Layout } | undefined {
  return namedLayout(sheet) ?? (sheet.tag === SUPPLEMENT_TAG ? keptLayout(sheet) : undefined);
}

// The row that names the columns: 内容 and at least 事项 or 标识. Outside our own sheet's name the whole set is asked for.
function namedLayout(sheet: Sheet): { readonly headRow: number; readonly layout: Layout } | undefined {
  for (let row = 0; row < Math.min(sheet.grid.length, 40); row += 1) {
    const layout: Partial<Record<SupplementColumn, number>> = {};
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const value = cellAt(sheet, row, column)?.value;
      if (typeof value !== 'string' || value.length > LONGEST_COLUMN_NAME) continue;
      const name = value.replace(/[\s\u3000]/g, '').toLowerCase();
      const named = COLUMN_OF_NAME.get(name);
      if (named !== undefined) layout[named] ??= column;
    }
    const { content, item, key } = layout;
    const enough =
      content !== undefined && (isOurs(sheet) ? item !== undefined || key !== undefined : item !== undefined && key !== undefined);
    if (enough) return { headRow: row, layout };
  }
  return undefined;
}

// The row of names is gone: the columns still stand where we wrote them when the 标识 do.
function keptLayout(sheet: Sheet): { readonly headRow: undefined; readonly layout: Layout } | undefined {
  const column = SUPPLEMENT_COLUMNS.indexOf('key');
  const keys = [...sheet.grid.keys()].filter((row) => LOOKS_LIKE_KEY.test(textOf(cellAt(sheet, row, column))));
  const layout = Object.fromEntries(SUPPLEMENT_COLUMNS.map((name, at) => [name, at] as const));
  return keys.length >= 2 ? { headRow: undefined, layout } : undefined;
}

function departmentAbove(sheet: Sheet, headRow: number): string {
  for (let row = 0; row < headRow; row += 1)
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const found = DEPARTMENT.exec(textOf(cellAt(sheet, row, column)));
      if (found?.[1] !== undefined) return found[1].trim();
    }
  return '';
}

function linesOf(sheet: Sheet, headRow: number, layout: Layout, department: string): readonly SupplementLine[] {
  let section = '';
  const lines: (SupplementLine & { readonly check: string })[] = [];
  for (let row = headRow + 1; row < sheet.grid.length; row += 1) {
    const cell = (column: SupplementColumn): Cell | undefined => {
      const index = layout[column];
      return index === undefined ? undefined : cellAt(sheet, row, index);
    };
    // A merged or blank 章节 repeats the one above.
    section = textOf(cell('section')) === '' ? section : textOf(cell('section'));
    const [, check = '', owner, key = ''] = KEY.exec(textOf(cell('key')).replace(/\s/g, '')) ?? [];
    lines.push({
      row,
      column: layout.content ?? 0,
      section,
      item: textOf(cell('item')),
      unit: textOf(cell('unit')),
      note: textOf(cell('note')),
      key,
      check,
      department: owner ?? department,
      content: cell('content'),
      text: textOf(cell('content')),
      previous: cell('previous'),
      previousColumn: layout.previous ?? 0,
    });
  }
  return reunited(lines);
}

// Who sorts only the columns he sees leaves the hidden 标识 behind. What stands in the line to be seen is what he meant: a line whose
// words are those of another line's 标识 takes that one.
function reunited(lines: readonly (SupplementLine & { readonly check: string })[]): readonly SupplementLine[] {
  const byCheck = new Map<string, (SupplementLine & { readonly check: string })[]>();
  for (const line of lines) if (line.check !== '') byCheck.set(line.check, [...(byCheck.get(line.check) ?? []), line]);
  return lines.map((line) => {
    const own = placeCheck(line.section, line.item);
    if (line.check === '' || line.check === own) return line;
    const [meant, another] = byCheck.get(own) ?? [];
    return meant === undefined || another !== undefined ? line : { ...line, key: meant.key, department: meant.department };
  });
}

function placeCheck(section: string, item: string): string {
  return checksum(placeKey(section, item));
}

/** Reads the sheet 说明措辞 (章节 | 段落 | 标准措辞 | 改用措辞 | 提示 | 标识): the paragraphs people have reworded and the conventions they have chosen. */
import type { LocalText } from '../locale.ts';
import { type Cell, cellAt, isError, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { CONVENTION_CHOICES, type ConventionName, isConvention } from './conventions.ts';
import type { OwnTexts } from './own-wording.ts';
import type { Conventions } from './profile.ts';

export const WORDING_SHEET = '说明措辞';
export const WORDING_TAG = 'wording';
export const WORDING_COLUMNS = ['章节', '段落', '标准措辞', '改用措辞', '提示', '标识'] as const;

type ColumnName = (typeof WORDING_COLUMNS)[number];

/** One line of the sheet as it stands. */
export interface WordingLine {
  readonly key: string;
  readonly section: string;
  readonly paragraph: string;
  readonly standard: string;
  readonly own: string;
}

export interface BookWording {
  /** By key, in the order of the sheet. */
  readonly lines: ReadonlyMap<string, WordingLine>;
  readonly own: OwnTexts;
  readonly conventions: Partial<Conventions>;
  /** Chosen conventions that could not be understood, by key. */
  readonly misread: ReadonlyMap<string, LocalText>;
  /** Rows of people's own below the head, cell by cell. */
  readonly notes: readonly (readonly (Cell | undefined)[])[];
  /** Our sheet, written by us before. */
  readonly sheet: Sheet | undefined;
}

const SEARCHED_ROWS = 20;

/** The sheet that bears our tag goes before one that only has the name. */
export function readWording(workbook: Workbook): BookWording {
  const sheets = [...workbook.sheets.filter(({ tag }) => tag === WORDING_TAG), ...workbook.sheets.filter(isNamedSo)];
  const lines = new Map<string, WordingLine>();
  const notes: (readonly (Cell | undefined)[])[] = [];
  for (const sheet of sheets) {
    const head = findHead(sheet);
    if (head !== undefined) readLines(sheet, head, lines, sheet.tag === WORDING_TAG ? notes : []);
  }
  const own = new Map([...lines].flatMap(([key, line]) => (line.own === '' ? [] : [[key, line.own] as const])));
  return { lines, own, notes, sheet: sheets.find(({ tag }) => tag === WORDING_TAG), ...readConventions(own) };
}

/** The same with other texts for some keys; an empty one brings the standard back. */
export function changeWording(wording: BookWording, changes: Readonly<Record<string, string>>): BookWording {
  const lines = new Map(wording.lines);
  const own = new Map(wording.own);
  for (const [key, text] of Object.entries(changes)) {
    const line = lines.get(key) ?? { key, section: '', paragraph: '', standard: '', own: '' };
    lines.set(key, { ...line, own: text });
    if (text.trim() === '') own.delete(key);
    else own.set(key, text);
  }
  return { ...wording, lines, own, ...readConventions(own) };
}

function isNamedSo({ name, tag }: Sheet): boolean {
  return tag === undefined && name.startsWith(WORDING_SHEET);
}

type Layout = Readonly<Partial<Record<ColumnName, number>>>;

function findHead(sheet: Sheet): { readonly row: number; readonly layout: Layout } | undefined {
  for (let row = 0; row < Math.min(sheet.grid.length, SEARCHED_ROWS); row += 1) {
    const layout: Partial<Record<ColumnName, number>> = {};
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const text = textOf(cellAt(sheet, row, column)).replace(/\s/g, '');
      const name = WORDING_COLUMNS.find((one) => one === text);
      if (name !== undefined) layout[name] ??= column;
    }
    if (layout.改用措辞 !== undefined && layout.标识 !== undefined) return { row, layout };
  }
  return undefined;
}

function readLines(
  sheet: Sheet,
  { row: head, layout }: { readonly row: number; readonly layout: Layout },
  lines: Map<string, WordingLine>,
  notes: (readonly (Cell | undefined)[])[],
): void {
  for (let row = head + 1; row < sheet.grid.length; row += 1) {
    const at = (name: ColumnName): string => {
      const column = layout[name];
      return column === undefined ? '' : textOf(cellAt(sheet, row, column));
    };
    const key = at('标识').trim();
    if (key === '') {
      const cells = sheet.grid[row] ?? [];
      if (cells.some((cell) => textOf(cell) !== '')) notes.push(cells);
    } else if (!lines.has(key)) {
      lines.set(key, { key, section: at('章节'), paragraph: at('段落'), standard: at('标准措辞'), own: at('改用措辞').trim() });
    }
  }
}

function readConventions(own: OwnTexts): Pick<BookWording, 'conventions' | 'misread'> {
  const conventions: { -readonly [Name in ConventionName]?: Conventions[Name] } = {};
  const misread = new Map<string, LocalText>();
  for (const [key, text] of own) {
    if (!isConvention(key)) continue;
    const { choices, choose } = CONVENTION_CHOICES[key];
    // Typed into a cell, 100% becomes the number 1.
    const typed = /^(?:1|100|100\s*[%％])$/.test(text.trim()) ? '100%' : text.trim();
    const chosen = choices.find((choice) => choice === typed);
    if (chosen !== undefined) Object.assign(conventions, choose(chosen));
    else {
      const list = choices.map((choice) => `“${choice}”`);
      misread.set(key, { 'zh-CN': `请填${list.join('或')}，现按标准`, en: `put ${list.join(' or ')}; the standard is used` });
    }
  }
  return { conventions, misread };
}

function textOf(cell: Cell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return '';
  return isError(value) ? value.error : String(value).replace(/\r\n?/g, '\n');
}

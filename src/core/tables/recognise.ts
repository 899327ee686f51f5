/** Finds the known tables of a workbook (识别报表) by their titles and headings, and groups them by department and year. */
import type { Area } from '../workbook/address.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { buildTable } from './build-table.ts';
import { readCodedLanes } from './coded-lanes.ts';
import { readCodedList } from './coded-list.ts';
import { readForm } from './form.ts';
import { groupTables } from './group-tables.ts';
import { type HeadLines, readHeadLines, unitIn, yearIn } from './head-lines.ts';
import { labelOf, plain } from './labels.ts';
import { readSubjects } from './subjects.ts';
import { filledCells, type SheetView, viewOf } from './sheet-view.ts';
import type { Statement } from './statement.ts';
import type { Table } from './table.ts';
import type { RecognisedWorkbook, UnrecognisedSheet } from './table-set.ts';
import type { TableReading, TableSource } from './table-reading.ts';
import { findTitles, regionsOf, titleOf } from './titles.ts';
import { readTwoLanes } from './two-lanes.ts';

export { withPrior } from './prior-accounts.ts';

export interface RecogniseOptions {
  readonly book?: 'current' | 'prior';
}

/** Sheets that we write ourselves. */
const OWN_SHEETS = /^(?:勾稽检查|决算公开说明|补充资料)(?:\s*\(\d+\))?$/;
const TITLELESS_ROWS = 200;

export function recognise(workbook: Workbook, statements: readonly Statement[], options: RecogniseOptions = {}): RecognisedWorkbook {
  const book = options.book ?? 'current';
  const tables: Table[] = [];
  const unrecognised: UnrecognisedSheet[] = [];
  for (const sheet of workbook.sheets) {
    const own = sheet.tag !== undefined || OWN_SHEETS.test(sheet.name.trim());
    const found = own ? [] : tablesIn(sheet, statements, book, workbook.name);
    tables.push(...found);
    if (found.length === 0) unrecognised.push({ sheet: sheet.name, reason: own ? 'own-sheet' : reasonFor(sheet) });
  }
  return { sets: groupTables(tables, statements), unrecognised };
}

function reasonFor(sheet: Sheet): UnrecognisedSheet['reason'] {
  if (!sheet.grid.some((row) => row?.some((cell) => cell !== undefined && cell.value !== null && cell.value !== ''))) return 'empty';
  return sheet.visibility === 'visible' ? 'no-known-table' : 'hidden';
}

function tablesIn(sheet: Sheet, statements: readonly Statement[], book: 'current' | 'prior', workbookName: string): readonly Table[] {
  const view = viewOf(sheet);
  const tables: Table[] = [];
  let before: { readonly table: Table; readonly region: Area; readonly headTop: number } | undefined;
  const titled = regionsOf(view, findTitles(view, statements));
  for (const [index, { statement, region, text }] of titled.entries()) {
    for (const part of partsOf(view, region, statement)) {
      // 部门 and 单位 may be printed above the first title of a sheet.
      const headTop = index === 0 && part.top === region.top ? Math.max(0, region.top - 3) : part.top;
      const table = readTable({ view, book, region: part }, statement, text, headTop, workbookName);
      if (table === undefined) continue;
      if (
        before !== undefined &&
        isContinued(before.table, table) &&
        before.region.left === part.left &&
        before.region.right === part.right
      ) {
        const whole = { ...before.region, bottom: part.bottom };
        const joined = readTable({ view, book, region: whole }, statement, before.table.title, before.headTop, workbookName);
        if (joined !== undefined) {
          tables[tables.length - 1] = joined;
          before = { ...before, table: joined, region: whole };
          continue;
        }
      }
      tables.push(table);
      before = { table, region: part, headTop };
    }
  }
  if (tables.length > 0) return tables;
  const untitled = untitledTable(view, statements, book, workbookName);
  return untitled === undefined ? [] : [untitled];
}

/** A long list printed on several pages, its title on each: other codes, and one 合计 in all. */
function isContinued(first: Table, second: Table): boolean {
  if (first.statement !== second.statement || !second.rows.some((row) => row.code !== undefined)) return false;
  if (second.department !== '' && second.department !== first.department) return false;
  if (second.year !== undefined && second.year !== first.year) return false;
  const keys = new Set(first.rows.map((row) => row.key));
  return (
    first.rows.every((row) => row.key !== 'total' || row === first.rows[0]) &&
    keys.has('total') &&
    !second.rows.some((row) => keys.has(row.key))
  );
}

/** Forms that follow each other under one title are told apart by the field that begins each. */
function partsOf(view: SheetView, region: Area, { layout }: Statement): readonly Area[] {
  if (layout.kind !== 'form' || layout.begins === undefined) return [region];
  const begins = labelOf(layout.begins);
  const starts: number[] = [];
  for (let row = region.top; row <= region.bottom; row++) {
    const first = filledCells(view, row, region.left, region.right)[0];
    if (first !== undefined && labelOf(first.text.split(/[:：]/)[0] ?? '') === begins) starts.push(row);
  }
  if (starts.length < 2) return [region];
  return starts.map((start, index) => ({
    ...region,
    top: index === 0 ? region.top : start,
    bottom: (starts[index + 1] ?? region.bottom + 1) - 1,
  }));
}

function readLayout(source: TableSource, { layout }: Statement, year: number | undefined): TableReading | undefined {
  switch (layout.kind) {
    case 'coded-list':
      return readCodedList(source, layout);
    case 'two-lanes':
      return readTwoLanes(source, layout);
    case 'coded-lanes':
      return readCodedLanes(source, layout);
    case 'subjects':
      return readSubjects(source, layout, year);
    case 'form':
      return readForm(source, layout);
  }
}

function readTable(source: TableSource, statement: Statement, title: string, headTop: number, workbookName: string): Table | undefined {
  const { view, region } = source;
  // A heading such as 2022年度决算数 does not say whose year the table is.
  const early = yearIn([title, ...headTexts(view, region).filter((text) => !/[预决]算数/.test(plain(text))), view.sheet.name]);
  const reading = readLayout(source, statement, early);
  if (reading === undefined) return undefined;
  // A form has its head lines inside itself.
  const headBottom = statement.layout.kind === 'form' ? region.top + 3 : reading.headerTop - 1;
  const lines = readHeadLines(view, headTop, headBottom, region.left, region.right);
  return buildTable(source, statement, reading, { title, ...headOf(lines, title, view, workbookName, statement) });
}

function headTexts(view: SheetView, { top, left, right }: Area): readonly string[] {
  return [top, top + 1, top + 2, top + 3]
    .flatMap((row) => filledCells(view, row, left, right).map((cell) => cell.text))
    .filter((text) => text.length < 60);
}

function headOf(lines: HeadLines, title: string, view: SheetView, workbookName: string, statement: Statement): HeadLines {
  return {
    department: statement.layout.kind === 'form' ? '' : lines.department || departmentInTitle(title, statement),
    year: yearIn([title]) ?? lines.year ?? yearIn([view.sheet.name]) ?? yearIn([workbookName]),
    unit: lines.unit ?? unitIn(title),
  };
}

const BODY = /(?:局|委|办公室|办|院|校|学校|厅|会|中心|站|所|队|馆|政府|团|社|园|学|公司)$/;

/** «昌吉州人民政府办公室2023年度收入支出决算总表»: what stands before the table's own name and is no year, when it is the name of a body. */
function departmentInTitle(title: string, { titles }: Statement): string {
  const words = title.replace(/[\s“”"《》]/g, '');
  const at = Math.min(...titles.map((pattern) => pattern.exec(words)?.index ?? Infinity));
  if (!Number.isFinite(at)) return '';
  const before = words
    .slice(0, at)
    .replace(/^(?:附件|附表|表|公开)?[\d一二三四五六七八九十]*表?[:：.、]/, '')
    .replace(/20\d{2}年度?/g, '')
    .replace(/部门$/, '');
  return before.length >= 3 && BODY.test(before) && !/[:：、，]/.test(before) ? before : '';
}

/** A sheet without a title (a csv of one table): the statement whose headings fit wholly, or the one its name or number says among those that fit. */
function untitledTable(
  view: SheetView,
  statements: readonly Statement[],
  book: 'current' | 'prior',
  workbookName: string,
): Table | undefined {
  const { sheet } = view;
  const top = sheet.grid.findIndex((row) => row?.some((cell) => cell !== undefined && cell.value !== null));
  if (top === -1) return undefined;
  const region: Area = { top, left: 0, bottom: sheet.grid.length - 1, right: Math.max(0, sheet.columnCount - 1) };
  const source: TableSource = { view, book, region };
  const probe: TableSource = { ...source, region: { ...region, bottom: Math.min(region.bottom, top + TITLELESS_ROWS) } };
  const fitting = statements.flatMap((statement) => {
    const reading = readLayout(probe, statement, undefined);
    const missing = reading?.notices.some((notice) => notice.kind === 'missing-column' || notice.kind === 'missing-row') ?? true;
    return reading === undefined || missing || reading.unknown > 0 || reading.rows.length === 0
      ? []
      : [{ statement, matched: reading.matched, reading }];
  });
  const hinted = fitting.filter(({ statement }) => isHinted(view, statement, statements, region));
  const best = Math.max(...fitting.map(({ matched }) => matched));
  // Under a title of its own it is another table, whatever its headings.
  const unhinted = hasOtherTitle(view, region) ? [] : fitting.filter(({ matched }) => matched === best);
  const candidates = hinted.length > 0 ? hinted : unhinted;
  const [only, other] = candidates;
  if (only === undefined || other !== undefined) return undefined;
  return readTable(source, only.statement, '', top, workbookName);
}

function hasOtherTitle(view: SheetView, region: Area): boolean {
  return headTexts(view, region)
    .map((text) => plain(text).replace(/\([^()]*\)$/, ''))
    .some((text) => text.endsWith('表') && !/^(?:GK|公开|附|附件|表)?[\d一二三四五六七八九十]*表$/i.test(text));
}

/** The sheet's name is the title, or it or a cell above the headings gives the number: GK05, 公开05表, 附表5. */
function isHinted({ sheet, ...view }: SheetView, statement: Statement, statements: readonly Statement[], region: Area): boolean {
  const named = titleOf(sheet.name.includes('表') ? sheet.name : `${sheet.name}表`, statements);
  if (named !== undefined) return named === statement;
  const number = Number(/\d+/.exec(statement.number)?.[0] ?? NaN);
  const texts = [sheet.name, ...headTexts({ sheet, ...view }, region)].map(plain);
  return texts.some((text) => {
    const match = /^(?:GK|公开|附表?|附件|表)?0?(\d{1,2})表?$/i.exec(text) ?? /(?:GK|公开)0?(\d{1,2})/i.exec(text);
    return match?.[1] !== undefined && Number(match[1]) === number;
  });
}

/** The workbook part (工作簿部件): which sheets there are, in which order, and the names defined in it. */
import type { OpcPackage, Relationship } from './opc-package.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';
import { CLOSE, EMPTY, XmlScanner } from './xml.ts';

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** The part it leads to; absent when the relationship is missing. */
  readonly part: string | undefined;
  /** False for chart, dialog and macro sheets. */
  readonly isWorksheet: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** The index of the sheet it belongs to, counted over all tabs. */
  readonly localSheetId: number | undefined;
  readonly refersTo: string;
}

export interface WorkbookPart {
  readonly part: string;
  readonly xml: string;
  readonly date1904: boolean;
  /** Every tab in order, chart sheets too: `localSheetId` and `activeTab` count them all. */
  readonly sheets: readonly SheetEntry[];
  readonly definedNames: readonly DefinedName[];
  readonly relationships: readonly Relationship[];
}

/** Finds the workbook part, or says which other kind of file this is. */
export function findWorkbookPart(book: OpcPackage): string {
  const target = book.has('_rels/.rels') ? book.relationships('').find(({ type }) => type === 'officeDocument')?.target : undefined;
  if (target === undefined) {
    if (book.has('xl/workbook.xml')) throw new UnusableWorkbook('missing-part', '_rels/.rels');
    if (book.has('mimetype') && book.text('mimetype').includes('opendocument.spreadsheet')) throw new UnusableWorkbook('open-document');
    throw new UnusableWorkbook('not-a-workbook');
  }
  if (/\.bin$/i.test(target)) throw new UnusableWorkbook('binary-workbook');
  if (/^word\//i.test(target)) throw new UnusableWorkbook('word-document');
  if (/^ppt\//i.test(target)) throw new UnusableWorkbook('presentation');
  if (!book.has(target)) throw new UnusableWorkbook('missing-part', target);
  return target;
}

export function readWorkbookPart(book: OpcPackage, part = findWorkbookPart(book)): WorkbookPart {
  const relationships = book.relationships(part);
  return { ...parseWorkbookPart(book.text(part), part, relationships), relationships };
}

export function parseWorkbookPart(xml: string, part: string, relationships: readonly Relationship[]): Omit<WorkbookPart, 'relationships'> {
  const scanner = new XmlScanner(xml, part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetEntry[] = [];
  const definedNames: DefinedName[] = [];
  let date1904 = false;
  let isWorkbook = false;
  while (scanner.next()) {
    if (scanner.kind === CLOSE) continue;
    if (scanner.depth === 0) isWorkbook = scanner.is('workbook');
    else if (scanner.depth === 1 && scanner.is('workbookPr')) date1904 = scanner.flag('date1904');
    else if (scanner.depth === 2 && scanner.is('sheet')) sheets.push(readSheetEntry(scanner, byId));
    else if (scanner.depth === 2 && scanner.is('definedName')) definedNames.push(readDefinedName(scanner));
  }
  if (!isWorkbook) throw new UnusableWorkbook('not-a-workbook');
  return { part, xml, date1904, sheets, definedNames };
}

function readSheetEntry(scanner: XmlScanner, byId: ReadonlyMap<string, Relationship>): SheetEntry {
  const state = scanner.attribute('state');
  const relationshipId = scanner.attribute('id') ?? '';
  const relationship = byId.get(relationshipId);
  return {
    name: scanner.attribute('name') ?? '',
    sheetId: scanner.integer('sheetId') ?? 0,
    relationshipId,
    visibility: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible',
    part: relationship?.target,
    isWorksheet: relationship === undefined || relationship.type === 'worksheet',
  };
}

/** At the opening tag; stops at the closing one. */
function readDefinedName(scanner: XmlScanner): DefinedName {
  const name = scanner.attribute('name') ?? '';
  const localSheetId = scanner.integer('localSheetId');
  let refersTo = '';
  if (scanner.kind !== EMPTY) {
    scanner.skipElement();
    refersTo = scanner.text();
  }
  return { name, localSheetId, refersTo };
}

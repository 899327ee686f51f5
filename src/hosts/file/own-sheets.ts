/** Our own sheets inside a package (自有工作表): added, rewritten where they stand, and removed without a trace in the sheets of others. */
import type { SheetContent } from '../../core/edits/sheet-content.ts';
import { columnName, quoteSheetName } from '../../core/workbook/address.ts';
import { tagFromName, tagName } from '../../core/workbook/sheet-tag.ts';
import { removeFromCalcChain } from './calc-chain.ts';
import type { EditedPackage } from './edited-package.ts';
import { isStrict, relationshipNamespace } from './namespaces.ts';
import { ownSheetXml } from './own-sheet-xml.ts';
import { tagsByTab } from './read-xlsx.ts';
import { freeSheetName } from '../../core/workbook/sheet-names.ts';
import { StyleBook } from './style-book.ts';
import { stylesPart } from './styles-part.ts';
import { parseWorkbookPart, type SheetEntry } from './workbook-part.ts';
import { placeForChild } from './worksheet-order.ts';
import { splice, type Splice } from './splice.ts';
import { CLOSE, EMPTY, XmlScanner } from './xml.ts';
import { escapeXml } from './xml-text.ts';

const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

export interface WriteOptions {
  /** False for ordinary sheets, which are nobody's to find again. */
  readonly tagged: boolean;
}

export function writeOwnSheet(
  book: EditedPackage,
  workbook: string,
  content: SheetContent,
  { tagged }: WriteOptions = { tagged: true },
): void {
  const xml = book.text(workbook);
  const stylesAt = stylesPart(book, workbook);
  const styles = new StyleBook(book.text(stylesAt), stylesAt);
  const sheetXml = ownSheetXml(content, styles, isStrict(xml));
  book.set(stylesAt, styles.toXml());
  const existing = tagged ? findOwnSheet(book, workbook, content) : undefined;
  if (existing?.part === undefined) {
    addSheet(book, workbook, content, sheetXml, tagged);
    return;
  }
  book.set(existing.part, sheetXml);
  book.removeDependants(existing.part);
  removeFromCalcChain(book, workbook, existing.sheetId);
}

/** Whether there was a sheet to remove. */
export function removeOwnSheet(book: EditedPackage, workbook: string, tag: string): boolean {
  const { sheets } = parse(book, workbook);
  const tab = tabWithTag(book, workbook, tag);
  const sheet = sheets[tab];
  // A workbook must keep one sheet that can be seen.
  if (sheet?.part === undefined || !sheets.some((other, index) => index !== tab && other.visibility === 'visible')) return false;
  book.set(workbook, withoutTab(book.text(workbook), workbook, tab));
  book.removeRelationship(workbook, sheet.relationshipId);
  book.removeDependants(sheet.part);
  book.remove(sheet.part);
  removeFromCalcChain(book, workbook, sheet.sheetId);
  return true;
}

function parse(book: EditedPackage, workbook: string): ReturnType<typeof parseWorkbookPart> {
  return parseWorkbookPart(book.text(workbook), workbook, book.relationships(workbook));
}

/** People copy our sheets; the copy carries the tag too. The one that still bears our name is the original. */
function findOwnSheet(book: EditedPackage, workbook: string, content: SheetContent): SheetEntry | undefined {
  const contents = parse(book, workbook);
  const tabs = [...tagsByTab(contents)].filter(([, tag]) => tag === content.tag).map(([tab]) => contents.sheets[tab]);
  return tabs.find((sheet) => sheet?.name === content.name) ?? tabs[0];
}

function tabWithTag(book: EditedPackage, workbook: string, tag: string): number {
  return [...tagsByTab(parse(book, workbook))].find(([, found]) => found === tag)?.[0] ?? -1;
}

function addSheet(book: EditedPackage, workbook: string, content: SheetContent, sheetXml: string, tagged: boolean): void {
  const { sheets } = parse(book, workbook);
  const name = freeSheetName(
    content.name,
    sheets.map((sheet) => sheet.name),
  );
  const sheetId = Math.max(0, ...sheets.map((sheet) => sheet.sheetId)) + 1;
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  let number = sheets.length + 1;
  while (book.has(`${folder}worksheets/sheet${number}.xml`)) number++;
  const part = `${folder}worksheets/sheet${number}.xml`;
  book.add(part, sheetXml, WORKSHEET_TYPE);
  const id = book.addRelationship(workbook, `${relationshipNamespace(book.text(workbook))}/worksheet`, part);
  const changes = [addTab(book.text(workbook), workbook, { name, sheetId, id })];
  const names: LocalName[] = [];
  if (content.printedColumns !== undefined) {
    names.push({
      attributes: 'name="_xlnm.Print_Area"',
      refersTo: `$A$1:$${columnName(content.printedColumns - 1)}$${content.rows.length}`,
    });
  }
  if (tagged) names.push({ attributes: `name="${tagName(content.tag)}" hidden="1"`, refersTo: '$A$1' });
  if (names.length > 0) changes.push(addNames(book.text(workbook), workbook, names, sheets.length, name));
  book.set(workbook, splice(book.text(workbook), changes));
}

function addTab(xml: string, part: string, sheet: { readonly name: string; readonly sheetId: number; readonly id: string }): Splice {
  const scanner = new XmlScanner(xml, part);
  let bound = '';
  let elementPrefix = '';
  while (scanner.next()) {
    if (scanner.depth === 0 && scanner.kind !== CLOSE) {
      elementPrefix = scanner.prefix;
      scanner.eachAttribute((name, value) => {
        if (name.startsWith('xmlns:') && /officeDocument(?:\/2006)?\/relationships$/.test(value)) bound = name.slice(6);
      });
    }
    if (scanner.depth !== 1 || !scanner.is('sheets')) continue;
    const idAttribute = bound === '' ? `xmlns:r="${relationshipNamespace(xml)}" r:id` : `${bound}:id`;
    const text = `<${elementPrefix}sheet name="${escapeXml(sheet.name)}" sheetId="${sheet.sheetId}" ${idAttribute}="${sheet.id}"/>`;
    if (scanner.kind === CLOSE) return { start: scanner.start, end: scanner.start, text };
    if (scanner.kind === EMPTY)
      return { start: scanner.start, end: scanner.end, text: `<${elementPrefix}sheets>${text}</${elementPrefix}sheets>` };
  }
  return scanner.fail();
}

/** A name that belongs to one sheet and refers to a part of it. */
interface LocalName {
  readonly attributes: string;
  readonly refersTo: string;
}

function addNames(xml: string, part: string, names: readonly LocalName[], tab: number, sheetName: string): Splice {
  const { at, prefix } = placeForChild(xml, part, 'definedNames');
  const sheet = escapeXml(quoteSheetName(sheetName));
  const text = names
    .map(
      ({ attributes, refersTo }) => `<${prefix}definedName ${attributes} localSheetId="${tab}">${sheet}!${refersTo}</${prefix}definedName>`,
    )
    .join('');
  const list = `<${prefix}definedNames>${text}</${prefix}definedNames>`;
  const scanner = new XmlScanner(xml, part);
  while (scanner.next()) {
    if (scanner.depth !== 1 || !scanner.is('definedNames')) continue;
    if (scanner.kind === EMPTY) return { start: scanner.start, end: scanner.end, text: list };
    if (scanner.kind === CLOSE) return { start: scanner.start, end: scanner.start, text };
  }
  return { start: at, end: at, text: list };
}

/** The workbook part without one tab; whatever counts tabs counts one less. */
function withoutTab(xml: string, part: string, tab: number): string {
  const scanner = new XmlScanner(xml, part);
  const changes: Splice[] = [];
  const lessOne = (name: string, from: number): void => {
    const span = scanner.attributeSpan(name);
    const index = scanner.integer(name);
    if (span !== undefined && index !== undefined && index >= from && index > 0)
      changes.push({ start: span.start, end: span.end, text: String(index - 1) });
  };
  let seen = -1;
  let names = { start: 0, count: 0, cuts: [] as Splice[] };
  while (scanner.next()) {
    if (scanner.kind === CLOSE) {
      if (scanner.depth !== 1 || !scanner.is('definedNames')) continue;
      const all = names.cuts.length === names.count && names.count > 0;
      changes.push(...(all ? [{ start: names.start, end: scanner.end, text: '' }] : names.cuts));
    } else if (scanner.depth === 2 && scanner.is('sheet')) {
      if (++seen === tab) changes.push(cutElement(scanner));
    } else if (scanner.depth === 2 && scanner.is('workbookView')) {
      lessOne('activeTab', tab);
      lessOne('firstSheet', tab);
    } else if (scanner.depth === 1 && scanner.is('definedNames')) names = { start: scanner.start, count: 0, cuts: [] };
    else if (scanner.depth === 2 && scanner.is('definedName')) {
      names.count++;
      if (scanner.integer('localSheetId') === tab || isStrayTag(scanner)) names.cuts.push(cutElement(scanner));
      else lessOne('localSheetId', tab + 1);
    }
  }
  return splice(xml, changes);
}

/** A tag without a sheet is nobody's. */
function isStrayTag(scanner: XmlScanner): boolean {
  return scanner.integer('localSheetId') === undefined && tagFromName(scanner.attribute('name') ?? '') !== undefined;
}

function cutElement(scanner: XmlScanner): Splice {
  const start = scanner.start;
  scanner.skipElement();
  return { start, end: scanner.end, text: '' };
}

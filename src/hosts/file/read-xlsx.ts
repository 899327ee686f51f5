/** Reads an .xlsx or .xlsm into a workbook snapshot (工作簿快照); only the parts that hold cells are unpacked. */
import { tagFromName } from '../../core/workbook/sheet-tag.ts';
import type { Sheet, Workbook } from '../../core/workbook/workbook.ts';
import { OpcPackage } from './opc-package.ts';
import { readSharedStrings } from './read-shared-strings.ts';
import { readSheet, type SheetSurroundings } from './read-sheet.ts';
import { readCellLooks } from './read-styles.ts';
import { SheetMemory, signatureOf } from './sheet-memory.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from './workbook-part.ts';
import { XmlScanner } from './xml.ts';

/** `memory`: where sheets of an earlier reading may be taken from, unchanged. */
export function readXlsx(bytes: Uint8Array, name: string, memory = new SheetMemory()): Workbook {
  const book = new OpcPackage(bytes);
  const contents = readWorkbookPart(book);
  const around: SheetSurroundings = {
    looks: readLooks(book, contents),
    strings: lazily(() => readStrings(book, contents)),
    date1904: contents.date1904,
  };
  const tags = tagsByTab(contents);
  const shared = ['styles', 'sharedStrings'].map((wanted) => contents.relationships.find(({ type }) => type === wanted)?.target);
  const sheets = contents.sheets.flatMap((entry, tab) => {
    if (!entry.isWorksheet) return [];
    const signature = `${JSON.stringify([entry.name, entry.visibility, tags.get(tab), contents.date1904])} ${signatureOf(book, [entry.part, ...shared])}`;
    return [memory.sheet(signature, () => readOne(book, entry, tags.get(tab), around))];
  });
  if (sheets.length === 0) throw new UnusableWorkbook('no-sheets');
  return { name, sheets, date1904: contents.date1904 };
}

function readOne(book: OpcPackage, entry: SheetEntry, tag: string | undefined, around: SheetSurroundings): Sheet {
  if (entry.part === undefined || !book.has(entry.part)) throw new UnusableWorkbook('missing-part', entry.part ?? entry.name);
  const body = readSheet(new XmlScanner(book.readText(entry.part), entry.part), around);
  return { name: entry.name, visibility: entry.visibility, ...body, ...(tag === undefined ? {} : { tag }) };
}

/** Which tab carries which of our tags. */
export function tagsByTab(contents: Pick<WorkbookPart, 'definedNames'>): Map<number, string> {
  const tags = new Map<number, string>();
  for (const { name, localSheetId } of contents.definedNames) {
    const tag = tagFromName(name);
    if (tag !== undefined && localSheetId !== undefined) tags.set(localSheetId, tag);
  }
  return tags;
}

function readLooks(book: OpcPackage, contents: WorkbookPart): ReturnType<typeof readCellLooks> {
  const part = contents.relationships.find(({ type }) => type === 'styles')?.target;
  return part !== undefined && book.has(part) ? readCellLooks(book.text(part), part) : [];
}

function readStrings(book: OpcPackage, contents: WorkbookPart): readonly string[] {
  const part = contents.relationships.find(({ type }) => type === 'sharedStrings')?.target;
  if (part === undefined) throw new UnusableWorkbook('missing-part', 'xl/sharedStrings.xml');
  return readSharedStrings(book.readText(part), part);
}

function lazily<Result>(compute: () => Result): () => Result {
  let result: Result | undefined;
  return () => (result ??= compute());
}

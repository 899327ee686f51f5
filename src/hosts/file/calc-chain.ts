/** The list of cells with formulas that Excel keeps (计算链): an entry for a cell without one makes Excel «repair» the workbook. */
import type { EditedPackage } from './edited-package.ts';
import { splice, type Splice } from './splice.ts';
import { CLOSE, XmlScanner } from './xml.ts';

/** Takes the entries of one sheet (by its sheetId) out of the chain, or of one of its cells; an empty chain goes altogether. */
export function removeFromCalcChain(book: EditedPackage, workbookPart: string, sheetId: number, address?: string): void {
  const relationship = book.relationships(workbookPart).find(({ type }) => type === 'calcChain');
  if (relationship === undefined || !book.has(relationship.target)) return;
  const part = relationship.target;
  const xml = book.text(part);
  const { changes, kept } = planRemoval(xml, part, (sheet, cell) => sheet === sheetId && (address === undefined || cell === address));
  if (changes.length === 0) return;
  if (kept > 0) book.set(part, splice(xml, changes));
  else {
    book.remove(part);
    book.removeRelationship(workbookPart, relationship.id);
  }
}

function planRemoval(xml: string, part: string, matches: (sheet: number, cell: string) => boolean): { changes: Splice[]; kept: number } {
  const scanner = new XmlScanner(xml, part);
  const changes: Splice[] = [];
  let kept = 0;
  let sheet = 0;
  // The sheet that the entries kept so far imply for the next one: `i` is left out where it does not change.
  let implied = 0;
  while (scanner.next()) {
    if (scanner.kind === CLOSE || !scanner.is('c')) continue;
    const own = scanner.integer('i');
    sheet = own ?? sheet;
    const start = scanner.start;
    const nameEnd = scanner.nameEnd;
    const cell = scanner.attribute('r') ?? '';
    scanner.skipElement();
    if (matches(sheet, cell)) {
      changes.push({ start, end: scanner.end, text: '' });
      continue;
    }
    kept++;
    if (own === undefined && implied !== sheet) changes.push({ start: nameEnd, end: nameEnd, text: ` i="${sheet}"` });
    implied = sheet;
  }
  return { changes, kept };
}

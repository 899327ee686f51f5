/** Makes a workbook out of sheet contents (新建工作簿): batch summaries, samples, and the golden workbooks of the tests. */
import type { SheetContent } from '../../core/edits/sheet-content.ts';
import { blankPackage } from './blank-package.ts';
import { EditedPackage } from './edited-package.ts';
import { writeOwnSheet } from './own-sheets.ts';
import { findWorkbookPart } from './workbook-part.ts';

export interface CreateOptions {
  /** Whether the sheets carry our tags, to be found again by later edits; ordinary sheets (the default) do not. */
  readonly tagged?: boolean;
}

export function createWorkbook(contents: readonly SheetContent[], { tagged = false }: CreateOptions = {}): Uint8Array {
  const book = new EditedPackage(blankPackage());
  const workbook = findWorkbookPart(book.original);
  for (const content of contents) writeOwnSheet(book, workbook, content, { tagged });
  return book.toBytes();
}

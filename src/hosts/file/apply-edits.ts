/** Applies edits to an .xlsx or .xlsm (修改工作簿): only the parts that an edit names are changed, and those only where they must. */
import type { MarkCells, MarkLevel } from '../../core/edits/edit.ts';
import { cellAddress, parseArea } from '../../core/workbook/address.ts';
import { removeFromCalcChain } from './calc-chain.ts';
import type { FileEdit, TypedCell } from './edit-log.ts';
import { EditedPackage } from './edited-package.ts';
import { addMarkFormats, removeMarkFormats } from './mark-formats.ts';
import { addMarks, clearMarks } from './marks.ts';
import { kindOfFile } from './open-workbook.ts';
import { removeOwnSheet, writeOwnSheet } from './own-sheets.ts';
import { requestRecalculation } from './recalculation.ts';
import { setRemembered } from './remembered.ts';
import { setResults } from './set-results.ts';
import { setValue } from './set-value.ts';
import { findStylesPart, stylesPart } from './styles-part.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';
import { removeUnusedStyles } from './unused-styles.ts';
import type { Result } from './waiting-cells.ts';
import { findWorkbookPart, parseWorkbookPart, type SheetEntry } from './workbook-part.ts';
import { XmlScanner } from './xml.ts';

/**
 * The workbook with the results of its formulas stored, `undefined` meaning none: then whoever opens the file next calculates it. Cells without
 * a formula are left alone.
 */
export function storeResults(bytes: Uint8Array, results: readonly Result[]): Uint8Array {
  const book = new EditedPackage(bytes);
  const workbook = findWorkbookPart(book.original);
  const { sheets } = parseWorkbookPart(book.text(workbook), workbook, book.relationships(workbook));
  for (const { name, part } of sheets) {
    const own = results.filter(({ sheet }) => sheet === name);
    if (part !== undefined && own.length > 0) book.set(part, setResults(book.text(part), part, own));
  }
  return book.toBytes();
}

/**
 * The changed workbook; `bytes` itself is left alone, and returned as a copy when no edit changes anything. The same input always gives
 * the same bytes. Throws UnusableWorkbook when the file cannot hold edits or an edit would damage it.
 */
export function applyEdits(bytes: Uint8Array, edits: readonly FileEdit[]): Uint8Array {
  if (kindOfFile(bytes) !== 'xlsx') throw new UnusableWorkbook('read-only-format');
  const session = new EditSession(bytes);
  for (const edit of edits) session.apply(edit);
  return session.finish();
}

type Worksheet = SheetEntry & { readonly part: string };

class EditSession {
  private readonly book: EditedPackage;
  private readonly workbook: string;
  /** Marks wait until their sheet is needed otherwise, so that a sheet is rewritten once and not once for each finding. */
  private readonly waiting = new Map<string, MarkCells[]>();
  private known: { readonly xml: string; readonly worksheets: readonly Worksheet[] } | undefined;
  private cleared = false;
  private removed = false;
  private typed = false;

  constructor(bytes: Uint8Array) {
    this.book = new EditedPackage(bytes);
    this.workbook = findWorkbookPart(this.book.original);
  }

  apply(edit: FileEdit): void {
    switch (edit.kind) {
      case 'mark-cells': {
        this.worksheet(edit.sheet);
        const marks = this.waiting.get(edit.sheet);
        if (marks === undefined) this.waiting.set(edit.sheet, [edit]);
        else marks.push(edit);
        return;
      }
      case 'clear-marks':
        this.placeMarks();
        this.cleared = true;
        for (const { part } of edit.sheet === undefined ? this.worksheets() : [this.worksheet(edit.sheet)]) {
          this.book.set(part, clearMarks(this.book.text(part), part));
        }
        return;
      case 'write-sheet':
        this.placeMarks();
        writeOwnSheet(this.book, this.workbook, edit.content);
        return;
      case 'remove-sheet':
        this.placeMarks();
        this.removed = removeOwnSheet(this.book, this.workbook, edit.tag) || this.removed;
        return;
      case 'set-value':
      case 'set-formula':
        this.setCell(edit);
        return;
      case 'remember':
        setRemembered(this.book, this.workbook, edit.name, edit.text);
        return;
    }
  }

  finish(): Uint8Array {
    this.placeMarks();
    if (this.cleared) this.removeUnusedFormats();
    if (this.removed) this.removeUnusedStyles();
    if (this.typed)
      requestRecalculation(
        this.book,
        this.workbook,
        this.worksheets().map(({ part }) => part),
      );
    return this.book.toBytes();
  }

  private placeMarks(): void {
    for (const [sheet, marks] of this.waiting) {
      const { part } = this.worksheet(sheet);
      const used = marks.filter(({ areas }) => areas.length > 0);
      if (used.length === 0) continue;
      const indexOf = this.markFormats([...new Set(used.map(({ level }) => level))]);
      this.book.set(
        part,
        addMarks(this.book.text(part), part, used, (level) => indexOf.get(level) ?? 0),
      );
    }
    this.waiting.clear();
  }

  private markFormats(levels: readonly MarkLevel[]): ReadonlyMap<MarkLevel, number> {
    const part = stylesPart(this.book, this.workbook);
    const { xml, indexOf } = addMarkFormats(this.book.text(part), part, levels);
    this.book.set(part, xml);
    return indexOf;
  }

  /** Formats are referred to by number from sheets, tables, pivots and the styles themselves; ours go only when nobody does. */
  private removeUnusedFormats(): void {
    const part = findStylesPart(this.book, this.workbook);
    if (part === undefined) return;
    let used: Set<number> | undefined;
    const isUsed = (index: number): boolean => (used ??= this.usedFormats()).has(index);
    this.book.set(part, removeMarkFormats(this.book.text(part), part, isUsed));
  }

  private removeUnusedStyles(): void {
    const part = findStylesPart(this.book, this.workbook);
    if (part === undefined) return;
    let used: Set<number> | undefined;
    const isUsed = (index: number): boolean => (used ??= this.usedStyles()).has(index);
    this.book.set(part, removeUnusedStyles(this.book.text(part), part, isUsed));
  }

  /** Of cells and rows (`s`) and of columns (`style`). */
  private usedStyles(): Set<number> {
    const used = new Set<number>();
    for (const { part } of this.worksheets()) {
      for (const match of this.book.text(part).matchAll(/\s(?:s|style)\s*=\s*["'](\d+)/g)) used.add(Number(match[1]));
    }
    return used;
  }

  private usedFormats(): Set<number> {
    const used = new Set<number>();
    for (const name of this.book.partNames()) {
      if (!/\.xml$/i.test(name) || /sharedStrings|\/media\/|\/theme\//.test(name)) continue;
      for (const match of this.book.text(name).matchAll(/[dD]xfId\s*=\s*["'](\d+)/g)) used.add(Number(match[1]));
    }
    return used;
  }

  private setCell(edit: TypedCell): void {
    this.placeMarks();
    const sheet = this.worksheet(edit.sheet);
    const typed = edit.kind === 'set-formula' ? { ...edit, value: null } : edit;
    if (typeof typed.value === 'number' && !Number.isFinite(typed.value))
      throw new RangeError(`not a number a cell can hold: ${typed.value}`);
    this.refuseTableHeader(edit, sheet.part);
    this.book.set(sheet.part, setValue(this.book.text(sheet.part), sheet.part, typed));
    removeFromCalcChain(this.book, this.workbook, sheet.sheetId, cellAddress(edit));
    this.typed = true;
  }

  /** A table repeats its header texts in a part of its own; where the two differ Excel «repairs» the table. */
  private refuseTableHeader({ row, column }: TypedCell, part: string): void {
    for (const { type, target } of this.book.relationships(part)) {
      if (type !== 'table' || !this.book.has(target)) continue;
      const scanner = new XmlScanner(this.book.text(target), target);
      scanner.next();
      const area = parseArea(scanner.attribute('ref') ?? '');
      const hasHeader = scanner.attribute('headerRowCount') !== '0';
      if (hasHeader && area?.top === row && area.left <= column && column <= area.right) {
        throw new UnusableWorkbook('table-header', cellAddress({ row, column }));
      }
    }
  }

  private worksheets(): readonly Worksheet[] {
    const xml = this.book.text(this.workbook);
    if (this.known?.xml === xml) return this.known.worksheets;
    const { sheets } = parseWorkbookPart(xml, this.workbook, this.book.relationships(this.workbook));
    const worksheets = sheets.flatMap((sheet) =>
      sheet.isWorksheet && sheet.part !== undefined && this.book.has(sheet.part) ? [{ ...sheet, part: sheet.part }] : [],
    );
    this.known = { xml, worksheets };
    return worksheets;
  }

  private worksheet(name: string): Worksheet {
    const sheet = this.worksheets().find((found) => found.name === name);
    if (sheet === undefined) throw new UnusableWorkbook('unknown-sheet', name);
    return sheet;
  }
}

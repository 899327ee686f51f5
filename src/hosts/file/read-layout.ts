/** How a sheet lies on the screen (版面): column widths, row heights, frozen panes and our marks, for hosts that draw the cells themselves. */
import { markFormula, type MarkLevel } from '../../core/edits/edit.ts';
import { type Area, parseAddress, parseArea } from '../../core/workbook/address.ts';
import { type CellManner, readCellManners } from './cell-manners.ts';
import { OpcPackage } from './opc-package.ts';
import { SheetMemory, signatureOf } from './sheet-memory.ts';
import { readWorkbookPart } from './workbook-part.ts';
import { CLOSE, XmlScanner } from './xml.ts';

/** A mark of ours; a live one shows only while its formula is true. */
export interface ShownMark {
  readonly level: MarkLevel;
  readonly areas: readonly Area[];
  readonly when?: string;
}

export interface SheetLayout {
  /** In characters, by column; only those that the file states. */
  readonly widths: ReadonlyMap<number, number>;
  readonly defaultWidth: number;
  /** In points, by row; only those that the file states. */
  readonly heights: ReadonlyMap<number, number>;
  readonly defaultHeight: number;
  readonly frozenRows: number;
  /** By row, then column; only cells whose style says something. */
  readonly manners: readonly (readonly (CellManner | undefined)[] | undefined)[];
  readonly marks: readonly ShownMark[];
}

/** What Excel takes when a file states nothing. */
export const PLAIN_LAYOUT: SheetLayout = {
  widths: new Map(),
  defaultWidth: 9,
  heights: new Map(),
  defaultHeight: 15,
  frozenRows: 0,
  manners: [],
  marks: [],
};

/** Columns behind this one are never drawn; «all columns to the end of the sheet» is sixteen thousand. */
const LAST_COLUMN = 1000;
const LEVELS: readonly MarkLevel[] = ['error', 'warning', 'within-rounding'];

/** By sheet name; `bytes` is a sound .xlsx (see openWorkbook). `memory`: where layouts of an earlier reading may be taken from. */
export function readLayouts(bytes: Uint8Array, memory = new SheetMemory()): ReadonlyMap<string, SheetLayout> {
  const book = new OpcPackage(bytes);
  const layouts = new Map<string, SheetLayout>();
  const { sheets, relationships } = readWorkbookPart(book);
  const styles = relationships.find(({ type }) => type === 'styles')?.target;
  const known = styles !== undefined && book.has(styles) ? readCellManners(book.text(styles), styles) : [];
  for (const { name, part, isWorksheet } of sheets) {
    if (isWorksheet && part !== undefined && book.has(part))
      layouts.set(
        name,
        memory.layout(signatureOf(book, [part, styles]), () => readLayout(new XmlScanner(book.readText(part), part), known)),
      );
  }
  return layouts;
}

function readLayout(scanner: XmlScanner, known: readonly (CellManner | undefined)[]): SheetLayout {
  const widths = new Map<number, number>();
  const heights = new Map<number, number>();
  const marks: ShownMark[] = [];
  let { defaultWidth, defaultHeight, frozenRows } = PLAIN_LAYOUT;
  let areas: readonly Area[] = [];
  const manners: (CellManner | undefined)[][] = [];
  let row = -1;
  let column = -1;
  while (scanner.next()) {
    if (scanner.kind === CLOSE) {
      if (scanner.depth === 3 && scanner.is('formula')) {
        const mark = readMarkFormula(scanner.text());
        if (mark !== undefined) marks.push({ ...mark, areas });
      }
    } else if (scanner.depth === 3 && scanner.is('c')) {
      column = parseAddress(scanner.attribute('r') ?? '')?.column ?? column + 1;
      const manner = known[scanner.integer('s') ?? 0];
      if (manner !== undefined) (manners[row] ??= [])[column] = manner;
    } else if (scanner.is('sheetFormatPr')) {
      defaultWidth = numberOf(scanner, 'defaultColWidth') ?? defaultWidth;
      defaultHeight = numberOf(scanner, 'defaultRowHeight') ?? defaultHeight;
    } else if (scanner.is('pane') && scanner.attribute('state')?.startsWith('frozen') === true) {
      frozenRows = scanner.integer('ySplit') ?? 0;
    } else if (scanner.depth === 2 && scanner.is('col')) {
      const width = numberOf(scanner, 'width');
      const last = Math.min(scanner.integer('max') ?? 0, LAST_COLUMN);
      if (width !== undefined) for (let column = scanner.integer('min') ?? 1; column <= last; column++) widths.set(column - 1, width);
    } else if (scanner.depth === 2 && scanner.is('row')) {
      row = (scanner.integer('r') ?? row + 2) - 1;
      column = -1;
      const height = numberOf(scanner, 'ht');
      if (height !== undefined) heights.set(row, height);
    } else if (scanner.depth === 1 && scanner.is('conditionalFormatting')) {
      areas = (scanner.attribute('sqref') ?? '').split(/\s+/).flatMap((address) => parseArea(address) ?? []);
    }
  }
  return { widths, defaultWidth, heights, defaultHeight, frozenRows, manners, marks };
}

/** The other way round of `markFormula`. */
function readMarkFormula(formula: string): Omit<ShownMark, 'areas'> | undefined {
  const level = LEVELS.find((each) => formula.includes(markFormula({ level: each })));
  if (level === undefined) return undefined;
  const opening = `AND(${markFormula({ level })},`;
  return formula.startsWith(opening) ? { level, when: formula.slice(opening.length, -1) } : { level };
}

function numberOf(scanner: XmlScanner, name: string): number | undefined {
  const value = Number(scanner.attribute(name) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

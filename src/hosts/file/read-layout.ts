/** How a sheet lies on the screen (版面): column widths, row heights, frozen panes, looks and our marks, for hosts that draw the cells themselves. */
import { markFormula, type MarkLevel } from '../../core/edits/edit.ts';
import { type Area, parseAddress, parseArea } from '../../core/workbook/address.ts';
import { type CellManner, type CellManners, PLAIN_MANNERS, readCellManners } from './cell-manners.ts';
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
  /** Those that stay in view (冻结窗格), counted from the first of the sheet. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hasGridLines: boolean;
  /** Points of the workbook's usual font, and the pixels of its digits. */
  readonly fontSize: number;
  readonly digitWidth: number;
  /** By row, then column; only cells whose style says something. */
  readonly manners: readonly (readonly (CellManner | undefined)[] | undefined)[];
  /** For cells that the file does not hold: of their row, or else of their column. */
  readonly rowManners: ReadonlyMap<number, CellManner>;
  readonly columnManners: ReadonlyMap<number, CellManner>;
  readonly marks: readonly ShownMark[];
}

/** What Excel takes when a file states nothing. */
export const PLAIN_LAYOUT: SheetLayout = {
  widths: new Map(),
  defaultWidth: 9,
  heights: new Map(),
  defaultHeight: 15,
  frozenRows: 0,
  frozenColumns: 0,
  hasGridLines: true,
  fontSize: PLAIN_MANNERS.fontSize,
  digitWidth: PLAIN_MANNERS.digitWidth,
  manners: [],
  rowManners: new Map(),
  columnManners: new Map(),
  marks: [],
};

/** Columns behind this one are never drawn; «all columns to the end of the sheet» is sixteen thousand. */
const LAST_COLUMN = 1000;
/** A cell of no look in a row or column that has one. */
const PLAIN: CellManner = {};
const LEVELS: readonly MarkLevel[] = ['error', 'warning', 'within-rounding'];

/** By sheet name; `bytes` is a sound .xlsx (see openWorkbook). `memory`: where layouts of an earlier reading may be taken from. */
export function readLayouts(bytes: Uint8Array, memory = new SheetMemory()): ReadonlyMap<string, SheetLayout> {
  const book = new OpcPackage(bytes);
  const layouts = new Map<string, SheetLayout>();
  const { sheets, relationships } = readWorkbookPart(book);
  const partOf = (wanted: string): string | undefined => {
    const target = relationships.find(({ type }) => type === wanted)?.target;
    return target !== undefined && book.has(target) ? target : undefined;
  };
  const [styles, theme] = [partOf('styles'), partOf('theme')];
  const known =
    styles === undefined ? PLAIN_MANNERS : readCellManners(book.text(styles), styles, theme === undefined ? undefined : book.text(theme));
  for (const { name, part, isWorksheet } of sheets) {
    if (isWorksheet && part !== undefined && book.has(part))
      layouts.set(
        name,
        memory.layout(signatureOf(book, [part, styles, theme]), () =>
          new LayoutReader(new XmlScanner(book.readText(part), part), known).read(),
        ),
      );
  }
  return layouts;
}

class LayoutReader {
  private readonly scanner: XmlScanner;
  private readonly known: CellManners;
  private readonly widths = new Map<number, number>();
  private readonly heights = new Map<number, number>();
  private readonly rowManners = new Map<number, CellManner>();
  private readonly columnManners = new Map<number, CellManner>();
  private readonly manners: (CellManner | undefined)[][] = [];
  private readonly marks: ShownMark[] = [];
  private view = { frozenRows: 0, frozenColumns: 0, hasGridLines: true };
  private sizes = { defaultWidth: PLAIN_LAYOUT.defaultWidth, defaultHeight: PLAIN_LAYOUT.defaultHeight };
  /** Where the upper left part of a frozen sheet begins: what was scrolled away when it was frozen. */
  private corner = { row: 0, column: 0 };

  constructor(scanner: XmlScanner, known: CellManners) {
    this.scanner = scanner;
    this.known = known;
  }

  read(): SheetLayout {
    const { scanner, known, widths, heights, manners, rowManners, columnManners, marks } = this;
    let areas: readonly Area[] = [];
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
        const isOver = rowManners.has(row) || columnManners.has(column);
        const manner = known.manners[scanner.integer('s') ?? 0] ?? (isOver ? PLAIN : undefined);
        if (manner !== undefined) (manners[row] ??= [])[column] = manner;
      } else if (scanner.depth === 2 && scanner.is('row')) {
        row = (scanner.integer('r') ?? row + 2) - 1;
        column = -1;
        this.readRow(row);
      } else if (scanner.depth === 1 && scanner.is('conditionalFormatting')) {
        areas = (scanner.attribute('sqref') ?? '').split(/\s+/).flatMap((address) => parseArea(address) ?? []);
      } else this.readView();
    }
    const { fontSize, digitWidth } = known;
    return { widths, heights, ...this.sizes, ...this.view, fontSize, digitWidth, manners, rowManners, columnManners, marks };
  }

  private readRow(row: number): void {
    const height = numberOf(this.scanner, 'ht');
    if (height !== undefined) this.heights.set(row, height);
    const manner = this.scanner.flag('customFormat') ? this.known.manners[this.scanner.integer('s') ?? 0] : undefined;
    if (manner !== undefined) this.rowManners.set(row, manner);
  }

  /** What stands before the cells. */
  private readView(): void {
    const { scanner, view } = this;
    if (scanner.is('sheetFormatPr')) {
      this.sizes = {
        defaultWidth: numberOf(scanner, 'defaultColWidth') ?? this.sizes.defaultWidth,
        defaultHeight: numberOf(scanner, 'defaultRowHeight') ?? this.sizes.defaultHeight,
      };
    } else if (scanner.is('sheetView')) {
      view.hasGridLines = scanner.attribute('showGridLines') === undefined || scanner.flag('showGridLines');
      this.corner = parseAddress(scanner.attribute('topLeftCell') ?? '') ?? this.corner;
    } else if (scanner.is('pane') && scanner.attribute('state')?.startsWith('frozen') === true) {
      const [rows, columns] = [scanner.integer('ySplit') ?? 0, scanner.integer('xSplit') ?? 0];
      view.frozenRows = rows === 0 ? 0 : rows + this.corner.row;
      view.frozenColumns = columns === 0 ? 0 : columns + this.corner.column;
    } else if (scanner.depth === 2 && scanner.is('col')) {
      const width = numberOf(scanner, 'width');
      const manner = this.known.manners[scanner.integer('style') ?? 0];
      const last = Math.min(scanner.integer('max') ?? 0, LAST_COLUMN);
      for (let column = (scanner.integer('min') ?? 1) - 1; column < last; column++) {
        if (width !== undefined) this.widths.set(column, width);
        if (manner !== undefined) this.columnManners.set(column, manner);
      }
    }
  }
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

/** Reads one worksheet part (工作表) of an .xlsx: values, formulas, formats, merges and what is hidden. Empty formatted cells cost nothing. */
import { type Area, parseArea } from '../../core/workbook/address.ts';
import type { Cell, CellValue, Sheet } from '../../core/workbook/workbook.ts';
import { readRichText } from './read-shared-strings.ts';
import type { CellLook } from './read-styles.ts';
import { fillArrays, type FoundArray } from './array-formula.ts';
import { PlainCell } from './plain-cell.ts';
import { SharedFormula } from './shared-formula.ts';
import { WAITING } from './waiting-cells.ts';
import { CLOSE, OPEN, type XmlScanner } from './xml.ts';
import { decodeXstring } from './xml-text.ts';

/** What all sheets of a workbook share. */
export interface SheetSurroundings {
  readonly looks: readonly CellLook[];
  readonly strings: () => readonly string[];
  readonly date1904: boolean;
}

export type SheetBody = Pick<Sheet, 'grid' | 'columnCount' | 'merged' | 'hiddenRows' | 'hiddenColumns' | 'isProtected'>;

type Grid = (Cell | undefined)[][];
type Range = readonly [from: number, to: number];

/** Beyond this a slice of the part must not keep the whole part in memory. */
const LARGE_PART = 16 * 1024 * 1024;

export function readSheet(scanner: XmlScanner, around: SheetSurroundings): SheetBody {
  const reader = new CellReader(scanner, around);
  const merged: Area[] = [];
  const hiddenColumns: Range[] = [];
  let isProtected = false;
  while (scanner.next()) {
    if (scanner.kind === CLOSE) continue;
    if (scanner.depth === 1) {
      if (scanner.is('sheetData')) reader.readRows();
      else if (scanner.is('sheetProtection')) isProtected = scanner.flag('sheet');
      else if (scanner.is('extLst')) scanner.skipElement();
    } else if (scanner.depth === 2) {
      if (scanner.is('mergeCell')) {
        const area = parseArea(scanner.attribute('ref') ?? '');
        if (area !== undefined) merged.push(area);
      } else if (scanner.is('col') && scanner.flag('hidden'))
        hiddenColumns.push([(scanner.integer('min') ?? 1) - 1, (scanner.integer('max') ?? 1) - 1]);
    }
  }
  reader.finish();
  return {
    grid: reader.grid,
    columnCount: reader.columnCount,
    merged,
    hiddenRows: within(reader.hiddenRows, reader.grid.length),
    hiddenColumns: within(hiddenColumns, reader.columnCount),
    isProtected,
  };
}

/** Only rows and columns that hold something: «hidden to the end of the sheet» is a million rows. */
function within(ranges: readonly Range[], count: number): Set<number> {
  const found = new Set<number>();
  for (const [from, to] of ranges) for (let index = from; index <= to && index < count; index++) found.add(index);
  return found;
}

class CellReader {
  readonly grid: Grid = [];
  readonly hiddenRows: Range[] = [];
  columnCount = 0;
  private readonly scanner: XmlScanner;
  private readonly around: SheetSurroundings;
  private readonly isLarge: boolean;
  private readonly plain = new PlainCell();
  private readonly shared = new Map<number, SharedFormula>();
  private readonly arrays: FoundArray[] = [];
  /** Cells that stand before the master of their shared formula. */
  private readonly waiting: { row: number; column: number; index: number }[] = [];

  constructor(scanner: XmlScanner, around: SheetSurroundings) {
    this.scanner = scanner;
    this.around = around;
    this.isLarge = scanner.source.length > LARGE_PART;
  }

  readRows(): void {
    const { scanner } = this;
    if (scanner.kind !== OPEN) return;
    let row = -1;
    let column = -1;
    while (scanner.next()) {
      if (scanner.kind === CLOSE) {
        if (scanner.depth === 1) return;
      } else if (scanner.depth === 3 && scanner.is('c')) {
        column = this.columnOf(column + 1);
        if (scanner.kind === OPEN) this.readCell(row, column);
        column = this.readPlainCells(row, column);
      } else if (scanner.depth === 2 && scanner.is('row')) {
        row = (scanner.integer('r') ?? row + 2) - 1;
        column = -1;
        if (scanner.flag('hidden')) this.hide(row);
        if (scanner.kind === OPEN) column = this.readPlainCells(row, column);
      }
    }
  }

  /** Behind the opening tag of a row or one of its cells: the cells that follow, as far as they are plain; answers the column of the last. */
  private readPlainCells(row: number, before: number): number {
    const { scanner, plain, around } = this;
    let column = before;
    while (plain.read(scanner.source, scanner.end)) {
      scanner.end = plain.end;
      column = plain.column;
      const value = plain.isShared ? (around.strings()[plain.value] ?? scanner.fail()) : plain.value;
      this.keep(row, column, value, undefined, around.looks[plain.style]);
    }
    return column;
  }

  finish(): void {
    for (const { row, column, index } of this.waiting) {
      const cell = this.grid[row]?.[column];
      const formula = this.shared.get(index)?.at(row, column);
      if (cell !== undefined && formula !== undefined) (this.grid[row] as Cell[])[column] = { ...cell, formula };
    }
    fillArrays(this.grid, this.arrays);
    for (const { area } of this.arrays) this.columnCount = Math.max(this.columnCount, this.grid[area.top]?.length ?? 0);
  }

  private hide(row: number): void {
    const last = this.hiddenRows[this.hiddenRows.length - 1];
    if (last !== undefined && last[1] === row - 1) this.hiddenRows[this.hiddenRows.length - 1] = [last[0], row];
    else this.hiddenRows.push([row, row]);
  }

  /** The column letters of the `r` attribute; writers may leave it out when cells follow each other. */
  private columnOf(expected: number): number {
    const span = this.scanner.attributeSpan('r');
    if (span === undefined) return expected;
    let column = 0;
    for (let at = span.start; at < span.end; at++) {
      const letter = this.scanner.source.charCodeAt(at) & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    return column === 0 || column > 16384 ? this.scanner.fail() : column - 1;
  }

  private readCell(row: number, column: number): void {
    const { scanner, around } = this;
    const type = scanner.attribute('t');
    const look = around.looks[scanner.integer('s') ?? 0];
    let value: CellValue = null;
    let formula: string | undefined;
    let hasFormula = false;
    while (scanner.next()) {
      if (scanner.kind === CLOSE) {
        if (scanner.depth === 3) break;
        if (scanner.is('v')) value = this.valueOf(type, scanner.text());
      } else if (scanner.is('f')) {
        hasFormula = true;
        formula = this.readFormula(row, column);
      } else if (scanner.is('is')) value = scanner.kind === OPEN ? this.detached(readRichText(scanner)) : '';
      else if (!scanner.is('v')) scanner.skipElement();
    }
    if (value === null) {
      if (!hasFormula) return;
      // A formula whose result nobody stored is not a blank cell: what it comes to is not known.
      value = type === 'str' ? '' : { error: WAITING };
    }
    this.keep(row, column, value, formula, look);
  }

  private keep(row: number, column: number, value: CellValue, formula: string | undefined, look: CellLook | undefined): void {
    const cells = (this.grid[row] ??= []);
    cells[column] = { value, formula, format: look?.format, text: undefined, indent: look?.indent };
    if (column >= this.columnCount) this.columnCount = column + 1;
  }

  private valueOf(type: string | undefined, text: string): CellValue {
    switch (type) {
      case undefined:
      case 'n': {
        if (text === '') return null;
        const value = Number(text);
        return Number.isFinite(value) ? value : this.scanner.fail();
      }
      case 's':
        return this.around.strings()[Number(text)] ?? this.scanner.fail();
      case 'b':
        return text === '1' || text === 'true';
      case 'e':
        return { error: text };
      case 'd':
        return dateSerial(text, this.around.date1904) ?? this.detached(text);
      default:
        return this.detached(decodeXstring(text));
    }
  }

  /** At the opening tag of `f`: the cell's own formula text. */
  private readFormula(row: number, column: number): string | undefined {
    const { scanner } = this;
    const kind = scanner.attribute('t');
    const isShared = kind === 'shared';
    const area = kind === 'array' || kind === 'dataTable' ? parseArea(scanner.attribute('ref') ?? '') : undefined;
    const inputs = [scanner.attribute('r1'), scanner.attribute('r2')].filter((input) => input !== undefined);
    const index = scanner.integer('si') ?? 0;
    let text = '';
    if (scanner.kind === OPEN) {
      const depth = scanner.depth;
      while (scanner.next()) if (scanner.kind === CLOSE && scanner.depth === depth) break;
      text = this.detached(scanner.text().replace(/_xl(?:fn|ws|udf)\./g, ''));
    }
    // A data table (模拟运算表) has no formula of its own in the file.
    if (kind === 'dataTable' && text === '') text = `TABLE(${inputs.join(',')})`;
    if (area !== undefined && text !== '') this.arrays.push({ area, row, column, formula: text });
    if (!isShared) return text === '' ? undefined : text;
    if (text !== '') {
      this.shared.set(index, new SharedFormula(text, row, column));
      return text;
    }
    const master = this.shared.get(index);
    if (master === undefined) this.waiting.push({ row, column, index });
    return master?.at(row, column);
  }

  private detached(text: string): string {
    // V8 keeps the whole source alive behind a slice of it; joining copies.
    return this.isLarge && text.length > 12 ? text.split('').join('') : text;
  }
}

/** ISO 8601 dates, as strict files may store them, as serial numbers. */
function dateSerial(text: string, date1904: boolean): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const days = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
  return days + (hour * 3600 + minute * 60 + second) / 86_400;
}

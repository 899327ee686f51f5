/** The figures of an ordinary table (普通表格), one that no statement knows: what each cell prints, named by the words beside and above it. */
import type { Figure } from '../expressions/figure.ts';
import { readNumber, decimalMarkOf, type DecimalMark, type ReadNumber } from '../discovery/read-number.ts';
import type { Place } from '../discovery/discover.ts';
import type { ShownTable } from '../discovery/number-grid.ts';
import { firstName, namesDown, short, yearsIn } from './figure-names.ts';
import { Decimal, decimalFromDouble, HUNDRED, quantumOf, ZERO } from '../number/decimal.ts';
import { PERCENT, PLAIN, type Unit } from '../number/unit.ts';
import { unitIn } from '../tables/head-lines.ts';
import { cellAddress } from '../workbook/address.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { shownTable, textsOf } from './shown-table.ts';

export interface OrdinaryFigures {
  /** The sheet as people see it. */
  readonly table: ShownTable;
  /** The same as texts, row by row; made when first asked for. */
  readonly grid: readonly (readonly string[])[];
  /** How its numbers write decimals. */
  readonly mark: DecimalMark;
  /** The first words on the sheet. */
  readonly title: string;
  /** The one money unit that the sheet names; undefined when it names none, or two. */
  readonly unit: Unit | undefined;
  readonly figureAt: (place: Place) => Figure;
  /** The same with the number behind what is shown, exactly: what a formula computes with. */
  readonly exactAt: (place: Place) => Figure;
  /** The number a cell holds behind what it shows. */
  readonly storedAt: (place: Place) => Decimal | undefined;
}

/** General shows every digit of a computed number; nobody means the ninth decimal. */
const MOST_DECIMALS = 6;
const FINEST_PRINTED = 4;
const FEW = 6;
const FEWEST_TYPED = 4;
const HEAD_ROWS = 8;

export function ordinaryFigures(sheet: Sheet, workbook: Pick<Workbook, 'date1904'>): OrdinaryFigures {
  const table = shownTable(sheet, workbook.date1904);
  let texts: OrdinaryFigures['grid'] | undefined;
  const grid = (): OrdinaryFigures['grid'] => (texts ??= textsOf(table));
  const mark = hasStoredFractions(sheet) ? '.' : decimalMarkOf(grid());
  const reader = readerOf(table, mark, typedRates(sheet));
  const kept = new Map<number, Figure>();
  const figureAt = ([row, column]: Place): Figure => {
    const key = row * sheet.columnCount + column;
    const known = kept.get(key) ?? figureOf(sheet, reader, row, column);
    kept.set(key, known);
    return known;
  };
  const storedAt = ([row, column]: Place): Decimal | undefined => {
    const value = sheet.grid[row]?.[column]?.value;
    return typeof value === 'number' && Number.isFinite(value) ? decimalFromDouble(value) : undefined;
  };
  const exactAt = (place: Place): Figure => {
    const stored = storedAt(place);
    const shown = figureAt(place);
    return { ...shown, quantum: ZERO, ...(stored === undefined ? {} : { reading: { kind: 'number', value: stored } }) };
  };
  const head = textsOf({ ...table, rows: Math.min(HEAD_ROWS, table.rows) });
  return {
    table,
    get grid() {
      return grid();
    },
    mark,
    title: titleOf(head, mark),
    unit: onlyUnit(head),
    figureAt,
    exactAt,
    storedAt,
  };
}

/** Numbers that the workbook stores are shown with a point here, whatever their author's country: 98.333 beside 100 is no 98 thousand. */
function hasStoredFractions({ grid }: Sheet): boolean {
  return grid.some((row) => row?.some((cell) => typeof cell?.value === 'number' && !Number.isInteger(cell.value)) === true);
}

/** Money where the whole relation is money: amounts in 元 leave nothing to rounding. */
export function inMoney(figure: Figure, unit: Unit, quantum: Decimal): Figure {
  const { reading } = figure;
  return {
    ...figure,
    unit,
    quantum,
    reading: reading.kind === 'number' ? { kind: 'number', value: reading.value.times(unit.scale) } : reading,
  };
}

/** A total is told in the decimals of its parts: 1,250.5 of 430.25 and 820.25 is 1,250.50. */
export function asFineAs(stated: Figure, parts: readonly Figure[]): Figure {
  if (stated.unit.kind === 'rate') return stated;
  const finest = Math.max(0, ...parts.filter(({ unit }) => unit.kind !== 'rate').map(({ decimals }) => decimals));
  return finest <= stated.decimals ? stated : { ...stated, decimals: Math.min(finest, FINEST_PRINTED) };
}

interface Reader {
  /** See `typedRates`. */
  readonly typedDecimals: (column: number) => number;
  readonly textAt: ShownTable['textAt'];
  readonly mark: DecimalMark;
  /** The decimals that a row's, and a column's, figures usually print. */
  readonly rowDecimals: (row: number) => number;
  readonly columnDecimals: (column: number) => number;
  /** The most decimals that more than a few figures of the column print. */
  readonly finestDecimals: (column: number) => number;
  readonly names: (row: number, column: number) => { readonly row: string; readonly column: string };
}

function readerOf(table: ShownTable, mark: DecimalMark, typedDecimals: Reader['typedDecimals']): Reader {
  const { rows, columns, textAt } = table;
  const decimalsAt = (row: number, column: number): number | undefined => {
    const at = row * columns + column;
    const isKnown = mark === '.' && !Number.isNaN(table.stored?.value[at] ?? Number.NaN);
    return isKnown ? table.stored?.decimals[at] : readNumber(textAt(row, column), mark)?.decimals;
  };
  const inRow = (row: number): readonly number[] => decimalsOf(columns, (column) => decimalsAt(row, column));
  const inColumn = (column: number): readonly number[] => decimalsOf(rows, (row) => decimalsAt(row, column));
  const rowDecimals = remembered((row) => usualDecimals(inRow(row)));
  const columnDecimals = remembered((column) => usualDecimals(inColumn(column)));
  const finestDecimals = remembered((column) => usualDecimals(inColumn(column), FEW));
  const beside = remembered((row) => firstName(table, row, mark));
  const years = remembered((row) => yearsIn(table, row, mark));
  const above = remembered((column) => namesDown(table, column, mark, years));
  const names = (row: number, column: number): { readonly row: string; readonly column: string } => {
    const label = beside(row);
    return { row: label.column < column ? label.text : '', column: above(column)[row] ?? '' };
  };
  return { textAt, mark, typedDecimals, rowDecimals, columnDecimals, finestDecimals, names };
}

function decimalsOf(length: number, at: (place: number) => number | undefined): readonly number[] {
  return Array.from({ length }, (_, place) => at(place)).filter((decimals) => decimals !== undefined);
}

/**
 * The decimals that the typed percentages of a column have, where there are a few and no formula among them; Infinity elsewhere. Who types 78.4% is shown 78.40%
 * by Excel, and has still rounded to one decimal.
 */
function typedRates({ grid }: Sheet): (column: number) => number {
  return remembered((column) => {
    let typed = 0;
    let finest = 0;
    for (const row of grid) {
      const cell = row?.[column];
      if (typeof cell?.value !== 'number' || cell.format?.includes('%') !== true) continue;
      if (cell.formula !== undefined) return Infinity;
      typed += 1;
      finest = Math.max(finest, decimalFromDouble(cell.value).times(HUNDRED).decimalPlaces());
    }
    return typed < FEWEST_TYPED ? Infinity : finest;
  });
}

/** Long tables ask the same of a line for each of its cells. */
function remembered<Result>(compute: (line: number) => Result): (line: number) => Result {
  const known = new Map<number, Result>();
  return (line) => {
    const found = known.get(line) ?? compute(line);
    known.set(line, found);
    return found;
  };
}

/** The most decimals that at least one in so many of a line's figures prints: «5» among «5.25» stands for 5.00. */
function usualDecimals(printed: readonly number[], oneIn = 3): number {
  const decimals = [...printed].sort((a, b) => b - a);
  return Math.min(MOST_DECIMALS, decimals[Math.ceil(decimals.length / oneIn) - 1] ?? 0);
}

function figureOf(sheet: Sheet, reader: Reader, row: number, column: number): Figure {
  const text = reader.textAt(row, column);
  const read = readNumber(text, reader.mark);
  const names = reader.names(row, column);
  const cell = sheet.grid[row]?.[column];
  const isGeneral = typeof cell?.value === 'number' && (cell.format === undefined || cell.format === 'General');
  const unit = read?.percent === true ? PERCENT : PLAIN;
  const printed = Math.max(Math.min(read?.decimals ?? 0, MOST_DECIMALS), Math.min(reader.rowDecimals(row), reader.columnDecimals(column)));
  const isTypedRate = read?.percent === true && cell?.formula === undefined && typeof cell?.value === 'number';
  const decimals = isTypedRate ? Math.min(printed, reader.typedDecimals(column)) : printed;
  return {
    ref: { book: 'current', sheet: sheet.name, row, column },
    ...names,
    table: sheet.name,
    rowKey: names.row === '' ? `R${row + 1}` : names.row,
    columnKey: names.column === '' ? cellAddress({ row, column }).replace(/\d+$/, '') : names.column,
    reading: read === undefined ? readingOfText(text) : { kind: 'number', value: exactly(read).times(unit.scale) },
    quantum: quantumOf(decimals).times(unit.scale),
    unit,
    // General shows 1155 for 1155.00: among finer figures it is printed like them.
    decimals: isGeneral ? Math.max(decimals, Math.min(reader.finestDecimals(column), FINEST_PRINTED)) : decimals,
    ...(typeof cell?.value === 'string' && read !== undefined ? { isText: true } : {}),
    ...(cell?.formula === undefined ? {} : { formula: cell.formula }),
  };
}

function exactly({ value, decimals }: ReadNumber): Decimal {
  return new Decimal(value.toPrecision(15)).toDecimalPlaces(decimals);
}

function readingOfText(text: string): Figure['reading'] {
  return /[#\p{L}]/u.test(text) ? { kind: 'unreadable', text } : { kind: 'blank' };
}

function titleOf(head: OrdinaryFigures['grid'], mark: DecimalMark): string {
  for (const row of head) {
    const words = row.find((text) => text.trim() !== '');
    if (words !== undefined) return readNumber(words, mark) === undefined ? short(words) : '';
  }
  return '';
}

function onlyUnit(head: OrdinaryFigures['grid']): Unit | undefined {
  const found = new Set(head.flatMap((row) => row.flatMap((text) => (text === '' ? [] : (unitIn(text) ?? [])))));
  const [unit, second] = found;
  return second === undefined ? unit : undefined;
}

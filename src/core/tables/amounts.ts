/** Amount cells (金额单元格): what each holds, in the base unit, and how finely its column is printed. */
import { type Decimal, decimalFromDouble, decimalsOfDouble, ZERO } from '../number/decimal.ts';
import { parseAmount } from '../number/parse-amount.ts';
import { amountInBase, PERCENT, PLAIN, quantumInBase, type Unit } from '../number/unit.ts';
import type { Figure, Reading } from '../expressions/figure.ts';
import { decimalsOfFormat } from '../workbook/number-format.ts';
import { type Cell, cellAt, isError } from '../workbook/workbook.ts';
import { isCovered, type SheetView } from './sheet-view.ts';
import type { Measure } from './statement.ts';

/** A cell that holds a figure of a table, by the meaning of its row and column. */
export interface FigureCell {
  readonly rowKey: string;
  readonly rowLabel: string;
  readonly columnKey: string;
  readonly columnLabel: string;
  readonly row: number;
  readonly column: number;
  readonly measure: Measure;
}

export interface FigureOrigin {
  readonly view: SheetView;
  readonly book: 'current' | 'prior';
  readonly table: string;
  /** The unit of the table's money. */
  readonly unit: Unit;
}

const MOST_DECIMALS = 6;
const POINTS: Unit = { ...PLAIN, decimals: 2 };

/** All figures of a table, in the order of `cells`. Cells in one sheet column share their decimals. */
export function readFigures(cells: readonly FigureCell[], origin: FigureOrigin): readonly Figure[] {
  const precisions = new Map<string, Precision>();
  const columns = new Map<string, FigureCell[]>();
  for (const cell of cells) {
    const key = groupOf(cell);
    const known = columns.get(key);
    if (known === undefined) columns.set(key, [cell]);
    else known.push(cell);
  }
  for (const [key, members] of columns) precisions.set(key, precisionOf(members, origin));
  return cells.map((cell) => figureIn(cell, origin, precisions.get(groupOf(cell)) ?? precisionOf([cell], origin)));
}

// One object for a whole column: a long table has as many figures as cells.
interface Precision {
  readonly unit: Unit;
  readonly decimals: number;
  readonly quantum: Decimal;
}

const BLANK: Reading = { kind: 'blank' };

function precisionOf(members: readonly FigureCell[], origin: FigureOrigin): Precision {
  const unit = unitOf(members[0]?.measure ?? 'money', origin.unit);
  const decimals = decimalsOf(members, origin);
  return { unit, decimals, quantum: quantumInBase(unit, decimals) };
}

function groupOf(cell: FigureCell): string {
  return `${cell.column}/${cell.measure}`;
}

function figureIn(at: FigureCell, origin: FigureOrigin, { unit, decimals, quantum }: Precision): Figure {
  const { view, book, table } = origin;
  const cell = cellAt(view.sheet, at.row, at.column);
  const reading = isCovered(view, at.row, at.column) ? BLANK : readAmount(cell, unit, at.columnLabel);
  return {
    ref: { book, sheet: view.sheet.name, row: at.row, column: at.column },
    reading,
    quantum,
    unit,
    decimals,
    row: at.rowLabel,
    column: at.columnLabel,
    table,
    rowKey: at.rowKey,
    columnKey: at.columnKey,
    ...(typeof cell?.value === 'string' && reading.kind !== 'unreadable' ? { isText: true } : {}),
    ...(cell?.formula === undefined ? {} : { formula: cell.formula }),
  };
}

function unitOf(measure: Measure, money: Unit): Unit {
  return measure === 'money' ? money : measure === 'rate' ? PERCENT : POINTS;
}

/** In 元: what formulas leave of nothing (5.8E-11) is no amount. */
const RESIDUE = 1e-4;

/** A number, a number as text, nothing, or words and errors where a figure belongs. */
export function readAmount(cell: Cell | undefined, unit: Unit, columnLabel = ''): Reading {
  const value = cell?.value ?? null;
  if (value === null) return BLANK;
  if (isError(value)) return { kind: 'unreadable', text: value.error };
  if (typeof value === 'boolean') return { kind: 'unreadable', text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { kind: 'unreadable', text: String(value) };
    if (unit.kind !== 'rate') {
      const amount = amountInBase(value, unit);
      return { kind: 'number', value: unit.kind === 'money' && amount.abs().lt(RESIDUE) ? ZERO : amount };
    }
    const exact = decimalFromDouble(value);
    return { kind: 'number', value: isRatio(exact, cell?.format, columnLabel) ? exact : exact.times(unit.scale) };
  }
  return readText(value, unit);
}

function readText(text: string, unit: Unit): Reading {
  const parsed = parseAmount(unit.kind === 'count' ? text.replace(/\s*分\s*$/, '') : text);
  if (parsed.kind === 'blank') return BLANK;
  if (parsed.kind === 'text' || (parsed.percent && unit.kind !== 'rate')) return { kind: 'unreadable', text: text.trim() };
  if (unit.kind !== 'rate') return { kind: 'number', value: parsed.value.times(unit.scale) };
  return { kind: 'number', value: parsed.percent || parsed.value.abs().gt(2) ? parsed.value.times(unit.scale) : parsed.value };
}

/** 0.977 shown as 97.70% is a ratio; 97.70 under 执行率(%) is not. */
function isRatio(value: Decimal, format: string | undefined, columnLabel: string): boolean {
  if (decimalsOfFormat(format)?.percent === true) return true;
  return !/[%％]/.test(columnLabel) && value.abs().lte(2);
}

/** What the number format promises; else the unit's convention, unless most figures of the column hold more. */
function decimalsOf(members: readonly FigureCell[], { view, unit: money }: FigureOrigin): number {
  const first = members[0];
  const unit = unitOf(first?.measure ?? 'money', money);
  const promised = new Map<number, number>();
  let formatted = 0;
  let filled = 0;
  let finer = 0;
  let finest = unit.decimals;
  for (const { row, column } of members) {
    const cell = cellAt(view.sheet, row, column);
    if (cell === undefined || isCovered(view, row, column)) continue;
    const shown = typeof cell.value === 'number' ? decimalsOfFormat(cell.format) : undefined;
    if (shown !== undefined && (unit.kind === 'rate') === shown.percent) {
      formatted++;
      promised.set(shown.decimals, (promised.get(shown.decimals) ?? 0) + 1);
    }
    const digits = digitsAfterPoint(cell);
    if (digits === undefined) continue;
    filled++;
    if (digits > unit.decimals) finer++;
    finest = Math.max(finest, Math.min(digits, MOST_DECIMALS));
  }
  if (formatted > 0 && formatted * 2 >= filled) return [...promised].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  return unit.kind !== 'rate' && finer * 2 > filled ? finest : unit.decimals;
}

/** Decimals that a cell other than zero holds. */
function digitsAfterPoint(cell: Cell): number | undefined {
  if (typeof cell.value === 'number' && Number.isFinite(cell.value)) return cell.value === 0 ? undefined : decimalsOfDouble(cell.value);
  if (typeof cell.value !== 'string') return undefined;
  const parsed = parseAmount(cell.value);
  return parsed.kind === 'number' && !parsed.value.eq(ZERO) ? parsed.decimals : undefined;
}

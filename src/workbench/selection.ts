/** What is selected (选定区域): the active cell and, with it, a whole area; its sum as a status line says it, and its text as the clipboard takes it. */
import { type Decimal, decimalFromDouble, ZERO } from '../core/number/decimal.ts';
import { type Area, parseArea } from '../core/workbook/address.ts';
import { shownText } from '../core/workbook/number-format.ts';
import { cellAt, type Sheet } from '../core/workbook/workbook.ts';
import { gridSize, type Place } from './geometry.ts';

export interface Selection extends Place {
  /** The corner across from the active cell; the cell itself where it is the only one. */
  readonly extent: Place;
  /** Whole rows or columns, taken by their heads: a merged title across them does not take its other columns along. */
  readonly isWhole?: boolean;
}

export function only({ row, column }: Place): Selection {
  return { row, column, extent: { row, column } };
}

/** The selected area, made larger until it cuts no merged area. */
export function selectedArea({ row, column, extent, isWhole }: Selection, merged: readonly Area[]): Area {
  let area: Area = {
    top: Math.min(row, extent.row),
    left: Math.min(column, extent.column),
    bottom: Math.max(row, extent.row),
    right: Math.max(column, extent.column),
  };
  for (let isGrowing = isWhole !== true; isGrowing;) {
    const grown = merged.filter((one) => touches(one, area)).reduce(around, area);
    isGrowing = grown.top < area.top || grown.left < area.left || grown.bottom > area.bottom || grown.right > area.right;
    area = grown;
  }
  return area;
}

function touches(one: Area, other: Area): boolean {
  return one.top <= other.bottom && one.bottom >= other.top && one.left <= other.right && one.right >= other.left;
}

function around(one: Area, other: Area): Area {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

export function isSingle(area: Area, merged: readonly Area[]): boolean {
  if (area.top === area.bottom && area.left === area.right) return true;
  return merged.some((one) => one.top === area.top && one.left === area.left && one.bottom === area.bottom && one.right === area.right);
}

export interface Totals {
  /** Cells that hold something, and those of them that hold a number. */
  readonly filled: number;
  readonly numbers: number;
  readonly sum: Decimal;
}

const ROWS_AT_ONCE = 200;

/** Adds up what is in view of an area, piece by piece: between two pieces the caller may let the page breathe. Sums are exact. */
export function* totalsOf(sheet: Sheet, area: Area): Generator<undefined, Totals> {
  let [filled, numbers, sum] = [0, 0, ZERO];
  const bottom = Math.min(area.bottom, sheet.grid.length - 1);
  for (let row = area.top; row <= bottom; row++) {
    for (let column = area.left; column <= Math.min(area.right, sheet.columnCount - 1); column++) {
      const value = cellAt(sheet, row, column)?.value ?? null;
      if (value === null || sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column)) continue;
      filled++;
      if (typeof value !== 'number') continue;
      numbers++;
      sum = sum.plus(decimalFromDouble(value));
    }
    if ((row - area.top) % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield undefined;
  }
  return { filled, numbers, sum };
}

/** As other programs take it: a tab between cells, a line for each row in view; texts with line breaks, tabs or quotes in quotes. */
export function asTabbed(sheet: Sheet, area: Area, date1904: boolean): string {
  const rows: string[] = [];
  for (let row = area.top; row <= Math.min(area.bottom, Math.max(area.top, sheet.grid.length - 1)); row++) {
    if (sheet.hiddenRows.has(row)) continue;
    const cells: string[] = [];
    for (let column = area.left; column <= Math.min(area.right, Math.max(area.left, sheet.columnCount - 1)); column++) {
      if (sheet.hiddenColumns.has(column)) continue;
      const cell = cellAt(sheet, row, column);
      const text = cell === undefined ? '' : shownText(cell, date1904);
      cells.push(/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    }
    rows.push(cells.join('\t'));
  }
  return rows.join('\r\n');
}

/** What somebody typed into the name box (名称框): «B12» or «A1:C9»; undefined when it is no address that the grid shows. */
export function typedPlace(text: string, sheet: Sheet): Selection | undefined {
  const area = parseArea(text.trim().replaceAll('：', ':'));
  const { rows, columns } = gridSize(sheet);
  if (area === undefined || area.top < 0 || area.left < 0 || area.top >= rows || area.left >= columns) return undefined;
  return { row: area.top, column: area.left, extent: { row: Math.min(area.bottom, rows - 1), column: Math.min(area.right, columns - 1) } };
}

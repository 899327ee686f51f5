/** Fills one sheet of ours (填写工作表): formats before values, looks by lists of areas, widths, heights and panes; nothing cell by cell. */
import { LOOKS, type Look } from '../../core/edits/looks.ts';
import type { ContentCell, InputRule, SheetContent } from '../../core/edits/sheet-content.ts';
import { type Area, columnName } from '../../core/workbook/address.ts';
import { addressChunks } from './area-addresses.ts';
import { linkFormula, typedValue } from './cell-text.ts';
import { breather } from './retry.ts';
import { applyBase, applyLook } from './sheet-looks.ts';

export interface WriteBudget {
  /** Bytes of one request; absent where there is no limit. */
  readonly bytes: number | undefined;
  /** Bytes queued since the last request, about. */
  weight: number;
  /** A first part has been sent ahead of the rest. */
  sent: boolean;
}

/** Excel's own limit, in points. */
const HIGHEST_ROW = 409;
/** Width in points of one character of the standard font, and of the margin. */
const CHARACTER = 5.5;
const MARGIN = 4;
/** Rows written by one call; the pane answers in between. */
const ROWS_AT_ONCE = 500;
/** Bytes a cell weighs beside its text: its number format and the commas. */
const CELL_WEIGHT = 16;

export async function fillSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  content: SheetContent,
  budget: WriteBudget,
): Promise<void> {
  const width = Math.max(1, ...content.rows.map((row) => row.length));
  const height = content.rows.length;
  if (height > 0) {
    const all = sheet.getRangeByIndexes(0, 0, height, width);
    applyBase(all);
    const breath = breather();
    for (const [look, areas] of looksOf(content)) {
      applyLook(sheet, look, areas);
      await breath();
    }
    await writeRows(context, sheet, content, width, budget);
    for (const area of content.merged ?? []) {
      const range = sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
      range.merge();
      range.untrack();
    }
    setInputRules(sheet, content.inputRules ?? []);
    setWidths(sheet, content);
    // Merged cells are left out by Excel; where that matters the content brings its own heights.
    all.format.autofitRows();
    all.untrack();
    setHeights(sheet, content.heights ?? new Map());
  }
  if ((content.frozenRows ?? 0) > 0) sheet.freezePanes.freezeRows(content.frozenRows);
  else sheet.freezePanes.unfreeze();
}

/** The page, once, in a round of its own: it fails where no printer is installed, and then the sheet is whole all the same. */
export async function setUpPage(
  context: Excel.RequestContext,
  pages: readonly { readonly sheet: string; readonly content: SheetContent }[],
): Promise<void> {
  for (const { sheet, content } of pages) {
    const { pageLayout } = context.workbook.worksheets.getItem(sheet);
    pageLayout.orientation = content.orientation === 'landscape' ? 'Landscape' : 'Portrait';
    if (content.printedColumns !== undefined) pageLayout.setPrintArea(`A:${columnName(content.printedColumns - 1)}`);
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  }
  try {
    await context.sync();
  } catch {
    // The page is a nicety; what was asked for has been written.
  }
}

async function writeRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rows }: SheetContent,
  width: number,
  budget: WriteBudget,
): Promise<void> {
  let top = 0;
  const breath = breather();
  const flush = (bottom: number): void => {
    const part = rows.slice(top, bottom);
    const range = sheet.getRangeByIndexes(top, 0, part.length, width);
    // Formats first: a text must not be taken for a number on its way in.
    range.numberFormat = part.map((row) => filled(row, width, formatOf));
    range.formulas = part.map((row) => filled(row, width, enteredOf));
    range.untrack();
    top = bottom;
  };
  for (const [index, row] of rows.entries()) {
    const own = row.reduce(
      (sum, cell) =>
        sum + CELL_WEIGHT + (typeof cell?.value === 'string' ? cell.value.length * 3 : 0) + (cell?.link === undefined ? 0 : 60),
      0,
    );
    if (budget.bytes !== undefined && budget.weight > 0 && budget.weight + own > budget.bytes) {
      if (index > top) flush(index);
      await context.sync();
      budget.sent = true;
      budget.weight = 0;
    }
    budget.weight += own;
    if (index - top >= ROWS_AT_ONCE) {
      flush(index);
      await breath();
    }
  }
  flush(rows.length);
}

function filled<Value>(row: readonly (ContentCell | null)[], width: number, value: (cell: ContentCell | null) => Value): Value[] {
  return Array.from({ length: width }, (_, column) => value(row[column] ?? null));
}

function formatOf(cell: ContentCell | null): string {
  return cell === null ? 'General' : (cell.format ?? lookOf(cell).format ?? 'General');
}

function enteredOf(cell: ContentCell | null): string | number {
  if (cell === null) return '';
  return linkFormula(cell) ?? typedValue(cell.value);
}

function lookOf(cell: ContentCell): Look {
  return LOOKS[cell.style ?? (cell.link === undefined ? 'text' : 'link')];
}

/** The cells of each look; titles stand in the middle of what they are merged over. */
function looksOf(content: SheetContent): Map<Look, Area[]> {
  const found = new Map<Look, Area[]>();
  const centredTitle: Look = { ...LOOKS.title, horizontal: 'center' };
  content.rows.forEach((row, top) =>
    row.forEach((cell, left) => {
      if (cell === null) return;
      const centred = cell.style === 'title' && (content.merged ?? []).some((area) => area.top === top && area.left === left);
      const look = centred ? centredTitle : lookOf(cell);
      if (Object.keys(look).length === 0) return;
      const areas = found.get(look) ?? [];
      areas.push({ top, left, bottom: top, right: left });
      found.set(look, areas);
    }),
  );
  return found;
}

/** A list offers and never refuses: after the lines have been sorted it may stand at another one. */
function setInputRules(sheet: Excel.Worksheet, rules: readonly InputRule[]): void {
  for (const { area, rule, title, message } of rules) {
    const range = sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
    const { dataValidation } = range;
    if (rule.kind === 'list') {
      dataValidation.rule = { list: { inCellDropDown: true, source: rule.options.join(',') } };
      dataValidation.errorAlert = { showAlert: false, style: 'Information' as Excel.DataValidationAlertStyle, title, message };
      dataValidation.prompt = { showPrompt: true, title, message };
    } else {
      dataValidation.rule = { custom: { formula: `=${rule.formula}` } };
      dataValidation.errorAlert = { showAlert: true, style: 'Stop' as Excel.DataValidationAlertStyle, title, message };
    }
    range.untrack();
  }
}

function setWidths(sheet: Excel.Worksheet, { widths, hiddenColumns = [] }: SheetContent): void {
  const bySize = new Map<number, string[]>();
  widths.forEach((width, column) => {
    const name = columnName(column);
    bySize.set(width, [...(bySize.get(width) ?? []), `${name}:${name}`]);
  });
  for (const [width, columns] of bySize) {
    for (const addresses of addressChunks(columns)) {
      const ranges = sheet.getRanges(addresses);
      ranges.format.columnWidth = width * CHARACTER + MARGIN;
      ranges.untrack();
    }
  }
  for (const column of hiddenColumns) {
    const range = sheet.getRange(`${columnName(column)}:${columnName(column)}`);
    range.columnHidden = true;
    range.untrack();
  }
}

function setHeights(sheet: Excel.Worksheet, heights: ReadonlyMap<number, number>): void {
  const bySize = new Map<number, string[]>();
  for (const [row, height] of heights) {
    const points = Math.min(height, HIGHEST_ROW);
    bySize.set(points, [...(bySize.get(points) ?? []), `${row + 1}:${row + 1}`]);
  }
  for (const [points, rows] of bySize) {
    for (const addresses of addressChunks(rows)) {
      const ranges = sheet.getRanges(addresses);
      ranges.format.rowHeight = points;
      ranges.untrack();
    }
  }
}

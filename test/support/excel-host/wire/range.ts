/** `Range` and `RangeAreas`: what they answer, and what they refuse. */
import { type Area } from '../../../../src/core/workbook/address.ts';
import { shownText } from '../../../../src/core/workbook/number-format.ts';
import { isError } from '../../../../src/core/workbook/workbook.ts';
import { range } from '../model/cells.ts';
import { lookAt, setLook } from '../model/looks.ts';
import { contains, type HostSheet, isUnbounded, WHOLE_SHEET } from '../model/sheet.ts';
import { writeCells } from '../model/write-cells.ts';
import { fullAddress } from './addresses.ts';
import { conditionalFormatsOf } from './conditional-format.ts';
import { dataValidationOf } from './data-validation.ts';
import { type HostContext, needsSet } from './context.ts';
import { accessDenied, hostGap, HostError, invalidArgument, type Json } from './protocol.ts';
import { cellProperties, formatOf, lineProperties } from './range-format.ts';
import { type Argument, integer, isWireObject, nullObject, type Scalar, type WireClass, wired, type WireObject } from './wire-class.ts';

export interface RangeTarget {
  readonly host: HostContext;
  readonly sheet: HostSheet;
  readonly area: Area;
}

const MOST_MERGES = 512;

function matrix({ host, sheet, area }: RangeTarget, member: string, cell: (row: number, column: number) => Json): Json {
  if (isUnbounded(area)) return null;
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > host.mostCells) {
    if (host.profile.tooManyCells === 'null') return null;
    throw new HostError('RangeExceedsLimit', 'The cell count in the range has exceeded the maximum supported number.', `Range.${member}`);
  }
  const covered = sheet.merged.filter((merged) => merged.top <= area.bottom && area.top <= merged.bottom);
  const isCovered = (row: number, column: number): boolean =>
    covered.some((merged) => contains(merged, row, column) && (merged.top !== row || merged.left !== column));
  const columns = range(area.left, area.right);
  return range(area.top, area.bottom).map((row) =>
    columns.map((column) => (covered.length > 0 && isCovered(row, column) ? '' : cell(row, column))),
  );
}

function value({ sheet }: RangeTarget, row: number, column: number): Json {
  const found = sheet.cells.get(row, column)?.value;
  return found === undefined ? '' : isError(found) ? found.error : found;
}

function shown({ sheet }: RangeTarget, row: number, column: number): string {
  const cell = sheet.cells.get(row, column);
  if (cell === undefined) return '';
  const format = String(lookAt(sheet, row, column, 'NumberFormat'));
  if (format === 'General' && typeof cell.value === 'number') return String(Number(cell.value.toPrecision(10)));
  const text = shownText({ value: cell.value, format });
  // Formats that leave room for a bracket or a sign (`_ `, `_)`) show it.
  return typeof cell.value === 'number' && format.startsWith('_') ? ` ${text} ` : text;
}

function valueType(target: RangeTarget, row: number, column: number): string {
  const found = target.sheet.cells.get(row, column)?.value;
  if (found === undefined) return 'Empty';
  if (isError(found)) return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof found as 'string' | 'number' | 'boolean'];
}

function refuseProtected({ sheet }: RangeTarget, member: string): void {
  if (sheet.isProtected) throw accessDenied(`Range.${member}`);
}

function written(member: 'values' | 'formulas'): (target: RangeTarget, matrix: Json) => void {
  return (target, cells) => {
    refuseProtected(target, member);
    writeCells(target.sheet, target.area, cells, `Range.${member}`);
    target.host.changed(target.sheet, target.area);
  };
}

function hidden(direction: 'row' | 'column'): Scalar<RangeTarget> {
  const lines = ({ area }: RangeTarget): number[] => (direction === 'row' ? range(area.top, area.bottom) : range(area.left, area.right));
  const set = ({ sheet }: RangeTarget): Set<number> => (direction === 'row' ? sheet.hiddenRows : sheet.hiddenColumns);
  return {
    get(target) {
      const found = new Set(lines(target).map((line) => set(target).has(line)));
      return found.size > 1 ? null : found.has(true);
    },
    set(target, value) {
      refuseProtected(target, `${direction}Hidden`);
      for (const line of lines(target)) {
        if (value === true) set(target).add(line);
        else set(target).delete(line);
      }
    },
  };
}

const rangeClass: WireClass<RangeTarget> = {
  name: 'Range',
  kept: true,
  scalars: {
    Address: { get: ({ sheet, area }) => fullAddress(sheet.name, area) },
    RowIndex: { get: ({ area }) => area.top },
    ColumnIndex: { get: ({ area }) => area.left },
    RowCount: { get: ({ area }) => area.bottom - area.top + 1 },
    ColumnCount: { get: ({ area }) => area.right - area.left + 1 },
    Values: { get: (target) => matrix(target, 'values', (row, column) => value(target, row, column)), set: written('values') },
    Formulas: {
      get: (target) =>
        matrix(target, 'formulas', (row, column) => target.sheet.cells.get(row, column)?.formula ?? value(target, row, column)),
      set: written('formulas'),
    },
    Text: { get: (target) => matrix(target, 'text', (row, column) => shown(target, row, column)) },
    ValueTypes: { get: (target) => matrix(target, 'valueTypes', (row, column) => valueType(target, row, column)) },
    NumberFormat: {
      get: (target) => matrix(target, 'numberFormat', (row, column) => lookAt(target.sheet, row, column, 'NumberFormat')),
      set(target, formats) {
        refuseProtected(target, 'numberFormat');
        setNumberFormats(target, formats);
      },
    },
    RowHidden: hidden('row'),
    ColumnHidden: hidden('column'),
  },
  links: {
    Format: ({ sheet, area }) => formatOf(sheet, [area]),
    ConditionalFormats: ({ host, sheet, area }) => conditionalFormatsOf(host, sheet, [area]),
    DataValidation: ({ host, sheet, area }) => dataValidationOf(host, sheet, area),
  },
  methods: {
    GetMergedAreasOrNullObject(target) {
      needsSet(target.host, '1.13', 'Range.getMergedAreasOrNullObject');
      const merged = target.sheet.merged.filter(({ top, left }) => contains(target.area, top, left));
      if (merged.length > MOST_MERGES) throw invalidArgument('Range.getMergedAreasOrNullObject');
      return merged.length === 0 ? nullObject : rangeAreas(target.host, target.sheet, merged);
    },
    GetRowProperties: ({ sheet, area }, [asked]) => lineProperties(sheet, area, 'row', json(asked)),
    GetColumnProperties: ({ sheet, area }, [asked]) => lineProperties(sheet, area, 'column', json(asked)),
    GetCellProperties: ({ sheet, area }, [asked]) => cellProperties(sheet, area, json(asked)),
    Merge(target, [across]) {
      refuseProtected(target, 'merge');
      if (across === true) throw invalidArgument('Range.merge');
      target.sheet.merged = [...target.sheet.merged.filter((other) => !contains(target.area, other.top, other.left)), target.area];
    },
    Clear(target) {
      refuseProtected(target, 'clear');
      clear(target);
      target.host.changed(target.sheet, target.area);
    },
    Select: select,
    // How the client itself writes more than 1,500 cells: in blocks of rows.
    _ValidateArraySize({ area }, args) {
      const [rows, columns] = [integer(args, 0, 'Range.values'), integer(args, 1, 'Range.values')];
      if (rows !== area.bottom - area.top + 1 || columns !== area.right - area.left + 1) throw invalidArgument('Range.values');
    },
    GetRow({ host, sheet, area }, args) {
      const row = area.top + integer(args, 0, 'Range.getRow');
      return rangeOf(host, sheet, { ...area, top: row, bottom: row });
    },
    GetBoundingRect({ host, sheet, area }, [other]) {
      if (!isWireObject(other ?? null)) throw hostGap('Range.getBoundingRect() by address');
      const second = ((other as WireObject).target as RangeTarget).area;
      return rangeOf(host, sheet, {
        top: Math.min(area.top, second.top),
        left: Math.min(area.left, second.left),
        bottom: Math.max(area.bottom, second.bottom),
        right: Math.max(area.right, second.right),
      });
    },
  },
};

function json(argument: Argument | undefined): Json {
  if (argument === undefined || isWireObject(argument)) throw invalidArgument('Range.getProperties');
  return argument;
}

function setNumberFormats(target: RangeTarget, formats: Json): void {
  const { sheet, area } = target;
  if (typeof formats === 'string') {
    setLook(sheet, [area], 'NumberFormat', formats, 'Range.numberFormat');
    return;
  }
  const rows: readonly (readonly Json[])[] = Array.isArray(formats) ? (formats as readonly (readonly Json[])[]) : [];
  const fits = rows.length === area.bottom - area.top + 1 && rows.every((row) => row.length === area.right - area.left + 1);
  if (!fits) throw invalidArgument('Range.numberFormat');
  rows.forEach((row, down) =>
    row.forEach((format, right) => {
      const cell = { top: area.top + down, bottom: area.top + down, left: area.left + right, right: area.left + right };
      if (format !== null) setLook(sheet, [cell], 'NumberFormat', format, 'Range.numberFormat');
    }),
  );
}

/** Contents, looks, merges and rules; sizes of rows and columns stay, as do names. */
function clear({ sheet, area }: RangeTarget): void {
  sheet.cells.clear(area);
  sheet.looks.clear(area);
  sheet.merged = sheet.merged.filter(({ top, left }) => !contains(area, top, left));
  if (area.bottom === WHOLE_SHEET.bottom && area.right === WHOLE_SHEET.right) sheet.rules = [];
}

function select({ host, sheet, area }: RangeTarget): void {
  if (host.otherWorkbookFocused)
    throw new HostError('InvalidSelection', 'The current selection is invalid for this operation.', 'Range.select');
  if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', 'The requested operation is invalid.', 'Range.select');
  // On another sheet than the one in front, selecting in the same batch as activating is lost (office-js issue 5118).
  if (host.book.active === sheet) host.book.selection = fullAddress(sheet.name, area);
}

export function rangeOf(host: HostContext, sheet: HostSheet, area: Area): WireObject {
  return wired(rangeClass, { host, sheet, area });
}

interface AreasTarget {
  readonly host: HostContext;
  readonly sheet: HostSheet;
  readonly areas: readonly Area[];
}

const areasClass: WireClass<AreasTarget> = {
  name: 'RangeAreas',
  kept: true,
  scalars: {
    Address: { get: ({ sheet, areas }) => areas.map((area) => fullAddress(sheet.name, area)).join(',') },
    AreaCount: { get: ({ areas }) => areas.length },
  },
  links: {
    Areas: ({ host, sheet, areas }) =>
      wired({ name: 'RangeCollection', items: () => areas.map((area) => rangeOf(host, sheet, area)) }, null),
    Format: ({ sheet, areas }) => formatOf(sheet, areas),
    ConditionalFormats: ({ host, sheet, areas }) => conditionalFormatsOf(host, sheet, areas),
  },
};

export function rangeAreas(host: HostContext, sheet: HostSheet, areas: readonly Area[]): WireObject {
  return wired(areasClass, { host, sheet, areas });
}

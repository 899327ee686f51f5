/** `range.format` and what hangs on it: fill, font, borders, protection, sizes of rows and columns. */
import type { Area } from '../../../../src/core/workbook/address.ts';
import { range } from '../model/cells.ts';
import { commonLook, setLook } from '../model/looks.ts';
import { type HostSheet, isUnbounded, LAST_COLUMN, LAST_ROW } from '../model/sheet.ts';
import { accessDenied, invalidArgument, type Json } from './protocol.ts';
import { type Scalar, text, type WireClass, wired, type WireObject } from './wire-class.ts';

/** The cells whose format is meant. */
export interface Formatted {
  readonly sheet: HostSheet;
  readonly areas: readonly Area[];
}

const DEFAULT_HEIGHT = 13.5;
const DEFAULT_WIDTH = 54;
const HIGHEST_ROW = 409;

function look(property: string): Scalar<Formatted> {
  return {
    get: ({ sheet, areas }) => commonLook(sheet, areas, property),
    set({ sheet, areas }, value) {
      refuseProtected(sheet, property);
      setLook(sheet, areas, property, value, `RangeFormat.${property}`);
    },
  };
}

function looks(prefix: string, names: readonly string[]): Record<string, Scalar<Formatted>> {
  return Object.fromEntries(names.map((name) => [name, look(`${prefix}${name}`)]));
}

function refuseProtected(sheet: HostSheet, what: string): void {
  if (sheet.isProtected) throw accessDenied(`RangeFormat.${what}`);
}

const fill: WireClass<Formatted> = { name: 'RangeFill', scalars: looks('Fill/', ['Color']) };

const font: WireClass<Formatted> = { name: 'RangeFont', scalars: looks('Font/', ['Name', 'Size', 'Bold', 'Italic', 'Color', 'Underline']) };

const protection: WireClass<Formatted> = { name: 'FormatProtection', scalars: looks('Protection/', ['Locked']) };

const borders: WireClass<Formatted> = {
  name: 'RangeBorderCollection',
  item: (formatted, args) => {
    const side = text(args, 0, 'RangeBorderCollection.getItem');
    return wired<Formatted>({ name: 'RangeBorder', id: () => side, scalars: looks(`Borders/${side}/`, ['Style', 'Color']) }, formatted);
  },
};

/** A size of rows or columns: the one they all have, or null. */
function size(name: 'RowHeight' | 'ColumnWidth', most: number, usual: number): Scalar<Formatted> {
  const lines = ({ areas }: Formatted): number[] =>
    areas.flatMap((area) => (name === 'RowHeight' ? range(area.top, area.bottom) : range(area.left, area.right)));
  const sizes = ({ sheet }: Formatted): Map<number, number> => (name === 'RowHeight' ? sheet.rowHeights : sheet.columnWidths);
  return {
    get(formatted) {
      const seen = new Set(lines(formatted).map((line) => sizes(formatted).get(line) ?? usual));
      return seen.size === 1 ? ([...seen][0] ?? null) : null;
    },
    set(formatted, value) {
      refuseProtected(formatted.sheet, name);
      if (typeof value !== 'number' || value < 0 || value > most) throw invalidArgument(`RangeFormat.${name}`);
      for (const line of lines(formatted)) sizes(formatted).set(line, value);
    },
  };
}

const format: WireClass<Formatted> = {
  name: 'RangeFormat',
  scalars: {
    ...looks('', ['WrapText', 'HorizontalAlignment', 'VerticalAlignment', 'IndentLevel']),
    RowHeight: size('RowHeight', HIGHEST_ROW, DEFAULT_HEIGHT),
    // Points, not characters (office-js issue 187).
    ColumnWidth: size('ColumnWidth', 2000, DEFAULT_WIDTH),
    UseStandardHeight: {
      set({ sheet, areas }, value) {
        if (value !== true) throw invalidArgument('RangeFormat.useStandardHeight');
        for (const area of areas)
          for (const row of [...sheet.rowHeights.keys()]) if (row >= area.top && row <= area.bottom) sheet.rowHeights.delete(row);
      },
    },
  },
  links: {
    Fill: (formatted) => wired(fill, formatted),
    Font: (formatted) => wired(font, formatted),
    Protection: (formatted) => wired(protection, formatted),
    Borders: (formatted) => wired(borders, formatted),
  },
  methods: {
    AutofitRows({ sheet, areas }) {
      refuseProtected(sheet, 'autofitRows');
      for (const area of areas)
        for (const row of rowsWithText({ sheet, areas: [area] })) sheet.rowHeights.set(row, fittedHeight(sheet, row));
    },
  },
};

function rowsWithText({ sheet, areas }: Formatted): number[] {
  const rows = new Set<number>();
  for (const area of areas) for (const [row] of sheet.cells.within({ ...area, left: 0, right: LAST_COLUMN })) rows.add(row);
  return [...rows];
}

/** As high as the longest wrapped text needs; merged cells are left out, and 409 points are the end (as in Excel's own window). */
function fittedHeight(sheet: HostSheet, row: number): number {
  let lines = 1;
  for (const [, column, { value }] of sheet.cells.within({ top: row, bottom: row, left: 0, right: LAST_COLUMN })) {
    const merged = sheet.merged.some((area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right);
    if (
      merged ||
      typeof value !== 'string' ||
      commonLook(sheet, [{ top: row, bottom: row, left: column, right: column }], 'WrapText') !== true
    )
      continue;
    const width = [...value].reduce((sum, char) => sum + (char > '\u2e80' ? 11 : 5.5), 0);
    lines = Math.max(lines, Math.ceil(width / (sheet.columnWidths.get(column) ?? DEFAULT_WIDTH)));
  }
  return Math.min(HIGHEST_ROW, lines * DEFAULT_HEIGHT);
}

export function formatOf(sheet: HostSheet, areas: readonly Area[]): WireObject {
  return wired(format, { sheet, areas });
}

/** `getRowProperties` and `getColumnProperties`: one object for each row or column, with what was asked for. */
export function lineProperties(sheet: HostSheet, area: Area, direction: 'row' | 'column', asked: Json): Json {
  if (typeof asked !== 'object' || asked === null || isUnbounded(area)) throw invalidArgument(`Range.get${direction}Properties`);
  const wanted = Object.keys(asked);
  const hidden = direction === 'row' ? 'rowHidden' : 'columnHidden';
  if (wanted.some((name) => name !== hidden)) throw invalidArgument(`Range.${direction} properties ${wanted.join(',')}`);
  const lines = direction === 'row' ? range(area.top, area.bottom) : range(area.left, area.right);
  const set = direction === 'row' ? sheet.hiddenRows : sheet.hiddenColumns;
  return lines.map((line) => ({ [hidden]: set.has(line) }));
}

/** `getCellProperties`: only the indent is modelled. */
export function cellProperties(sheet: HostSheet, area: Area, asked: Json): Json {
  if (JSON.stringify(asked) !== '{"format":{"indentLevel":true}}' || area.bottom === LAST_ROW)
    throw invalidArgument('Range.getCellProperties');
  return range(area.top, area.bottom).map((row) =>
    range(area.left, area.right).map((column) => {
      const level = commonLook(sheet, [{ top: row, bottom: row, left: column, right: column }], 'IndentLevel');
      return { format: { indentLevel: level } };
    }),
  );
}

/** The workbook inside the test host, the way it was loaded, and a plain picture of it for comparing before and after. */
import { areaAddress, quoteSheetName } from '../../../../src/core/workbook/address.ts';
import { isError, type Workbook } from '../../../../src/core/workbook/workbook.ts';
import { tagName } from '../../../../src/core/workbook/sheet-tag.ts';
import { type HostSheet, type Looks, newSheet } from './sheet.ts';

export interface HostBook {
  name: string;
  readOnly: boolean;
  /** The structure of the workbook is protected: no sheet may be added, renamed or removed. */
  structureProtected: boolean;
  sheets: HostSheet[];
  /** The sheet in front; undefined while a chart sheet is. */
  active: HostSheet | undefined;
  /** «Sheet!A1», as selected last. */
  selection: string | undefined;
  /** Custom XML parts of all programs. */
  customXml: { readonly id: string; xml: string }[];
  /** Every id and reference is given once. */
  nextId: number;
}

export function newBook(name = 'book.xlsx'): HostBook {
  return {
    name,
    readOnly: false,
    structureProtected: false,
    sheets: [],
    active: undefined,
    selection: undefined,
    customXml: [],
    nextId: 1,
  };
}

export function addSheet(book: HostBook, name: string): HostSheet {
  const sheet = newSheet(`{00000000-0001-0000-${String(book.nextId++).padStart(4, '0')}-000000000000}`, name);
  book.sheets.push(sheet);
  book.active ??= sheet;
  return sheet;
}

/** The workbook that a snapshot describes, as Excel would have opened it. */
export function bookFrom(workbook: Workbook): HostBook {
  const book = newBook(workbook.name);
  for (const source of workbook.sheets) {
    const sheet = addSheet(book, source.name);
    sheet.visibility = source.visibility === 'visible' ? 'Visible' : source.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
    sheet.isProtected = source.isProtected;
    sheet.merged = [...source.merged];
    for (const row of source.hiddenRows) sheet.hiddenRows.add(row);
    for (const column of source.hiddenColumns) sheet.hiddenColumns.add(column);
    if (source.tag !== undefined) {
      sheet.names.push({ name: tagName(source.tag), formula: `=${quoteSheetName(source.name)}!$A$1`, comment: '', visible: false });
    }
    source.grid.forEach((cells, row) =>
      cells?.forEach((cell, column) => {
        if (cell === undefined) return;
        const { value, formula, format, indent } = cell;
        if (value !== null || formula !== undefined) {
          sheet.cells.set(row, column, { value: value ?? '', ...(formula === undefined ? {} : { formula: `=${formula}` }) });
        }
        const looks: Record<string, string | number> = {};
        if (format !== undefined) looks.NumberFormat = format;
        if (indent !== undefined) looks.IndentLevel = indent;
        if (Object.keys(looks).length > 0) sheet.looks.set(row, column, looks);
      }),
    );
  }
  book.active = book.sheets.find(({ visibility }) => visibility === 'Visible');
  return book;
}

/** Everything of the workbook that a user could lose, without the host's own ids. */
export function picture(book: HostBook): unknown {
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.isProtected,
    cells: sheet.cells
      .sorted()
      .map(([row, column, { value, formula, prefixed }]) => [row, column, isError(value) ? value.error : value, formula, prefixed]),
    looks: sheet.looks.sorted().filter(([, , looks]) => Object.keys(looks as Looks).length > 0),
    merged: sheet.merged.map(areaAddress).sort(),
    hiddenRows: [...sheet.hiddenRows].sort(),
    hiddenColumns: [...sheet.hiddenColumns].sort(),
    rowHeights: [...sheet.rowHeights],
    columnWidths: [...sheet.columnWidths],
    rules: sheet.rules.map(({ type, areas, formula, fill, stopIfTrue }) => ({
      type,
      areas: areas.map(areaAddress),
      formula,
      fill,
      stopIfTrue,
    })),
    names: sheet.names,
    properties: [...sheet.properties],
    frozenRows: sheet.frozenRows,
    page: sheet.page,
  }));
}

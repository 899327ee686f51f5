/** Cell addresses (单元格地址): zero-based row and column inside, A1 at the edges. */

export interface CellRef {
  /** Which workbook: this one, or last year's (上年). */
  readonly book: 'current' | 'prior';
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both corners included, zero-based. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** «C12» for row 11, column 2. */
export function cellAddress(cell: { readonly row: number; readonly column: number }): string {
  return `${columnName(cell.column)}${cell.row + 1}`;
}

/** «A1:F40», or «A1» for a single cell. */
export function areaAddress(area: Area): string {
  const from = cellAddress({ row: area.top, column: area.left });
  const to = cellAddress({ row: area.bottom, column: area.right });
  return from === to ? from : `${from}:${to}`;
}

/** Reads «C12» or «$C$12»; undefined when the text is no cell address. */
export function parseAddress(text: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Reads «A1:F40» or a single address. */
export function parseArea(text: string): Area | undefined {
  const [first = '', second = first] = text.split(':');
  const from = parseAddress(first);
  const to = parseAddress(second);
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** The sheet name as a formula writes it: quoted unless it is a plain word, quotes doubled. */
export function quoteSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && parseAddress(name) === undefined ? name : `'${name.replace(/'/g, "''")}'`;
}

/** «'收入支出决算总表'!C12»: how a formula names the cell from another sheet. */
export function qualifiedAddress(ref: { readonly sheet: string; readonly row: number; readonly column: number }): string {
  return `${quoteSheetName(ref.sheet)}!${cellAddress(ref)}`;
}

/** One string per cell, for maps and sets. */
export function refKey(ref: CellRef): string {
  return `${ref.book === 'prior' ? '~' : ''}${ref.sheet}!${ref.row},${ref.column}`;
}

export function isSameCell(a: CellRef, b: CellRef): boolean {
  return a.row === b.row && a.column === b.column && a.sheet === b.sheet && a.book === b.book;
}

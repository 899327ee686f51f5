/** A sheet being drawn (画表): cells placed relative to a table's corner, merged areas with all their borders, and where every figure went. */
import type { CellStyle, ContentCell, SheetContent } from '../../../../src/core/edits/sheet-content.ts';
import type { Area } from '../../../../src/core/workbook/address.ts';
import type { Fen } from '../model.ts';
import type { LayoutOptions } from './options.ts';

/** Where a figure was written, and what the accounts exactly say there. */
export interface PlacedFigure {
  /** `statement/row/column`; project forms carry their number: `project-self-evaluation#2/funds-total/executed`. */
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** In 分; weights and scores of forms in millionths, rates too. */
  readonly exact: number;
  readonly printed: string | number | null;
}

/** An amount as a table in 元 or 万元 shows it: two decimals, half-up (四舍五入), each by itself. */
export function inUnit(exact: Fen, unit: LayoutOptions['unit']): number {
  if (unit === '元') return exact / 100;
  return (Math.sign(exact) * Math.floor((Math.abs(exact) + 5_000) / 10_000)) / 100;
}

export function withSeparators(value: number, grouping = true): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(2).split('.');
  return `${value < 0 ? '-' : ''}${grouping ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${fraction}`;
}

/** The style of words at the right edge of a table's head (金额单位：万元). */
export const RIGHT: CellStyle = 'amount';

/** Chinese characters are two columns wide. */
function wordWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2 : 1), 0);
}

export class Page {
  readonly figures: PlacedFigure[] = [];
  private readonly grid: (ContentCell | null)[][] = [];
  private readonly merged: Area[] = [];
  private readonly widths: number[] = [];
  private readonly heights = new Map<number, number>();
  private top: number;
  private readonly left: number;
  private lastRow = -1;

  constructor(
    readonly name: string,
    private readonly options: LayoutOptions,
    private readonly orientation: 'portrait' | 'landscape',
  ) {
    this.top = options.origin.row;
    this.left = options.origin.column;
  }

  /** The next table begins below everything written so far. */
  below(gap: number): void {
    this.top = this.lastRow + 1 + gap;
  }

  /** Writes a cell; `rows` and `columns` say how far it is merged. */
  put(
    row: number,
    column: number,
    value: string | number | null,
    style: CellStyle,
    more: { rows?: number; columns?: number; format?: string } = {},
  ): void {
    const { rows = 1, columns = 1, format } = more;
    const area = {
      top: this.top + row,
      left: this.left + column,
      bottom: this.top + row + rows - 1,
      right: this.left + column + columns - 1,
    };
    for (let r = area.top; r <= area.bottom; r += 1) {
      for (let c = area.left; c <= area.right; c += 1) this.set(r, c, { value: null, style });
    }
    this.set(area.top, area.left, { value, style, ...(format === undefined ? {} : { format }) });
    if (rows > 1 || columns > 1) this.merged.push(area);
  }

  /** Writes the amount of a key in the layout's unit and manner. */
  amount(row: number, column: number, key: string, exact: Fen, more: { rows?: number; columns?: number } = {}): void {
    const given = this.options.asPrinted.get(key);
    const printed = given === undefined ? this.manner(exact) : given;
    this.put(row, column, printed, 'bordered-amount', more);
    this.figures.push({ key, sheet: this.name, row: this.top + row, column: this.left + column, exact, printed });
  }

  /** Writes an amount of a form: 万元 whatever the tables are in, never left out. */
  formAmount(row: number, column: number, key: string, exact: Fen): void {
    this.fixed(row, column, key, inUnit(exact, '万元'));
  }

  /** Writes a rate, weight or score of a form. */
  fixed(row: number, column: number, key: string, value: number | null, format?: string): void {
    const given = this.options.asPrinted.get(key);
    const printed = given === undefined ? value : given;
    this.put(row, column, printed, 'bordered-amount', format === undefined ? {} : { format });
    this.figures.push({
      key,
      sheet: this.name,
      row: this.top + row,
      column: this.left + column,
      exact: Math.round((value ?? 0) * 1_000_000),
      printed,
    });
  }

  /** Column widths in characters; the widest table of a sheet wins. */
  wide(...widths: readonly number[]): void {
    widths.forEach((width, index) => {
      const column = this.left + index;
      this.widths[column] = Math.max(this.widths[column] ?? 0, width);
    });
  }

  high(row: number, points: number): void {
    this.heights.set(this.top + row, points);
  }

  finish(): SheetContent {
    const width = Math.max(0, ...this.grid.map((row) => row.length));
    return {
      tag: '',
      name: this.name,
      rows: Array.from({ length: this.grid.length }, (_, row) =>
        Array.from({ length: width }, (_cell, column) => this.grid[row]?.[column] ?? null),
      ),
      widths: Array.from({ length: width }, (_, column) => this.widths[column] ?? 4),
      merged: this.merged,
      heights: new Map([...this.wrappedHeights(), ...this.heights]),
      orientation: this.orientation,
    };
  }

  /** Rows whose words need more than one line: Excel would find out by itself, but not for merged cells and not in every program. */
  private wrappedHeights(): ReadonlyMap<number, number> {
    const heights = new Map<number, number>();
    const note = (row: number, text: string, width: number): void => {
      const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wordWidth(line) / Math.max(1, width - 1))), 0);
      if (lines > 1) heights.set(row, Math.max(heights.get(row) ?? 0, lines * 14.5));
    };
    const mergedFrom = new Map(this.merged.map((area) => [`${area.top},${area.left}`, area]));
    this.grid.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        const area = mergedFrom.get(`${row},${column}`);
        if (typeof cell?.value !== 'string' || (area !== undefined && area.bottom > area.top)) return;
        if (cell.style !== 'bordered-text' && cell.style !== 'table-head' && cell.style !== 'note') return;
        const last = area?.right ?? column;
        let width = 0;
        for (let at = column; at <= last; at += 1) width += this.widths[at] ?? 4;
        note(row, cell.value, width);
      }),
    );
    return heights;
  }

  private manner(exact: Fen): string | number | null {
    if (exact === 0 && this.options.zero !== '0.00') return this.options.zero === 'dash' ? '—' : null;
    const value = inUnit(exact, this.options.unit);
    return this.options.amounts === 'number' ? value : withSeparators(value, this.options.amounts === 'text');
  }

  private set(row: number, column: number, cell: ContentCell): void {
    while (this.grid.length <= row) this.grid.push([]);
    const cells = this.grid[row] ?? [];
    cells[column] = cell;
    this.lastRow = Math.max(this.lastRow, row);
  }
}

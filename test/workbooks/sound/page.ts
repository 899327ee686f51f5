/** Sheets of sound workbooks (正确的账表) for the tests of false alarms: rows as an accountant types them, «=…» is a formula, and its value is computed here. */
import { valueOfFormula } from './formula.ts';
import { type Cell, type Sheet, sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { columnName, parseAddress } from '../../../src/core/workbook/address.ts';
import { seededRandom } from '../../support/final-accounts/index.ts';

/** A number is printed in the page's own format, `shown` in another; text starting with «=» is a formula. */
export type Entry = string | number | null | Shown;

export interface Shown {
  readonly entry: string | number;
  readonly format: string;
}

export const shown = (entry: string | number, format: string): Shown => ({ entry, format });
export const percent = (entry: string | number, format = '0.00%'): Shown => ({ entry, format });
export const whole = (entry: string | number): Shown => ({ entry, format: '0' });
/** A day as Excel keeps it, counted from 2024-01-01. */
export const day = (after: number): Shown => ({ entry: 45292 + after, format: 'yyyy-mm-dd' });

/** How one office writes its tables: the number format, and whether totals are formulas or typed. */
export interface Habits {
  readonly format: string;
  readonly typed: boolean;
}

const FORMATS = ['#,##0.00', 'General', '0.00', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '#,##0.00_);(#,##0.00)', '#,##0'];

/** One seed makes one office with its figures. */
export class Office {
  private readonly random: () => number;
  readonly habits: Habits;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.random();
    this.habits = { format: FORMATS[seed % FORMATS.length] ?? 'General', typed: Math.floor(seed / FORMATS.length) % 2 === 1 };
  }

  /** To the cent; most amounts are small against the largest. */
  money(most = 100_000): number {
    return Math.max(1, Math.round((0.02 + this.random() ** 2) * most * 100)) / 100;
  }

  int(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  real(least: number, most: number): number {
    return least + this.random() * (most - least);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<One>(of: readonly One[]): One {
    const one = of[this.int(0, of.length - 1)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }

  moneys(count: number, most?: number): number[] {
    return Array.from({ length: count }, () => this.money(most));
  }
}

export const cents = (value: number): number => Math.round(value * 100 + Math.sign(value) * 1e-7) / 100;
export const sumOf = (values: readonly number[]): number => cents(values.reduce((all, value) => all + value, 0));

/** «B3:B8» of a column by its index. */
export const down = (column: number, from: number, to: number): string => `${columnName(column)}${from}:${columnName(column)}${to}`;
export const at = (column: number, row: number): string => `${columnName(column)}${row}`;

function decimalsOf(format: string): number {
  const shownDecimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  if (format.includes('%')) return shownDecimals + 2;
  return format === '0' ? 0 : Math.max(2, shownDecimals);
}

/** Rows under one another; formulas may look anywhere on the page. */
export class Page {
  private readonly rows: (readonly Entry[])[] = [];
  private readonly values = new Map<string, number>();
  private readonly hidden = new Set<number>();

  constructor(
    readonly name: string,
    private readonly habits: Habits,
  ) {}

  /** The number of the row that comes next, as Excel counts. */
  get next(): number {
    return this.rows.length + 1;
  }

  add(...entries: readonly Entry[]): number {
    this.rows.push(entries);
    return this.rows.length;
  }

  hide(row: number): void {
    this.hidden.add(row - 1);
  }

  toSheet(): Sheet {
    return sheetFromRows(
      this.name,
      this.rows.map((entries, row) => entries.map((entry, column) => this.cell(entry, row, column))),
      { hiddenRows: this.hidden },
    );
  }

  private cell(entry: Entry, row: number, column: number): Cell | null {
    if (entry === null || entry === '') return null;
    const content = typeof entry === 'object' ? entry.entry : entry;
    const format = typeof entry === 'object' ? entry.format : this.habits.format;
    if (typeof content === 'number') return { value: content, format };
    if (!content.startsWith('=')) return { value: content };
    const value = this.valueAt(at(column, row + 1));
    // What is typed is typed as it is printed.
    if (this.habits.typed) return { value: Number(value.toFixed(decimalsOf(format))), format };
    return { value, format, formula: content.slice(1) };
  }

  private valueAt(address: string): number {
    const known = this.values.get(address);
    if (known !== undefined) return known;
    const place = parseAddress(address);
    const entry = place === undefined ? null : (this.rows[place.row]?.[place.column] ?? null);
    const content = typeof entry === 'object' && entry !== null ? entry.entry : entry;
    const value =
      typeof content === 'number' ? content : typeof content === 'string' && content.startsWith('=') ? this.compute(content.slice(1)) : 0;
    this.values.set(address, value);
    return value;
  }

  private compute(formula: string): number {
    return valueOfFormula(formula, (address) => this.valueAt(address));
  }
}

/** One kind of workbook, made for an office. */
export type Book = (office: Office) => readonly Page[];

/** Names of customers and suppliers. */
export const FIRMS: readonly string[] = [
  '东方商贸有限公司',
  '华新建材厂',
  '利民医药',
  '宏达运输',
  '天山设备',
  '信诚印务',
  '众合物业',
  '恒通科技',
  '北屯粮油',
  '新源电力',
];

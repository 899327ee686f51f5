/** Tables for tests of the core: a model department read into a table set once, and figures changed on it without going through a workbook. */
import { statements } from '../../src/catalog.ts';
import { Decimal } from '../../src/core/number/decimal.ts';
import type { Figure, Reading } from '../../src/core/expressions/figure.ts';
import { quantumInBase, TEN_THOUSAND_YUAN, type Unit } from '../../src/core/number/unit.ts';
import { recognise } from '../../src/core/tables/recognise.ts';
import { NO_FACTS } from '../../src/core/tables/facts.ts';
import type { Table, TableRow } from '../../src/core/tables/table.ts';
import type { TableSet } from '../../src/core/tables/table-set.ts';
import { type DepartmentAccounts, type LayoutChoice, toWorkbook, writeTables } from './final-accounts/index.ts';

export type Amount = number | string | null;

/** The accounts of a model department as they would be read from its workbook. */
export function readAccounts(model: DepartmentAccounts, choice: LayoutChoice = {}, book: 'current' | 'prior' = 'current'): TableSet {
  const [set, ...more] = recognise(toWorkbook(writeTables(model, choice)), statements, { book }).sets;
  if (set === undefined || more.length > 0)
    throw new Error(`expected one set of accounts, found ${more.length + (set === undefined ? 0 : 1)}`);
  return set;
}

/** «statement/row/column» of every figure. */
export function keysOf(accounts: TableSet): readonly string[] {
  return accounts.tables.flatMap((table) =>
    [...table.figures].flatMap(([row, figures]) => [...figures.keys()].map((column) => `${table.statement ?? table.id}/${row}/${column}`)),
  );
}

export function figureIn(accounts: TableSet, key: string): Figure {
  const [statement, row, column] = parts(key);
  const found = accounts.tables
    .find((table) => table.statement === statement)
    ?.figures.get(row)
    ?.get(column);
  if (found === undefined) throw new Error(`no figure ${key}`);
  return found;
}

/** The value as printed, in the table's unit; a blank is 0. */
export function printed(accounts: TableSet, key: string): Decimal {
  const figure = figureIn(accounts, key);
  return figure.reading.kind === 'number' ? figure.reading.value.div(figure.unit.scale) : new Decimal(0);
}

/** The same accounts with other values in some cells, given in the table's unit; null empties a cell. The first table of the statement is meant. */
export function withValues(accounts: TableSet, values: Readonly<Record<string, Amount | Decimal>>): TableSet {
  const tables = [...accounts.tables];
  for (const [key, value] of Object.entries(values)) {
    const [statement, row, column] = parts(key);
    const index = tables.findIndex((table) => table.statement === statement);
    const table = tables[index];
    const figure = table?.figures.get(row)?.get(column);
    if (table === undefined || figure === undefined) throw new Error(`no figure ${key}`);
    const figures = new Map(table.figures);
    figures.set(row, new Map([...(figures.get(row) ?? []), [column, { ...figure, reading: readingOf(value, figure.unit) }]]));
    tables[index] = { ...table, figures };
  }
  return { ...accounts, tables };
}

/** Without some rows of a table. */
export function withoutRows(accounts: TableSet, statement: string, rows: readonly string[]): TableSet {
  return {
    ...accounts,
    tables: accounts.tables.map((table) =>
      table.statement === statement
        ? {
            ...table,
            rows: table.rows.filter((row) => !rows.includes(row.key)),
            figures: new Map([...table.figures].filter(([key]) => !rows.includes(key))),
          }
        : table,
    ),
  };
}

/** Without some tables. */
export function withoutTables(accounts: TableSet, statements: readonly string[]): TableSet {
  return { ...accounts, tables: accounts.tables.filter((table) => !statements.includes(table.statement ?? '')) };
}

/** A small table from rows of values; row keys that are digits are codes. */
export function tableFrom(
  statement: string,
  columns: readonly string[],
  rows: Readonly<Record<string, readonly Amount[]>> | readonly (readonly [string, readonly Amount[]])[],
  options: {
    readonly unit?: Unit;
    readonly sheet?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly book?: 'current' | 'prior';
  } = {},
): Table {
  const { unit = TEN_THOUSAND_YUAN, sheet = statement, labels = {}, book = 'current' } = options;
  const list = Array.isArray(rows)
    ? (rows as readonly (readonly [string, readonly Amount[]])[])
    : Object.entries(rows as Readonly<Record<string, readonly Amount[]>>);
  const id = `${sheet}!A1`;
  const seen = new Map<string, number>();
  const known = list.map(([name, values], index): { row: TableRow; values: readonly Amount[] } => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return {
      row: {
        key: times === 1 ? name : `${name}#${times}`,
        label: labels[name] ?? name,
        ref: { book, sheet, row: index + 1, column: 0 },
        ...(/^\d+$/.test(name) ? { code: name } : {}),
      },
      values,
    };
  });
  return {
    id,
    book,
    sheet,
    area: { top: 0, left: 0, bottom: list.length, right: columns.length },
    statement,
    title: statement,
    department: '',
    year: 2023,
    unit,
    rows: known.map(({ row }) => row),
    columns: columns.map((key) => ({ key, label: key })),
    figures: new Map(
      known.map(({ row, values }) => [
        row.key,
        new Map(
          columns.map((column, index): [string, Figure] => [
            column,
            {
              ref: { book, sheet, row: row.ref.row, column: index + 1 },
              reading: readingOf(values[index] ?? null, unit),
              quantum: quantumInBase(unit, unit.decimals),
              unit,
              decimals: unit.decimals,
              row: row.label,
              column,
              table: id,
              rowKey: row.key,
              columnKey: column,
            },
          ]),
        ),
      ]),
    ),
    indicators: [],
    fields: new Map(),
    notes: [],
    notices: [],
  };
}

export function setOf(tables: readonly Table[], more: Partial<TableSet> = {}): TableSet {
  return { department: '', year: 2023, tables, facts: NO_FACTS, prior: undefined, ...more };
}

function readingOf(value: Amount | Decimal, unit: Unit): Reading {
  if (value === null) return { kind: 'blank' };
  if (typeof value === 'string' && !/^-?\d/.test(value)) return { kind: 'unreadable', text: value };
  return { kind: 'number', value: new Decimal(value).times(unit.scale) };
}

function parts(key: string): readonly [string, string, string] {
  const [statement = '', ...rest] = key.split('/');
  return [statement, rest.slice(0, -1).join('/'), rest.at(-1) ?? ''];
}

/** Tables by hand for the tests of the narrative: rows of amounts, no sheet behind them. */
import type { Figure, Reading } from '../../../src/core/expressions/figure.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';
import { TEN_THOUSAND_YUAN, type Unit, YUAN } from '../../../src/core/number/unit.ts';
import { readFacts } from '../../../src/core/tables/read-facts.ts';
import type { Table, TableRow } from '../../../src/core/tables/table.ts';
import type { TableSet } from '../../../src/core/tables/table-set.ts';
import { sheetFromRows } from '../../../src/core/workbook/workbook.ts';

export type Cells = Readonly<Record<string, string | null>>;
export interface TableOptions {
  readonly unit?: Unit;
  readonly book?: 'current' | 'prior';
  readonly labels?: Readonly<Record<string, string>>;
  readonly sheet?: string;
}

/** `rows` by row key, then column key; «?text» is a cell that cannot be read, null a blank one. Rows with digits as key are coded. */
export function table(statement: string, rows: Readonly<Record<string, Cells>>, options: TableOptions = {}): Table {
  const { unit = TEN_THOUSAND_YUAN, book = 'current', labels = {}, sheet = statement } = options;
  const columns = [...new Set(Object.values(rows).flatMap((cells) => Object.keys(cells)))];
  const tableRows: TableRow[] = [];
  const figures = new Map<string, Map<string, Figure>>();
  Object.entries(rows).forEach(([key, cells], rowIndex) => {
    const code = /^\d+/.exec(key)?.[0];
    const label = labels[key] ?? (code === undefined ? key : `科目${code}`);
    const row = rowIndex + 5;
    tableRows.push({ key, label, ref: { book, sheet, row, column: 1 }, ...(code === undefined ? {} : { code }) });
    figures.set(
      key,
      new Map(
        Object.entries(cells).map(([column, text]) => [
          column,
          {
            ref: { book, sheet, row, column: columns.indexOf(column) + 2 },
            reading: readingOf(text, unit),
            quantum: unit === YUAN ? new Decimal(0) : new Decimal(100),
            unit,
            decimals: 2,
            row: label,
            column,
            table: `${sheet}!A1`,
            rowKey: key,
            columnKey: column,
          },
        ]),
      ),
    );
  });
  return {
    id: `${sheet}!A1`,
    book,
    sheet,
    area: { top: 0, left: 0, bottom: 60, right: 9 },
    statement,
    title: statement,
    department: '某某局',
    year: 2023,
    unit,
    rows: tableRows,
    columns: columns.map((key) => ({ key, label: key })),
    figures,
    indicators: [],
    fields: new Map(),
    notes: [],
    notices: [],
  };
}

function readingOf(text: string | null, unit: Unit): Reading {
  if (text === null) return { kind: 'blank' };
  return text.startsWith('?')
    ? { kind: 'unreadable', text: text.slice(1) }
    : { kind: 'number', value: new Decimal(text).times(unit.scale) };
}

/** `facts` by key, as somebody would have typed them into 补充资料. */
export function accounts(
  tables: readonly Table[],
  more: { readonly prior?: readonly Table[]; readonly facts?: Readonly<Record<string, string | number>> } = {},
): TableSet {
  const { prior, facts = {} } = more;
  const lines = Object.entries(facts).map(([key, value]) => ['', key, value, '', '', key]);
  const sheet = sheetFromRows('补充资料', [['章节', '事项', '内容', '单位', '说明', '标识'], ...lines]);
  const base = { department: '某某局', year: 2023, tables, facts: readFacts({ name: 'book.xlsx', sheets: [sheet], date1904: false }) };
  return { ...base, prior: prior === undefined ? undefined : { ...base, year: 2022, tables: prior, facts: new Map(), prior: undefined } };
}

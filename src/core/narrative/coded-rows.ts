/** Coded rows for a template to go through (类、款、项): those with money this year in code order, and those that had money only last year. */
import { evaluate } from '../expressions/evaluate.ts';
import { difference } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { figureAt, type Table, type TableRow } from '../tables/table.ts';
import { tableOf } from '../tables/table-set.ts';
import type { ListNames, TableNames } from './final-account-names.ts';
import type { Gap } from './narrative.ts';
import { type Amount, type QuantityView, quantityView } from './quantity.ts';
import { nameIn, priorCodeOf } from './recoded.ts';
import type { Run } from './run.ts';
import { gapSpan, piece, type Piece } from './spans.ts';
import { cellQuantity, codedQuantity, missingTable, priorOf } from './table-amounts.ts';

type MissingGap = Pick<Gap, 'id' | 'label' | 'kind'>;

/** What a template sees of a row; its columns (支出, 基本支出 …) stand beside these names. */
export interface RowView {
  readonly 编码: string;
  readonly 名称: string | Piece;
  readonly 类: string | Piece;
  readonly 款: string | Piece;
  readonly 项: string | Piece;
  readonly 有款: boolean;
  readonly 有项: boolean;
  readonly [column: string]: string | Piece | boolean | QuantityView;
}

export function codedRows(run: Run, names: TableNames, list: ListNames): readonly RowView[] {
  const table = tableOf(run.accounts, names.statement);
  const prior = tableOf(priorOf(run.accounts), names.statement);
  const column = Object.values(names.columns ?? {})[0] ?? '';
  if (table === undefined) return [lineOfGap(run, names, missingTable(names.title).gap)];
  const now = codesWithMoney(table, list, column);
  const listed = new Set([...now, ...now.map((code) => earlierCode(run, names, code))]);
  const before = list.have === 'this-year' ? [] : lastYearsCodes(run, names, list, prior, column).filter((code) => !listed.has(code));
  const rows = [...[...now].sort(), ...[...before].sort()].map((code) => rowView(run, names, code));
  const forgotten = list.have === 'either-year' && prior === undefined ? forgottenRows(run, names, [...now, ...before], column) : undefined;
  return forgotten === undefined ? rows : [...rows, lineOfGap(run, names, forgotten)];
}

function earlierCode(run: Run, names: TableNames, code: string): string {
  const prior = priorOf(run.accounts);
  return prior === undefined ? code : priorCodeOf(run, prior, names, code);
}

/** Without last year's table nobody can list the rows that had money only then; but last year's total tells that some are missing. */
function forgottenRows(run: Run, names: TableNames, codes: readonly string[], column: string): MissingGap | undefined {
  const totalName = Object.entries(names.cells).find(([, [row, own]]) => row === 'total' && own === column)?.[0];
  const columnName = Object.keys(names.columns ?? {})[0] ?? '';
  if (totalName === undefined) return undefined;
  const total = cellQuantity(run, names, totalName).prior();
  const parts = codes.map((code) => codedQuantity(run, names, code, columnName, code).prior());
  if (total.kind === 'missing' || parts.some((part) => part.kind === 'missing')) return undefined;
  const left = difference(total.expression, ...parts.flatMap((part) => (part.kind === 'known' ? [part.expression] : [])));
  const result = evaluate(left);
  if (result.kind === 'blocked' || (result.interval.low.lte(0) && result.interval.high.gte(0))) return undefined;
  return {
    id: `上年/${names.number}/只在上年有的科目`,
    label: '上年各项之和与上年合计不符：如有只在上年发生的科目，请提供上年决算报表',
    kind: 'table',
  };
}

/** Rows of the level, or above it where the table goes no deeper, whose deciding column is not zero. */
function codesWithMoney(table: Table, list: ListNames, column: string): readonly string[] {
  const codes = table.rows
    .filter((row) => isListed(table, row, list) && hasMoney(figureAt(table, row.key, column)))
    .map((row) => row.code ?? '');
  return [...new Set(codes)];
}

function isListed(table: Table, row: TableRow, list: ListNames): boolean {
  const { code } = row;
  if (code === undefined || !isUnder(code, list)) return false;
  if (code.length === list.digits) return true;
  return (
    list.digits === 7 &&
    code.length < 7 &&
    !table.rows.some((other) => other.code !== undefined && other.code.length > code.length && other.code.startsWith(code))
  );
}

function isUnder(code: string, { under, notUnder }: ListNames): boolean {
  const top = code.slice(0, 3);
  return (under === undefined || under.includes(top)) && notUnder?.includes(top) !== true;
}

// What cannot be read may be money: it is listed, and its amount shows what is wrong.
function hasMoney(figure: Figure | undefined): boolean {
  return (
    figure !== undefined && (figure.reading.kind === 'unreadable' || (figure.reading.kind === 'number' && !figure.reading.value.isZero()))
  );
}

function lastYearsCodes(run: Run, names: TableNames, list: ListNames, prior: Table | undefined, column: string): readonly string[] {
  if (prior !== undefined) return codesWithMoney(prior, list, column);
  const columnName = Object.keys(names.columns ?? {})[0] ?? '';
  const typed = new RegExp(`^(?:\\d{4}/)?上年/${names.number}/(\\d{${list.digits}})/${columnName}$`);
  // A line whose 标识 is gone still says in words what it is.
  const inWords = new RegExp(`^(\\d{${list.digits}}) .*上年${columnName}（${names.number}）$`);
  const codes = [...run.accounts.facts.values()]
    .filter((fact) => hasMoney(fact.figure))
    .map(({ key, label }) => (key.startsWith('@') ? inWords.exec(label) : typed.exec(key))?.[1] ?? '');
  return [...new Set(codes)].filter((code) => code !== '' && isUnder(code, list));
}

function rowView(run: Run, names: TableNames, code: string): RowView {
  const name = (digits: number): string | Piece =>
    code.length < digits ? '' : (nameOf(run, names, code.slice(0, digits)) ?? missingName(run, code.slice(0, digits)));
  const own = nameOf(run, names, code) ?? code;
  const columns = Object.keys(names.columns ?? {}).map(
    (column) => [column, quantityView(codedQuantity(run, names, code, column, own), run.print)] as const,
  );
  return {
    ...Object.fromEntries(columns),
    编码: code,
    get 名称() {
      return name(code.length);
    },
    get 类() {
      return name(3);
    },
    get 款() {
      return name(5);
    },
    get 项() {
      return name(7);
    },
    有款: code.length >= 5,
    有项: code.length >= 7,
  };
}

/** The name of a code as printed in the table itself, or there last year, or in any other table. */
function nameOf(run: Run, names: TableNames, code: string): string | undefined {
  const here = nameIn(run.accounts, names, code);
  if (here !== undefined) return here;
  const key = `名称/${code}`;
  const name = nameIn(priorOf(run.accounts), names, code);
  const label = `科目${code}的名称`;
  if (name === undefined) return run.asks.peek(key, { label })?.text;
  run.asks.carry({ key, label, content: { name } });
  return name;
}

function missingName(run: Run, code: string): Piece {
  const gap: MissingGap = { id: `名称/${code}`, label: `报表中没有科目${code}的名称`, kind: 'table' };
  run.asks.miss(gap);
  return piece(gapSpan(gap));
}

// A line that stands for what is not known: an empty list would say that there is nothing.
function lineOfGap(run: Run, names: TableNames, gap: MissingGap): RowView {
  const missing = piece(gapSpan(gap));
  const columns = Object.keys(names.columns ?? {}).map((column) => {
    const amount = (): Amount => ({ kind: 'missing', gap });
    return [column, quantityView({ name: names.title, current: amount, prior: amount }, run.print)] as const;
  });
  run.asks.miss(gap);
  return { ...Object.fromEntries(columns), 编码: '', 名称: missing, 类: missing, 款: missing, 项: missing, 有款: true, 有项: true };
}

/** Amounts out of the tables (取数): this year's cell, last year's cell or the line typed for it; what is missing is named, never 0. */
import { evaluate } from '../expressions/evaluate.ts';
import { constant } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { ZERO } from '../number/decimal.ts';
import { TEN_THOUSAND_YUAN, YUAN } from '../number/unit.ts';
import { figureAt, isEmptyTable, type Table } from '../tables/table.ts';
import { tableOf, type TableSet } from '../tables/table-set.ts';
import type { CellRef } from '../workbook/address.ts';
import { labelOf } from './asks.ts';
import type { TableNames } from './final-account-names.ts';
import { type Amount, amountOf, type Quantity } from './quantity.ts';
import { priorCodeOf } from './recoded.ts';
import type { Run } from './run.ts';
import { typedAmount } from './typed-amount.ts';

/** Last year's accounts, if they are really last year's. */
export function priorOf(accounts: TableSet): TableSet | undefined {
  const { prior, year } = accounts;
  if (prior === undefined) return undefined;
  return year === undefined || prior.year === undefined || prior.year === year - 1 ? prior : undefined;
}

export function missingTable(title: string): Extract<Amount, { kind: 'missing' }> {
  return { kind: 'missing', gap: { id: `缺表/${title}`, label: `缺少《${title}》`, kind: 'table' } };
}

/** A named cell: `总表.收入总计`. */
export function cellQuantity(run: Run, names: TableNames, name: string): Quantity {
  const [row, column] = names.cells[name] ?? ['', ''];
  const table = tableOf(run.accounts, names.statement);
  const prior = tableOf(priorOf(run.accounts), names.statement);
  return {
    name,
    current: () => cellAmount(run, table, names, row, column, name),
    prior: () => {
      if (prior !== undefined)
        return carry(run, `上年/${names.number}/${name}`, undefined, cellAmount(run, prior, names, row, column, name));
      const printed = names.priorColumns?.[column];
      const beside = printed === undefined ? undefined : figureAt(table, row, printed);
      return table === undefined || beside === undefined ? typedPrior(run, `上年/${names.number}/${name}`) : readAmount(run, table, beside);
    },
  };
}

function cellAmount(run: Run, table: Table | undefined, names: TableNames, row: string, column: string, name: string): Amount {
  if (table === undefined) return missingTable(names.title);
  const figure = figureAt(table, row, column);
  if (table !== undefined && figure !== undefined) return readAmount(run, table, figure);
  // An empty table (空表) may print no rows at all; recognition says so.
  if (isEmptyTable(table) && table.notices.some(({ kind }) => kind === 'empty')) {
    return { kind: 'known', expression: constant(ZERO, YUAN), evidence: [titleOf(table)] };
  }
  const where = `${table.book === 'prior' ? '上年' : ''}《${names.title}》`;
  return { kind: 'missing', gap: { id: `缺行/${where}/${name}`, label: `${where}中没有“${name}”`, kind: 'table' } };
}

/** A column of a coded row: `项.支出`. A code that the table does not list has no money. */
export function codedQuantity(run: Run, names: TableNames, code: string, columnName: string, rowName: string): Quantity {
  const column = names.columns?.[columnName] ?? '';
  const table = tableOf(run.accounts, names.statement);
  const before = priorOf(run.accounts);
  const prior = tableOf(before, names.statement);
  return {
    name: rowName,
    current: () => codedAmount(run, table, names, code, column, columnName),
    prior: () => {
      const key = `上年/${names.number}/${code}/${columnName}`;
      const label = `${code} ${rowName} 上年${columnName}（${names.number}）`;
      return prior === undefined
        ? typedPrior(run, key, label)
        : carry(
            run,
            key,
            label,
            codedAmount(run, prior, names, before === undefined ? code : priorCodeOf(run, before, names, code), column, columnName),
          );
    },
  };
}

function codedAmount(run: Run, table: Table | undefined, names: TableNames, code: string, column: string, columnName: string): Amount {
  if (table === undefined) return missingTable(names.title);
  const where = `${table.book === 'prior' ? '上年' : ''}《${names.title}》`;
  if (table.figures.has(`${code}#2`)) {
    return { kind: 'missing', gap: { id: `单元格/${where}/${code}`, label: `${where}中科目${code}不止一行，请先更正`, kind: 'cell' } };
  }
  const figure = figureAt(table, code, column);
  if (figure !== undefined) return readAmount(run, table, figure);
  if (table.figures.has(code) || !table.columns.some(({ key }) => key === column)) {
    return { kind: 'missing', gap: { id: `缺行/${where}/${columnName}`, label: `${where}中没有“${columnName}”列`, kind: 'table' } };
  }
  // No line is no money; the table itself is the evidence.
  return { kind: 'known', expression: constant(ZERO, YUAN), evidence: [titleOf(table)] };
}

function titleOf({ book, sheet, area }: Table): CellRef {
  return { book, sheet, row: area.top, column: area.left };
}

// A table that does not print its unit (金额单位) is read as 万元. Where the others say 万元 too that is sure; where one says 元 it is a guess of
// ten thousand times, and the amount is withheld; where none says anything the amount is printed and the doubt is filed.
function readAmount(run: Run, table: Table, figure: Figure): Amount {
  if (!hasAssumedUnit(table)) return amountOf(figure);
  const set = table.book === 'prior' ? priorOf(run.accounts) : run.accounts;
  const printed = (set?.tables ?? []).filter((other) => !hasAssumedUnit(other)).map((other) => other.unit.name);
  if (printed.length > 0 && printed.every((name) => name === table.unit.name)) return amountOf(figure);
  const where = `${table.book === 'prior' ? '上年' : ''}《${table.title}》`;
  const gap = { id: `单位/${where}`, label: `${where}没有写明金额单位`, kind: 'table' } as const;
  if (printed.length > 0) return { kind: 'missing', gap };
  run.asks.miss({ ...gap, label: `${where}没有写明金额单位，按${table.unit.name}理解，请核对` });
  return amountOf(figure);
}

function hasAssumedUnit(table: Table): boolean {
  return table.notices.some(({ kind }) => kind === 'unit-assumed');
}

/** Last year's amount goes along into 补充资料: another machine, and next week, have no file of last year. */
function carry(run: Run, key: string, label: string | undefined, amount: Amount): Amount {
  const result = amount.kind === 'known' ? evaluate(amount.expression) : undefined;
  if (result?.kind === 'value')
    run.asks.carry({ key, label: label ?? labelOf(key), content: { amount: result.value.div(TEN_THOUSAND_YUAN.scale).toString() } });
  return amount;
}

function typedPrior(run: Run, key: string, label?: string): Amount {
  return typedAmount(run.asks.peek(key, label === undefined ? {} : { label }), key, '万元', label);
}

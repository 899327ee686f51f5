/** A draft of 主要原因 (原因草稿): the parts that drive a change, in words. It is offered beside the gap and never printed in its place. */
import { type Decimal, quantumOf } from '../number/decimal.ts';
import { codedRows } from './coded-rows.ts';
import { type Driver, driversOf, type TwoPeriods } from './drivers.ts';
import { amountFormat } from './figure-spans.ts';
import type { TableNames } from './final-account-names.ts';
import { printedValue, printFigure } from './printed.ts';
import { type Amount, type Quantity, quantityOf } from './quantity.ts';
import type { Run } from './run.ts';
import { cellQuantity } from './table-amounts.ts';
import { tableOf } from '../tables/table-set.ts';

interface NamedPart extends TwoPeriods {
  readonly name: string;
}

/** What a subject is made of: lists (表, 列表, 列) and single cells (表, 名称). */
interface Composition {
  readonly lists?: readonly (readonly [table: string, list: string, column: string])[];
  readonly cells?: readonly (readonly [table: string, cell: string])[];
}

const INCOME_SOURCES = ['财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];

/** By subject, as the templates name it in `| 原因`. Whether the parts really make up the total is settled by their sum. */
const COMPOSITIONS: Readonly<Record<string, Composition>> = {
  收入支出总体: {
    cells: [...INCOME_SOURCES.map((name) => ['收入表', name] as const), ['总表', '使用非财政拨款结余'], ['总表', '年初结转和结余']],
  },
  财政拨款收支: {
    lists: [
      ['一般公共预算表', '各项', '支出'],
      ['政府性基金表', '各项', '支出'],
      ['国有资本表', '各项', '支出'],
    ],
    cells: [['财政拨款总表', '年末结转和结余']],
  },
  一般公共预算支出: { lists: [['一般公共预算表', '各项', '支出']] },
  政府性基金支出: { lists: [['政府性基金表', '各项', '支出']] },
  国有资本经营支出: { lists: [['国有资本表', '各项', '支出']] },
  机关运行经费: { lists: [['基本支出表', '公用经费科目', '支出']] },
  三公经费合计: { cells: ['因公出国费', '公务用车购置费', '公务用车运行费', '公务接待费'].map((name) => ['三公表', name] as const) },
};

/**
 * «甲增加2.00万元、乙增加1.00万元；同时丙减少0.50万元»; undefined where a part is missing or cannot be read, or where the parts do not add up to
 * the total: what the tables do not say is not guessed.
 */
export function reasonDraft(run: Run, subject: string, total: Quantity): string | undefined {
  const composition = COMPOSITIONS[subject];
  if (composition === undefined) return undefined;
  const quiet = quietly(run);
  const whole = inPrint(quiet, total.name, total);
  // Last year's total is often unknown, and then its parts are of no use.
  if (whole === undefined) return undefined;
  const parts = [...listed(quiet, composition), ...single(quiet, composition)];
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  // Every printed amount may be off by half a step, this year's and last year's.
  const step = quantumOf(run.print.decimals).times(run.print.unit.scale);
  const analysis = driversOf(whole, known, step.times(known.length + 1));
  if (analysis === undefined) return undefined;
  const [along, against] = [analysis.drivers, analysis.offsets].map((drivers) => drivers.map((driver) => inWords(run, driver)).join('、'));
  return against === '' ? along : `${along ?? ''}；同时${against ?? ''}`;
}

// A draft asks for nothing, misses nothing and takes nothing along: the list of 补充资料 is the same with and without it.
function quietly(run: Run): Run {
  const { asks } = run;
  const nothing = (): void => undefined;
  return { ...run, asks: { ...asks, ask: asks.peek, miss: nothing, carry: nothing } };
}

function listed(run: Run, { lists = [] }: Composition): readonly (NamedPart | undefined)[] {
  return lists.flatMap(([table, list, column]) => {
    const names = presentTable(run, table);
    const rows = names?.lists?.[list];
    if (names === undefined || rows === undefined) return [];
    return codedRows(run, names, rows).map((row) => {
      const quantity = quantityOf(row[column]);
      return typeof row.名称 === 'string' && quantity !== undefined ? inPrint(run, row.名称, quantity) : undefined;
    });
  });
}

function single(run: Run, { cells = [] }: Composition): readonly (NamedPart | undefined)[] {
  return cells.flatMap(([table, cell]) => {
    const names = presentTable(run, table);
    return names === undefined ? [] : [inPrint(run, cell, cellQuantity(run, names, cell))];
  });
}

function presentTable(run: Run, name: string): TableNames | undefined {
  const names = run.names.tables[name];
  return names === undefined || tableOf(run.accounts, names.statement) === undefined ? undefined : names;
}

function inPrint(run: Run, name: string, quantity: Quantity): NamedPart | undefined {
  const [current, prior] = [shown(run, quantity.current()), shown(run, quantity.prior())];
  return current === undefined || prior === undefined ? undefined : { name, current, prior };
}

function shown(run: Run, amount: Amount): Decimal | undefined {
  return amount.kind === 'known' ? printedValue(amount.expression, run.print) : undefined;
}

function inWords(run: Run, { part, contribution }: Driver<NamedPart>): string {
  const { more, less } = run.conventions.words;
  return `${part.name}${contribution.isNegative() ? less : more}${printFigure(contribution, amountFormat(run, true), run.print)}`;
}

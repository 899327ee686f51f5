/** A draft of 主要原因 for a total (原因草稿): the parts that drive a change, in words. It is offered beside the gap and never printed in its place. */
import { codedRows } from './coded-rows.ts';
import { draftOf, isDivided, type NamedPart, partOf, presentTable, quietly } from './draft-parts.ts';
import { type Amount, type Quantity, quantityOf } from './quantity.ts';
import type { Run } from './run.ts';
import { cellQuantity } from './table-amounts.ts';
import { typedAmount } from './typed-amount.ts';

/** What a subject is made of: lists (表, 列表, 列) and single cells (表, 名称). */
interface Composition {
  readonly lists?: readonly (readonly [table: string, list: string, column: string])[];
  readonly cells?: readonly (readonly [table: string, cell: string])[];
  /** No draft where only one of the parts has money. */
  readonly divided?: boolean;
}

const INCOME_SOURCES = ['财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
const THREE_PUBLIC = ['因公出国费', '公务用车购置费', '公务用车运行费', '公务接待费'];

/** Names of cells that are shorter than what a disclosure calls them. */
const FULL_NAMES: Readonly<Record<string, string>> = { 因公出国费: '因公出国（境）费', 公务用车运行费: '公务用车运行维护费' };

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
  机关运行经费: { lists: [['基本支出表', '公用经费各科目', '支出']] },
  三公经费合计: { cells: THREE_PUBLIC.map((name) => ['三公表', name] as const) },
  公务用车购置及运行维护费: {
    cells: [
      ['三公表', '公务用车购置费'],
      ['三公表', '公务用车运行费'],
    ],
    divided: true,
  },
};

/** The subject under which 年初预算 of the rows of a table is typed. */
const BUDGET_SUBJECTS: Readonly<Record<string, string>> = {
  一般公共预算表: '一般公共预算支出',
  政府性基金表: '政府性基金支出',
  国有资本表: '国有资本经营支出',
};

/** Against last year. */
export function reasonDraft(run: Run, subject: string, total: Quantity): string | undefined {
  const composition = COMPOSITIONS[subject];
  if (composition === undefined) return undefined;
  const quiet = quietly(run);
  const whole = partOf(quiet, total.name, total.current(), total.prior());
  // Last year's total is often unknown, and then its parts are of no use.
  if (whole === undefined) return undefined;
  const parts = [
    ...listed(quiet, composition, (name, quantity) => partOf(quiet, name, quantity.current(), quantity.prior())),
    ...single(quiet, composition, (name, quantity) => partOf(quiet, name, quantity.current(), quantity.prior())),
  ];
  return offer(quiet, composition, whole, parts);
}

/** Against the budget: the budget columns of 公开07, or the 年初预算 of every row where each has been typed. */
export function budgetDraft(run: Run, subject: string, final: Amount, budget: Amount): string | undefined {
  const composition = COMPOSITIONS[subject];
  if (composition === undefined) return undefined;
  const quiet = quietly(run);
  const parts = [
    ...listed(quiet, composition, (name, quantity, table, code) => {
      const key = `年初预算/${BUDGET_SUBJECTS[table] ?? ''}/${code}`;
      return againstBudget(quiet, name, quantity.current(), typedAmount(quiet.asks.peek(key), key, '万元'));
    }),
    ...single(quiet, composition, (name, quantity, table) => {
      const budgets = table === '三公表' ? presentTable(quiet, '三公预算') : undefined;
      const planned = budgets === undefined ? undefined : cellQuantity(quiet, budgets, quantity.name).current();
      return againstBudget(quiet, name, quantity.current(), planned);
    }),
  ];
  return offer(quiet, composition, partOf(quiet, subject, final, budget), parts);
}

/** What was not spent and has no budget is no part of the difference; whether it had one after all is settled by the sum. */
function againstBudget(run: Run, name: string, final: Amount, budget: Amount | undefined): NamedPart | undefined {
  if (budget?.kind === 'known') return partOf(run, name, final, budget);
  const spent = partOf(run, name, final, final);
  return spent?.current.isZero() === true ? spent : undefined;
}

type Parts = readonly (NamedPart | undefined)[];

function offer(run: Run, { divided }: Composition, total: NamedPart | undefined, parts: Parts): string | undefined {
  if (divided === true && !isDivided(parts.filter((part) => part !== undefined))) return undefined;
  return draftOf(run, total, parts);
}

function listed(
  run: Run,
  { lists = [] }: Composition,
  compare: (name: string, quantity: Quantity, table: string, code: string) => NamedPart | undefined,
): Parts {
  return lists.flatMap(([table, list, column]) => {
    const names = presentTable(run, table);
    const rows = names?.lists?.[list];
    if (names === undefined || rows === undefined) return [];
    return codedRows(run, names, rows).map((row) => {
      const quantity = quantityOf(row[column]);
      return typeof row.名称 === 'string' && quantity !== undefined ? compare(row.名称, quantity, table, row.编码) : undefined;
    });
  });
}

function single(
  run: Run,
  { cells = [] }: Composition,
  compare: (name: string, quantity: Quantity, table: string) => NamedPart | undefined,
): Parts {
  return cells.flatMap(([table, cell]) => {
    const names = presentTable(run, table);
    return names === undefined ? [] : [compare(FULL_NAMES[cell] ?? cell, cellQuantity(run, names, cell), table)];
  });
}

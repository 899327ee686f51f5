/** Everything a template can name (数据名称): 单位, 年度, the tables with their cells and lists, the evaluation forms. */
import { constant, figure as figureExpression, sum } from '../expressions/expression.ts';
import { PLAIN } from '../number/unit.ts';
import { figureAt, isEmptyTable } from '../tables/table.ts';
import { tableOf, tablesOf } from '../tables/table-set.ts';
import { codedRows } from './coded-rows.ts';
import type { AccountNames, FormNames, TableNames } from './final-account-names.ts';
import { type Amount, amountOf, type Quantity, quantityView } from './quantity.ts';
import { type Run, withRun } from './run.ts';
import { gapSpan, piece, type Piece } from './spans.ts';
import { cellQuantity, missingTable } from './table-amounts.ts';

const TABLE_WORDS = ['名称', '缺表', '为空', '提示'] as const;
const FORM_WORDS = ['名称', '缺表', '个数'] as const;

/** The names of the first two levels, for finding slips in a template before it is ever used. */
export function knownNames(names: AccountNames): ReadonlyMap<string, ReadonlySet<string> | 'plain'> {
  const known = new Map<string, ReadonlySet<string> | 'plain'>([
    ['单位', 'plain'],
    ['年度', 'plain'],
  ]);
  for (const [name, table] of Object.entries(names.tables)) {
    known.set(name, new Set([...TABLE_WORDS, ...Object.keys(table.cells), ...Object.keys(table.lists ?? {})]));
  }
  for (const [name, form] of Object.entries(names.forms)) known.set(name, new Set([...FORM_WORDS, ...Object.keys(form.sums)]));
  return known;
}

export function buildScope(run: Run, names: AccountNames): object {
  const scope: Record<string, unknown> = {
    get 单位() {
      return run.accounts.department || typedWord(run, '事实/单位/单位名称');
    },
    get 年度() {
      return run.accounts.year?.toString() ?? typedWord(run, '事实/单位/年度');
    },
  };
  for (const [name, table] of Object.entries(names.tables)) scope[name] = tableView(run, table);
  for (const [name, form] of Object.entries(names.forms)) scope[name] = formView(run, form);
  return withRun(scope, run);
}

function typedWord(run: Run, key: string): string | Piece {
  const fact = run.asks.ask(key);
  if (fact !== undefined) return piece({ kind: 'fact', text: fact.text, fact: key, source: fact.ref });
  const gap = { id: key, label: key.slice(key.lastIndexOf('/') + 1), kind: 'ask' } as const;
  run.asks.miss(gap);
  return piece(gapSpan(gap));
}

function tableView(run: Run, names: TableNames): object {
  const table = tableOf(run.accounts, names.statement);
  if (table?.notices.some(({ kind }) => kind === 'duplicate-table') === true) {
    run.asks.miss({
      id: `重复/${names.title}`,
      label: `《${names.title}》不止一张，说明取自工作表“${table.sheet}”，请核对`,
      kind: 'table',
    });
  }
  const view: Record<string, unknown> = {
    名称: names.title,
    缺表: table === undefined,
    为空: table !== undefined && isEmptyTable(table),
    /** «【缺少《…》】» */
    get 提示() {
      const { gap } = missingTable(names.title);
      run.asks.miss(gap);
      return piece(gapSpan(gap));
    },
  };
  for (const name of Object.keys(names.cells)) view[name] = quantityView(cellQuantity(run, names, name), run.print);
  for (const [name, list] of Object.entries(names.lists ?? {})) {
    Object.defineProperty(view, name, { enumerable: true, get: () => codedRows(run, names, list) });
  }
  return view;
}

function formView(run: Run, names: FormNames): object {
  const forms = tablesOf(run.accounts, names.statement);
  const titles = forms.map(({ book, sheet, area }) => ({ book, sheet, row: area.top, column: area.left }));
  const count: Amount = { kind: 'known', expression: constant(forms.length, PLAIN), evidence: titles };
  const none: Quantity['prior'] = () => missingTable(names.title);
  const view: Record<string, unknown> = {
    名称: names.title,
    缺表: forms.length === 0,
    个数: quantityView({ name: names.title, current: () => count, prior: none }, run.print),
  };
  for (const [name, [row, column]] of Object.entries(names.sums)) {
    view[name] = quantityView(
      {
        name,
        current: () =>
          sumOfForms(
            names,
            forms.map((form) => figureAt(form, row, column)),
            name,
          ),
        prior: none,
      },
      run.print,
    );
  }
  return view;
}

function sumOfForms(names: FormNames, figures: readonly ReturnType<typeof figureAt>[], name: string): Amount {
  if (figures.length === 0) return missingTable(names.title);
  const known = [];
  for (const figure of figures) {
    if (figure === undefined)
      return { kind: 'missing', gap: { id: `缺行/${names.title}/${name}`, label: `《${names.title}》中没有“${name}”`, kind: 'table' } };
    const amount = amountOf(figure);
    if (amount.kind === 'missing') return amount;
    known.push(figureExpression(figure));
  }
  return { kind: 'known', expression: known.length === 1 && known[0] !== undefined ? known[0] : sum(known) };
}

/** The filters of a template (过滤器): `总表.收入总计 | 金额`, `| 占比: 总表.本年收入合计`, `| 同比`, `'收入支出总体' | 原因`. There are no others: no arithmetic of Liquid's. */
import { sum } from '../expressions/expression.ts';
import { findFact } from '../tables/facts.ts';
import type { LocalText } from '../locale.ts';
import { amountFormat, changeSpans, comparisonSpans, completionSpans, figureSpans, shareSpans, varianceSpans } from './figure-spans.ts';
import { factSpans, fullTextSpans, reasonSpans } from './fact-spans.ts';
import { printedValue } from './printed.ts';
import { type Amount, type Quantity, quantityOf, type QuantityView, quantityView } from './quantity.ts';
import { budgetDraft, reasonDraft } from './reason-draft.ts';
import { rowDraft } from './row-draft.ts';
import type { Run } from './run.ts';
import { type Piece, piece, spansOf, words } from './spans.ts';
import { FilterMisuse } from './template-error.ts';
import { priorOf } from './table-amounts.ts';
import { typedAmount } from './typed-amount.ts';

export type Filter = (run: Run, value: unknown, ...args: readonly unknown[]) => Piece | QuantityView | boolean;

export const FILTERS: Readonly<Record<string, Filter>> = {
  /** «1,978.38万元» */
  金额: (run, value) => piece(...figureSpans(run, needQuantity('金额', value).current(), amountFormat(run))),

  /** «17辆»; `数量: '平方米', 2` prints two decimals. */
  数量: (run, value, unit, decimals) => {
    const quantity = needQuantity('数量', value);
    const amount = quantity.current();
    const natural = amount.kind === 'known' ? (printedValue(amount.expression, run.print)?.decimalPlaces() ?? 0) : 0;
    const suffix = unit === undefined ? (quantity.unit ?? '') : needText('数量', unit);
    const places = typeof decimals === 'number' ? decimals : natural;
    return piece(
      ...figureSpans(run, amount, { kind: 'count', decimals: places, grouping: run.conventions.thousands, unsigned: false, suffix }),
    );
  },

  /** «96.61%» of the amount given. */
  占比: (run, value, whole) => piece(...shareSpans(run, needQuantity('占比', value).current(), needQuantity('占比', whole).current())),

  /** «增加214.21万元，增长12.14%»; `同比: '比上年'` says against what: «比上年增加…», but «与上年持平». */
  同比: (run, value, base) =>
    piece(...changeSpans(run, needQuantity('同比', value), base === undefined ? undefined : needText('同比', base))),

  /** «-2.54%» against the budget given. */
  差异率: (run, value, budget) =>
    piece(...varianceSpans(run, needQuantity('差异率', value).current(), needQuantity('差异率', budget).current())),

  /** «完成年初预算的97.46%»: `| 完成率: 预算, '年初预算'`. */
  完成率: (run, value, budget, name) =>
    piece(
      ...completionSpans(
        run,
        needQuantity('完成率', value).current(),
        needQuantity('完成率', budget).current(),
        name === undefined ? '预算' : needText('完成率', name),
      ),
    ),

  /** «大于», «小于», «等于» the amount given. */
  大小: (run, value, other) => piece(...comparisonSpans(run, needQuantity('大小', value).current(), needQuantity('大小', other).current())),

  /** «基本工资、津贴补贴、奖金» */
  名称列表: (_run, value) => {
    if (!Array.isArray(value)) throw misuse('名称列表', '一组科目', 'a list of rows');
    const names = (value as readonly { readonly 名称: string | Piece }[]).map(({ 名称 }) => spansOf(名称) ?? [words(String(名称))]);
    return piece(...names.flatMap((spans, index) => (index === 0 ? spans : [words('、'), ...spans])));
  },

  /** The reason for the change since last year, for one row of a list where it is given; nothing is asked where the quantity has not changed. */
  原因: (run, subject, value, row) => {
    const quantity = value === undefined ? undefined : needQuantity('原因', value);
    const figures = quantity === undefined ? undefined : ([quantity.current(), quantity.prior()] as const);
    const code = isRow(row) ? `/${row.编码}` : '';
    const key = `原因/${needText('原因', subject)}${code}/与上年相比`;
    const label = quantity !== undefined && isRow(row) ? { label: `${row.编码} ${quantity.name}与上年相比的主要原因` } : {};
    const draft = (): string | undefined => {
      if (quantity === undefined) return undefined;
      return isRow(row)
        ? rowDraft(run, needText('原因', subject), row.编码, quantity)
        : reasonDraft(run, needText('原因', subject), quantity);
    };
    return piece(...reasonSpans(run, key, figures, run.conventions.unchanged, { ...label, draft }));
  },

  /** The reason for the difference from the budget, for one row of a list where it is given; where there is none, the region's phrase for that. */
  差异原因: (run, subject, final, budget, row) => {
    const figures = [needQuantity('差异原因', final).current(), needQuantity('差异原因', budget).current()] as const;
    const key = `原因/${needText('差异原因', subject)}${codeKey(row)}/与预算相比`;
    // Of one row no table holds the budget of its parts.
    const draft = (): string | undefined => (isRow(row) ? undefined : budgetDraft(run, needText('差异原因', subject), ...figures));
    return piece(...reasonSpans(run, key, figures, run.conventions.onBudget, { ...rowLabel(row, '与预算相比的主要原因'), draft }));
  },

  /** What the money of a row was for: `'一般公共预算支出' | 用途: 项`. */
  用途: (run, subject, row) => {
    if (!isRow(row)) throw misuse('用途', '一行科目，例如 | 用途: 项', 'a row of a list');
    return piece(...factSpans(run, `用途/${needText('用途', subject)}${codeKey(row)}`, rowLabel(row, '主要用途')));
  },

  /** Words that no table holds: `'三公经费/出国开支内容' | 事实`. */
  事实: (run, key) => piece(...factSpans(run, `事实/${needText('事实', key)}`)),

  /** Words that may be typed; otherwise those given stand: `'其他说明/其他事项' | 选填: '无其他说明事项'`. */
  选填: (run, key, otherwise) => {
    const full = `事实/${needText('选填', key)}`;
    const fact = run.asks.ask(full, { optional: true });
    return piece(...(fact === undefined ? [words(needText('选填', otherwise))] : factSpans(run, full, { optional: true })));
  },

  /** The same, as paragraphs. */
  全文: (run, key) => piece(...fullTextSpans(run, `事实/${needText('全文', key)}`)),

  /** A number that no table holds: `'国有资产/车辆数量' | 填报数: '辆'`; with an amount as second argument that amount stands until somebody types another. */
  填报数: (run, key, unit, instead) => {
    const otherwise = instead === undefined ? undefined : needQuantity('填报数', instead);
    return typedQuantity(run, `事实/${needText('填报数', key)}`, needText('填报数', unit), otherwise);
  },

  /** A sum of quantities: `在职 | 合计: 离休, 退休`. */
  合计: (run, value, ...more) => {
    const parts = [value, ...more].map((part) => needQuantity('合计', part));
    const add = (which: 'current' | 'prior') => (): Amount => sumOf(parts.map((part) => part[which]()));
    const unit = parts[0]?.unit;
    return quantityView(
      {
        name: parts.map(({ name }) => name).join('＋'),
        current: add('current'),
        prior: add('prior'),
        ...(unit === undefined ? {} : { unit }),
      },
      run.print,
    );
  },

  /** Whether two quantities print alike, this year and (where both are known) last year; for {% if %}. */
  相同: (run, value, other) => {
    const [one, two] = [needQuantity('相同', value), needQuantity('相同', other)];
    const [now, before] = (['current', 'prior'] as const).map((which) => ({
      one: shownValue(run, one[which]()),
      two: shownValue(run, two[which]()),
    }));
    if (now?.one === undefined || now.one !== now.two) return false;
    return before?.one === undefined || before.two === undefined || before.one === before.two;
  },

  /** `'财政拨款收支' | 年初预算`; that of one row: `'一般公共预算支出' | 年初预算: 项`. */
  年初预算: (run, subject, row) => {
    const key = `年初预算/${needText('年初预算', subject)}${codeKey(row)}`;
    return typedQuantity(run, key, '万元', undefined, rowLabel(row, '年初预算数').label);
  },
};

function typedQuantity(run: Run, key: string, unit: string, otherwise: Quantity | undefined, label?: string): QuantityView {
  const fact = run.asks.ask(key, { unit, optional: otherwise !== undefined, ...(label === undefined ? {} : { label }) });
  const before = priorOf(run.accounts);
  const typedBefore = before === undefined ? undefined : findFact(before.facts, key, before.year);
  const current = (): Amount => (fact === undefined && otherwise !== undefined ? otherwise.current() : typedAmount(fact, key, unit, label));
  const prior = (): Amount => {
    if (typedBefore !== undefined) return typedAmount(typedBefore, key, unit);
    if (fact === undefined && otherwise !== undefined) return otherwise.prior();
    return typedAmount(run.asks.peek(`上年/${key}`), `上年/${key}`, unit);
  };
  return quantityView({ name: key.slice(key.lastIndexOf('/') + 1), current, prior, unit }, run.print);
}

function sumOf(amounts: readonly Amount[]): Amount {
  const missing = amounts.find((amount) => amount.kind === 'missing');
  if (missing !== undefined) return { ...missing, derived: true };
  return { kind: 'known', expression: sum(amounts.flatMap((amount) => (amount.kind === 'known' ? [amount.expression] : []))) };
}

function shownValue(run: Run, amount: Amount): string | undefined {
  return amount.kind === 'known' ? printedValue(amount.expression, run.print)?.toString() : undefined;
}

/** What stands between {{ and }} becomes a mark; a bare quantity would hide which way it is to be printed. */
export function output(run: Run, value: unknown): string {
  const spans = spansOf(value);
  if (spans !== undefined) return run.shelf.file(spans);
  if (typeof value === 'string') return run.shelf.file([words(value.replace(/\s*\n\s*/g, ''))]);
  if (typeof value === 'number' && Number.isInteger(value)) return run.shelf.file([words(String(value))]);
  const name = quantityOf(value)?.name;
  throw new FilterMisuse({
    'zh-CN': name === undefined ? '此处的数据不能直接输出' : `“${name}”要说明怎样输出，例如 | 金额`,
    en: name === undefined ? 'this value cannot be printed' : `say how to print “${name}”, for example | 金额`,
  });
}

function needQuantity(filter: string, value: unknown): Quantity {
  const quantity = quantityOf(value);
  if (quantity === undefined) throw misuse(filter, '一个数，例如 总表.收入总计', 'a quantity such as 总表.收入总计');
  return quantity;
}

function needText(filter: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw misuse(filter, "引号中的文字，例如 '收入支出总体'", 'a text in quotes');
}

function isRow(value: unknown): value is { readonly 编码: string; readonly 名称: unknown } {
  return typeof value === 'object' && value !== null && '编码' in value;
}

/** «/2010301»: a fact about one row is bound to its code. */
function codeKey(row: unknown): string {
  return isRow(row) && row.编码 !== '' ? `/${row.编码}` : '';
}

/** «2010301 行政运行的年初预算数» */
function rowLabel(row: unknown, what: string): { readonly label?: string } {
  if (!isRow(row)) return {};
  return { label: `${row.编码} ${typeof row.名称 === 'string' ? row.名称 : ''}${what}`.trim() };
}

function misuse(filter: string, zh: string, en: string): FilterMisuse {
  const explanation: LocalText = { 'zh-CN': `“${filter}”需要${zh}`, en: `the filter “${filter}” needs ${en}` };
  return new FilterMisuse(explanation);
}

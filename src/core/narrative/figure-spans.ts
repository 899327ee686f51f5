/** Figures put into words (数字成文): 金额, 占比, 同比 and 差异率 as spans that keep the expression they print. */
import { difference, type Expression, growth, share } from '../expressions/expression.ts';
import type { Decimal } from '../number/decimal.ts';
import { ONE, ZERO } from '../number/decimal.ts';
import type { FigureFormat, Span } from './narrative.ts';
import { printedValue, printFigure } from './printed.ts';
import type { Amount, Quantity } from './quantity.ts';
import type { Run } from './run.ts';
import { gapSpan, words } from './spans.ts';

/** The words of a comparison, which a living text chooses again when its cells change. */
export const COMPARISON = { above: '大于', below: '小于', equal: '等于' } as const;

type Known = Extract<Amount, { kind: 'known' }>;

export function amountFormat(run: Run, unsigned = false): FigureFormat {
  const { decimals, thousands } = run.conventions;
  return { kind: 'amount', decimals, grouping: thousands, unsigned, suffix: run.print.unit.name };
}

export function rateFormat(run: Run, unsigned: boolean): FigureFormat {
  return { kind: 'percent', decimals: run.conventions.rateDecimals, grouping: false, unsigned, suffix: '%' };
}

/** What is missing is filed once and shown in its place. */
export function missingSpan(run: Run, amount: Extract<Amount, { kind: 'missing' }>): Span {
  const { gap, unit = '' } = amount;
  // The line of 补充资料 has the unit in a column of its own.
  const label = gap.label.endsWith(`（${unit}）`) ? gap.label.slice(0, -unit.length - 2) : gap.label;
  if (gap.kind === 'ask') run.asks.ask(gap.id, { unit, label });
  run.asks.miss(gap);
  return amount.derived === true && gap.kind === 'ask' ? { ...gapSpan(gap), text: TO_COMPUTE } : gapSpan(gap);
}

/** In the place of what is computed from a number that the sentence asks for itself. */
const TO_COMPUTE = '【待计算】';

export function figureSpans(run: Run, amount: Amount, format: FigureFormat): readonly Span[] {
  if (amount.kind === 'missing') return [missingSpan(run, amount)];
  const value = printedValue(amount.expression, run.print);
  if (value === undefined) return [unknownRate(run, '无法计算')];
  return [
    { ...figureSpan(run, amount.expression, value, format), ...(amount.evidence === undefined ? {} : { evidence: amount.evidence }) },
  ];
}

/** 占比: 0 of 0 is 0.00%; something of nothing is a contradiction and is said. */
export function shareSpans(run: Run, part: Amount, whole: Amount): readonly Span[] {
  if (part.kind === 'missing') return [missingSpan(run, { ...part, derived: true })];
  if (whole.kind === 'missing') return [missingSpan(run, { ...whole, derived: true })];
  const expression = share(part.expression, whole.expression);
  const rate = printedValue(expression, run.print) ?? (printed(run, part).isZero() ? ZERO : undefined);
  return [rate === undefined ? unknownRate(run, '占比的基数为0') : figureSpan(run, expression, rate, rateFormat(run, false))];
}

/** 同比: «增加214.21万元，增长12.14%»; `against` goes before it, «比上年增加…», and is turned for «与上年持平». */
export function changeSpans(run: Run, quantity: Quantity, against = ''): readonly Span[] {
  const current = quantity.current();
  const prior = quantity.prior();
  const before = against === '' ? [] : [words(against)];
  if (current.kind === 'missing') return [...before, missingSpan(run, current)];
  if (prior.kind === 'missing') return [...before, missingSpan(run, prior)];
  const { words: say, zeroChange } = run.conventions;
  const change = difference(current.expression, prior.expression);
  const rate = growth(current.expression, prior.expression);
  const delta = printed(run, current).minus(printed(run, prior));
  if (delta.isZero() && zeroChange === 'level') return [...levelWith(against), { kind: 'direction', text: say.level, expression: change }];
  const less = delta.isNegative() && !delta.isZero();
  return [
    ...before,
    { kind: 'direction', text: less ? say.less : say.more, expression: change },
    figureSpan(run, change, delta, amountFormat(run, true)),
    ...afterChange(rateSpans(run, rate, printed(run, current), printed(run, prior), less ? say.fell : say.grew)),
  ];
}

/** «，增长12.14%», but «（上年基数为0，不可比）»: words about the base are no second half of the sentence. */
function afterChange(rate: readonly Span[]): readonly Span[] {
  const [first] = rate;
  return first?.kind === 'words' ? [words(`（上年${first.text}）`)] : [words('，'), ...rate];
}

/** «比上年», «较上年» and «与上年相比，» become «与上年» before 持平. */
function levelWith(against: string): readonly Span[] {
  return against === '' ? [] : [words(against.replace(/^[比较]/, '与').replace(/相比，?$/, ''))];
}

/** 预决算差异率: (决算 − 预算) ÷ 预算, with its sign. */
export function varianceSpans(run: Run, final: Amount, budget: Amount): readonly Span[] {
  if (final.kind === 'missing') return [missingSpan(run, final)];
  if (budget.kind === 'missing') return [missingSpan(run, { ...budget, derived: true })];
  return rateSpans(run, growth(final.expression, budget.expression), printed(run, final), printed(run, budget));
}

/** «完成年初预算的97.46%»; a budget of 0 has no rate, and the sentence says that nothing was budgeted. `name` is what the budget is called. */
export function completionSpans(run: Run, final: Amount, budget: Amount, name: string): readonly Span[] {
  if (final.kind === 'missing') return [missingSpan(run, final)];
  if (budget.kind === 'missing') return [words(`完成${name}的`), waits(run, budget, TO_COMPUTE)];
  const base = printed(run, budget);
  if (base.isZero()) return [words(`${name}未安排`)];
  if (base.isNegative()) return [words(`${name}为负，不可比`)];
  const rate = printed(run, final).div(base);
  return [words(`完成${name}的`), figureSpan(run, share(final.expression, budget.expression), rate, rateFormat(run, false))];
}

/** A gap whose question the sentence has just put. */
function waits(run: Run, amount: Extract<Amount, { kind: 'missing' }>, text: string): Span {
  return { ...missingSpan(run, amount), text };
}

/** 大于、小于、等于: how the shown amount stands to another shown amount. */
export function comparisonSpans(run: Run, one: Amount, other: Amount): readonly Span[] {
  if (one.kind === 'missing') return [missingSpan(run, one)];
  if (other.kind === 'missing') return [waits(run, other, '【待比较】')];
  const { above, below, equal } = COMPARISON;
  const delta = printed(run, one).minus(printed(run, other));
  const text = delta.isZero() ? equal : delta.isNegative() ? below : above;
  return [{ kind: 'direction', text, expression: difference(one.expression, other.expression) }];
}

// One rate, and the conventions for a base of 0: 0 → 0 is no change, 0 → something is +100% or cannot be compared.
function rateSpans(run: Run, expression: Expression, now: Decimal, base: Decimal, direction?: string): readonly Span[] {
  const { zeroBase, words: say } = run.conventions;
  if (base.isNegative() && !base.isZero()) return [words('基数为负，不可比')];
  if (base.isZero() && !now.isZero() && (zeroBase === 'incomparable' || now.isNegative())) return [words(say.incomparable)];
  const rate = base.isZero() ? (now.isZero() ? ZERO : ONE) : now.minus(base).div(base);
  const figure = figureSpan(run, expression, rate, rateFormat(run, direction !== undefined));
  return direction === undefined ? [figure] : [{ kind: 'direction', text: direction, expression }, figure];
}

function figureSpan(run: Run, expression: Expression, value: Decimal, format: FigureFormat): Extract<Span, { kind: 'figure' }> {
  return { kind: 'figure', text: printFigure(value, format, run.print), expression, format };
}

function unknownRate(run: Run, label: string): Span {
  const gap = { id: `单元格/${label}`, label, kind: 'cell' } as const;
  run.asks.miss(gap);
  return gapSpan(gap);
}

function printed(run: Run, amount: Known): Decimal {
  return printedValue(amount.expression, run.print) ?? ZERO;
}

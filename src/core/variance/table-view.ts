/** A compared table as its template sees it (模板数据): the lines worth a paragraph, each figure as an expression over its cells, and what the rest comes to. */
import { constant, difference, type Expression, figure, product, share, sum } from '../expressions/expression.ts';
import type { Locale } from '../locale.ts';
import { type Decimal, HUNDRED, ONE, ZERO } from '../number/decimal.ts';
import { PLAIN } from '../number/unit.ts';
import type { FigureFormat, Span } from '../narrative/narrative.ts';
import type { ComparedTable } from './compared-table.ts';
import { type Contributions, contributionsOf } from './contributions.ts';
import type { Line } from './line.ts';
import { type Movement, movementOf, type State } from './movement.ts';
import type { VarianceLanguage } from './profile.ts';
import { type Measure, select, type Selection, type Thresholds } from './selection.ts';
import { type PrintedFigure, TABLE_ENTRIES, type View, viewOf } from './views.ts';

/** The case of a change, as templates ask for it. */
const STATES: Readonly<Record<State, Readonly<Record<Locale, string>>>> = {
  usual: { 'zh-CN': '一般', en: 'usual' },
  unchanged: { 'zh-CN': '持平', en: 'unchanged' },
  'from-zero': { 'zh-CN': '基数为零', en: 'from zero' },
  'to-negative': { 'zh-CN': '由正转负', en: 'to negative' },
  'to-positive': { 'zh-CN': '由负转正', en: 'to positive' },
  negative: { 'zh-CN': '基数为负', en: 'negative base' },
};

export interface ReasonAsked {
  /** The line. */
  readonly name: string;
  /** Its parts already say where the change comes from: printed when typed, not missed when not. */
  readonly optional: boolean;
}

export interface ViewOptions {
  readonly language: VarianceLanguage;
  readonly thresholds: Thresholds;
  /** Files the question. Undefined when nobody has answered one that is optional. */
  readonly reason: (asked: ReasonAsked) => readonly Span[] | undefined;
}

interface Looking extends ViewOptions {
  readonly table: ComparedTable;
  readonly movements: readonly Movement[];
}

export function tableView(table: ComparedTable, options: ViewOptions): View {
  const { lines, pair, unit } = table;
  const movements = lines.map(movementOf);
  const looking: Looking = { ...options, table, movements };
  const selection = select(table, movements, options.thresholds);
  const told = [...selection.totals, ...selection.details];
  const values: Readonly<Record<(typeof TABLE_ENTRIES)[number][1], unknown>> = {
    name: table.title,
    current: pair.current.period.label,
    prior: pair.prior.period.label,
    isBudget: pair.kind === 'budget',
    hasMorePeriods: pair.periods > 2,
    periods: pair.periods,
    unit: options.language.unitBehindAmounts && unit.unit.name !== '' ? '' : unit.words,
    lines: told.map((index) => lineView(looking, index, selection.reaches(index))),
    hasLines: told.length > 0,
    others: othersView(looking, selection),
    rates: table.rates,
    unreadable: table.unreadable,
    oneSided: lines.filter(({ isOneSided }) => isOneSided).length,
  };
  return viewOf(TABLE_ENTRIES.map(([zh, en]) => [zh, en, values[en]]));
}

function lineView(looking: Looking, index: number, reaches: boolean): View {
  const { table, movements } = looking;
  const [line, movement] = [table.lines[index], movements[index]] as [Line, Movement];
  const contributions = contributionsOf(table, movements, index);
  const whole = wholeOf(looking, index);
  const reason = reaches ? looking.reason({ name: line.name, optional: contributions !== undefined }) : undefined;
  const parts = (indices: readonly number[]): readonly View[] => indices.map((part) => partView(looking, part));
  return viewOf(
    [
      ['名称', 'name', shownName(line)],
      ['是比率', 'isRate', line.isRate],
      ['本期', 'current', amountView(looking, line, figure(line.current))],
      ['上期', 'prior', amountView(looking, line, figure(line.prior))],
      ['情形', 'state', STATES[movement.state][table.locale]],
      ['增减相抵', 'cancelsOut', movement.state === 'unchanged' && hasMovedParts(looking, index)],
      ['有占比', 'hasShare', whole !== undefined],
      ['总体', 'whole', whole?.name ?? ''],
      ['有动因', 'hasDrivers', contributions !== undefined],
      ['动因', 'drivers', parts(contributions?.drivers ?? [])],
      ['动因齐全', 'driversAreAll', isWhole(contributions?.along, contributions?.drivers)],
      ['有抵销', 'hasOffsets', contributions?.against !== undefined],
      ['抵销', 'offsets', parts(contributions?.offsets ?? [])],
      ['列抵销', 'namesOffsets', (contributions?.offsets ?? []).length > 0],
      ['抵销齐全', 'offsetsAreAll', isWhole(contributions?.against, contributions?.offsets)],
      ['有原因', 'hasReason', reason !== undefined],
    ],
    {
      figures: {
        change: changeOf(looking, line, movement.changeExpression),
        ...(movement.rate === undefined ? {} : { rate: rateOf(looking, movement.rateExpression, table.pair.kind !== 'budget') }),
        ...(whole === undefined ? {} : { share: rateOf(looking, share(figure(line.current), figure(whole.current)), false) }),
        ...(contributions === undefined ? {} : sumsOf(looking, line, contributions)),
      },
      reason: () => reason ?? [],
    },
  );
}

function hasMovedParts({ table: { compositions }, movements }: Looking, index: number): boolean {
  return (compositions.partsOf.get(index) ?? []).some((part) => movements[part]?.change.isZero() === false);
}

function sumsOf(looking: Looking, line: Line, { along, against, covered }: Contributions): Readonly<Record<string, PrintedFigure>> {
  return {
    along: amountOf(looking, line, along, true),
    coverage: rateOf(looking, covered, true),
    ...(against === undefined ? {} : { against: amountOf(looking, line, against, true) }),
  };
}

/** Whether those named are all that moved that way: then their sum and their share say nothing more. */
function isWhole(moved: Expression | undefined, named: readonly number[] = []): boolean {
  return moved?.kind === 'sum' && moved.terms.length === named.length;
}

function partView(looking: Looking, index: number): View {
  const [line, movement] = [looking.table.lines[index], looking.movements[index]] as [Line, Movement];
  return viewOf([['名称', 'name', shownName(line)]], { figures: { change: changeOf(looking, line, movement.changeExpression) } });
}

function amountView(looking: Looking, line: Line, expression: Expression): View {
  return viewOf([], { figures: { amount: amountOf(looking, line, expression, false) } });
}

/** The total a line is told as a share of: where all that goes into it is positive, for a share of a balance says nothing. */
function wholeOf({ table: { lines, compositions }, movements }: Looking, index: number): Line | undefined {
  const total = compositions.wholeOf.get(index);
  const isNothing = movements[index]?.current.isZero() === true;
  if (total === undefined || isNothing || movements[total]?.current.gt(0) !== true) return undefined;
  const parts = compositions.partsOf.get(total) ?? [];
  return parts.every((part) => movements[part]?.current.gte(0) === true) ? lines[total] : undefined;
}

function othersView(looking: Looking, { others, measure }: Selection): View {
  const { table, movements } = looking;
  const changes = others.map((index) => movements[index]?.change ?? ZERO);
  const net = netOf(looking, others);
  const total = measure.total === undefined ? undefined : table.lines[measure.total];
  return viewOf(
    [
      ['个数', 'count', others.length],
      ['增加', 'up', changes.filter((change) => change.gt(0)).length],
      ['减少', 'down', changes.filter((change) => change.lt(0)).length],
      ['持平', 'same', changes.filter((change) => change.isZero()).length],
      ['有变动', 'hasMoved', changes.some((change) => !change.isZero())],
      ['有净额', 'hasNet', net !== undefined],
      ['有金额标准', 'hasLeastAmount', measure.amount !== undefined],
      ['有比率标准', 'hasLeastRate', !measure.rate.isZero()],
      ['标准所据', 'measuredBy', total?.name ?? ''],
    ],
    { figures: { ...measureFigures(looking, measure), ...(net === undefined ? {} : { change: net }) } },
  );
}

function measureFigures(looking: Looking, { rate, amount }: Measure): Readonly<Record<string, PrintedFigure>> {
  return {
    'least-rate': {
      expression: constant(rate, PLAIN),
      format: { ...rateFormat(looking, false), decimals: rate.times(100).decimalPlaces() },
    },
    ...(amount === undefined
      ? {}
      : { 'least-amount': { expression: amount.expression, format: amountFormat(looking, amount.decimals, false) } }),
  };
}

/** What the untold lines come to together: only where all of them go into one total, for 资产 and 负债 do not add up to anything. */
function netOf(looking: Looking, others: readonly number[]): PrintedFigure | undefined {
  const { lines, compositions } = looking.table;
  const roots = new Set(others.map((index) => rootOf(compositions.wholeOf, index)));
  const [root] = roots;
  const { partsOf } = compositions;
  if (others.some((index) => partsOf.has(index))) return undefined;
  const members = others.flatMap((index) => (lines[index]?.isMoney === true ? [lines[index]] : []));
  const net = others.reduce<Decimal>((all, index) => all.plus(looking.movements[index]?.change ?? ZERO), ZERO);
  if (roots.size !== 1 || root === undefined || members.length < others.length || members.length < 2 || net.isZero()) return undefined;
  const expression = sum(members.map(({ current, prior }) => difference(figure(current), figure(prior))));
  const finest = members.reduce((most, { decimals }) => Math.max(most, decimals), 0);
  return { expression, format: amountFormat(looking, finest, true) };
}

/** The uppermost total; undefined for a line that goes into none. */
function rootOf(wholeOf: ReadonlyMap<number, number>, index: number): number | undefined {
  let root: number | undefined;
  for (let at = wholeOf.get(index); at !== undefined; at = wholeOf.get(at)) root = at;
  return root;
}

/** «年末人数（人）» is 年末人数 where its figures carry the unit. */
function shownName({ name, suffix }: Line): string {
  const bracket = /\s*[(（]([^()（）]*)[)）]$/.exec(name);
  return suffix !== '' && bracket?.[1]?.trim() === suffix && bracket.index > 0 ? name.slice(0, bracket.index) : name;
}

function amountOf({ table, language }: Looking, line: Line, expression: Expression, unsigned: boolean): PrintedFigure {
  const { isMoney, isRatio, decimals, suffix } = line;
  if (isRatio) return { expression, format: { kind: 'percent', decimals, grouping: false, unsigned, suffix } };
  const unit = language.unitBehindAmounts || line.isRate ? suffix : '';
  return isMoney
    ? { expression, format: amountFormat({ table, language }, decimals, unsigned) }
    : { expression, format: { kind: 'count', decimals, grouping: !line.isRate, unsigned, suffix: unit } };
}

/** Of a percentage in percentage points. */
function changeOf(looking: Looking, line: Line, expression: Expression): PrintedFigure {
  if (!line.isRate) return amountOf(looking, line, expression, true);
  const { decimals, isRatio } = line;
  const format: FigureFormat = { kind: 'count', decimals, grouping: false, unsigned: true, suffix: looking.language.points };
  return { expression: product(expression, constant(isRatio ? HUNDRED : ONE, PLAIN)), format };
}

function amountFormat({ table, language }: Pick<Looking, 'table' | 'language'>, decimals: number, unsigned: boolean): FigureFormat {
  const suffix = language.unitBehindAmounts ? table.unit.unit.name : '';
  return { kind: 'amount', decimals, grouping: true, unsigned, suffix };
}

function rateOf(looking: Looking, expression: Expression, unsigned: boolean): PrintedFigure {
  return { expression, format: rateFormat(looking, unsigned) };
}

function rateFormat({ language }: Looking, unsigned: boolean): FigureFormat {
  return { kind: 'percent', decimals: language.rateDecimals, grouping: false, unsigned, suffix: '%' };
}

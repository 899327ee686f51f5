/** Which two columns a table compares (比较的两期): decided by their headings alone; where these leave it open, nothing is compared. */
import type { LocalText } from '../locale.ts';
import type { Period } from './period.ts';
import { sheetUnit } from './sheet-unit.ts';

export interface PeriodColumn {
  readonly column: number;
  readonly period: Period;
}

export interface Pair {
  readonly current: PeriodColumn;
  readonly prior: PeriodColumn;
  /** Actual against budget (决算与预算), or one time against another. */
  readonly kind: 'time' | 'budget';
  /** How many periods the table tells of; the pair is the last two. */
  readonly periods: number;
}

/** The pair, or one sentence about why there is none. */
export function choosePair(columns: readonly PeriodColumn[]): Pair | LocalText {
  const pair = pairIn(columns);
  if (!('current' in pair)) return pair;
  const units = new Set([pair.current, pair.prior].map(({ period }) => sheetUnit([period.label]).words));
  return units.size === 1 ? pair : { 'zh-CN': '两期的金额单位不同', en: 'its two periods are in different units' };
}

function pairIn(columns: readonly PeriodColumn[]): Pair | LocalText {
  if (columns.length < 2) {
    return { 'zh-CN': '表头中没有可以比较的两期', en: 'its headings name no two periods to compare' };
  }
  const [one, other, third] = columns;
  if (one !== undefined && other !== undefined && third === undefined) return pairOf(one, other) ?? unclear(columns);
  const series = new Map<string, PeriodColumn[]>();
  for (const column of columns) series.set(column.period.series, [...(series.get(column.period.series) ?? []), column]);
  const pairs = [...series.values()].filter(({ length }) => length >= 2).map(lastTwo);
  const [pair] = pairs;
  return pairs.length === 1 && pair !== undefined ? pair : unclear(columns);
}

function unclear(columns: readonly PeriodColumn[]): LocalText {
  const labels = [...new Set(columns.map(({ period }) => period.label))];
  return {
    'zh-CN': `表头有“${labels.join('、')}”，不能确定比较哪两列`,
    en: `its headings («${labels.join('», «')}») do not say which two columns to compare`,
  };
}

/** Of a dated series the last two; of anything else only two that stand against each other. */
function lastTwo(columns: readonly PeriodColumn[]): Pair | undefined {
  const [one, other, third] = columns;
  if (one === undefined || other === undefined) return undefined;
  if (third === undefined) return pairOf(one, other);
  const orders = columns.map(({ period }) => period.order);
  const isDated = orders.every((order) => order !== undefined) && new Set(orders).size === orders.length;
  const isPlain = new Set(columns.map(({ period: { basis, point } }) => `${basis ?? ''}${point ?? ''}`)).size === 1;
  if (!isDated || !isPlain) return undefined;
  const sorted = [...columns].sort((a, b) => (a.period.order ?? 0) - (b.period.order ?? 0));
  const [prior, current] = sorted.slice(-2);
  return prior === undefined || current === undefined ? undefined : { current, prior, kind: 'time', periods: columns.length };
}

function pairOf(one: PeriodColumn, other: PeriodColumn): Pair | undefined {
  // 2024年收入 and 2023年支出 are no two periods of one thing.
  if (wordsOf(one.period) !== wordsOf(other.period)) return undefined;
  const later = [
    byOrder(one.period, other.period),
    bySide(one.period.relative, other.period.relative, 'current'),
    bySide(one.period.point, other.period.point, 'closing'),
  ].filter((sign) => sign !== 0);
  const [sign] = later;
  if (sign !== undefined) {
    // «上年数» dated after «本年数» contradicts itself.
    if (later.some((each) => each !== sign)) return undefined;
    const [current, prior] = sign > 0 ? [one, other] : [other, one];
    return { current, prior, kind: 'time', periods: 2 };
  }
  const side = bySide(one.period.basis, other.period.basis, 'actual');
  if (side === 0) return undefined;
  const [current, prior] = side > 0 ? [one, other] : [other, one];
  return { current, prior, kind: 'budget', periods: 2 };
}

function byOrder(one: Period, other: Period): number {
  return one.order === undefined || other.order === undefined || grainOf(one) !== grainOf(other) ? 0 : Math.sign(one.order - other.order);
}

function bySide<Side extends string>(one: Side | undefined, other: Side | undefined, first: Side): number {
  if (one === undefined || other === undefined || one === other) return 0;
  return one === first ? 1 : -1;
}

const grainOf = ({ series }: Period): string => series.split('|')[0] ?? '';
const wordsOf = ({ series }: Period): string => series.split('|')[1] ?? '';

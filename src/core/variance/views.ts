/** What a template can name of a compared table (数据名称), in Chinese and in English: 表.本期 is table.current, 行.名称 is line.name. */
import type { Expression } from '../expressions/expression.ts';
import type { FigureFormat, Span } from '../narrative/narrative.ts';

/** The figures a filter prints of a view. */
export type FigureName = 'amount' | 'change' | 'rate' | 'share' | 'along' | 'against' | 'coverage' | 'least-amount' | 'least-rate';

export interface PrintedFigure {
  readonly expression: Expression;
  readonly format: FigureFormat;
}

const FIGURES = Symbol('figures');
const REASON = Symbol('reason');

export type View = Readonly<Record<string, unknown>>;

interface Printables {
  readonly figures?: Readonly<Partial<Record<FigureName, PrintedFigure>>>;
  /** 主要原因, as far as anybody has typed it. */
  readonly reason?: () => readonly Span[];
}

/** Each value under its Chinese and its English name. */
export function viewOf(
  entries: readonly (readonly [zh: string, en: string, value: unknown])[],
  { figures = {}, reason }: Printables = {},
): View {
  const named = Object.fromEntries(entries.flatMap(([zh, en, value]) => [[zh, value] as const, [en, value] as const]));
  return Object.assign(named, { [FIGURES]: figures, [REASON]: reason });
}

export function figureOf(view: unknown, name: FigureName): PrintedFigure | undefined {
  if (typeof view !== 'object' || view === null || !(FIGURES in view)) return undefined;
  return (view as { readonly [FIGURES]: NonNullable<Printables['figures']> })[FIGURES][name];
}

export function reasonOf(view: unknown): readonly Span[] | undefined {
  if (typeof view !== 'object' || view === null || !(REASON in view)) return undefined;
  return (view as { readonly [REASON]: Printables['reason'] })[REASON]?.();
}

/** Under 表 and table; for finding slips in a template before it is used. */
export const TABLE_ENTRIES = [
  ['名称', 'name'],
  ['本期', 'current'],
  ['上期', 'prior'],
  ['与预算比', 'isBudget'],
  ['多期', 'hasMorePeriods'],
  ['期数', 'periods'],
  ['单位', 'unit'],
  ['各行', 'lines'],
  ['有正文', 'hasLines'],
  ['其余', 'others'],
  ['比率数', 'rates'],
  ['非数', 'unreadable'],
  ['单期数', 'oneSided'],
] as const;

export const NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['表', new Set<string>(TABLE_ENTRIES.map(([zh]) => zh))],
  ['table', new Set<string>(TABLE_ENTRIES.map(([, en]) => en))],
]);

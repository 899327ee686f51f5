/** How a check states a relation (列关系): in one line, from figures that may be missing. A missing table, row or column gives no relation, never a false alarm. */
import { difference, type Expression, figure, sum } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { ZERO } from '../number/decimal.ts';
import { readsCell } from '../expressions/sources.ts';
import type { LocalText } from '../locale.ts';
import type { Table } from '../tables/table.ts';
import type { RelationDraft } from './check.ts';
import type { Relation, Severity } from './relation.ts';

export type MaybeFigure = Figure | undefined;

export interface DraftOptions {
  readonly along?: NonNullable<Relation['along']>;
  readonly severity?: Severity;
}

/** 合计 = Σ parts. Every part must exist in the layout; leave out beforehand what a layout may lack. */
export function sumRelation(
  stated: MaybeFigure,
  parts: readonly MaybeFigure[],
  why: LocalText,
  options: DraftOptions = {},
): readonly RelationDraft[] {
  const known = allKnown(parts);
  return known === undefined || known.length === 0 ? [] : relation(stated, 'equal', sum(known.map(figure)), why, options);
}

/** stated = whole − parts. */
export function differenceRelation(
  stated: MaybeFigure,
  whole: MaybeFigure,
  parts: readonly MaybeFigure[],
  why: LocalText,
  options: DraftOptions = {},
): readonly RelationDraft[] {
  const known = allKnown(parts);
  if (known === undefined || whole === undefined) return [];
  return relation(stated, 'equal', difference(figure(whole), ...known.map(figure)), why, options);
}

/** The same amount printed in two places (同一数据两处列示). */
export function sameAmount(stated: MaybeFigure, other: MaybeFigure, why: LocalText, options: DraftOptions = {}): readonly RelationDraft[] {
  return other === undefined ? [] : relation(stated, 'equal', figure(other), why, { along: 'across-tables', ...options });
}

/** A relation with any expression; nothing when the stated figure is missing or would be compared with itself. */
export function relation(
  stated: MaybeFigure,
  must: Relation['must'],
  expected: Expression | undefined,
  why: LocalText,
  options: DraftOptions = {},
): readonly RelationDraft[] {
  if (stated === undefined || expected === undefined) return [];
  if (readsCell(expected, stated.ref)) return [];
  return [{ stated, must, expected, why, ...options }];
}

/** All of them, or undefined when one is missing. */
export function allKnown(figures: readonly MaybeFigure[]): readonly Figure[] | undefined {
  const known = figures.filter((one) => one !== undefined);
  return known.length === figures.length ? known : undefined;
}

/** Whether the cell holds nothing: blank or a dash. */
export function isBlank(of: MaybeFigure): boolean {
  return of === undefined || of.reading.kind === 'blank';
}

/** Blank or zero: no money there. */
export function isNil(of: MaybeFigure): boolean {
  return of === undefined || of.reading.kind === 'blank' || (of.reading.kind === 'number' && of.reading.value.isZero());
}

/** The figure as it would be printed in the unit and decimals of `like`: what a hand-filled form was worked out from. */
export function roundedLike(of: Figure, like: MaybeFigure): Figure {
  return like !== undefined && like.quantum.gt(of.quantum) ? { ...of, quantum: like.quantum } : of;
}

/** A figure that is set, not measured (分值): 10 is exactly 10. */
export function exactly(of: Figure): Figure {
  return { ...of, quantum: ZERO };
}

/** Whether money may stand in rows that were not understood: a sum over all rows would then be short of it. */
export function hasUnreadRows(table: Table): boolean {
  return table.notices.some((notice) => notice.kind === 'unknown-row');
}

/** Live marks (活标记): the check itself as the formula of a conditional format, so that the colour comes and goes with the cells in any Excel or WPS. */
import type { AccountsReview } from '../findings/check-accounts.ts';
import type { Finding } from '../findings/finding.ts';
import { decimalFromDouble } from '../number/decimal.ts';
import type { Decimal } from '../number/decimal.ts';
import { brokenFormula, type LiveContext } from '../relations/broken-formula.ts';
import type { JudgeOptions } from '../relations/judge.ts';
import type { Relation, Severity } from '../relations/relation.ts';
import type { Figure } from '../expressions/figure.ts';
import type { CellRef } from '../workbook/address.ts';
import { cellAt, findSheet, type Workbook } from '../workbook/workbook.ts';
import type { MarkCells, MarkLevel } from './edit.ts';
import { planMarks } from './plan-marks.ts';

const LEVELS: Readonly<Record<Severity, MarkLevel>> = { error: 'error', warning: 'warning', info: 'within-rounding' };

export interface LiveMarkOptions extends JudgeOptions {
  /** Whether findings of that weight are marked at all. */
  readonly isMarked: (severity: Severity) => boolean;
}

/**
 * A rule for every relation of one sheet, broken now or not: on the cell that states it, and where it is broken on the cells that its finding points at.
 * What no formula of one sheet can say (a relation between sheets, an observation) is marked as it was found. What a person has accepted is left alone.
 * Of ordinary tables there are rules only for what is listed: relations that hold to the last digit are counted there, not kept.
 */
export function planLiveMarks(reviews: readonly AccountsReview[], workbook: Workbook, options: LiveMarkOptions): readonly MarkCells[] {
  const context: LiveContext = { rateScale: (rate) => rateScale(workbook, rate), rounding: options.rounding };
  const live: MarkCells[] = [];
  const lasting: Finding[] = [];
  for (const { judgements, findings, accepted } of reviews) {
    const left = new Set(accepted.flatMap(({ finding }) => finding.judgements.map(({ relation }) => relation)));
    for (const finding of findings.filter(({ severity }) => options.isMarked(severity))) {
      const rules = finding.judgements.map(({ relation }) => ruleOf(relation, context, [finding.cell, culpritOf(finding)]));
      const known = rules.filter((rule) => rule !== undefined);
      live.push(...known);
      // One formula is enough to show the finding now, and to let it go when it is put right.
      if (known.length === 0) lasting.push(finding);
    }
    for (const { relation } of findings.flatMap((finding) => finding.judgements)) left.add(relation);
    for (const { relation, verdict } of judgements) {
      if (verdict === 'not-judged' || left.has(relation) || !options.isMarked(relation.severity)) continue;
      const rule = ruleOf(relation, context, [relation.stated.ref]);
      if (rule !== undefined) live.push(rule);
    }
  }
  return [...planMarks(lasting), ...live];
}

function culpritOf({ suspects, cell }: Finding): CellRef {
  return suspects[0]?.figure.ref ?? cell;
}

/** Undefined where there is no formula, or where none of the cells is on its sheet. */
function ruleOf(relation: Relation, context: LiveContext, cells: readonly CellRef[]): MarkCells | undefined {
  const { sheet } = relation.stated.ref;
  const here = cells.filter((cell) => cell.book === 'current' && cell.sheet === sheet);
  const when = here.length < cells.length ? undefined : brokenFormula(relation, context);
  if (when === undefined) return undefined;
  const areas = here.map(({ row, column }) => ({ top: row, bottom: row, left: column, right: column }));
  return { kind: 'mark-cells', sheet, areas, level: LEVELS[relation.severity], when };
}

function rateScale(workbook: Workbook, { ref, reading }: Figure): Decimal | undefined {
  const sheet = findSheet(workbook, ref.sheet);
  const value = sheet === undefined ? null : (cellAt(sheet, ref.row, ref.column)?.value ?? null);
  if (typeof value !== 'number' || value === 0 || reading.kind !== 'number') return undefined;
  return reading.value.div(decimalFromDouble(value));
}

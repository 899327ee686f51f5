/** Relations as plain places on a sheet (关系清单): which cell follows from which, and whether it does; stated by a check or seen by discovery alike. */
import { discoverInTable, type DiscoveredRelation, type Place, relationsIn } from '../discovery/discover.ts';
import { surveyOf } from '../discovery/survey.ts';
import type { Expression } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { figuresOf } from '../expressions/sources.ts';
import { judge, type Judgement, type Verdict } from '../relations/judge.ts';
import type { CellRef } from '../workbook/address.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { plainNumbers } from './ordinary-numbers.ts';
import { ordinaryFigures } from './ordinary-figures.ts';
import { relationOf } from './ordinary-relations.ts';

export interface SheetRelation {
  readonly sheet: string;
  readonly operator: DiscoveredRelation['operator'];
  readonly total: Place;
  /** difference: minuend first; division: numerator, denominator; relative-change: base, current. */
  readonly parts: readonly Place[];
  /** The sheet of each part, where one is on another sheet than the total. */
  readonly partSheets?: readonly string[];
  readonly verdict: Verdict;
}

/** What a sheet shows without any knowledge of statements. */
export function discoveredIn(sheet: Sheet, workbook: Pick<Workbook, 'date1904'>): readonly SheetRelation[] {
  const figures = ordinaryFigures(sheet, workbook);
  const discovery = discoverInTable(figures.table, { mark: figures.mark });
  const { holding } = surveyOf(discovery, 0);
  const numbers = plainNumbers(discovery.numbers);
  return relationsIn(discovery, 0).map((found) => {
    const { operator, total, parts } = found;
    if (numbers.holds(found)) return { sheet: sheet.name, operator, total, parts, verdict: 'exact' };
    const relation = relationOf(found, holding, figures);
    return { sheet: sheet.name, operator, total, parts, verdict: relation === undefined ? 'not-judged' : judge(relation).verdict };
  });
}

/** Equalities of a check as places; limits («at most») and comparisons with last year's workbook name no cells of this one that add up. */
export function statedIn(judgements: readonly Judgement[]): readonly SheetRelation[] {
  return judgements.flatMap(({ relation, verdict }) => {
    const { stated, must, expected } = relation;
    const shape = must === 'equal' ? shapeOf(expected) : undefined;
    if (shape === undefined || [stated, ...shape.parts].some(({ ref }) => ref.book === 'prior')) return [];
    const elsewhere = shape.parts.some(({ ref }) => ref.sheet !== stated.ref.sheet);
    return [
      {
        sheet: stated.ref.sheet,
        operator: shape.operator,
        total: placeOf(stated.ref),
        parts: shape.parts.map(({ ref }) => placeOf(ref)),
        ...(elsewhere ? { partSheets: shape.parts.map(({ ref }) => ref.sheet) } : {}),
        verdict,
      },
    ];
  });
}

interface Shape {
  readonly operator: SheetRelation['operator'];
  readonly parts: readonly Figure[];
}

function shapeOf(expression: Expression): Shape | undefined {
  if (expression.kind === 'figure') return { operator: 'sum', parts: [expression.figure] };
  if (expression.kind === 'sum') {
    const signs = expression.terms.map(({ sign }) => sign);
    if (signs.every((sign) => sign === 1)) return { operator: 'sum', parts: figuresOf(expression) };
    const isDifference = signs[0] === 1 && signs.slice(1).every((sign) => sign === -1);
    return isDifference ? { operator: 'difference', parts: figuresOf(expression) } : undefined;
  }
  if (expression.kind !== 'quotient') return undefined;
  const { numerator, denominator } = expression;
  if (denominator.kind !== 'figure') return undefined;
  if (numerator.kind === 'figure') return { operator: 'division', parts: [numerator.figure, denominator.figure] };
  const change = shapeOf(numerator);
  const [current, base] = change?.operator === 'difference' ? change.parts : [];
  return current !== undefined && base === denominator.figure ? { operator: 'relative-change', parts: [base, current] } : undefined;
}

function placeOf({ row, column }: CellRef): Place {
  return [row, column];
}

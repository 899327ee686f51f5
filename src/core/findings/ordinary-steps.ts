/** Relations that step along a table (逐行关系): running totals (累计), growth on the line before (环比), shares of one total (占比); and the places where such a pattern fails. */
import type { DiscoveredRelation, Place } from '../discovery/discover.ts';
import { CHANGE_WORD, CUMULATIVE_WORD, RATIO_WORD, wordsOf } from '../discovery/words.ts';
import type { OrdinaryFigures } from './ordinary-figures.ts';

export interface Step {
  /** Equal for all places of one pattern. */
  readonly pattern: string;
  readonly axis: 'down' | 'across';
  /** How far along the axis. */
  readonly at: number;
}

export interface BrokenStep {
  readonly relation: DiscoveredRelation;
  /** The cell that is probably wrong. */
  readonly culprit: Place;
}

const FEWEST_HOLDING = 5;
const MOST_BROKEN = 2;

/** Undefined for a relation within one row or one column. */
export function stepOf({ operator, total, parts }: DiscoveredRelation): Step | undefined {
  if (parts.every(([row]) => row === total[0]) || parts.every(([, column]) => column === total[1])) return undefined;
  const axis = parts.some(([row]) => row === total[0]) ? 'down' : 'across';
  const along = axis === 'down' ? 0 : 1;
  const lines = [total, ...parts].map((place) => place[1 - along]);
  // The whole of a share stays where it is; all else moves along.
  const moves = parts.map((place, index) => (operator === 'division' && index === 1 ? `=${place[along]}` : place[along] - total[along]));
  return { pattern: [operator, axis, ...lines, ...moves].join(','), axis, at: total[along] };
}

/** Where a pattern that holds nearly everywhere fails: at one place, or at two that touch. Its heading must say what it is: a coincidence has no name. */
export function brokenSteps(
  discovered: readonly DiscoveredRelation[],
  { grid, figureAt }: OrdinaryFigures,
  isBroken: (relation: DiscoveredRelation) => boolean,
): readonly BrokenStep[] {
  const patterns = new Map<string, { readonly model: DiscoveredRelation; readonly step: Step; readonly holding: Set<number> }>();
  for (const model of discovered) {
    const step = stepOf(model);
    if (step === undefined) continue;
    const known = patterns.get(step.pattern) ?? { model, step, holding: new Set<number>() };
    known.holding.add(step.at);
    patterns.set(step.pattern, known);
  }
  return [...patterns.values()].flatMap(({ model, step, holding }) => {
    if (holding.size < FEWEST_HOLDING || !isNamed(model, step, figureAt)) return [];
    const first = Math.min(...holding) - (model.operator === 'division' ? 1 : 0);
    const last = Math.max(...holding) + 1;
    const failing: DiscoveredRelation[] = [];
    for (let at = first; at <= last; at++) {
      const relation = holding.has(at) ? undefined : movedTo(model, step, at);
      const isWhole = relation !== undefined && [relation.total, ...relation.parts].every((place) => isFigure(place, grid, figureAt));
      if (isWhole && isBroken(relation)) failing.push(relation);
    }
    return culpritsOf(failing, step.axis === 'down' ? 0 : 1);
  });
}

function isNamed({ total }: DiscoveredRelation, { axis }: Step, figureAt: OrdinaryFigures['figureAt']): boolean {
  const { row, column } = figureAt(total);
  return (wordsOf(axis === 'down' ? column : row) & (CUMULATIVE_WORD | RATIO_WORD | CHANGE_WORD)) !== 0;
}

function isFigure(place: Place, grid: OrdinaryFigures['grid'], figureAt: OrdinaryFigures['figureAt']): boolean {
  return (grid[place[0]]?.[place[1]] ?? '') !== '' && figureAt(place).reading.kind === 'number';
}

function movedTo(model: DiscoveredRelation, { axis, at: from }: Step, at: number): DiscoveredRelation {
  const move = ([row, column]: Place): Place => (axis === 'down' ? [row + at - from, column] : [row, column + at - from]);
  const parts = model.parts.map((place, index) => (model.operator === 'division' && index === 1 ? place : move(place)));
  return { operator: model.operator, total: move(model.total), parts, witnesses: ['label', ...model.witnesses] };
}

/** A wrong cumulative figure breaks two steps that touch, a wrong item one; so does a wrong amount under growth rates. */
function culpritsOf([one, two, third]: readonly DiscoveredRelation[], along: 0 | 1): readonly BrokenStep[] {
  if (one === undefined || third !== undefined) return [];
  const { operator, total, parts } = one;
  if (two === undefined) return [{ relation: one, culprit: operator === 'sum' ? (parts[1] ?? total) : total }];
  if (two.total[along] - total[along] >= MOST_BROKEN || operator === 'division') return [];
  return [{ relation: one, culprit: operator === 'sum' ? total : (parts[1] ?? total) }];
}

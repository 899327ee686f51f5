/** Evidence in bits (证据与代价): what the instances say, minus the price of having searched so many formulas, plus what the words say. */
import { isPercentLine, type Lines } from './lines.ts';
import { bestStretch, judge } from './judge.ts';
import type { Formula, Signature, Witness } from './signature.ts';
import { CHANGE_WORD, MEAN_WORD, RATIO_WORD, SUM_WORD } from './words.ts';

/** Counts the work done, so that tests can bound it without a clock. */
export interface Effort {
  steps: number;
}

export const ENOUGH_BITS = 11;
const ENOUGH_COVERAGE = 0.6;

/** What the instances and the words say, the price of the search not yet paid; undefined when the formula fails too often. */
export function weigh(lines: Lines, formula: Formula, witnesses: readonly Witness[], effort: Effort): Signature | undefined {
  effort.steps += lines.instances * formula.parts.length;
  const judged = judge(lines, formula);
  const stretch = bestStretch(judged);
  if (stretch.holds === 0 || stretch.holds < ENOUGH_COVERAGE * (stretch.holds + stretch.fails)) return undefined;
  const bits = stretch.evidence + prior(lines, formula);
  // No price is so low that it could still be believed.
  if (bits < 0) return undefined;
  const { status, residual } = judged;
  return { ...formula, direction: lines.direction, status, residual, ...stretch, bits, witnesses };
}

/** What the words on the aggregate's own line say for or against. */
export function prior(lines: Lines, { operator, aggregate }: Formula): number {
  const words = lines.words[aggregate] ?? 0;
  switch (operator) {
    case 'sum':
      return words & SUM_WORD ? 4 : 0;
    case 'average':
      return words & MEAN_WORD ? 6 : -12;
    case 'division':
      if (words & RATIO_WORD || isPercentLine(lines, aggregate)) return 5;
      return words & SUM_WORD ? -9 : -7;
    case 'relative-change':
      return words & CHANGE_WORD ? 9 : -3;
  }
}

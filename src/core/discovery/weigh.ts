/** Evidence in bits (证据与代价): what the instances say, minus the price of having searched so many formulas, plus what the words say. */
import { isPercentLine, type Lines } from './lines.ts';
import { bestStretch, discountRepeats, judge, type Judged, mostEvidence } from './judge.ts';
import { type Formula, type Signature, signatureOf, UNTESTED, type Witness } from './signature.ts';
import { CHANGE_WORD, MEAN_WORD, RATIO_WORD, SUM_WORD } from './words.ts';

/** Counts the work done, so that tests can bound it without a clock. */
export interface Effort {
  steps: number;
}

/** Where formulas are weighed. */
export interface Scales {
  readonly lines: Lines;
  readonly effort: Effort;
  /** Used again for every formula. */
  readonly room: Judged;
}

export const ENOUGH_BITS = 11;
const ENOUGH_COVERAGE = 0.6;

/** What the instances and the words say, the price of the search not yet paid; undefined when the formula fails too often, or is worth less than `least` bits. */
export function weigh(
  { lines, effort, room }: Scales,
  formula: Formula,
  witnesses: readonly Witness[],
  least: number,
): Signature | undefined {
  effort.steps += lines.instances * formula.parts.length;
  const judged = judge(lines, formula, room);
  const words = prior(lines, formula);
  // No price is so low that what is worth nothing could still be believed.
  const enough = Math.max(0, least);
  // Most are worth too little at the first look.
  if (mostEvidence(judged) + words < enough) return undefined;
  discountRepeats(lines, formula, judged);
  const stretch = bestStretch(judged);
  if (stretch.holds === 0 || stretch.holds < ENOUGH_COVERAGE * (stretch.holds + stretch.fails)) return undefined;
  const bits = stretch.evidence + words - piecePrice(judged.status, stretch);
  if (bits < enough) return undefined;
  const { from, to, holds, fails, evidence } = stretch;
  const status = judged.status.slice();
  const residual = judged.residual.slice();
  return signatureOf(formula, { direction: lines.direction, status, residual, from, to, holds, fails, evidence, bits, witnesses });
}

/** A formula for a piece of the table only has to say where the piece begins and ends: how many places it leaves out, in bits. */
function piecePrice(status: Uint8Array, { from, to }: { readonly from: number; readonly to: number }): number {
  let before = 0;
  let after = 0;
  for (let at = 0; at < from; at++) if (status[at] !== UNTESTED) before += 1;
  for (let at = to + 1; at < status.length; at++) if (status[at] !== UNTESTED) after += 1;
  return Math.log2(1 + before) + Math.log2(1 + after);
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

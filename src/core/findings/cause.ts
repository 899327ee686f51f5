/** A supposed cause (可能的原因): cells that would have to change, the relations this explains, and how much speaks for it. */
import type { Figure } from '../expressions/figure.ts';
import type { LocalText } from '../locale.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Changes, Equation, Evidence, Outcome } from './evidence.ts';
import { tryChanges } from './evidence.ts';
import type { Slip, Suspect } from './finding.ts';

export interface Cause {
  readonly kind: 'cell' | 'carried' | 'row' | 'moved' | 'missing-row' | 'counted-twice' | 'shifted-block' | 'unit';
  readonly suspects: readonly Suspect[];
  readonly changes: Changes;
  readonly fixed: readonly Equation[];
  readonly spoiled: readonly Equation[];
  readonly score: number;
  /** What a plain reader should know beyond the suspect: the missing row's name, the run of cells. */
  readonly note?: LocalText;
}

/** The state of the search: repairs accepted so far, and which equations hold with them. */
export interface Search {
  readonly evidence: Evidence;
  readonly base: Changes;
  readonly standing: readonly boolean[];
}

export function attempt(search: Search, changes: Changes): Outcome {
  return tryChanges(search.evidence, search.base, search.standing, changes);
}

/** Relations explained count for a cause, relations it would break count twice against it. */
export function weigh({ fixed, spoiled }: Outcome): number {
  const explained = fixed.reduce((total, equation) => total + equation.weight, 0);
  const contradicted = spoiled.reduce((total, equation) => total + equation.weight, 0);
  return explained - 2 * contradicted + (crosses(fixed) ? 0.5 : 0);
}

/** A row and a column that cross name the cell. */
function crosses(fixed: readonly Equation[]): boolean {
  const equal = fixed.filter(({ relation }) => relation.must === 'equal');
  return equal.some(({ relation }) => relation.along === 'row') && equal.some(({ relation }) => relation.along === 'column');
}

export function brokenEquations(search: Search): readonly Equation[] {
  return search.evidence.equations.filter((equation) => search.standing[equation.index] === false);
}

export function suspect(figure: Figure, repair: Decimal | null, slip: Slip | null): Suspect {
  return { figure, repair, slip };
}

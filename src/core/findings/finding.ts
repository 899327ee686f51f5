/** A finding (问题): broken relations with one root cause: the suspect cell, how much, why, and the value that would repair it. */
import type { Figure } from '../expressions/figure.ts';
import type { LocalText } from '../locale.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Judgement, Verdict } from '../relations/judge.ts';
import type { Observation, Severity } from '../relations/relation.ts';
import type { CellRef } from '../workbook/address.ts';

/** How the wrong value probably came about (差错类型). */
export type Slip =
  | 'digits-swapped'
  | 'digit-wrong'
  | 'digit-lost'
  | 'digit-added'
  | 'sign'
  | 'power-of-ten'
  | 'unit'
  | 'missing-row'
  | 'counted-twice'
  | 'stale-subtotal'
  | 'shifted-block'
  | 'left-blank';

export interface Suspect {
  readonly figure: Figure;
  /** The value that would make every relation of the finding hold, in base units; null when no single value does. */
  readonly repair: Decimal | null;
  readonly slip: Slip | null;
}

export interface Finding {
  /** Stable while the same thing is wrong: check, statement, row and column keys. */
  readonly id: string;
  readonly check: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  /** Where to look first. */
  readonly cell: CellRef;
  /** The lowest broken relation; undefined for an observation. */
  readonly judgement: Judgement | undefined;
  /** All relations broken by the same cause, the first included. */
  readonly judgements: readonly Judgement[];
  readonly observation: Observation | undefined;
  /** Best first. */
  readonly suspects: readonly Suspect[];
  /** Cells whose relations are broken only because of the cause. */
  readonly dependants: readonly CellRef[];
  readonly message: LocalText;
}

/** A relation (勾稽关系): a stated figure, the expression it must equal or not exceed, and why. Checks state relations; they never compare. */
import type { Expression } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import type { LocalText } from '../locale.ts';
import type { CellRef } from '../workbook/address.ts';

/** error 逻辑性: must hold; warning 核实性: a person must look; info 提示性. */
export type Severity = 'error' | 'warning' | 'info';

export interface Relation {
  /** The check that stated it. */
  readonly check: string;
  readonly stated: Figure;
  /** `at-most`: stated ≤ expected; `at-least`: stated ≥ expected. */
  readonly must: 'equal' | 'at-most' | 'at-least';
  readonly expected: Expression;
  /** The rule in words: «类 = Σ款». */
  readonly why: LocalText;
  readonly severity: Severity;
  /** Which way the parts run; localisation wants a row and a column that cross. */
  readonly along?: 'row' | 'column' | 'across-tables';
}

/** Something a check sees that is not arithmetic (a code printed twice, a target without an operator); reported as it is. */
export interface Observation {
  readonly check: string;
  readonly at: CellRef;
  readonly severity: Severity;
  readonly message: LocalText;
}

/** Facts typed by people (补充资料): reasons, counts, budgets, last year's figures that no table holds. Kept by meaning, never by address. */
import type { Figure } from '../expressions/figure.ts';
import type { CellRef } from '../workbook/address.ts';

export interface Fact {
  /** Bound by meaning, e.g. `原因/收入支出总体`, `上年/公开05/2010301/合计`. */
  readonly key: string;
  readonly label: string;
  /** As typed, trimmed. */
  readonly text: string;
  /** When what was typed is a number: the same as any figure of a table. */
  readonly figure: Figure | undefined;
  readonly ref: CellRef;
}

/** By key; a line that nobody has filled is absent. */
export type Facts = ReadonlyMap<string, Fact>;

export const NO_FACTS: Facts = new Map();

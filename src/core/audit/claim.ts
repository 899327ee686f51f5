/** A claim (陈述): one number of a text with what it says, of what, and where it stands. */
import type { LocalText } from '../locale.ts';
import type { Decimal } from '../number/decimal.ts';
import type { CellRef } from '../workbook/address.ts';

export type Role = 'amount' | 'change' | 'budget' | 'final' | 'share' | 'growth' | 'variance' | 'completion' | 'count';

export interface Claim {
  readonly section: string;
  /** What the number is about, without years, names and filler words. */
  readonly subject: string;
  readonly role: Role;
  /** As printed, in `unit`: 97.70 of 97.70%. */
  readonly value: Decimal;
  readonly decimals: number;
  /** 万元, %, 辆 …; empty where an amount has none. */
  readonly unit: string;
  /** 1 for 增加/增长, −1 for 减少/下降, 0 where there is no such word. */
  readonly direction: -1 | 0 | 1;
  /** The digits and the unit as they stand, and where: offsets into the original, end excluded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly block: number;
  /** Inside a reason or a description: free words, which no table can confirm. */
  readonly free: boolean;
}

export type AuditVerdict = 'broken' | 'within-rounding' | 'hint';

/** What to write in the place of a stretch of the text: only where one right wording is certain. */
export interface Correction {
  readonly start: number;
  /** Excluded. */
  readonly end: number;
  readonly text: string;
}

export interface AuditFinding {
  readonly line: number;
  /** Into the text as given; `end` is excluded. */
  readonly offset: number;
  readonly end: number;
  readonly text: string;
  readonly stated: string;
  readonly expected: string;
  readonly verdict: AuditVerdict;
  readonly sources: readonly CellRef[];
  /** How the tables arrive at what is expected: «1,407.64 ÷ 1,932.86»; empty where it is a cell itself. */
  readonly arithmetic: string;
  readonly correction: Correction | undefined;
  readonly message: LocalText;
}

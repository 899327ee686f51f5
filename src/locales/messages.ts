/** Every sentence the command line says (界面文字), by key; zh-CN.ts and en.ts each give all of them. */
import type { PriorQuestion } from '../core/tables/prior-accounts.ts';

export interface Messages {
  readonly usage: string;
  readonly unknownCommand: (command: string) => string;
  readonly badOption: (detail: string) => string;
  readonly missingBook: (command: string) => string;
  readonly tooManyArguments: (extra: string) => string;
  readonly fileNotFound: (path: string) => string;
  readonly fileUnreadable: (path: string, detail: string) => string;
  readonly isFolder: (path: string) => string;
  readonly outIsInput: (path: string) => string;
  readonly outNotXlsx: (path: string) => string;
  readonly outNotDocx: (path: string) => string;
  readonly cannotWrite: (path: string, detail: string) => string;
  readonly editsNeedXlsx: (path: string) => string;
  readonly noTables: (path: string) => string;
  /** No known table, and nothing that adds up. */
  readonly noRelations: (path: string) => string;
  /** Nothing for 变动说明: one sentence for each sheet. */
  readonly noComparison: (path: string, sheets: readonly string[]) => string;
  /** `--live` was given for variance notes. */
  readonly varianceNotLive: string;
  readonly silentSheet: (sheet: string, why: string) => string;
  readonly severalDepartments: (names: readonly string[]) => string;
  readonly unknownDepartment: (name: string, names: readonly string[]) => string;
  readonly unknownNarrative: (id: string, ids: readonly string[]) => string;
  readonly priorUnmatched: (department: string) => string;
  /** Last year's workbook is not used as it is, and what to do about it. */
  readonly priorQuestions: Readonly<Record<PriorQuestion['kind'], (question: PriorQuestion) => string>>;
  /** `items` of this year have no figure of last year; nothing has taken `left` of last year's. */
  /** 决算公开说明 is another department's and has been edited by hand. */
  readonly otherNarrative: (path: string) => string;
  /** Formula cells for which the file stores no result. */
  readonly waitingFormulas: (count: number) => string;
  readonly priorItems: (table: string, items: string, left: string) => string;
  readonly comma: string;
  readonly colon: string;
  readonly rollOverNeedsOut: string;
  readonly rollOverNoYear: (path: string) => string;
  readonly rollOverOther: (path: string, department: string, year: number) => string;
  readonly rollOverTyped: (path: string) => string;
  readonly rolledOver: (path: string, year: number) => string;
  readonly internal: (detail: string) => string;

  readonly accountsHead: (department: string, year: number | undefined, tables: number) => string;
  readonly ordinaryHead: (sheet: string, title: string) => string;
  readonly unnamedDepartment: string;
  readonly tally: (counts: TallyCounts) => string;
  readonly allHold: string;
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly suspects: string;
  readonly repairTo: (value: string) => string;
  readonly slips: Readonly<Record<string, string>>;
  readonly dependants: (list: string) => string;
  readonly relationsHead: (count: number) => string;
  readonly verdicts: Readonly<Record<'exact' | 'within-rounding' | 'broken' | 'not-judged', string>>;
  readonly roundingHead: (count: number) => string;
  readonly notJudgedHead: (count: number) => string;
  readonly notices: string;
  readonly skippedSheet: (sheet: string, reason: string) => string;
  readonly skipReasons: Readonly<Record<'empty' | 'no-known-table' | 'own-sheet' | 'hidden', string>>;
  readonly wrote: (path: string) => string;
  readonly gapsHead: (count: number) => string;
  readonly gapsHint: string;
  readonly wordingFault: (key: string, text: string) => string;
  readonly docxDoubts: (count: number) => string;

  readonly batchNothing: (folder: string) => string;
  readonly batchProgress: (done: number, total: number) => string;
  readonly batchDone: (counts: BatchCounts) => string;
  readonly batchPageSuffix: string;
  readonly batchPagesInside: (folder: string) => string;
  readonly batchTooLong: (seconds: number) => string;
  readonly batchCrashed: (detail: string) => string;
  readonly batchTotal: (books: number) => string;
  readonly batchColumns: readonly string[];
  readonly batchTitle: string;
  readonly auditMissingText: string;
  readonly auditNotText: (path: string) => string;
  readonly auditNoNumbers: (path: string) => string;
  readonly auditNoSheet: (path: string) => string;
  readonly auditSheet: (sheet: string) => string;
  readonly auditCorrected: (path: string, applied: number, left: number, commented: number) => string;
  readonly outNotTxt: (path: string) => string;
  readonly auditDeletions: (count: number) => string;
  readonly auditLine: (line: number) => string;
  readonly auditHead: (claims: number, broken: number) => string;
  readonly auditUnplaced: (count: number) => string;
  readonly startBuilding: string;
  readonly startBuildFailed: string;
  readonly startReady: (address: string) => string;
  readonly startNoBrowser: string;
}

export interface BatchCounts {
  readonly books: number;
  readonly broken: number;
  readonly failed: number;
  /** Known from an earlier run. */
  readonly reused: number;
}

export interface TallyCounts {
  readonly total: number;
  readonly exact: number;
  readonly withinRounding: number;
  readonly broken: number;
  readonly notJudged: number;
}

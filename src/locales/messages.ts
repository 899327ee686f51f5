/** Every sentence the command line says (界面文字), by key; zh-CN.ts and en.ts each give all of them. */
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
  readonly cannotWrite: (path: string, detail: string) => string;
  readonly editsNeedXlsx: (path: string) => string;
  readonly noTables: (path: string) => string;
  readonly severalDepartments: (names: readonly string[]) => string;
  readonly unknownDepartment: (name: string, names: readonly string[]) => string;
  readonly unknownNarrative: (id: string, ids: readonly string[]) => string;
  readonly priorUnmatched: (department: string) => string;
  readonly internal: (detail: string) => string;

  readonly accountsHead: (department: string, year: number | undefined, tables: number) => string;
  readonly unnamedDepartment: string;
  readonly tally: (counts: TallyCounts) => string;
  readonly allHold: string;
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly suspects: string;
  readonly repairTo: (value: string) => string;
  readonly slips: Readonly<Record<string, string>>;
  readonly dependants: (list: string) => string;
  readonly roundingHead: (count: number) => string;
  readonly notJudgedHead: (count: number) => string;
  readonly notices: string;
  readonly skippedSheet: (sheet: string, reason: string) => string;
  readonly skipReasons: Readonly<Record<'empty' | 'no-known-table' | 'own-sheet' | 'hidden', string>>;
  readonly wrote: (path: string) => string;
  readonly gapsHead: (count: number) => string;
  readonly gapsHint: string;

  readonly batchNothing: (folder: string) => string;
  readonly batchProgress: (done: number, total: number) => string;
  readonly batchDone: (counts: { readonly books: number; readonly broken: number; readonly failed: number }) => string;
  readonly batchColumns: readonly string[];
  readonly batchTitle: string;
  readonly startDone: (narrated: string, checked: string, faulty: string) => string;
}

export interface TallyCounts {
  readonly total: number;
  readonly exact: number;
  readonly withinRounding: number;
  readonly broken: number;
  readonly notJudged: number;
}

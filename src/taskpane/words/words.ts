/** Every sentence of the pane (界面文字), by key; zh-cn.ts and en.ts each give all of them. */
import type { PriorQuestion } from '../../core/tables/prior-accounts.ts';
import type { Locale } from '../../core/locale.ts';
import type { Severity } from '../../core/relations/relation.ts';
import type { HostRevealed, HostSkipped } from '../../hosts/workbook-host.ts';
import type { Done } from '../pane-state.ts';
import type { Trouble } from '../trouble.ts';
import { en } from './en.ts';
import { zhCN } from './zh-cn.ts';

type Simple = Exclude<Trouble['kind'], 'file' | 'unexpected'>;

export interface Words {
  readonly product: string;
  readonly views: Readonly<Record<'overview' | 'findings' | 'narrative' | 'audit' | 'settings', string>>;
  readonly notChecked: string;
  readonly intro: string;
  readonly steps: Readonly<Record<'reading' | 'checking' | 'writing', string>>;
  readonly cancel: string;
  readonly waiting: Readonly<Record<'cell-edit' | 'busy', string>>;
  readonly checkedAt: (time: string) => string;
  readonly stale: string;
  readonly recheck: string;
  readonly tally: string;
  readonly tallies: Readonly<Record<'total' | 'exact' | 'withinRounding' | 'broken' | 'notJudged', string>>;
  readonly allHold: string;
  /** How many findings there are of each severity. */
  readonly foundCount: (counts: Readonly<Record<Severity, number>>) => string;
  readonly showFindings: string;
  readonly tables: (count: number) => string;
  readonly ordinary: string;
  readonly noTables: string;
  readonly noTablesHelp: string;
  readonly skipped: (count: number) => string;
  readonly skipReasons: Readonly<Record<'empty' | 'no-known-table' | 'hidden', string>>;
  readonly cutShort: (sheet: string, rows: number) => string;
  readonly readOnly: string;
  readonly structureProtected: string;
  readonly priorUnmatched: (department: string) => string;
  readonly priorQuestion: (kind: PriorQuestion['kind'], question: Omit<PriorQuestion, 'kind'>) => string;
  readonly priorSame: string;
  readonly priorItems: (open: number, all: number) => string;
  readonly priorItemsHelp: string;
  readonly priorUndecided: string;
  readonly priorNone: string;
  readonly supplementFaults: (count: number) => string;
  readonly unnamedDepartment: string;
  readonly roundingList: (count: number) => string;
  readonly notJudgedList: (count: number) => string;

  readonly filterText: string;
  readonly filterSeverity: string;
  readonly severities: Readonly<Record<'all' | 'error' | 'warning' | 'info', string>>;
  readonly noMatch: string;
  readonly keys: string;
  readonly goTo: (address: string) => string;
  readonly rule: string;
  readonly suspect: string;
  readonly holds: (held: string) => string;
  readonly empty: string;
  readonly shouldBe: (repair: string) => string;
  readonly isFormula: string;
  readonly writeValue: (repair: string) => string;
  readonly dependants: (count: number) => string;
  readonly accept: string;
  readonly acceptReason: string;
  readonly acceptSave: string;
  readonly acceptedList: (count: number) => string;
  readonly reason: string;
  readonly priorBook: string;

  /** Why an ordinary sheet has no variance notes. */
  readonly silentSheet: (sheet: string, why: string) => string;
  readonly narrativeNone: string;
  readonly narrativeFirst: string;
  readonly wording: string;
  readonly department: string;
  readonly gaps: (count: number) => string;
  readonly gapFix: string;
  /** What the tables suggest for a reason; nobody's words yet. */
  readonly draft: (text: string) => string;
  readonly takeDraft: string;
  /** For those who hear the button without its surroundings. */
  readonly takeDraftFor: (label: string) => string;
  readonly save: string;
  readonly copyText: string;
  readonly saveWord: string;
  readonly saved: (name: string) => string;
  readonly wordingAuto: string;
  readonly preview: string;
  readonly figureFrom: (text: string, address: string) => string;
  readonly doubtful: (count: number) => string;
  readonly handEdits: (count: number) => string;
  readonly handEdit: Readonly<Record<'kept' | 'settled' | 'left' | 'deleted', string>>;
  readonly handEditNow: string;
  readonly handEditRestore: Readonly<Record<'kept' | 'deleted', string>>;
  readonly handEditSettle: string;
  readonly reword: string;
  readonly rewordHelp: string;
  readonly rewordHeading: string;
  readonly rewordParagraph: (number: number) => string;
  readonly rewordOwn: string;
  readonly rewordFaulty: string;
  readonly rewordPreview: string;
  readonly rewordSave: string;
  readonly rewordStandard: string;
  readonly rewordInsert: string;
  readonly rewordInsertAt: (placeholder: string) => string;
  readonly conventions: string;
  readonly conventionStandard: (choice: string) => string;
  readonly reworded: string;

  readonly auditTitle: string;
  readonly auditIntro: string;
  readonly auditText: string;
  readonly auditRun: string;
  readonly auditFile: string;
  readonly auditSheet: string;
  readonly auditNothing: string;
  readonly auditNoNumbers: string;
  readonly auditHead: (claims: number, findings: number) => string;
  readonly auditSound: (claims: number) => string;
  readonly auditDeletions: (count: number) => string;
  readonly auditVerdicts: Readonly<Record<'broken' | 'within-rounding' | 'hint', string>>;
  readonly auditLine: (line: number) => string;
  readonly auditShow: (line: number) => string;
  readonly auditInstead: (text: string) => string;
  readonly auditUnplaced: (count: number) => string;
  readonly auditCopy: (count: number) => string;
  readonly auditSave: string;
  readonly auditAudited: string;

  readonly rounding: string;
  readonly roundingTolerated: string;
  readonly roundingExact: string;
  readonly marking: string;
  readonly markErrors: string;
  readonly markWarnings: string;
  readonly markHints: string;
  readonly markRounding: string;
  readonly liveMarks: string;
  readonly liveText: string;
  readonly thresholds: string;
  readonly thresholdsHelp: string;
  readonly thresholdPercent: string;
  readonly thresholdPercentUsual: string;
  readonly thresholdAmount: string;
  readonly thresholdAmountUsual: string;
  readonly thresholdFault: Readonly<Record<'rate' | 'amount', string>>;
  readonly language: string;
  readonly languageAuto: string;
  readonly prior: string;
  readonly priorHelp: string;
  readonly priorChoose: string;
  readonly priorRemove: string;
  readonly rollOver: string;
  readonly rollOverHelp: string;
  readonly rollOverAlone: string;
  readonly rollOverInto: string;
  readonly rolledOver: (name: string, year: number) => string;
  readonly notRolledOver: Readonly<Record<'no-accounts' | 'no-year', string>> &
    Readonly<Record<'other' | 'typed', (name: string, department: string, year: number) => string>>;
  readonly clearing: string;
  readonly clearHelp: string;
  readonly local: string;

  readonly done: Readonly<Record<Done, string>>;
  readonly written: (names: readonly string[]) => string;
  readonly skippedWhy: Readonly<Record<HostSkipped['why'], (sheet: string) => string>>;
  readonly valueWritten: (place: string) => string;
  readonly undo: string;
  readonly undone: string;
  readonly accepted: string;
  readonly filled: string;
  readonly copied: string;
  readonly revealed: Readonly<Record<Exclude<HostRevealed, 'shown'>, (sheet: string) => string>>;
  readonly showSheet: string;
  readonly close: string;
  readonly trouble: Readonly<Record<Simple, string>>;
  readonly unexpected: (detail: string) => string;
  readonly officeMissing: (address: string) => string;
  readonly notExcel: string;
  readonly retry: string;
}

export function wordsFor(locale: Locale): Words {
  return locale === 'en' ? en : zhCN;
}

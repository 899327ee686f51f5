/** What the pane knows of a workbook (分析结果): plain data, so that it can be made in a worker; amounts are text as printed, changes are planned edits. */
import type { Edit } from '../../core/edits/edit.ts';
import type { Tally } from '../../core/findings/check-accounts.ts';
import type { Locale } from '../../core/locale.ts';
import type { Severity } from '../../core/relations/relation.ts';
import type { PriorQuestion } from '../../core/tables/prior-accounts.ts';
import type { TypedLine } from '../../core/tables/type-facts.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';
import type { CellPlace } from '../../hosts/workbook-host.ts';
import type { Settings } from '../settings.ts';
import type { WordingView, NarrativeView } from './narrative-data.ts';

/** What a person has just typed into the pane; `year` is that of the accounts it belongs to, absent for ordinary tables. */
export interface TypedAnswer extends TypedLine {
  readonly year?: number | undefined;
}

export interface AnalysisRequest {
  readonly workbook: Workbook;
  /** Last year's workbook, where one was chosen. */
  readonly prior?: Workbook | undefined;
  readonly settings: Settings;
  readonly locale: Locale;
  readonly typed?: readonly TypedAnswer[];
  /** Own wordings as they are being typed, by key; an empty one brings the standard back. */
  readonly wording?: Readonly<Record<string, string>> | undefined;
  /** What a person has decided about hand edits of 决算公开说明, by the keys of their rows. */
  readonly handEdits?: { readonly restore?: readonly string[]; readonly settle?: readonly string[] } | undefined;
}

/** A cell to go to; last year's workbook is another file, so its cells can only be named. */
export interface Place extends CellPlace {
  readonly address: string;
  readonly isPrior: boolean;
}

export interface TableView {
  readonly title: string;
  readonly place: Place;
  readonly range: string;
  readonly unit: string;
  /** No statute knows it: its relations were read off its own cells. */
  readonly isOrdinary: boolean;
  readonly notices: readonly string[];
}

export interface SuspectView {
  readonly place: Place;
  readonly name: string;
  /** As it stands now; empty when the cell is. */
  readonly held: string;
  readonly repair: string | undefined;
  /** What to type; undefined where typing would replace a formula, or the way a rate is stored is not known. */
  readonly value: number | undefined;
  readonly isFormula: boolean;
  readonly slip: string | undefined;
}

export interface FindingView {
  readonly id: string;
  readonly severity: Severity;
  readonly place: Place;
  /** Names of row and column, as printed. */
  readonly name: string;
  readonly rule: string;
  readonly message: string;
  /** Best first. */
  readonly suspects: readonly SuspectView[];
  readonly dependants: readonly Place[];
  /** What to keep in 补充资料 when somebody accepts it. */
  readonly acceptance: Omit<TypedAnswer, 'text'>;
}

export interface AcceptedView {
  readonly finding: FindingView;
  readonly reason: string;
}

/** A rounding difference, or a relation that was not judged: one line each. */
export interface RemarkView {
  readonly place: Place;
  readonly text: string;
}

/** Last year's workbook does not fit; `answer` is what settles it where a person may say that it does. */
export interface PriorQuestionView extends PriorQuestion {
  readonly answer: TypedAnswer | undefined;
}

/** An item of this year without a figure of last year, and last year's items that it may have been. */
export interface PriorItemView {
  /** 公开05. */
  readonly table: string;
  readonly name: string;
  /** A code of last year, 无, or '' while nobody has chosen. */
  readonly chosen: string;
  readonly choices: readonly { readonly code: string; readonly text: string }[];
  readonly answer: Omit<TypedAnswer, 'text'>;
}

export interface WordFile {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that people have chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RollOverRequest extends Omit<AnalysisRequest, 'typed'> {
  /** Next year's workbook, into a copy of which the sheet goes; without one it goes into a workbook of its own. */
  readonly next: ChosenFile | undefined;
}

/** Next year's 补充资料 as a file, or why there is none. `year`: next year. */
export type RolledOver =
  | { readonly kind: 'file'; readonly file: ChosenFile; readonly year: number }
  | { readonly kind: 'refused'; readonly why: 'no-accounts' | 'no-year' }
  | {
      readonly kind: 'refused';
      readonly why: 'other' | 'typed';
      readonly name: string;
      readonly department: string;
      readonly year: number;
    };

/** Where a text to be audited comes from: pasted, a file, or the sheet of the workbook that holds it. */
export type AuditSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'sheet' };

export interface AuditRequest extends Omit<AnalysisRequest, 'typed'> {
  readonly source: AuditSource;
}

export interface AuditFindingView {
  readonly id: string;
  /** Characters of the text; the end is excluded. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly verdict: 'broken' | 'within-rounding' | 'hint';
  readonly message: string;
  readonly excerpt: { readonly before: string; readonly wrong: string; readonly after: string };
  /** What stands there in the corrected text. */
  readonly correction: string | undefined;
  readonly places: readonly Place[];
}

export interface AuditView {
  /** Of the file or the sheet; empty for a pasted text. */
  readonly name: string;
  readonly text: string;
  readonly claims: number;
  /** Tracked deletions of a Word document, which were not read. */
  readonly deletions: number;
  readonly findings: readonly AuditFindingView[];
  readonly unplaced: readonly { readonly start: number; readonly end: number; readonly line: number; readonly text: string }[];
  /** How many places the corrected text changes. */
  readonly corrections: number;
  readonly corrected: string;
  /** The Word document with the corrections as tracked changes and comments on the rest. */
  readonly document: WordFile | undefined;
}

export interface Analysis {
  readonly departments: readonly string[];
  /** Departments that last year's workbook does not hold. */
  readonly priorUnmatched: readonly string[];
  readonly priorQuestions: readonly PriorQuestionView[];
  readonly priorItems: readonly PriorItemView[];
  /** What must be put right in 补充资料. */
  readonly supplementFaults: readonly RemarkView[];
  readonly tables: readonly TableView[];
  readonly skipped: readonly { readonly sheet: string; readonly reason: 'empty' | 'no-known-table' | 'hidden' }[];
  readonly tally: Tally;
  readonly findings: readonly FindingView[];
  readonly accepted: readonly AcceptedView[];
  readonly rounding: readonly RemarkView[];
  readonly notJudged: readonly RemarkView[];
  readonly narrative: NarrativeView | undefined;
  /** What can be reworded, in the order of the document; conventions first. */
  readonly wording: readonly WordingView[];
  /** Ordinary sheets about which no variance notes can be written, and why. */
  readonly silent: readonly { readonly sheet: string; readonly why: string }[];
  readonly wordings: readonly { readonly id: string; readonly name: string }[];
  readonly edits: {
    readonly marks: readonly Edit[];
    readonly report: readonly Edit[];
    readonly narrative: readonly Edit[];
    readonly supplement: readonly Edit[];
    /** 说明措辞: where the workbook has it, or a wording was changed. */
    readonly wording: readonly Edit[];
    /** Removes everything of ours but what people have typed. */
    readonly clear: readonly Edit[];
  };
}

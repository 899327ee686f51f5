/** What the page and the worker say to each other (后台消息). */
import type { Sheet, Workbook } from '../../core/workbook/workbook.ts';
import type { Analysis, AnalysisRequest, AuditSource, AuditView, RolledOver, RollOverRequest, WordFile } from './analysis.ts';
import type { WordingPreview } from './narrative-data.ts';

export type Question =
  | { readonly kind: 'workbook'; readonly book: Book; readonly workbook: Omit<Workbook, 'sheets'> }
  | { readonly kind: 'sheet'; readonly book: Book; readonly sheet: Omit<Sheet, 'grid'> }
  /** Follow on the rows of the sheet sent last. */
  | { readonly kind: 'rows'; readonly book: Book; readonly rows: Sheet['grid'] }
  | {
      readonly kind: 'analyse' | 'word' | 'preview';
      readonly id: number;
      /** Of the wording to be previewed. */
      readonly key?: string;
      readonly request: Omit<AnalysisRequest, 'workbook' | 'prior'>;
      readonly withPrior: boolean;
    }
  | {
      readonly kind: 'audit';
      readonly id: number;
      readonly request: Omit<AnalysisRequest, 'workbook' | 'prior'> & { readonly source: AuditSource };
      readonly withPrior: boolean;
    }
  | {
      readonly kind: 'roll-over';
      readonly id: number;
      readonly request: Omit<RollOverRequest, 'workbook' | 'prior'>;
      readonly withPrior: boolean;
    }
  | { readonly kind: 'open'; readonly id: number; readonly bytes: Uint8Array; readonly name: string };

export type Book = 'current' | 'prior';

export type Answer = Outcome | AnalysisPart;

/** A part of an analysis, by the names that lead to it; the outcome follows. Taken over at once, a large one would hold up the page. */
export interface AnalysisPart {
  readonly id: number;
  readonly part: readonly [name: string, inner?: string];
  readonly content: unknown;
}

export type Outcome =
  | { readonly id: number; readonly value: Analysis | AuditView | Workbook | WordFile | WordingPreview | RolledOver | undefined }
  /** `text`: in both languages, where the file cannot be used. */
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string; readonly text?: unknown } };

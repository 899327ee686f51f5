/** One workbook of a batch (批量中的一个工作簿): what was found in it, its annotated copy, or why it could not be read. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AccountsReview } from '../core/findings/check-accounts.ts';
import type { Locale } from '../core/locale.ts';
import { planReport } from '../core/edits/plan-report.ts';
import { checks, loadAccounts } from '../engine.ts';
import { createWorkbook } from '../hosts/file/create-workbook.ts';
import { messagesFor } from '../locales/locale.ts';
import type { TallyCounts } from '../locales/messages.ts';
import type { BatchFile } from './batch-files.ts';
import { allReviews, annotate, checkAll } from './check.ts';
import { type InputFile, readInput, writeOutput } from './files.ts';
import { UsageError } from './usage-error.ts';

/** Plain data: it crosses between worker threads and goes into --json. */
export interface BookSummary {
  readonly file: string;
  readonly department: string;
  readonly year: number | null;
  readonly tables: number;
  readonly tally: TallyCounts;
  /** The most serious finding, in the reader's language. */
  readonly first: string | null;
  /** The annotated copy, when copies were asked for. */
  readonly page: string | null;
  /** Why the workbook could not be checked, or its copy not written. */
  readonly problem: string | null;
}

export interface BookOptions {
  readonly locale: Locale;
  readonly exact: boolean;
}

const NOTHING: TallyCounts = { total: 0, exact: 0, withinRounding: 0, broken: 0, notJudged: 0 };

/** A workbook of which nothing is known but why. */
export function failedBook(file: string, problem: string): BookSummary {
  return { file, department: '', year: null, tables: 0, tally: NOTHING, first: null, page: null, problem };
}

/** Never throws: a bad file is a line in the summary. */
export async function summariseBook({ file, page }: BatchFile, { locale, exact }: BookOptions): Promise<BookSummary> {
  const messages = messagesFor(locale);
  let summary = failedBook(file, '');
  try {
    const input = await readInput(file, { locale, messages });
    const loaded = loadAccounts(input.workbook);
    const { sets } = loaded;
    const review = checkAll({ loaded, sets }, { exact });
    const results = allReviews(review);
    if (results.length === 0) return failedBook(file, messages.noRelations(file));
    const add = (read: (counts: TallyCounts) => number): number => results.reduce((total, result) => total + read(result.tally), 0);
    summary = {
      file,
      department: [...new Set(sets.map((set) => set.department))].join('、'),
      year: sets[0]?.year ?? null,
      tables: sets.reduce((total, set) => total + set.tables.length, review.ordinary.length),
      tally: {
        total: add((counts) => counts.total),
        exact: add((counts) => counts.exact),
        withinRounding: add((counts) => counts.withinRounding),
        broken: add((counts) => counts.broken),
        notJudged: add((counts) => counts.notJudged),
      },
      first: results.flatMap((result) => result.findings)[0]?.message[locale] ?? null,
      page: null,
      problem: null,
    };
    if (page === null) return summary;
    await writePage(page, input, results, locale);
    return { ...summary, page };
  } catch (error) {
    const problem = error instanceof UsageError ? error.message : messages.internal(error instanceof Error ? error.message : String(error));
    return { ...summary, problem };
  }
}

/** A marked copy with the report; of .xls and .csv, which cannot be marked, the report alone. */
async function writePage(page: string, input: InputFile, results: readonly AccountsReview[], locale: Locale): Promise<void> {
  const messages = messagesFor(locale);
  await mkdir(dirname(page), { recursive: true });
  const bytes = /\.xls[xm]$/i.test(input.path)
    ? annotate({ input }, results, { locale, messages })
    : createWorkbook([planReport(results, locale, checks).content]);
  await writeOutput(page, bytes, { messages });
}

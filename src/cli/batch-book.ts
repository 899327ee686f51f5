/** One workbook of a batch (批量中的一个工作簿): what was found in it, or why it could not be read. */
import type { Locale } from '../core/locale.ts';
import { loadAccounts } from '../engine.ts';
import { messagesFor } from '../locales/locale.ts';
import type { TallyCounts } from '../locales/messages.ts';
import { checkAll } from './check.ts';
import { readInput } from './files.ts';
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
  /** Why the workbook could not be checked. */
  readonly problem: string | null;
}

export interface BookOptions {
  readonly locale: Locale;
  readonly exact: boolean;
}

const NOTHING: TallyCounts = { total: 0, exact: 0, withinRounding: 0, broken: 0, notJudged: 0 };

/** Never throws: a bad file is a line in the summary. */
export async function summariseBook(file: string, { locale, exact }: BookOptions): Promise<BookSummary> {
  const messages = messagesFor(locale);
  const failed = (problem: string): BookSummary => ({ file, department: '', year: null, tables: 0, tally: NOTHING, first: null, problem });
  try {
    const { workbook } = await readInput(file, { locale, messages });
    const { sets } = loadAccounts(workbook);
    if (sets.length === 0) return failed(messages.noTables(file));
    const results = checkAll({ sets }, { exact });
    const add = (read: (counts: TallyCounts) => number): number => results.reduce((total, result) => total + read(result.tally), 0);
    return {
      file,
      department: [...new Set(sets.map((set) => set.department))].join('、'),
      year: sets[0]?.year ?? null,
      tables: sets.reduce((total, set) => total + set.tables.length, 0),
      tally: {
        total: add((counts) => counts.total),
        exact: add((counts) => counts.exact),
        withinRounding: add((counts) => counts.withinRounding),
        broken: add((counts) => counts.broken),
        notJudged: add((counts) => counts.notJudged),
      },
      first: results.flatMap((result) => result.findings)[0]?.message[locale] ?? null,
      problem: null,
    };
  } catch (error) {
    return failed(error instanceof UsageError ? error.message : messages.internal(error instanceof Error ? error.message : String(error)));
  }
}

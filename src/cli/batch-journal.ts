/** What a batch has done already (批量进度): one line a workbook beside the summary, so that a run that was stopped, or is run again, reads only what is new. */
import { appendFile, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { writeFileAtomically } from '../hosts/file/write-file.ts';
import type { BookOptions, BookSummary } from './batch-book.ts';
import type { BatchFile } from './batch-files.ts';

export interface Journal {
  /** The result of an earlier run, if neither the workbook nor anything that decides the result has changed since. */
  readonly recall: (file: BatchFile) => Promise<BookSummary | undefined>;
  /** Kept at once: the next workbook may be the one at which the machine goes off. */
  readonly note: (file: BatchFile, book: BookSummary) => Promise<void>;
  /** Forgets the workbooks that are gone. */
  readonly close: () => Promise<void>;
}

interface Line {
  readonly key: string;
  readonly book: BookSummary;
}

/** `program` names the state of the program: another one may find other things. */
export async function openJournal(out: string, options: BookOptions, program: string): Promise<Journal> {
  const path = journalPath(out);
  const known = new Map((await readLines(path)).map(({ key, book }) => [key, book]));
  const current = new Map<string, BookSummary>();
  const keyOf = async ({ file, page }: BatchFile): Promise<string | undefined> => {
    const state = await stat(file).catch(() => undefined);
    if (state === undefined) return undefined;
    return JSON.stringify([resolve(file), state.size, state.mtimeMs, page, options.locale, options.exact, program]);
  };
  return {
    recall: async (file) => {
      const key = await keyOf(file);
      const book = key === undefined ? undefined : known.get(key);
      if (key === undefined || book === undefined || (book.page !== null && !(await exists(book.page)))) return undefined;
      current.set(key, book);
      return { ...book, file: file.file };
    },
    note: async (file, book) => {
      const key = await keyOf(file);
      // What could not be read is tried again: it may have been open, or on a disk that was away.
      if (key === undefined || book.problem !== null) return;
      current.set(key, book);
      // Without the journal the batch still does its work; only the next run takes as long.
      await appendFile(path, lineOf(key, book)).catch(() => undefined);
    },
    close: async () => {
      const text = [...current].map(([key, book]) => lineOf(key, book)).join('');
      await writeFileAtomically(path, text).catch(() => undefined);
    },
  };
}

function journalPath(out: string): string {
  return join(dirname(out), `.${basename(out)}.tieout-batch.jsonl`);
}

function lineOf(key: string, book: BookSummary): string {
  return `${JSON.stringify({ key, book } satisfies Line)}\n`;
}

/** Lines that were cut off when the machine stopped are as good as absent. */
async function readLines(path: string): Promise<readonly Line[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line): readonly Line[] => {
    try {
      const read = JSON.parse(line) as Partial<Line> | null;
      return typeof read?.key === 'string' && typeof read.book?.file === 'string' ? [{ key: read.key, book: read.book }] : [];
    } catch {
      return [];
    }
  });
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

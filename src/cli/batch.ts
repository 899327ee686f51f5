/** `batch`: checks folders of workbooks and writes one summary (批量核对); a bad file gets a line, never stops the rest. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorkbook } from '../hosts/file/create-workbook.ts';
import type { Arguments } from './arguments.ts';
import { type BookSummary, summariseBook } from './batch-book.ts';
import { batchSheet } from './batch-sheet.ts';
import { checkOutput, writeOutput } from './files.ts';
import { showProgress } from './progress.ts';
import { runWorkers } from './batch-workers.ts';
import { UsageError } from './usage-error.ts';

const WORKBOOK = /\.(xlsx|xlsm|xls|csv)$/i;

export async function runBatch(options: Arguments): Promise<number> {
  const { messages } = options;
  if (options.operands.length === 0) throw new UsageError(messages.missingBook('batch'));
  if (options.out === undefined) throw new UsageError(messages.badOption('--out'));
  await checkOutput(options.out, undefined, options);
  const files = (await Promise.all(options.operands.map((folder) => workbooksIn(folder, options)))).flat();
  const progress = showProgress(process.stderr, (done) => messages.batchProgress(done, files.length), files.length);
  const books = await summarise(files, options, progress.step);
  progress.end();
  await writeOutput(options.out, createWorkbook([batchSheet(books, options)]), options);
  const broken = books.filter((book) => book.tally.broken > 0).length;
  const failed = books.filter((book) => book.problem !== null).length;
  if (options.json) process.stdout.write(`${JSON.stringify({ books }, null, 1)}\n`);
  else process.stdout.write(`${messages.batchDone({ books: books.length, broken, failed })}\n${messages.wrote(options.out)}\n`);
  return broken > 0 ? 1 : failed > 0 ? 2 : 0;
}

async function summarise(files: readonly string[], options: Arguments, step: () => void): Promise<readonly BookSummary[]> {
  const jobs = Math.min(options.jobs ?? 1, files.length);
  if (jobs > 1) return runWorkers(files, jobs, { locale: options.locale, exact: options.exact }, step);
  const books: BookSummary[] = [];
  for (const file of files) {
    books.push(await summariseBook(file, options));
    step();
  }
  return books;
}

async function workbooksIn(folder: string, { messages }: Arguments): Promise<readonly string[]> {
  const information = await stat(folder).catch(() => undefined);
  if (information === undefined) throw new UsageError(messages.fileNotFound(folder));
  if (information.isFile()) return [folder];
  // «~$…» is the lock file that Excel leaves beside an open workbook.
  const names = (await readdir(folder, { recursive: true })).filter((name) => WORKBOOK.test(name) && !/(^|[\\/])[~.]/.test(name)).sort();
  if (names.length === 0) throw new UsageError(messages.batchNothing(folder));
  return names.map((name) => join(folder, name));
}

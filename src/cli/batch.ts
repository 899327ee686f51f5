/** `batch`: checks folders of workbooks and writes one summary (批量核对); a bad file gets a line, never stops the rest; what is done is not done again. */
import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWorkbook } from '../hosts/file/create-workbook.ts';
import type { Arguments } from './arguments.ts';
import type { BookSummary } from './batch-book.ts';
import { type BatchFile, batchFiles } from './batch-files.ts';
import { type Journal, openJournal } from './batch-journal.ts';
import { batchSheet } from './batch-sheet.ts';
import { runWorkers } from './batch-workers.ts';
import { checkOutput, writeOutput } from './files.ts';
import { showProgress } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** The bundle's folder is named after the state of everything that goes into it. */
const PROGRAM = basename(dirname(fileURLToPath(import.meta.url)));

export async function runBatch(options: Arguments): Promise<number> {
  const { messages, out } = options;
  if (options.operands.length === 0) throw new UsageError(messages.missingBook('batch'));
  if (out === undefined) throw new UsageError(messages.badOption('--out'));
  await checkOutput(out, undefined, options);
  const files = await batchFiles(options.operands, { out, pages: options.pages }, messages);
  const progress = showProgress(process.stderr, (done) => messages.batchProgress(done, files.length), files.length);
  const journal = await openJournal(out, options, PROGRAM);
  const { books, reused } = await summarise(files, options, journal, progress.step);
  progress.end();
  await writeOutput(out, createWorkbook([batchSheet(books, options, out)]), options);
  await journal.close();
  const broken = books.filter((book) => book.tally.broken > 0).length;
  const failed = books.filter((book) => book.problem !== null).length;
  if (options.json) process.stdout.write(`${JSON.stringify({ books, reused }, null, 1)}\n`);
  else process.stdout.write(`${messages.batchDone({ books: books.length, broken, failed, reused })}\n${messages.wrote(out)}\n`);
  return broken > 0 ? 1 : failed > 0 ? 2 : 0;
}

async function summarise(
  files: readonly BatchFile[],
  options: Arguments,
  journal: Journal,
  step: () => void,
): Promise<{ readonly books: readonly BookSummary[]; readonly reused: number }> {
  const { locale, exact, jobs = availableParallelism() } = options;
  const books: (BookSummary | undefined)[] = [];
  for (const file of files) {
    const known = await journal.recall(file);
    books.push(known);
    if (known !== undefined) step();
  }
  const open = files.flatMap((file, index) => (books[index] === undefined ? [{ file, index }] : []));
  const todo = open.map(({ file }) => file);
  const done = await runWorkers(todo, jobs, { locale, exact }, async (index, book) => {
    const file = todo[index];
    if (file !== undefined) await journal.note(file, book);
    step();
  });
  open.forEach(({ index }, place) => (books[index] = done[place]));
  return { books: books.flatMap((book) => book ?? []), reused: files.length - todo.length };
}

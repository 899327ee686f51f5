/** Spreads a batch over worker threads (并行核对): each takes the next file when it is free; one that dies or never answers costs its file and no other. */
import { parentPort, Worker } from 'node:worker_threads';
import { messagesFor } from '../locales/locale.ts';
import { type BookOptions, type BookSummary, failedBook, summariseBook } from './batch-book.ts';
import type { BatchFile } from './batch-files.ts';

interface Task {
  readonly file: BatchFile;
  readonly options: BookOptions;
}

export interface WorkerSettings {
  readonly open: () => Worker;
  /** A workbook for which this is not enough is given up. */
  readonly limitMs: number;
}

// The command line is one bundle that exports `serveBatch`: a worker loads the same file and serves.
const START = `import(require('node:worker_threads').workerData).then((bundle) => bundle.serveBatch())`;

const USUAL: WorkerSettings = {
  open: () => new Worker(START, { eval: true, workerData: import.meta.url }),
  limitMs: 5 * 60 * 1000,
};

/** `done` is called for each file as soon as it is known; results in the order of `files`, whatever order the workers finish in. */
export async function runWorkers(
  files: readonly BatchFile[],
  jobs: number,
  options: BookOptions,
  done: (index: number, book: BookSummary) => Promise<void>,
  { open, limitMs }: WorkerSettings = USUAL,
): Promise<readonly BookSummary[]> {
  const books = new Array<BookSummary>(files.length);
  let next = 0;
  const serve = async (): Promise<void> => {
    let worker: Worker | undefined;
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file === undefined) break;
      // What a dying worker still says must not end the program.
      worker ??= open().on('error', () => undefined);
      const answer = await ask(worker, { file, options }, limitMs);
      if (typeof answer === 'string') {
        await worker.terminate();
        worker = undefined;
      }
      const book = typeof answer === 'string' ? failedBook(file.file, answer) : answer;
      books[index] = book;
      await done(index, book);
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(jobs, files.length) }, serve));
  return books;
}

/** The summary, or the sentence that says why there is none. */
function ask(worker: Worker, task: Task, limitMs: number): Promise<BookSummary | string> {
  const messages = messagesFor(task.options.locale);
  return new Promise((resolve) => {
    const settle = (answer: BookSummary | string): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (book: BookSummary): void => settle(book);
    const onError = (error: unknown): void => settle(messages.batchCrashed(error instanceof Error ? error.message : String(error)));
    const onExit = (code: number): void => settle(messages.batchCrashed(`exit ${code}`));
    const timer = setTimeout(() => settle(messages.batchTooLong(Math.round(limitMs / 1000))), limitMs);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task);
  });
}

/** Answers the tasks of `runWorkers`; called inside a worker thread. */
export function serveBatch(): void {
  if (parentPort === null) return;
  const port = parentPort;
  port.on('message', ({ file, options }: Task) => {
    void summariseBook(file, options).then((book) => port.postMessage(book));
  });
}

/** Spreads a batch over worker threads (并行核对): each takes the next file when it is free, so memory holds one workbook a thread. */
import { parentPort, Worker } from 'node:worker_threads';
import { type BookOptions, type BookSummary, summariseBook } from './batch-book.ts';

interface Task {
  readonly index: number;
  readonly file: string;
  readonly options: BookOptions;
}

interface Answer {
  readonly index: number;
  readonly book: BookSummary;
}

// The command line is one bundle that exports `serveBatch`: a worker loads the same file and serves.
const START = `import(require('node:worker_threads').workerData).then((bundle) => bundle.serveBatch())`;

/** Results in the order of `files`, whatever order the workers finish in. */
export async function runWorkers(
  files: readonly string[],
  jobs: number,
  options: BookOptions,
  step: () => void,
): Promise<readonly BookSummary[]> {
  const books = new Array<BookSummary>(files.length);
  let next = 0;
  const serve = async (): Promise<void> => {
    const worker = new Worker(START, { eval: true, workerData: import.meta.url });
    try {
      for (let index = next++; index < files.length; index = next++) {
        const file = files[index];
        if (file === undefined) return;
        const answer = await ask(worker, { index, file, options });
        books[answer.index] = answer.book;
        step();
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: jobs }, serve));
  return books;
}

function ask(worker: Worker, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void): void => {
      worker.removeAllListeners();
      settle();
    };
    worker.once('message', (answer: Answer) => done(() => resolve(answer)));
    worker.once('error', (error: unknown) => done(() => reject(error instanceof Error ? error : new Error(String(error)))));
    worker.postMessage(task);
  });
}

/** Answers the tasks of `runWorkers`; called inside a worker thread. */
export function serveBatch(): void {
  if (parentPort === null) return;
  const port = parentPort;
  port.on('message', (task: Task) => {
    void summariseBook(task.file, task.options).then((book) => port.postMessage({ index: task.index, book } satisfies Answer));
  });
}

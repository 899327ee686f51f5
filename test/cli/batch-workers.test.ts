/** The workers of a batch: one that dies, stops or never answers costs its own file; the rest is done. */
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { failedBook } from '../../src/cli/batch-book.ts';
import { runWorkers } from '../../src/cli/batch-workers.ts';

/** Stands for the program: the name of the file says what happens to it. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ file: { file } }) => {
  if (file === 'stops') process.exit(3);
  if (file === 'throws') throw new Error('out of order');
  if (file === 'hangs') return;
  setTimeout(() => parentPort.postMessage({ ...${JSON.stringify(failedBook('', ''))}, file, problem: null }), file.length);
});`;

const settings = { open: () => new Worker(PROGRAM, { eval: true }), limitMs: 1_500 };
const options = { locale: 'zh-CN', exact: false } as const;

describe('the workers', () => {
  it.each([1, 2, 4])('finish the others when a file is fatal (%i at a time)', async (jobs) => {
    const names = ['first', 'throws', 'a much longer name', 'hangs', 'x', 'stops', 'last'];
    const done: number[] = [];
    const books = await runWorkers(
      names.map((file) => ({ file, page: null })),
      jobs,
      options,
      (index) => {
        done.push(index);
        return Promise.resolve();
      },
      settings,
    );
    expect(books.map(({ file }) => file)).toEqual(names);
    expect(books.map(({ problem }) => problem === null)).toEqual([true, false, true, false, true, false, true]);
    expect(books[1]?.problem).toContain('out of order');
    expect(books[3]?.problem).toContain('跳过');
    expect([...done].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

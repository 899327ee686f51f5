/** (b) Hundreds of workbooks one after the other, beside merely parsing them; and whether memory stays flat. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createWorkbook } from '../src/hosts/file/create-workbook.ts';
import { randomDepartment, seededRandom, writeTables } from '../test/support/final-accounts/index.ts';
import { milliseconds } from './measure.ts';
import { ourCheck, ourWork } from './work-ours.ts';
import { parseOnly } from './work-parse.ts';

/** Milliseconds over all books. */
export interface ManyBooks {
  readonly check: number;
  readonly all: number;
  readonly parse: number;
  readonly bytes: number;
  /** Megabytes of live heap after each quarter of the books. */
  readonly heap: readonly number[];
}

/** Departments of every size, layout and unit. */
export function generateBooks(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, seed) => {
    const random = seededRandom(seed + 1);
    const accounts = randomDepartment(random, { items: 5 + (seed % 56), projectForms: seed % 4 });
    return createWorkbook(
      writeTables(accounts, { layout: seed % 3 === 0 ? 'shanghai' : 'national', unit: seed % 2 === 0 ? '万元' : '元' }),
    );
  });
}

/** The three kinds of work take turns on every book, so that a busy neighbour of the machine slows all of them. */
export async function manyBooks(count: number): Promise<ManyBooks> {
  const books = generateBooks(count);
  const collect = garbageCollector();
  const sums = { check: 0, all: 0, parse: 0 };
  const heap: number[] = [];
  const run = async (bytes: Uint8Array, name: string): Promise<void> => {
    sums.parse += await milliseconds(() => parseOnly(bytes));
    sums.check += await milliseconds(() => ourCheck(bytes, name));
    sums.all += await milliseconds(() => ourWork(bytes, name));
  };
  for (const bytes of books.slice(0, 30)) await run(bytes, 'warm-up.xlsx');
  sums.parse = sums.check = sums.all = 0;
  const quarter = Math.ceil(count / 4);
  for (const [index, bytes] of books.entries()) {
    await run(bytes, `${index}.xlsx`);
    if ((index + 1) % quarter !== 0) continue;
    collect();
    heap.push(process.memoryUsage().heapUsed / 1e6);
  }
  return { ...sums, bytes: books.reduce((sum, bytes) => sum + bytes.length, 0), heap };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

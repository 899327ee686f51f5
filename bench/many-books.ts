/** (b) Hundreds of workbooks one after the other, beside merely parsing them; and whether memory stays flat. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createWorkbook } from '../src/hosts/file/create-workbook.ts';
import { randomDepartment, seededRandom, writeTables } from '../test/support/final-accounts/index.ts';
import { milliseconds, type Pair } from './measure.ts';
import { ourCheck, ourWork } from './work-ours.ts';
import { parseOnly } from './work-parse.ts';

export interface ManyBooks {
  readonly check: Pair;
  readonly all: Pair;
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

export async function manyBooks(count: number): Promise<ManyBooks> {
  const books = generateBooks(count);
  const each = async (work: (bytes: Uint8Array, name: string) => unknown, part: readonly Uint8Array[] = books): Promise<number> =>
    milliseconds(async () => {
      for (const [index, bytes] of part.entries()) await work(bytes, `${index}.xlsx`);
    });
  for (const work of [ourWork, ourCheck, parseOnly]) await each(work, books.slice(0, 30));
  const theirs = await each(parseOnly);
  const check = await each(ourCheck);
  const collect = garbageCollector();
  const heap: number[] = [];
  let all = 0;
  const quarter = Math.ceil(count / 4);
  for (let from = 0; from < count; from += quarter) {
    all += await each(ourWork, books.slice(from, from + quarter));
    collect();
    heap.push(process.memoryUsage().heapUsed / 1e6);
  }
  return { check: { ours: check, theirs }, all: { ours: all, theirs }, bytes: books.reduce((sum, bytes) => sum + bytes.length, 0), heap };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** (d) A workbook of ordinary tables, up to 1,000,000 numeric cells in 20 of them: checking it beside what the most used library needs to parse it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from 'xlsx';
import { seededRandom } from '../test/support/final-accounts/index.ts';
import { median } from './measure.ts';
import type { ColdPrograms } from './one-book.ts';

/** What one process took: milliseconds for the work itself, megabytes at most. */
interface Run {
  readonly time: number;
  readonly memory: number;
  readonly findings: number;
}

export interface OrdinaryStep {
  readonly cells: number;
  readonly ours: Run;
  readonly theirs: Run;
}

const SHEETS = 20;
const COLUMNS = 9;

/** One table of about `cells` numeric cells: amounts, a subtotal after every ten rows, a grand total, and a total column. */
export function ordinaryGrid(cells: number, random: () => number): (string | number)[][] {
  const rows = Math.round(cells / (COLUMNS + 1));
  const grid: (string | number)[][] = [['项目', ...Array.from({ length: COLUMNS }, (_, column) => `${column + 1}部门`), '合计']];
  let group = new Array<number>(COLUMNS).fill(0);
  const grand = new Array<number>(COLUMNS).fill(0);
  const push = (label: string, cents: readonly number[]): void => {
    grid.push([label, ...cents.map((cent) => cent / 100), cents.reduce((total, cent) => total + cent, 0) / 100]);
  };
  for (let row = 1; row < rows; row += 1) {
    if (row % 11 === 0) {
      push('小计', group);
      group = group.map(() => 0);
      continue;
    }
    const cents = Array.from({ length: COLUMNS }, () => Math.floor(random() * 10_000_000));
    cents.forEach((cent, column) => {
      group[column] = (group[column] ?? 0) + cent;
      grand[column] = (grand[column] ?? 0) + cent;
    });
    push(`项目${row}`, cents);
  }
  push('总计', grand);
  return grid;
}

/** `cells` numeric cells in 20 sheets. */
export function ordinaryBook(cells: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const book = utils.book_new();
  for (let sheet = 1; sheet <= SHEETS; sheet += 1) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(ordinaryGrid(cells / SHEETS, random)), `表${sheet}`);
  }
  return write(book, { type: 'array', bookType: 'xlsx', compression: true }) as Uint8Array;
}

/** Each turn is a process of its own, so that neither side finds the other's garbage or its compiled code. */
export function ordinaryTables(programs: ColdPrograms, sizes: readonly number[], turns: number): readonly OrdinaryStep[] {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'));
  try {
    return sizes.map((cells) => {
      const path = join(folder, `${cells}.xlsx`);
      writeFileSync(path, new Uint8Array(ordinaryBook(cells, cells)));
      const ours: Run[] = [];
      const theirs: Run[] = [];
      for (let turn = 0; turn < turns; turn += 1) {
        ours.push(runOnce(programs.ours, path));
        theirs.push(runOnce(programs.theirs, path));
      }
      return { cells, ours: middleOf(ours), theirs: middleOf(theirs) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOnce(program: string, path: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`run failed: ${stderr}`);
  return JSON.parse(stdout) as Run;
}

function middleOf(runs: readonly Run[]): Run {
  return { time: median(runs.map(({ time }) => time)), memory: median(runs.map(({ memory }) => memory)), findings: runs[0]?.findings ?? 0 };
}

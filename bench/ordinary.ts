/** (d) A workbook of ordinary tables, up to 1,000,000 numeric cells in 20 of them: checking it beside what the most used library needs to parse it. */
import { read, utils, write } from 'xlsx';
import { loadAccounts, openWorkbook, reviewWorkbook } from '../src/engine.ts';
import { seededRandom } from '../test/support/final-accounts/index.ts';
import { milliseconds } from './measure.ts';

export interface OrdinaryStep {
  readonly cells: number;
  readonly parse: number;
  readonly check: number;
  readonly findings: number;
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

export async function ordinaryTables(sizes: readonly number[]): Promise<readonly OrdinaryStep[]> {
  const steps: OrdinaryStep[] = [];
  for (const cells of sizes) {
    const bytes = new Uint8Array(ordinaryBook(cells, cells));
    const parse = await milliseconds(() => read(bytes, { type: 'array' }));
    let findings = 0;
    const check = await milliseconds(async () => {
      const review = reviewWorkbook(loadAccounts(await openWorkbook(bytes, '大表.xlsx')));
      findings = review.ordinary.flatMap((one) => one.findings).length;
    });
    steps.push({ cells, parse, check, findings });
  }
  return steps;
}

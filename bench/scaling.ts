/** (c) A table 05 that grows from 1× to 64×: recognising and checking must cost the same for each row. */
import { checkAccounts, checks, loadAccounts } from '../src/engine.ts';
import { randomDepartment, seededRandom, toWorkbook, writeTables } from '../test/support/final-accounts/index.ts';
import { median, milliseconds } from './measure.ts';

export interface Step {
  readonly factor: number;
  readonly rows: number;
  readonly recognise: number;
  readonly check: number;
}

export const BASE_ITEMS = 200;

export async function scaling(factors: readonly number[]): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const factor of factors) {
    const accounts = randomDepartment(seededRandom(64), { items: BASE_ITEMS * factor, own: false, fund: false, stateCapital: false });
    const workbook = toWorkbook(writeTables(accounts, { order: ['general-budget-expenditure'] }));
    const turns = factor >= 16 ? 3 : 9;
    const recognise: number[] = [];
    const check: number[] = [];
    for (let turn = -2; turn < turns; turn += 1) {
      let sets = loadAccounts(workbook).sets;
      const reading = await milliseconds(() => (sets = loadAccounts(workbook).sets));
      const judging = await milliseconds(() => sets.map((set) => checkAccounts(set, checks)));
      if (turn < 0) continue;
      recognise.push(reading);
      check.push(judging);
    }
    steps.push({ factor, rows: workbook.sheets[0]?.grid.length ?? 0, recognise: median(recognise), check: median(check) });
  }
  return steps;
}

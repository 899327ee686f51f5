/** Where our time goes (分段计时): each stage of the work on one workbook by itself, for whoever makes it faster. */
import { readFileSync } from 'node:fs';
import { checkAccounts, checks, loadAccounts, narrate, narratives, openWorkbook } from '../src/engine.ts';
import { median, milliseconds } from './measure.ts';

/** Medians in milliseconds by stage. */
export async function stagesOf(path: string, turns: number): Promise<ReadonlyMap<string, number>> {
  const bytes = readFileSync(path);
  const workbook = await openWorkbook(bytes, path);
  const { sets } = loadAccounts(workbook);
  const [wording] = narratives;
  const stages: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
    ['open the file', () => openWorkbook(bytes, path)],
    ['recognise, read facts', () => loadAccounts(workbook)],
    ['relations', () => sets.map((set) => checks.map((check) => check.relations(set)))],
    ['check (relations, judge, findings)', () => sets.map((set) => checkAccounts(set, checks))],
    ['narrate', () => (wording === undefined ? [] : sets.map((set) => narrate(set, wording)))],
  ]);
  const times = new Map<string, number[]>();
  for (let turn = -Math.ceil(turns / 2); turn < turns; turn += 1) {
    for (const [name, work] of stages) {
      const time = await milliseconds(work);
      if (turn >= 0) times.set(name, [...(times.get(name) ?? []), time]);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

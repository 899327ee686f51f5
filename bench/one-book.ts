/** (a) One workbook: read + recognise + check + narrate beside merely parsing it; warm in one process, cold in a new one each time. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { median, milliseconds, type Pair, sideBySide } from './measure.ts';
import { ourWork } from './work-ours.ts';
import { parseOnly } from './work-parse.ts';

/** Two programs bundled the same way, each takes a workbook's path. */
export interface ColdPrograms {
  readonly ours: string;
  readonly theirs: string;
}

export async function warmBook(path: string, turns: number): Promise<Pair> {
  const bytes = readFileSync(path);
  return sideBySide(
    () => ourWork(bytes, path),
    () => parseOnly(bytes),
    turns,
  );
}

/** Whole processes, from start to exit; `empty` is what Node takes for nothing. */
export async function coldBook(programs: ColdPrograms, path: string, turns: number): Promise<Pair & { readonly empty: number }> {
  const run = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, [...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`cold run failed: ${stderr}`);
  };
  const empty: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) empty.push(await milliseconds(() => run('-e', '0')));
  const pair = await sideBySide(
    () => run(programs.ours, path),
    () => run(programs.theirs, path),
    turns,
    1,
  );
  return { ...pair, empty: median(empty) };
}

/** `npm start` until the workbench exists: the main job on the sample workbook (样例), and where its results are. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Arguments } from './arguments.ts';
import { runCheck } from './check.ts';
import { runNarrate } from './narrate.ts';

const SAMPLES = join('assets', 'samples');
const RESULTS = 'out';

export async function runStart(options: Arguments): Promise<number> {
  await mkdir(RESULTS, { recursive: true });
  const book = join(SAMPLES, 'changji-2023.xlsx');
  const prior = join(SAMPLES, 'changji-2022.xlsx');
  const faulty = join(SAMPLES, 'changji-2023-faulty.xlsx');
  const narrated = join(RESULTS, 'changji-2023-说明.xlsx');
  const checked = join(RESULTS, 'changji-2023-勾稽检查.xlsx');
  const marked = join(RESULTS, 'changji-2023-faulty-勾稽检查.xlsx');
  await runNarrate({ ...options, operands: [book], prior, out: narrated });
  process.stdout.write('\n');
  await runCheck({ ...options, operands: [book], prior, out: checked });
  process.stdout.write('\n');
  await runCheck({ ...options, operands: [faulty], prior, out: marked });
  process.stdout.write(`\n${options.messages.startDone(narrated, checked, marked)}\n`);
  return 0;
}

/** Our work on a workbook, whole (with the narrative) and as `batch` does it (without). */
import { checkAccounts, checks, loadAccounts, narrate, narratives, openWorkbook } from '../src/engine.ts';
import { textOf } from '../src/core/narrative/narrative.ts';

export interface Outcome {
  readonly relations: number;
  readonly findings: number;
  readonly characters: number;
}

/** Reads, recognises, checks and narrates a workbook. */
export async function ourWork(bytes: Uint8Array, name: string): Promise<Outcome> {
  const { sets } = loadAccounts(await openWorkbook(bytes, name));
  let outcome: Outcome = { relations: 0, findings: 0, characters: 0 };
  for (const set of sets) {
    const { tally, findings } = checkAccounts(set, checks);
    const [wording] = narratives;
    const characters =
      wording === undefined
        ? 0
        : narrate(set, wording).sections.reduce((sum, { paragraphs }) => sum + paragraphs.map(textOf).join('').length, 0);
    outcome = {
      relations: outcome.relations + tally.total,
      findings: outcome.findings + findings.length,
      characters: outcome.characters + characters,
    };
  }
  return outcome;
}

/** Reads and checks, as `batch` does. */
export async function ourCheck(bytes: Uint8Array, name: string): Promise<number> {
  const { sets } = loadAccounts(await openWorkbook(bytes, name));
  return sets.reduce((total, set) => total + checkAccounts(set, checks).tally.total, 0);
}

/** The engine's door (引擎入口): read, recognise, check, narrate, plan. Command line, pane, workbench and bench all come in here. */
import { statements } from './catalog.ts';
import { recognise, withPrior } from './core/tables/recognise.ts';
import { readFacts } from './core/tables/read-facts.ts';
import type { RecognisedWorkbook, TableSet } from './core/tables/table-set.ts';
import type { Workbook } from './core/workbook/workbook.ts';

export { checks, narratives, statements } from './catalog.ts';
export { checkAccounts } from './core/findings/check-accounts.ts';
export { narrate } from './core/narrative/narrate.ts';
export { applyEdits } from './hosts/file/apply-edits.ts';
export { openWorkbook } from './hosts/file/open-workbook.ts';

export interface LoadedAccounts {
  readonly workbook: Workbook;
  readonly recognised: RecognisedWorkbook;
  /** One per department, with last year's tables and the typed facts. */
  readonly sets: readonly TableSet[];
  /** Departments for which last year's workbook was given but holds nothing. */
  readonly priorUnmatched: readonly string[];
}

/** Recognises the tables of a workbook and joins last year's and 补充资料 to them. */
export function loadAccounts(workbook: Workbook, prior?: Workbook): LoadedAccounts {
  const recognised = recognise(workbook, statements);
  const facts = readFacts(workbook);
  const priorYear = prior === undefined ? undefined : recognise(prior, statements, { book: 'prior' });
  const sets = recognised.sets.map((set) => ({ ...(priorYear === undefined ? set : withPrior(set, priorYear)), facts }));
  return {
    workbook,
    recognised,
    sets,
    priorUnmatched: priorYear === undefined ? [] : sets.filter((set) => set.prior === undefined).map((set) => set.department),
  };
}

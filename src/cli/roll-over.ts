/** `roll-over`: starts next year's 补充资料 from this year's (结转下年): in a workbook of its own, to be copied, or in a copy of next year's. */
import { planRollOver, whyNotRolledInto } from '../core/edits/plan-roll-over.ts';
import { currentSets } from '../core/tables/prior-accounts.ts';
import type { TableSet } from '../core/tables/table-set.ts';
import { applyEdits, loadAccounts, narrativeFor, narratives } from '../engine.ts';
import { createWorkbook } from '../hosts/file/create-workbook.ts';
import { type Arguments, onlyBook } from './arguments.ts';
import { checkOutput, readInput, writeOutput } from './files.ts';
import { chosenWording } from './narrate.ts';
import { writeNotices } from './notices.ts';
import { openAccounts } from './select-accounts.ts';
import { UsageError } from './usage-error.ts';

export async function runRollOver(options: Arguments): Promise<number> {
  const { messages } = options;
  const path = onlyBook(options);
  if (options.out === undefined) throw new UsageError(messages.rollOverNeedsOut);
  await checkOutput(options.out, path, options);
  const chosen = chosenWording(options);
  const opened = await openAccounts(path, options);
  const [accounts, second] = currentSets(opened.sets);
  if (accounts === undefined) throw new UsageError(messages.noTables(path));
  if (second !== undefined)
    throw new UsageError(messages.severalDepartments(opened.sets.map((set) => set.department || messages.unnamedDepartment)));
  const edit = planRollOver(accounts, { narratives, narrative: chosen ?? narrativeFor(accounts), locale: options.locale });
  if (edit === undefined || accounts.year === undefined) throw new UsageError(messages.rollOverNoYear(path));
  const bytes =
    options.book === undefined
      ? createWorkbook([edit.content], { tagged: true })
      : applyEdits(await nextBook(options.book, accounts, options), [edit]);
  await writeOutput(options.out, bytes, options);
  writeNotices(opened, options);
  process.stdout.write(`${messages.rolledOver(options.out, accounts.year + 1)}\n`);
  return 0;
}

/** Next year's workbook, if it is of that department and year and has no 补充资料 yet that would be lost. */
async function nextBook(book: string, accounts: TableSet, options: Arguments): Promise<Uint8Array> {
  const { messages } = options;
  await checkOutput(options.out, book, options);
  const input = await readInput(book, options);
  const why = whyNotRolledInto(loadAccounts(input.workbook).sets, accounts);
  if (why === 'typed') throw new UsageError(messages.rollOverTyped(book));
  if (why === 'other') throw new UsageError(messages.rollOverOther(book, accounts.department, (accounts.year ?? 0) + 1));
  return input.bytes;
}

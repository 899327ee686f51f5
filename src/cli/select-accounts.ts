/** From a workbook to the accounts of the department that is meant (选定部门). */
import { loadAccounts, type LoadedAccounts } from '../engine.ts';
import type { TableSet } from '../core/tables/table-set.ts';
import type { Arguments } from './arguments.ts';
import { type InputFile, readInput } from './files.ts';
import { UsageError } from './usage-error.ts';

export interface Opened {
  readonly input: InputFile;
  readonly loaded: LoadedAccounts;
  /** The departments asked for: all of them, or the one named with --department. */
  readonly sets: readonly TableSet[];
}

/** Reads BOOK and --prior; a workbook without any known table has no departments. */
export async function openAccounts(path: string, options: Arguments): Promise<Opened> {
  const { messages } = options;
  const input = await readInput(path, options);
  const prior = options.prior === undefined ? undefined : await readInput(options.prior, options);
  const loaded = loadAccounts(input.workbook, prior?.workbook, { priorDepartment: options.priorDepartment });
  if (options.department === undefined) return { input, loaded, sets: loaded.sets };
  const sets = loaded.sets.filter((set) => set.department === options.department);
  if (sets.length === 0)
    throw new UsageError(
      messages.unknownDepartment(
        options.department,
        loaded.sets.map((set) => set.department),
      ),
    );
  return { input, loaded, sets };
}

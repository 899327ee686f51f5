/** `check`: judges every relation of a workbook and says what does not hold (核对). */
import { applyEdits, checkAccounts, checks } from '../engine.ts';
import type { AccountsReview } from '../core/findings/check-accounts.ts';
import type { Edit } from '../core/edits/edit.ts';
import { planMarks } from '../core/edits/plan-marks.ts';
import { planReport } from '../core/edits/plan-report.ts';
import { UnusableWorkbook } from '../hosts/file/unusable-workbook.ts';
import { type Arguments, onlyBook } from './arguments.ts';
import { checkJson } from './check-json.ts';
import { checkText } from './check-text.ts';
import { checkOutput, writeOutput } from './files.ts';
import { openAccounts, type Opened } from './select-accounts.ts';
import { UsageError } from './usage-error.ts';

export async function runCheck(options: Arguments): Promise<number> {
  const path = onlyBook(options);
  await checkOutput(options.out, path, options);
  const opened = await openAccounts(path, options);
  const results = checkAll(opened, options);
  if (options.out !== undefined) await writeOutput(options.out, annotate(opened, results, options), options);
  if (options.json) process.stdout.write(`${JSON.stringify(checkJson(opened.sets, results, options.locale), null, 1)}\n`);
  else {
    process.stdout.write(checkText(opened, results, options));
    if (options.out !== undefined) process.stdout.write(`${options.messages.wrote(options.out)}\n`);
  }
  return exitCode(results);
}

export function checkAll(opened: Pick<Opened, 'sets'>, options: Pick<Arguments, 'exact'>): readonly AccountsReview[] {
  return opened.sets.map((set) => checkAccounts(set, checks, { rounding: options.exact ? 'exact' : 'tolerated' }));
}

/** 1 when anything is broken, 0 otherwise. */
export function exitCode(results: readonly AccountsReview[]): number {
  return results.some((result) => result.findings.some((finding) => finding.verdict === 'broken')) ? 1 : 0;
}

/** A marked copy of the workbook with the report as a new sheet. Throws UsageError for .xls and .csv, which cannot be marked. */
export function annotate(opened: Opened, results: readonly AccountsReview[], options: Arguments, more: readonly Edit[] = []): Uint8Array {
  const { input } = opened;
  const findings = results.flatMap((result) => result.findings);
  try {
    return applyEdits(input.bytes, [{ kind: 'clear-marks' }, ...planMarks(findings), planReport(results, options.locale, checks), ...more]);
  } catch (error) {
    if (!(error instanceof UnusableWorkbook)) throw error;
    const readable = error.reason === 'read-only-format' || error.reason === 'empty-file';
    throw new UsageError(
      readable ? options.messages.editsNeedXlsx(input.path) : options.messages.fileUnreadable(input.path, error.text[options.locale]),
    );
  }
}

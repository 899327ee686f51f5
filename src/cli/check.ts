/** `check`: judges every relation of a workbook and says what does not hold (核对). */
import { applyEdits, checks, reviewWorkbook, type WorkbookReview } from '../engine.ts';
import type { AccountsReview } from '../core/findings/check-accounts.ts';
import type { Edit } from '../core/edits/edit.ts';
import { planLiveMarks } from '../core/edits/plan-live-marks.ts';
import { planMarks } from '../core/edits/plan-marks.ts';
import { planReport } from '../core/edits/plan-report.ts';
import { UnusableWorkbook } from '../hosts/file/unusable-workbook.ts';
import { type Arguments, onlyBook } from './arguments.ts';
import { checkJson } from './check-json.ts';
import { checkText } from './check-text.ts';
import { checkOutput, writeOutput } from './files.ts';
import { noticeJson } from './notices.ts';
import { openAccounts, type Opened } from './select-accounts.ts';
import { UsageError } from './usage-error.ts';

export async function runCheck(options: Arguments): Promise<number> {
  const path = onlyBook(options);
  await checkOutput(options.out, path, options);
  const opened = await openAccounts(path, options);
  const review = checkAll(opened, options);
  const results = allReviews(review);
  if (results.length === 0) throw new UsageError(options.messages.noRelations(path));
  if (options.out !== undefined) await writeOutput(options.out, annotate(opened, results, options), options);
  if (options.json)
    process.stdout.write(`${JSON.stringify({ ...checkJson(opened.sets, review, options.locale), ...noticeJson(opened) }, null, 1)}\n`);
  else {
    process.stdout.write(checkText(opened, review, options));
    if (options.out !== undefined) process.stdout.write(`${options.messages.wrote(options.out)}\n`);
  }
  return exitCode(results);
}

export function checkAll({ loaded, sets }: Pick<Opened, 'loaded' | 'sets'>, options: Pick<Arguments, 'exact'>): WorkbookReview {
  return reviewWorkbook({ ...loaded, sets }, { rounding: options.exact ? 'exact' : 'tolerated' });
}

/** The statutory sets, then the ordinary tables. */
export function allReviews({ accounts, ordinary }: WorkbookReview): readonly AccountsReview[] {
  return [...accounts, ...ordinary];
}

/** 1 when anything is broken, 0 otherwise. */
export function exitCode(results: readonly AccountsReview[]): number {
  return results.some((result) => result.findings.some((finding) => finding.verdict === 'broken')) ? 1 : 0;
}

/** A marked copy of the workbook with the report as a new sheet; with `--live` the marks follow the cells. Throws UsageError for .xls and .csv, which cannot be marked. */
export function annotate(
  opened: Pick<Opened, 'input'>,
  results: readonly AccountsReview[],
  options: Pick<Arguments, 'locale' | 'messages'> & Partial<Pick<Arguments, 'live' | 'exact'>>,
  more: readonly Edit[] = [],
): Uint8Array {
  const { input } = opened;
  const rounding = options.exact === true ? 'exact' : 'tolerated';
  const marks =
    options.live === true
      ? planLiveMarks(results, input.workbook, { rounding, isMarked: () => true })
      : planMarks(results.flatMap((result) => result.findings));
  try {
    return applyEdits(input.bytes, [{ kind: 'clear-marks' }, ...marks, planReport(results, options.locale, checks), ...more]);
  } catch (error) {
    if (!(error instanceof UnusableWorkbook)) throw error;
    const readable = error.reason === 'read-only-format' || error.reason === 'empty-file';
    throw new UsageError(
      readable ? options.messages.editsNeedXlsx(input.path) : options.messages.fileUnreadable(input.path, error.text[options.locale]),
    );
  }
}

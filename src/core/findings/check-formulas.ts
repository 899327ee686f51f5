/** Formula faults on the sheets of known tables (报表中的公式): added to what the statutory checks found there, never said twice. */
import type { TableSet } from '../tables/table-set.ts';
import type { JudgeOptions } from '../relations/judge.ts';
import { refKey } from '../workbook/address.ts';
import { findSheet, type Workbook } from '../workbook/workbook.ts';
import { splitAccepted } from './accepted.ts';
import { type AccountsReview, tallyOf } from './check-accounts.ts';
import type { Finding } from './finding.ts';
import { formulaFindings, hasFormulas } from './formula-findings.ts';
import { ordinaryFigures } from './ordinary-figures.ts';

export function withFormulaFindings(review: AccountsReview, set: TableSet, workbook: Workbook, options: JudgeOptions): AccountsReview {
  const sheets = [...new Set(set.tables.map(({ sheet }) => sheet))].map((name) => findSheet(workbook, name));
  const found = sheets.flatMap((sheet) =>
    sheet === undefined || !hasFormulas(sheet) ? [] : formulaFindings(sheet, ordinaryFigures(sheet, workbook).exactAt, options),
  );
  const known = new Set([...review.findings, ...review.accepted.map(({ finding }) => finding)].flatMap(cellsOf));
  const { open, accepted } = splitAccepted(
    found.filter((finding) => !cellsOf(finding).some((cell) => known.has(cell))),
    set,
  );
  if (open.length === 0 && accepted.length === 0) return review;
  const judgements = [...review.judgements, ...open.flatMap((finding) => finding.judgements)];
  return { judgements, findings: [...review.findings, ...open], accepted: [...review.accepted, ...accepted], tally: tallyOf(judgements) };
}

function cellsOf({ cell, suspects, judgements, dependants }: Finding): readonly string[] {
  return [cell, ...suspects.map(({ figure }) => figure.ref), ...judgements.map(({ relation }) => relation.stated.ref), ...dependants].map(
    refKey,
  );
}

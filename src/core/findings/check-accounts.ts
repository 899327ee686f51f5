/** Checks the accounts of one department (审核一套报表): every relation judged once, the broken ones grouped by cause, and a tally of all. */
import type { TableSet } from '../tables/table-set.ts';
import type { Check } from '../relations/check.ts';
import { withoutRepeats } from '../relations/identity.ts';
import { linearForms } from '../relations/linear.ts';
import { judge, type Judgement, type JudgeOptions } from '../relations/judge.ts';
import type { Observation } from '../relations/relation.ts';
import { cellAddress, type CellRef } from '../workbook/address.ts';
import { type AcceptedFinding, splitAccepted } from './accepted.ts';
import { gatherEvidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { groupByCause } from './group.ts';

export interface Tally {
  readonly total: number;
  readonly exact: number;
  readonly withinRounding: number;
  readonly broken: number;
  readonly notJudged: number;
}

export interface AccountsReview {
  /** Every relation once. */
  readonly judgements: readonly Judgement[];
  /** Errors first, then warnings, then hints; within each in workbook order. */
  readonly findings: readonly Finding[];
  /** Explained by a person in 补充资料, and therefore not among the findings. */
  readonly accepted: readonly AcceptedFinding[];
  readonly tally: Tally;
}

export function checkAccounts(
  accounts: TableSet,
  checks: readonly Check[],
  options: JudgeOptions = { rounding: 'tolerated' },
): AccountsReview {
  const formOf = linearForms();
  const stated = checks.flatMap((check) => check.relations(accounts));
  const judgements = withoutRepeats(stated, formOf).map((relation) => judge(relation, options));
  // Sound accounts need no search for a cause.
  const isBroken = judgements.some(({ verdict }) => verdict === 'broken');
  const caused = isBroken ? groupByCause(accounts, gatherEvidence(accounts, judgements, options, formOf)) : [];
  const observed = checks
    .flatMap((check) => check.observations?.(accounts) ?? [])
    .map((observation) => observationFinding(accounts, observation));
  const found = withOwnIds([...caused, ...observed].sort(byLoudness(accounts)));
  const { open, accepted } = splitAccepted(found, accounts);
  return { judgements, findings: open, accepted, tally: tallyOf(judgements) };
}

export function tallyOf(judgements: readonly Judgement[]): Tally {
  const count = (verdict: Judgement['verdict']): number => judgements.filter((judgement) => judgement.verdict === verdict).length;
  return {
    total: judgements.length,
    exact: count('exact'),
    withinRounding: count('within-rounding'),
    broken: count('broken'),
    notJudged: count('not-judged'),
  };
}

function observationFinding(accounts: TableSet, observation: Observation): Finding {
  const { check, severity, at, message } = observation;
  const where = { 'zh-CN': `「${at.sheet}」${cellAddress(at)}：`, en: `«${at.sheet}» ${cellAddress(at)}: ` };
  return {
    id: `${check}|${meaningAt(accounts, at)}|${accounts.year ?? ''}`,
    check,
    severity,
    verdict: 'broken',
    cell: at,
    judgement: undefined,
    judgements: [],
    observation,
    suspects: [],
    dependants: [],
    message: { 'zh-CN': where['zh-CN'] + message['zh-CN'], en: where.en + message.en },
  };
}

/** Statement and row of a cell; the address only where no table knows it. */
function meaningAt(accounts: TableSet, at: CellRef): string {
  for (const table of accounts.tables) {
    if (table.sheet !== at.sheet || table.book !== at.book) continue;
    const row = table.rows.find(({ ref }) => ref.row === at.row && ref.column === at.column);
    const indicator = table.indicators.find(({ ref, actualRef, score }) =>
      [ref, actualRef, score?.ref].some((cell) => cell?.row === at.row),
    );
    const key = row?.key ?? indicator?.key;
    const project = table.fields.get('project-name');
    if (key !== undefined) return `${table.statement ?? table.sheet}${project === undefined ? '' : `/${project}`}|${key}|`;
  }
  return `${at.sheet}|${cellAddress(at)}|`;
}

const LOUDNESS = { error: 0, warning: 1, info: 2 } as const;

function byLoudness(accounts: TableSet): (a: Finding, b: Finding) => number {
  const order = new Map(accounts.tables.map((table, index) => [table.sheet, index]));
  return (a, b) =>
    LOUDNESS[a.severity] - LOUDNESS[b.severity] ||
    (order.get(a.cell.sheet) ?? order.size) - (order.get(b.cell.sheet) ?? order.size) ||
    a.cell.row - b.cell.row ||
    a.cell.column - b.cell.column;
}

// The same check may find two things in one cell; people accept findings one by one.
function withOwnIds(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, times);
    return times === 1 ? finding : { ...finding, id: `${finding.id}#${times}` };
  });
}

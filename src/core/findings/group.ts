/** Broken relations grouped by root cause into findings (问题归并): one cause, one finding, at the lowest level, with what depends on it listed under it. */
import type { Judgement } from '../relations/judge.ts';
import type { Severity } from '../relations/relation.ts';
import type { TableSet } from '../tables/table-set.ts';
import { type CellRef, refKey } from '../workbook/address.ts';
import type { Equation, Evidence } from './evidence.ts';
import { explain } from './explain.ts';
import type { Finding } from './finding.ts';
import { type Located, localise } from './localise.ts';

export function groupByCause(accounts: TableSet, evidence: Evidence): readonly Finding[] {
  return localise(evidence).flatMap((located) => findingOf(accounts, evidence, located) ?? []);
}

function findingOf(accounts: TableSet, evidence: Evidence, located: Located): Finding | undefined {
  const ordered = [...located.equations].sort((a, b) => compareLevels(evidence, a, b));
  const lead = ordered[0]?.judgement;
  if (lead === undefined) return undefined;
  const judgements = ordered.map((equation) => equation.judgement);
  const top = located.suspects[0]?.figure ?? lead.relation.stated;
  const severity = judgements.map(({ relation }) => relation.severity).reduce(louder);
  return {
    id: `${lead.relation.check}|${meaningOf(evidence, top)}|${accounts.year ?? ''}`,
    check: lead.relation.check,
    severity,
    verdict: 'broken',
    cell: top.ref,
    judgement: lead,
    judgements,
    observation: undefined,
    suspects: located.suspects,
    dependants: dependantsOf(judgements, located),
    message: explain(evidence, lead, judgements, located),
  };
}

/** Statement, row and column: stays the same when rows are inserted or the sheet is renamed. */
function meaningOf(evidence: Evidence, figure: Finding['suspects'][number]['figure']): string {
  const table = evidence.tableOf(figure);
  const project = table?.fields.get('project-name');
  return `${table?.statement ?? figure.ref.sheet}${project === undefined ? '' : `/${project}`}|${figure.rowKey}|${figure.columnKey}`;
}

// Inside one table before across tables, 项 before 款 before 类 before 合计, equalities before limits.
function compareLevels(evidence: Evidence, a: Equation, b: Equation): number {
  return rank(evidence, a) - rank(evidence, b) || a.index - b.index;
}

function rank(evidence: Evidence, { relation }: Equation): number {
  const row = evidence.tableOf(relation.stated)?.rows.find((known) => known.key === relation.stated.rowKey);
  const depth = row?.code?.length ?? 0;
  const severity = relation.severity === 'error' ? 0 : relation.severity === 'warning' ? 400 : 800;
  return (
    severity +
    (relation.must === 'equal' ? 0 : 200) +
    (relation.along === 'row' || relation.along === 'column' ? 0 : 100) -
    depth * 4 +
    (relation.along === 'column' ? 0 : 1)
  );
}

function dependantsOf(judgements: readonly Judgement[], { suspects }: Located): readonly CellRef[] {
  const first = suspects[0];
  const seen = new Set(first === undefined ? [] : [refKey(first.figure.ref)]);
  const cells: CellRef[] = [];
  for (const { relation } of judgements) {
    const key = refKey(relation.stated.ref);
    if (seen.has(key)) continue;
    seen.add(key);
    cells.push(relation.stated.ref);
  }
  return cells;
}

export function louder(a: Severity, b: Severity): Severity {
  if (a === 'error' || b === 'error') return 'error';
  return a === 'warning' || b === 'warning' ? 'warning' : 'info';
}

/** What the text of one department is held against (核对依据): its tables, and what the known wordings say of them. */
import type { Narrative } from '../narrative/narrative.ts';
import { type TableSet, tableOf, tablesOf } from '../tables/table-set.ts';
import type { AuditSubject } from './audit.ts';
import { printedNumbers } from './printed-numbers.ts';

/** `doubtful`: `refKey` of cells of which a check says that something does not hold. */
export function auditSubject(
  accounts: TableSet,
  references: readonly Narrative[],
  doubtful: ReadonlySet<string> = new Set(),
): AuditSubject {
  return {
    department: accounts.department,
    year: accounts.year,
    references,
    projects: tablesOf(accounts, 'project-self-evaluation'),
    threePublic: tableOf(accounts, 'three-public-expenses'),
    funds: { 政府性基金: tableOf(accounts, 'government-fund'), 国有资本经营: tableOf(accounts, 'state-capital') },
    printed: printedNumbers([...accounts.tables, ...(accounts.prior?.tables ?? [])]),
    doubtful,
  };
}

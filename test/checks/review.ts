/** What one check says about accounts, for its tests: how much it could judge, which cells do not hold, what it observed. */
import { checkAccounts } from '../../src/core/findings/check-accounts.ts';
import type { Finding } from '../../src/core/findings/finding.ts';
import type { Check } from '../../src/core/relations/check.ts';
import type { Figure } from '../../src/core/expressions/figure.ts';
import type { TableSet } from '../../src/core/tables/table-set.ts';
import { CHANGJI_2022, CHANGJI_2023, randomDepartment, seededRandom } from '../support/final-accounts/index.ts';
import { readAccounts } from '../support/tables.ts';

/** The seed: only fiscal and other income, two forms' worth of contradictions. */
export const CHANGJI: TableSet = readAccounts(CHANGJI_2023);
export const CHANGJI_LAST_YEAR: TableSet = readAccounts(CHANGJI_2022, {}, 'prior');
/** A department with every kind of money, and three forms. */
export const RICH: TableSet = readAccounts(
  randomDepartment(seededRandom(11), { items: 14, own: true, fund: true, stateCapital: true, projectForms: 3 }),
  { unit: '元' },
);

export interface Review {
  /** Relations that hold, rounding differences included. */
  readonly held: number;
  /** «row/column» of every stated cell whose relation does not hold. */
  readonly broken: readonly string[];
  readonly notJudged: number;
  readonly findings: readonly Finding[];
  /** «row/column» of the first suspect of every finding, and the severity. */
  readonly suspects: readonly string[];
}

export function review(check: Check, accounts: TableSet): Review {
  const { judgements, findings, tally } = checkAccounts(accounts, [check]);
  return {
    held: tally.exact + tally.withinRounding,
    broken: judgements.filter(({ verdict }) => verdict === 'broken').map(({ relation }) => nameOf(relation.stated)),
    notJudged: tally.notJudged,
    findings,
    suspects: findings.map(({ suspects, severity }) => `${severity} ${suspects[0] === undefined ? '' : nameOf(suspects[0].figure)}`),
  };
}

function nameOf(figure: Figure): string {
  return `${figure.rowKey}/${figure.columnKey}`;
}

/** Joins last year's accounts (上年决算) to this year's: the same department, one year earlier. What does not fit is asked about and not used. */
import { findFact, PRIOR_SECTION } from './facts.ts';
import { departmentKey, isSameDepartment } from './group-tables.ts';
import type { RecognisedWorkbook, TableSet } from './table-set.ts';

/** The line of 补充资料 in which somebody says that last year's workbook, under another name, is of the same department. */
export const PRIOR_DEPARTMENT = '事实/单位/上年部门名称';

/** That line, but for the answer. */
export const PRIOR_DEPARTMENT_LINE = {
  key: PRIOR_DEPARTMENT,
  label: '上年部门名称',
  section: PRIOR_SECTION,
  note: '上年决算工作簿是同一部门',
} as const;

/** Last year's workbook was given and cannot be used as it is. */
export interface PriorQuestion {
  readonly kind: 'department' | 'year' | 'missing';
  readonly department: string;
  readonly year: number | undefined;
  /** Of last year's workbook; for `missing` the names that are there instead. */
  readonly priorDepartment: string;
  readonly priorYear: number | undefined;
}

export interface JoinedAccounts {
  readonly set: TableSet;
  readonly question?: PriorQuestion;
}

/**
 * The set with last year's, from `prior` or else from its own workbook: one of `siblings` of the same department and the year before. A
 * workbook of one department with another name is used only when 补充资料 says that it is the same one; one of another year never is.
 */
export function joinPrior(
  set: TableSet,
  prior: Pick<RecognisedWorkbook, 'sets'> | undefined,
  siblings: readonly TableSet[] = [],
): JoinedAccounts {
  const lastYear = set.year === undefined ? undefined : set.year - 1;
  if (prior === undefined) {
    const own = siblings.find((other) => other.year !== undefined && other.year === lastYear && isNamed(other, set.department));
    return { set: { ...set, prior: own } };
  }
  const question = (kind: PriorQuestion['kind'], found: readonly TableSet[]): JoinedAccounts => ({
    set: { ...set, prior: undefined },
    question: {
      kind,
      department: set.department,
      year: set.year,
      priorDepartment: found.map(({ department }) => department).join('、'),
      priorYear: found[0]?.year,
    },
  });
  const answer = findFact(set.facts, PRIOR_DEPARTMENT, set.year)?.text;
  const others = prior.sets.filter(({ department }) => !siblings.some((other) => other !== set && isNamed(other, department)));
  const exact = prior.sets.filter(({ department }) => departmentKey(department) === departmentKey(set.department));
  const spelt = prior.sets.filter((other) => isNamed(other, set.department));
  const said = answer === undefined ? [] : prior.sets.filter(({ department }) => departmentKey(department) === departmentKey(answer));
  const named = [exact, spelt, said].find((found) => found.length > 0) ?? [];
  if (named.length === 0) {
    const [single, another] = others;
    return single !== undefined && (another === undefined || isOneDepartment(others))
      ? question('department', [single])
      : question('missing', []);
  }
  const fits = named.find(({ year }) => year === undefined || lastYear === undefined || year === lastYear);
  return fits === undefined ? question('year', named.slice(0, 1)) : { set: { ...set, prior: fits } };
}

export function withPrior(
  set: TableSet,
  prior: Pick<RecognisedWorkbook, 'sets'> | undefined,
  siblings: readonly TableSet[] = [],
): TableSet {
  return joinPrior(set, prior, siblings).set;
}

/** The sets that are not last year's of another in the same workbook: those to write about. */
export function currentSets(sets: readonly TableSet[]): readonly TableSet[] {
  return sets.filter((set) => !sets.some(({ prior }) => prior?.tables === set.tables));
}

/** Accounts that bear no name fit any. */
function isNamed({ department }: TableSet, name: string): boolean {
  return department === '' || name === '' || isSameDepartment(department, name);
}

function isOneDepartment(sets: readonly TableSet[]): boolean {
  return new Set(sets.map(({ department }) => departmentKey(department))).size === 1;
}

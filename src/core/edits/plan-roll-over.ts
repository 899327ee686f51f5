/** 补充资料 made ready for next year (结转下年): this year's figures as last year's, this year's answers offered beside the empty fields, lasting facts kept. */
import { isAcceptance } from '../findings/accepted.ts';
import type { Locale } from '../locale.ts';
import { narrate } from '../narrative/narrate.ts';
import type { Ask, Carried } from '../narrative/narrative.ts';
import type { NarrativeDefinition } from '../narrative/profile.ts';
import { nameIn } from '../narrative/recoded.ts';
import { type Fact, type Facts, isForeign, yearKey } from '../tables/facts.ts';
import { departmentKey } from '../tables/group-tables.ts';
import { currentSets, PRIOR_DEPARTMENT } from '../tables/prior-accounts.ts';
import type { TableSet } from '../tables/table-set.ts';
import type { WriteSheet } from './edit.ts';
import { planSupplement } from './plan-supplement.ts';

/** Facts that do not change with the year: who the department is and how it is built. Everything else is asked again. */
const LASTING = [
  '事实/单位/单位名称',
  '事实/单位/主要职能',
  '事实/机构人员/下属预算单位数量',
  '事实/机构人员/内设处室数量',
  '事实/机构人员/内设处室名称',
];
const YEAR = '事实/单位/年度';
/** Answers of this year that mean nothing next year. */
const SPENT = /^(?:上年|上年编码|名称)\//;

export interface RollOverOptions {
  /** All wordings, so that next year's figures of last year are there whichever is chosen then. */
  readonly narratives: readonly NarrativeDefinition[];
  /** The one this year's text is written in. */
  readonly narrative: NarrativeDefinition;
  readonly locale: Locale;
}

/** The sheet for the year after `accounts`; undefined where nothing says which year that is. */
export function planRollOver(accounts: TableSet, { narratives, narrative, locale }: RollOverOptions): WriteSheet | undefined {
  if (accounts.year === undefined) return undefined;
  const year = accounts.year + 1;
  const now = narrate(accounts, narrative);
  const facts = nextFacts(accounts, now.asks, year);
  // Next year's tables are not there yet: this year's stand in their place, so that every question is put and every figure carried.
  const next: TableSet = { ...accounts, year, facts, prior: { ...accounts, prior: undefined } };
  const plan = narrate(next, narrative);
  const required = new Map(now.asks.map(({ key, optional }) => [key, optional]));
  const asks = plan.asks
    .filter(({ key }) => !SPENT.test(key))
    .map((ask): Ask => ({ ...ask, optional: required.get(ask.key) ?? ask.optional }));
  const carried = new Map(narratives.flatMap((each) => narrate(next, each).carried).map((line) => [line.key, line] as const));
  return planSupplement({ ...plan, asks, gaps: [], carried: [...carried.values(), ...namesOf(accounts, [...carried.keys()])] }, next, {
    locale,
  });
}

/** Why the sheet cannot go into a workbook: it is not next year's of this department, or holds a 补充资料 that would be overwritten. */
export function whyNotRolledInto(next: readonly TableSet[], { department, year }: TableSet): 'other' | 'typed' | undefined {
  const fits = currentSets(next).some(
    (set) =>
      (set.year === undefined || year === undefined || set.year === year + 1) &&
      (set.department === '' || department === '' || departmentKey(set.department) === departmentKey(department)),
  );
  if (!fits) return 'other';
  return next.some(({ facts }) => facts.size > 0) ? 'typed' : undefined;
}

function nextFacts({ facts, year }: TableSet, asks: readonly Ask[], next: number): Facts {
  const kept = new Map<string, Fact>();
  // By what they answer, for lines whose 标识 is gone.
  const asked = new Map(asks.flatMap(({ key, fact }) => (fact === undefined ? [] : [[fact, key] as const])));
  for (const [key, fact] of facts) {
    if (isForeign(key)) kept.set(key, fact);
    const base = asked.get(fact) ?? undatedKey(key, year);
    if (isForeign(key) || base === undefined || SPENT.test(base) || base === PRIOR_DEPARTMENT || isAcceptance(base)) continue;
    if (fact.disagreeing !== undefined) continue;
    if (base === YEAR) kept.set(yearKey(base, next), { ...fact, key: yearKey(base, next), text: String(next), figure: undefined });
    else if (LASTING.includes(base)) kept.set(yearKey(base, next), { ...fact, key: yearKey(base, next), note: keptNote(fact, next - 1) });
    else kept.set(yearKey(base, next - 1), { ...fact, key: yearKey(base, next - 1) });
  }
  return kept;
}

/** The key without this year; undefined for the lines of other years, which were offered this year and have had their time. */
function undatedKey(key: string, year: number | undefined): string | undefined {
  const [, dated, rest] = /^(\d{4})\/(.+)$/su.exec(key) ?? [];
  if (dated === undefined) return key;
  return Number(dated) === year ? rest : undefined;
}

function keptNote({ note = '' }: Fact, year: number): string {
  const said = `${year}年度填写，请核对是否仍然如此`;
  return note === '' || /^\d{4}年度填写，请核对/.test(note) ? said : note;
}

/** The names of the items carried over, and of what they belong to: next year's tables may not print them any more. */
function namesOf(accounts: TableSet, keys: readonly string[]): readonly Carried[] {
  const items = keys.flatMap((key) => /^上年\/[^/]+\/(\d{7}|\d{5})\//.exec(key)?.[1] ?? []);
  const codes = [
    ...new Set(items.flatMap((code) => [3, 5, 7].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits)))),
  ];
  return codes.sort().flatMap((code): readonly Carried[] => {
    const table = accounts.tables.find(({ rows }) => rows.some((row) => row.code === code));
    const name = table?.statement == null ? undefined : nameIn(accounts, { statement: table.statement }, code);
    return name === undefined ? [] : [{ key: `名称/${code}`, label: `科目${code}的名称`, content: { name } }];
  });
}

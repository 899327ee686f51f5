/** What `check --json` prints (机器可读结果): the stable contract of the command line; numbers are decimal strings in the stated cell's unit. */
import { figuresOf } from '../core/expressions/sources.ts';
import type { Figure } from '../core/expressions/figure.ts';
import type { AccountsReview } from '../core/findings/check-accounts.ts';
import { explainJudgement } from '../core/findings/explain-judgement.ts';
import type { Finding, Suspect } from '../core/findings/finding.ts';
import type { Locale } from '../core/locale.ts';
import type { Decimal } from '../core/number/decimal.ts';
import { formatAmount } from '../core/number/format.ts';
import { asPrinted, type Judgement } from '../core/relations/judge.ts';
import type { WorkbookReview } from '../engine.ts';
import { yearIn } from '../core/tables/head-lines.ts';
import type { TableSet } from '../core/tables/table-set.ts';
import { areaAddress, cellAddress, type CellRef } from '../core/workbook/address.ts';

export interface CellJson {
  readonly sheet: string;
  readonly address: string;
  /** Present when the cell is in last year's workbook. */
  readonly book?: 'prior';
}

export function cellJson(ref: CellRef): CellJson {
  return { sheet: ref.sheet, address: cellAddress(ref), ...(ref.book === 'prior' ? { book: 'prior' } : {}) };
}

/** Findings first, then the rounding differences and what was not judged: listed, never loud. */
export function checkJson(sets: readonly TableSet[], { accounts, ordinary }: WorkbookReview, locale: Locale): object {
  const results: readonly AccountsReview[] = [...accounts, ...ordinary];
  const findings = results.flatMap((result) => [
    ...result.findings.map((finding) => findingJson(finding, locale)),
    ...result.judgements
      .filter((judgement) => judgement.verdict === 'within-rounding')
      .map((judgement) => judgementJson(judgement, locale)),
    ...result.judgements.filter((judgement) => judgement.verdict === 'not-judged').map((judgement) => judgementJson(judgement, locale)),
  ]);
  const count = (read: (tally: AccountsReview['tally']) => number): number =>
    results.reduce((total, result) => total + read(result.tally), 0);
  return {
    tables: [
      ...sets
        .flatMap((set) => set.tables)
        .map((table) => ({
          sheet: table.sheet,
          range: areaAddress(table.area),
          statement: table.statement,
          title: table.title,
          unit: table.unit.name,
          year: table.year ?? null,
        })),
      ...ordinary.map(({ sheet, area, title, unit }) => ({
        sheet,
        range: areaAddress(area),
        statement: null,
        title,
        unit,
        year: yearIn([title, sheet]) ?? null,
      })),
    ],
    relations: {
      total: count((tally) => tally.total),
      exact: count((tally) => tally.exact),
      withinRounding: count((tally) => tally.withinRounding),
      broken: count((tally) => tally.broken),
      notJudged: count((tally) => tally.notJudged),
    },
    findings,
  };
}

function findingJson(finding: Finding, locale: Locale): object {
  const { judgement } = finding;
  return {
    id: finding.id,
    check: finding.check,
    severity: finding.severity,
    verdict: finding.verdict,
    cell: cellJson(finding.cell),
    ...arithmeticJson(judgement),
    suspects: finding.suspects.map(suspectJson),
    dependants: finding.dependants.map(cellJson),
    message: finding.message[locale],
  };
}

function judgementJson(judgement: Judgement, locale: Locale): object {
  const { stated } = judgement.relation;
  return {
    id: `${judgement.relation.check}|${stated.table}|${stated.rowKey}|${stated.columnKey}`,
    check: judgement.relation.check,
    severity: 'info',
    verdict: judgement.verdict,
    cell: cellJson(stated.ref),
    ...arithmeticJson(judgement),
    suspects: [],
    dependants: [],
    message: explainJudgement(judgement)[locale],
  };
}

function arithmeticJson(judgement: Judgement | undefined): object {
  if (judgement === undefined) return { stated: null, expected: null, difference: null, tolerance: null, sources: [] };
  const { stated: figure, expected } = judgement.relation;
  return {
    stated: print(judgement.stated, figure),
    expected: judgement.expected === undefined ? null : print(asPrinted(judgement.expected, figure), figure),
    difference: print(judgement.difference, figure),
    tolerance: judgement.tolerance.div(figure.unit.scale).toString(),
    sources: figuresOf(expected).map((source) => cellJson(source.ref)),
  };
}

function suspectJson(suspect: Suspect): object {
  const { figure, repair, slip } = suspect;
  return { ...cellJson(figure.ref), repair: repair === null ? null : print(repair, figure), slip };
}

function print(value: Decimal | undefined, figure: Figure): string | null {
  return value === undefined ? null : formatAmount(value.div(figure.unit.scale), { decimals: figure.decimals, grouping: false });
}

/** The ordinary tables of a whole workbook (普通表格): each by itself, and then against one another where they tell the same figures (跨表一致). */
import { type Disagreement, findDisagreements, type NamedTable } from '../discovery/across-tables.ts';
import { constant, figure, product } from '../expressions/expression.ts';
import { Decimal } from '../number/decimal.ts';
import { asPrinted, judge, type JudgeOptions } from '../relations/judge.ts';
import type { Slip as DiscoveredSlip } from '../discovery/slips.ts';
import type { Facts } from '../tables/facts.ts';
import type { Table } from '../tables/table.ts';
import { type Area, qualifiedAddress, refKey } from '../workbook/address.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { splitAccepted } from './accepted.ts';
import { tallyOf } from './check-accounts.ts';
import { checkOrdinary, type CheckedSheet, findingOf, type OrdinaryReview } from './check-ordinary.ts';
import type { Finding } from './finding.ts';
import { ORDINARY_CHECK } from './ordinary-relations.ts';

/** Larger tables are lists, in which the same label and heading mean little. */
const MOST_FIGURES = 5000;
const FEWEST_AGREEMENTS = 6;
const FEWEST_SHARE = 0.85;
const MOST_DIFFERENCES = 2;
/** One digit may differ from one month to the next; swapped digits, a lost sign or another unit are slips. */
const SLIPS: ReadonlySet<DiscoveredSlip | undefined> = new Set(['digits-swapped', 'sign', 'power-of-ten', 'unit'] as const);
/** So few figures beside a known table are a footnote. */
const FEWEST_FIGURES = 6;

/** One review for each sheet in which something adds up, divides or grows. */
export function checkOrdinarySheets(
  sheets: readonly Sheet[],
  workbook: Pick<Workbook, 'date1904'>,
  facts: Facts,
  options: JudgeOptions,
): readonly OrdinaryReview[] {
  const reviews: OrdinaryReview[] = [];
  const small = new Map<string, CheckedSheet>();
  for (const sheet of sheets) {
    const checked = checkOrdinary(sheet, workbook, facts, options);
    if (checked.review === undefined) continue;
    reviews.push(checked.review);
    if (checked.discovery.numbers.value.length <= MOST_FIGURES) small.set(sheet.name, checked);
  }
  const known = new Set(reviews.flatMap(({ findings, accepted }) => [...findings, ...accepted.map((one) => one.finding)].flatMap(cellsOf)));
  const across = findDisagreements(
    [...small].map(
      ([
        name,
        {
          discovery: { row, column },
        },
      ]): NamedTable => ({ name, row, column }),
    ),
  )
    .filter(isSlip)
    .flatMap((found) => findingAcross(found, small, options) ?? [])
    .filter((finding) => cellsOf(finding).every((cell) => !known.has(cell)));
  return reviews.map((review) => withFindings(review, across, facts));
}

/** The part of a sheet outside the tables that a statement knows; undefined where nothing is left that could be a table. */
export function besideTables(sheet: Sheet, tables: readonly Table[]): Sheet | undefined {
  const areas = tables.map((table) => ownArea(sheet, table));
  const isInside = (row: number, column: number): boolean =>
    areas.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right);
  let figures = 0;
  const grid = sheet.grid.map((cells, row) =>
    cells?.map((cell, column) => {
      if (cell === undefined || isInside(row, column)) return undefined;
      if (typeof cell.value === 'number') figures += 1;
      return cell;
    }),
  );
  return figures < FEWEST_FIGURES ? undefined : { ...sheet, grid };
}

/** A known table reaches to the right as far as its figures do, and on to the first blank column. */
function ownArea({ grid }: Sheet, { area, figures, indicators }: Table): Area {
  const columns = [...figures.values()].flatMap((row) => [...row.values()].map(({ ref }) => ref.column));
  if (columns.length === 0 || indicators.length > 0) return area;
  const isBlank = (column: number): boolean =>
    grid.slice(area.top, area.bottom + 1).every((cells) => (cells?.[column]?.value ?? null) === null);
  let right = Math.max(...columns);
  while (right < area.right && !isBlank(right + 1)) right += 1;
  return { ...area, right };
}

function isSlip({ agreements, differences, slip }: Disagreement): boolean {
  const isAlike = agreements >= FEWEST_AGREEMENTS && agreements >= FEWEST_SHARE * (agreements + differences);
  return isAlike && differences <= MOST_DIFFERENCES && SLIPS.has(slip);
}

function findingAcross(
  { first, second, factor, agreements }: Disagreement,
  tables: ReadonlyMap<string, CheckedSheet>,
  options: JudgeOptions,
): Finding | undefined {
  const one = tables.get(first.table)?.figures.figureAt(first.cell);
  const stated = tables.get(second.table)?.figures.figureAt(second.cell);
  if (one === undefined || stated === undefined || one.unit.kind !== stated.unit.kind) return undefined;
  const times = factor < 1 ? new Decimal(1).dividedBy(Math.round(1 / factor)) : new Decimal(factor);
  const expected = factor === 1 ? figure(one) : product(figure(one), constant(times));
  const place = qualifiedAddress(one.ref);
  const why = {
    'zh-CN': `与 ${place} 同名同栏，两表另有 ${agreements} 个数一致`,
    en: `the same line and column as ${place}; the two tables agree on ${agreements} other figures`,
  };
  const judgement = judge(
    { check: ORDINARY_CHECK, stated, must: 'equal', expected, why, severity: 'warning', along: 'across-tables' },
    options,
  );
  if (judgement.verdict !== 'broken' || judgement.expected === undefined) return undefined;
  // Which of the two is wrong no table says.
  return findingOf(judgement, { figure: stated, repair: asPrinted(judgement.expected, stated), slip: null });
}

function cellsOf({ cell, suspects, dependants, judgement }: Finding): readonly string[] {
  const stated = judgement === undefined ? [] : [judgement.relation.stated.ref];
  return [cell, ...stated, ...suspects.map(({ figure: { ref } }) => ref), ...dependants].map(refKey);
}

function withFindings(review: OrdinaryReview, across: readonly Finding[], facts: Facts): OrdinaryReview {
  const own = across.filter(({ cell }) => cell.sheet === review.sheet);
  if (own.length === 0) return review;
  const { open, accepted } = splitAccepted(own, { facts, year: undefined });
  const judgements = own.flatMap((finding) => finding.judgements);
  const tally = tallyOf(judgements);
  return {
    ...review,
    judgements: [...review.judgements, ...judgements],
    findings: [...review.findings, ...open],
    accepted: [...review.accepted, ...accepted],
    tally: { ...review.tally, total: review.tally.total + tally.total, broken: review.tally.broken + tally.broken },
  };
}

/** Checks an ordinary table (核对普通表格): what the table itself shows to sum, share or grow, and the cells that break it, judged like any other relation. */
import type { Discovery } from '../discovery/discover.ts';
import { type Fault, inspectTable } from '../discovery/find-faults.ts';
import type { Slip as DiscoveredSlip } from '../discovery/slips.ts';
import { figuresOf } from '../expressions/sources.ts';
import { Decimal } from '../number/decimal.ts';
import { asPrinted, judge, type Judgement, type JudgeOptions } from '../relations/judge.ts';
import type { Facts } from '../tables/facts.ts';
import { type Area, refKey } from '../workbook/address.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { splitAccepted } from './accepted.ts';
import { type AccountsReview, tallyOf } from './check-accounts.ts';
import type { Finding, Slip, Suspect } from './finding.ts';
import { hintsOf } from '../formulas/hints.ts';
import { sheetFormulas } from '../formulas/sheet-formulas.ts';
import { formulaFindings } from './formula-findings.ts';
import { messageOf } from './explain-ordinary.ts';
import { plainNumbers } from './ordinary-numbers.ts';
import { ordinaryFigures, type OrdinaryFigures } from './ordinary-figures.ts';
import { type Holding, holdsAsStored, relationOf } from './ordinary-relations.ts';

/** A sheet that no statement knows, with what was seen in it. Relations that hold to the last digit are counted, not listed. */
export interface OrdinaryReview extends AccountsReview {
  readonly sheet: string;
  readonly area: Area;
  readonly title: string;
  /** As the sheet names it; empty where it names none. */
  readonly unit: string;
}

const SLIPS: Readonly<Record<DiscoveredSlip, Slip | null>> = {
  sign: 'sign',
  'power-of-ten': 'power-of-ten',
  unit: 'unit',
  'digits-swapped': 'digits-swapped',
  'digit-wrong': 'digit-wrong',
  'missing-row': 'missing-row',
  other: null,
};

/** A sheet that has been looked at, with what a comparison with others needs. */
export interface CheckedSheet {
  /** Undefined when nothing in the sheet is computed, adds up, divides or grows: then it is text, or a list. */
  readonly review: OrdinaryReview | undefined;
  readonly figures: OrdinaryFigures;
  readonly discovery: Discovery;
}

export function checkOrdinary(sheet: Sheet, workbook: Pick<Workbook, 'date1904'>, facts: Facts, options: JudgeOptions): CheckedSheet {
  const figures = ordinaryFigures(sheet, workbook);
  const formulas = sheetFormulas(sheet);
  const { discovery, survey, faults: suspected } = inspectTable(figures.table, { hints: hintsOf(formulas), mark: figures.mark });
  const { holding } = survey;
  const judgements: Judgement[] = [];
  const unequal: Judgement[] = [];
  const numbers = plainNumbers(discovery.numbers);
  let { exact } = survey;
  for (const found of survey.listed) {
    // Exact decimals for each would take most of the time.
    if (numbers.holds(found)) {
      exact += 1;
      continue;
    }
    const relation = relationOf(found, holding, figures);
    if (relation === undefined) continue;
    const judgement = judge(relation, options);
    if (judgement.verdict !== 'broken') judgements.push(judgement);
    else if (mustHoldExactly(judgement, options) && !holdsAsStored(found, figures)) unequal.push(judgement);
  }
  const faults = suspected.flatMap((fault) => faultFinding(fault, holding, figures, options) ?? []);
  // What a formula says is closer to the cause than what the figures say.
  const findings = withoutRepeats([
    ...formulaFindings(sheet, figures.exactAt, options, formulas),
    ...faults,
    ...unequal.map((judgement) => findingOf(judgement, statedSuspect(judgement))),
  ]);
  if (exact === 0 && judgements.length === 0 && findings.length === 0 && formulas.all.length === 0)
    return { review: undefined, figures, discovery };
  const broken = findings.flatMap((finding) => finding.judgements);
  const { open, accepted } = splitAccepted(findings, { facts, year: undefined });
  const all = [...judgements, ...broken];
  const tally = tallyOf(all);
  const review: OrdinaryReview = {
    sheet: sheet.name,
    area: { top: 0, left: 0, bottom: Math.max(0, sheet.grid.length - 1), right: Math.max(0, sheet.columnCount - 1) },
    title: figures.title,
    unit: figures.unit?.name ?? '',
    judgements: all,
    findings: open,
    accepted,
    tally: { ...tally, total: tally.total + exact, exact: tally.exact + exact },
  };
  return { review, figures, discovery };
}

/** What discovery lets pass by its own tolerance is called broken only where nothing may be rounded: amounts to the 分, or on request. */
function mustHoldExactly({ relation: { stated } }: Judgement, { rounding }: JudgeOptions): boolean {
  return rounding === 'exact' || (stated.unit.kind === 'money' && stated.quantum.isZero());
}

/** Undefined when rounding explains it, or when the evaluator cannot say: no alarm without arithmetic. */
function faultFinding(fault: Fault, holding: Holding, figures: OrdinaryFigures, options: JudgeOptions): Finding | undefined {
  const relation = fault.relation === undefined ? undefined : relationOf(fault.relation, holding, figures);
  if (relation === undefined) return undefined;
  // A name alone does not speak against the formula that its author wrote; whether that one stops short is asked of formulas.
  if (relation.stated.formula !== undefined && isOnlyNamed(fault, holding)) return undefined;
  const judgement = judge(relation, options);
  if (judgement.verdict !== 'broken') return undefined;
  // A nought on the screen may hide some cents, of which nobody sees how many.
  if (fault.relation !== undefined && options.rounding !== 'exact' && holdsAsStored(fault.relation, figures)) return undefined;
  const place = figures.figureAt(fault.cell);
  const culprit = [relation.stated, ...figuresOf(relation.expected)].find(({ ref }) => refKey(ref) === refKey(place.ref)) ?? place;
  const slip = fault.slip === undefined ? null : SLIPS[fault.slip];
  return findingOf(judgement, { figure: culprit, repair: repairOf(fault, culprit, judgement), slip });
}

function isOnlyNamed({ relation }: Fault, holding: Holding): boolean {
  return relation !== undefined && (holding.get(relation.formula) ?? 0) === 0 && relation.witnesses.every((witness) => witness === 'label');
}

function repairOf({ repair }: Fault, culprit: Suspect['figure'], judgement: Judgement): Decimal | null {
  if (repair === undefined) return refKey(culprit.ref) === refKey(judgement.relation.stated.ref) ? statedSuspect(judgement).repair : null;
  return asPrinted(new Decimal(repair.toPrecision(15)).times(culprit.unit.scale), culprit);
}

function statedSuspect({ relation: { stated }, expected }: Judgement): Suspect {
  return { figure: stated, repair: expected === undefined ? null : asPrinted(expected, stated), slip: null };
}

/** A finding about one cell. */
export function findingOf(judgement: Judgement, suspect: Suspect): Finding {
  const { relation } = judgement;
  const { figure } = suspect;
  return {
    id: `${relation.check}|${figure.table}|${figure.rowKey}|${figure.columnKey}`,
    check: relation.check,
    severity: relation.severity,
    verdict: 'broken',
    cell: figure.ref,
    judgement,
    judgements: [judgement],
    observation: undefined,
    suspects: [suspect],
    dependants: refKey(figure.ref) === refKey(relation.stated.ref) ? [] : [relation.stated.ref],
    message: messageOf(judgement, suspect),
  };
}

/** One cell, one finding: the first says most. A cell that depends on an earlier finding is no news either. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ cell, judgement, dependants }) => {
    if (seen.has(refKey(cell))) return false;
    const stated = judgement === undefined ? [] : [judgement.relation.stated.ref];
    for (const ref of [cell, ...stated, ...dependants]) seen.add(refKey(ref));
    return true;
  });
}

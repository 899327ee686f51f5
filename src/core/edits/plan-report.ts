/** The sheet 勾稽检查: how many relations hold, then what does not (where, the arithmetic, the likely culprit and its repair), rounding differences, and what was not judged. */
import type { Figure } from '../expressions/figure.ts';
import { printValue, writeOut } from '../expressions/write-out.ts';
import type { AcceptedFinding } from '../findings/accepted.ts';
import type { AccountsReview } from '../findings/check-accounts.ts';
import type { Finding } from '../findings/finding.ts';
import { whoActs } from '../findings/who-acts.ts';
import type { Locale } from '../locale.ts';
import type { Check } from '../relations/check.ts';
import { asPrinted, type Judgement } from '../relations/judge.ts';
import { cellAddress, type CellRef } from '../workbook/address.ts';
import type { WriteSheet } from './edit.ts';
import { fill, REPORT, SEVERITIES, SLIPS } from './report-words.ts';
import type { CellStyle, ContentCell } from './sheet-content.ts';
import { rowHeight } from './text-lines.ts';

const WIDTHS = [8, 30, 60, 34, 60, 30, 16, 14, 40];
const MOST_DEPENDANTS = 8;
const ORDER = ['error', 'warning', 'info'];

type Row = readonly ContentCell[];
type CheckTitle = Pick<Check, 'id' | 'title'> & Partial<Pick<Check, 'rules'>>;

/** `checks` give the titles of observations, which state no relation. */
export function planReport(results: readonly AccountsReview[], locale: Locale = 'zh-CN', checks: readonly CheckTitle[] = []): WriteSheet {
  const findings = results.flatMap((result) => result.findings);
  const judgements = results.flatMap((result) => result.judgements);
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const rounding = judgements.filter(({ verdict }) => verdict === 'within-rounding');
  const unjudged = judgements.filter(({ verdict }) => verdict === 'not-judged');
  const rows: Row[] = [
    [{ value: REPORT.title[locale], style: 'title' }],
    [{ value: fill(REPORT.tally[locale], tally(results)), style: 'text' }],
    [{ value: REPORT.guide[locale], style: 'text' }],
    ...block(
      REPORT.findings[locale],
      REPORT.findingColumns.map((name) => name[locale]),
      sorted.map((finding) => findingRow(finding, locale, checks)),
    ),
    ...(findings.length === 0 ? [[{ value: REPORT.noFindings[locale], style: 'text' } as const]] : []),
    ...block(
      REPORT.accepted[locale],
      REPORT.acceptedColumns.map((name) => name[locale]),
      results.flatMap((result) => result.accepted).map((accepted) => acceptedRow(accepted, locale, checks)),
    ),
    ...block(
      REPORT.rounding[locale],
      REPORT.roundingColumns.map((name) => name[locale]),
      rounding.map((judgement) => roundingRow(judgement, locale)),
    ),
    ...block(
      REPORT.notJudged[locale],
      REPORT.notJudgedColumns.map((name) => name[locale]),
      unjudged.map((judgement) => notJudgedRow(judgement, locale)),
    ),
  ];
  const heights = new Map<number, number>();
  rows.forEach((row, index) => {
    if (row.length > 1)
      heights.set(index, Math.max(...row.map((cell, column) => rowHeight(String(cell.value ?? ''), WIDTHS[column] ?? 10))));
  });
  return {
    kind: 'write-sheet',
    content: { tag: 'report', name: REPORT.sheet[locale], rows, widths: WIDTHS, heights, orientation: 'landscape' },
  };
}

function tally(results: readonly AccountsReview[]): Readonly<Record<string, number>> {
  const count = (read: (tally: AccountsReview['tally']) => number): number =>
    results.reduce((total, result) => total + read(result.tally), 0);
  return {
    total: count((of) => of.total),
    exact: count((of) => of.exact),
    withinRounding: count((of) => of.withinRounding),
    broken: count((of) => of.broken),
    notJudged: count((of) => of.notJudged),
  };
}

/** A heading, the names of the columns and the lines; nothing at all when there are no lines. */
function block(heading: string, columns: readonly string[], lines: readonly Row[]): readonly Row[] {
  if (lines.length === 0) return [];
  return [[], [{ value: heading, style: 'heading' }], columns.map((value): ContentCell => ({ value, style: 'table-head' })), ...lines];
}

function findingRow(finding: Finding, locale: Locale, checks: readonly CheckTitle[]): Row {
  const [culprit] = finding.suspects;
  const { judgement, severity } = finding;
  const style: CellStyle = severity === 'info' ? 'rounding' : severity;
  return [
    { value: SEVERITIES[severity][locale], style },
    place(finding.cell),
    wrapped(finding.message[locale]),
    wrapped(ruleOf(finding, locale, checks)),
    wrapped(judgement === undefined ? '' : arithmetic(judgement)),
    culprit === undefined ? wrapped('') : place(culprit.figure.ref),
    culprit === undefined || culprit.repair === null
      ? wrapped('')
      : { value: printAs(culprit.figure, culprit.repair), style: 'bordered-text' },
    wrapped(culprit?.slip === null || culprit === undefined ? '' : SLIPS[culprit.slip][locale]),
    wrapped(dependants(finding.dependants, locale)),
  ];
}

function acceptedRow({ finding, reason }: AcceptedFinding, locale: Locale, checks: readonly CheckTitle[]): Row {
  const { severity, cell, message } = finding;
  return [
    { value: SEVERITIES[severity][locale], style: 'bordered-text' },
    place(cell),
    wrapped(message[locale]),
    wrapped(ruleOf(finding, locale, checks)),
    wrapped(reason.text),
    wrapped(whoActs(checks.find(({ id }) => id === finding.check)?.rules)[locale]),
    place(reason.ref),
  ];
}

function ruleOf({ judgement, check }: Finding, locale: Locale, checks: readonly CheckTitle[]): string {
  return judgement?.relation.why[locale] ?? checks.find(({ id }) => id === check)?.title[locale] ?? '';
}

function roundingRow(judgement: Judgement, locale: Locale): Row {
  const { stated, why } = judgement.relation;
  return [
    { value: REPORT.withinRounding[locale], style: 'rounding' },
    place(stated.ref),
    wrapped(nameOf(stated)),
    wrapped(why[locale]),
    wrapped(arithmetic(judgement)),
    wrapped(judgement.difference === undefined ? '' : printAs(stated, judgement.difference)),
    wrapped(`±${judgement.tolerance.div(stated.unit.scale).toString()}${stated.unit.name}`),
  ];
}

function notJudgedRow(judgement: Judgement, locale: Locale): Row {
  const { stated, why } = judgement.relation;
  const { reason } = judgement;
  const words =
    reason?.kind === 'unreadable'
      ? fill(REPORT.unread[locale], {
          cell: addressOf(reason.figure.ref),
          text: reason.figure.reading.kind === 'unreadable' ? reason.figure.reading.text : '',
        })
      : REPORT.zeroBase[locale];
  return [
    { value: REPORT.notJudged[locale], style: 'warning' },
    place(stated.ref),
    wrapped(nameOf(stated)),
    wrapped(why[locale]),
    wrapped(words),
  ];
}

/** «1,450.82 ≠ 885.19 + 106.47 + 457.91 + 1.26 = 1,450.83» */
function arithmetic({ relation, verdict, stated, expected }: Judgement): string {
  const figure = relation.stated;
  if (stated === undefined || expected === undefined) return '';
  const result = asPrinted(expected, figure);
  const sign =
    verdict === 'broken'
      ? { equal: '≠', 'at-most': '>', 'at-least': '<' }[relation.must]
      : { equal: '≈', 'at-most': '≤', 'at-least': '≥' }[relation.must];
  const written = writeOut(relation.expected, figure.unit, figure.decimals);
  const value = printAs(figure, result);
  return `${printAs(figure, stated)} ${sign} ${written}${written === value ? '' : ` = ${value}`}`;
}

function printAs(figure: Figure, value: Parameters<typeof printValue>[0]): string {
  return printValue(value, figure.unit, figure.decimals);
}

function nameOf(figure: Figure): string {
  return `${figure.row} ${figure.column}`.trim();
}

function dependants(refs: readonly CellRef[], locale: Locale): string {
  const shown = refs.slice(0, MOST_DEPENDANTS).map(addressOf).join('，');
  return refs.length > MOST_DEPENDANTS ? `${shown} ${fill(REPORT.andMore[locale], { count: refs.length })}` : shown;
}

function place(ref: CellRef): ContentCell {
  const value = addressOf(ref);
  if (ref.book === 'prior') return wrapped(value);
  return { value, style: 'link', link: { sheet: ref.sheet, row: ref.row, column: ref.column } };
}

function addressOf(ref: CellRef): string {
  return `${ref.book === 'prior' ? '上年 ' : ''}${ref.sheet}!${cellAddress(ref)}`;
}

function wrapped(value: string): ContentCell {
  return { value: value === '' ? null : value, style: 'bordered-text' };
}

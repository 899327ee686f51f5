/** The check's result for people (核对结果): what does not hold first, then rounding differences, what was not judged, and what took no part. */
import type { AccountsReview } from '../core/findings/check-accounts.ts';
import { explainJudgement } from '../core/findings/explain-judgement.ts';
import type { Finding } from '../core/findings/finding.ts';
import { printValue } from '../core/expressions/write-out.ts';
import { qualifiedAddress } from '../core/workbook/address.ts';
import type { WorkbookReview } from '../engine.ts';
import type { Arguments } from './arguments.ts';
import { noticeLines } from './notices.ts';
import type { Opened } from './select-accounts.ts';

const MOST_DEPENDANTS = 8;

export function checkText(opened: Opened, review: WorkbookReview, options: Arguments): string {
  const { messages } = options;
  const lines: string[] = [];
  opened.sets.forEach((set, index) => {
    const result = review.accounts[index];
    if (result === undefined) return;
    const name = set.department === '' ? messages.unnamedDepartment : set.department;
    lines.push(...reviewLines(messages.accountsHead(name, set.year, set.tables.length), result, options));
    const notices = set.tables.flatMap((table) => table.notices.map((notice) => `  ${table.sheet}：${notice.message[options.locale]}`));
    if (notices.length > 0) lines.push('', messages.notices, ...notices);
    lines.push('');
  });
  for (const result of review.ordinary) lines.push(...reviewLines(messages.ordinaryHead(result.sheet, result.title), result, options), '');
  const checked = new Set(review.ordinary.map(({ sheet }) => sheet));
  for (const { sheet, reason } of opened.loaded.recognised.unrecognised) {
    if (reason !== 'own-sheet' && reason !== 'empty' && !checked.has(sheet))
      lines.push(messages.skippedSheet(sheet, messages.skipReasons[reason]));
  }
  lines.push(...noticeLines(opened, options));
  return `${lines.join('\n').trimEnd()}\n`;
}

function reviewLines(head: string, result: AccountsReview, options: Arguments): readonly string[] {
  const { messages, locale } = options;
  const lines = [head, messages.tally(result.tally), ''];
  if (result.findings.length === 0) lines.push(messages.allHold);
  for (const finding of result.findings) lines.push(...findingLines(finding, options));
  const rounding = result.judgements.filter((judgement) => judgement.verdict === 'within-rounding');
  if (rounding.length > 0)
    lines.push('', messages.roundingHead(rounding.length), ...rounding.map((judgement) => `  ${explainJudgement(judgement)[locale]}`));
  const unjudged = result.judgements.filter((judgement) => judgement.verdict === 'not-judged');
  if (unjudged.length > 0)
    lines.push('', messages.notJudgedHead(unjudged.length), ...unjudged.map((judgement) => `  ${explainJudgement(judgement)[locale]}`));
  return lines;
}

function findingLines(finding: Finding, options: Arguments): readonly string[] {
  const { messages, locale } = options;
  const lines = [`[${messages.severity[finding.severity]}] ${finding.message[locale]}`];
  const [first] = finding.suspects;
  if (first !== undefined) {
    const { figure, repair, slip } = first;
    const value = repair === null ? '' : ` ${messages.repairTo(printValue(repair, figure.unit, figure.decimals))}`;
    const name = slip === null ? '' : `（${messages.slips[slip] ?? slip}）`;
    lines.push(`    → ${messages.suspects} ${qualifiedAddress(figure.ref)}${value}${name}`);
  }
  if (finding.dependants.length > 0) {
    const shown = finding.dependants.slice(0, MOST_DEPENDANTS).map(qualifiedAddress).join(', ');
    lines.push(
      `    ${messages.dependants(finding.dependants.length > MOST_DEPENDANTS ? `${shown} …(${finding.dependants.length})` : shown)}`,
    );
  }
  return lines;
}

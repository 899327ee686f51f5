/** Findings that somebody has explained (出错说明): kept in 补充资料 with the reason, shown apart, and back as soon as the figures change. */
import { checksum } from '../tables/checksum.ts';
import { type Fact, findFact } from '../tables/facts.ts';
import type { TableSet } from '../tables/table-set.ts';
import type { Finding } from './finding.ts';

/** Heads the lines of 补充资料 that accept a finding. */
export const ACCEPTED_SECTION = '已核实的问题';
const PREFIX = '已核实/';

export interface AcceptedFinding {
  readonly finding: Finding;
  /** What was typed, and where it stands. */
  readonly reason: Fact;
}

/** The 标识 under which a reason is kept: what is wrong by its meaning, and a check sum of the figures that were accepted. */
export function acceptanceKey(finding: Finding): string {
  return `${PREFIX}${finding.id}/${figuresOf(finding)}`.replace(/\s/g, '');
}

export function isAcceptance(key: string): boolean {
  return key.replace(/^\d{4}\//, '').startsWith(PREFIX);
}

/** A typed line with nothing but a space or a dash is no reason. */
export function splitAccepted(
  findings: readonly Finding[],
  { facts, year }: Pick<TableSet, 'facts' | 'year'>,
): { readonly open: readonly Finding[]; readonly accepted: readonly AcceptedFinding[] } {
  const accepted = findings.flatMap((finding): AcceptedFinding[] => {
    const reason = findFact(facts, acceptanceKey(finding), year);
    return reason === undefined || reason.disagreeing !== undefined || /^[\s\-—]*$/.test(reason.text) ? [] : [{ finding, reason }];
  });
  const settled = new Set(accepted.map(({ finding }) => finding));
  return { open: findings.filter((finding) => !settled.has(finding)), accepted };
}

function figuresOf({ judgements, message }: Finding): string {
  const figures = judgements.map(({ stated, expected }) => `${stated?.toString() ?? ''}≠${expected?.toString() ?? ''}`);
  return checksum(figures.length === 0 ? message['zh-CN'] : figures.join(';'));
}

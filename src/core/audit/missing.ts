/** What the tables require a text to say and it does not (漏写的句子): clauses of the wording that the text follows, and of 五（三） every item with money. */
import type { AuditFinding, Claim } from './claim.ts';
import { say, findingOf } from './fault.ts';
import type { Block } from './flow.ts';
import { groupBy, isOneNumber, keyOf, type Matches, matchOne } from './match.ts';
import type { Expected, Reference } from './reference.ts';

/** A text follows a wording when so many of what it states is there; below that nothing can be said to be missing. */
const FOLLOWED = 0.9;
/** Lists whose lines are fixed by the tables; elsewhere a sentence may have been left out on purpose. */
const REQUIRED: ReadonlySet<string> = new Set(['structure', 'items', 'government-fund', 'state-capital']);
const LONGEST_QUOTE = 60;

interface Clause {
  readonly section: string;
  readonly block: number;
  readonly text: string;
  readonly expected: readonly Expected[];
}

export interface AuditedText {
  /** The original. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Of each block. */
  readonly sections: readonly string[];
  readonly claims: readonly Claim[];
}

export function judgeMissing(audited: AuditedText, matches: Matches, references: readonly Reference[]): readonly AuditFinding[] {
  const { text, blocks, sections, claims } = audited;
  const stated = new Set(claims.map(keyOf));
  const present = new Set(sections.filter((section) => section !== ''));
  const isStated = ({ claim }: Expected): boolean => stated.has(keyOf(claim));
  const followed = references
    .map((reference) => {
      const own = reference.expected.filter(({ claim }) => present.has(claim.section));
      return { reference, share: own.length === 0 ? 0 : own.filter(isStated).length / own.length };
    })
    .sort((a, b) => b.share - a.share)[0];
  if (followed === undefined || followed.share < FOLLOWED) return [];
  const strangers = claims.filter((claim) => !claim.free && !matches.has(claim));
  const findings: AuditFinding[] = [];
  const clauses = clausesOf(followed.reference);
  const isMissing = missingIn(clauses, claims, followed.reference);
  clauses.forEach((clause, index) => {
    if (!present.has(clause.section) || !saysMoney(clause) || !isMissing(clause)) return;
    const own = followed.reference.expected.filter(({ claim }) => claim.section === clause.section);
    if (strangers.some((stranger) => stranger.section === clause.section && mayBe(stranger, clause, own))) return;
    const before = clauses
      .slice(0, index)
      .reverse()
      .find(({ section, expected }) => section === clause.section && expected.some(isStated));
    const at = blockOf(audited, clause.section, before);
    const block = blocks[at];
    if (block === undefined) return;
    const quote = clause.text.length > LONGEST_QUOTE ? `${clause.text.slice(0, LONGEST_QUOTE)}…` : clause.text;
    findings.push(
      findingOf(text, {
        block,
        from: Math.max(0, block.text.length - 1),
        to: block.text.length,
        verdict: REQUIRED.has(clause.section) ? 'broken' : 'hint',
        expected: quote,
        sources: clause.expected.flatMap(({ sources }) => sources),
        message: say(`此处之后缺少报表要求说明的内容：“${quote}”`, `After this the text lacks what the tables require: “${quote}”`),
      }),
    );
  });
  return findings;
}

/**
 * Nothing of a missing clause is in the text. A number that the wording prints several times and the text fewer times could be anywhere:
 * it counts as missing where no more clauses say nothing else than the text lacks.
 */
function missingIn(clauses: readonly Clause[], claims: readonly Claim[], { expected }: Reference): (clause: Clause) => boolean {
  const found = new Set(matchOne(claims, expected).values());
  const stated = groupBy(claims, keyOf);
  const lacking = new Map<Expected, number>();
  for (const [key, group] of groupBy(expected, ({ claim }) => keyOf(claim))) {
    const count = stated.get(key)?.length ?? 0;
    if (count > 0 && count < group.length && isOneNumber(group)) for (const item of group) lacking.set(item, group.length - count);
  }
  const isGone = (item: Expected): boolean => !found.has(item) && !lacking.has(item);
  const onlyLacking = (clause: Clause): boolean => clause.expected.every((item) => lacking.has(item));
  return (clause) => {
    if (clause.expected.some((item) => !isGone(item) && !lacking.has(item))) return false;
    if (clause.expected.some(isGone)) return true;
    const alike = clauses.filter((other) => onlyLacking(other) && other.expected.some(({ claim }) => keys(clause).has(keyOf(claim))));
    return alike.length <= Math.max(...clause.expected.map((item) => lacking.get(item) ?? 0));
  };
}

function keys({ expected }: Clause): ReadonlySet<string> {
  return new Set(expected.map(({ claim }) => keyOf(claim)));
}

/** The parts between full stops and semicolons that state something. */
function clausesOf({ blocks, expected }: Reference): readonly Clause[] {
  const clauses = new Map<string, Expected[]>();
  const texts = new Map<string, string>();
  for (const item of expected) {
    const { block: index, start } = item.claim;
    const block = blocks[index];
    if (block === undefined) continue;
    const at = block.at.indexOf(start);
    const from = Math.max(block.text.lastIndexOf('。', at), block.text.lastIndexOf('；', at)) + 1;
    const key = `${index}|${from}`;
    const end = /[。；]/.exec(block.text.slice(at));
    texts.set(key, block.text.slice(from, end === null ? undefined : at + end.index + 1));
    clauses.set(key, [...(clauses.get(key) ?? []), item]);
  }
  return [...clauses].map(([key, items]) => ({
    section: items[0]?.claim.section ?? '',
    block: items[0]?.claim.block ?? 0,
    text: texts.get(key) ?? '',
    expected: items,
  }));
}

/** A number that could not be placed may be the missing one, said in other words, unless it is plainly another of its section. */
function mayBe(stranger: Claim, clause: Clause, section: readonly Expected[]): boolean {
  const isSame = ({ claim }: Expected): boolean => claim.role === stranger.role && claim.value.eq(stranger.value);
  return clause.expected.some(isSame) || !section.some(isSame);
}

// «经营收入0.00万元，占0.00%» is often left out, and rightly.
function saysMoney({ expected }: Clause): boolean {
  return expected.some(({ claim }) => !claim.value.isZero());
}

/** Behind the block that says what comes before, or behind the heading. */
function blockOf({ blocks, sections, claims }: AuditedText, section: string, before: Clause | undefined): number {
  const own = before === undefined ? new Set<string>() : keys(before);
  const claim = claims.find((candidate) => own.has(keyOf(candidate)));
  return claim?.block ?? blocks.findIndex((block, index) => sections[index] === section && block.kind === 'heading');
}

/** The 经费 items named in 六 (经费科目列举): exactly those with money in 公开06, neither more nor fewer. */
import type { AuditFinding } from './claim.ts';
import { findingOf, say } from './fault.ts';
import type { AuditedText } from './missing.ts';
import type { Reference } from './reference.ts';

interface NameList {
  readonly block: number;
  readonly names: readonly { readonly name: string; readonly from: number }[];
  /** Ends with 等: not all are named. */
  readonly isOpen: boolean;
}

const KINDS = ['人员经费', '公用经费'] as const;

export function judgeItemNames(audited: AuditedText, references: readonly Reference[]): readonly AuditFinding[] {
  return KINDS.flatMap((kind) => {
    const listed = listOf(audited, kind);
    const due = references.map((reference) => listOf(reference, kind)).find((list) => list !== undefined);
    const block = audited.blocks[listed?.block ?? -1];
    if (listed === undefined || due === undefined || block === undefined) return [];
    const missing = due.names.filter(({ name }) => !listed.names.some((other) => isSame(name, other.name)));
    const extra = listed.names.filter(({ name }) => !due.names.some((other) => isSame(name, other.name)));
    const findings = extra.map(({ name, from }) =>
      findingOf(audited.text, {
        block,
        from,
        to: from + name.length,
        // As many missing as too many: perhaps the same items under other names.
        verdict: extra.length === missing.length ? 'hint' : 'broken',
        message: say(`公开06表中“${name}”没有金额，不应列入${kind}`, `“${name}” has no amount in table 06 and does not belong in the list`),
      }),
    );
    const last = listed.names.at(-1);
    if (listed.isOpen || missing.length === 0 || last === undefined) return findings;
    const names = missing.map(({ name }) => name).join('、');
    const message = say(`${kind}漏列公开06表中有金额的科目：${names}`, `The list leaves out items that have amounts in table 06: ${names}`);
    const verdict = extra.length === missing.length ? 'hint' : 'broken';
    return [
      ...findings,
      findingOf(audited.text, { block, from: last.from, to: last.from + last.name.length, verdict, expected: names, message }),
    ];
  });
}

function listOf({ blocks, sections }: Pick<AuditedText, 'blocks' | 'sections'>, kind: string): NameList | undefined {
  for (const [index, { text }] of blocks.entries()) {
    if (sections[index] !== 'basic') continue;
    const match = new RegExp(`${kind}[\\d,.]+万?元[，,]?(?:主要)?(?:用于|包括)[：:]?([^。；;]+)`).exec(text);
    const list = match?.[1];
    if (match === null || list === undefined) continue;
    let from = match.index + match[0].length - list.length;
    const names = list.split(/[、，,]/).map((name) => {
      const place = { name: name.replace(/等$/, ''), from };
      from += name.length + 1;
      return place;
    });
    return { block: index, names: names.filter(({ name }) => name !== ''), isOpen: /等(?:支出|费用)?$/.test(list) };
  }
  return undefined;
}

/** 津贴补贴 and 津补贴, 因公出国（境）费 and …费用: one is the other with letters left out. */
function isSame(a: string, b: string): boolean {
  const [short = '', long = ''] = [plain(a), plain(b)].sort((one, other) => one.length - other.length);
  return short === long || (short.length >= 2 && short.length * 2 >= long.length && isWithin(short, long));
}

function plain(name: string): string {
  return name.replace(/[^\p{Script=Han}]/gu, '').replace(/(?:费用|支出|费)$/, '');
}

/** Whether all letters of `short` stand in `long`, in this order. */
export function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

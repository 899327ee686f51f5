/** What was left in from a template (文字检查): both options, placeholders, doubled punctuation, changes without a reason. */
import type { LocalText } from '../locale.ts';
import type { AuditFinding, Claim } from './claim.ts';
import { findingOf, say } from './fault.ts';
import type { Block } from './flow.ts';
import type { Matches } from './match.ts';
import type { AuditedText } from './missing.ts';

interface Rule {
  readonly pattern: RegExp;
  readonly message: (found: string) => LocalText;
  /** The certain wording, where there is one. */
  readonly instead: (found: string, next: () => Claim | undefined) => string | undefined;
}

const RULES: readonly Rule[] = [
  {
    pattern:
      /减增加|增减少|增加减少|减少增加|增加[/／]减少|减少[/／]增加|增长[/／]下降|下降[/／]增长|增长下降|下降增长|大小于|大于[/／]小于|高低于|高于[/／]低于/g,
    message: (found) => say(`模板选项未删净：“${found}”`, `Both options of a template were left in: “${found}”`),
    instead: (found, next) => optionFor(found, next()),
  },
  {
    pattern: /【[^】]*】|[×X]{2,}|_{2,}|＿{2,}/g,
    message: (found) => say(`占位未填写：“${found}”`, `A placeholder was left in: “${found}”`),
    instead: () => undefined,
  },
  {
    pattern: /[，,、；;：:]{2,}|。{2}(?!。)|[，；：、]。|。[，；、]|%{2,}/g,
    message: (found) => say(`标点重复：“${found}”`, `Doubled punctuation: “${found}”`),
    instead: (found) => (new Set(found).size === 1 ? found.charAt(0) : undefined),
  },
];
const REASON = /(增加|减少)(?:了)?([\d,.]+)(?:万元|元)[^。；]*?(?:主要)?原因是?[：:]?(?:无)?(?=[。；;]|$)/g;

export function judgeWording({ text, blocks, sections, claims }: AuditedText, matches: Matches): readonly AuditFinding[] {
  const dueAt = (block: Block, index: number): Claim | undefined => {
    const claim = claims.find(({ start }) => start === block.at[index]);
    return claim === undefined ? undefined : matches.get(claim)?.claim;
  };
  return blocks.flatMap((block, index) => {
    if (sections[index] === 'forms' || block.kind === 'row') return [];
    const found = RULES.flatMap(({ pattern, message, instead }) =>
      [...block.text.matchAll(pattern)].map((match) => {
        const [words] = match;
        const to = match.index + words.length;
        const replacement = instead(words, () => dueAt(block, to));
        return findingOf(text, { block, from: match.index, to, verdict: 'broken', instead: replacement, message: message(words) });
      }),
    );
    const unexplained = [...block.text.matchAll(REASON)].flatMap((match) => {
      const [words, , digits = ''] = match;
      if (!/[1-9]/.test(digits)) return [];
      const message = say(`有增减而未写原因：“${words}”`, `A change without a reason: “${words}”`);
      return [findingOf(text, { block, from: match.index, to: match.index + words.length, verdict: 'broken', message })];
    });
    return [...found, ...unexplained];
  });
}

/** Both options stand before a number that the tables know: its own direction is the one to keep. */
function optionFor(found: string, due: Claim | undefined): string | undefined {
  if (due === undefined || due.direction === 0) return undefined;
  if (/[增减]/.test(found)) return due.role === 'change' ? (due.direction === 1 ? '增加' : '减少') : undefined;
  return /增长|下降/.test(found) && due.role === 'growth' ? (due.direction === 1 ? '增长' : '下降') : undefined;
}

/** Whether both options of a template stand directly before a place: then no direction has been stated yet. */
export function isUndecided(block: Block, index: number): boolean {
  return /(?:减增加|增减少|增加减少|减少增加|[增减][加少][/／][增减][加少]|增长[/／]?下降|下降[/／]?增长)$/.test(
    block.text.slice(Math.max(0, index - 6), index),
  );
}

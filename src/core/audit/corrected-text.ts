/** The text with the right figures in place (改正稿): clean, or with every change marked and listed so that a person can follow it. */
import type { Locale } from '../locale.ts';
import type { AuditFinding, Correction } from './claim.ts';

const WORDS = {
  'zh-CN': {
    was: (old: string) => `〔原：${old}〕`,
    changed: (count: number) => `—— 核对改正 ${count} 处 ——`,
    line: (line: number, old: string, text: string) => `第 ${line} 行：“${old}”改为“${text}”`,
    open: (count: number) => `—— 另有 ${count} 处请人工处理 ——`,
    finding: (line: number, message: string) => `第 ${line} 行：${message}`,
  },
  en: {
    was: (old: string) => `[was: ${old}]`,
    changed: (count: number) => `—— ${count} corrected ——`,
    line: (line: number, old: string, text: string) => `line ${line}: “${old}” is now “${text}”`,
    open: (count: number) => `—— ${count} left to a person ——`,
    finding: (line: number, message: string) => `line ${line}: ${message}`,
  },
};

/** Those of the findings with one certain wording, in reading order; of two that overlap only the first. */
export function correctionsIn(findings: readonly AuditFinding[]): readonly Correction[] {
  const corrections: Correction[] = [];
  const all = findings.flatMap(({ correction }) => (correction === undefined ? [] : [correction]));
  for (const correction of [...all].sort((a, b) => a.start - b.start)) {
    if (correction.start >= (corrections.at(-1)?.end ?? 0)) corrections.push(correction);
  }
  return corrections;
}

/** What is left to a person: found, and not among the corrections; a rounding difference is nothing to decide. */
function openIn(findings: readonly AuditFinding[], corrections: readonly Correction[] = correctionsIn(findings)): readonly AuditFinding[] {
  return findings.filter(
    ({ correction, verdict }) => verdict !== 'within-rounding' && (correction === undefined || !corrections.includes(correction)),
  );
}

/** What a document is marked with: the corrections, each with the words for a person where it cannot be made, and comments on all that is left open. */
export function documentMarks(
  findings: readonly AuditFinding[],
  locale: Locale,
): {
  readonly changes: readonly (Correction & { readonly otherwise: string })[];
  readonly comments: readonly Correction[];
} {
  const corrections = correctionsIn(findings);
  const wordsOf = (correction: Correction): string => findings.find((finding) => finding.correction === correction)?.message[locale] ?? '';
  return {
    changes: corrections.map((correction) => ({ ...correction, otherwise: wordsOf(correction) })),
    comments: openIn(findings, corrections).map(({ offset, end, message }) => ({ start: offset, end, text: message[locale] })),
  };
}

export function correctedText(text: string, findings: readonly AuditFinding[]): string {
  return replaced(text, correctionsIn(findings), ({ text: right }) => right);
}

/** Marked behind each change, and listed at the end with what is left to a person. */
export function markedText(text: string, findings: readonly AuditFinding[], locale: Locale): string {
  const words = WORDS[locale];
  const corrections = correctionsIn(findings);
  const old = ({ start, end }: Correction): string => text.slice(start, end).replace(/\s+/g, '');
  const marked = replaced(text, corrections, (correction) => `${correction.text}${words.was(old(correction))}`);
  const done = findings.filter(({ correction }) => correction !== undefined && corrections.includes(correction));
  const open = openIn(findings, corrections);
  const changed = done.flatMap(({ line, correction }) =>
    correction === undefined ? [] : [words.line(line, old(correction), correction.text)],
  );
  const left = open.map(({ line, message }) => words.finding(line, message[locale]));
  return [
    marked.trimEnd(),
    ...(changed.length === 0 ? [] : ['', words.changed(changed.length), ...changed]),
    ...(left.length === 0 ? [] : ['', words.open(left.length), ...left]),
    '',
  ].join('\n');
}

function replaced(text: string, corrections: readonly Correction[], write: (correction: Correction) => string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const correction of corrections) {
    pieces.push(text.slice(at, correction.start), write(correction));
    at = correction.end;
  }
  return [...pieces, text.slice(at)].join('');
}

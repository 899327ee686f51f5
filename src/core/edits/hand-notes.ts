/** What the sheets 决算公开说明 and 变动说明 say about hand edits (手工修改的提示), in the language of the text. */
import type { Locale, LocalText } from '../locale.ts';
import type { MergedRow, NarrativeMerge } from './merge-narrative.ts';

/** Longer texts are cut: the pane shows them whole. */
const LONGEST = 600;

interface HandNotes {
  /** Beside a person's words in a paragraph that is generated no more. */
  readonly left: string;
  readonly kept: (count: number) => string;
  readonly deleted: (count: number) => string;
  readonly isKept: string;
  readonly wouldBe: (text: string) => string;
}

const NOTES: Readonly<Record<Locale, HandNotes>> = {
  'zh-CN': {
    left: '手工修改过的段落，已保留；按现在的表不再有这一段，不需要时请删除本行。',
    kept: (count) => `有 ${count} 段手工修改，已保留（见右侧提示）。`,
    deleted: (count) => `手工删除的 ${count} 段没有再写入，可在窗格的“说明”中恢复。`,
    isKept: '手工修改，已保留。',
    wouldBe: (text) => `按现在的表应为：${text}`,
  },
  en: {
    left: 'Edited by hand, and kept; the tables no longer give this paragraph. Delete the row if it is not needed.',
    kept: (count) => `${count} paragraph(s) edited by hand were kept (see the notes to the right). `,
    deleted: (count) => `${count} paragraph(s) deleted by hand were not written again; they can be restored in the pane. `,
    isKept: 'Edited by hand, and kept. ',
    wouldBe: (text) => `By the tables as they are now: ${text}`,
  },
};

export function leftNote(locale: Locale): string {
  return NOTES[locale].left;
}

/** «有 1 段手工修改，已保留（见右侧提示）。手工删除的 1 段没有再写入。»; empty where people have changed nothing. */
export function handSummary({ rows, deleted }: NarrativeMerge, locale: Locale): string {
  const kept = rows.filter(({ kind }) => kind === 'kept' || kind === 'left').length;
  return `${kept === 0 ? '' : NOTES[locale].kept(kept)}${deleted.length === 0 ? '' : NOTES[locale].deleted(deleted.length)}`;
}

/** Beside a paragraph that keeps a person's words; `wrong` says what in them contradicts the tables. */
export function keptNote({ row, isSettled }: Extract<MergedRow, { kind: 'kept' }>, wrong: readonly LocalText[], locale: Locale): string {
  const notes = NOTES[locale];
  const stops = { 'zh-CN': ['；', '。'], en: ['; ', '. '] } as const;
  const [between, stop] = stops[locale];
  const contradiction = wrong.length === 0 ? '' : `${wrong.map((text) => text[locale]).join(between)}${stop}`;
  if (isSettled) return `${notes.isKept}${contradiction}`.trimEnd();
  const text = row.text.length > LONGEST ? `${row.text.slice(0, LONGEST)}…` : row.text;
  return `${notes.isKept}${contradiction}${notes.wouldBe(text)}`;
}

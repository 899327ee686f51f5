/** What the sheet 决算公开说明 says about hand edits (手工修改的提示). */
import type { LocalText } from '../locale.ts';
import type { MergedRow, NarrativeMerge } from './merge-narrative.ts';

/** Longer texts are cut: the pane shows them whole. */
const LONGEST = 600;

export const HAND_NOTES = {
  left: '手工修改过的段落，已保留；按现在的表不再有这一段，不需要时请删除本行。',
  /** «有 1 段手工修改，已保留（见右侧提示）。已删除的 1 段没有再写入。» */
  summary: ({ rows, deleted }: NarrativeMerge): string => {
    const kept = rows.filter(({ kind }) => kind === 'kept' || kind === 'left').length;
    return [
      kept === 0 ? '' : `有 ${kept} 段手工修改，已保留（见右侧提示）。`,
      deleted.length === 0 ? '' : `手工删除的 ${deleted.length} 段没有再写入，可在窗格的“说明”中恢复。`,
    ].join('');
  },
} as const;

/** Beside a paragraph that keeps a person's words. */
export function keptNote({ row, isSettled }: Extract<MergedRow, { kind: 'kept' }>, wrong: readonly LocalText[]): string {
  const contradiction = wrong.length === 0 ? '' : `${wrong.map((text) => text['zh-CN']).join('；')}。`;
  if (isSettled) return `手工修改，已保留。${contradiction}`;
  const text = row.text.length > LONGEST ? `${row.text.slice(0, LONGEST)}…` : row.text;
  return `手工修改，已保留。${contradiction}按现在的表应为：${text}`;
}

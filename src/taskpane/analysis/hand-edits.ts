/** Hand edits of 决算公开说明 as the pane shows them (手工修改): what a person has put, what would stand there now, and what contradicts the tables. */
import type { StandingNarrative } from '../../core/edits/standing-narrative.ts';
import { wordsOf } from '../../core/edits/merge-narrative.ts';
import type { NarrativeRow } from '../../core/edits/narrative-rows.ts';
import type { Locale } from '../../core/locale.ts';
import type { HandEditView } from './narrative-data.ts';

export function handEditViews({ merge, contradictions }: StandingNarrative, locale: Locale): readonly HandEditView[] {
  const kept = merge.rows.flatMap((merged): readonly HandEditView[] => {
    const text = wordsOf(merged);
    if (merged.kind === 'left') return [{ kind: 'left', key: merged.key, section: '', index: -1, text, generated: '', contradictions: [] }];
    if (merged.kind !== 'kept') return [];
    const { row, isSettled } = merged;
    const wrong = (contradictions.get(row.key) ?? []).map((message) => message[locale]);
    return [{ kind: isSettled ? 'settled' : 'kept', ...placeOf(row), text, generated: row.text, contradictions: wrong }];
  });
  const deleted = merge.deleted.map((row): HandEditView => ({
    kind: 'deleted',
    ...placeOf(row),
    text: '',
    generated: row.text,
    contradictions: [],
  }));
  return [...kept, ...deleted];
}

function placeOf({ key, section, paragraph }: NarrativeRow): Pick<HandEditView, 'key' | 'section' | 'index'> {
  return { key, section: section?.id ?? '', index: paragraph === undefined ? -1 : (section?.paragraphs.indexOf(paragraph) ?? -1) };
}

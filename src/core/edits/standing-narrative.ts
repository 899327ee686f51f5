/** The narrative as it will stand once it is written (成文): what is generated, with people's own words where they have put them, and where those contradict the tables. */
import { audit } from '../audit/audit.ts';
import { auditSubject } from '../audit/subject.ts';
import type { LocalText } from '../locale.ts';
import type { Narrative, Paragraph, Section } from '../narrative/narrative.ts';
import type { TableSet } from '../tables/table-set.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { narrativePlace } from './narrative-place.ts';
import { type MergedRow, mergeNarrative, type MergeOptions, type NarrativeMerge, wordsOf } from './merge-narrative.ts';

export interface StandingNarrative {
  readonly merge: NarrativeMerge;
  /** For whatever else prints it: people's words are words, without sources. */
  readonly narrative: Narrative;
  /** What a hand edit states and the tables say otherwise, by the key of its row. */
  readonly contradictions: ReadonlyMap<string, readonly LocalText[]>;
}

/** `workbook` may hold 决算公开说明 from an earlier run; `accounts` are those the narrative was made of. */
export function standingNarrative(
  narrative: Narrative,
  accounts: TableSet,
  workbook: Workbook,
  options: Omit<MergeOptions, 'about'> = {},
): StandingNarrative {
  const merge = mergeNarrative(narrative, narrativeSheet(narrative, workbook), { ...options, about: accounts.department });
  return { merge, narrative: asMerged(narrative, merge), contradictions: contradictions(narrative, merge, accounts) };
}

/** People copy our sheets, and the copy bears the tag too; the one with our name is the original. */
function narrativeSheet(narrative: Narrative, { sheets }: Workbook): Sheet | undefined {
  const place = narrativePlace(narrative);
  const ours = sheets.filter(({ tag }) => tag === place.tag);
  return ours.find(({ name }) => name === place.name) ?? ours[0];
}

function asMerged(narrative: Narrative, { rows }: NarrativeMerge): Narrative {
  let { title } = narrative;
  const sections: (Omit<Section, 'paragraphs'> & { readonly paragraphs: Paragraph[] })[] = [];
  for (const merged of rows) {
    const text = wordsOf(merged);
    const { section, paragraph } = merged.kind === 'own' || merged.kind === 'left' ? ADDED : merged.row;
    if (paragraph !== undefined || section === ADDED.section) {
      const shown = merged.kind === 'generated' ? paragraph : { spans: [{ kind: 'words', text } as const] };
      if (shown !== undefined && text !== '') sections.at(-1)?.paragraphs.push(shown);
    } else if (section === undefined) title = text;
    else sections.push({ ...section, heading: text, paragraphs: [] });
  }
  return { ...narrative, title, sections };
}

const ADDED = { section: { id: '', depth: 0, heading: '', paragraphs: [] }, paragraph: undefined };

/** The whole text is read, for a number means what its heading and the sentences before it say. */
function contradictions(narrative: Narrative, { rows }: NarrativeMerge, accounts: TableSet): StandingNarrative['contradictions'] {
  const byKey = new Map<string, LocalText[]>();
  if (!rows.some(isHandWritten)) return byKey;
  let text = '';
  const places = rows.map((merged) => {
    const start = text.length;
    text += `${wordsOf(merged)}\n`;
    return { merged, start, end: text.length };
  });
  const { findings } = audit(text, auditSubject(accounts, [narrative]));
  for (const { offset, verdict, message } of findings) {
    const place = places.find(({ start, end }) => offset >= start && offset < end);
    if (verdict !== 'broken' || place === undefined || !isHandWritten(place.merged)) continue;
    byKey.set(place.merged.row.key, [...(byKey.get(place.merged.row.key) ?? []), message]);
  }
  return byKey;
}

function isHandWritten(merged: MergedRow): merged is Extract<MergedRow, { kind: 'kept' }> {
  return merged.kind === 'kept';
}

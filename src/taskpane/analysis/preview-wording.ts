/** How a wording that is still being typed would read (措辞预览), made where the analysis is made. */
import { wordingPieces } from '../../core/narrative/own-wording.ts';
import type { Paragraph } from '../../core/narrative/narrative.ts';
import { words } from '../../core/narrative/spans.ts';
import { sourcesOf } from '../../core/narrative/sources.ts';
import { loadAccounts, narrateBook, narratives } from '../../engine.ts';
import type { AnalysisRequest } from './analysis.ts';
import type { WordingPreview } from './narrative-data.ts';
import { placeOf } from './finding-view.ts';
import { faultView } from './wording-view.ts';

/** The section to which `key` belongs, with `request.wording` tried out; nothing is checked meanwhile. */
export function previewWording({ workbook, prior, settings, locale, wording }: AnalysisRequest, key: string): WordingPreview {
  const { sets } = loadAccounts(workbook, prior);
  const accounts = sets.find(({ department }) => department === settings.department) ?? sets[0];
  if (accounts === undefined) return { paragraphs: [], fault: undefined };
  const chosen = narratives.find(({ id }) => id === settings.wording);
  const { definition, narrative, faults } = narrateBook(accounts, workbook, chosen, wording);
  const tried = wordingPieces(definition).find((piece) => piece.key === key);
  const section = narrative.sections.find((one) => one.id === tried?.section);
  const heading: Paragraph = { spans: [words(section?.heading ?? '')] };
  const paragraphs = (tried?.number === 0 ? [heading] : (section?.paragraphs ?? [])).map(({ spans }) =>
    spans.map((span) => ({ kind: span.kind, text: span.text, sources: sourcesOf(span).map(placeOf), isDoubtful: false })),
  );
  const fault = faults.find((one) => one.key === key);
  return { paragraphs, fault: faultView(fault, locale) };
}

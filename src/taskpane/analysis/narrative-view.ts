/** The narrative as the pane shows it (说明预览): spans with the cells they come from, and what is still to be filled in. */
import { doubtfulCells, isDoubtful } from '../../core/narrative/doubts.ts';
import type { Finding } from '../../core/findings/finding.ts';
import type { Narrative } from '../../core/narrative/narrative.ts';
import { sourcesOf } from '../../core/narrative/sources.ts';
import type { TableSet } from '../../core/tables/table-set.ts';
import type { HandEditView, NarrativeView } from './narrative-data.ts';
import { placeOf } from './finding-view.ts';

export function narrativeView(
  narrative: Narrative,
  accounts: TableSet,
  findings: readonly Finding[],
  handEdits: readonly HandEditView[],
): NarrativeView {
  const doubtful = doubtfulCells(findings);
  const units = new Map(narrative.asks.map(({ key, unit }) => [key, unit]));
  return {
    handEdits,
    title: narrative.title,
    department: accounts.department,
    followsCells: narrative.variance === undefined,
    locale: narrative.variance?.locale ?? 'zh-CN',
    sections: narrative.sections.map(({ id, depth, heading, paragraphs }) => ({
      id,
      depth,
      heading,
      paragraphs: paragraphs.map(({ spans }) =>
        spans.map((span) => ({
          kind: span.kind,
          text: span.text,
          sources: sourcesOf(span).map(placeOf),
          isDoubtful: isDoubtful(span, doubtful),
        })),
      ),
    })),
    gaps: narrative.gaps.map(({ id, label, section, kind, draft }) => ({
      key: id,
      label,
      section,
      kind,
      unit: units.get(id) ?? '',
      year: accounts.year,
      draft,
    })),
  };
}

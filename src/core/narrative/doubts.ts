/** Figures that should not be published yet (存疑数字): those printed from cells of which a check says that something does not hold. */
import type { Finding } from '../findings/finding.ts';
import { ORDINARY_CHECK } from '../findings/ordinary-relations.ts';
import { type CellRef, refKey } from '../workbook/address.ts';
import type { Narrative, Span } from './narrative.ts';
import { sourcesOf } from './sources.ts';

/**
 * Cells that errors point at: where to look, the suspects, and what depends on them. Hints and questions leave a figure publishable; but in an
 * ordinary table every relation that breaks is a question, for nobody declared it.
 */
export function doubtfulCells(findings: readonly Finding[]): ReadonlySet<string> {
  const broken = findings.filter(
    ({ severity, verdict, check }) =>
      verdict === 'broken' && (severity === 'error' || (check === ORDINARY_CHECK && severity === 'warning')),
  );
  const cells = broken.flatMap(({ cell, suspects, dependants }): readonly CellRef[] => [
    cell,
    ...suspects.map(({ figure }) => figure.ref),
    ...dependants,
  ]);
  return new Set(cells.map(refKey));
}

export function isDoubtful(span: Span, cells: ReadonlySet<string>): boolean {
  return span.kind === 'figure' && sourcesOf(span).some((source) => cells.has(refKey(source)));
}

/** In reading order. */
export function doubtfulFigures(narrative: Narrative, findings: readonly Finding[]): readonly Span[] {
  const cells = doubtfulCells(findings);
  return narrative.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ spans }) => spans.filter((span) => isDoubtful(span, cells))));
}

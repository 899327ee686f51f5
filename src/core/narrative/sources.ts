/** Where a span comes from (来源): the cells its expression reads, the cell a person typed in, the titles of the forms that were counted. */
import { figuresOf } from '../expressions/sources.ts';
import type { CellRef } from '../workbook/address.ts';
import type { Span } from './narrative.ts';

export function sourcesOf(span: Span): readonly CellRef[] {
  switch (span.kind) {
    case 'words':
    case 'gap':
      return [];
    case 'fact':
      return [span.source];
    case 'direction':
      return figuresOf(span.expression).map(({ ref }) => ref);
    case 'figure':
      return [...figuresOf(span.expression).map(({ ref }) => ref), ...(span.evidence ?? [])];
  }
}

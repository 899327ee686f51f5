/** What a wording's own templates say for these tables (应有陈述): read by the same grammar, each with the expression behind it. */
import type { Expression } from '../expressions/expression.ts';
import type { Narrative } from '../narrative/narrative.ts';
import { sourcesOf } from '../narrative/sources.ts';
import type { CellRef } from '../workbook/address.ts';
import type { Claim } from './claim.ts';
import { type Block, blocksOf } from './flow.ts';
import { readClaims, sectionsOf } from './read-claims.ts';

export interface Expected {
  readonly claim: Claim;
  /** Undefined for what a person typed into 补充资料. */
  readonly expression: Expression | undefined;
  readonly sources: readonly CellRef[];
}

/** A wording's own text over these tables. */
export interface Reference {
  readonly blocks: readonly Block[];
  /** Of each block. */
  readonly sections: readonly string[];
  /** In reading order. Numbers that a template has in its own words, or that nobody has typed, are not among them. */
  readonly expected: readonly Expected[];
}

export function referenceFrom(narrative: Narrative, department: string): Reference {
  let text = '';
  const places: {
    readonly from: number;
    readonly to: number;
    readonly expression: Expression | undefined;
    readonly sources: readonly CellRef[];
  }[] = [];
  for (const { heading, paragraphs } of narrative.sections) {
    text += `${heading}\n`;
    for (const { spans } of paragraphs) {
      for (const span of spans) {
        const from = text.length;
        text += span.text;
        if (span.kind !== 'figure' && span.kind !== 'fact') continue;
        places.push({ from, to: text.length, expression: span.kind === 'figure' ? span.expression : undefined, sources: sourcesOf(span) });
      }
      text += '\n';
    }
  }
  const blocks = blocksOf(text);
  const expected = readClaims(blocks, department).flatMap((claim) => {
    const place = places.find(({ from, to }) => from <= claim.start && claim.start < to);
    return place === undefined || claim.free ? [] : [{ claim, expression: place.expression, sources: place.sources }];
  });
  return { blocks, sections: sectionsOf(blocks), expected };
}

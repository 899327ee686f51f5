/** Writes the narrative of a set of accounts (生成说明): each section's template over the tables, every figure with its cells, every missing fact as a gap. */
import { TEN_THOUSAND_YUAN } from '../number/unit.ts';
import type { TableSet } from '../tables/table-set.ts';
import { askList } from './asks.ts';
import { spanShelf } from './markers.ts';
import { type Narrative, type Paragraph, type Section, textOf } from './narrative.ts';
import type { Conventions, NarrativeDefinition } from './profile.ts';
import type { Run } from './run.ts';
import { buildScope } from './scope.ts';

export interface NarrateOptions {
  /** Instead of the wording's own. */
  readonly conventions?: Partial<Conventions>;
}

export function narrate(accounts: TableSet, narrative: NarrativeDefinition, options: NarrateOptions = {}): Narrative {
  const conventions = { ...narrative.conventions, ...options.conventions };
  const shelf = spanShelf();
  const asks = askList(accounts.facts, accounts.year);
  const print = { unit: TEN_THOUSAND_YUAN, decimals: conventions.decimals };
  const run: Run = { accounts, names: narrative.names, conventions, print, asks, shelf };
  const scope = buildScope(run, narrative.names);
  const oneLine = (rendered: string): string =>
    shelf
      .paragraphs(rendered)
      .map((line: Paragraph) => textOf(line))
      .join('');
  const title = oneLine(narrative.title.heading(scope));
  asks.enter(title);
  const sections = narrative.sections.map((section): Section => {
    const heading = oneLine(section.heading(scope));
    asks.enter(heading);
    return { id: section.id, depth: section.depth, heading, paragraphs: shelf.paragraphs(section.body(scope)) };
  });
  return { id: narrative.id, title, sections, gaps: asks.gaps(), asks: asks.asks(), carried: asks.carried() };
}

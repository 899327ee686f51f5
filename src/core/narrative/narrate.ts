/** Writes the narrative of a set of accounts (生成说明): each section's template over the tables, every figure with its cells, every missing fact as a gap. */
import { TEN_THOUSAND_YUAN } from '../number/unit.ts';
import type { TableSet } from '../tables/table-set.ts';
import { askList } from './asks.ts';
import type { CompiledSection, CompiledTemplate } from './engine.ts';
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
  const run = startRun(accounts, narrative, options);
  const { shelf, asks } = run;
  const scope = buildScope(run, narrative.names);
  const oneLine = oneLineOf(run);
  const title = oneLine(narrative.title.heading(scope));
  asks.enter(title);
  const sections = narrative.sections.map((section): Section => {
    const heading = oneLine(section.heading(scope));
    asks.enter(heading, section.standardHeading === undefined ? undefined : oneLine(section.standardHeading(scope)));
    return { id: section.id, depth: section.depth, heading, paragraphs: shelf.paragraphs(section.body(scope)) };
  });
  return { id: narrative.id, title, sections, gaps: asks.gaps(), asks: asks.asks(), carried: asks.carried() };
}

/** Writes one section for nobody to read; answers the length of its text, throws TemplateError where it cannot be written. */
export function tryOut(accounts: TableSet, narrative: NarrativeDefinition, section: CompiledSection, options: NarrateOptions = {}): number {
  const run = startRun(accounts, narrative, options);
  const paragraphs = run.shelf.paragraphs(section.body(buildScope(run, narrative.names), true));
  return paragraphs.reduce((length, paragraph) => length + textOf(paragraph).length, 0);
}

/** Writes a heading for nobody to read; answers the length of its text. */
export function tryHeading(
  accounts: TableSet,
  narrative: NarrativeDefinition,
  heading: CompiledTemplate,
  options: NarrateOptions = {},
): number {
  const run = startRun(accounts, narrative, options);
  return oneLineOf(run)(heading(buildScope(run, narrative.names), true)).length;
}

function oneLineOf({ shelf }: Run): (rendered: string) => string {
  return (rendered) =>
    shelf
      .paragraphs(rendered)
      .map((line: Paragraph) => textOf(line))
      .join('');
}

function startRun(accounts: TableSet, narrative: NarrativeDefinition, options: NarrateOptions): Run {
  const conventions = { ...narrative.conventions, ...options.conventions };
  const print = { unit: TEN_THOUSAND_YUAN, decimals: conventions.decimals };
  return { accounts, names: narrative.names, conventions, print, asks: askList(accounts.facts, accounts.year), shelf: spanShelf() };
}

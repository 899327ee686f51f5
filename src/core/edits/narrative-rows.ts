/** The rows of 决算公开说明 as they are generated (说明的行): each with a name of its own that follows its meaning, not its place. */
import { figuresOf } from '../expressions/sources.ts';
import type { Narrative, Paragraph, Section } from '../narrative/narrative.ts';
import { textOf } from '../narrative/narrative.ts';

export interface NarrativeRow {
  /** `@title`; `overall` for a heading; `overall/income-grand-total`, `glossary/#3` for a paragraph. */
  readonly key: string;
  readonly text: string;
  /** Absent for the title. */
  readonly section: Section | undefined;
  /** Absent for the title and headings. */
  readonly paragraph: Paragraph | undefined;
}

export const TITLE_KEY = '@title';

/** Printed in many paragraphs, so none is named after them. */
const EVERYWHERE: ReadonlySet<string> = new Set(['事实/单位/单位名称', '事实/单位/年度']);

export function narrativeRows(narrative: Narrative): readonly NarrativeRow[] {
  const title = { key: TITLE_KEY, text: narrative.title, section: undefined, paragraph: undefined };
  return [title, ...narrative.sections.flatMap(sectionRows)];
}

function sectionRows(section: Section): readonly NarrativeRow[] {
  const seen = new Map<string, number>();
  const paragraphs = section.paragraphs.map((paragraph): NarrativeRow => {
    const anchor = anchorOf(paragraph);
    const count = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, count);
    const name = anchor === '' || count > 1 ? `${anchor}#${count}` : anchor;
    return { key: `${section.id}/${name}`.replaceAll('|', '/'), text: textOf(paragraph), section, paragraph };
  });
  return [{ key: section.id, text: section.heading, section, paragraph: undefined }, ...paragraphs];
}

/** What the paragraph is about: the row of its first figure, or the first fact it asks for; the same with the fact typed or missing. */
function anchorOf({ spans }: Paragraph): string {
  for (const span of spans) {
    if (span.kind === 'figure' || span.kind === 'direction') {
      const [figure] = figuresOf(span.expression);
      if (figure !== undefined) return withoutYear(figure.rowKey);
    } else if (span.kind !== 'words' && !EVERYWHERE.has(withoutYear(span.fact))) return withoutYear(span.fact);
  }
  return '';
}

function withoutYear(key: string): string {
  return key.replace(/^20\d\d\//, '');
}

/** An accountant's own wording (自定措辞) in place of paragraphs of a standard one: tried on the accounts first, so that a faulty one never reaches the document. */
import type { TableSet } from '../tables/table-set.ts';
import { type CompiledSection, compileSections } from './engine.ts';
import { tryOut } from './narrate.ts';
import { ownHeading } from './own-heading.ts';
import { composeTemplate, piecesOf, type TemplatePiece } from './pieces.ts';
import type { Conventions, NarrativeDefinition, SectionSource } from './profile.ts';
import { explain, type Fault, faultOf, TOO_LONG } from './wording-fault.ts';

/** Own texts by key: `措辞/xinjiang/overall/1`. */
export type OwnTexts = ReadonlyMap<string, string>;

/** A heading or a paragraph of a wording that people may change. */
export interface WordingPiece {
  readonly key: string;
  readonly section: string;
  /** Of a paragraph from 1, within the section; 0 for the heading. */
  readonly number: number;
  readonly standard: string;
}

/** Why the standard wording is used instead. */
export interface WordingFault extends Fault {
  readonly key: string;
}

export interface OwnWording {
  /** The standard wording with every own text that can be used. */
  readonly definition: NarrativeDefinition;
  readonly faults: readonly WordingFault[];
}

export const WORDING_KEY = '措辞';
/** More than any paragraph of a disclosure. */
const LONGEST_OUTPUT = 50_000;

export function wordingPieces(definition: NarrativeDefinition): readonly WordingPiece[] {
  return definition.sources.flatMap(({ id, heading, template }) => [
    { key: headingKey(definition, id), section: id, number: 0, standard: heading },
    ...printing(piecesOf(template)).map(({ body }, index) => ({
      key: `${WORDING_KEY}/${definition.id}/${id}/${index + 1}`,
      section: id,
      number: index + 1,
      standard: body,
    })),
  ]);
}

function headingKey({ id }: NarrativeDefinition, section: string): string {
  return `${WORDING_KEY}/${id}/${section}/标题`;
}

/** Blank texts and keys of other wordings are left alone. */
export function withOwnWording(
  definition: NarrativeDefinition,
  own: OwnTexts,
  accounts: TableSet,
  conventions: Partial<Conventions> = {},
): OwnWording {
  const faults: WordingFault[] = [];
  const bodies = definition.sections.map((section, at): CompiledSection => {
    const source = definition.sources[at];
    const texts = source === undefined ? [] : ownTexts(definition, source, own);
    if (source === undefined || texts.length === 0) return section;
    const trial = (bodies: ReadonlyMap<number, string>): CompiledSection => {
      const compiled = compileOne(definition, source, bodies);
      const length = tryOut(accounts, definition, compiled, { conventions });
      if (length > LONGEST_OUTPUT) throw TOO_LONG;
      return compiled;
    };
    const sound = new Map<number, string>();
    for (const { key, index, text } of texts) {
      const fault = faultOf(text, () => trial(new Map([[index, text]])), bodyPlace(source, index, text));
      if (fault === undefined) sound.set(index, text);
      else faults.push({ key, ...fault });
    }
    if (sound.size === 0) return section;
    try {
      return trial(sound);
    } catch (error) {
      // Each can be used, but not together: the one takes away what the other needs.
      for (const { key, index } of texts) if (sound.has(index)) faults.push({ key, line: 1, column: 1, explanation: explain(error) });
      return section;
    }
  });
  const sections = bodies.map((section, at): CompiledSection => {
    const source = definition.sources[at];
    const key = headingKey(definition, section.id);
    const heading = source === undefined ? undefined : ownHeading(definition, source, own.get(key) ?? '', accounts, conventions);
    if (heading === undefined) return section;
    if ('explanation' in heading) {
      faults.push({ key, ...heading });
      return section;
    }
    return { ...section, heading: heading.heading, standardHeading: section.heading };
  });
  return { definition: { ...definition, sections }, faults };
}

function printing(pieces: readonly TemplatePiece[]): readonly TemplatePiece[] {
  return pieces.filter(({ body }) => body.trim() !== '');
}

function ownTexts(
  definition: NarrativeDefinition,
  { id, template }: SectionSource,
  own: OwnTexts,
): readonly { readonly key: string; readonly index: number; readonly text: string }[] {
  const pieces = piecesOf(template);
  return printing(pieces).flatMap((piece, at) => {
    const key = `${WORDING_KEY}/${definition.id}/${id}/${at + 1}`;
    const text = (own.get(key) ?? '').replace(/\r\n?/g, '\n').trim();
    return text === '' || text === piece.body.trim() ? [] : [{ key, index: pieces.indexOf(piece), text }];
  });
}

function compileOne(definition: NarrativeDefinition, source: SectionSource, bodies: ReadonlyMap<number, string>): CompiledSection {
  const { template } = composeTemplate(piecesOf(source.template), bodies);
  const [compiled] = compileSections(definition.id, [{ ...source, template }], definition.names);
  if (compiled === undefined) throw new Error('one section was to be compiled');
  return compiled;
}

/** Where a place in the whole section stands in the own text; undefined where it is outside. */
function bodyPlace({ template }: SectionSource, index: number, text: string): Parameters<typeof faultOf>[2] {
  const { firstLines } = composeTemplate(piecesOf(template), new Map([[index, text]]));
  return ({ line, column }) => {
    const own = line - (firstLines[index] ?? 1) + 1;
    return own >= 1 && own <= text.split('\n').length ? { line: own, column } : undefined;
  };
}

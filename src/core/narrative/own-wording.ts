/** An accountant's own wording (自定措辞) in place of paragraphs of a standard one: tried on the accounts first, so that a faulty one never reaches the document. */
import type { LocalText } from '../locale.ts';
import type { TableSet } from '../tables/table-set.ts';
import { type CompiledSection, compileSections, parseAlone } from './engine.ts';
import { tryOut } from './narrate.ts';
import { composeTemplate, depthChange, piecesOf, type TemplatePiece } from './pieces.ts';
import type { Conventions, NarrativeDefinition, SectionSource } from './profile.ts';
import { TemplateError } from './template-error.ts';

/** Own texts by key: `措辞/xinjiang/overall/1`. */
export type OwnTexts = ReadonlyMap<string, string>;

/** A paragraph of a wording that people may change. */
export interface WordingPiece {
  readonly key: string;
  readonly section: string;
  /** From 1, within the section. */
  readonly number: number;
  readonly standard: string;
}

/** Why the standard wording is used instead; line and column are those of the own text, from 1. */
export interface WordingFault {
  readonly key: string;
  readonly line: number;
  readonly column: number;
  readonly explanation: LocalText;
}

export interface OwnWording {
  /** The standard wording with every own text that can be used. */
  readonly definition: NarrativeDefinition;
  readonly faults: readonly WordingFault[];
}

export const WORDING_KEY = '措辞';
const LONGEST = 4000;
const DEEPEST = 8;
/** More than any paragraph of a disclosure. */
const LONGEST_OUTPUT = 50_000;

export function wordingPieces(definition: NarrativeDefinition): readonly WordingPiece[] {
  return definition.sources.flatMap(({ id, template }) =>
    printing(piecesOf(template)).map(({ body }, index) => ({
      key: `${WORDING_KEY}/${definition.id}/${id}/${index + 1}`,
      section: id,
      number: index + 1,
      standard: body,
    })),
  );
}

/** Blank texts and keys of other wordings are left alone. */
export function withOwnWording(
  definition: NarrativeDefinition,
  own: OwnTexts,
  accounts: TableSet,
  conventions: Partial<Conventions> = {},
): OwnWording {
  const faults: WordingFault[] = [];
  const sections = definition.sections.map((section, at): CompiledSection => {
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
      const fault = faultOf(text, () => trial(new Map([[index, text]])), bodyLine(source, index, text));
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

/** Where a line of the whole section stands in the own text; 1 where it is outside. */
function bodyLine({ template }: SectionSource, index: number, text: string): (line: number) => number | undefined {
  const { firstLines } = composeTemplate(piecesOf(template), new Map([[index, text]]));
  return (line) => {
    const own = line - (firstLines[index] ?? 1) + 1;
    return own >= 1 && own <= text.split('\n').length ? own : undefined;
  };
}

type Fault = Omit<WordingFault, 'key'>;

function faultOf(text: string, trial: () => unknown, ownLine: (line: number) => number | undefined): Fault | undefined {
  if (text.length > LONGEST) return { line: 1, column: 1, explanation: tooLong(text.length) };
  const deep = tooDeep(text);
  if (deep !== undefined) return deep;
  try {
    // By itself, so that what is opened here is closed here.
    parseAlone(text);
  } catch (error) {
    return error instanceof TemplateError
      ? { line: error.line, column: error.column, explanation: error.explanation }
      : { line: 1, column: 1, explanation: explain(error) };
  }
  try {
    trial();
    return undefined;
  } catch (error) {
    const line = error instanceof TemplateError ? ownLine(error.line) : undefined;
    const column = line === undefined || !(error instanceof TemplateError) ? 1 : error.column;
    return { line: line ?? 1, column, explanation: explain(error) };
  }
}

/** Counted before parsing: thousands of blocks inside one another would exhaust the parser. */
function tooDeep(text: string): Fault | undefined {
  let depth = 0;
  for (const [index, line] of text.split('\n').entries()) {
    for (const tag of line.matchAll(/\{%.*?%\}/g)) {
      depth += depthChange(tag[0]);
      if (depth > DEEPEST) return { line: index + 1, column: tag.index + 1, explanation: TOO_DEEP };
    }
  }
  return undefined;
}

function explain(error: unknown): LocalText {
  if (error instanceof TemplateError) return error.explanation;
  return { 'zh-CN': '这段措辞不能使用', en: 'this wording cannot be used' };
}

const TOO_LONG = new TemplateError('', 1, 1, { 'zh-CN': '生成的文字过长，已停止', en: 'the text it makes is too long; stopped' });

const TOO_DEEP: LocalText = {
  'zh-CN': `条件和循环嵌套不能超过 ${DEEPEST} 层`,
  en: `conditions and loops may be nested ${DEEPEST} deep at most`,
};

function tooLong(length: number): LocalText {
  return {
    'zh-CN': `措辞过长：${length} 个字符，最多 ${LONGEST} 个`,
    en: `the wording is too long: ${length} characters, ${LONGEST} at most`,
  };
}

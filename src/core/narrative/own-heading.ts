/** An accountant's own heading (自定标题): the words are theirs, the number before them (第一部分, 一、, （一）) stays that of the wording. */
import type { LocalText } from '../locale.ts';
import type { TableSet } from '../tables/table-set.ts';
import { type CompiledTemplate, compileSections } from './engine.ts';
import { tryHeading } from './narrate.ts';
import type { Conventions, NarrativeDefinition, SectionSource } from './profile.ts';
import { TemplateError } from './template-error.ts';
import { type Fault, faultOf } from './wording-fault.ts';

/** More than any heading that a table of contents can hold. */
const LONGEST_HEADING = 100;
const NUMBER =
  /^\s*(?:第[一二三四五六七八九十\d]+部分[\s\u3000]*|[（(][一二三四五六七八九十\d]+[）)]\s*|[一二三四五六七八九十]+、\s*|\d+[、.．]\s*)/;

/** Undefined where the text is blank or says what the standard says. */
export function ownHeading(
  definition: NarrativeDefinition,
  source: SectionSource,
  typed: string,
  accounts: TableSet,
  conventions: Partial<Conventions>,
): { readonly heading: CompiledTemplate } | Fault | undefined {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  const [number, theirs] = [source.heading, text].map((heading) => NUMBER.exec(heading)?.[0] ?? '') as [string, string];
  const words = text.slice(theirs.length);
  if (words === '' || words === source.heading.slice(number.length)) return undefined;
  if (words.includes('\n')) return { line: 2, column: 1, explanation: ONE_LINE };
  let compiled: CompiledTemplate | undefined;
  const fault = faultOf(
    text,
    () => {
      const [section] = compileSections(definition.id, [{ ...source, heading: number + words, template: '' }], definition.names);
      compiled = section?.heading;
      const length = compiled === undefined ? 0 : tryHeading(accounts, definition, compiled, { conventions });
      if (length > LONGEST_HEADING) throw LONG;
      if (length <= number.trim().length) throw EMPTY;
    },
    // What was tried bears the number of the wording instead of theirs.
    ({ line, column }) => ({ line, column: Math.max(1, column - number.length + theirs.length) }),
  );
  return fault ?? (compiled === undefined ? undefined : { heading: compiled });
}

const ONE_LINE: LocalText = { 'zh-CN': '标题只能有一行', en: 'a heading has one line only' };

const LONG = new TemplateError('', 1, 1, {
  'zh-CN': `标题过长，最多 ${LONGEST_HEADING} 个字符`,
  en: `the heading is too long: ${LONGEST_HEADING} characters at most`,
});

const EMPTY = new TemplateError('', 1, 1, { 'zh-CN': '标题是空的', en: 'the heading is empty' });

/** What is wrong with an own wording (措辞有误): too long, too deep, no whole template, or of no use for these accounts; at its line and character. */
import type { LocalText } from '../locale.ts';
import { parseAlone } from './engine.ts';
import { depthChange } from './pieces.ts';
import { TemplateError } from './template-error.ts';

/** Line and column are those of the own text, from 1. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly explanation: LocalText;
}

const LONGEST = 4000;
const DEEPEST = 8;

type Place = Pick<Fault, 'line' | 'column'>;

/** What trying a text has found: undefined where it can be used. `ownPlace` leads from a place in what was tried to one in the text. */
export function faultOf(text: string, trial: () => unknown, ownPlace: (place: Place) => Place | undefined): Fault | undefined {
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
    const place = error instanceof TemplateError ? ownPlace(error) : undefined;
    return { line: place?.line ?? 1, column: place?.column ?? 1, explanation: explain(error) };
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

/** The words for whatever stopped a template. */
export function explain(error: unknown): LocalText {
  if (error instanceof TemplateError) return error.explanation;
  return { 'zh-CN': '这段措辞不能使用', en: 'this wording cannot be used' };
}

/** Thrown by a trial whose text never ends. */
export const TOO_LONG = new TemplateError('', 1, 1, { 'zh-CN': '生成的文字过长，已停止', en: 'the text it makes is too long; stopped' });

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

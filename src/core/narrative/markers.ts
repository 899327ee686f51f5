/** Keeps spans apart while a template is one string: each stands there as a private-use mark and is put back when the string is cut into paragraphs (段落). */
import type { Paragraph, Span } from './narrative.ts';

const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK = /\uE000(\d+)\uE001/g;
/** Not allowed in a template; what people type never gets into the string at all. */
export const RESERVED = /[\uE000-\uE001]/;

export interface SpanShelf {
  /** Files the spans and returns the mark that stands for them. */
  readonly file: (spans: readonly Span[]) => string;
  readonly paragraphs: (rendered: string) => readonly Paragraph[];
}

/** `between`: what a line break inside a paragraph stands for: nothing in Chinese, a space in English. */
export function spanShelf(between: '' | ' ' = ''): SpanShelf {
  const filed: (readonly Span[])[] = [];
  return {
    file: (spans) => `${OPEN}${filed.push(spans) - 1}${CLOSE}`,
    paragraphs: (rendered) => splitParagraphs(rendered, between).flatMap((text) => breakLines(toSpans(text, filed))),
  };
}

// A blank line separates paragraphs; a line break inside one is only for the eye of the template's author.
function splitParagraphs(rendered: string, between: string): readonly string[] {
  return rendered
    .split(/\n[ \t\u3000]*(?:\n[ \t\u3000]*)+/)
    .map((text) =>
      text
        .trim()
        .replace(/\s*\n\s*(?=[,.;:)])/g, '')
        .replace(/\s*\n\s*/g, between),
    )
    .filter((text) => text !== '');
}

function toSpans(text: string, filed: readonly (readonly Span[])[]): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) spans.push({ kind: 'words', text: text.slice(from, match.index) });
    spans.push(...(filed[Number(match[1])] ?? []));
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push({ kind: 'words', text: text.slice(from) });
  return spans;
}

// A long fact (主要职能) may run over several lines: each is a paragraph of its own.
function breakLines(spans: readonly Span[]): readonly Paragraph[] {
  const paragraphs: Span[][] = [[]];
  for (const span of spans) {
    if (!span.text.includes('\n')) {
      if (span.text !== '') paragraphs[paragraphs.length - 1]?.push(span);
      continue;
    }
    span.text.split('\n').forEach((line, index) => {
      if (index > 0) paragraphs.push([]);
      if (line !== '') paragraphs[paragraphs.length - 1]?.push({ ...span, text: index > 0 ? line.trim() : line });
    });
  }
  return paragraphs.filter((list) => list.length > 0).map((list) => ({ spans: joinWords(list) }));
}

function joinWords(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined[joined.length - 1];
    if (span.kind === 'words' && last?.kind === 'words') joined[joined.length - 1] = { kind: 'words', text: last.text + span.text };
    else joined.push(span);
  }
  return joined;
}

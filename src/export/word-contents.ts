/** 目录 of the document (目录): an entry for each heading with its number, there before Word has ever updated it; the pages are Word's to fill in. */
import { type PageNumberEstimator, Paragraph, TableOfContents, TextRun } from 'docx';
import { chineseNumber } from './word-numbering.ts';

export interface ContentsHeading {
  /** 1 to 3. */
  readonly depth: number;
  /** Counted by Word, so that the number is not in the text. */
  readonly numbered: boolean;
}

/** Begins on the page of the title; what follows begins on a page of its own. */
export function contents(): readonly (Paragraph | TableOfContents)[] {
  return [
    new Paragraph({ style: 'ContentsTitle', children: [new TextRun('目　录')] }),
    new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-3', beginDirty: true }),
  ];
}

/** The numbers of the headings for their entries, in the order of the document; no pages: only Word knows where they break. */
export function headingNumbersFor(headings: readonly ContentsHeading[]): PageNumberEstimator {
  const listNumbers: NonNullable<PageNumberEstimator['listNumbers']> = (body) => {
    // The library names its bookmarks of headings one after the other, through all documents it writes.
    const names = [...JSON.stringify(body).matchAll(/"w:name":"(_Toc\d+)"/g)].map(([, name = '']) => name);
    const counts = [0, 0, 0];
    return new Map(
      headings.flatMap(({ depth, numbered }, index) => {
        const name = names[index];
        if (!numbered || name === undefined) return [];
        const level = Math.min(3, Math.max(1, depth)) - 1;
        counts[level] = (counts[level] ?? 0) + 1;
        counts.fill(0, level + 1);
        const number = chineseNumber(counts[level] ?? 0);
        const text = [`第${number}部分`, `${number}、`, `（${number}）`][level] ?? '';
        return [[name, { text, separator: level === 0 ? ('space' as const) : ('nothing' as const), width: 0 }] as const];
      }),
    );
  };
  return Object.assign(() => ({ bookmarks: new Map<string, string>() }), { listNumbers });
}

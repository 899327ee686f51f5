/** The summary workbook of a batch (汇总表): a line per workbook with links to it and to its annotated copy, those with something wrong marked, and totals. */
import { dirname, relative, sep } from 'node:path';
import type { CellStyle, ContentCell, SheetContent } from '../core/edits/sheet-content.ts';
import type { TallyCounts } from '../locales/messages.ts';
import type { Arguments } from './arguments.ts';
import type { BookSummary } from './batch-book.ts';

/** Excel takes no longer text in a formula. */
const LONGEST_LINK = 255;

/** `out` is where the summary will be: links are written from there, so that the folder can be moved as a whole. */
export function batchSheet(books: readonly BookSummary[], { messages }: Pick<Arguments, 'messages'>, out: string): SheetContent {
  const head = messages.batchColumns.map((value): ContentCell => ({ value, style: 'table-head' }));
  return {
    tag: 'batch',
    name: messages.batchTitle,
    rows: [
      [{ value: messages.batchTitle, style: 'title' }],
      head,
      ...books.map((book) => bookRow(book, out)),
      totalRow(books, messages.batchTotal(books.length)),
    ],
    widths: [42, 28, 8, 8, 10, 8, 8, 8, 8, 30, 80],
    frozenRows: 2,
    orientation: 'landscape',
  };
}

function bookRow(book: BookSummary, out: string): readonly ContentCell[] {
  const { tally, problem } = book;
  return [
    link(book.file, out),
    text(book.department),
    { value: book.year, style: 'bordered-text', format: '0' },
    count(book.tables),
    ...counts(tally),
    book.page === null ? text('') : link(book.page, out),
    { value: problem ?? book.first, style: problem === null ? 'bordered-text' : 'error' },
  ];
}

function totalRow(books: readonly BookSummary[], label: string): readonly ContentCell[] {
  const add = (read: (book: BookSummary) => number): number => books.reduce((total, book) => total + read(book), 0);
  const tally: TallyCounts = {
    total: add((book) => book.tally.total),
    exact: add((book) => book.tally.exact),
    withinRounding: add((book) => book.tally.withinRounding),
    broken: add((book) => book.tally.broken),
    notJudged: add((book) => book.tally.notJudged),
  };
  return [text(label), text(''), text(''), count(add((book) => book.tables)), ...counts(tally), text(''), text('')];
}

function counts({ total, exact, withinRounding, broken, notJudged }: TallyCounts): readonly ContentCell[] {
  return [count(total), count(exact), count(withinRounding), count(broken, broken > 0 ? 'error' : 'bordered-text'), count(notJudged)];
}

function text(value: string): ContentCell {
  return { value, style: 'bordered-text' };
}

function count(value: number, style: CellStyle = 'bordered-text'): ContentCell {
  return { value, style, format: '0' };
}

/** A click opens the file. */
function link(path: string, out: string): ContentCell {
  const way = relative(dirname(out), path).split(sep).join('/');
  if (way.length > LONGEST_LINK || path.length > LONGEST_LINK) return text(path);
  const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
  return { value: path, style: 'link', formula: `HYPERLINK(${quoted(way)},${quoted(path)})` };
}

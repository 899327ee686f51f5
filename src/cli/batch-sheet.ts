/** The summary workbook of a batch (汇总表): a line per workbook, those with something wrong marked. */
import type { CellStyle, ContentCell, SheetContent } from '../core/edits/sheet-content.ts';
import type { Arguments } from './arguments.ts';
import type { BookSummary } from './batch-book.ts';

export function batchSheet(books: readonly BookSummary[], { messages }: Pick<Arguments, 'messages'>): SheetContent {
  const head = messages.batchColumns.map((value): ContentCell => ({ value, style: 'table-head' }));
  return {
    tag: 'batch',
    name: messages.batchTitle,
    rows: [[{ value: messages.batchTitle, style: 'title' }], head, ...books.map(bookRow)],
    widths: [42, 28, 8, 8, 10, 8, 8, 8, 8, 80],
    frozenRows: 2,
    orientation: 'landscape',
  };
}

function bookRow(book: BookSummary): readonly ContentCell[] {
  const { tally, problem } = book;
  const style: CellStyle = problem !== null || tally.broken > 0 ? 'error' : 'bordered-text';
  const text = (value: string | number | null): ContentCell => ({ value, style: 'bordered-text' });
  const count = (value: number): ContentCell => ({ value, style: 'bordered-text', format: '0' });
  return [
    { value: book.file, style },
    text(book.department),
    { value: book.year, style: 'bordered-text', format: '0' },
    count(book.tables),
    count(tally.total),
    count(tally.exact),
    count(tally.withinRounding),
    { value: tally.broken, style: tally.broken > 0 ? 'error' : 'bordered-text', format: '0' },
    count(tally.notJudged),
    text(problem ?? book.first),
  ];
}

/** `batch`: a folder becomes one summary; a bad file gets a line and stops nothing; what is done is not done again; copies on request. */
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellAt, type Sheet } from '../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../src/hosts/file/open-workbook.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

interface BookJson {
  readonly file: string;
  readonly department: string;
  readonly tally: { readonly broken: number; readonly withinRounding: number };
  readonly page: string | null;
  readonly problem: string | null;
}

interface Result {
  readonly books: readonly BookJson[];
  readonly reused: number;
}

const CLEAN = 'assets/samples/changji-2022.xlsx';
const FAULTY = 'assets/samples/changji-2023-faulty.xlsx';

function booksFolder(): string {
  const books = temporaryFolder();
  copyFileSync(CLEAN, join(books, 'a.xlsx'));
  copyFileSync(FAULTY, join(books, 'b.xlsx'));
  writeFileSync(join(books, 'c.xlsx'), 'PK broken');
  writeFileSync(join(books, '~$a.xlsx'), 'lock file of an open workbook');
  return books;
}

async function firstSheet(path: string): Promise<Sheet> {
  const [sheet] = (await openWorkbook(readFileSync(path), path.slice(path.lastIndexOf('/') + 1))).sheets;
  if (sheet === undefined) throw new Error(`no sheet in ${path}`);
  return sheet;
}

const batch = (...args: readonly string[]): { readonly code: number | null; readonly result: Result } => {
  const run = runCli('batch', ...args, '--json');
  return { code: run.code, result: JSON.parse(run.stdout) as Result };
};

describe('the summary of a batch', () => {
  const folder = temporaryFolder();
  const books = booksFolder();

  it.each(['1', '3'])('has a line for every workbook with %s jobs, in order', async (jobs) => {
    const out = join(folder, `summary-${jobs}.xlsx`);
    const { code, result } = batch(books, '--out', out, '--jobs', jobs);
    expect(code).toBe(1);
    expect(result.books.map((book) => book.file.slice(-6))).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx']);
    expect(result.books[0]?.tally.broken).toBe(0);
    expect(result.books[1]?.tally.broken).toBeGreaterThan(0);
    expect(result.books[2]?.problem).not.toBeNull();
    const sheet = await firstSheet(out);
    expect(cellAt(sheet, 2, 1)?.value).toBe(result.books[0]?.department);
    expect(cellAt(sheet, 4, 10)?.value).toBe(result.books[2]?.problem);
  });

  it('links to the workbooks from where it lies, and adds everything up', async () => {
    const out = join(books, '汇总.xlsx');
    const { result } = batch(books, '--out', out);
    const sheet = await firstSheet(out);
    const link = cellAt(sheet, 2, 0);
    expect(link?.value).toBe(result.books[0]?.file);
    expect(link?.formula).toMatch(/^HYPERLINK\("a\.xlsx",".*a\.xlsx"\)$/);
    expect(cellAt(sheet, 5, 0)?.value).toContain('3');
    expect(cellAt(sheet, 5, 7)?.value).toBe(result.books[1]?.tally.broken);
    expect(cellAt(sheet, 5, 6)?.value).toBe(result.books.reduce((total, book) => total + book.tally.withinRounding, 0));
  });

  it('says when a folder holds no workbook', () => {
    const run = runCli('batch', 'src/cli', '--out', join(folder, 'none.xlsx'));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('没有');
  });
});

describe('a batch that is run again', () => {
  it('reads only what is new, changed or could not be read, and never its own summary', () => {
    const books = booksFolder();
    const out = join(books, 'summary.xlsx');
    const first = batch(books, '--out', out).result;
    expect(first.reused).toBe(0);
    const second = batch(books, '--out', out).result;
    expect(second.reused).toBe(2);
    expect(second.books).toEqual(first.books);
    utimesSync(join(books, 'a.xlsx'), 1, 1);
    copyFileSync(CLEAN, join(books, 'c.xlsx'));
    copyFileSync(CLEAN, join(books, 'd.xlsx'));
    const third = batch(books, '--out', out).result;
    expect(third.reused).toBe(1);
    expect(third.books.map(({ problem }) => problem)).toEqual([null, null, null, null]);
    // Another question gets another answer.
    expect(batch(books, '--out', out, '--exact').result.reused).toBe(0);
  });

  it('goes on where it was stopped, also after a line that was cut off', () => {
    const books = booksFolder();
    const out = join(temporaryFolder(), 'summary.xlsx');
    const first = batch(books, '--out', out).result;
    const journal = join(out, '..', readdirSync(join(out, '..')).find((name) => name.endsWith('.jsonl')) ?? '');
    const [line = ''] = readFileSync(journal, 'utf8').split('\n');
    writeFileSync(journal, `${line}\n`);
    appendFileSync(journal, '{"key":"[');
    const second = batch(books, '--out', out).result;
    expect(second.reused).toBe(1);
    expect(second.books).toEqual(first.books);
  });
});

describe('annotated copies', () => {
  it('are written for every workbook, the report alone where nothing can be marked, and are linked and kept out of the next run', async () => {
    const books = booksFolder();
    mkdirSync(join(books, '二科'));
    copyFileSync('test/workbooks/changji/changji-2023.xls', join(books, '二科', 'a.xls'));
    const pages = join(books, 'copies');
    const out = join(books, 'summary.xlsx');
    const before = readFileSync(join(books, 'b.xlsx'));
    const { result } = batch(books, '--out', out, '--pages', pages);
    const written = result.books.map(({ page }) => page?.slice(pages.length + 1).replaceAll('\\', '/') ?? null);
    expect(written).toEqual(['a-勾稽检查.xlsx', 'b-勾稽检查.xlsx', null, '二科/a.xls-勾稽检查.xlsx']);
    expect(readFileSync(join(books, 'b.xlsx'))).toEqual(before);
    const marked = await openWorkbook(readFileSync(join(pages, 'b-勾稽检查.xlsx')), 'b.xlsx');
    expect(marked.sheets.map(({ name }) => name)).toContain('勾稽检查');
    expect(marked.sheets.length).toBeGreaterThan(9);
    expect((await firstSheet(join(pages, '二科', 'a.xls-勾稽检查.xlsx'))).name).toBe('勾稽检查');
    expect(cellAt(await firstSheet(out), 3, 9)?.formula).toContain('HYPERLINK("copies/b-勾稽检查.xlsx"');
    const again = batch(books, '--out', out, '--pages', pages).result;
    expect(again.books.map(({ file }) => file)).toEqual(result.books.map(({ file }) => file));
    expect(again.reused).toBe(3);
  });

  it('never go where the originals are', () => {
    const books = booksFolder();
    const run = runCli('batch', books, '--out', join(temporaryFolder(), 'summary.xlsx'), '--pages', books);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('标注副本');
    expect(existsSync(join(books, 'a-勾稽检查.xlsx'))).toBe(false);
  });
});

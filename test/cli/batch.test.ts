/** `batch`: a folder becomes one summary; a bad file gets a line and stops nothing. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellAt } from '../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../src/hosts/file/open-workbook.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

interface BookJson {
  readonly file: string;
  readonly department: string;
  readonly tally: { readonly broken: number };
  readonly problem: string | null;
}

describe('batch', () => {
  const folder = temporaryFolder();
  const books = temporaryFolder();
  copyFileSync('assets/samples/changji-2022.xlsx', join(books, 'a.xlsx'));
  copyFileSync('assets/samples/changji-2023-faulty.xlsx', join(books, 'b.xlsx'));
  writeFileSync(join(books, 'c.xlsx'), 'PK broken');
  writeFileSync(join(books, '~$a.xlsx'), 'lock file of an open workbook');

  it.each(['1', '3'])('summarises every workbook with %s jobs, in order', async (jobs) => {
    const out = join(folder, `summary-${jobs}.xlsx`);
    const run = runCli('batch', books, '--out', out, '--jobs', jobs, '--json');
    expect(run.code).toBe(1);
    const result = JSON.parse(run.stdout) as { readonly books: readonly BookJson[] };
    expect(result.books.map((book) => book.file.slice(-6))).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx']);
    expect(result.books[0]?.tally.broken).toBe(0);
    expect(result.books[1]?.tally.broken).toBeGreaterThan(0);
    expect(result.books[2]?.problem).not.toBeNull();
    const sheet = (await openWorkbook(readFileSync(out), 'summary.xlsx')).sheets[0];
    expect(sheet && cellAt(sheet, 2, 1)?.value).toBe(result.books[0]?.department);
  });

  it('says when a folder holds no workbook', () => {
    const run = runCli('batch', 'src/cli', '--out', join(folder, 'none.xlsx'));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('没有');
  });
});

/** Golden ordinary tables (普通表格): every clean one gives no finding, every faulty one exactly the findings committed in test/expected/ordinary. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAccounts, openWorkbook, reviewWorkbook } from '../../src/engine.ts';
import type { Finding } from '../../src/core/findings/finding.ts';
import { cellAddress } from '../../src/core/workbook/address.ts';
import { type OrdinaryBook, ordinaryBooks } from '../workbooks/ordinary-books.ts';
import { writeOrdinaryBooks } from '../workbooks/write-ordinary-books.ts';

const folder = join(import.meta.dirname, '../workbooks/ordinary');
const expected = join(import.meta.dirname, '../expected/ordinary');
const books = ordinaryBooks();

// Writing them anew is asked for by hand; otherwise the committed files are read as any user's file.
if (process.env['UPDATE_WORKBOOKS'] === '1') writeOrdinaryBooks(folder);

async function reviewOf({ name, format }: OrdinaryBook) {
  const file = `${name}.${format}`;
  const workbook = await openWorkbook(new Uint8Array(readFileSync(join(folder, file))), file);
  return reviewWorkbook(loadAccounts(workbook)).ordinary;
}

/** What a reviewer wants to see of a finding. */
function shown({ check, severity, verdict, cell, suspects, dependants, message }: Finding): object {
  return {
    check,
    severity,
    verdict,
    cell: cellAddress(cell),
    suspects: suspects.map(({ figure, repair, slip }) => ({ cell: cellAddress(figure.ref), repair: repair?.toString() ?? null, slip })),
    dependants: dependants.map(cellAddress),
    message,
  };
}

describe.each(books.filter(({ name }) => name.startsWith('clean-')))('$name.$format', (book) => {
  it('is read, and nothing in it is broken', async () => {
    const reviews = await reviewOf(book);
    expect(reviews.flatMap(({ findings }) => findings.map(({ message }) => message['zh-CN']))).toEqual([]);
    expect(reviews.map(({ tally }) => tally.broken)).toEqual([0]);
  });
});

describe.each(books.filter(({ name }) => name.startsWith('fault-')))('$name.$format', (book) => {
  it('says what is wrong, and nothing else', async () => {
    const findings = (await reviewOf(book)).flatMap((review) => review.findings.map(shown));
    expect(findings.length).toBeGreaterThan(0);
    await expect(`${JSON.stringify(findings, null, 2)}\n`).toMatchFileSnapshot(join(expected, `${book.name}.json`));
  });
});

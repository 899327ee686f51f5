/** Golden workbooks: every clean one gives no finding, every faulty one exactly the findings committed in test/expected/checks. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks, statements } from '../../src/catalog.ts';
import { checkAccounts } from '../../src/core/findings/check-accounts.ts';
import type { Finding } from '../../src/core/findings/finding.ts';
import { readFacts } from '../../src/core/tables/read-facts.ts';
import { recognise, withPrior } from '../../src/core/tables/recognise.ts';
import { qualifiedAddress } from '../../src/core/workbook/address.ts';
import { createWorkbook } from '../../src/hosts/file/create-workbook.ts';
import { openWorkbook } from '../../src/hosts/file/open-workbook.ts';
import { goldenBooks } from '../workbooks/build.ts';

const workbooks = join(import.meta.dirname, '../workbooks');
const expected = join(import.meta.dirname, '../expected/checks');
const books = goldenBooks();

function fileOf(check: string, name: string): string {
  return join(workbooks, check, `${name}.xlsx`);
}

// Writing them anew is asked for by hand; otherwise the committed files are read as any user's file.
if (process.env['UPDATE_WORKBOOKS'] === '1') {
  for (const { check, name, sheets, prior } of books) {
    mkdirSync(join(workbooks, check), { recursive: true });
    writeFileSync(fileOf(check, name), createWorkbook(sheets));
    if (prior !== undefined) writeFileSync(fileOf(check, priorName(name)), createWorkbook(prior));
  }
}

function priorName(name: string): string {
  return name.replace(/^(?:clean|fault)-/, 'prior-');
}

async function findingsIn(check: string, name: string): Promise<readonly Finding[]> {
  const open = (file: string) => openWorkbook(new Uint8Array(readFileSync(file)), `${name}.xlsx`);
  const workbook = await open(fileOf(check, name));
  const prior = fileOf(check, priorName(name));
  const last = existsSync(prior) ? recognise(await open(prior), statements, { book: 'prior' }) : undefined;
  return recognise(workbook, statements).sets.flatMap((set) => {
    const accounts = { ...(last === undefined ? set : withPrior(set, last)), facts: readFacts(workbook) };
    return checkAccounts(accounts, checks).findings;
  });
}

/** What a reviewer wants to see of a finding. */
function shown({ check, severity, cell, judgement, judgements, suspects, dependants, message }: Finding): object {
  return {
    check,
    severity,
    cell: qualifiedAddress(cell),
    stated: judgement?.stated?.toString(),
    expected: judgement?.expected?.toString(),
    relations: judgements.length,
    suspects: suspects.map(({ figure, repair, slip }) => ({
      cell: qualifiedAddress(figure.ref),
      repair: repair?.toString() ?? null,
      slip,
    })),
    dependants: dependants.map(qualifiedAddress),
    message,
  };
}

describe.each([...new Set(books.map(({ check }) => check))])('%s', (check) => {
  const own = books.filter((book) => book.check === check);

  it('is silent on sound accounts', async () => {
    for (const { name } of own.filter((book) => book.name.startsWith('clean-')))
      expect((await findingsIn(check, name)).map(({ message }) => `${name}: ${message['zh-CN']}`)).toEqual([]);
  });

  it('finds what is wrong, and nothing else', async () => {
    const faults: Record<string, readonly object[]> = {};
    for (const { name } of own.filter((book) => book.name.startsWith('fault-'))) {
      const findings = await findingsIn(check, name);
      expect(
        findings.some((finding) => finding.judgements.some(({ relation }) => relation.check === check) || finding.check === check),
      ).toBe(true);
      faults[name] = findings.map(shown);
    }
    await expect(`${JSON.stringify(faults, null, 2)}\n`).toMatchFileSnapshot(join(expected, `${check}.json`));
  });
});

it('every check has golden workbooks', () => {
  expect(checks.map(({ id }) => id).filter((id) => !books.some(({ check }) => check === id))).toEqual([]);
});

/** The same accounts in 元, in the Shanghai layout, as .xls and as one .csv for each table: the same relations and the same sentences. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../src/core/narrative/narrative.ts';
import type { TableSet } from '../../src/core/tables/table-set.ts';
import type { Workbook } from '../../src/core/workbook/workbook.ts';
import { checkAccounts, checks, loadAccounts, narrate, narratives, openWorkbook } from '../../src/engine.ts';

const VARIANTS = 'test/workbooks/changji';
/** What only the forms of the sample can tell: the .csv folder holds the nine tables. */
const FROM_FORMS = ['performance'];

const open = (path: string): Promise<Workbook> => openWorkbook(new Uint8Array(readFileSync(path)), basename(path));

async function openFolder(path: string): Promise<Workbook> {
  const books = await Promise.all(readdirSync(path).map((file) => open(join(path, file))));
  return { ...books[0]!, sheets: books.flatMap(({ sheets }) => sheets) };
}

let prior: Workbook;
let sample: TableSet;
beforeAll(async () => {
  prior = await open('assets/samples/changji-2022.xlsx');
  sample = accountsOf(await open('assets/samples/changji-2023.xlsx'));
});

const accountsOf = (workbook: Workbook): TableSet => loadAccounts(workbook, prior).sets[0]!;

function sentences(accounts: TableSet): readonly string[] {
  return narrate({ ...accounts, facts: sample.facts }, narratives[0]!)
    .sections.filter(({ id }) => !FROM_FORMS.includes(id))
    .flatMap(({ paragraphs }) => paragraphs.map(textOf));
}

/** Each relation of the nine tables by what it means; lines that a layout does not print are all 0. */
function relations(accounts: TableSet, statements: ReadonlySet<string>): ReadonlySet<string> {
  const bySheet = new Map(accounts.tables.map(({ sheet, statement }) => [sheet, statement]));
  return new Set(
    checkAccounts(accounts, checks).judgements.flatMap(({ relation, verdict, stated }) => {
      // Last year's workbook is the same file for all.
      if (relation.stated.ref.book === 'prior') return [];
      const statement = bySheet.get(relation.stated.ref.sheet) ?? '';
      if (stated === undefined || stated.isZero() || relation.check.startsWith('self-evaluation') || !statements.has(statement)) return [];
      return [
        `${relation.check} ${statement} ${relation.stated.rowKey} ${relation.stated.columnKey} ${verdict === 'broken' ? 'broken' : 'holds'}`,
      ];
    }),
  );
}

const nineTables = (accounts: TableSet): ReadonlySet<string> =>
  new Set(accounts.tables.flatMap(({ statement }) => (statement === null || statement.endsWith('self-evaluation') ? [] : [statement])));

describe.each([
  ['元', () => open(join(VARIANTS, 'changji-2023-yuan.xlsx'))],
  ['the Shanghai layout', () => open(join(VARIANTS, 'changji-2023-shanghai.xlsx'))],
  ['.xls', () => open(join(VARIANTS, 'changji-2023.xls'))],
  ['.csv for each table', () => openFolder(join(VARIANTS, 'csv'))],
])('the accounts in %s', (_, read) => {
  it('give the same relations', async () => {
    const accounts = accountsOf(await read());
    const expected = relations(sample, nineTables(sample));
    expect(expected.size).toBeGreaterThan(150);
    expect([...relations(accounts, nineTables(accounts))].sort()).toEqual([...expected].sort());
  });

  it('give the same sentences', async () => {
    expect(sentences(accountsOf(await read()))).toEqual(sentences(sample));
  });
});

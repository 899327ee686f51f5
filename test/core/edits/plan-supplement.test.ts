/** 补充资料 beside a sheet of that kind that people keep themselves: theirs is never rewritten, and only what stands nowhere yet is asked for. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { supplementEdits } from '../../../src/core/edits/plan-supplement.ts';
import { typeFacts } from '../../../src/core/tables/type-facts.ts';
import { applyEdits, loadAccounts, narrate, narratives, openWorkbook } from '../../../src/engine.ts';

const SAMPLE = new Uint8Array(readFileSync('assets/samples/changji-2023.xlsx'));
const PRIOR = new Uint8Array(readFileSync('assets/samples/changji-2022.xlsx'));

async function load(bytes: Uint8Array) {
  const workbook = await openWorkbook(bytes, 'book.xlsx');
  const accounts = loadAccounts(workbook, await openWorkbook(PRIOR, 'prior.xlsx')).sets[0]!;
  return { workbook, accounts, narrative: narrate(accounts, narratives[0]!) };
}

/** The sample without the answer of one line. */
async function withoutAnswer(item: string) {
  const { workbook } = await load(SAMPLE);
  const sheet = workbook.sheets.find(({ name }) => name === '补充资料')!;
  const row = sheet.grid.findIndex((cells) => cells?.some((cell) => cell?.value === item));
  const column = sheet.grid.flatMap((cells) => cells?.findIndex((cell) => cell?.value === '内容') ?? -1).find((at) => at >= 0)!;
  return applyEdits(SAMPLE, [{ kind: 'set-value', sheet: '补充资料', row, column, value: null }]);
}

describe('a workbook in which people keep 补充资料 themselves', () => {
  it('gets no second sheet when nothing is missing', async () => {
    const { workbook, accounts, narrative } = await load(SAMPLE);
    expect(supplementEdits(narrative, accounts, workbook)).toEqual([]);
  });

  it('gets a sheet with the missing lines only, and keeps what is typed there', async () => {
    const first = await load(await withoutAnswer('收入支出总体与上年相比的主要原因'));
    const [edit, ...more] = supplementEdits(first.narrative, first.accounts, first.workbook);
    expect(more).toEqual([]);
    expect(edit!.content.rows.slice(3).map((row) => row[1]?.value)).toEqual(['收入支出总体与上年相比的主要原因']);

    const facts = typeFacts(
      first.accounts.facts,
      [{ key: '原因/收入支出总体/与上年相比', text: '人员增加', label: '收入支出总体与上年相比的主要原因' }],
      2023,
    );
    const accounts = { ...first.accounts, facts };
    const bytes = applyEdits(
      await withoutAnswer('收入支出总体与上年相比的主要原因'),
      supplementEdits(narrate(accounts, narratives[0]!), accounts, first.workbook),
    );
    const second = await load(bytes);
    expect(second.workbook.sheets.map(({ name }) => name).filter((name) => name.startsWith('补充资料'))).toEqual([
      '补充资料',
      '补充资料 (2)',
    ]);
    expect(second.narrative.gaps).toEqual([]);
    expect(second.accounts.facts.get('2023/原因/收入支出总体/与上年相比')?.text).toBe('人员增加');

    const again = await load(applyEdits(bytes, supplementEdits(second.narrative, second.accounts, second.workbook)));
    expect(again.narrative.gaps).toEqual([]);
    expect(again.workbook.sheets).toHaveLength(second.workbook.sheets.length);
  });
});

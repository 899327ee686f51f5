/** 补充资料 beside a sheet of that kind that people keep themselves: theirs is never rewritten, and only what stands nowhere yet is asked for. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { supplementEdits } from '../../../src/core/edits/plan-supplement.ts';
import { typeFacts } from '../../../src/core/tables/type-facts.ts';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import { applyEdits, loadAccounts, narrate, narratives, openWorkbook } from '../../../src/engine.ts';

const SAMPLE = new Uint8Array(readFileSync('assets/samples/changji-2023.xlsx'));
const PRIOR = new Uint8Array(readFileSync('assets/samples/changji-2022.xlsx'));

async function load(bytes: Uint8Array) {
  const workbook = await openWorkbook(bytes, 'book.xlsx');
  const accounts = loadAccounts(workbook, await openWorkbook(PRIOR, 'prior.xlsx')).sets[0]!;
  return { workbook, accounts, narrative: narrate(accounts, narratives[0]!) };
}

/** The sample without the answers of the lines that `isMeant`. */
async function withoutAnswers(isMeant: (section: string, item: string) => boolean): Promise<Uint8Array> {
  const { workbook } = await load(SAMPLE);
  const { grid } = workbook.sheets.find(({ name }) => name === '补充资料')!;
  const column = grid.flatMap((cells) => cells?.findIndex((cell) => cell?.value === '内容') ?? -1).find((at) => at >= 0)!;
  const rows = [...grid.keys()].filter((row) => isMeant(String(grid[row]?.[0]?.value ?? ''), String(grid[row]?.[1]?.value ?? '')));
  return applyEdits(
    SAMPLE,
    rows.map((row) => ({ kind: 'set-value', sheet: '补充资料', row, column, value: null }) as const),
  );
}

const REASON = '收入支出总体与上年相比的主要原因';

describe('a workbook in which people keep 补充资料 themselves', () => {
  it('gets no second sheet when nothing is missing', async () => {
    const { workbook, accounts, narrative } = await load(SAMPLE);
    expect(supplementEdits(narrative, accounts, workbook)).toEqual([]);
  });

  it('gets a second sheet with last year’s figures only when nothing is missing, and then needs no file of last year', async () => {
    const bytes = await withoutAnswers((section) => section === '上年数');
    const { workbook, accounts, narrative } = await load(bytes);
    const edits = supplementEdits(narrative, accounts, workbook);
    expect(new Set(edits[0]!.content.rows.slice(3).map((row) => row[0]?.value))).toEqual(new Set(['上年数']));
    const alone = loadAccounts(await openWorkbook(applyEdits(bytes, edits), 'book.xlsx'));
    const text = (from: typeof narrative): string => from.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)).join('\n');
    const without = narrate(alone.sets[0]!, narratives[0]!);
    expect(text(without)).toBe(text(narrative));
    expect(without.gaps).toEqual([]);
    // Nor does that run ask for a third sheet.
    expect(supplementEdits(without, alone.sets[0]!, alone.workbook).map(({ content }) => content.tag)).toEqual(['supplement']);
  });

  it('gets a sheet with the missing lines only, and keeps what is typed there', async () => {
    const missing = await withoutAnswers((_, item) => item === REASON);
    const first = await load(missing);
    const [edit, ...more] = supplementEdits(first.narrative, first.accounts, first.workbook);
    expect(more).toEqual([]);
    const asked = edit!.content.rows.slice(3).filter((row) => row[0]?.value !== '上年数');
    expect(asked.map((row) => row[1]?.value)).toEqual([REASON]);

    const facts = typeFacts(first.accounts.facts, [{ key: '原因/收入支出总体/与上年相比', text: '人员增加', label: REASON }], 2023);
    const accounts = { ...first.accounts, facts };
    const bytes = applyEdits(missing, supplementEdits(narrate(accounts, narratives[0]!), accounts, first.workbook));
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

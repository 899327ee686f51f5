/** The draft of 主要原因 on the sample: it names what drove the change, stays a gap until somebody types a reason, and costs nothing when not needed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planSupplement, supplementEdits } from '../../../src/core/edits/plan-supplement.ts';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import type { TableSet } from '../../../src/core/tables/table-set.ts';
import { applyEdits, loadAccounts, narrate, narratives, openWorkbook } from '../../../src/engine.ts';
import { runCli, temporaryFolder } from '../../cli/run-cli.ts';

const KEY = '原因/财政拨款收支/与上年相比';
const PRIOR = 'assets/samples/changji-2022.xlsx';
const SAMPLE = new Uint8Array(readFileSync('assets/samples/changji-2023.xlsx'));
const xinjiang = narratives.find(({ id }) => id === 'xinjiang')!;
const folder = temporaryFolder();

const read = async (bytes: Uint8Array) =>
  loadAccounts(await openWorkbook(bytes, 'book.xlsx'), await openWorkbook(new Uint8Array(readFileSync(PRIOR)), 'prior.xlsx'));

async function withoutReason(item = '财政拨款收支与上年相比的主要原因'): Promise<Uint8Array> {
  const { workbook } = await read(SAMPLE);
  const { grid } = workbook.sheets.find(({ name }) => name === '补充资料')!;
  const column = grid.flatMap((cells) => cells?.findIndex((cell) => cell?.value === '内容') ?? -1).find((at) => at >= 0)!;
  const row = grid.findIndex((cells) => cells?.[1]?.value === item);
  return applyEdits(SAMPLE, [{ kind: 'set-value', sheet: '补充资料', row, column, value: null }]);
}

const textIn = (accounts: TableSet): string =>
  narrate(accounts, xinjiang)
    .sections.flatMap(({ paragraphs }) => paragraphs.map(textOf))
    .join('\n');

describe('the draft of 主要原因', () => {
  it('names for fiscal spending what the published text names, with the figures as printed', async () => {
    const { sets } = await read(await withoutReason());
    const [gap, ...others] = narrate(sets[0]!, xinjiang).gaps;
    expect(others).toEqual([]);
    expect(gap?.id).toBe(KEY);
    const draft = gap?.draft ?? '';
    expect(draft.startsWith('其他政府办公厅（室）及相关机构事务支出增加200.43万元、机关事业单位职业年金缴费支出增加59.72万元；同时')).toBe(
      true,
    );
    expect(draft).toContain('行政运行减少70.25万元');
  });

  it('is never printed as a reason', async () => {
    const { sets } = await read(await withoutReason());
    const text = textIn(sets[0]!);
    expect(text).toContain('主要原因是：【请填写：财政拨款收支与上年相比的主要原因】');
    expect(text).not.toContain('职业年金缴费支出增加59.72万元；同时');
    expect(text).not.toContain('草稿');
  });

  it('stands in 说明 of 补充资料, leaves 内容 empty, and is not read back as an answer', async () => {
    const bytes = await withoutReason();
    const { sets, workbook } = await read(bytes);
    const narrative = narrate(sets[0]!, xinjiang);
    const line = planSupplement(narrative, sets[0]!).content.rows.find((row) => String(row[5]?.value).endsWith(KEY))!;
    expect(line[2]).toEqual({ value: null, style: 'gap' });
    expect(line[4]?.value).toMatch(/^草稿：其他政府办公厅.*职业年金/);
    const again = await read(applyEdits(bytes, supplementEdits(narrative, sets[0]!, workbook)));
    expect(narrate(again.sets[0]!, xinjiang).gaps.map(({ id }) => id)).toEqual([KEY]);
  });

  it('is gone from 说明 once a reason is typed', async () => {
    const { sets } = await read(SAMPLE);
    const facts = new Map([...sets[0]!.facts].map(([key, fact]) => [key, key.endsWith(KEY) ? { ...fact, note: '草稿：旧的。' } : fact]));
    const accounts = { ...sets[0]!, facts };
    const line = planSupplement(narrate(accounts, xinjiang), accounts).content.rows.find((row) => String(row[5]?.value).endsWith(KEY))!;
    expect(String(line[2]?.value)).not.toBe('');
    expect(String(line[4]?.value)).not.toContain('草稿');
  });

  it('changes nothing else: the same questions and figures of last year as with the reason typed', async () => {
    const [empty, full] = [await read(await withoutReason()), await read(SAMPLE)].map(({ sets }) => narrate(sets[0]!, xinjiang));
    expect(empty?.asks.map(({ key }) => key)).toEqual(full?.asks.map(({ key }) => key));
    expect(empty?.carried).toEqual(full?.carried);
  });

  it('is not offered where the parts do not add up to the total', async () => {
    const { sets } = await read(await withoutReason());
    const set = sets[0]!;
    const tables = set.tables.map((table) => {
      if (table.statement !== 'general-budget-expenditure') return table;
      const figures = new Map(table.figures);
      figures.delete('2080506');
      return { ...table, figures, rows: table.rows.filter(({ key }) => key !== '2080506') };
    });
    const gap = narrate({ ...set, tables }, xinjiang).gaps.find(({ id }) => id === KEY);
    expect(gap).toBeDefined();
    expect(gap).not.toHaveProperty('draft');
  });

  it('comes out of `narrate --json` beside its gap', async () => {
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, await withoutReason());
    const { code, stdout } = runCli('narrate', file, '--prior', PRIOR, '--json');
    const { gaps } = JSON.parse(stdout) as { readonly gaps: readonly { readonly id: string; readonly draft?: string }[] };
    expect(code).toBe(0);
    expect(gaps.find(({ id }) => id === KEY)?.draft).toContain('职业年金');
  });
});

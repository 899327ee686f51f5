/** The draft of 主要原因 on the sample: it names what drove the change, stays a gap until somebody types a reason, and costs nothing when not needed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/core/number/decimal.ts';
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

describe('drafts of single rows and of reasons against the budget', () => {
  type Facts = TableSet['facts'];
  const wanting = async (id: string, more: Readonly<Record<string, string>> = {}, change = (set: TableSet): TableSet => set) => {
    const { sets } = await read(SAMPLE);
    const set = sets[0]!;
    const [, model] = [...set.facts].find(([key]) => key.includes('年初预算/'))!;
    const typed = Object.entries(more).map(([key, text]): [string, NonNullable<ReturnType<Facts['get']>>] => {
      const value = new Decimal(text).times(10_000);
      return [key, { ...model, key, text, figure: { ...model.figure!, reading: { kind: 'number', value } } }];
    });
    const facts = new Map([...[...set.facts].filter(([key]) => !key.includes('原因/')), ...typed]);
    const narrative = narrate(
      change({ ...set, facts }),
      narratives.find((one) => one.id === id)!,
    );
    return new Map(narrative.gaps.map((gap) => [gap.id, gap.draft] as const));
  };
  const ROW = '原因/一般公共预算支出/2299999/与上年相比';

  it('tells basic from project expenditure of a row that has both, and says nothing of one that has only one', async () => {
    const drafts = await wanting('xinjiang');
    expect(drafts.get(ROW)).toBe('项目支出减少10.72万元');
    expect(drafts.has('原因/一般公共预算支出/2010301/与上年相比')).toBe(true);
    expect(drafts.get('原因/一般公共预算支出/2010301/与上年相比')).toBeUndefined();
  });

  it('names the economic items of the one row whose basic expenditure they are', async () => {
    // All that is left in 公开05 is this row; 公开06 then stands for it and for nothing else.
    const only = (set: TableSet): TableSet => {
      const tables = set.tables.map((table) => {
        if (table.statement !== 'general-budget-expenditure') return table;
        const basic = set.tables.find(({ statement }) => statement === 'general-budget-basic-expenditure')!;
        const items = ['personnel-total', 'operating-total'].map((key) => basic.figures.get(key)!.get('amount')!.reading);
        const sum = items.reduce((all, one) => (one.kind === 'number' ? all.plus(one.value) : all), new Decimal(0));
        const row = new Map(table.figures.get('2010301')!);
        const amount = { kind: 'number', value: sum } as const;
        for (const key of ['basic', 'total']) row.set(key, { ...row.get(key)!, reading: amount });
        const rows = table.rows.filter(({ code }) => code === undefined || '2010301'.startsWith(code));
        return {
          ...table,
          rows,
          figures: new Map(
            [...table.figures]
              .filter(([key]) => rows.some((one) => one.key === key))
              .map(([key, own]) => (key === '2010301' ? [key, row] : [key, own])),
          ),
        };
      });
      return { ...set, tables, ...(set.prior === undefined ? {} : { prior: only(set.prior) }) };
    };
    const draft = (await wanting('xinjiang', {}, only)).get('原因/一般公共预算支出/2010301/与上年相比');
    expect(draft).toMatch(/^职业年金缴费增加59\.72万元/);
    expect((await wanting('xinjiang')).get('原因/一般公共预算支出/2010301/与上年相比')).toBeUndefined();
  });

  it('compares the three public expenses with their budget columns', async () => {
    expect((await wanting('xinjiang')).get('原因/三公经费合计/与预算相比')).toBe('公务接待费减少2.80万元');
  });

  it('compares rows with the budgets typed for each, and only where these add up to the budget of the whole', async () => {
    const { sets } = await read(SAMPLE);
    const table = sets[0]!.tables.find(({ statement }) => statement === 'general-budget-expenditure')!;
    const budgets = Object.fromEntries(
      [...table.figures].flatMap(([code, row]) => {
        const reading = row.get('total')?.reading;
        return /^\d{7}$/.test(code) && reading?.kind === 'number'
          ? [[`年初预算/一般公共预算支出/${code}`, reading.value.div(10_000).toString()] as const]
          : [];
      }),
    );
    const total = Object.values(budgets).reduce((sum, one) => sum.plus(one), new Decimal(0));
    const lower = { ...budgets, '年初预算/一般公共预算支出/2010399': '400', '年初预算/财政拨款收支': total.minus('57.91').toString() };
    const key = '原因/财政拨款收支/与预算相比';
    expect((await wanting('shanghai', lower)).get(key)).toBe('其他政府办公厅（室）及相关机构事务支出增加57.91万元');
    const unequal = await wanting('shanghai', { ...lower, '年初预算/财政拨款收支': '1000' });
    expect(unequal.has(key)).toBe(true);
    expect(unequal.get(key)).toBeUndefined();
    expect((await wanting('shanghai')).get(key)).toBeUndefined();
  });
});

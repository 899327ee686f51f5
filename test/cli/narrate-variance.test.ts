/** `narrate` of a workbook without final accounts: 变动说明 by itself, in the language of the table, and one sentence where there is nothing to compare. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../src/engine.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const BOOKS = 'test/workbooks/variance';

describe('narrate without final accounts', () => {
  const folder = temporaryFolder();

  it('writes variance notes in the language of the table, whatever the interface speaks', () => {
    const [chinese, english] = [`${BOOKS}/expenses.xlsx`, `${BOOKS}/profit-and-loss.xlsx`].map((book) =>
      runCli('narrate', book, '--lang', 'en'),
    );
    expect([chinese?.code, english?.code]).toEqual([0, 0]);
    expect(chinese?.stdout.split('\n')[0]).toBe('变动说明');
    expect(english?.stdout.split('\n')[0]).toBe('Variance notes');
    expect(chinese?.stderr).toMatch(/^7 /);
  });

  it('writes them to a sheet of their own, and leaves the table as it was', async () => {
    const out = join(folder, '费用.xlsx');
    expect(runCli('narrate', `${BOOKS}/expenses.xlsx`, '--out', out).code).toBe(0);
    const open = async (path: string): Promise<Workbook> => openWorkbook(new Uint8Array(readFileSync(path)), path);
    const [before, after] = [await open(`${BOOKS}/expenses.xlsx`), await open(out)];
    expect(after.sheets.map(({ name }) => name)).toEqual(['Sheet1', '勾稽检查', '变动说明', '补充资料']);
    expect(after.sheets[0]?.grid).toEqual(before.sheets[0]?.grid);
    // Written again, the sheet is the same one.
    expect(runCli('narrate', out, '--out', join(folder, '再.xlsx')).code).toBe(0);
    expect((await open(join(folder, '再.xlsx'))).sheets.map(({ name }) => name)).toEqual(after.sheets.map(({ name }) => name));
  });

  it('prints spans with cells and formulas in the unit of the table', () => {
    const { stdout } = runCli('narrate', `${BOOKS}/balance-sheet.xlsx`, '--json');
    const { sections } = JSON.parse(stdout) as {
      readonly sections: readonly {
        readonly paragraphs: readonly { readonly spans: readonly { readonly text: string; readonly formula?: string }[] }[];
      }[];
    };
    const spans = sections[0]?.paragraphs[0]?.spans ?? [];
    expect(spans.find(({ text }) => text === '2,290,520.50元')?.formula).toBe('=Sheet1!B8');
    expect(spans.find(({ text }) => text === '18.05%')?.formula).toBe('=ABS(ROUND((Sheet1!B8-Sheet1!C8)/Sheet1!C8,4))');
  });

  it('keeps to the measure asked for, and refuses one that is no number', () => {
    const few = runCli('narrate', `${BOOKS}/expenses.xlsx`, '--threshold-percent', '40%', '--threshold-amount', '35');
    expect(
      few.stdout
        .split('\n')
        .slice(3, -1)
        .map((line) => line.split('：')[0]),
    ).toEqual(['合计', '差旅费', '设备购置费', '其余9个项目变动额不足35.00万元或变动率不足40%，不逐项说明，增加6项，减少2项，持平1项。']);
    expect(runCli('narrate', `${BOOKS}/expenses.xlsx`, '--threshold-percent', 'ten').code).toBe(2);
  });

  it('says in one line why there is nothing to write', () => {
    const run = runCli('narrate', `${BOOKS}/unclear.xlsx`);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr.trim().split('\n')).toEqual([expect.stringContaining('不能确定比较哪两列')]);
  });

  it('tells of the ordinary tables beside final accounts only when asked', () => {
    const book = 'assets/samples/changji-2023.xlsx';
    const run = runCli('narrate', book, '--narrative', 'variance');
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(runCli('narrate', book, '--narrative', 'no-such').stderr).toContain('variance');
  });
});

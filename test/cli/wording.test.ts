/** `narrate` with the sheet 说明措辞 and a narrative edited by hand: both are read from the workbook and kept in the copy. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSheet, type Sheet } from '../../src/core/workbook/workbook.ts';
import { applyEdits, openWorkbook } from '../../src/engine.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const SAMPLE = 'assets/samples/changji-2023.xlsx';
const NARRATIVE = '决算公开说明';

async function sheetIn(path: string, name: string): Promise<Sheet> {
  const sheet = findSheet(await openWorkbook(readFileSync(path), 'x.xlsx'), name);
  if (sheet === undefined) throw new Error(`${path} has no ${name}`);
  return sheet;
}

const rowOf = (sheet: Sheet, column: number, start: string): number =>
  sheet.grid.findIndex((row) => String(row?.[column]?.value ?? '').startsWith(start));

describe('narrate over a workbook that people have worked on', () => {
  const folder = temporaryFolder();

  it('uses their wording, says where a faulty one is wrong, and keeps their paragraphs', async () => {
    const first = join(folder, '一.xlsx');
    expect(runCli('narrate', SAMPLE, '--wording', '--out', first).code).toBe(0);
    const wording = await sheetIn(first, '说明措辞');
    const narrative = await sheetIn(first, NARRATIVE);
    const type = (sheet: string, row: number, column: number, value: string) => ({ kind: 'set-value', sheet, row, column, value }) as const;
    const mine = '支出情况见附表，另作说明。';
    const worked = join(folder, '二.xlsx');
    writeFileSync(
      worked,
      applyEdits(readFileSync(first), [
        type('说明措辞', rowOf(wording, 5, '措辞/xinjiang/income/1'), 3, '全年收入{{ 合计 | 金额 }}。'),
        type('说明措辞', rowOf(wording, 5, '措辞/xinjiang/overall/1'), 3, '甲{{ 总表.没有 | 金额 }}'),
        type('说明措辞', rowOf(wording, 5, '约定/千位分隔符'), 3, '无'),
        type(NARRATIVE, rowOf(narrative, 0, '本年支出'), 0, mine),
      ]),
    );
    const out = join(folder, '三.xlsx');
    const run = runCli('narrate', worked, '--out', out);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('措辞/xinjiang/overall/1：第 1 行第 5 个字符：没有名为“总表.没有”的数据。已改用标准措辞。');
    const lines = run.stdout.split('\n');
    expect(lines.filter((line) => /^全年收入\d{4,}\.\d\d万元。$/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('2023年度收入总计'))).toHaveLength(1);
    expect(lines).toContain(mine);
    const again = await sheetIn(out, NARRATIVE);
    expect(again.grid[rowOf(again, 0, mine)]?.[2]?.value).toMatch(/^手工修改，已保留。.*按现在的表应为：本年支出/);
    const notes = await sheetIn(out, '说明措辞');
    expect(notes.grid[rowOf(notes, 5, '措辞/xinjiang/overall/1')]?.[4]?.value).toMatch(/^第 1 行第 5 个字符/);
  });
});

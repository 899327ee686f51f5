/**
 * The accountant's whole evening (一个完整的夜晚), in a real browser: this year's tables, last year's workbook picked, reasons filled in, one taken from its draft, the
 * narrative written, a paragraph edited by hand, a cell of a table changed, everything written again, and the Word document saved.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../src/core/workbook/address.ts';
import { findSheet, type Workbook } from '../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../src/engine.ts';
import { readDocx } from '../../src/hosts/file/read-docx.ts';
import { packageFaults } from '../support/package-faults.ts';
import { workbenchPages } from '../support/workbench-page.ts';

const MINUTES = 60_000;
const NARRATIVE = '决算公开说明';
const SUPPLEMENT = '补充资料';
const THIS_YEAR = 'test/workbooks/changji/changji-2023-yuan.xlsx';
const LAST_YEAR = 'assets/samples/changji-2022.xlsx';

const workbench = workbenchPages();
let page: Page;

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const paneTab = (name: RegExp): Locator => page.getByRole('tab', { name });
const sheetTab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
const cell = (row: number, column: number): Locator => page.locator(`#cell-${row}-${column}`);

async function pick(path: string, press: Locator): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await press.click();
  await (await choosing).setFiles(path);
}

async function downloaded(press: () => Promise<void>): Promise<Uint8Array> {
  const waiting = page.waitForEvent('download');
  await press();
  return new Uint8Array(readFileSync(await (await waiting).path()));
}

async function saved(): Promise<Workbook> {
  const bytes = await downloaded(() => button('保存副本').click());
  expect(packageFaults(bytes)).toEqual([]);
  return openWorkbook(bytes, 'saved.xlsx');
}

const linesOf = (workbook: Workbook): readonly string[] =>
  findSheet(workbook, NARRATIVE)!.grid.flatMap((row) => (typeof row?.[0]?.value === 'string' ? [row[0].value] : []));

/** Through the name box: only what is in view can be clicked. */
async function type(sheet: string, row: number, column: number, text: string): Promise<void> {
  await page.getByRole('grid', { name: sheet }).waitFor();
  await page.getByLabel('名称框').fill(cellAddress({ row, column }));
  await page.keyboard.press('Enter');
  await cell(row, column).dblclick();
  await page.locator('[role=grid] input').fill(text);
  await page.keyboard.press('Enter');
}

async function write(): Promise<void> {
  await paneTab(/^说明/).click();
  // What was said of the run before must not be taken for this one.
  if ((await button('关闭').count()) > 0) await button('关闭').first().click();
  await page.getByText('说明已生成。').waitFor({ state: 'detached' });
  await button('生成说明').click();
  await page.getByText('说明已生成。').waitFor();
}

describe('an evening before the deadline', () => {
  it(
    'ends with a narrative in which every figure follows the tables, the reasons stand in their places, and nothing typed by hand is lost',
    async () => {
      page = await workbench.open('?lang=zh-CN', { height: 900 });
      await pick(THIS_YEAR, page.getByRole('button', { name: /打开工作簿/ }).first());
      await page.getByRole('grid').waitFor();

      // Last year's workbook: two clicks and the file.
      await paneTab(/^设置/).click();
      await pick(LAST_YEAR, page.getByRole('button', { name: /选择文件/ }));
      await page.getByText(basename(LAST_YEAR)).waitFor();
      await paneTab(/^概况/).click();
      await button('检查并生成').click();
      await page.getByText('检查完成，说明已生成。').waitFor();

      // Three reasons: two typed, one taken from the draft that the tables suggest.
      await paneTab(/^说明/).click();
      await page.locator('summary', { hasText: /待填|待补充|需要填写/ }).click();
      const reasons = page.getByRole('textbox', { name: /主要原因/ });
      const typed = ['新增人员三名，人员经费增加', '严格控制公务接待批次'];
      await reasons.nth(1).fill(typed[0]!);
      await reasons.nth(2).fill(typed[1]!);
      const take = page.getByRole('button', { name: /^采用草稿/ }).last();
      const label = (await take.getAttribute('aria-label'))!.replace(/^采用草稿：/, '');
      await take.click();
      const draft = await page.getByRole('textbox', { name: label, exact: true }).inputValue();
      expect(draft).toMatch(/(?:增加|减少)[\d.]+万元/);
      await button('写入补充资料').click();
      await page.getByText(typed[0]!).first().waitFor();
      await write();

      const first = await saved();
      const lines = linesOf(first);
      for (const reason of [...typed, draft]) expect(lines.filter((line) => line.includes(reason)).length, reason).toBeGreaterThan(0);
      expect(findSheet(first, SUPPLEMENT)).toBeDefined();

      // One paragraph by hand.
      const target = lines.findIndex((line) => line.startsWith('收入支出总体与上年相比'));
      const rowOf = (workbook: Workbook, start: string): number =>
        findSheet(workbook, NARRATIVE)!.grid.findIndex((row) => String(row?.[0]?.value ?? '').startsWith(start));
      const mine = '收入支出总体与上年相比变化不大（本段由会计核定）。';
      await sheetTab(NARRATIVE).click();
      await type(NARRATIVE, rowOf(first, lines[target]!.slice(0, 12)), 0, mine);

      // One cell of a table.
      const sheet = first.sheets.find(({ name }) => /“三公”经费/.test(name))!;
      const [row, column] = lastNumber(sheet.grid);
      const before = Number(sheet.grid[row]![column]!.value);
      await sheetTab(sheet.name).click();
      await type(sheet.name, row, column, String(before + 12_300));
      await write();

      const second = await saved();
      const after = linesOf(second);
      expect(after).toContain(mine);
      const kept = rowOf(second, mine);
      expect(String(findSheet(second, NARRATIVE)!.grid[kept]?.[2]?.value)).toContain('手工修改，已保留');
      for (const reason of typed) expect(after.filter((line) => line.includes(reason)).length, reason).toBeGreaterThan(0);
      const [was, is] = [before, before + 12_300].map((yuan) => `${(yuan / 10_000).toFixed(2)}万元`) as [string, string];
      const changed = after.filter((line) => line.includes(is));
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.filter((line) => lines.includes(line))).toEqual([]);
      expect(lines.some((line) => line.includes(was))).toBe(true);

      // The Word document says what the sheet says.
      const document = readDocx(await downloaded(() => button('存为 Word').click())).text.replace(/\s/g, '');
      const missing = after.filter(
        (line) => /[。：]$/.test(line) && !line.endsWith('点击可到该单元格。') && !document.includes(line.replace(/\s/g, '')),
      );
      expect(missing).toEqual([]);
      expect(workbench.complaints).toEqual([]);
    },
    6 * MINUTES,
  );
});

/** The last cell of the actual 公务接待费, the rightmost number of the table's only line of amounts. */
function lastNumber(grid: Workbook['sheets'][number]['grid']): readonly [row: number, column: number] {
  for (let row = grid.length - 1; row >= 0; row--) {
    const cells = grid[row] ?? [];
    for (let column = cells.length - 1; column >= 0; column--) {
      const value = cells[column]?.value;
      if (typeof value === 'number' && value > 100) return [row, column];
    }
  }
  throw new Error('no amount');
}

/** In a real browser: a paragraph edited by hand is kept and pointed at, and an accountant words a paragraph their own way. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readWording } from '../../src/core/narrative/read-wording.ts';
import { findSheet, type Workbook } from '../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../src/engine.ts';
import { workbenchPages } from '../support/workbench-page.ts';

const MINUTES = 60_000;
const NARRATIVE = '决算公开说明';

const workbench = workbenchPages();
let page: Page;

const cell = (row: number, column: number): Locator => page.locator(`#cell-${row}-${column}`);
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

/** The sample in the workbench, checked and narrated, with the pane's 说明 in front. */
async function narrated(): Promise<void> {
  page = await workbench.open('?sample&lang=zh-CN');
  await button('检查并生成').click();
  await page.getByText('检查完成，说明已生成。').waitFor();
  await page.getByRole('tab', { name: /^说明/ }).click();
}

async function writeSheet(): Promise<void> {
  // What was said of the run before must not be taken for this one.
  if ((await button('关闭').count()) > 0) await button('关闭').first().click();
  await page.getByText('说明已生成。').waitFor({ state: 'detached' });
  await button('生成说明').click();
  await page.getByText('说明已生成。').waitFor();
}

async function saved(): Promise<Workbook> {
  const waiting = page.waitForEvent('download');
  await button('保存副本').click();
  return openWorkbook(new Uint8Array(readFileSync(await (await waiting).path())), 'x.xlsx');
}

const written = (workbook: Workbook): readonly string[] => findSheet(workbook, NARRATIVE)!.grid.map((row) => String(row?.[0]?.value ?? ''));

async function type(row: number, column: number, text: string): Promise<void> {
  await cell(row, column).dblclick();
  await page.locator('[role=grid] input').fill(text);
  await page.keyboard.press('Enter');
}

describe('the workbench', () => {
  it(
    'keeps a paragraph edited by hand when the narrative is written again, shows the new text beside it, and gives way when told to',
    async () => {
      await narrated();
      await page.getByRole('tab', { name: NARRATIVE, exact: true }).click();
      const row = written(await saved()).findIndex((text) => text.startsWith('收入支出总体与上年相比'));
      // Through the name box: only what is in view can be clicked.
      await page.getByRole('grid', { name: NARRATIVE }).waitFor();
      await page.getByLabel('名称框').fill(`A${row + 1}`);
      await page.keyboard.press('Enter');
      const mine = '收入支出总体与上年相比，增加99.99万元，主要原因是：人员增加。';
      await type(row, 0, mine);
      const edit = page.locator('[data-hand-edit]');
      await edit.getByText('手工修改，已保留').waitFor();
      expect(await edit.textContent()).toContain(mine);
      expect(await edit.textContent()).toContain('99.99万元');

      await writeSheet();
      const kept = await saved();
      expect(written(kept)[row]).toBe(mine);
      expect(String(findSheet(kept, NARRATIVE)!.grid[row]?.[2]?.value)).toMatch(
        /^手工修改，已保留。.*按现在的表应为：收入支出总体与上年相比/,
      );

      await button('改用新文字').click();
      await edit.waitFor({ state: 'detached' });
      expect(written(await saved())[row]).toMatch(/^收入支出总体与上年相比，(?!增加99\.99)/);
      expect(workbench.complaints).toEqual([]);
    },
    3 * MINUTES,
  );

  it(
    'lets an accountant word a paragraph their own way: previewed while typing, faults at their place, kept in the workbook, taken back',
    async () => {
      await narrated();
      await button('改措辞：二、收入决算情况说明').click();
      const editor = page.locator('[data-wording="措辞/xinjiang/income/1"]');
      const text = editor.getByRole('textbox', { name: '第 1 段' });
      const standard = await text.inputValue();
      expect(standard).toMatch(/^本年收入\{\{ 合计 \| 金额 \}\}/);

      await text.fill('全年收入{{ 合计 | 金颔 }}。');
      const fault = editor.locator('[data-part=wording-fault]');
      await fault.waitFor();
      expect(await fault.textContent()).toContain('第 1 行第 5 个字符：没有名为“金颔”的过滤器');
      expect(await editor.getByRole('button', { name: '保存措辞' }).getAttribute('aria-disabled')).toBe('true');

      await text.fill('全年收入共。');
      await text.press('ArrowLeft');
      await editor.getByRole('button', { name: '插入 合计 | 金额' }).click();
      await expect.poll(() => text.inputValue()).toBe('全年收入共{{ 合计 | 金额 }}。');
      const figure = editor.locator('[data-figure]');
      await figure.waitFor();
      expect(await figure.textContent()).toMatch(/^[\d,]+\.\d\d万元$/);
      await editor.getByRole('button', { name: '保存措辞' }).click();
      await page.getByText('措辞已存入《说明措辞》').waitFor();
      await writeSheet();
      const reworded = await saved();
      expect(readWording(reworded).own.get('措辞/xinjiang/income/1')).toBe('全年收入共{{ 合计 | 金额 }}。');
      expect(written(reworded).filter((line) => /^全年收入共[\d,]+\.\d\d万元。$/.test(line)).length).toBe(1);

      await editor.getByRole('button', { name: '恢复标准措辞' }).click();
      await expect.poll(() => text.inputValue()).toBe(standard);
      await expect.poll(async () => readWording(await saved()).own.size).toBe(0);
      expect(workbench.complaints).toEqual([]);
    },
    3 * MINUTES,
  );

  it(
    'lets an accountant reword a heading, and keeps its number',
    async () => {
      await narrated();
      await button('改措辞：三、支出决算情况说明').click();
      const editor = page.locator('[data-wording="措辞/xinjiang/expenditure/标题"]');
      await editor.getByRole('textbox', { name: '标题' }).fill('支出情况');
      await editor.locator('p', { hasText: '三、支出情况' }).waitFor();
      await editor.getByRole('button', { name: '保存措辞' }).click();
      await page.getByRole('heading', { name: '三、支出情况', exact: true }).waitFor();
      await writeSheet();
      const lines = written(await saved());
      expect([lines.includes('三、支出情况'), lines.includes('三、支出决算情况说明')]).toEqual([true, false]);
      expect(workbench.complaints).toEqual([]);
    },
    3 * MINUTES,
  );
});

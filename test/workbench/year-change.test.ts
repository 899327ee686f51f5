/** From one year to the next in a real browser: an item matched by hand with last year's, and next year's 补充资料 rolled over into a file. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { loadAccounts, openWorkbook } from '../../src/engine.ts';
import { createWorkbook } from '../../src/hosts/file/create-workbook.ts';
import { CHANGJI_2022, CHANGJI_2023, type DepartmentAccounts, writeTables } from '../support/final-accounts/index.ts';
import { packageFaults } from '../support/package-faults.ts';
import { workbenchPages } from '../support/workbench-page.ts';

const MINUTES = 60_000;
const THIS_YEAR = readFileSync('test/workbooks/changji/changji-2023-yuan.xlsx');
const book = (accounts: DepartmentAccounts): Buffer => Buffer.from(createWorkbook(writeTables(accounts, { unit: '元' })));

const workbench = workbenchPages();
let page: Page;

const button = (name: string): Locator => page.getByRole('button', { name });
const view = (name: RegExp): Promise<void> => page.getByRole('tab', { name }).first().click();

async function choose(press: string, name: string, buffer: Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await button(press).first().click();
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function openBook(name: string, buffer: Buffer): Promise<void> {
  page = await workbench.open('?lang=zh-CN');
  await choose('打开工作簿…', name, buffer);
  await page.getByRole('grid').waitFor();
}

async function downloaded(act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const waiting = page.waitForEvent('download');
  await act();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

describe('last year’s workbook', () => {
  it('gives an item with a new code its figure once it is matched by hand', { timeout: 3 * MINUTES }, async () => {
    await openBook('2023.xlsx', THIS_YEAR);
    await view(/^设置/);
    await choose('选择文件…', '2022.xlsx', book({ ...CHANGJI_2022, department: CHANGJI_2023.department }));
    await page.getByText('2022.xlsx', { exact: true }).waitFor();
    await view(/^概况/);
    await button('检查并生成').click();
    await page.getByText('检查完成，说明已生成。').waitFor();
    await view(/^说明/);
    const paragraph = page.locator('article p').filter({ hasText: '宗教事务(项)' });
    expect(await paragraph.innerText()).not.toContain('比上年决算增加0.70万元');
    await page.getByText('1 个科目没有上年数').waitFor();
    await page.getByRole('combobox', { name: '2013404 宗教事务（公开05）' }).selectOption('2013499');
    await expect.poll(() => paragraph.innerText(), { timeout: 15_000 }).toContain('比上年决算增加0.70万元');
    await page.getByText('上年编码（1）：都已选定').waitFor();
    const { bytes } = await downloaded(() => button('保存副本').click());
    const supplement = (await openWorkbook(bytes, 'x.xlsx')).sheets.find(({ tag }) => tag === 'supplement');
    expect(supplement?.grid.some((cells) => cells?.some((cell) => cell?.value === '2013499 其他统战事务支出'))).toBe(true);
    expect(workbench.complaints).toEqual([]);
  });
});

describe('roll-over', () => {
  it(
    'saves next year’s 补充资料, alone or in a copy of next year’s workbook, and leaves this one alone',
    { timeout: 3 * MINUTES },
    async () => {
      await openBook('2023.xlsx', THIS_YEAR);
      await view(/^设置/);
      const alone = await downloaded(() => button('存为新工作簿').click());
      expect(alone.name).toBe(`2024年度补充资料-${CHANGJI_2023.department}.xlsx`);
      expect(packageFaults(alone.bytes)).toEqual([]);
      expect((await openWorkbook(alone.bytes, 'x.xlsx')).sheets.map(({ name, tag }) => [name, tag])).toEqual([['补充资料', 'supplement']]);
      await page.getByText('内有 2024 年度的《补充资料》').waitFor();

      const next = book({ ...CHANGJI_2023, year: 2024 });
      const into = await downloaded(() => choose('写入下年工作簿的副本…', '2024.xlsx', next));
      expect(into.name).toBe('2024-结转.xlsx');
      expect(packageFaults(into.bytes)).toEqual([]);
      const { sets } = loadAccounts(await openWorkbook(into.bytes, 'x.xlsx'));
      expect([sets[0]?.year, (sets[0]?.facts.size ?? 0) > 10]).toEqual([2024, true]);

      await choose('写入下年工作簿的副本…', '再转.xlsx', Buffer.from(into.bytes));
      await page.getByText('“再转.xlsx”已有填写过的《补充资料》').waitFor();
      await choose('写入下年工作簿的副本…', '水利局.xlsx', book({ ...CHANGJI_2023, year: 2024, department: '某某县水利局' }));
      await page.getByText('“水利局.xlsx”不是').waitFor();
      await choose('写入下年工作簿的副本…', '坏.xlsx', Buffer.from('PK\x03\x04 nothing'));
      await page.locator('[data-part=trouble]').waitFor();
      expect(await page.getByText('有未保存的修改').count()).toBe(0);
      expect(workbench.complaints).toEqual([]);
    },
  );

  it('says why nothing can be rolled over', { timeout: 3 * MINUTES }, async () => {
    await openBook('费用.xlsx', readFileSync('test/workbooks/variance/expenses.xlsx'));
    await view(/^设置/);
    await button('存为新工作簿').click();
    await page.getByText('没有找到部门决算报表，无法结转。').waitFor();
  });
});

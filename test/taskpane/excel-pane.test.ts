/** The pane in a real Chromium, with the genuine office.js client before a strict Excel: what an accountant does from the first click to the last. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { type OpenedPane, openPane, paneBrowser, type PaneOptions } from './open-pane.ts';

const FAULTY = 'assets/samples/changji-2023-faulty.xlsx';
const SUMMARY = '收入支出决算总表';

const browser = paneBrowser();
const opened: OpenedPane[] = [];

async function open(book = FAULTY, options: PaneOptions = {}): Promise<Page> {
  const pane = await openPane(browser(), book, options);
  opened.push(pane);
  return pane.page;
}

const main = (page: Page) => page.getByRole('button', { name: '检查并生成' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const card = (page: Page, id: string) => page.locator(`[data-finding^="${id}"]`);
const count = (page: Page, state: string) => page.locator(`[data-state=${state}] dd`).innerText().then(Number);

async function check(page: Page): Promise<void> {
  await main(page).click();
  await page.locator('[data-part=notice]').waitFor({ timeout: 30_000 });
}

async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const sheets = (page: Page) => page.evaluate(() => window.excelUser.sheets());

describe('the pane in Excel', () => {
  it('checks, shows, repairs, follows edits and takes everything back', async () => {
    const page = await open();
    await main(page).waitFor({ timeout: 30_000 });
    const before = await page.evaluate(() => window.excelUser.picture());
    const sheetsBefore = await sheets(page);
    await check(page);

    expect(await sheets(page)).toEqual(expect.arrayContaining(['勾稽检查', '决算公开说明']));
    await expect.poll(() => page.evaluate((sheet) => window.excelUser.isMarked(sheet, 'F35'), SUMMARY)).toBe(true);
    const brokenBefore = await count(page, 'broken');
    expect(brokenBefore).toBeGreaterThan(0);

    await tab(page, '问题').click();
    const finding = card(page, 'grand-total|final-account-summary|closing-balance');
    await finding.locator('[data-finding-head]').click();
    await expect.poll(() => page.evaluate(() => window.excelUser.selection())).toBe(`'${SUMMARY}'!F35`);
    expect(await finding.innerText()).toContain('-45.52');

    // The value on offer, and back.
    await finding.getByRole('button', { name: '改为 45.52' }).click();
    await expect.poll(() => finding.count()).toBe(0);
    await expect.poll(() => page.evaluate((sheet) => window.excelUser.value(sheet, 'F35'), SUMMARY)).toBe(45.52);
    await expect.poll(() => page.evaluate((sheet) => window.excelUser.isMarked(sheet, 'F35'), SUMMARY)).toBe(false);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => finding.count()).toBe(1);
    await expect.poll(() => page.evaluate((sheet) => window.excelUser.value(sheet, 'F35'), SUMMARY)).toBe(-45.52);

    // The user types the right value into the sheet: finding and mark go by themselves.
    await page.evaluate((sheet) => window.excelUser.type(sheet, 'F35', 45.52), SUMMARY);
    await expect.poll(() => finding.count()).toBe(0);
    await expect.poll(() => page.evaluate((sheet) => window.excelUser.isMarked(sheet, 'F35'), SUMMARY)).toBe(false);
    await page.evaluate((sheet) => window.excelUser.type(sheet, 'F35', -45.52), SUMMARY);
    await expect.poll(() => finding.count()).toBe(1);

    await tab(page, '设置').click();
    await page.getByRole('button', { name: '清除标记和生成的工作表' }).click();
    await page.getByText('已清除。').waitFor();
    const ours = (await sheets(page)).filter((name) => !sheetsBefore.includes(name));
    expect(ours).toEqual([]);
    expect(await page.evaluate(() => window.excelUser.picture())).toEqual(before);
  }, 120_000);

  it('offers the commands of the one list, by button and by key', async () => {
    const page = await open();
    await main(page).waitFor({ timeout: 30_000 });
    await tab(page, '设置').click();
    await page.keyboard.press('F9');
    await page.locator('[data-part=notice]').filter({ hasText: '检查完成' }).waitFor({ timeout: 30_000 });
    expect(await sheets(page)).toContain('勾稽检查');
    expect(await sheets(page)).not.toContain('决算公开说明');
    const seen = new Map<string, readonly (string | null)[]>();
    for (const view of ['概况', '说明', '设置']) {
      await tab(page, view).click();
      for (const button of await page.locator('[data-command]').all()) {
        const [id, keys, title] = await Promise.all(
          ['data-command', 'aria-keyshortcuts', 'title'].map((name) => button.getAttribute(name)),
        );
        seen.set(id ?? '', [await button.innerText(), title?.split(' (')[0] ?? null, keys ?? null]);
      }
    }
    expect(Object.fromEntries(seen)).toEqual(
      Object.fromEntries(commands.map(({ id, label, tip, shortcut }) => [id, [label['zh-CN'], tip['zh-CN'], shortcut ?? null]])),
    );
    // Typing is never taken for a command.
    await tab(page, '核对').click();
    await page.getByRole('textbox').first().focus();
    await page.keyboard.press('Shift+F9');
    await page.waitForTimeout(300);
    expect(await sheets(page)).not.toContain('决算公开说明');
    await tab(page, '核对').focus();
    await page.keyboard.press('Shift+F9');
    await expect.poll(() => sheets(page), { timeout: 20_000 }).toContain('决算公开说明');
  }, 120_000);

  it('keeps the focus while findings change under it, and moves by keyboard', async () => {
    const page = await open();
    await main(page).waitFor({ timeout: 30_000 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('检查并生成');
    await page.keyboard.press('Enter');
    await page.locator('[data-part=notice]').waitFor({ timeout: 30_000 });
    await tab(page, '问题').click();
    const heads = page.locator('[data-finding-head]');
    await heads.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const at = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(await at()).toBe(await heads.nth(1).textContent());
    expect(await heads.nth(1).getAttribute('aria-expanded')).toBe('true');
    const held = await at();
    await page.evaluate((sheet) => window.excelUser.type(sheet, 'F14', 255.01), SUMMARY);
    await expect.poll(() => card(page, 'footing|final-account-summary|208|amount').count()).toBe(0);
    expect(await at()).toBe(held);
    expect(await page.evaluate(() => window.excelUser.selection())).toBe(`'${SUMMARY}'!F35`);
  }, 120_000);

  it('filters, and keeps an accepted finding with its reason out of the list', async () => {
    const page = await open();
    await main(page).waitFor({ timeout: 30_000 });
    await check(page);
    await tab(page, '问题').click();
    const cards = page.locator('[data-finding]');
    const all = await cards.count();
    await page.getByLabel('按文字筛选').fill('F35');
    expect(await cards.count()).toBeLessThan(all);
    await page.getByLabel('按文字筛选').fill('');
    const finding = card(page, 'grand-total|final-account-summary|closing-balance');
    await finding.locator('[data-finding-head]').click();
    await finding.getByRole('button', { name: '注明原因，不再提示' }).click();
    await finding.getByRole('textbox').fill('财政已批复，为负数');
    await finding.getByRole('button', { name: '记入补充资料' }).click();
    await expect.poll(() => finding.count()).toBe(0);
    await page.getByText('已注明原因（1）').click();
    expect(await page.locator('details', { hasText: '已注明原因' }).innerText()).toContain('财政已批复，为负数');
  }, 120_000);

  it('shows the narrative, leads from a figure to its cell and takes what is missing', async () => {
    // Nobody has typed anything here yet: no 补充资料, no workbook of last year.
    const page = await open('test/workbooks/changji/changji-2023-yuan.xlsx');
    await main(page).waitFor({ timeout: 30_000 });
    await check(page);
    await tab(page, '问题').click();
    expect(await page.locator('[data-finding-head]', { hasText: '错误' }).count()).toBe(0);
    await tab(page, '说明').click();
    await page.locator('[data-figure]', { hasText: '1,978.38万元' }).first().click();
    await expect.poll(() => page.evaluate(() => window.excelUser.selection())).toMatch(/收入支出决算总表'!/);
    await page.getByText(/待填 \d+ 项/).click();
    const gap = page.getByLabel('上年收入总计（公开01）（万元）');
    await gap.fill('2040.21');
    await page.getByRole('button', { name: '写入补充资料' }).click();
    await expect.poll(() => gap.count()).toBe(0);
    const text = await page.locator('article').innerText();
    expect(text).toContain('与上年相比，减少61.83万元');
  }, 120_000);
});

describe('states of the pane', () => {
  it.each([
    ['light', 'zh-CN', '#FFFFFF', { width: 320 }],
    ['dark', 'en-US', '#262626', { width: 320 }],
    ['dark', 'zh-CN', '#262626', { width: 640 }],
    ['high contrast', 'zh-CN', '#000000', { width: 320, highContrast: true }],
    ['at 200 %', 'zh-CN', '#FFFFFF', { width: 360, zoom: 2 }],
    ['at 200 %', 'en-US', '#FFFFFF', { width: 360, zoom: 2 }],
  ] as const)(
    '%s, %s: no axe violation and nothing cut off at its width',
    async (_name, language, background, look) => {
      const page = await open(FAULTY, { language, background, ...look });
      const tabs = page.getByRole('tab');
      await tabs.first().waitFor({ timeout: 30_000 });
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button').first().click();
      await page.locator('[data-part=notice]').waitFor({ timeout: 30_000 });
      for (let index = 0; index < 5; index++) {
        await tabs.nth(index).click();
        if (index === 1) await page.locator('[data-finding-head]').first().click();
        expect(await axeFaults(page), await tabs.nth(index).innerText()).toEqual([]);
        const overflow = await page.evaluate(
          () => document.querySelector('[role=tabpanel]')!.scrollWidth - document.querySelector('[role=tabpanel]')!.clientWidth,
        );
        expect(overflow, await tabs.nth(index).innerText()).toBeLessThanOrEqual(0);
      }
    },
    120_000,
  );

  it('says what an old Excel can do instead', async () => {
    const page = await open(FAULTY, { profile: 'office2019' });
    expect(await page.getByRole('alert').innerText()).toContain('Office 2021');
    expect(await axeFaults(page)).toEqual([]);
  }, 120_000);

  it('says that office.js did not load, and from where', async () => {
    const page = await open(FAULTY, { office: 'missing' });
    expect(await page.getByRole('alert').innerText()).toContain('office/office.js');
  }, 120_000);

  it('checks and marks under a protected structure, and says that no sheet was added', async () => {
    const page = await open(FAULTY, { structureProtected: true });
    await main(page).waitFor({ timeout: 30_000 });
    const before = await sheets(page);
    await check(page);
    expect(await page.locator('[data-part=notices]').innerText()).toContain('工作簿结构受保护');
    expect(await sheets(page)).toEqual(before);
    expect(await page.evaluate((sheet) => window.excelUser.marks(sheet), SUMMARY)).toBeGreaterThan(0);
  }, 120_000);

  it('tells somebody who is typing in a cell to finish first', async () => {
    const page = await open();
    await main(page).waitFor({ timeout: 30_000 });
    await page.evaluate(() => (window.excelUser.host.cellEdit = true));
    await main(page).click();
    await page.getByText('有单元格正在编辑，请先按 Enter 或 Esc。').waitFor();
    await page.evaluate(() => (window.excelUser.host.cellEdit = false));
    await page.locator('[data-part=notice]').waitFor({ timeout: 30_000 });
  }, 120_000);

  it('lets nothing leave the page and complains of nothing', () => {
    expect(opened.length).toBeGreaterThan(4);
    expect(opened.flatMap(({ foreign }) => foreign)).toEqual([]);
    const complaints = opened.flatMap((pane) => pane.complaints).filter((text) => !text.includes('net::ERR_FAILED'));
    expect(complaints).toEqual([]);
  });
});

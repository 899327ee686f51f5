/** A large workbook on the web, in a real Chromium: the pane answers clicks and shows how far it is while it works, and can be stopped; no limit is exceeded. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPane, paneBrowser } from './open-pane.ts';

const LIMIT = 5_000_000;
const SHEETS = 6;

const browser = paneBrowser();

const check = (page: Page): Locator => page.getByRole('button', { name: '检查', exact: true });
const working = (page: Page): Locator => page.getByRole('status').filter({ hasText: '正在' });

describe('a large workbook on the web', () => {
  it('is read, checked and marked while the pane goes on answering', async () => {
    const large = { book: { sheets: SHEETS, rows: 1_000, columns: 10, faultEvery: 9 }, profile: 'web' as const };
    const { page, foreign, complaints } = await openPane(browser(), 'assets/samples/changji-2023.xlsx', { large });
    await check(page).waitFor({ timeout: 60_000 });
    const untouched = { marks: 0, sheets: Array.from({ length: SHEETS }, (_, sheet) => `表${sheet + 1}`) };

    // Excel keeps the second piece of cells back: what is on the screen now is the middle of the work.
    await page.evaluate(() => window.holdExcel(3));
    await check(page).click();
    const bar = page.getByRole('progressbar');
    await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
    await page.getByRole('tab', { name: '设置' }).click();
    await page.locator('main[data-view=settings]').waitFor();
    await page.getByRole('tab', { name: '概况' }).click();
    await working(page).getByRole('button', { name: '取消' }).click();
    await page.evaluate(() => window.letExcelGoOn());
    await working(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => window.askExcel())).toMatchObject(untouched);

    // Stopped while relations are judged, in the other thread.
    await check(page).click();
    await working(page).filter({ hasText: '正在核对' }).waitFor({ timeout: 60_000 });
    await page.getByRole('tab', { name: '问题' }).click();
    await page.locator('main[data-view=findings]').waitFor();
    await page.getByRole('tab', { name: '概况' }).click();
    await working(page).getByRole('button', { name: '取消' }).click();
    await working(page).waitFor({ state: 'detached' });
    expect(await page.locator('[data-part=notice], [data-part=trouble]').count()).toBe(0);
    expect(await page.evaluate(() => window.askExcel())).toMatchObject(untouched);

    await check(page).click();
    await page.locator('[data-part=notice]').waitFor({ timeout: 120_000 });
    const { syncs, marks, sheets } = await page.evaluate(() => window.askExcel());
    expect([marks > 0, sheets]).toEqual([true, [...untouched.sheets, '勾稽检查']]);
    expect(syncs.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(Math.max(...syncs.flatMap(({ requestBytes, responseBytes }) => [requestBytes, responseBytes]))).toBeLessThan(LIMIT);

    // The list is long: it comes piece by piece, and in the end is all there.
    const found = Number(/\d+/.exec(await page.getByText(/发现 \d+ 个问题/).innerText())?.[0]);
    expect(found).toBeGreaterThan(60);
    await page.getByRole('tab', { name: '问题' }).click();
    const cards = page.locator('[data-finding]');
    await expect.poll(() => cards.count()).toBe(found);
    await page.getByLabel('按文字筛选').fill('表6');
    await expect.poll(() => cards.count()).toBeLessThan(found);
    await page.getByLabel('按文字筛选').fill('');
    await expect.poll(() => cards.count()).toBe(found);

    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  }, 300_000);
});

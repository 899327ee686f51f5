/** 核对说明 in a real Chromium: a text is pasted or chosen, its wrong figure shown in its sentence, and its cell one click away. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, paragraph, run } from '../support/docx.ts';
import { workbenchPages } from '../support/workbench-page.ts';

const MINUTES = 60_000;
const INCOME = '二、收入决算情况说明\n本年收入1,939.86万元，其中：财政拨款收入1,874.02万元，占96.61%；其他收入65.38万元，占3.39%。\n';

let folder: string;
const workbench = workbenchPages();
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-audit-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

async function openPage(search: string, width = 1400): Promise<void> {
  page = await workbench.open(`?sample&${search}`, { width, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('grid').waitFor();
}

const selected = (): Promise<string | null> => page.locator('[role=gridcell][aria-selected=true]').first().textContent();

async function axeFaults(): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ exclude: ['[data-tabster-dummy]'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

describe('核对说明', () => {
  it(
    'shows a wrong figure of a pasted text in its sentence, goes to its cell, and copies the corrected text',
    async () => {
      await openPage('lang=zh-CN');
      await page.getByRole('tab', { name: '核对', exact: true }).click();
      await page.getByLabel('粘贴说明文字').fill(INCOME);
      await page.getByRole('button', { name: '核对', exact: true }).click();
      const card = page.locator('[data-audit]');
      await card.first().waitFor();
      expect(await card.count()).toBe(1);
      expect(await card.locator('mark').textContent()).toBe('65.38万元');
      expect(await card.textContent()).toContain('按报表应为65.83万元');
      await card.getByRole('button', { name: /收入决算表!K7/ }).click();
      await expect.poll(selected).toBe('65.83');
      await card.getByRole('button').first().click();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('65.38万元');
      await page.getByRole('button', { name: '复制改正稿（改 1 处）' }).click();
      await page.getByText('已复制').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(INCOME.replace('65.38', '65.83'));
      // The cell is made to agree with the text: the finding goes by itself.
      await page.getByRole('grid').focus();
      await page.keyboard.type('65.38');
      await page.keyboard.press('Enter');
      await expect.poll(() => card.filter({ hasText: '65.83' }).count()).toBe(0);
      await page.setViewportSize({ width: 320, height: 850 });
      const panel = page.getByRole('tabpanel');
      expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
      expect(await axeFaults()).toEqual([]);
      expect(workbench.complaints).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'gives a Word document back with the correction as a tracked change, and says what is wrong with a file it cannot read',
    async () => {
      await openPage('lang=en', 800);
      await page.getByRole('tab', { name: 'Audit', exact: true }).click();
      const [heading = '', sentence = ''] = INCOME.split('\n');
      const path = join(folder, '说明.docx');
      writeFileSync(path, docx(paragraph(run(heading)) + paragraph(run(sentence))));
      await page.locator('input[type=file][accept*=docx]').setInputFiles(path);
      await page.locator('[data-audit]').waitFor();
      const button = page.getByRole('button', { name: 'Save Word file with tracked changes' });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      expect(download.suggestedFilename()).toBe('说明-核对.docx');
      const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(await download.path())))['word/document.xml'] ?? new Uint8Array());
      expect(/<w:del [^>]*author="Tieout".*65\.38万元.*<w:ins [^>]*author="Tieout".*65\.83万元/.test(xml)).toBe(true);
      expect(await axeFaults()).toEqual([]);
      writeFileSync(path, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
      await page.locator('input[type=file][accept*=docx]').setInputFiles(path);
      await page.getByText('This is an old Word document').waitFor();
      expect(workbench.complaints).toEqual([]);
    },
    2 * MINUTES,
  );
});

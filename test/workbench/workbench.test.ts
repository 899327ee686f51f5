/** The workbench in a real Chromium, from an opened file to the saved one, with the sample that holds errors. */
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/core/narrative/narrative.ts';
import type { Workbook } from '../../src/core/workbook/workbook.ts';
import { loadAccounts, narrate, narrativeFor, narratives, openWorkbook } from '../../src/engine.ts';
import { readLayouts } from '../../src/hosts/file/read-layout.ts';
import { packageFaults } from '../support/package-faults.ts';
import { handMade } from '../support/packages.ts';
import { workbenchPages } from '../support/workbench-page.ts';

const FAULTY = new Uint8Array(readFileSync('assets/samples/changji-2023-faulty.xlsx'));
const MINUTES = 60_000;

const workbench = workbenchPages();
let page: Page;

async function openPage(search = '?sample&lang=zh-CN', width = 1400): Promise<void> {
  page = await workbench.open(search, { width });
  if (search.includes('sample')) await grid().waitFor();
}

const grid = (): Locator => page.getByRole('grid');
const cell = (row: number, column: number): Locator => page.locator(`#cell-${row}-${column}`);
const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
const paneTab = (name: RegExp): Locator => page.getByRole('tab', { name });
const marks = (level: string): Locator => page.locator(`[role=gridcell][data-mark=${level}]`);
const drop = (name: string, text: string): Promise<void> =>
  page.evaluate(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ''], fileName ?? ''));
      document
        .querySelector('[lang] ')
        ?.querySelector('header')
        ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    [name, text],
  );

async function openFrom(name: string, bytes: Uint8Array): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '打开工作簿…' }).first().click();
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await page.getByText(name).waitFor();
}

async function checkAndNarrate(): Promise<void> {
  await page.getByRole('button', { name: '检查并生成' }).click();
  await page.getByText('检查完成，说明已生成。').waitFor();
}

async function saved(): Promise<{ readonly bytes: Uint8Array; readonly name: string; readonly workbook: Workbook }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存副本' }).click();
  const download = await waiting;
  const bytes = new Uint8Array(readFileSync(await download.path()));
  return { bytes, name: download.suggestedFilename(), workbook: await openWorkbook(bytes, 'x.xlsx') };
}

describe('the workbench', () => {
  it(
    'saves the disclosure as a Word document',
    async () => {
      await openPage();
      await checkAndNarrate();
      await paneTab(/^说明/).first().click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: '存为 Word' }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(/公开说明\.docx$/);
      const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(await download.path())))['word/document.xml'] ?? new Uint8Array());
      const written = (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [])
        .filter((paragraph) => paragraph.includes('w:val="Narrative"'))
        .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''));
      const accounts = loadAccounts(await openWorkbook(FAULTY, 'x.xlsx')).sets[0]!;
      const expected = narrate(accounts, narrativeFor(accounts)).sections.flatMap((section) => section.paragraphs.map(textOf));
      expect(expected.length).toBeGreaterThan(20);
      expect(written).toEqual(expected);
      expect(workbench.complaints).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'finds, shows, and lets go of an error once it is put right, and saves a sound workbook whose narrative agrees with its tables',
    async () => {
      await openPage();
      await checkAndNarrate();
      await paneTab(/^问题/).click();
      await page.locator('[data-finding]').filter({ hasText: 'F14' }).first().locator('[data-finding-head]').click();
      await expect.poll(() => cell(13, 5).getAttribute('aria-selected')).toBe('true');
      expect(await cell(13, 5).getAttribute('data-mark')).toBe('error');
      expect(await cell(13, 5).evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 199, 206)');
      const before = await page.locator('[data-finding]').count();

      await grid().focus();
      await page.keyboard.type('255.01');
      await page.keyboard.press('Enter');
      await expect.poll(() => cell(13, 5).textContent()).toBe('255.01');
      await expect.poll(() => cell(13, 5).getAttribute('data-mark')).toBeNull();
      await expect.poll(() => page.locator('[data-finding]').count()).toBeLessThan(before);
      expect(await cell(14, 5).getAttribute('aria-selected')).toBe('true');

      await paneTab(/^概况/).click();
      await checkAndNarrate();
      await tab('决算公开说明').click();
      await expect.poll(() => cell(0, 0).textContent()).toContain('决算公开说明');
      await expect.poll(async () => (await tab('决算公开说明').boundingBox())?.x ?? Infinity).toBeLessThan(1400 - 380);
      const { bytes, name, workbook } = await saved();
      expect(name).toBe('样例-部门决算（含差错）-勾稽.xlsx');
      expect(packageFaults(bytes)).toEqual([]);
      const set = loadAccounts(workbook).sets[0]!;
      const expected = narrate(set, narratives[0]!).sections.flatMap((section) => section.paragraphs.map(textOf));
      const written = workbook.sheets.find(({ tag }) => tag === 'narrative')!.grid.map((row) => row?.[0]?.value);
      expect(expected.filter((text) => !written.includes(text))).toEqual([]);
      expect(written).toContainEqual(expect.stringContaining('1,939.86'));
      expect(workbench.requests.filter((url) => !url.startsWith(workbench.origin()) && !/^(?:data|blob):/.test(url))).toEqual([]);
      expect(workbench.complaints).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'gives the workbook back as it was when everything is cleared',
    async () => {
      await openPage();
      await checkAndNarrate();
      expect(await marks('error').count()).toBeGreaterThan(0);
      await paneTab(/^设置/).click();
      await page.getByRole('button', { name: '清除标记和生成的工作表' }).click();
      await expect.poll(() => marks('error').count()).toBe(0);
      const { bytes, workbook } = await saved();
      expect(workbook).toEqual(await openWorkbook(FAULTY, 'x.xlsx'));
      expect(readLayouts(bytes)).toEqual(readLayouts(FAULTY));
    },
    2 * MINUTES,
  );

  it(
    'keeps the settings in the saved copy, and finds them there when it is opened again',
    async () => {
      await openPage();
      await paneTab(/^设置/).click();
      await page.getByRole('radio', { name: '一分不差才算相符' }).click();
      const { bytes } = await saved();
      await page.context().close();
      await openPage();
      await paneTab(/^设置/).click();
      expect(await page.getByRole('radio', { name: '一分不差才算相符' }).isChecked()).toBe(false);
      await openFrom('再开.xlsx', bytes);
      await paneTab(/^设置/).click();
      await expect.poll(() => page.getByRole('radio', { name: '一分不差才算相符' }).isChecked()).toBe(true);
    },
    2 * MINUTES,
  );

  it(
    'takes the thresholds of 变动说明, says at the field what is no number, and keeps them in the copy',
    async () => {
      await openPage('?lang=zh-CN');
      const book = 'test/workbooks/variance/expenses.xlsx';
      await openFrom('费用.xlsx', readFileSync(book));
      await paneTab(/^概况/).click();
      await page.getByRole('button', { name: '检查并生成' }).click();
      await page.getByText('检查完成，说明已生成。').waitFor();
      const paragraphs = async (): Promise<number> => {
        await paneTab(/^说明/).click();
        return page.locator('article p').count();
      };
      const usual = await paragraphs();
      await paneTab(/^设置/).click();
      const amount = (): Locator => page.getByRole('textbox', { name: '变动额达到（按表中单位）' });
      await amount().fill('10万元');
      await amount().press('Enter');
      await page.getByText('请只填数字，不带单位').waitFor();
      expect(await paragraphs()).toBe(usual);
      await paneTab(/^设置/).click();
      await amount().fill('９９，９９９，９９９');
      await amount().press('Enter');
      await expect.poll(paragraphs).toBeLessThan(usual);
      const { bytes } = await saved();
      await page.context().close();
      await openPage('?lang=zh-CN');
      await openFrom('再开.xlsx', bytes);
      await paneTab(/^设置/).click();
      await expect.poll(() => amount().inputValue()).toBe('９９，９９９，９９９');
      expect(workbench.complaints).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'text that follows the cells is fresh after an edit, and waits for nobody',
    async () => {
      await openPage();
      await checkAndNarrate();
      await paneTab(/^说明/).first().click();
      await page.getByRole('checkbox', { name: /说明中的数字用公式/ }).check();
      await page.getByRole('button', { name: '生成说明' }).click();
      await page.getByText('说明已生成。').waitFor();
      await tab('收入支出决算总表').click();
      await cell(13, 5).click();
      await grid().focus();
      await page.keyboard.type('255.01');
      await page.keyboard.press('Enter');
      await expect.poll(() => cell(13, 5).textContent()).toBe('255.01');
      // Written as if it had been generated now.
      const outdated = async (): Promise<readonly string[]> => {
        const { workbook } = await saved();
        const accounts = loadAccounts(workbook).sets[0]!;
        const expected = narrate(accounts, narrativeFor(accounts)).sections.flatMap((section) => section.paragraphs.map(textOf));
        const written = workbook.sheets.find(({ tag: one }) => one === 'narrative')!.grid.map((row) => row?.[0]?.value);
        return expected.filter((text) => !written.includes(text)).slice(0, 3);
      };
      await expect.poll(outdated, { timeout: 20_000, interval: 1_000 }).toEqual([]);
      const { workbook } = await saved();
      const { grid: rows } = workbook.sheets.find(({ tag: one }) => one === 'narrative')!;
      const live = rows.flatMap((row) => row?.filter((one) => one?.formula !== undefined) ?? []);
      expect(live.length).toBeGreaterThan(5);
      expect(live.filter((one) => typeof one?.value !== 'string')).toEqual([]);
      expect(live.some((one) => String(one?.value).includes('1,939.86'))).toBe(true);
      expect(workbench.complaints).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'says of an empty workbook that there is nothing to check or to write about, and changes nothing',
    async () => {
      await openPage('?lang=zh-CN');
      await openFrom('空.xlsx', handMade({ sheets: ['<sheetData/>'] }));
      await page.getByRole('button', { name: '检查并生成' }).click();
      await page.getByText('检查完成。没有可写说明的内容，未生成说明。').waitFor();
      await page.getByText('没有可核对的表').waitFor();
      expect(await page.getByText('有未保存的修改').count()).toBe(0);
      expect(workbench.complaints).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'is walked and edited by the keyboard alone, and warns before unsaved edits are lost',
    async () => {
      await openPage();
      await grid().focus();
      await page.keyboard.press('ArrowDown');
      expect(await grid().getAttribute('aria-activedescendant')).toBe('cell-1-0');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowRight');
      // The title is one merged cell from A to F.
      expect(await grid().getAttribute('aria-activedescendant')).toBe('cell-0-6');
      expect(await cell(0, 0).getAttribute('aria-colspan')).toBe('6');
      await page.keyboard.press('Control+ArrowDown');
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('F2');
      await page.keyboard.type('改');
      await page.keyboard.press('Escape');
      expect(await cell(0, 0).textContent()).toBe('收入支出决算总表');
      await cell(6, 2).dblclick();
      expect(await page.getByLabel('编辑 C7').inputValue()).not.toBe('');
      await page.getByLabel('编辑 C7').fill('1,874.03');
      await page.keyboard.press('Tab');
      await expect.poll(() => cell(6, 2).textContent()).toBe('1,874.03');
      await page.getByText('有未保存的修改').waitFor();
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.accept();
      });
      await page.close({ runBeforeUnload: true });
      await expect.poll(() => asked).toEqual(['beforeunload']);
    },
    MINUTES,
  );

  it(
    'says in the page what is wrong with a file, and what to do',
    async () => {
      await openPage('?lang=zh-CN');
      await drop('坏.xlsx', 'PK\u0003\u0004 broken');
      await page.getByText(/坏\.xlsx：.*请/).waitFor();
      await drop('表.csv', '项目,金额\n一,1\n二,2\n合计,3\n');
      await page.getByText('此格式只能查看').waitFor();
      await cell(3, 1).dblclick();
      await page.getByText('此工作簿只能查看，不能修改').waitFor();
      expect(await page.getByRole('button', { name: '保存副本' }).isDisabled()).toBe(true);
    },
    MINUTES,
  );

  it(
    'speaks English, stacks on a narrow screen and has no accessibility violation',
    async () => {
      await openPage('?sample&lang=en', 800);
      await page.getByRole('button', { name: 'Save a copy' }).waitFor();
      const [left, right] = [await grid().boundingBox(), await page.locator('[data-part=pane]').boundingBox()];
      expect(right!.y).toBeGreaterThanOrEqual(left!.y + left!.height);
      await page.addScriptTag({ content: axe.source }).catch(() => page.evaluate(axe.source));
      const found = await page.evaluate(async () => {
        const run = (window as unknown as { axe: typeof axe }).axe.run;
        // Fluent's keyboard helper keeps elements of its own in the page, hidden from everyone but the Tab key.
        return (await run({ exclude: ['[data-tabster-dummy]'] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      });
      expect(found).toEqual([]);
    },
    MINUTES,
  );
});

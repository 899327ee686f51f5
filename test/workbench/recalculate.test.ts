/** Recalculation in a real Chromium: a typed value reaches the sums that read it, a mark goes with its error, and nothing leaves the page. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cellAt } from '../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../src/engine.ts';
import { handMade } from '../support/packages.ts';
import { workbenchPages } from '../support/workbench-page.ts';

const MINUTES = 60_000;
const workbench = workbenchPages();
let page: Page;

/** Four quarters of six expenses with totals by formula; «培训» of the first quarter was mistyped, and the typed grand total shows it. */
const AMOUNTS = [
  [12.31, 7.52, 90.17, 3.3],
  [45.6, 8.25, 17.4, 66.02],
  [7.89, 31.07, 5.55, 20.41],
  [101.13, 64.77, 39.96, 80.08],
  [31.4, 15.92, 65.35, 89.79],
  [27.18, 28.18, 28.45, 90.45],
];
const TRUE_TRAINING = 3.14;

function expenses(): Uint8Array {
  const text = (address: string, words: string): string => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const cell = (address: string, value: number, formula = ''): string =>
    `<c r="${address}" s="1">${formula === '' ? '' : `<f>${formula}</f>`}<v>${value}</v></c>`;
  const sum = (values: readonly number[]): number => Number(values.reduce((total, value) => total + value, 0).toFixed(2));
  const trueRows = AMOUNTS.map((row, index) => (index === 4 ? [TRUE_TRAINING, ...row.slice(1)] : row));
  const lines = AMOUNTS.map((values, index) => {
    const row = index + 2;
    const name = ['工资', '水电', '差旅', '会议', '培训', '邮寄'][index]!;
    const cells = values.map((value, column) => cell(`${'BCDE'[column]!}${row}`, value)).join('');
    return `<row r="${row}">${text(`A${row}`, name)}${cells}${cell(`F${row}`, sum(values), `SUM(B${row}:E${row})`)}</row>`;
  });
  const down = (column: number): number => sum(AMOUNTS.map((row) => row[column]!));
  const heads = ['一季度', '二季度', '三季度', '四季度', '合计'].map((name, index) => text(`${'BCDEF'[index]!}1`, name)).join('');
  const totals = [0, 1, 2, 3]
    .map((column) => cell(`${'BCDE'[column]!}8`, down(column), `SUM(${'BCDE'[column]!}2:${'BCDE'[column]!}7)`))
    .join('');
  // The grand total was typed, from the true amounts.
  const total = sum(trueRows.flat());
  return handMade({
    sheets: [
      `<sheetData><row r="1">${text('A1', '项目')}${heads}</row>${lines.join('')}<row r="8">${text('A8', '合计')}${totals}${cell('F8', total)}</row>` +
        `<row r="10">${text('A10', '查表')}<c r="B10"><f>VLOOKUP("培训",A2:B7,2,FALSE)</f><v>31.4</v></c></row></sheetData>`,
    ],
    styles: '<cellXfs><xf/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs>',
  });
}

const grid = (): Locator => page.getByRole('grid');
const cell = (row: number, column: number): Locator => page.locator(`#cell-${row}-${column}`);
const waitingNote = (): Locator => page.getByText(/个公式单元格的结果要由 Excel 计算/);

async function open(bytes: Uint8Array, name = '费用.xlsx'): Promise<void> {
  page = await workbench.open('?lang=zh-CN');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '打开工作簿…' }).first().click();
  await (await choosing).setFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  await grid().waitFor();
}

async function type(row: number, column: number, text: string): Promise<void> {
  await cell(row, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const hasEngine = (): boolean => workbench.requests.some((url) => /\/engine\./.test(url));

describe('a value typed into a cell that formulas read', () => {
  it(
    'reaches them, its error and its mark go, and what only Excel can compute waits',
    async () => {
      await open(expenses());
      await page.getByRole('button', { name: '检查', exact: true }).click();
      await page.getByText('检查完成。').waitFor();
      await expect.poll(() => page.locator('[role=gridcell][data-mark=error]').count()).toBeGreaterThan(0);
      expect(hasEngine()).toBe(false);

      await type(5, 1, '3.14');
      await expect.poll(() => cell(7, 1).textContent()).toBe('197.25');
      await expect.poll(() => cell(9, 1).getAttribute('data-waiting')).toBe('');
      expect(await waitingNote().textContent()).toMatch(/^1 个/);
      await expect.poll(() => page.locator('[role=gridcell][data-mark=error]').count()).toBe(0);
      await page.getByRole('tab', { name: /^问题/ }).click();
      await expect.poll(() => page.locator('[data-finding]').count()).toBe(0);

      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: '保存副本' }).click();
      const saved = await openWorkbook(new Uint8Array(readFileSync(await (await downloading).path())), 'x.xlsx');
      expect(cellAt(saved.sheets[0]!, 7, 1)).toMatchObject({ formula: 'SUM(B2:B7)', value: 197.25 });
      expect(hasEngine()).toBe(true);
      expect(workbench.requests.filter((url) => !url.startsWith(workbench.origin()) && !/^(?:data|blob):/.test(url))).toEqual([]);
      expect(workbench.requests.filter((url) => url.endsWith('.wasm'))).toEqual([]);
      expect(workbench.complaints).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'may be a formula: written, shown again when the cell is opened, and kept in the editor while it is none',
    async () => {
      await open(expenses());
      await type(11, 1, '=SUM(B2:B7)*2');
      await expect.poll(() => cell(11, 1).textContent()).toBe('451.02');
      await cell(11, 1).dblclick();
      expect(await page.getByLabel('编辑 B12').inputValue()).toBe('=SUM(B2:B7)*2');
      await page.getByLabel('编辑 B12').fill('=SUM(B2:B7');
      await page.keyboard.press('Enter');
      await page.getByText('这个公式不完整或有错误').waitFor();
      expect(await page.getByLabel('编辑 B12').inputValue()).toBe('=SUM(B2:B7');
      await page.getByLabel('编辑 B12').press('End');
      await page.keyboard.type(')');
      await page.keyboard.press('Enter');
      await expect.poll(() => cell(11, 1).textContent()).toBe('225.51');
      await expect.poll(() => page.getByText('这个公式不完整或有错误').count()).toBe(0);
      await type(12, 1, '=TODAY()');
      await expect.poll(() => cell(12, 1).getAttribute('data-waiting')).toBe('');
      expect(await waitingNote().textContent()).toMatch(/^1 个/);
      expect(workbench.complaints).toEqual([]);
    },
    2 * MINUTES,
  );
});

describe('a workbook of 200,000 cells', () => {
  it(
    'is read in a worker: progress is shown, and a click is answered before the reading ends',
    async () => {
      const lines = Array.from({ length: 20_000 }, (_, row) => `行${row}${`,${row}.25`.repeat(9)}`);
      page = await workbench.open('?lang=zh-CN');
      const started = page.waitForEvent('worker');
      await page.evaluate((text) => {
        const seen = { clicks: 0, opening: '' };
        Object.assign(window, { seen });
        document.addEventListener('click', () => (seen.clicks += 1));
        const data = new DataTransfer();
        data.items.add(new File([text], '大表.csv'));
        document.querySelector('header')?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
        const press = (): void => {
          if (document.querySelector('[role=grid]') !== null) return;
          const shown = /正在打开“大表\.csv”/.exec(document.body.textContent ?? '')?.[0];
          if (shown !== undefined) {
            seen.opening = shown;
            document.querySelector<HTMLElement>('h1')?.click();
          }
          setTimeout(press, 0);
        };
        setTimeout(press, 0);
      }, lines.join('\n'));
      expect((await started).url()).toMatch(/\/file\.[^/]*\.js$/);
      await grid().waitFor();
      const seen = await page.evaluate(() => (window as unknown as { seen: { clicks: number; opening: string } }).seen);
      expect(seen.opening).toBe('正在打开“大表.csv”');
      // While a page reads by itself it answers nothing, until all is done.
      expect(seen.clicks).toBeGreaterThan(3);
    },
    2 * MINUTES,
  );
});

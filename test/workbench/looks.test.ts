/** Tables as their authors have drawn them: the grid in a real Chromium shows borders, letters, fills and frozen panes of a file, and where texts and numbers stand. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { handMade } from '../support/packages.ts';
import { workbenchPages } from '../support/workbench-page.ts';

const MINUTES = 60_000;
const edges = (style: string): string => ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="${style}"/>`).join('');
const STYLES =
  '<fonts><font><sz val="11"/></font><font><b/><i/><strike/><sz val="22"/><color theme="4"/></font></fonts>' +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/></patternFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor indexed="43"/></patternFill></fill></fills>' +
  `<borders><border/><border>${edges('thin')}</border><border><bottom style="double"><color rgb="FFFF0000"/></bottom></border>` +
  '<border><top style="medium"/></border></borders>' +
  '<cellXfs><xf/><xf borderId="1"/><xf fontId="1" fillId="1"/><xf fillId="2" borderId="2"/><xf borderId="3"/>' +
  '<xf><alignment horizontal="right" vertical="top" indent="2"/></xf><xf><alignment shrinkToFit="1"/></xf><xf><alignment wrapText="1"/></xf></cellXfs>';
const text = (at: string, words: string, style = 0): string => `<c r="${at}" s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (at: string, value: number, style = 0): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const LONG = '一般公共预算财政拨款支出决算具体情况';

const looks =
  '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>' +
  '<cols><col min="1" max="6" width="10"/><col min="7" max="7" width="10" hidden="1"/></cols><sheetData>' +
  `<row r="1">${text('A1', '框', 1)}${text('B1', '大', 2)}${text('C1', '黄', 3)}</row>` +
  `<row r="2">${text('C2', '粗', 4)}${text('D2', '右', 5)}</row>` +
  `<row r="3">${text('A3', LONG)}${text('F3', '满')}</row>` +
  `<row r="4">${text('A4', LONG)}${text('B4', '满')}</row>` +
  `<row r="5">${text('A5', LONG, 6)}</row><row r="6">${text('A6', LONG, 7)}</row>` +
  `<row r="7">${number('A7', 1234567890123)}${number('G7', 1)}</row><row r="8" hidden="1">${text('A8', '并')}</row></sheetData>` +
  '<mergeCells><mergeCell ref="A8:B9"/></mergeCells>';

const frozenRows = Array.from(
  { length: 60 },
  (_, row) =>
    `<row r="${row + 1}">${Array.from({ length: 30 }, (_, column) => number(`${column < 26 ? '' : 'A'}${String.fromCharCode(65 + (column % 26))}${row + 1}`, row * 100 + column)).join('')}</row>`,
).join('');
const frozen = (pane: string, merge = ''): string =>
  `<sheetViews><sheetView workbookViewId="0"><pane ${pane} state="frozen"/></sheetView></sheetViews><sheetData>${frozenRows}</sheetData>${merge}`;
const long =
  '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"/></sheetView></sheetViews><sheetData>' +
  Array.from(
    { length: 10_000 },
    (_, row) => `<row r="${row + 1}">${Array.from({ length: 20 }, (_, at) => `<c s="1"><v>${row * at}</v></c>`).join('')}</row>`,
  ).join('') +
  '</sheetData>';
const book = handMade({
  names: ['样式', '冻结', '太大', '很长'],
  styles: STYLES,
  sheets: [
    looks,
    frozen('xSplit="2" ySplit="3" topLeftCell="C4"', '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>'),
    frozen('xSplit="25" ySplit="50" topLeftCell="Z51"'),
    long,
  ],
});

const workbench = workbenchPages();
let page: Page;

async function open(sheet: string): Promise<void> {
  page = await workbench.open('?lang=zh-CN', { width: 1300, height: 800 });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '打开工作簿…' }).first().click(),
  ]);
  await chooser.setFiles({ name: '表.xlsx', mimeType: '', buffer: Buffer.from(book) });
  await grid().waitFor();
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  await page.getByRole('grid', { name: sheet }).waitFor();
}

const grid = (): Locator => page.getByRole('grid');
const cell = (row: number, column: number): Locator => page.locator(`#cell-${row}-${column}`);
const style = (at: Locator, ...names: readonly string[]): Promise<readonly string[]> =>
  at.evaluate((element, wanted) => wanted.map((name) => getComputedStyle(element).getPropertyValue(name)), names);
/** Where the middle of a cell is covered by nothing but its own text. */
const isOnTop = (at: Locator): Promise<boolean> =>
  at.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
const scroll = async (top: number, left: number): Promise<void> => {
  await grid().evaluate((element, [down = 0, right = 0]) => element.scrollTo(right, down), [top, left]);
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
};
const active = (): Promise<string | null> => grid().getAttribute('aria-activedescendant');
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('the looks of a file', () => {
  it(
    'are shown: borders, letters, fills, alignment, hidden rows and columns, no grid lines where the author wants none',
    async () => {
      await open('样式');
      expect(await style(cell(0, 0), 'border-right-style', 'border-right-width', 'border-left-style')).toEqual(['solid', '1px', 'solid']);
      expect(await style(cell(0, 1), 'font-weight', 'font-style', 'font-size', 'background-color')).toEqual([
        '600',
        'italic',
        '26px',
        'rgb(222, 235, 247)',
      ]);
      expect(await style(cell(0, 1).locator('span'), 'color', 'text-decoration-line')).toEqual(['rgb(91, 155, 213)', 'line-through']);
      // The lower neighbour asks for a medium line, the cell itself for a double red one: the heavier is drawn, once.
      expect(await style(cell(0, 2), 'border-bottom-style', 'border-bottom-color', 'background-color')).toEqual([
        'double',
        'rgb(255, 0, 0)',
        'rgb(255, 255, 153)',
      ]);
      expect(await style(cell(1, 3), 'justify-content', 'align-items', 'padding-right', 'border-bottom-color')).toEqual([
        'flex-end',
        'flex-start',
        '28px',
        'rgba(0, 0, 0, 0)',
      ]);
      expect(await page.getByRole('columnheader', { name: 'G', exact: true }).count()).toBe(0);
      expect(await cell(7, 0).textContent()).toBe('并');
      expect(await page.getByRole('rowheader', { name: '8', exact: true }).count()).toBe(0);
    },
    MINUTES,
  );

  it(
    'let a long text stand over empty neighbours only, wrap with a higher row, or shrink; a number never overflows',
    async () => {
      await open('样式');
      const width = async (at: Locator): Promise<number> => (await at.boundingBox())!.width;
      const own = await width(cell(2, 0));
      expect(await width(cell(2, 0).locator('span'))).toBeGreaterThan(2.5 * own);
      expect(await width(cell(3, 0).locator('span'))).toBeLessThanOrEqual(own);
      expect(await cell(3, 0).getAttribute('title')).toBe(LONG);
      expect(await isOnTop(cell(3, 1))).toBe(true);
      expect(
        await cell(4, 0)
          .locator('span')
          .evaluate((element) => element.scrollWidth <= element.clientWidth),
      ).toBe(true);
      const wrapped = cell(5, 0).locator('span');
      expect(await wrapped.evaluate((element) => element.scrollHeight <= element.parentElement!.clientHeight + 1)).toBe(true);
      expect((await cell(5, 0).boundingBox())!.height).toBeGreaterThan(50);
      expect(await cell(6, 0).textContent()).toMatch(/^1\.23\d*E\+12$/);
      expect(
        await cell(6, 0)
          .locator('span')
          .evaluate((element) => element.scrollWidth <= element.clientWidth),
      ).toBe(true);
    },
    MINUTES,
  );
});

describe('frozen panes', () => {
  it(
    'keep rows and columns in view, and what the pane or a key leads to beside them',
    async () => {
      await open('冻结');
      await scroll(500, 600);
      for (const [row, column] of [
        [2, 0],
        [2, 1],
        [30, 1],
        [1, 14],
      ] as const)
        expect(await isOnTop(cell(row, column)), `${row},${column}`).toBe(true);
      // The title is one area across the frozen line: its first part stays, the rest scrolls away beneath.
      const corner = await page.getByRole('rowheader', { name: '1', exact: true }).boundingBox();
      const [title, b2] = [await cell(0, 0).boundingBox(), await cell(1, 1).boundingBox()];
      expect(title!.x).toBeCloseTo(corner!.x + corner!.width, 0);
      const behind = await page.evaluate(
        ([x = 0, y = 0]) => document.elementFromPoint(x, y)?.closest('[data-column]')?.getAttribute('data-column'),
        [b2!.x + b2!.width + 20, title!.y + 8],
      );
      expect(Number(behind)).toBeGreaterThan(3);

      await grid().focus();
      await press('Control+Home');
      expect(await active()).toBe('cell-3-2');
      expect(await isOnTop(cell(3, 2))).toBe(true);
      await press('Control+End');
      expect(await active()).toBe('cell-59-29');
      expect(await isOnTop(cell(59, 29))).toBe(true);
      for (let step = 0; step < 24; step++) await press('ArrowLeft');
      expect(await active()).toBe('cell-59-5');
      expect(await isOnTop(cell(59, 5))).toBe(true);
      await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Control+ArrowUp');
      expect(await active()).toBe('cell-0-0');
      await press('ArrowDown', 'PageDown', 'ArrowRight', 'ArrowRight');
      expect(await isOnTop(page.locator(`#${await active()}`))).toBe(true);
    },
    MINUTES,
  );

  it(
    'give way where they would leave nothing to scroll in',
    async () => {
      await open('太大');
      await scroll(900, 1800);
      expect(await isOnTop(cell(50, 26))).toBe(true);
      await grid().focus();
      await press('Control+End');
      expect(await isOnTop(cell(59, 29))).toBe(true);
    },
    MINUTES,
  );
});

describe('a sheet of 200,000 cells', () => {
  it(
    'is drawn where it is looked at and nowhere else: 800 cells at most, at its beginning, in its middle and at its end',
    async () => {
      await open('很长');
      const drawn = (): Promise<number> => grid().locator('[data-column]').count();
      expect(await drawn()).toBeLessThan(800);
      await scroll(100_000, 400);
      await expect.poll(() => isOnTop(page.getByRole('rowheader', { name: '5010', exact: true }))).toBe(true);
      expect(await drawn()).toBeLessThan(800);
      await grid().focus();
      await press('Control+End');
      expect(await isOnTop(cell(9_999, 19))).toBe(true);
      expect(await drawn()).toBeLessThan(800);
      await press('Control+a');
      await page.getByText('计数：200000').waitFor();
    },
    MINUTES,
  );
});

describe('a selected area', () => {
  it(
    'is added up exactly, copied as a table and reached through the name box',
    async () => {
      await open('冻结');
      await page.getByLabel('名称框').fill('C5:D6');
      await page.keyboard.press('Enter');
      await page.getByText('求和：1,810').waitFor();
      await page.getByText('平均值：452.5').waitFor();
      await page.getByText('计数：4').waitFor();
      await page.getByLabel('名称框').fill('不是地址');
      await page.keyboard.press('Enter');
      expect(await page.getByLabel('名称框').getAttribute('aria-invalid')).toBe('true');
      await grid().focus();
      await press('Shift+ArrowRight');
      const copied = await grid().evaluate((element) => {
        const data = new DataTransfer();
        element.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
        return data.getData('text/plain');
      });
      expect(copied).toBe('402\t403\t404\r\n502\t503\t504');
      await cell(10, 4).click();
      await cell(12, 5).click({ modifiers: ['Shift'] });
      await page.getByText('计数：6').waitFor();
      expect(await page.getByLabel('名称框').inputValue()).toBe('E11:F13');
      await page.getByRole('columnheader', { name: 'C', exact: true }).click();
      // The title A1:D1 does not take the neighbouring columns along.
      await page.getByText('计数：60').waitFor();
      await page.getByRole('button', { name: '放大' }).click();
      await page.getByRole('button', { name: '110%' }).waitFor();
      expect(await style(grid(), 'font-size')).toEqual(['14.3px']);
    },
    MINUTES,
  );
});

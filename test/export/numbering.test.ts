/** The numbers of headings: handed to Word only where Word would count as the text does. */
import { describe, expect, it } from 'vitest';
import { chineseNumber, numberHeadings } from '../../src/export/word-numbering.ts';
import { columnWidths, pageFor } from '../../src/export/word-table.ts';

describe('the numbers of headings', () => {
  const heading = (depth: number, text: string) => ({ depth, heading: text });

  it('are taken off and begin anew under each part', () => {
    const numbered = numberHeadings([
      heading(1, '第一部分 概况'),
      heading(2, '一、职能'),
      heading(2, '二、机构'),
      heading(1, '第二部分 情况'),
      heading(2, '一、总体'),
      heading(3, '（一）支出'),
      heading(2, '附表'),
    ]);
    expect(numbered.map(({ text }) => text)).toEqual(['概况', '职能', '机构', '情况', '总体', '支出', '附表']);
    expect(numbered.map((one) => one.numbered)).toEqual([true, true, true, true, true, true, false]);
  });

  it('stay in the text, all of them, where one does not follow', () => {
    const headings = [heading(1, '一、职能'), heading(2, '一、总体'), heading(2, '三、支出')];
    expect(numberHeadings(headings)).toEqual(headings.map(({ heading: text }) => ({ text, numbered: false })));
  });

  it('are written as people write them', () => {
    expect([1, 9, 10, 11, 19, 20, 21, 30, 99].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '十九',
      '二十',
      '二十一',
      '三十',
      '九十九',
    ]);
  });
});

describe('the columns of a table', () => {
  const label = { characters: 40, fixed: false };
  const figure = { characters: 12, fixed: true };

  it('fill the page and never squeeze a figure for a label', () => {
    const columns = [label, figure, figure, figure];
    const page = pageFor({ columns });
    const widths = columnWidths({ columns }, page.usable);
    expect(widths.reduce((total, width) => total + width, 0)).toBeGreaterThan(page.usable - columns.length - 1);
    expect(widths[1]).toBeGreaterThanOrEqual(12 * 90);
  });

  it('turn the page when there are many', () => {
    const upright = pageFor({ columns: [label, figure] });
    const turned = pageFor({ columns: [label, ...Array.from({ length: 9 }, () => figure)] });
    expect(upright.width).toBeLessThan(upright.height);
    expect(turned.width).toBeGreaterThan(turned.height);
  });
});

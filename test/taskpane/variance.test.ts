/** The pane on a workbook without final accounts: 变动说明 in its narrative view, by itself; beside final accounts when the wording is chosen. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sheetFromRows, type Workbook } from '../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../src/engine.ts';
import { analyse } from '../../src/taskpane/analysis/analyse.ts';
import type { Analysis } from '../../src/taskpane/analysis/analysis.ts';
import { wordFile } from '../../src/taskpane/analysis/word-file.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/taskpane/settings.ts';

const read = (path: string): Promise<Workbook> => openWorkbook(new Uint8Array(readFileSync(path)), path);
const look = (workbook: Workbook, wording = ''): Analysis =>
  analyse({ workbook, settings: { ...DEFAULT_SETTINGS, wording }, locale: 'en' });

describe('the pane on ordinary tables', () => {
  it('previews variance notes in the language of the table and plans their sheet', async () => {
    const analysis = look(await read('test/workbooks/variance/expenses.xlsx'));
    expect(structuredClone(analysis)).toEqual(analysis);
    expect([analysis.narrative?.title, analysis.narrative?.locale]).toEqual(['变动说明', 'zh-CN']);
    expect(analysis.edits.narrative.map((edit) => (edit.kind === 'write-sheet' ? edit.content.name : ''))).toEqual(['变动说明']);
    const figures =
      analysis.narrative?.sections.flatMap(({ paragraphs }) => paragraphs.flat()).filter(({ kind }) => kind === 'figure') ?? [];
    expect(figures[0]?.sources[0]?.address).toBe('B16');
  });

  it('marks what stands on a total that does not hold', async () => {
    const { narrative } = look(await read('test/workbooks/variance/broken-total.xlsx'));
    const doubtful = narrative?.sections.flatMap(({ paragraphs }) => paragraphs.flat()).filter(({ isDoubtful }) => isDoubtful) ?? [];
    expect(doubtful.map(({ text }) => text)).toContain('351.37万元');
  });

  it('keeps a reason typed beside the preview, and the gap is gone', async () => {
    const workbook = await read('test/workbooks/variance/profit-and-loss.xlsx');
    const first = look(workbook);
    const [gap] = first.narrative?.gaps ?? [];
    if (gap === undefined) throw new Error('the table asks for reasons');
    const typed = [{ ...gap, text: 'a new client from March' }];
    const second = analyse({ workbook, settings: DEFAULT_SETTINGS, locale: 'en', typed });
    expect(second.narrative?.gaps.map(({ key }) => key)).toEqual(first.narrative?.gaps.slice(1).map(({ key }) => key));
    expect(JSON.stringify(second.edits.supplement)).toMatch(/a new client from March/);
  });

  it('tells what reaches the thresholds of the settings, and no more', async () => {
    const workbook = await read('test/workbooks/variance/expenses.xlsx');
    const told = (more: Partial<Settings>): number =>
      analyse({ workbook, settings: { ...DEFAULT_SETTINGS, ...more }, locale: 'zh-CN' }).narrative?.sections.flatMap(
        ({ paragraphs }) => paragraphs,
      ).length ?? 0;
    expect(told({ thresholdPercent: '0', thresholdAmount: '0' })).toBeGreaterThan(told({}));
    expect(told({ thresholdPercent: '９９９%' })).toBeLessThan(told({}));
    expect(told({ thresholdAmount: '1,000,000,000' })).toBeLessThan(told({}));
    expect(told({ thresholdAmount: '10万元' })).toBe(told({}));
  });

  it('saves them as a Word document', async () => {
    const file = await wordFile({ workbook: await read('test/workbooks/variance/budget.xlsx'), settings: DEFAULT_SETTINGS });
    expect(file?.name).toBe('变动说明.docx');
  });

  it('says why a table is not told about', async () => {
    const { narrative, silent } = look(await read('test/workbooks/variance/unclear.xlsx'));
    expect(narrative).toBeUndefined();
    expect(silent).toEqual([{ sheet: 'Sheet1', why: expect.stringMatching(/do not say which two columns to compare$/) as string }]);
  });

  it('offers the wording beside final accounts, which keep their own until it is chosen', async () => {
    const sample = await read('assets/samples/changji-2023.xlsx');
    const more = sheetFromRows('费用', [
      ['项目', '本年数', '上年数'],
      ['差旅费', 120, 80],
    ]);
    const workbook = { ...sample, sheets: [...sample.sheets, more] };
    const usual = look(workbook);
    expect(usual.wordings.map(({ id }) => id)).toContain('variance');
    expect([usual.narrative?.title === '变动说明', usual.silent]).toEqual([false, []]);
    expect(look(workbook, 'variance').narrative?.sections.map(({ heading }) => heading)).toEqual(['费用']);
  });
});

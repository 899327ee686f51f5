/** The sheet 说明措辞 in Excel: what people type into it is used and kept, whoever writes it again; cleared away only when it holds nothing of theirs. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import { analyse } from '../../../src/taskpane/analysis/analyse.ts';
import type { Analysis } from '../../../src/taskpane/analysis/analysis.ts';
import { DEFAULT_SETTINGS } from '../../../src/taskpane/settings.ts';
import { bookFromFile } from '../../support/excel-host/model/book-from-file.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';

const name = 'changji-2023.xlsx';
const bytes = new Uint8Array(readFileSync(`assets/samples/${name}`));
const INCOME = '措辞/xinjiang/income/1';
const OVERALL = '措辞/xinjiang/overall/2';

const plan = async (wording?: Readonly<Record<string, string>>): Promise<Analysis> =>
  analyse({ workbook: (await readWorkbook()).workbook, settings: DEFAULT_SETTINGS, locale: 'zh-CN', wording });
const textIn = ({ narrative }: Analysis, id: string, paragraph: number): string =>
  narrative!.sections
    .find((section) => section.id === id)!
    .paragraphs[paragraph]!.map(({ text }) => text)
    .join('');

it('is used as it was typed, kept when the pane adds to it, and goes once every text is the standard again', async () => {
  const { book } = openInExcel(await bookFromFile(bytes, name));
  const first = await plan({ [OVERALL]: '支出合计{{ 总表.支出总计 | 金额 }}。' });
  expect((await applyEdits(first.edits.wording)).written.map(({ how }) => how)).toEqual(['new']);
  const sheet = book.sheets.find((one) => one.name === '说明措辞')!;
  const row = Array.from({ length: 100 }, (_, at) => at).find((at) => sheet.cells.get(at, 5)?.value === INCOME)!;
  sheet.cells.set(row, 3, { value: '收入合计{{ 合计 | 金额 }}。' });
  sheet.cells.set(90, 0, { value: '自己的备忘' });

  const second = await plan({ [OVERALL]: '' });
  expect(textIn(second, 'income', 0)).toMatch(/^收入合计[\d,.]+万元。$/);
  expect(textIn(second, 'overall', 1)).toMatch(/^2023年度支出总计/);
  expect((await applyEdits(second.edits.wording)).written.map(({ how }) => how)).toEqual(['in-place']);
  const held = [...sheet.cells.within({ top: 0, left: 0, bottom: 200, right: 9 })].map(([, , cell]) => cell.value);
  expect(held).toContain('自己的备忘');
  expect(held).toContain('收入合计{{ 合计 | 金额 }}。');
  expect(held).not.toContain('支出合计{{ 总表.支出总计 | 金额 }}。');
  expect((await applyEdits((await plan()).edits.clear)).skipped.map(({ sheet }) => sheet)).toEqual(['说明措辞']);
});

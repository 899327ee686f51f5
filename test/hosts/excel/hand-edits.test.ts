/** The narrative sheet in Excel: a paragraph edited by hand is kept in its row, everything around it is written anew in the same sheet. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/taskpane/analysis/analyse.ts';
import type { Analysis } from '../../../src/taskpane/analysis/analysis.ts';
import { DEFAULT_SETTINGS } from '../../../src/taskpane/settings.ts';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import type { HostSheet } from '../../support/excel-host/model/sheet.ts';
import { bookFromFile } from '../../support/excel-host/model/book-from-file.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';

const name = 'changji-2023.xlsx';
const bytes = new Uint8Array(readFileSync(`assets/samples/${name}`));
const NARRATIVE = '决算公开说明';

const plan = async (): Promise<Analysis> =>
  analyse({ workbook: (await readWorkbook()).workbook, settings: DEFAULT_SETTINGS, locale: 'zh-CN' });
const find = (sheets: readonly HostSheet[]): HostSheet => sheets.find((one) => one.name === NARRATIVE)!;
const column = (sheet: HostSheet): readonly string[] =>
  Array.from({ length: 200 }, (_, row) => String(sheet.cells.get(row, 0)?.value ?? '')).filter((text) => text !== '');

describe('the sheet 决算公开说明 in Excel', () => {
  it('keeps what was edited, inserted and written beside, and follows the tables everywhere else', async () => {
    const { book } = openInExcel(await bookFromFile(bytes, name));
    await applyEdits((await plan()).edits.narrative);
    const sheet = find(book.sheets);
    const before = column(sheet);
    const row = Array.from({ length: 200 }, (_, at) => at).find((at) => String(sheet.cells.get(at, 0)?.value).startsWith('本年收入'))!;
    const mine = '本年收入情况见附表，合计1,234.56万元。';
    sheet.cells.set(row, 0, { value: mine });
    sheet.cells.set(row, 30, { value: '请王会计核对' });

    const analysis = await plan();
    expect(analysis.narrative?.handEdits.map(({ kind, text }) => [kind, text])).toEqual([['kept', mine]]);
    const place = analysis.narrative!.sections.find(({ id }) => id === 'overall')!.paragraphs[0]!.find(({ kind }) => kind === 'figure')!
      .sources[0]!;
    book.sheets.find((one) => one.name === place.sheet)!.cells.set(place.row, place.column, { value: 2000.01 });
    const { written } = await applyEdits((await plan()).edits.narrative);
    expect(written.map(({ how }) => how)).toEqual(['in-place']);
    const after = column(sheet);
    expect(after.length).toBe(before.length);
    expect(after.filter((text) => text.includes('2,000.01')).length).toBeGreaterThan(0);
    expect(sheet.cells.get(row, 0)?.value).toBe(mine);
    expect(sheet.cells.get(row, 30)?.value).toBe('请王会计核对');
    expect(String(sheet.cells.get(row, 2)?.value)).toMatch(/^手工修改，已保留/);
    const cleared = await applyEdits((await plan()).edits.clear);
    expect(cleared.skipped).toEqual([{ sheet: NARRATIVE, what: 'remove-sheet', why: 'edited' }]);
    expect(sheet.cells.get(row, 0)?.value).toBe(mine);
  });

  it('is left as it is when somebody writes into it between reading and writing', async () => {
    const { book } = openInExcel(await bookFromFile(bytes, name));
    await applyEdits((await plan()).edits.narrative);
    const { edits } = await plan();
    find(book.sheets).cells.set(8, 0, { value: '刚刚改的' });
    const { written } = await applyEdits(edits.narrative);
    expect(written.map(({ how }) => how)).toEqual(['beside']);
    expect(find(book.sheets).cells.get(8, 0)?.value).toBe('刚刚改的');
  });
});

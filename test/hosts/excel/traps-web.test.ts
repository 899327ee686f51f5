/** The traps of Excel on the web: five megabytes each way, counted by operations; and the client as it is shipped there. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import { isExcelRecentEnough, isOnTheWeb, supports } from '../../../src/hosts/excel/requirement.ts';
import { revealCell } from '../../../src/hosts/excel/reveal.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { largeSheet, plain, sheet, workbook } from './sample.ts';

const LIMIT = 5_000_000;

describe('trap on the web', () => {
  it('5 MB by operations: one format a cell is too much, a list of areas is not', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])), 'web');
    await expect(
      Excel.run(async (context) => {
        for (let row = 1; row <= 9_000; row++) context.workbook.worksheets.getItem('表').getRange(`A${row}`).format.fill.color = '#FF0000';
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    host.syncs.length = 0;
    const areas = Array.from({ length: 9_000 }, (_, row) => ({ top: row * 2, left: 0, bottom: row * 2, right: 0 }));
    await applyEdits([{ kind: 'mark-cells', sheet: '表', level: 'error', areas }]);
    expect(Math.max(...host.syncs.map(({ requestBytes }) => requestBytes))).toBeLessThan(100_000);
  });

  it('200,000 cells are read within the limits, in one round for each 1.5 MB', async () => {
    const book = workbook(...Array.from({ length: 10 }, (_, table) => largeSheet(`表${table}`, 2_000, 10)));
    const host = openInExcel(book, 'web');
    const read = await readWorkbook();
    expect(read.workbook.sheets.map(({ grid, columnCount }) => [grid.length, columnCount])).toEqual(book.sheets.map(() => [2_000, 10]));
    expect(read.workbook.sheets[9]?.grid[1_999]?.[9]?.value).toBe(1_999_009.25);
    const bytes = host.syncs.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
    expect(Math.max(...host.syncs.map(({ responseBytes }) => responseBytes))).toBeLessThan(LIMIT);
    expect(host.syncs.length).toBeLessThanOrEqual(4 + Math.ceil(bytes / 1_500_000));
  });

  it('Excel on the web is recent enough, and the marks of one run are one step to undo', async () => {
    openInExcel(workbook(sheet('表', [[1]])), 'web');
    expect([isExcelRecentEnough(), isOnTheWeb(), supports('RunOptions.mergeUndoGroup')]).toEqual([true, true, true]);
    expect((await readWorkbook()).workbook.sheets).toHaveLength(1);
  });

  it('long texts make the answer too large: asked for again in smaller pieces', async () => {
    const book = workbook(
      sheet(
        '说明',
        Array.from({ length: 600 }, (_, row) => [`${row}${'决算'.repeat(2_000)}`]),
      ),
    );
    const host = openInExcel(book, 'web');
    const read = await readWorkbook();
    expect(plain(read.workbook)).toEqual(plain(book));
    expect(host.syncs.some(({ error }) => error === 'ResponsePayloadSizeLimitExceeded')).toBe(true);
  });

  it('a report too large for one request is written in several', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])), 'web');
    const rows = Array.from({ length: 500 }, (_, row) => [
      { value: row },
      { value: `${row}${'说明'.repeat(1_000)}`, style: 'paragraph' as const },
    ]);
    await applyEdits([{ kind: 'write-sheet', content: { tag: 'narrative', name: '公开说明', rows, widths: [6, 90] } }]);
    expect(host.syncs.every(({ error }) => error === undefined)).toBe(true);
    expect(host.syncs.length).toBeGreaterThan(4);
    expect(host.book.sheets[1]?.cells.get(499, 1)?.value).toContain('499说明');
    expect((await applyEdits([{ kind: 'remove-sheet', tag: 'narrative' }])).removed).toEqual(['公开说明']);
  });

  it('add+activate on web: a new sheet comes to the front in a round of its own', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])), 'web');
    await Excel.run(async (context) => {
      context.workbook.worksheets.add('新').activate();
      await context.sync();
    });
    expect(host.book.active?.name).toBe('表');
    await applyEdits([{ kind: 'write-sheet', content: { tag: 'x', name: '勾稽检查', rows: [[{ value: '一' }]], widths: [10] } }]);
    expect(await revealCell({ sheet: '勾稽检查', row: 0, column: 0 })).toBe('shown');
    expect([host.book.active?.name, host.book.selection]).toEqual(['勾稽检查', "'勾稽检查'!A1"]);
  });
});

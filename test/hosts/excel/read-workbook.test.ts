/** Reading the whole workbook out of Excel: every cell, in few rounds, whatever the size, the profile and the faults. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { largeSheet, plain, richWorkbook, sheet, workbook } from './sample.ts';

const patience = { cellEditEvery: 1, cellEditAtMost: 20, busy: [1, 1, 1] };

describe('reading a workbook', () => {
  it('gives the snapshot that a file would give', async () => {
    const book = richWorkbook();
    const host = openInExcel(book);
    const read = await readWorkbook();
    expect(plain(read.workbook)).toEqual(plain(book));
    expect(read.workbook.name).toBe('决算.xlsx');
    expect(read.workbook.sheets[0]?.grid[2]?.[2]?.text).toBe('1,234.50');
    expect(read.workbook.sheets[0]?.grid[7]?.[2]?.text).toBe('2023年3月15日');
    expect(read.workbook.sheets[0]?.grid[8]?.[2]?.text).toBeUndefined();
    expect(host.syncs.length).toBeLessThanOrEqual(4);
    expect(host.keptReferences).toBe(0);
  });

  it('takes four rounds for an ordinary workbook, and none to clean up', async () => {
    const host = openInExcel(workbook(...Array.from({ length: 9 }, (_, table) => largeSheet(`表${table}`, 120, 9))));
    await readWorkbook();
    expect(host.syncs.length).toBe(3);
    expect(host.keptReferences).toBe(0);
  });

  it('reads only the sheets asked for again', async () => {
    const host = openInExcel(workbook(sheet('甲', [[1]]), sheet('乙', [[2]])));
    const before = await readWorkbook();
    host.book.sheets[0]?.cells.set(0, 0, { value: 10 });
    host.book.sheets[1]?.cells.set(0, 0, { value: 20 });
    host.book.sheets[1]!.name = '丙';
    const again = await readWorkbook({ again: { ids: [before.sheetIds[0]!], before } });
    expect(again.workbook.sheets.map(({ name, grid }) => [name, grid[0]?.[0]?.value])).toEqual([
      ['甲', 10],
      ['丙', 2],
    ]);
  });

  it('says when somebody edited meanwhile', async () => {
    openInExcel(workbook(sheet('甲', [[1]])));
    let edits = 0;
    expect((await readWorkbook({ revision: () => edits })).changedMeanwhile).toBe(false);
    expect((await readWorkbook({ revision: () => edits++ })).changedMeanwhile).toBe(true);
  });

  it('gives the same workbook whatever the budget', async () => {
    const book = workbook(
      largeSheet('大', 40, 5),
      sheet(
        '合并',
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        { merged: [{ top: 1, left: 0, bottom: 3, right: 0 }] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (cells) => {
        openInExcel(book);
        const read = await readWorkbook({ limits: { cells } });
        expect(plain(read.workbook)).toEqual(plain(book));
      }),
      { numRuns: 25, seed: 20_231 },
    );
  });

  it('survives a fault at any one round, and reads the same', async () => {
    const book = workbook(largeSheet('大', 30, 4), richWorkbook().sheets[0]!);
    for (let failing = 0; failing < 6; failing++) {
      const host = openInExcel(book);
      host.fault = (index) => (index === failing ? { code: 'RequestAborted', when: 'before' } : undefined);
      const read = await readWorkbook({ limits: { cells: 60 }, patience });
      expect(plain(read.workbook)).toEqual(plain(book));
    }
  });
});

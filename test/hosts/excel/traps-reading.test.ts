/** The known traps of reading out of Excel, each shown in the genuine client or our host, and then how the add-in gets past it. */
import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/core/workbook/address.ts';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import { nextBands, readable } from '../../../src/hosts/excel/read-plan.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { largeSheet, plain, sheet, workbook } from './sample.ts';

const patience = { cellEditEvery: 1, cellEditAtMost: 20, busy: [1, 1, 1] };

describe('trap', () => {
  it('null object reads undefined', async () => {
    openInExcel(workbook(sheet('空', [])));
    await Excel.run(async (context) => {
      const gone = context.workbook.worksheets.getItemOrNullObject('没有');
      gone.load('name');
      await context.sync();
      expect([gone.isNullObject, gone.name]).toEqual([true, undefined]);
      gone.getRange('A1').values = [[1]];
      await context.sync();
    });
    expect((await readWorkbook()).workbook.sheets[0]).toMatchObject({ name: '空', grid: [], columnCount: 0 });
  });

  it('extra clean-up sync per run', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表').getRange('A1').load('values');
      await context.sync();
    });
    expect(host.syncs).toHaveLength(2);
    host.syncs.length = 0;
    await readWorkbook();
    expect(host.syncs).toHaveLength(3);
  });

  it.each(['m365', 'office2021'] as const)('values null over 5 M (%s: null or an error)', async (profile) => {
    const book = workbook(largeSheet('大', 60, 20));
    const host = openInExcel(book, profile, { mostCells: 300 });
    const read = await readWorkbook();
    expect(plain(read.workbook)).toEqual(plain(book));
    expect(host.syncs.length).toBeGreaterThan(4);
  });

  it('whole-column reads null', async () => {
    const host = openInExcel(workbook(sheet('表', [[1, 2]])));
    await Excel.run(async (context) => {
      const column = context.workbook.worksheets.getItem('表').getRange('A:A');
      column.load('values');
      await context.sync();
      expect(column.values).toBeNull();
    });
    host.syncs.length = 0;
    await readWorkbook();
    const asked = host.syncs.flatMap(({ request }) => Object.values(request.ObjectPaths)).filter(({ Name }) => Name === 'GetRange');
    expect(asked).toEqual([]);
  });

  it('merges only by top-left, ≤ 512', async () => {
    const rows = Array.from({ length: 700 }, (_, row) => [`第${row}行`, row, row]);
    const merged: Area[] = rows.map((_, row) => ({ top: row, left: 1, bottom: row, right: 2 }));
    const table = sheet(
      '多合并',
      rows.map(([label, value]) => [label, value]),
      { merged },
    );
    const host = openInExcel(workbook(table));
    const read = await readWorkbook();
    expect(read.workbook.sheets[0]?.merged).toEqual(merged);
    expect(host.syncs.filter(({ error }) => error === 'InvalidArgument')).toHaveLength(1);
    const across = sheet(
      '跨段',
      Array.from({ length: 9 }, (_, row) => [row]),
      { merged: [{ top: 2, left: 0, bottom: 6, right: 0 }] },
    );
    openInExcel(workbook(across));
    expect((await readWorkbook({ limits: { cells: 3 } })).workbook.sheets[0]?.merged).toEqual(across.merged);
  });

  it('a merged cell shows empty under its corner', async () => {
    const book = workbook(
      sheet(
        '表',
        [
          ['标题', '被盖住的'],
          [1, 2],
        ],
        { merged: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
      ),
    );
    openInExcel(book);
    expect((await readWorkbook()).workbook.sheets[0]?.grid[0]?.map((cell) => cell?.value)).toEqual(['标题']);
  });

  it('chart sheet active', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    host.book.active = undefined;
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().load('name');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'UnsupportedSheet' });
    expect((await readWorkbook()).workbook.sheets).toHaveLength(1);
  });

  it('sheet renamed while we hold the name', async () => {
    const host = openInExcel(workbook(sheet('旧名', [[1], [2], [3]])));
    host.afterSync = (index) => {
      if (index === 1) host.book.sheets[0]!.name = '新名';
    };
    const read = await readWorkbook({ limits: { cells: 1 } });
    expect(read.workbook.sheets[0]?.grid.map((row) => row?.[0]?.value)).toEqual([1, 2, 3]);
  });

  it('a text that looks like an error, and an error', async () => {
    const book = workbook(sheet('表', [['#REF!', { value: { error: '#REF!' }, formula: 'A9' }, '#备注']]));
    openInExcel(book);
    expect((await readWorkbook()).workbook.sheets[0]?.grid[0]?.map((cell) => cell?.value)).toEqual(['#REF!', { error: '#REF!' }, '#备注']);
  });

  it('a text that looks like a formula, and a formula', async () => {
    const host = openInExcel(workbook(sheet('表', [['x']])));
    host.book.sheets[0]!.cells.set(0, 0, { value: '=1+1', prefixed: true });
    host.book.sheets[0]!.cells.set(0, 1, { value: 2, formula: '=1+1' });
    expect((await readWorkbook()).workbook.sheets[0]?.grid[0]?.map((cell) => [cell?.value, cell?.formula])).toEqual([
      ['=1+1', undefined],
      [2, '1+1'],
    ]);
  });

  it('5-s watchdog: large sheets come in bands with a breath between them', async () => {
    openInExcel(workbook(largeSheet('大', 400, 10)));
    let breaths = 0;
    const timer = setInterval(() => breaths++, 0);
    const progress: number[] = [];
    await readWorkbook({ limits: { cells: 500 }, onProgress: (done) => progress.push(done) });
    clearInterval(timer);
    expect(breaths).toBeGreaterThan(8);
    expect(progress.length).toBeGreaterThan(8);
    expect([...progress].sort((one, other) => one - other)).toEqual(progress);
    expect(progress.at(-1)).toBe(1);
  });

  it('a sheet «used» to its last row is read as far as is sensible', () => {
    expect(readable({ sheet: 0, top: 0, left: 0, rows: 1_048_576, columns: 16_384 })).toMatchObject({ rows: 122 });
    expect(readable({ sheet: 0, top: 3, left: 0, rows: 50, columns: 9 })).toMatchObject({ rows: 50 });
  });

  it('a band is never empty and never more than fits', () => {
    const bands = [
      { sheet: 0, top: 0, left: 0, rows: 5_000, columns: 10, withMerges: true },
      { sheet: 1, top: 0, left: 0, rows: 3, columns: 3, withMerges: true },
    ];
    const { now, later } = nextBands(bands, 25_000);
    expect(now.map(({ rows }) => rows)).toEqual([2_000, 500]);
    expect(later.map(({ top, rows }) => [top, rows])).toEqual([
      [2_500, 2_500],
      [0, 3],
    ]);
  });

  it('cancelled reading stops between two rounds', async () => {
    const host = openInExcel(workbook(largeSheet('大', 400, 10)));
    const stop = new AbortController();
    host.afterSync = (index) => index === 3 && stop.abort();
    await expect(readWorkbook({ limits: { cells: 100 }, signal: stop.signal, patience })).rejects.toMatchObject({ kind: 'cancelled' });
    expect(host.syncs.length).toBe(4);
  });
});

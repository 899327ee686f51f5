/** The known traps of moving about, hearing edits and old Excels, each shown and then got past. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { type HeardEdit, hearEdits } from '../../../src/hosts/excel/events.ts';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import { isExcelRecentEnough, supports } from '../../../src/hosts/excel/requirement.ts';
import { revealCell } from '../../../src/hosts/excel/reveal.ts';
import { troubleOf } from '../../../src/hosts/excel/trouble.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { sheet, workbook } from './sample.ts';

const CELL = { top: 0, left: 0, bottom: 0, right: 0 };
const two = () => workbook(sheet('甲', [[1]]), sheet('乙', [[2]]), sheet('藏', [[3]], { visibility: 'hidden', hiddenRows: new Set([0]) }));
/** The clock is the test's: a busy machine makes no pause longer. */
const later = async (milliseconds: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(milliseconds));

describe('trap', () => {
  it('select on other sheet needs a sync after activate', async () => {
    const host = openInExcel(two());
    await Excel.run(async (context) => {
      const other = context.workbook.worksheets.getItem('乙');
      other.activate();
      other.getRange('B2').select();
      await context.sync();
    });
    expect(host.book.selection).toBeUndefined();
    host.book.active = host.book.sheets[0];
    expect(await revealCell({ sheet: '乙', row: 1, column: 1 })).toBe('shown');
    expect([host.book.active?.name, host.book.selection]).toEqual(['乙', "'乙'!B2"]);
    expect(host.keptReferences).toBe(0);
  });

  it('hidden sheet: said, shown only when agreed, never against the protection', async () => {
    const host = openInExcel(two());
    expect(await revealCell({ sheet: '藏', row: 0, column: 0 })).toBe('sheet-hidden');
    expect(host.book.sheets[2]!.visibility).toBe('Hidden');
    host.book.structureProtected = true;
    expect(await revealCell({ sheet: '藏', row: 0, column: 0 }, { showSheet: true })).toBe('structure-protected');
    host.book.structureProtected = false;
    expect(await revealCell({ sheet: '藏', row: 0, column: 0 }, { showSheet: true })).toBe('in-hidden-row');
    expect(host.book.sheets[2]!.visibility).toBe('Visible');
    expect(await revealCell({ sheet: '没有', row: 0, column: 0 })).toBe('sheet-gone');
  });

  it('other workbook focused', async () => {
    const host = openInExcel(two());
    host.otherWorkbookFocused = true;
    await expect(revealCell({ sheet: '甲', row: 0, column: 0 })).rejects.toMatchObject({ kind: 'other-workbook' });
  });

  it('edit mode: the code of the documentation and the code of the field', async () => {
    const host = openInExcel(two());
    host.fault = (index) => (index === 0 ? { code: 'InvalidOperation', when: 'before' } : undefined);
    const told: string[] = [];
    await readWorkbook({ patience: { cellEditEvery: 1, cellEditAtMost: 5, busy: [] }, onWaiting: (why) => told.push(why) });
    host.cellEdit = true;
    await expect(readWorkbook({ background: true })).rejects.toMatchObject({ kind: 'cell-edit', code: 'InvalidOperationInCellEditMode' });
    expect(told).toEqual(['cell-edit']);
  });

  it('gating off in production: nothing is refused before the sync, so the version is asked first', async () => {
    openInExcel(two(), 'office2019', { checkApiSets: false });
    const call = Excel.run(async (context) => {
      const sheetBefore = context.workbook.worksheets.getItem('甲').getRanges('A1,B2');
      sheetBefore.load('address');
      await context.sync();
    });
    await expect(call).rejects.toMatchObject({ code: 'ApiNotFound' });
    expect(troubleOf(await call.catch((error: unknown) => error)).kind).toBe('too-old');
    expect([isExcelRecentEnough(), supports('RunOptions.mergeUndoGroup')]).toEqual([false, false]);
  });

  it.each([
    ['office2019', false],
    ['office2021', true],
    ['ltsc2024', true],
    ['m365', true],
  ] as const)('%s is recent enough: %s', async (profile, enough) => {
    const host = openInExcel(two(), profile);
    expect(isExcelRecentEnough()).toBe(enough);
    if (enough) expect((await readWorkbook()).workbook.sheets).toHaveLength(3);
    else await expect(readWorkbook()).rejects.toMatchObject({ kind: 'too-old', location: 'ExcelApi 1.14' });
    expect(host.syncs.length > 0).toBe(enough);
  });

  it('opens the pane by a button of its own: showAsTaskpane is ignored for Marketplace add-ins', () => {
    const manifest = readFileSync(new URL('../../../manifest.xml', import.meta.url), 'utf8');
    expect(manifest).toMatch(/<Action xsi:type="ShowTaskpane">\s*<TaskpaneId>/);
  });

  it('whatever is not modelled is a HOST_GAP, never a silent undefined', async () => {
    openInExcel(two());
    await expect(
      Excel.run(async (context) => {
        context.workbook.tables.load('items/name');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'HOST_GAP' });
  });

  it('an object used after its run, and a property nobody has loaded', async () => {
    openInExcel(two());
    let leaked: Excel.Range | undefined;
    await Excel.run(async (context) => {
      leaked = context.workbook.worksheets.getItem('甲').getRange('A1');
      await context.sync();
      expect(() => leaked?.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }) as Error);
    });
    await expect(
      Excel.run(async (context) => {
        leaked!.load('values');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/Invalid/) as string });
  });

  it('more than fifty rounds at once', async () => {
    openInExcel(two());
    const all = await Promise.allSettled(
      Array.from({ length: 60 }, () =>
        Excel.run(async (context) => {
          context.workbook.load('name');
          await context.sync();
        }),
      ),
    );
    expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(10);
  });
});

describe('hearing edits', () => {
  let heard: (readonly HeardEdit[])[] = [];
  beforeEach(() => {
    heard = [];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('own writes raise events: ours are not told', async () => {
    const host = openInExcel(two());
    const listener = await hearEdits((edits) => heard.push(edits), { quiet: 5 });
    await applyEdits([{ kind: 'set-value', sheet: '甲', row: 0, column: 0, value: 5 }]);
    await later(30);
    expect([heard, listener.revision()]).toEqual([[], 0]);
    host.userChanges(host.book.sheets[1]!, CELL);
    await later(30);
    expect(heard).toEqual([[{ sheetId: host.book.sheets[1]!.id, address: 'A1', remote: false }]]);
    await listener.stop();
    host.userChanges(host.book.sheets[1]!, CELL);
    await later(20);
    expect(heard).toHaveLength(1);
  });

  it('several edits at once are told once; a colleague is known; the revision grows at once', async () => {
    const host = openInExcel(two());
    const listener = await hearEdits((edits) => heard.push(edits), { quiet: 20 });
    host.userChanges(host.book.sheets[0]!, CELL);
    host.userChanges(host.book.sheets[0]!, { ...CELL, bottom: 4 });
    host.userChanges(host.book.sheets[1]!, CELL, 'colleague');
    await later(10);
    expect([heard.length, listener.revision()]).toEqual([0, 3]);
    await later(40);
    expect(heard.map((edits) => edits.map(({ address, remote }) => [address, remote]))).toEqual([
      [
        ['A1', false],
        ['A1:A5', false],
        ['A1', true],
      ],
    ]);
    await listener.stop();
  });

  it('somebody who never pauses is heard all the same', async () => {
    const host = openInExcel(two());
    const listener = await hearEdits((edits) => heard.push(edits), { quiet: 30 });
    for (let edit = 0; edit < 20; edit++) {
      host.userChanges(host.book.sheets[0]!, CELL);
      await later(12);
    }
    expect(heard.length).toBeGreaterThan(0);
    await listener.stop();
  });

  it('recalc raises no onChanged, drop-down edits on web neither: reading again sees them', async () => {
    const host = openInExcel(two());
    const listener = await hearEdits((edits) => heard.push(edits), { quiet: 5 });
    host.book.sheets[0]!.cells.set(0, 0, { value: 99, formula: '=乙!A1' });
    await later(20);
    expect(heard).toEqual([]);
    expect((await readWorkbook()).workbook.sheets[0]?.grid[0]?.[0]?.value).toBe(99);
    await listener.stop();
  });
});

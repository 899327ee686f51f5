/** The known traps of writing into Excel, each shown in the genuine client or our host, and then how the add-in gets past it. */
import { describe, expect, it, vi } from 'vitest';
import type { ContentCell } from '../../../src/core/edits/sheet-content.ts';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { areaChunks } from '../../../src/hosts/excel/area-addresses.ts';
import { linkFormula, typedText, typedValue } from '../../../src/hosts/excel/cell-text.ts';
import { markFormula } from '../../../src/core/edits/edit.ts';
import { recall, remember } from '../../../src/hosts/excel/remembered.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { picture } from '../../support/excel-host/model/book.ts';
import { sheet, workbook } from './sample.ts';

const CELL = { top: 0, left: 0, bottom: 0, right: 0 };

async function put(values: readonly (readonly unknown[])[], address: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('表').getRange(address).values = values as unknown[][];
    await context.sync();
  });
}

const cellsOf = async (cells: readonly ContentCell[]): Promise<unknown[]> => {
  const host = openInExcel(workbook(sheet('表', [[1]])));
  await applyEdits([{ kind: 'write-sheet', content: { tag: 'x', name: '我们的', rows: cells.map((cell) => [cell]), widths: [40] } }]);
  return cells.map((_, row) => host.book.sheets[1]!.cells.get(row, 0));
};

describe('trap', () => {
  it('NaN/undefined skipped silently', async () => {
    const host = openInExcel(workbook(sheet('表', [[1, 2, 3]])));
    await put([[NaN, undefined, 9]], 'A1:C1');
    expect([0, 1, 2].map((column) => host.book.sheets[0]!.cells.get(0, column)?.value)).toEqual([1, 2, 9]);
    host.syncs.length = 0;
    for (const value of [NaN, Infinity, undefined, true]) expect(() => typedValue(value)).toThrow(TypeError);
    await expect(applyEdits([{ kind: 'set-value', sheet: '表', row: 0, column: 0, value: NaN }])).rejects.toMatchObject({
      kind: 'unexpected',
    });
    const rows = [[{ value: 1 }], [{ value: Infinity }]];
    await expect(applyEdits([{ kind: 'write-sheet', content: { tag: 'x', name: '我们的', rows, widths: [] } }])).rejects.toMatchObject({
      kind: 'unexpected',
    });
    expect(host.book.sheets[0]!.cells.get(0, 0)?.value).toBe(1);
    expect(host.syncs).toEqual([]);
  });

  it('Date → string', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    await put([[new Date(0)]], 'A1');
    expect(host.book.sheets[0]!.cells.get(0, 0)?.value).toBe('1970-01-01T00:00:00.000Z');
    expect(() => typedValue(new Date(0))).toThrow('a date');
  });

  it('getRanges string ~8 K', async () => {
    openInExcel(workbook(sheet('表', [[1]])));
    const many = Array.from({ length: 2_000 }, (_, row) => `A${row * 2 + 1}`).join(',');
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('表').getRanges(many).load('address');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
    const areas = Array.from({ length: 2_000 }, (_, row) => ({ top: row * 2, left: 0, bottom: row * 2, right: 0 }));
    expect(areaChunks(areas).every((chunk) => chunk.length <= 4_000)).toBe(true);
    expect(areaChunks(areas).join(',').split(',')).toHaveLength(2_000);
    expect(areaChunks([CELL, CELL, { ...CELL, left: 1, right: 1 }, { top: 1, bottom: 1, left: 0, right: 1 }])).toEqual(['A1:B2']);
  });

  it('No Fill = #FFFFFF: marks touch no fill', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    const before = structuredClone(picture(host.book));
    await Excel.run(async (context) => {
      const { fill } = context.workbook.worksheets.getItem('表').getRange('A1').format;
      fill.load('color');
      await context.sync();
      expect(fill.color).toBe('#FFFFFF');
      fill.color = '#FFFFFF';
      await context.sync();
    });
    expect(picture(host.book)).not.toEqual(before);
    const marked = openInExcel(workbook(sheet('表', [[1]])));
    await applyEdits([{ kind: 'mark-cells', sheet: '表', level: 'error', areas: [CELL] }]);
    expect(marked.book.sheets[0]!.looks.extent()).toBeUndefined();
  });

  it('mixed CF load fails', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    const rule = { areas: [CELL], formula: '', fill: '', stopIfTrue: false };
    host.book.sheets[0]!.rules = [
      { ...rule, id: 'u1', type: 'CellValue' },
      { ...rule, id: 'u2', type: 'Custom', formula: '=$A$1>0' },
    ];
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('表').getRange('A1').conditionalFormats.load('items/custom/rule/formula');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidOperation' });
    await applyEdits([{ kind: 'mark-cells', sheet: '表', level: 'error', areas: [CELL] }]);
    expect((await applyEdits([{ kind: 'clear-marks' }])).clearedRules).toBe(1);
    expect(host.book.sheets[0]!.rules.map(({ id }) => id)).toEqual(['u1', 'u2']);
  });

  it('damaged CF throws when loaded: the rest is cleared, the damaged one counted and left', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    const rule = { type: 'Custom', areas: [CELL], fill: '#FFC7CE', stopIfTrue: false };
    host.book.sheets[0]!.rules = [
      { ...rule, id: 'm1', formula: `=${markFormula({ level: 'error' })}` },
      { ...rule, id: 'd', formula: `=${markFormula({ level: 'error' })}`, unreadable: true },
      { ...rule, id: 'u', type: 'DataBar', formula: '' },
      { ...rule, id: 'm2', formula: `=${markFormula({ level: 'warning' })}` },
    ];
    const applied = await applyEdits([{ kind: 'clear-marks' }]);
    expect([applied.clearedRules, applied.unreadableRules]).toEqual([2, 1]);
    expect(host.book.sheets[0]!.rules.map(({ id }) => id)).toEqual(['d', 'u']);
  });

  it('CF re-based: the signature has no references, and is the one that files carry', () => {
    for (const level of ['error', 'warning', 'within-rounding'] as const) {
      expect(markFormula({ level }).replace(/"[^"]*"/g, '')).not.toMatch(/[A-Z]+\d/);
      expect(markFormula({ level }).length).toBeLessThan(255);
    }
  });

  it('columnWidth in points', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    await applyEdits([
      { kind: 'write-sheet', content: { tag: 'x', name: '我们的', rows: [[{ value: 'a' }, { value: 'b' }]], widths: [10, 80] } },
    ]);
    expect([...host.book.sheets[1]!.columnWidths]).toEqual([
      [0, 59],
      [1, 444],
    ]);
  });

  it('autofit fails on merges: the content brings its own heights', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    const long = '说明'.repeat(60);
    const rows = [
      [{ value: long, style: 'paragraph' as const }, null],
      [{ value: long, style: 'paragraph' as const }, null],
      [{ value: long, style: 'paragraph' as const }, null],
    ];
    const merged = [
      { top: 1, left: 0, bottom: 1, right: 1 },
      { top: 2, left: 0, bottom: 2, right: 1 },
    ];
    await applyEdits([
      { kind: 'write-sheet', content: { tag: 'x', name: '我们的', rows, merged, heights: new Map([[2, 80]]), widths: [20, 20] } },
    ]);
    const { rowHeights } = host.book.sheets[1]!;
    expect([rowHeights.get(0)! > 100, rowHeights.get(1), rowHeights.get(2)]).toEqual([true, 13.5, 80]);
  });

  it('409 pt rows', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    await applyEdits([
      { kind: 'write-sheet', content: { tag: 'x', name: '我们的', rows: [[{ value: 'a' }]], heights: new Map([[0, 900]]), widths: [10] } },
    ]);
    expect(host.book.sheets[1]!.rowHeights.get(0)).toBe(409);
  });

  it('formula injection, and texts that Excel takes for numbers, dates and truth', async () => {
    const texts = [
      '=1+1',
      '+1',
      '-3',
      '@SUM(A1)',
      "'引用",
      '1-2',
      '3月5日',
      '２０２４',
      '50%',
      '1,234.00',
      'TRUE',
      '#REF!',
      '说明',
      '=HYPERLINK("http://x","y")',
    ];
    expect(await cellsOf(texts.map((value) => ({ value })))).toEqual(texts.map((value) => expect.objectContaining({ value })));
    const host = openInExcel(workbook(sheet('表', [[1]])));
    await applyEdits([{ kind: 'set-value', sheet: '表', row: 0, column: 0, value: '=cmd|calc' }]);
    expect(host.book.sheets[0]!.cells.get(0, 0)).toEqual({ value: '=cmd|calc', prefixed: true });
    expect(typedText('说明')).toBe('说明');
  });

  it('limits of a cell and of a text in a formula', async () => {
    const [long] = await cellsOf([{ value: '长'.repeat(40_000) }]);
    expect((long as { value: string }).value).toHaveLength(32_767);
    const target = { sheet: "带'引号", row: 0, column: 0 };
    const [link] = await cellsOf([{ value: `${'"'.repeat(200)}${'字'.repeat(300)}`, link: target }]);
    expect(link).toMatchObject({ value: `${'"'.repeat(200)}${'字'.repeat(300)}` });
    expect(linkFormula({ value: 'C4', link: target })).toBe(`=HYPERLINK("#'带''引号'!A1","C4")`);
    expect(linkFormula({ value: 5, formula: 'SUM(A1:A2)', link: target })).toContain(',SUM(A1:A2))');
  });

  it('protect/unprotect regression: a protected sheet stays protected and untouched', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]], { isProtected: true }), sheet('乙', [[1]])));
    await expect(put([[2]], 'A1')).rejects.toMatchObject({ code: 'AccessDenied' });
    const before = structuredClone(picture(host.book));
    const applied = await applyEdits([
      { kind: 'mark-cells', sheet: '表', level: 'error', areas: [CELL] },
      { kind: 'set-value', sheet: '表', row: 0, column: 0, value: 3 },
      { kind: 'clear-marks' },
    ]);
    expect(applied.skipped).toEqual([{ sheet: '表', what: 'set-value', why: 'protected' }]);
    expect(picture(host.book)).toEqual(before);
  });

  it('undo cleared on Office 2021: reading keeps it, and what a value replaced is handed back', async () => {
    const host = openInExcel(workbook(sheet('表', [[{ value: 5, formula: 'A2' }]])), 'office2021');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('表').getRange('A1').load('values');
      await context.sync();
    });
    expect(host.undoSteps).toBe(3);
    const { replaced } = await applyEdits([{ kind: 'set-value', sheet: '表', row: 0, column: 0, value: 6 }]);
    expect(host.undoSteps).toBe(0);
    expect(replaced).toEqual([{ sheet: '表', row: 0, column: 0, content: '=A2', isFormula: true }]);
  });

  it.each([
    ['m365', { mergeUndoGroup: true }],
    ['ltsc2024', {}],
  ] as const)('undo: one step for one command where Excel can do that (%s)', async (profile, options) => {
    openInExcel(workbook(sheet('表', [[1]])), profile);
    const run = vi.spyOn(Excel, 'run');
    await applyEdits([{ kind: 'mark-cells', sheet: '表', level: 'error', areas: [CELL] }]);
    expect(run.mock.calls.map(([first]) => first as unknown)).toEqual([options]);
    run.mockRestore();
  });

  it('settings ~1 MB: short texts are remembered, long ones refused before they are sent', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    expect(await recall('options')).toBeUndefined();
    await remember('options', '{"rounding":"exact","界面":"zh-CN"}');
    expect(await recall('options')).toBe('{"rounding":"exact","界面":"zh-CN"}');
    expect(host.book.customXml).toHaveLength(1);
    await remember('options', undefined);
    expect(host.book.customXml).toEqual([]);
    host.syncs.length = 0;
    await expect(remember('options', 'x'.repeat(300_000))).rejects.toBeInstanceOf(RangeError);
    expect(host.syncs).toEqual([]);
  });

  it('two runs at once mark once', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    const edits = [{ kind: 'clear-marks' as const }, { kind: 'mark-cells' as const, sheet: '表', level: 'error' as const, areas: [CELL] }];
    await Promise.all([
      applyEdits(edits),
      applyEdits([{ kind: 'set-value', sheet: '表', row: 0, column: 0, value: NaN }]).catch(() => undefined),
      applyEdits(edits),
    ]);
    expect(host.book.sheets[0]!.rules).toHaveLength(1);
  });

  it('the matrix must have the shape of the range; what came before stays', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    await expect(
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.getItem('表').getRange('A2').values = [[7]];
        worksheets.getItem('表').getRange('A1:B1').values = [[1]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
    expect(host.book.sheets[0]!.cells.get(1, 0)?.value).toBe(7);
  });
});

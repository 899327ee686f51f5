/** Marking, writing our sheets and typing values in Excel: within the rounds and bytes that are allowed, and leaving all else as it was. */
import { describe, expect, it } from 'vitest';
import type { MarkCells } from '../../../src/core/edits/edit.ts';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import { restoreCells } from '../../../src/hosts/excel/set-values.ts';
import { picture } from '../../support/excel-host/model/book.ts';
import type { HostSheet } from '../../support/excel-host/model/sheet.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { report } from './report.ts';
import { richWorkbook, sheet, workbook } from './sample.ts';

const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
const mark = (name: string, level: 'error' | 'warning' | 'within-rounding', ...cells: readonly [number, number][]): MarkCells => ({
  kind: 'mark-cells',
  sheet: name,
  level,
  areas: cells.map(([row, column]) => cell(row, column)),
});

const find = (sheets: readonly HostSheet[], name: string): HostSheet => sheets.find((one) => one.name === name)!;

describe('marks', () => {
  it('take two rounds, one rule for each sheet and level, loudest on top', async () => {
    const host = openInExcel(richWorkbook());
    await applyEdits([
      mark('公开01表', 'error', [2, 2], [3, 2]),
      mark('公开01表', 'within-rounding', [8, 2]),
      mark('隐藏的', 'warning', [0, 0]),
    ]);
    expect(host.syncs.length).toBe(2);
    expect(host.keptReferences).toBe(0);
    const { rules } = find(host.book.sheets, '公开01表');
    expect(rules.map(({ formula, fill }) => [formula, fill])).toEqual([
      ['=N("TIEOUT|1|error")=0', '#FFC7CE'],
      ['=N("TIEOUT|1|within-rounding")=0', '#DDEBF7'],
    ]);
    expect(find(host.book.sheets, '隐藏的').rules).toHaveLength(1);
  });

  it('cost less than 10 kB for 500 scattered cells', async () => {
    const host = openInExcel(workbook(sheet('表', [[1]])));
    await applyEdits([mark('表', 'error', ...Array.from({ length: 500 }, (_, index): [number, number] => [index * 2, (index % 7) * 2]))]);
    expect(host.syncs.reduce((sum, { requestBytes }) => sum + requestBytes, 0)).toBeLessThan(10_000);
  });

  it('are taken away without a trace, user rules in their order', async () => {
    const host = openInExcel(richWorkbook());
    const table = find(host.book.sheets, '公开01表');
    table.rules = ['CellValue', 'Custom', 'DataBar'].map((type, index) => ({
      id: `u${index}`,
      type,
      areas: [cell(2, 2)],
      formula: `=$A$${index}>1`,
      fill: '#00FF00',
      stopIfTrue: true,
    }));
    const before = structuredClone(picture(host.book));
    await applyEdits([mark('公开01表', 'error', [2, 2])]);
    expect(picture(host.book)).not.toEqual(before);
    const applied = await applyEdits([{ kind: 'clear-marks' }]);
    expect(applied.clearedRules).toBe(1);
    expect(picture(host.book)).toEqual(before);
  });

  it('are replaced in four rounds, and never doubled', async () => {
    const host = openInExcel(richWorkbook());
    await applyEdits([mark('公开01表', 'error', [2, 2])]);
    host.syncs.length = 0;
    await applyEdits([{ kind: 'clear-marks' }, mark('公开01表', 'error', [3, 2])]);
    expect(host.syncs.length).toBe(4);
    expect(find(host.book.sheets, '公开01表').rules.map(({ areas }) => areas)).toEqual([[cell(3, 2)]]);
  });

  it('take their condition along when they are live, and are cleared like any other', async () => {
    const host = openInExcel(richWorkbook());
    const before = structuredClone(picture(host.book));
    await applyEdits([{ ...mark('公开01表', 'error', [2, 2]), when: '$C$3>1' }, mark('公开01表', 'error', [3, 2])]);
    const { rules } = find(host.book.sheets, '公开01表');
    expect(rules.map(({ formula }) => formula).sort()).toEqual(['=AND(N("TIEOUT|1|error")=0,$C$3>1)', '=N("TIEOUT|1|error")=0']);
    await applyEdits([{ kind: 'clear-marks' }]);
    expect(picture(host.book)).toEqual(before);
  });

  it('pass over protected and vanished sheets, and say so', async () => {
    const host = openInExcel(richWorkbook());
    const applied = await applyEdits([mark('保护的', 'error', [0, 1]), mark('没有的', 'error', [0, 1]), mark('公开01表', 'error', [0, 0])]);
    expect(applied.skipped).toEqual([
      { sheet: '保护的', what: 'mark-cells', why: 'protected' },
      { sheet: '没有的', what: 'mark-cells', why: 'gone' },
    ]);
    expect(find(host.book.sheets, '公开01表').rules).toHaveLength(1);
  });
});

describe('our own sheets', () => {
  it('are written in four rounds, tagged, and read back as written', async () => {
    const host = openInExcel(richWorkbook());
    const applied = await applyEdits([{ kind: 'write-sheet', content: report }]);
    expect(applied.written).toEqual([{ tag: 'check-report', sheet: '勾稽检查', how: 'new' }]);
    expect(host.syncs.length).toBeLessThanOrEqual(4);
    const own = find(host.book.sheets, '勾稽检查');
    expect(own.names).toMatchObject([{ name: '_TIEOUT_check.002dreport', visible: false }]);
    expect([own.frozenRows, own.rowHeights.get(0), [...own.hiddenColumns]]).toEqual([2, 30, [3]]);
    expect(own.page).toMatchObject({ Orientation: 'Landscape', Zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 } });
    const read = (await readWorkbook()).workbook.sheets.find(({ tag }) => tag === 'check-report');
    expect(read?.grid[3]?.map((found) => [found?.value, found?.formula])).toEqual([
      ['=1+1 不是公式', undefined],
      ['1-2', undefined],
      [0, 'SUM(公开01表!C3:C4)'],
    ]);
    expect(read?.grid[2]?.[1]).toMatchObject({ value: 'C4', formula: 'HYPERLINK("#\'公开01表\'!C4","C4")' });
  });

  it('are rewritten in place: the same sheet, no trace of the old content', async () => {
    const host = openInExcel(richWorkbook());
    await applyEdits([{ kind: 'write-sheet', content: report }]);
    const { id } = find(host.book.sheets, '勾稽检查');
    find(host.book.sheets, '勾稽检查').name = '改了名';
    host.syncs.length = 0;
    const applied = await applyEdits([
      { kind: 'write-sheet', content: { ...report, rows: report.rows.slice(0, 3), merged: [], frozenRows: 0, heights: new Map() } },
    ]);
    expect(applied.written).toEqual([{ tag: 'check-report', sheet: '改了名', how: 'in-place' }]);
    expect(host.syncs.length).toBe(4);
    const own = find(host.book.sheets, '改了名');
    expect([own.id, own.merged, own.frozenRows, own.rowHeights.get(0) === 30]).toEqual([id, [], 0, false]);
    expect(own.cells.get(3, 0)).toBeUndefined();
  });

  it('are kept where the user has edited them, and written beside', async () => {
    const host = openInExcel(richWorkbook());
    await applyEdits([{ kind: 'write-sheet', content: report }]);
    find(host.book.sheets, '勾稽检查').cells.set(2, 0, { value: '我的批注' });
    const before = structuredClone(picture(host.book)) as unknown[];
    const applied = await applyEdits([{ kind: 'write-sheet', content: report }]);
    expect(applied.written).toEqual([{ tag: 'check-report', sheet: '勾稽检查 (2)', how: 'beside' }]);
    expect((picture(host.book) as unknown[]).slice(0, before.length)).toEqual(before);
    expect((await applyEdits([{ kind: 'write-sheet', content: report }])).written).toEqual([
      { tag: 'check-report', sheet: '勾稽检查 (2)', how: 'in-place' },
    ]);
  });

  it('let people type, sort and insert where they are asked to type, and lose nothing of it', async () => {
    const host = openInExcel(richWorkbook());
    await applyEdits([{ kind: 'write-sheet', content: report }]);
    const own = find(host.book.sheets, '勾稽检查');
    own.cells.set(4, 1, { value: '人员增加' });
    own.cells.set(7, 0, own.cells.get(2, 0));
    own.cells.set(2, 0, undefined);
    const typed = {
      ...report,
      rows: [
        ...report.rows.slice(0, 4),
        [
          { value: '原因', style: 'text' as const },
          { value: '人员增加', style: 'input' as const },
        ],
      ],
    };
    expect((await applyEdits([{ kind: 'write-sheet', content: typed }])).written[0]?.how).toBe('in-place');
    own.cells.set(4, 1, { value: '后来又改了' });
    expect((await applyEdits([{ kind: 'write-sheet', content: typed }])).written[0]?.how).toBe('beside');
    expect(own.cells.get(4, 1)?.value).toBe('后来又改了');
  });

  it('count as edited when people took something out of a sheet that asks for nothing', async () => {
    const host = openInExcel(richWorkbook());
    const content = { ...report, rows: report.rows.slice(0, 4) };
    await applyEdits([{ kind: 'write-sheet', content }]);
    find(host.book.sheets, '勾稽检查').cells.set(3, 0, undefined);
    expect((await applyEdits([{ kind: 'write-sheet', content }])).written[0]?.how).toBe('beside');
  });

  it('never take a foreign sheet of the same name', async () => {
    const host = openInExcel(workbook(sheet('勾稽检查', [['用户自己的']])));
    expect((await applyEdits([{ kind: 'write-sheet', content: report }])).written[0]).toMatchObject({ sheet: '勾稽检查 (2)', how: 'new' });
    expect(find(host.book.sheets, '勾稽检查').cells.get(0, 0)?.value).toBe('用户自己的');
  });

  it('are removed when unedited, kept when edited, and nothing is added to a protected structure', async () => {
    const host = openInExcel(richWorkbook());
    const before = structuredClone(picture(host.book));
    await applyEdits([{ kind: 'write-sheet', content: report }]);
    expect((await applyEdits([{ kind: 'remove-sheet', tag: 'check-report' }])).removed).toEqual(['勾稽检查']);
    expect(picture(host.book)).toEqual(before);
    await applyEdits([{ kind: 'write-sheet', content: report }]);
    find(host.book.sheets, '勾稽检查').cells.set(9, 0, { value: '批注' });
    expect((await applyEdits([{ kind: 'remove-sheet', tag: 'check-report' }])).skipped).toEqual([
      { sheet: '勾稽检查', what: 'remove-sheet', why: 'edited' },
    ]);
    host.book.structureProtected = true;
    expect((await applyEdits([{ kind: 'write-sheet', content: { ...report, tag: 'other', name: '另一个' } }])).skipped).toEqual([
      { sheet: '另一个', what: 'write-sheet', why: 'structure-protected' },
    ]);
  });
});

describe('values', () => {
  it('are typed and can be put back, formula and all', async () => {
    const host = openInExcel(richWorkbook());
    const before = structuredClone(picture(host.book));
    const applied = await applyEdits([
      { kind: 'set-value', sheet: '公开01表', row: 3, column: 2, value: 999.5 },
      { kind: 'set-value', sheet: '公开01表', row: 2, column: 0, value: '=1+1' },
      { kind: 'set-value', sheet: '公开01表', row: 5, column: 2, value: null },
    ]);
    const table = find(host.book.sheets, '公开01表');
    expect([table.cells.get(3, 2), table.cells.get(2, 0)?.value, table.cells.get(5, 2)]).toEqual([{ value: 999.5 }, '=1+1', undefined]);
    await restoreCells(applied.replaced);
    table.cells.set(3, 2, { value: 1000, formula: '=SUM(C5:C6)' });
    expect(picture(host.book)).toEqual(before);
  });
});

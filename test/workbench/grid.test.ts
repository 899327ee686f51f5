/** What the grid works out before it draws: where cells lie, where keys lead, and that no number is ever shown with digits missing. */
import { describe, expect, it } from 'vitest';
import { sheetFromRows } from '../../src/core/workbook/workbook.ts';
import { PLAIN_LAYOUT } from '../../src/hosts/file/read-layout.ts';
import { WAITING } from '../../src/hosts/file/waiting-cells.ts';
import { viewOf } from '../../src/workbench/cell-view.ts';
import { areaAt, geometryOf, sizeOf } from '../../src/workbench/geometry.ts';
import { keyAction } from '../../src/workbench/grid-keys.ts';
import { asTabbed, selectedArea, totalsOf, typedPlace } from '../../src/workbench/selection.ts';
import { copyName } from '../../src/workbench/use-files.ts';
import { drawn } from '../../src/workbench/use-visible.ts';
import { wordsFor } from '../../src/workbench/words.ts';

const sheet = sheetFromRows('表', [['标题'], ['a', 1], ['b', 2], ['c', 3]], {
  merged: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  hiddenRows: new Set([2]),
});

describe('the geometry of a sheet', () => {
  const marks = [
    { level: 'error', areas: [{ top: 1, left: 1, bottom: 1, right: 1 }] },
    { level: 'warning', areas: [{ top: 1, left: 1, bottom: 3, right: 1 }] },
  ] as const;
  const geometry = geometryOf(sheet, { ...PLAIN_LAYOUT, widths: new Map([[1, 20]]), heights: new Map([[0, 30]]), marks });

  it('gives hidden rows no room and merged cells all of theirs', () => {
    expect([0, 1, 2].map((row) => sizeOf(geometry.rows, row))).toEqual([40, 20, 0]);
    expect(sizeOf(geometry.columns, 1)).toBe(145);
    expect(areaAt(geometry, 0, 1)).toEqual({ top: 0, left: 0, bottom: 0, right: 2 });
  });

  it('shows the loudest mark of a cell', () => {
    expect([geometry.marks.get('1,1'), geometry.marks.get('3,1')]).toEqual(['error', 'warning']);
  });

  it('shows a live mark while its formula is true', () => {
    const areas = [{ top: 1, left: 1, bottom: 1, right: 1 }];
    const shown = (when: string): boolean =>
      geometryOf(sheet, { ...PLAIN_LAYOUT, marks: [{ level: 'error', areas, when }] }).marks.size > 0;
    expect(shown('AND(ROUND(1.005*(1+1E-14),2)=1.01,N($A$1)=0,"a,b"<>1)')).toBe(false);
    expect(shown('AND(ROUND(1.005*(1+1E-14),2)=1.01,OR(1>2,-2<-(1)),COUNT(1,$Z$99)=1)')).toBe(true);
    expect(shown('1/$Z$99>0')).toBe(false);
    expect(shown('SUM($A$1)>=0')).toBe(false);
    expect(shown('1>0)')).toBe(false);
  });

  it('lets arrows walk over hidden rows and across merged cells', () => {
    const to = (row: number, column: number, key: string, more = {}): unknown => keyAction(geometry, { row, column }, { key, ...more })?.to;
    expect(to(1, 0, 'ArrowDown')).toEqual({ row: 3, column: 0 });
    expect(to(3, 0, 'ArrowUp')).toEqual({ row: 1, column: 0 });
    expect(to(0, 0, 'ArrowRight')).toEqual({ row: 0, column: 3 });
    expect(to(0, 0, 'ArrowUp')).toEqual({ row: 0, column: 0 });
    expect(to(3, 2, 'Home', { ctrlKey: true })).toEqual({ row: 0, column: 0 });
    expect(keyAction(geometry, { row: 0, column: 0 }, { key: 'Tab' })).toBeUndefined();
    expect(keyAction(geometry, { row: 0, column: 0 }, { key: 'c', ctrlKey: true })).toBeUndefined();
    expect(keyAction(geometry, { row: 0, column: 0 }, { key: '5' })).toEqual({ edit: 'type', text: '5' });
  });
});

describe('Ctrl and an arrow', () => {
  it('goes to the end of the filled cells, over empty ones to the next, and then to the end of the sheet', () => {
    const geometry = geometryOf(sheetFromRows('表', [[1, 2, 3, '', '', 6], [4], [5], [], [], [7]]));
    const to = (row: number, column: number, key: string, more = {}): unknown =>
      keyAction(geometry, { row, column }, { key, ctrlKey: true, ...more });
    const walked = (place: object): object => ({ to: place, isExtending: false });
    expect(to(0, 0, 'ArrowRight')).toEqual(walked({ row: 0, column: 2 }));
    expect(to(0, 2, 'ArrowRight')).toEqual(walked({ row: 0, column: 5 }));
    expect(to(0, 5, 'ArrowRight')).toEqual(walked({ row: 0, column: 11 }));
    expect(to(0, 0, 'ArrowDown')).toEqual(walked({ row: 2, column: 0 }));
    expect(to(5, 0, 'ArrowUp')).toEqual(walked({ row: 2, column: 0 }));
    expect(to(1, 1, 'ArrowLeft')).toEqual(walked({ row: 1, column: 0 }));
    expect(to(2, 2, 'End')).toEqual(walked({ row: 5, column: 5 }));
    expect(to(0, 0, 'ArrowDown', { shiftKey: true })).toEqual({ to: { row: 2, column: 0 }, isExtending: true });
  });
});

describe('a selected area', () => {
  const grown = sheetFromRows('表', [['标题'], [0.1, 0.2], [-1, 'x'], [5, 7]], {
    merged: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    hiddenRows: new Set([3]),
  });

  it('never cuts a merged one, unless whole rows or columns are taken', () => {
    const from = { row: 0, column: 1, extent: { row: 2, column: 1 } };
    expect(selectedArea(from, grown.merged)).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
    expect(selectedArea({ ...from, isWhole: true }, grown.merged)).toEqual({ top: 0, left: 1, bottom: 2, right: 1 });
  });

  it('is added up exactly, without what is hidden', () => {
    const { value } = totalsOf(grown, { top: 1, left: 0, bottom: 3, right: 1 }).next();
    expect(value).toMatchObject({ filled: 4, numbers: 3 });
    expect(String(value?.sum)).toBe('-0.7');
  });

  it('is copied as other programs take it', () => {
    const quoted = sheetFromRows('表', [
      ['a\tb', '说"好"'],
      ['x', 1.5],
    ]);
    expect(asTabbed(quoted, { top: 0, left: 0, bottom: 1, right: 1 }, false)).toBe('"a\tb"\t"说""好"""\r\nx\t1.5');
    expect(asTabbed(grown, { top: 2, left: 0, bottom: 3, right: 1 }, false)).toBe('-1\tx');
  });

  it('is what somebody types into the name box, within the grid', () => {
    expect(typedPlace(' c2：a1 ', grown)).toEqual({ row: 0, column: 0, extent: { row: 1, column: 2 } });
    expect(typedPlace('A99999', grown)).toBeUndefined();
    expect(typedPlace('合计', grown)).toBeUndefined();
  });
});

describe('what is in view', () => {
  const long = sheetFromRows(
    '表',
    Array.from({ length: 20_000 }, (_, row) => [row]),
    { hiddenRows: new Set([10, 11, 12]) },
  );
  const { rows } = geometryOf(long);
  const merged = [[2, 6] as const, [3, 8] as const, [15, 18] as const];
  const shown = (startIndex: number, endIndex: number): readonly number[] =>
    drawn(rows, merged, 4, { startIndex, endIndex, overscan: 1, count: rows.count });

  it('is without frozen and hidden rows, but with the first rows of merged areas that reach into it', () => {
    expect(shown(0, 6)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(shown(9, 15)).toEqual([3, 8, 9, 13, 14, 15, 16]);
  });

  it('never goes past the end', () => {
    expect(shown(rows.count - 2, rows.count - 1)).toEqual([rows.count - 3, rows.count - 2, rows.count - 1]);
  });
});

describe('what a cell shows', () => {
  it('is the number as its format prints it, or #### where the digits do not fit', () => {
    expect(viewOf({ value: 1234.5, format: '#,##0.00' }, { width: 100 }, false)).toMatchObject({ text: '1,234.50', align: 'end' });
    expect(viewOf({ value: 1234567.5, format: '#,##0.00' }, { width: 50 }, false)).toMatchObject({ text: '#####', title: '1,234,567.50' });
    expect(viewOf({ value: 8.478814123456 }, { width: 70 }, false).text).toBe('8.478814');
    expect(viewOf({ value: 123456789012 }, { width: 40 }, false).text).toBe('####');
  });

  it('is quiet about a formula that waits for Excel', () => {
    expect(viewOf({ value: { error: WAITING }, formula: 'A1' }, { width: 100 }, false)).toMatchObject({ text: WAITING, isWaiting: true });
    expect(viewOf({ value: { error: '#REF!' }, formula: 'A1' }, { width: 100 }, false).isWaiting).toBe(false);
  });
});

describe('the words of the workbench', () => {
  it('exist in both languages', () => {
    expect(Object.keys(wordsFor('en'))).toEqual(Object.keys(wordsFor('zh-CN')));
    expect(wordsFor('en').waiting(3)).toContain('3');
  });

  it('name the saved copy after the file, once', () => {
    expect(copyName('决算.xlsx')).toBe('决算-勾稽.xlsx');
    expect(copyName('决算-勾稽.xlsx')).toBe('决算-勾稽.xlsx');
    expect(copyName('a.b.xlsm')).toBe('a.b-勾稽.xlsm');
    expect(copyName('决算')).toBe('决算-勾稽.xlsx');
  });
});

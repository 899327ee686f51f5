/** Array formulas that fill several cells, as LibreOffice and Excel write them: every cell is a result, none a typed number, and none changes alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellAt, type Workbook } from '../../../src/core/workbook/workbook.ts';
import { loadAccounts, openWorkbook, reviewWorkbook } from '../../../src/engine.ts';
import { openFileHost } from '../../../src/hosts/file/file-host.ts';
import { UnusableWorkbook } from '../../../src/hosts/file/unusable-workbook.ts';
import { handMade } from '../../support/packages.ts';

const read = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/workbooks/files/${name}`));
const AREA = { top: 1, left: 3, bottom: 2, right: 3 };
const at = (workbook: Workbook, row: number, column: number) => cellAt(workbook.sheets[0]!, row, column);

describe.each(['arrays.xlsx', 'arrays.xls'])('%s', (name) => {
  it('has the formula at every cell that it fills', async () => {
    const workbook = await openWorkbook(read(name), name);
    expect(at(workbook, 1, 3)).toMatchObject({ formula: 'C2:C3*1.1', array: AREA });
    expect(at(workbook, 2, 3)).toMatchObject({ formula: 'C2:C3*1.1', array: AREA });
    expect(at(workbook, 3, 3)).toMatchObject({ formula: 'C4*1.1' });
    expect(at(workbook, 3, 3)?.array).toBeUndefined();
  });

  it('holds no typed number among its formulas', async () => {
    const { accounts, ordinary } = reviewWorkbook(loadAccounts(await openWorkbook(read(name), name)));
    expect([...accounts, ...ordinary].flatMap(({ findings }) => findings.map(({ id }) => id))).toEqual([]);
  });

  it('would have been told of one', async () => {
    const workbook = await openWorkbook(read(name), name);
    const grid = workbook.sheets[0]!.grid.map((row, index) =>
      row?.map((cell, column) => (index === 2 && column === 3 && cell !== undefined ? { value: cell.value } : cell)),
    );
    const { ordinary } = reviewWorkbook(loadAccounts({ ...workbook, sheets: [{ ...workbook.sheets[0]!, grid }] }));
    expect(ordinary.flatMap(({ findings }) => findings.map(({ cell }) => [cell.row, cell.column]))).toEqual([[2, 3]]);
  });
});

describe('in the workbench', () => {
  it.each([
    [1, 3],
    [2, 3],
  ])('cell %i,%i of the array refuses to be changed alone, and says so', async (row, column) => {
    const host = await openFileHost(read('arrays.xlsx'), 'arrays.xlsx');
    const before = host.state();
    const typing = host.type({ sheet: '测算', row, column }, '5');
    await expect(typing).rejects.toBeInstanceOf(UnusableWorkbook);
    await expect(typing).rejects.toMatchObject({ text: { 'zh-CN': expect.stringContaining('数组公式') as string } });
    expect(host.state()).toBe(before);
  });

  it('all its cells wait for Excel when one that it reads is typed, with what reads them; saved and opened again they still do', async () => {
    const host = await openFileHost(read('arrays.xlsx'), 'arrays.xlsx');
    await host.type({ sheet: '测算', row: 1, column: 2 }, '1');
    const waiting = { value: { error: '#待Excel重算' } };
    for (const workbook of [host.state().workbook, await openWorkbook(host.state().bytes, 'x.xlsx')]) {
      for (const [row, column] of [
        [1, 3],
        [2, 3],
        [1, 4],
        [2, 4],
      ] as const)
        expect(at(workbook, row, column)).toMatchObject(waiting);
      expect(at(workbook, 3, 3)).toMatchObject({ formula: 'C4*1.1' });
    }
  });
});

describe('as Excel writes them', () => {
  const sheet = (cells: string): Uint8Array => handMade({ sheets: [`<sheetData>${cells}</sheetData>`] });

  it('reads a spilled array', async () => {
    const spilled = sheet(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">_xlfn._xlws.SORT(C1:C3)</f><v>1</v></c><c r="C1"><v>3</v></c></row>' +
        '<row r="2"><c r="A2"><v>2</v></c><c r="C2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="C3"><v>1</v></c></row>',
    );
    const workbook = await openWorkbook(spilled, 'x.xlsx');
    expect([0, 1, 2].map((row) => at(workbook, row, 0)?.formula)).toEqual(['SORT(C1:C3)', 'SORT(C1:C3)', 'SORT(C1:C3)']);
    expect(at(workbook, 0, 2)?.formula).toBeUndefined();
    const host = await openFileHost(spilled, 'x.xlsx');
    await expect(host.type({ sheet: 'Sheet1', row: 1, column: 0 }, '5')).rejects.toBeInstanceOf(UnusableWorkbook);
  });

  it('reads a data table, which refuses to be changed too', async () => {
    const table = sheet(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>' +
        '<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f t="dataTable" ref="B2:B3" dt2D="0" dtr="0" r1="A1"/><v>10</v></c></row>' +
        '<row r="3"><c r="A3"><v>6</v></c><c r="B3"><v>12</v></c></row>',
    );
    const workbook = await openWorkbook(table, 'x.xlsx');
    expect([1, 2].map((row) => at(workbook, row, 1)?.formula)).toEqual(['TABLE(A1)', 'TABLE(A1)']);
    const host = await openFileHost(table, 'x.xlsx');
    await expect(host.type({ sheet: 'Sheet1', row: 2, column: 1 }, '5')).rejects.toBeInstanceOf(UnusableWorkbook);
  });

  it('leaves the array formula of a single cell as it was', async () => {
    const single = sheet('<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B2*C1:C2)</f><v>7</v></c></row>');
    const cell = at(await openWorkbook(single, 'x.xlsx'), 0, 0);
    expect(cell).toMatchObject({ value: 7, formula: 'SUM(B1:B2*C1:C2)' });
    expect(cell?.array).toBeUndefined();
  });
});

/** The genuine office.js client boots in Node and speaks to our Excel: real proxies, real errors, real not-loaded checks. */
import { describe, expect, it } from 'vitest';
import { sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { nullObject, wired } from '../../support/excel-host/wire/wire-class.ts';

describe('the genuine client', () => {
  it('reads A1 through our host', async () => {
    const host = openInExcel({
      name: 'a.xlsx',
      date1904: false,
      sheets: [sheetFromRows('表一', [['合计', 12.5]]), sheetFromRows('空', [])],
    });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('表一').getRange('A1:B1');
      range.load('values,address');
      expect(() => range.values).toThrow(/load/);
      await context.sync();
      expect(range.values).toEqual([['合计', 12.5]]);
      expect(range.address).toBe("'表一'!A1:B1");
      const used = context.workbook.worksheets.getItem('空').getUsedRangeOrNullObject(true);
      await context.sync();
      expect(used.isNullObject).toBe(true);
    });
    expect(host.syncs.map((sync) => sync.error)).toEqual([undefined, undefined, undefined]);
  });

  it('is the measure of our host: what office.js does not know, the host may not model', () => {
    openInExcel({ name: 'a.xlsx', date1904: false, sheets: [] });
    expect(() => wired({ name: 'Table', scalars: { Colour: {} } }, null)).toThrow('office.js does not know Table.Colour');
    expect(() => wired({ name: 'Table', scalars: { Id: { set: () => undefined } } }, null)).toThrow('Table.Id (to be set)');
    expect(() => wired({ name: 'Table', methods: { Explode: () => undefined } }, null)).toThrow('Table.Explode');
    expect(() => wired({ name: 'NoSuchClass' }, null)).toThrow('no class NoSuchClass');
    expect(
      wired({ name: 'Table', scalars: { Name: { set: () => undefined } }, links: { Columns: () => nullObject } }, null).className,
    ).toBe('Table');
  });

  it('has its own check of API sets, which is off as shipped', async () => {
    openInExcel({ name: 'a.xlsx', date1904: false, sheets: [sheetFromRows('表', [[1]])] }, 'office2019');
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('表').getRanges('A1,B2');
        await context.sync();
      }),
    ).rejects.toThrow(/ExcelApi 1\.9/);
  });
});

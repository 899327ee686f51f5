/** Reading the old binary format: an .xls that LibreOffice wrote holds the same cells as the .xlsx it wrote. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell, Sheet } from '../../../src/core/workbook/workbook.ts';
import { applyEdits } from '../../../src/hosts/file/apply-edits.ts';
import { openWorkbook } from '../../../src/hosts/file/open-workbook.ts';

const file = (name: string): Uint8Array => readFileSync(`test/workbooks/files/${name}`);

function comparable(sheet: Sheet): unknown {
  const cell = ({ value, formula, format }: Cell): unknown => [typeof value === 'number' ? value.toPrecision(12) : value, formula, format];
  return {
    ...sheet,
    grid: sheet.grid.map((row) => row?.map((found) => (found === undefined ? null : cell(found)))),
    isProtected: false,
  };
}

describe('an .xls file', () => {
  it('reads as the .xlsx of the same workbook', async () => {
    const old = await openWorkbook(file('libreoffice.xls'), 'a.xls');
    const modern = await openWorkbook(file('libreoffice.xlsx'), 'a.xlsx');
    expect(old.sheets.map(comparable)).toEqual(modern.sheets.map(comparable));
  });

  it('cannot be marked, and says so', () => {
    expect(() => applyEdits(file('libreoffice.xls'), [{ kind: 'clear-marks' }])).toThrow(/Save the file in Excel as \.xlsx/);
  });

  it('that is cut off is refused', async () => {
    await expect(openWorkbook(file('libreoffice.xls').subarray(0, 2000), 'a.xls')).rejects.toThrow(/damaged|not a workbook/);
  });
});

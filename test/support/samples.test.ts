/** The sample workbooks are what their script builds, and the faulty one is wrong exactly where faults.json says. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../assets/samples/build-samples.ts';
import type { FaultRecord } from '../../assets/samples/faults.ts';
import { parseAddress } from '../../src/core/workbook/address.ts';
import { cellAt, findSheet, type Sheet, type Workbook } from '../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../src/hosts/file/open-workbook.ts';

const files = sampleFiles();

function open(name: string): Promise<Workbook> {
  const path = `assets/samples/${name}`;
  return openWorkbook(files.get(path) ?? new Uint8Array(), name);
}

function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = findSheet(workbook, name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function valueAt(workbook: Workbook, name: string, address: string): string | null {
  const place = parseAddress(address);
  const value = place === undefined ? null : (cellAt(sheetOf(workbook, name), place.row, place.column)?.value ?? null);
  return value === null ? null : String(value);
}

describe('the samples', () => {
  it.each([...files.keys()])('%s is up to date: npm run samples', (path) => {
    expect(existsSync(path)).toBe(true);
    expect(Buffer.compare(readFileSync(path), files.get(path) ?? new Uint8Array())).toBe(0);
  });

  it('hold nine tables and five forms, and 补充资料', async () => {
    const names = (await open('changji-2023.xlsx')).sheets.map(({ name }) => name);
    expect(names).toHaveLength(15);
    expect(names.at(-1)).toBe('补充资料');
  });
});

describe('the faulty sample', () => {
  const faults = JSON.parse(new TextDecoder().decode(files.get('assets/samples/faults.json'))) as readonly FaultRecord[];

  it('has a dozen different faults', () => {
    expect(faults.length).toBeGreaterThanOrEqual(12);
    expect(new Set(faults.map(({ kind }) => kind)).size).toBe(faults.length);
  });

  it('holds what faults.json says, where the sound one holds what is right', async () => {
    const [sound, faulty] = await Promise.all([open('changji-2023.xlsx'), open('changji-2023-faulty.xlsx')]);
    for (const { sheet, address, stated, right, kind, cells = [] } of faults) {
      for (const cell of [{ address, stated, right }, ...cells]) {
        expect(valueAt(faulty, sheet, cell.address), kind).toBe(cell.stated);
        expect(valueAt(sound, sheet, cell.address), kind).toBe(cell.right);
      }
    }
  });

  it('differs nowhere else', async () => {
    const [sound, faulty] = await Promise.all([open('changji-2023.xlsx'), open('changji-2023-faulty.xlsx')]);
    const wrong = new Set(
      faults.flatMap(({ sheet, address, cells = [] }) => [address, ...cells.map((cell) => cell.address)].map((at) => `${sheet}!${at}`)),
    );
    for (const sheet of sound.sheets) {
      // One row is missing in table 02; its sheet is compared without it.
      const rows = sheet.name === '收入决算表' ? sheet.grid.filter((row) => row?.[0]?.value !== '2101199') : sheet.grid;
      expect(sheetOf(faulty, sheet.name).grid).toHaveLength(rows.length);
      rows.forEach((row, at) =>
        row?.forEach((cell, column) => {
          const address = `${String.fromCharCode(65 + column)}${at + 1}`;
          if (!wrong.has(`${sheet.name}!${address}`))
            expect(cellAt(sheetOf(faulty, sheet.name), at, column)?.value, `${sheet.name}!${address}`).toEqual(cell?.value);
        }),
      );
    }
  });
});

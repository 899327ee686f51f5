/** Formulas that read a typed cell (等待 Excel 重算的公式): they wait, directly or through others, and are not judged by what they said before. */
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/core/workbook/address.ts';
import { loadAccounts, reviewWorkbook } from '../../../src/engine.ts';
import { type FileHost, openFileHost } from '../../../src/hosts/file/file-host.ts';
import { WAITING } from '../../../src/hosts/file/waiting-cells.ts';
import { handMade } from '../../support/packages.ts';

const place = (sheet: string, address: string): { sheet: string; row: number; column: number } => ({ sheet, ...parseAddress(address)! });

describe('formulas that read a typed cell', () => {
  const rows = (formulas: readonly string[]): string =>
    `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>5</v></c></row>${formulas
      .map((formula, index) => `<row r="${index + 2}"><c r="A${index + 2}"><f>${formula}</f><v>1</v></c></row>`)
      .join('')}</sheetData>`;
  const waiting = (host: FileHost): string[] =>
    host
      .state()
      .workbook.sheets.flatMap(({ name, grid }) =>
        grid
          .flatMap((row) => row ?? [])
          .flatMap((cell) =>
            JSON.stringify(cell?.value) === JSON.stringify({ error: WAITING }) ? [`${name} ${cell?.formula ?? ''}`] : [],
          ),
      );

  it('wait for Excel, directly or through others and on other sheets; the rest keep their values', async () => {
    const first = rows(['SUM($A$1:A1)', 'A2*2', 'B1*2', 'IF(TRUE,B1,0)', 'SUM(A:A)', '"A1"&amp;B1']);
    const second = rows(['Sheet1!A3', "'Sheet1'!B1", 'A1', 'SUM(1:1)']);
    const host = await openFileHost(handMade({ sheets: [first, second] }), 'a.xlsx');
    await host.type(place('Sheet1', 'A1'), '3');
    expect(waiting(host)).toEqual(['Sheet1 SUM($A$1:A1)', 'Sheet1 A2*2', 'Sheet1 SUM(A:A)', 'Sheet2 Sheet1!A3']);
    await host.type(place('Sheet1', 'A1'), '1');
    expect(waiting(host)).toHaveLength(4);
  });

  it('are not judged by the value they had before', async () => {
    const number = (address: string, value: number, formula = ''): string =>
      `<c r="${address}">${formula === '' ? '' : `<f>${formula}</f>`}<v>${value}</v></c>`;
    const text = (address: string, words: string): string => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const line = (row: number, name: string, values: readonly number[]): string =>
      `<row r="${row}">${text(`A${row}`, name)}${values.map((value, index) => number(`${'BCDE'[index]!}${row}`, value)).join('')}</row>`;
    const lines = [
      [12.31, 7.52, 90.17, 3.3],
      [45.6, 8.25, 17.4, 66.02],
      [7.89, 31.07, 5.55, 20.41],
      [101.13, 64.77, 39.96, 80.08],
      [3.14, 15.92, 65.35, 89.79],
      [27.18, 28.18, 28.45, 90.45],
    ];
    const totals = [0, 1, 2, 3].map((column) => Math.round(lines.reduce((sum, values) => sum + values[column]!, 0) * 100) / 100);
    const book = (formula: (letter: string) => string): Uint8Array =>
      handMade({
        sheets: [
          `<sheetData><row r="1">${text('A1', '项目')}${['一季度', '二季度', '三季度', '四季度'].map((name, index) => text(`${'BCDE'[index]!}1`, name)).join('')}</row>` +
            ['工资', '水电', '差旅', '会议', '培训', '邮寄'].map((name, index) => line(index + 2, name, lines[index]!)).join('') +
            `<row r="8">${text('A8', '合计')}${totals.map((total, index) => number(`${'BCDE'[index]!}8`, total, formula('BCDE'[index]!))).join('')}</row></sheetData>`,
        ],
      });
    const findingsAfterTyping = async (bytes: Uint8Array): Promise<number> => {
      const host = await openFileHost(bytes, 'a.xlsx');
      await host.type(place('Sheet1', 'B2'), '99.99');
      const { ordinary } = reviewWorkbook(loadAccounts((await host.read()).workbook));
      return ordinary.flatMap((review) => review.findings).length;
    };
    // Typed totals are wrong now; totals that Excel will add up again are not.
    expect(await findingsAfterTyping(book(() => ''))).toBeGreaterThan(0);
    expect(await findingsAfterTyping(book((letter) => `SUM(${letter}2:${letter}7)`))).toBe(0);
  });

  it('wait as well when we cannot see what they read', async () => {
    const host = await openFileHost(handMade({ sheets: [rows(['合计额*2', 'INDIRECT("A"&amp;1)', 'OFFSET(B1,0,-1)', '1+1'])] }), 'a.xlsx');
    await host.type(place('Sheet1', 'B1'), '3');
    expect(waiting(host)).toEqual(['Sheet1 合计额*2', 'Sheet1 INDIRECT("A"&1)', 'Sheet1 OFFSET(B1,0,-1)']);
  });
});

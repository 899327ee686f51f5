/** Formulas that depend on a typed cell are recalculated by an engine that is believed only where it reproduces what the file stores. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, roundTo } from '../../../src/core/number/decimal.ts';
import { parseAddress } from '../../../src/core/workbook/address.ts';
import { cellAt, findSheet, isError } from '../../../src/core/workbook/workbook.ts';
import { localDesk } from '../../../src/hosts/file/file-desk.ts';
import { type FileHost, openFileHost } from '../../../src/hosts/file/file-host.ts';
import { editText } from '../../../src/hosts/file/typed-text.ts';
import { startIronCalc } from '../../../src/workbench/ironcalc-engine.ts';
import { packageFaults } from '../../support/package-faults.ts';
import { handMade, unzipped } from '../../support/packages.ts';

const WASM = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm')));
const open = (bytes: Uint8Array): Promise<FileHost> =>
  openFileHost(
    bytes,
    'a.xlsx',
    localDesk((count) => startIronCalc(WASM, count)),
  );

type Content = number | string | readonly [formula: string, stored?: number | string];
type Rows = Readonly<Record<string, Content>>;

/** A sheet from cells by address: numbers, texts, and formulas with their stored values. */
function sheetOf(cells: Rows): string {
  const rows = new Map<number, string[]>();
  for (const [address, content] of Object.entries(cells)) {
    const { row } = parseAddress(address)!;
    const [formula, value] = typeof content === 'object' ? content : [undefined, content];
    const f = formula === undefined ? '' : `<f>${formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</f>`;
    const v = value === undefined ? '' : `<v>${value}</v>`;
    rows.set(row, [...(rows.get(row) ?? []), `<c r="${address}"${typeof value === 'string' ? ' t="str"' : ''}>${f}${v}</c>`]);
  }
  return `<sheetData>${[...rows].map(([row, found]) => `<row r="${row + 1}">${found.join('')}</row>`).join('')}</sheetData>`;
}

const sheetsIn = (bytes: Uint8Array): Record<string, string | undefined> => Object.fromEntries(unzipped(bytes));
const bookOf = (...sheets: readonly Rows[]): Uint8Array => handMade({ sheets: sheets.map(sheetOf) });
const placeOf = (address: string, sheet = 'Sheet1'): { sheet: string; row: number; column: number } => ({
  sheet,
  ...parseAddress(address)!,
});

/** A number, a text, or «waiting». */
function shown(host: FileHost, address: string, sheet = 'Sheet1'): unknown {
  const { row, column } = parseAddress(address)!;
  const value = cellAt(findSheet(host.state().workbook, sheet)!, row, column)?.value ?? null;
  return isError(value) ? (value.error.startsWith('#待') ? 'waiting' : value.error) : value;
}

async function afterTyping(bytes: Uint8Array, address: string, text: string, asked: readonly string[]): Promise<readonly unknown[]> {
  const host = await open(bytes);
  await host.type(placeOf(address), text);
  return asked.map((each) => shown(host, each));
}

describe('after a value was typed', () => {
  const book = bookOf(
    { A1: 1.1, A2: 2.2, A3: ['SUM(A1:A2)', 3.3], B3: ['ROUND(A1/A3*100,2)', 33.33], C3: ['IF(A3=3.3,"平","不平")', '平'] },
    { A1: ['Sheet1!A3*2', 6.6], A2: ["'Sheet1'!A2+1", 3.2] },
  );

  it('its dependants come to their new values, on other sheets too', async () => {
    const host = await open(book);
    await host.type(placeOf('A1'), '4.4');
    expect(['A3', 'B3', 'C3'].map((address) => shown(host, address))).toEqual([6.6, 66.67, '不平']);
    expect(['A1', 'A2'].map((address) => shown(host, address, 'Sheet2'))).toEqual([13.2, 3.2]);
    expect(host.state().waiting).toBe(0);
    await host.type(placeOf('A2'), '0');
    await host.type(placeOf('A1'), '1.1');
    expect(['A3', 'B3', 'C3'].map((address) => shown(host, address))).toEqual([1.1, 100, '不平']);
    expect(['A1', 'A2'].map((address) => shown(host, address, 'Sheet2'))).toEqual([2.2, 1]);
  });

  it('the saved file stores them, asks Excel to calculate, and is otherwise what it was', async () => {
    const host = await open(book);
    await host.type(placeOf('A1'), '4.4');
    const [before, after] = [sheetsIn(book), sheetsIn(host.state().bytes)];
    expect(packageFaults(host.state().bytes)).toEqual([]);
    expect(after['xl/worksheets/sheet1.xml']).toBe(
      before['xl/worksheets/sheet1.xml']!.replace('<v>1.1</v>', '<v>4.4</v>')
        .replace('<v>3.3</v>', '<v>6.6</v>')
        .replace('<v>33.33</v>', '<v>66.67</v>')
        .replace('<v>平</v>', '<v>不平</v>'),
    );
    expect(after['xl/worksheets/sheet2.xml']).toBe(before['xl/worksheets/sheet2.xml']!.replace('<v>6.6</v>', '<v>13.2</v>'));
    expect(after['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
    const again = await open(host.state().bytes);
    expect(again.state().waiting).toBe(0);
    expect(shown(again, 'A3')).toBe(6.6);
  });

  it('undone, the file is again the one that was opened', async () => {
    const host = await open(book);
    const before = host.state().workbook;
    const { undo } = await host.apply([{ kind: 'set-value', ...placeOf('A1'), value: 9 }]);
    expect(shown(host, 'A3')).toBe(11.2);
    await undo?.();
    expect(host.state().workbook).toEqual(before);
    expect(host.state().bytes).toBe(book);
  });

  it('two edits in one breath are both kept', async () => {
    const host = await open(book);
    await Promise.all([host.type(placeOf('A1'), '10'), host.type(placeOf('A2'), '20')]);
    expect(shown(host, 'A3')).toBe(30);
  });
});

describe('what the engine is not believed in', () => {
  it('is a formula whose stored value it does not reproduce, and all that read it', async () => {
    const book = bookOf({ A1: 1, A2: ['A1*2', 2.5], A3: ['A2+1', 3], A4: ['A1*3', 3], A5: ['A4-A2', 1] });
    expect(await afterTyping(book, 'A1', '2', ['A2', 'A3', 'A4', 'A5'])).toEqual(['waiting', 'waiting', 6, 'waiting']);
  });

  it('is everything but plain cells and the functions we have compared', async () => {
    const book = bookOf({
      A1: 1,
      A2: ['A1+TODAY()*0', 1],
      A3: ['A1*合计额', 1],
      A4: ['SUM(表1[金额])+A1', 1],
      A5: ['[1]Sheet1!A1+A1', 1],
      A6: ['SUM(A1:A1*1)', 1],
      A7: ['OFFSET(A1,0,0)', 1],
      A8: ['A7+0', 1],
      A9: ['SUM(A1,0)', 1],
    });
    const asked = ['A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'];
    expect(await afterTyping(book, 'A1', '2', asked)).toEqual([...asked.slice(1).map(() => 'waiting'), 2]);
  });

  it('is text that Excel might take for a number, and errors of its own', async () => {
    const book = bookOf({ A1: 1, A2: 5, A3: ['SUM(A1:A2)', 6], A4: ['A1+1', 2], A5: ['A2/A1', 5] });
    expect(await afterTyping(book, 'A1', '１２元', ['A3', 'A4'])).toEqual(['waiting', 'waiting']);
    expect(await afterTyping(book, 'A1', '无', ['A3', 'A4'])).toEqual([5, 'waiting']);
    expect(await afterTyping(book, 'A1', '0', ['A3', 'A5'])).toEqual([5, '#DIV/0!']);
  });

  it('leaves no stale value in the saved file', async () => {
    const host = await open(bookOf({ A1: 1, A2: ['A1*合计额', 7] }));
    await host.type(placeOf('A1'), '2');
    expect(host.state().waiting).toBe(1);
    expect(sheetsIn(host.state().bytes)['xl/worksheets/sheet1.xml']).toContain('<f>A1*合计额</f></c>');
    expect(shown(await open(host.state().bytes), 'A2')).toBe('waiting');
  });

  it('is asked all the same where a program stored no values at all', async () => {
    const host = await open(bookOf({ A1: 1, A2: ['A1*2'], A3: ['A2+1'], A4: ['5*5'] }));
    expect([host.state().waiting, shown(host, 'A2')]).toEqual([3, 'waiting']);
    await host.type(placeOf('A1'), '4');
    expect(['A2', 'A3', 'A4'].map((address) => shown(host, address))).toEqual([8, 9, 'waiting']);
  });

  it('is not missed: without an engine everything waits', async () => {
    const host = await openFileHost(bookOf({ A1: 1, A2: ['A1*2', 2] }), 'a.xlsx');
    await host.type(placeOf('A1'), '4');
    expect(shown(host, 'A2')).toBe('waiting');
    const broken = await openFileHost(
      bookOf({ A1: 1, A2: ['A1*2', 2] }),
      'a.xlsx',
      localDesk(() => Promise.reject(new Error('no'))),
    );
    await broken.type(placeOf('A1'), '4');
    expect([shown(broken, 'A1'), shown(broken, 'A2')]).toEqual([4, 'waiting']);
  });
});

describe('a typed formula', () => {
  const book = bookOf({ A1: 1, A2: 2, A3: 3, B1: ['A3+1', 4] });

  it('is written as a formula with its value, and what reads the cell follows', async () => {
    const host = await open(book);
    expect(await host.type(placeOf('A3'), '=SUM(A1:A2)*10')).toBe('typed');
    expect([shown(host, 'A3'), shown(host, 'B1')]).toEqual([30, 31]);
    const xml = sheetsIn(host.state().bytes)['xl/worksheets/sheet1.xml']!;
    expect(xml).toContain('<c r="A3"><f>SUM(A1:A2)*10</f><v>30</v></c>');
    expect(editText(cellAt(findSheet(host.state().workbook, 'Sheet1')!, 2, 0))).toBe('=SUM(A1:A2)*10');
    expect(await host.type(placeOf('A3'), '=SUM(A1:A2)*10')).toBe('unchanged');
    await host.type(placeOf('A1'), '5');
    expect([shown(host, 'A3'), shown(host, 'B1')]).toEqual([70, 71]);
    await host.type(placeOf('A3'), '1');
    expect([shown(host, 'A3'), shown(host, 'B1')]).toEqual([1, 2]);
  });

  it('waits where only Excel can tell, and is refused where it is none', async () => {
    const host = await open(book);
    expect(await host.type(placeOf('C1'), '=VLOOKUP(1,A1:B3,2,FALSE)')).toBe('typed');
    expect([shown(host, 'C1'), host.state().waiting]).toEqual(['waiting', 1]);
    const before = host.state();
    for (const text of ['=SUM(A1:A2', '=A1+', '=', '="a', '=A1 A2', '=(A1', '=A1)', '=1,2', '=SUM(A1;A2)'])
      expect([text, await host.type(placeOf('A3'), text)]).toEqual([text, 'broken-formula']);
    expect(await host.type(placeOf('A3'), '=XLOOKUP(1,A1:A3,A1:A3)')).toBe('newer-function');
    expect(host.state()).toBe(before);
  });
});

describe('for any edits', () => {
  const amount = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100);
  const LETTERS = ['B', 'C', 'D'];
  const DETAILS = [2, 3, 4, 5];
  const exact = (value: number): Decimal => new Decimal(String(value));

  /** Details, totals across and down, the difference of the two, and shares rounded to two decimals: computed in exact decimals. */
  function computed(details: readonly (readonly number[])[]): Rows {
    const add = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), new Decimal(0));
    const across = details.map((row) => add(row.map(exact)));
    const down = LETTERS.map((_, column) => add(details.map((row) => exact(row[column]!))));
    const total = add(across);
    const cells: Record<string, Content> = {};
    details.forEach((row, index) => {
      const at = DETAILS[index]!;
      row.forEach((value, column) => (cells[`${LETTERS[column]!}${at}`] = value));
      cells[`E${at}`] = [`SUM(B${at}:D${at})`, across[index]!.toNumber()];
      const share = total.isZero() ? '#DIV/0!' : roundTo(across[index]!.div(total).times(100), 2).toNumber() + 0;
      cells[`F${at}`] = [`ROUND(E${at}/E6*100,2)`, share];
    });
    LETTERS.forEach((letter, column) => (cells[`${letter}6`] = [`SUM(${letter}2:${letter}5)`, down[column]!.toNumber()]));
    cells['E6'] = ['SUM(E2:E5)', total.toNumber()];
    cells['G6'] = ['SUM(B6:D6)-E6', 0];
    return cells;
  }

  it('the workbook is the one that is computed from scratch', async () => {
    const start = [1, 2, 3, 4].map((row) => [row, row * 10.01, row * 0.5]);
    const edits = fc.array(fc.tuple(fc.nat(3), fc.nat(2), amount), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const host = await open(bookOf(computed(start)));
        const details = start.map((row) => row.slice());
        for (const [row, column, value] of changes) {
          details[row]![column] = value;
          await host.type(placeOf(`${LETTERS[column]!}${DETAILS[row]!}`), String(value));
        }
        for (const [address, content] of Object.entries(computed(details))) {
          const expected = typeof content === 'object' ? content[1] : content;
          expect([address, shown(host, address)]).toEqual([address, expected]);
        }
        expect(host.state().waiting).toBe(0);
      }),
      { numRuns: 40, seed: 20_231 },
    );
  });

  it('halves are rounded up as Excel rounds them', async () => {
    const host = await open(
      bookOf(Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((decimals) => [`B${decimals + 1}`, [`ROUND(A1,${decimals})`]]))),
    );
    const half = fc
      .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.nat(6))
      .map(([whole, decimals]) => Number(`${whole}5e-${decimals + 1}`));
    await fc.assert(
      fc.asyncProperty(half, async (value) => {
        await host.type(placeOf('A1'), String(value));
        for (const decimals of [0, 1, 2, 3, 4, 5, 6])
          expect([value, decimals, shown(host, `B${decimals + 1}`)]).toEqual([
            value,
            decimals,
            roundTo(exact(value), decimals).toNumber() + 0,
          ]);
      }),
      { numRuns: 60, seed: 20_231 },
    );
  });
});

/** Reading text tables: the encodings and separators that Chinese offices send, every cell as typed. */
import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { mergeWorkbooks } from '../../../src/hosts/file/merge-workbooks.ts';
import { openWorkbook } from '../../../src/hosts/file/open-workbook.ts';

const cells = (book: Workbook): unknown[][] => (book.sheets[0]?.grid ?? []).map((row) => (row ?? []).map((cell) => cell?.value ?? null));
const read = async (bytes: Uint8Array | string, name = '表.csv'): Promise<unknown[][]> =>
  cells(await openWorkbook(typeof bytes === 'string' ? strToU8(bytes) : bytes, name));

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const all = (mark ? '\uFEFF' : '') + text;
  const view = new DataView(new ArrayBuffer(all.length * 2));
  for (let at = 0; at < all.length; at++) view.setUint16(at * 2, all.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('encodings', () => {
  const TEXT = '项目,金额\r\n收入,"1,890.55"\r\n支出,60.40\r\n';
  const TABLE = [
    ['项目', '金额'],
    ['收入', '1,890.55'],
    ['支出', '60.40'],
  ];

  it.each([
    ['UTF-8', strToU8(TEXT)],
    ['UTF-8 with a mark', strToU8(`\uFEFF${TEXT}`)],
    ['UTF-16 LE with a mark', utf16(TEXT, true, true)],
    ['UTF-16 BE with a mark', utf16(TEXT, false, true)],
    ['UTF-16 LE without', utf16(TEXT, true, false)],
    ['UTF-16 BE without', utf16(TEXT, false, false)],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(TABLE);
  });

  it('GBK, as LibreOffice and Excel write it in China', async () => {
    const table = await read(readFileSync('test/workbooks/files/libreoffice-gbk.csv'));
    expect(table[0]).toEqual(['收入支出决算总表']);
    expect(table[3]).toEqual(['一、财政拨款收入', '1,890.55', '95.56%', null, '隐藏列']);
  });
});

it('a GBK file cut off within its last character is read to there', async () => {
  const whole = readFileSync('test/workbooks/files/libreoffice-gbk.csv');
  const table = await read(whole.subarray(0, whole.indexOf(0x2c) - 2));
  expect(table[0]?.[0]).toMatch(/^收入支出决算总\uFFFD?$/);
});

describe('separators and quotes', () => {
  it.each([
    [
      'a;b;c\n1,5;2;3\n4,5;5;6\n',
      [
        ['a', 'b', 'c'],
        ['1,5', '2', '3'],
        ['4,5', '5', '6'],
      ],
    ],
    [
      'a\tb\n1,000\t2\n',
      [
        ['a', 'b'],
        ['1,000', '2'],
      ],
    ],
    [
      'a|b\n1|2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '"a ""b"", c",d\n"第一行\n第二行",e\r\n',
      [
        ['a "b", c', 'd'],
        ['第一行\n第二行', 'e'],
      ],
    ],
    ['标题：一、二\n甲,乙,丙\n1,2,3\n', [['标题：一、二'], ['甲', '乙', '丙'], ['1', '2', '3']]],
    ['a,b', [['a', 'b']]],
    ['单列\n1\n', [['单列'], ['1']]],
    ['a,,b,\n\n,,\n', [['a', null, 'b']]],
    ['a,"没有结束', [['a', '没有结束']]],
  ])('%j', async (text, table) => {
    expect(await read(text)).toEqual(table);
  });

  it('changes nothing that was typed', async () => {
    expect(await read('00123, 1.50 ,1e3,-0,（12.30）,97.70％,—\n')).toEqual([
      ['00123', ' 1.50 ', '1e3', '-0', '（12.30）', '97.70％', '—'],
    ]);
  });
});

it('names the sheet after the file, and several files become one workbook', async () => {
  const books = await Promise.all(['收入.csv', '支出.CSV', '收入.txt'].map((name) => openWorkbook(strToU8(`${name},1\n`), name)));
  const merged = mergeWorkbooks('部门', books);
  expect(merged.name).toBe('部门');
  expect(merged.sheets.map(({ name }) => name)).toEqual(['收入', '支出', '收入 (2)']);
  expect(merged.sheets[2]?.grid[0]?.[0]?.value).toBe('收入.txt');
});

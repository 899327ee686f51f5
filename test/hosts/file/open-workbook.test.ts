/** Files that cannot be used: each is refused with its own reason and a remedy in both languages, quickly and without eating the machine. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../src/hosts/file/open-workbook.ts';
import { UnusableWorkbook } from '../../../src/hosts/file/unusable-workbook.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { handMade, partsOf, zipped } from '../../support/packages.ts';

const SMALL = { sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'] };

async function refusal(bytes: Uint8Array): Promise<UnusableWorkbook> {
  try {
    await openWorkbook(bytes, 'book.xlsx');
  } catch (error) {
    if (error instanceof UnusableWorkbook) return error;
    throw error;
  }
  throw new Error('was opened');
}

/** An OLE container whose directory lists the given streams. */
function compoundFile(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 512);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...streams].forEach((name, index) => {
    const at = 512 + index * 128;
    for (let char = 0; char < name.length; char++) bytes[at + char * 2] = name.charCodeAt(char);
    bytes[at + 64] = (name.length + 1) * 2;
  });
  return bytes;
}

/** The same package, with another size announced in the directory. */
function withAnnouncedSize(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(lying.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name === part) view.setUint32(at + 24, size, true);
  }
  return lying;
}

describe('a file that is no usable workbook', () => {
  const good = handMade(SMALL);
  const parts = partsOf(SMALL);
  const without = (part: string): Uint8Array => zipped(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== part)));
  const withPart = (part: string, text: string): Uint8Array => zipped({ ...parts, [part]: text });
  const SHEET = 'xl/worksheets/sheet1.xml';
  const hiddenBomb = zipSync(
    {
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
      [SHEET]: new Uint8Array(64 * 1024 * 1024),
    },
    { level: 9 },
  );
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 });

  it.each([
    ['empty', new Uint8Array(), 'empty-file', ''],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'not-a-workbook', ''],
    ['a PDF', strToU8('%PDF-1.7\n%âãÏÓ\n'), 'not-a-workbook', ''],
    ['a web page called .xls', strToU8('<html><body><table><tr><td>1</td></tr></table>'), 'web-page', ''],
    ['cut off in the middle', good.subarray(0, good.length >> 1), 'damaged', ''],
    ['cut off by one byte', good.subarray(0, good.length - 1), 'damaged', ''],
    ['encrypted', compoundFile('EncryptionInfo', 'EncryptedPackage'), 'password', ''],
    ['a Word 97 document', compoundFile('WordDocument'), 'word-document', ''],
    ['a zip bomb', bomb, 'too-big', 'xl/workbook.xml'],
    ['a bomb that lies about its size', withAnnouncedSize(hiddenBomb, SHEET, 1000), 'damaged', SHEET],
    ['a sheet that lies about its size', withAnnouncedSize(good, 'xl/worksheets/sheet1.xml', 20), 'damaged', 'xl/worksheets/sheet1.xml'],
    ['any zip', zipped({ 'a.txt': 'hello' }), 'not-a-workbook', ''],
    ['.xlsb', withPart('_rels/.rels', (parts['_rels/.rels'] ?? '').replace('workbook.xml', 'workbook.bin')), 'binary-workbook', ''],
    ['.ods', zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }), 'open-document', ''],
    [
      '.docx renamed',
      withPart('_rels/.rels', (parts['_rels/.rels'] ?? '').replace('xl/workbook.xml', 'word/document.xml')),
      'word-document',
      '',
    ],
    ['without its workbook part', without('xl/workbook.xml'), 'missing-part', 'xl/workbook.xml'],
    ['without a sheet part', without('xl/worksheets/sheet1.xml'), 'missing-part', 'xl/worksheets/sheet1.xml'],
    ['without its package relationships', without('_rels/.rels'), 'missing-part', '_rels/.rels'],
    [
      'with broken XML in a sheet',
      withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row></sheetData></worksheet>'),
      'broken-xml',
      'xl/worksheets/sheet1.xml',
    ],
    ['with XML that stops', withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData>'), 'broken-xml', 'xl/worksheets/sheet1.xml'],
    [
      'with an entity of its own',
      withPart('xl/workbook.xml', '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'),
      'broken-xml',
      'xl/workbook.xml',
    ],
    [
      'with a number that is none',
      handMade({ sheets: ['<sheetData><row><c><v>12x</v></c></row></sheetData>'] }),
      'broken-xml',
      'xl/worksheets/sheet1.xml',
    ],
    [
      'with a text that does not exist',
      handMade({ ...SMALL, strings: '<si><t>a</t></si>', sheets: ['<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'] }),
      'broken-xml',
      'xl/worksheets/sheet1.xml',
    ],
    ['without any sheet', handMade({ sheets: [] }), 'no-sheets', ''],
  ] as const)('%s', async (_, bytes, reason, named) => {
    const started = cpuTime();
    const error = await refusal(bytes);
    expect(error.reason).toBe(reason);
    expect(error.text['zh-CN']).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(error.text.en).toMatch(/\.$/);
    expect(error.text['zh-CN']).toContain(named);
    expect(cpuTime() - started).toBeLessThan(2000);
  });

  it('a damaged byte is noticed wherever it is', async () => {
    const damaged = good.slice();
    const text = new TextDecoder('latin1').decode(damaged);
    const at = text.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 12;
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    expect(['damaged', 'broken-xml']).toContain((await refusal(damaged)).reason);
  });

  it('entries that overlap are refused', async () => {
    const bytes = zipSync({ a: strToU8('a'.repeat(100)), b: strToU8('b'.repeat(100)) }, { level: 0 });
    const view = new DataView(bytes.buffer);
    const directory = new TextDecoder('latin1').decode(bytes).indexOf('PK\u0001\u0002');
    const second = directory + 46 + 1;
    view.setUint32(second + 42, 0, true);
    expect((await refusal(bytes)).reason).toBe('damaged');
  });
});

it('a text file is a table whatever its name', async () => {
  const book = await openWorkbook(strToU8('a,b\n1,2\n'), 'book.xlsx');
  expect(book.sheets[0]?.grid[1]?.[1]?.value).toBe('2');
});

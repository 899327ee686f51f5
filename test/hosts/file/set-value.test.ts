/** Typing a value into a cell of the user's: that cell changes, its look stays, and no formula elsewhere is lost or left lying. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/core/edits/edit.ts';
import { parseAddress } from '../../../src/core/workbook/address.ts';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { cellAt } from '../../../src/core/workbook/workbook.ts';
import { applyEdits } from '../../../src/hosts/file/apply-edits.ts';
import { openWorkbook } from '../../../src/hosts/file/open-workbook.ts';
import { packageFaults } from '../../support/package-faults.ts';
import { all, differingParts, handMade, parsed, partsOf, unzipped, zipped } from '../../support/packages.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

function type(address: string, value: number | string | null, sheet = 'Sheet1'): Edit {
  const at = parseAddress(address);
  if (at === undefined) throw new Error(address);
  return { kind: 'set-value', sheet, ...at, value };
}

const open = (bytes: Uint8Array): Promise<Workbook> => openWorkbook(bytes, 'a.xlsx');
const sheetXml = (bytes: Uint8Array): string => unzipped(bytes).get(SHEET) ?? '';

async function cellsAfter(sheet: string, ...edits: Edit[]): Promise<Record<string, unknown>> {
  const after = applyEdits(handMade({ sheets: [sheet] }), edits);
  expect(packageFaults(after)).toEqual([]);
  const found: Record<string, unknown> = {};
  for (const { attributes, children } of all(parsed(sheetXml(after)), 'c')) {
    const [first] = children;
    const text = children
      .map((child) => (child.name === 'is' ? (child.children[0]?.text ?? '') : child.name === 'f' ? `=${child.text} ` : child.text))
      .join('');
    found[attributes.r ?? '?'] = `${attributes.s === undefined ? '' : `s${attributes.s} `}${first === undefined ? '' : text}`;
  }
  return found;
}

describe('the cell', () => {
  it('of a real workbook gets its value and keeps its look', async () => {
    const before = new Uint8Array(readFileSync('test/workbooks/files/libreoffice.xlsx'));
    const after = applyEdits(before, [type('B7', 1978.39, '收支总表'), type('A2', '单位：元 & "角"', '收支总表')]);
    const [sheet] = (await open(after)).sheets;
    if (sheet === undefined) throw new Error('no sheet');
    expect(cellAt(sheet, 6, 1)).toMatchObject({ value: 1978.39, formula: undefined, format: '#,##0.00' });
    expect(cellAt(sheet, 1, 0)?.value).toBe('单位：元 & "角"');
    expect(differingParts(before, after).sort()).toEqual(['xl/workbook.xml', SHEET]);
    expect(packageFaults(after)).toEqual([]);
  });

  it.each([
    ['<sheetData/>', 'B2', { B2: '5' }],
    ['<dimension ref="A1"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', 'C3', { A1: '1', C3: '5' }],
    ['<sheetData><row r="4"><c r="A4"><v>1</v></c></row></sheetData>', 'A2', { A2: '5', A4: '1' }],
    ['<sheetData><row r="2" spans="1:1" s="3" customFormat="1"/></sheetData>', 'B2', { B2: 's3 5' }],
    [
      '<cols><col min="2" max="3" style="7"/></cols><sheetData><row r="1" spans="1:4"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row></sheetData>',
      'B1',
      { A1: '1', B1: 's7 5', D1: '4' },
    ],
    ['<sheetData><row r="1"><c r="A1" s="2" t="s" cm="1"><f>1+1</f><v>0</v></c></row></sheetData>', 'A1', { A1: 's2 5' }],
    ['<sheetData><row r="1"><c r="A1" s="2"/></row></sheetData>', 'A1', { A1: 's2 5' }],
    ['<sheetData><row><c><v>1</v></c><c s="1"><v>2</v></c></row></sheetData>', 'B1', { '?': 's1 5' }],
  ])('in %s at %s', async (sheet, address, cells) => {
    expect(await cellsAfter(sheet, type(address, 5))).toEqual(cells);
  });

  it('is emptied by null and keeps its look', async () => {
    expect(await cellsAfter('<sheetData><row r="1"><c r="A1" s="2"><v>1</v></c></row></sheetData>', type('A1', null))).toEqual({
      A1: 's2 ',
    });
  });

  it('outside the used range widens what the sheet says about it', () => {
    const after = applyEdits(
      handMade({ sheets: ['<dimension ref="B2:C3"/><sheetData><row r="2" spans="2:3"><c r="B2"><v>1</v></c></row></sheetData>'] }),
      [type('E2', 1)],
    );
    expect(sheetXml(after)).toContain('<dimension ref="B2:E3"/>');
    expect(sheetXml(after)).toContain('spans="2:5"');
  });

  it('with prefixes', () => {
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"/></x:sheetData></x:worksheet>';
    const after = applyEdits(handMade({ sheets: [sheet] }), [type('A1', '甲')]);
    expect(sheetXml(after)).toContain(
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">甲</x:t></x:is></x:c></x:row>',
    );
  });
});

describe('formulas', () => {
  const shared =
    '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>' +
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c><c r="B3"><f t="shared" ref="B3" si="1">C3</f><v>1</v></c></row></sheetData>';

  it('that were copied from the cell keep their own text', async () => {
    expect(await cellsAfter(shared, type('A1', 5))).toEqual({ A1: '5', A2: '=B2*2 4', A3: '=B3*2 6', B3: '=C3 1' });
  });

  it('that the cell was copied from stay shared', async () => {
    expect(await cellsAfter(shared, type('A2', 5))).toEqual({ A1: '=B1*2 2', A2: '5', A3: '= 6', B3: '=C3 1' });
  });

  it('over several cells are not torn', () => {
    const book = handMade({
      sheets: [
        '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>',
      ],
    });
    expect(() => applyEdits(book, [type('A2', 5)])).toThrow(/array formula/);
    expect(() => applyEdits(book, [type('A1', 5)])).toThrow(/array formula/);
  });

  const formulas = '<sheetData><row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row></sheetData>';

  it('are calculated again when Excel opens the workbook, if there are any', () => {
    const calculated = applyEdits(handMade({ sheets: [formulas], workbookTail: '<calcPr calcId="191029"/>' }), [type('A1', 5)]);
    expect(all(parsed(unzipped(calculated).get('xl/workbook.xml') ?? ''), 'calcPr')[0]?.attributes).toEqual({
      calcId: '191029',
      fullCalcOnLoad: '1',
    });
    const plain = handMade({ sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'] });
    expect(differingParts(plain, applyEdits(plain, [type('A1', 5)]))).toEqual([SHEET]);
  });

  it.each([
    ['<c r="A1" i="1"/><c r="B1"/>', '<c i="1" r="B1"/>'],
    ['<c r="B1" i="1"/><c r="A1" l="1"/>', '<c r="B1" i="1"/>'],
    ['<c r="A1" i="2"/><c r="A1" i="1"/><c r="B1"/>', '<c r="A1" i="2"/><c i="1" r="B1"/>'],
    ['<c r="A1" i="1"/>', null],
  ])('leave the calculation chain %s as %s', (chain, expected) => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const parts = partsOf({
      sheets: [formulas, formulas],
      rels: '<Relationship Id="rId50" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
      more: { 'xl/calcChain.xml': `<calcChain xmlns="${main}">${chain}</calcChain>` },
    });
    const after = applyEdits(zipped(parts), [type('A1', 5)]);
    expect(unzipped(after).get('xl/calcChain.xml')).toBe(
      expected === null ? undefined : `<calcChain xmlns="${main}">${expected}</calcChain>`,
    );
    expect(packageFaults(after)).toEqual([]);
  });
});

it("the header of a table is not changed behind the table's back", () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const book = handMade({
    sheets: ['<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c></row></sheetData>'],
    more: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/table" Target="../tables/table1.xml"/></Relationships>`,
      'xl/tables/table1.xml': '<table ref="A1:B3"/>',
    },
  });
  expect(() => applyEdits(book, [type('A1', '乙')])).toThrow(/header of an Excel table/);
  expect(() => applyEdits(book, [type('A2', '乙')])).not.toThrow();
});

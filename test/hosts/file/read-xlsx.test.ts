/** Reading .xlsx: what LibreOffice and SheetJS write, and the odd things the format allows, come out as the cells an accountant sees. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as SheetJs from 'xlsx';
import { cellAt, type Sheet, type Workbook } from '../../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../../src/hosts/file/open-workbook.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { handMade, partsOf, zipped } from '../../support/packages.ts';

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.00&quot;万&quot;"/></numFmts>' +
  '<cellStyleXfs count="1"><xf numFmtId="10"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="43"><alignment indent="2"/></xf><xf numFmtId="14"/></cellXfs>';

async function sheetOf(sheet: string, more: Partial<Parameters<typeof handMade>[0]> = {}): Promise<Sheet> {
  const book = await openWorkbook(handMade({ sheets: [sheet], ...more }), 'a.xlsx');
  return book.sheets[0] as Sheet;
}

const values = (sheet: Sheet): unknown[][] => Array.from(sheet.grid, (row) => Array.from(row ?? [], (cell) => cell?.value ?? null));
const formulas = (sheet: Sheet): (string | undefined)[] => sheet.grid.flatMap((row) => (row ?? []).map((cell) => cell?.formula));

describe('a workbook written by LibreOffice', () => {
  const open = (): Promise<Workbook> => openWorkbook(readFileSync('test/workbooks/files/libreoffice.xlsx'), 'libreoffice.xlsx');

  it('shows its sheets in order, the hidden one too', async () => {
    const { sheets, name } = await open();
    expect(name).toBe('libreoffice.xlsx');
    expect(sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['收支总表', 'visible'],
      ['说明', 'visible'],
      ['底稿', 'hidden'],
    ]);
  });

  it('gives values, formulas, formats, indents, merges and what is hidden', async () => {
    const [sheet, note, draft] = (await open()).sheets as [Sheet, Sheet, Sheet];
    expect(cellAt(sheet, 3, 0)).toMatchObject({ value: '一、财政拨款收入', indent: 1 });
    expect(cellAt(sheet, 3, 1)).toMatchObject({ value: 1890.55, format: '#,##0.00' });
    expect(cellAt(sheet, 6, 1)).toMatchObject({ value: 1978.38, formula: 'SUM(B4:B6)' });
    expect(cellAt(sheet, 4, 2)).toMatchObject({ formula: 'B5/B$7', format: '0.00%' });
    expect(cellAt(sheet, 7, 1)).toMatchObject({ value: true });
    expect(cellAt(sheet, 7, 2)).toMatchObject({ value: { error: '#DIV/0!' }, formula: 'B4/0' });
    expect(sheet.merged).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect([...sheet.hiddenRows]).toEqual([10]);
    expect([...sheet.hiddenColumns]).toEqual([4]);
    expect(cellAt(note, 0, 0)?.value).toBe('第一行\n第二行 & <标记>');
    expect(cellAt(draft, 0, 0)?.formula).toBe('收支总表!B7');
  });
});

describe('cells', () => {
  it('of every type', async () => {
    const sheet = await sheetOf(
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>内</t></r><r><t xml:space="preserve"> 联</t></r></is></c>' +
        '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c r="G1" t="d"><v>2023-03-15T12:00:00</v></c><c r="H1"><v>1.5E3</v></c><c r="I1" t="str"><f>""</f><v></v></c></row></sheetData>',
      {
        strings:
          '<si><r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>フ</t></rPh><phoneticPr fontId="1"/></si><si><t>一_x000D_&lt;二&gt; _x005F_x0041_</t></si>',
      },
    );
    expect(values(sheet)).toEqual([['富文本', '一\r<二> _x0041_', '内 联', true, { error: '#REF!' }, '甲x', 45000.5, 1500, '']]);
  });

  it('with formats and indents, built in and of their own', async () => {
    const sheet = await sheetOf(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c><c r="D1" s="3"><v>1</v></c></row></sheetData>',
      { styles: STYLES },
    );
    expect(sheet.grid[0]?.map((cell) => [cell?.format, cell?.indent])).toEqual([
      [undefined, undefined],
      ['0.00"万"', undefined],
      ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 2],
      ['yyyy/m/d', undefined],
    ]);
  });

  it('without addresses, in rows without numbers', async () => {
    const sheet = await sheetOf(
      '<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c r="B4"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row></sheetData>',
    );
    expect(values(sheet)).toEqual([[1, null, 3], [], [], [null, 4, 5], [6]]);
    expect(sheet.columnCount).toBe(3);
  });

  it('with CDATA, comments and entities', async () => {
    const sheet = await sheetOf(
      '<!-- a --><sheetData><row r="1"><c r="A1" t="str"><v><![CDATA[<甲>&]]>乙<!-- b -->&#x4E19;&#39;</v></c></row></sheetData>',
    );
    expect(values(sheet)).toEqual([["<甲>&乙丙'"]]);
  });

  it('of a protected sheet with rows and columns hidden to its end', async () => {
    const sheet = await sheetOf(
      '<cols><col min="2" max="16384" width="0" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="C2"><v>3</v></c></row>' +
        '<row r="3" hidden="1"/></sheetData><sheetProtection sheet="1" objects="1"/>',
    );
    expect(sheet.isProtected).toBe(true);
    expect([...sheet.hiddenRows]).toEqual([0]);
    expect([...sheet.hiddenColumns]).toEqual([1, 2]);
  });
});

describe('formulas copied down', () => {
  it('are told for each cell', async () => {
    const sheet = await sheetOf(
      '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">SUM(B1:$C$1,D:D,$4:5)+LOG10(B1)*\'B2 月\'!B1&amp;"B1"+Q1_名+[1]Sheet1!$B1+表[B1]</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row></sheetData>',
    );
    expect(formulas(sheet).filter((formula) => formula !== undefined)).toEqual([
      'SUM(B1:$C$1,D:D,$4:5)+LOG10(B1)*\'B2 月\'!B1&"B1"+Q1_名+[1]Sheet1!$B1+表[B1]',
      'SUM(B2:$C$1,D:D,$4:6)+LOG10(B2)*\'B2 月\'!B2&"B1"+Q1_名+[1]Sheet1!$B2+表[B1]',
      'SUM(C3:$C$1,E:E,$4:7)+LOG10(C3)*\'B2 月\'!C3&"B1"+Q1_名+[1]Sheet1!$B3+表[B1]',
    ]);
  });

  it('even when the first comes last, and array formulas stand in their first cell', async () => {
    const sheet = await sheetOf(
      '<sheetData><row r="1"><c r="A1"><f t="shared" si="3"/><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" ref="A1:A2" si="3">B2</f><v>2</v></c><c r="B2"><f t="array" ref="B2:B3">_xlfn.UNIQUE(A1:A2)</f><v>1</v></c></row></sheetData>',
    );
    expect(formulas(sheet)).toEqual(['B1', 'B2', 'UNIQUE(A1:A2)']);
  });
});

describe('the package', () => {
  it('may use prefixes, the strict vocabulary and absolute targets', async () => {
    const parts = partsOf({
      sheets: [
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>',
      ],
      strings: '<si><t>甲</t></si>',
    });
    parts['xl/workbook.xml'] =
      '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="表&amp;一" sheetId="1" rel:id="rId1" state="veryHidden"/></x:sheets></x:workbook>';
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '')
      .replace('"worksheets/', '"/xl/worksheets/')
      .replace(/http:\/\/schemas[^"]*officeDocument\/2006/g, 'http://purl.oclc.org/ooxml/officeDocument');
    const book = await openWorkbook(zipped(parts), 'a.xlsx');
    expect(book.date1904).toBe(true);
    expect(book.sheets[0]).toMatchObject({ name: '表&一', visibility: 'very-hidden', merged: [{ top: 0, left: 0, bottom: 0, right: 1 }] });
    expect(values(book.sheets[0] as Sheet)).toEqual([['甲']]);
  });

  it('may hold chart sheets, which hold no cells', async () => {
    const parts = partsOf({
      sheets: ['<sheetData/>', '<sheetData/>'],
      names: ['图', '表'],
      workbookTail:
        '<definedNames><definedName name="_TIEOUT_check.002dreport" localSheetId="1" hidden="1">表!$A$1</definedName></definedNames>',
    });
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      'relationships/worksheet"',
      'relationships/chartsheet"',
    );
    const { sheets } = await openWorkbook(zipped(parts), 'a.xlsx');
    expect(sheets.map(({ name, tag }) => [name, tag])).toEqual([['表', 'check-report']]);
  });

  it('may format a million empty rows, which cost next to nothing', async () => {
    const rows: string[] = [];
    for (let row = 1; row <= 1_000_000; row++) rows.push(`<row r="${row}" spans="1:3" s="1" customFormat="1"><c r="A${row}" s="1"/></row>`);
    const bytes = handMade({ sheets: [`<sheetData>${rows.join('')}</sheetData>`], styles: STYLES });
    rows.length = 0;
    const started = cpuTime();
    const sheet = (await openWorkbook(bytes, 'a.xlsx')).sheets[0] as Sheet;
    expect(cpuTime() - started).toBeLessThan(8000);
    expect(sheet.grid.length).toBe(0);
    expect(sheet.columnCount).toBe(0);
  });
});

it('reads what SheetJS has written as SheetJS reads it', async () => {
  const rows = [
    ['项目', '金额', '占比', '有效', '日期'],
    ['一、收入 & <其他>', 1234.5, 0.9661, true, new Date(2024, 1, 29)],
    ['二、"引号"\n换行', -0.1, 1e-9, false, null],
    [null, 1e15, 123456789.123],
  ];
  const made = SheetJs.utils.aoa_to_sheet(rows);
  const cell = made['B2'] as SheetJs.CellObject;
  cell.z = '#,##0.00';
  made['!merges'] = [SheetJs.utils.decode_range('A4:A5')];
  const file = SheetJs.utils.book_new();
  SheetJs.utils.book_append_sheet(file, made, "甲's 表");
  for (const bookSST of [true, false]) {
    const bytes = new Uint8Array(SheetJs.write(file, { type: 'array', bookType: 'xlsx', bookSST, compression: true }) as ArrayBuffer);
    const theirs = SheetJs.read(bytes, { type: 'array' }).Sheets["甲's 表"] as SheetJs.WorkSheet;
    const ours = (await openWorkbook(bytes, 'a.xlsx')).sheets[0] as Sheet;
    expect(ours.name).toBe("甲's 表");
    expect(ours.merged).toEqual([{ top: 3, left: 0, bottom: 4, right: 0 }]);
    for (const [address, found] of Object.entries(theirs)) {
      if (address.startsWith('!')) continue;
      const { r, c } = SheetJs.utils.decode_cell(address);
      expect(cellAt(ours, r, c)?.value).toEqual((found as SheetJs.CellObject).v);
    }
    expect(cellAt(ours, 1, 1)?.format).toBe('#,##0.00');
  }
});

/** Our own sheets: written, found again after a rename, rewritten in place, removed without a trace in what belongs to others. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Edit, MARK_SIGNATURE } from '../../../src/core/edits/edit.ts';
import type { SheetContent } from '../../../src/core/edits/sheet-content.ts';
import { cellAt, findSheet, type Workbook } from '../../../src/core/workbook/workbook.ts';
import { applyEdits } from '../../../src/hosts/file/apply-edits.ts';
import { createWorkbook } from '../../../src/hosts/file/create-workbook.ts';
import { openWorkbook } from '../../../src/hosts/file/open-workbook.ts';
import { packageFaults } from '../../support/package-faults.ts';
import { all, differingParts, handMade, parsed, partsOf, unzipped, zipped } from '../../support/packages.ts';

const realBook = (): Uint8Array => new Uint8Array(readFileSync('test/workbooks/files/libreoffice.xlsx'));
const open = (bytes: Uint8Array): Promise<Workbook> => openWorkbook(bytes, 'a.xlsx');
const text = (bytes: Uint8Array, part: string): string => unzipped(bytes).get(part) ?? '';
const tabs = async (bytes: Uint8Array): Promise<string[]> =>
  (await open(bytes)).sheets.map(({ name, tag }) => `${name}${tag === undefined ? '' : `=${tag}`}`);

const REPORT: SheetContent = {
  tag: 'check-report',
  name: '勾稽检查',
  rows: [
    [{ value: '检查结果 & <说明>', style: 'title' }, null, null],
    [
      { value: '位置', style: 'table-head' },
      { value: '差额', style: 'table-head' },
      { value: '占比', style: 'table-head' },
    ],
    [
      { value: "收支总表!B7\n_x000D_'引号'", style: 'link', link: { sheet: '收支总表', row: 6, column: 1 } },
      { value: -1234.5, style: 'bordered-amount' },
      { value: 0.25, formula: '1/4', format: '0.0%' },
    ],
    [
      { value: '=1+1', style: 'text' },
      { value: null, style: 'input' },
      { value: '', style: 'gap' },
    ],
  ],
  widths: [30, 14],
  heights: new Map([[0, 28]]),
  merged: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  frozenRows: 2,
  hiddenColumns: [4],
  orientation: 'landscape',
};
const NOTE: SheetContent = { tag: 'narrative-xinjiang', name: '公开说明', rows: [[{ value: '第一部分', style: 'heading' }]], widths: [80] };
const write = (content: SheetContent): Edit => ({ kind: 'write-sheet', content });

describe('a new sheet in a workbook of the user', () => {
  const before = realBook();
  const after = applyEdits(before, [write(REPORT)]);

  it('reads back as it was written', async () => {
    const sheet = findSheet(await open(after), '勾稽检查');
    if (sheet === undefined) throw new Error('not there');
    expect(sheet.tag).toBe('check-report');
    expect(cellAt(sheet, 0, 0)?.value).toBe('检查结果 & <说明>');
    expect(cellAt(sheet, 2, 0)?.value).toBe("收支总表!B7\n_x000D_'引号'");
    expect(cellAt(sheet, 2, 1)).toMatchObject({ value: -1234.5, format: '#,##0.00' });
    expect(cellAt(sheet, 2, 2)).toMatchObject({ value: 0.25, formula: '1/4', format: '0.0%' });
    expect(cellAt(sheet, 3, 0)).toMatchObject({ value: '=1+1', formula: undefined });
    expect(sheet.merged).toEqual(REPORT.merged);
    expect(sheet.hiddenColumns).toEqual(new Set());
  });

  it('links to the cell, freezes, prints on one page width', () => {
    const xml = parsed(text(after, 'xl/worksheets/sheet4.xml'));
    expect(all(xml, 'hyperlink')[0]?.attributes).toMatchObject({ ref: 'A3', location: "'收支总表'!B7" });
    expect(all(xml, 'pane')[0]?.attributes).toMatchObject({ ySplit: '2', topLeftCell: 'A3', state: 'frozen' });
    expect(all(xml, 'pageSetup')[0]?.attributes).toMatchObject({ orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' });
    expect(all(xml, 'col').map(({ attributes }) => [attributes.width, attributes.hidden])).toEqual([
      ['30', undefined],
      ['14', undefined],
      ['9', undefined],
      ['9', undefined],
      ['9', '1'],
    ]);
    expect(all(xml, 'row')[0]?.attributes).toMatchObject({ ht: '28', customHeight: '1' });
  });

  it('leaves all parts of the user alone but the lists it must be entered in, and the package is sound', () => {
    expect(differingParts(before, after).sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet4.xml',
    ]);
    expect(packageFaults(after)).toEqual([]);
    const xfs = (bytes: Uint8Array): unknown[] => all(parsed(text(bytes, 'xl/styles.xml')), 'cellXfs')[0]?.children ?? [];
    expect(xfs(after).slice(0, xfs(before).length)).toEqual(xfs(before));
  });

  it('written twice adds no style twice and changes nothing', () => {
    expect(applyEdits(after, [write(REPORT)])).toEqual(after);
  });

  it('is rewritten in place, where the user has moved and renamed it', async () => {
    const parts = Object.fromEntries(unzipped(applyEdits(after, [write(NOTE)])));
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace('name="勾稽检查"', 'name="我的检查"');
    const again = applyEdits(zipped(parts), [write({ ...REPORT, rows: [[{ value: '新的' }]], merged: [] })]);
    expect(await tabs(again)).toEqual(['收支总表', '说明', '底稿', '我的检查=check-report', '公开说明=narrative-xinjiang']);
    expect((await open(again)).sheets[3]?.grid[0]?.[0]?.value).toBe('新的');
    expect(differingParts(zipped(parts), again)).toEqual(['xl/worksheets/sheet4.xml']);
    expect(packageFaults(again)).toEqual([]);
  });

  it("takes nobody else's name", async () => {
    const taken = applyEdits(before, [
      write({ ...REPORT, name: '说明' }),
      write({ ...NOTE, name: 'a/b:c*?[d]\\'.repeat(4) }),
      write({ ...NOTE, tag: 'x', name: "'" }),
    ]);
    expect(await tabs(taken)).toEqual([
      '收支总表',
      '说明',
      '底稿',
      '说明 (2)=check-report',
      'a_b_c___d__a_b_c___d__a_b_c___d=narrative-xinjiang',
      'Sheet=x',
    ]);
    expect(packageFaults(taken)).toEqual([]);
  });
});

describe('removing our sheets', () => {
  const before = realBook();

  it('leaves the parts of the user as they were', async () => {
    const after = applyEdits(before, [
      write(REPORT),
      write(NOTE),
      { kind: 'remove-sheet', tag: 'check-report' },
      { kind: 'remove-sheet', tag: 'narrative-xinjiang' },
    ]);
    expect(await tabs(after)).toEqual(['收支总表', '说明', '底稿']);
    expect(differingParts(before, after)).toEqual([]);
    expect(packageFaults(after)).toEqual([]);
  });

  it('shifts what counts tabs: names, print areas, the active tab', () => {
    const names = ['收支总表', '说明', '底稿'];
    const made = applyEdits(handMade({ sheets: names.map(() => '<sheetData/>'), names, styles: '' }), [write(REPORT), write(NOTE)]);
    const parts = Object.fromEntries(unzipped(made));
    const workbook = parts['xl/workbook.xml'] ?? '';
    // The user has dragged our report to the front and looks at the last tab.
    const own = /<sheet name="勾稽检查"[^>]*>/.exec(workbook)?.[0] ?? '';
    parts['xl/workbook.xml'] = workbook
      .replace(own, '')
      .replace('<sheets>', `<bookViews><workbookView activeTab="4" firstSheet="0"/></bookViews><sheets>${own}`)
      .replace('localSheetId="3"', 'localSheetId="0"')
      .replace(
        '<definedNames>',
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">收支总表!$A$1</definedName><definedName name="全局">1</definedName>',
      );
    const after = applyEdits(zipped(parts), [{ kind: 'remove-sheet', tag: 'check-report' }]);
    const found = all(parsed(text(after, 'xl/workbook.xml')), 'definedName').map(({ attributes, text: refersTo }) => [
      attributes.name,
      attributes.localSheetId,
      refersTo,
    ]);
    expect(found).toEqual([
      ['_xlnm.Print_Area', '0', '收支总表!$A$1'],
      ['全局', undefined, '1'],
      ['_TIEOUT_narrative.002dxinjiang', '3', "'公开说明'!$A$1"],
    ]);
    expect(all(parsed(text(after, 'xl/workbook.xml')), 'workbookView')[0]?.attributes).toMatchObject({ activeTab: '3', firstSheet: '0' });
    expect(packageFaults(after)).toEqual([]);
  });

  it('takes along what Excel has hung on them, and their formulas out of the calculation chain', () => {
    const parts = Object.fromEntries(unzipped(applyEdits(handMade({ sheets: ['<sheetData/>'], styles: '' }), [write(REPORT)])));
    const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
    parts['xl/worksheets/_rels/sheet2.xml.rels'] =
      `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>`;
    parts['xl/comments1.xml'] = '<comments/>';
    parts['xl/calcChain.xml'] =
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C3" i="2"/></calcChain>';
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
    );
    const after = applyEdits(zipped(parts), [{ kind: 'remove-sheet', tag: 'check-report' }]);
    expect([...unzipped(after).keys()].filter((name) => /comments|calcChain|sheet2/.test(name))).toEqual([]);
    expect(packageFaults(after)).toEqual([]);
  });

  it('never takes the last sheet that can be seen', async () => {
    const alone = createWorkbook([REPORT], { tagged: true });
    expect(await tabs(applyEdits(alone, [{ kind: 'remove-sheet', tag: 'check-report' }]))).toEqual(['勾稽检查=check-report']);
  });

  it('that are not there changes nothing', () => {
    expect(applyEdits(before, [{ kind: 'remove-sheet', tag: 'check-report' }])).toEqual(before);
  });
});

describe('packages of other writers', () => {
  it('with prefixes and other names for namespaces', async () => {
    const parts = partsOf({
      sheets: ['<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData/></x:worksheet>'],
    });
    parts['xl/workbook.xml'] =
      '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="表" sheetId="8" rel:id="rId1"/></x:sheets><x:calcPr/></x:workbook>';
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace('"worksheets/', '"/xl/worksheets/');
    const after = applyEdits(zipped(parts), [write(REPORT)]);
    expect(await tabs(after)).toEqual(['表', '勾稽检查=check-report']);
    expect(text(after, 'xl/workbook.xml')).toMatch(
      /<x:sheet name="勾稽检查" sheetId="9" rel:id="rId3"\/><\/x:sheets><x:definedNames><x:definedName /,
    );
    expect(text(after, 'xl/worksheets/sheet2.xml')).toContain('xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"');
    expect(packageFaults(after)).toEqual([]);
  });
});

const soffice = process.env.TIEOUT_SOFFICE;
// Only where LibreOffice is installed: TIEOUT_SOFFICE=/usr/bin/soffice npm run test:unit
if (soffice !== undefined) {
  it('LibreOffice opens it all, and what it saves still carries our marks and tags', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tieout-'));
    const mark: Edit = { kind: 'mark-cells', sheet: '收支总表', areas: [{ top: 6, left: 1, bottom: 6, right: 1 }], level: 'error' };
    writeFileSync(join(folder, 'in.xlsx'), applyEdits(realBook(), [mark, write(REPORT)]));
    execFileSync(soffice, [
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      join(folder, 'in.xlsx'),
    ]);
    const saved = new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx')));
    rmSync(folder, { recursive: true });
    expect(await tabs(saved)).toEqual(['收支总表', '说明', '底稿', '勾稽检查=check-report']);
    expect(text(saved, 'xl/worksheets/sheet1.xml')).toContain(MARK_SIGNATURE);
    const cleared = applyEdits(saved, [{ kind: 'clear-marks' }, { kind: 'remove-sheet', tag: 'check-report' }]);
    expect(text(cleared, 'xl/worksheets/sheet1.xml')).not.toContain(MARK_SIGNATURE);
    expect(await tabs(cleared)).toEqual(['收支总表', '说明', '底稿']);
    expect(packageFaults(cleared)).toEqual([]);
  });
}

describe('a workbook of our own', () => {
  it("is sound, the same every time, and its sheets are nobody's", async () => {
    const bytes = createWorkbook([REPORT, { ...NOTE, name: '勾稽检查' }]);
    expect(createWorkbook([REPORT, { ...NOTE, name: '勾稽检查' }])).toEqual(bytes);
    expect(await tabs(bytes)).toEqual(['勾稽检查', '勾稽检查 (2)']);
    expect(packageFaults(bytes)).toEqual([]);
  });
});

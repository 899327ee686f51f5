/** Workbooks with everything Excel and WPS put into them (批注、图表、透视表、切片器、宏、保护……): marks and our sheets come and go, and nothing else changes. */
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/core/edits/edit.ts';
import type { SheetContent } from '../../../src/core/edits/sheet-content.ts';
import { applyEdits } from '../../../src/hosts/file/apply-edits.ts';
import { openWorkbook } from '../../../src/hosts/file/open-workbook.ts';
import { packageFaults } from '../../support/package-faults.ts';
import { all, differingParts, parsed, partsOf, unzipped, zipped } from '../../support/packages.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const NAMESPACES =
  `xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" ` +
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"';
const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const EXTENSIONS =
  `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${X14}><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">` +
  '<x14:cfRule type="dataBar" id="{00000000-000E-0000-0000-000001000000}" priority="40"><x14:dataBar/></x14:cfRule><xm:sqref>B2:B3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>' +
  `<ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}" ${X14}><x14:slicerList><x14:slicer r:id="rId7"/></x14:slicerList></ext></extLst>`;

/** One worksheet with every kind of child, in the order of the schema. */
const FULL_SHEET =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet ${NAMESPACES} xr:uid="{11111111-0000-0000-0000-000000000000}">` +
  '<sheetPr codeName="Sheet1"><tabColor rgb="FF00B050"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:D6"/>' +
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B2" sqref="B2"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="14" x14ac:dyDescent="0.15"/><cols><col min="1" max="1" width="20.5" customWidth="1"/></cols><sheetData>' +
  '<row r="1" spans="1:4" x14ac:dyDescent="0.15"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s" ph="1"><v>1</v></c><c r="C1" t="inlineStr"><is><r><rPr><b/></rPr><t>合</t></r><r><t xml:space="preserve">计 </t></r></is></c></row>' +
  '<row r="2"><c r="A2" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="B2" cm="1"><f t="array" ref="B2:B3">C2:C3*2</f><v>2</v></c><c r="C2"><v>1</v></c><c r="D2"><f t="shared" ref="D2:D3" si="0">B2+C2</f><v>3</v></c></row>' +
  '<row r="3" hidden="1"><c r="A3" t="b"><v>1</v></c><c r="B3"><v>4</v></c><c r="C3"><v>2</v></c><c r="D3"><f t="shared" si="0"/><v>6</v></c></row>' +
  '<row r="4"><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C4"><f>[1]表!A1</f><v>7</v></c><c r="D4" t="d"><v>2024-01-01T00:00:00</v></c></row></sheetData>' +
  '<sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/><protectedRanges><protectedRange sqref="B2" name="区域1"/></protectedRanges><autoFilter ref="A1:D3"/><mergeCells count="1"><mergeCell ref="A5:D5"/></mergeCells><phoneticPr fontId="0" type="noConversion"/>' +
  '<conditionalFormatting sqref="B2:B3"><cfRule type="dataBar" priority="3"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" ' +
  `${X14}><x14:id>{00000000-000E-0000-0000-000001000000}</x14:id></ext></extLst></cfRule></conditionalFormatting>` +
  '<conditionalFormatting sqref="C2"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>1</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="C2"><formula1>"1,2"</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="A1" location="\'Sheet2\'!A1" display="去"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" r:id="rId1"/><headerFooter><oddFooter>&amp;C第&amp;P页</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks>' +
  '<ignoredErrors><ignoredError sqref="A2" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/>' +
  '<mc:AlternateContent><mc:Choice Requires="x14" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1025" r:id="rId8" name="按钮"/></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>' +
  `<tableParts count="1"><tablePart r:id="rId5"/></tableParts>${EXTENSIONS}</worksheet>`;

const STRINGS =
  '<si><t xml:space="preserve"> 部门 </t></si><si><t>課きく</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si><si><r><rPr><color rgb="FFFF0000"/></rPr><t>红</t></r><r><t>字</t></r></si>';
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="#,##0.00_ "/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="176" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
  `<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs><tableStyles count="0"/><extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" ${X14}><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst>`;
const TAIL =
  '<externalReferences><externalReference r:id="rId50"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$1:$D$3</definedName>' +
  '<definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$D$6</definedName><definedName name="税率">0.13</definedName></definedNames><calcPr calcId="191029" iterate="1"/>';

const relations = (...of: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${of
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The parts that hang on the sheet and the workbook, as their writers leave them. */
const MORE: Readonly<Record<string, string>> = {
  'xl/worksheets/_rels/sheet1.xml.rels': relations(
    ['rId1', 'printerSettings', '../printerSettings/printerSettings1.bin'],
    ['rId2', 'drawing', '../drawings/drawing1.xml'],
    ['rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ['rId4', 'comments', '../comments1.xml'],
    ['rId5', 'table', '../tables/table1.xml'],
    ['rId6', 'threadedComment', '../threadedComments/threadedComment1.xml'],
    ['rId7', 'slicer', '../slicers/slicer1.xml'],
    ['rId8', 'ctrlProp', '../ctrlProps/ctrlProp1.xml'],
  ),
  'xl/printerSettings/printerSettings1.bin': '\u0000\u0001HP LaserJet',
  'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
  'xl/drawings/_rels/drawing1.xml.rels': relations(['rId1', 'chart', '../charts/chart1.xml'], ['rId2', 'image', '../media/image1.png']),
  'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
  'xl/media/image1.png': '\u0089PNG',
  'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>',
  'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList><comment ref="A1" authorId="0"><text><t>核对过</t></text></comment></commentList></comments>`,
  'xl/threadedComments/threadedComment1.xml':
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>',
  'xl/persons/person.xml': '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>',
  'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A1:D3" headerRowDxfId="0"><tableColumns count="1"><tableColumn id="1" name="部门" dataDxfId="0"/></tableColumns></table>`,
  'xl/slicers/slicer1.xml': '<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/>',
  'xl/ctrlProps/ctrlProp1.xml':
    '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Button"/>',
  'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="${MAIN}"/>`,
  'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${MAIN}"/>`,
  'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="D2" i="1"/></calcChain>`,
  'xl/metadata.xml': `<metadata xmlns="${MAIN}"/>`,
  'xl/vbaProject.bin': '\u00d0\u00cf\u0011\u00e0',
  'customXml/item1.xml': '<a xmlns="urn:wps">1</a>',
  'docProps/app.xml': '<Properties><Application>WPS 表格</Application></Properties>',
  'docProps/custom.xml': '<Properties><KSOProductBuildVer>2052-12.1.0.16929</KSOProductBuildVer></Properties>',
};
const RELATIONS =
  `<Relationship Id="rId50" Type="${OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>` +
  `<Relationship Id="rId51" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`;

function richParts(sheet = FULL_SHEET): Record<string, string> {
  return partsOf({
    sheets: [sheet, '<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>'],
    strings: STRINGS,
    styles: STYLES,
    workbookTail: TAIL,
    more: MORE,
    rels: RELATIONS,
  });
}

const NOTE: SheetContent = { tag: 'check-report', name: '勾稽检查', rows: [[{ value: '一处不符', style: 'heading' }]], widths: [40] };
const TEXT: SheetContent = {
  tag: 'narrative-xinjiang',
  name: '决算公开说明',
  rows: [[{ value: '第一部分', style: 'paragraph' }]],
  widths: [80],
};
const EDITS: readonly Edit[] = [
  { kind: 'mark-cells', sheet: 'Sheet1', areas: [{ top: 1, left: 1, bottom: 2, right: 1 }], level: 'error' },
  { kind: 'write-sheet', content: NOTE },
  { kind: 'write-sheet', content: TEXT },
];
const UNDO: readonly Edit[] = [
  { kind: 'clear-marks' },
  { kind: 'remove-sheet', tag: 'check-report' },
  { kind: 'remove-sheet', tag: 'narrative-xinjiang' },
];
/** What marks and new sheets must be entered in. */
const OURS =
  /^(?:\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/worksheets\/sheet1\.xml|xl\/worksheets\/sheet[34]\.xml)$/;

const variants: Readonly<Record<string, Record<string, string>>> = {
  'as Excel writes it': richParts(),
  'with a byte order mark before each part': Object.fromEntries(
    Object.entries(richParts()).map(([name, xml]) => [
      name,
      /^xl\/(?:workbook|styles|worksheets\/sheet1)\.xml$/.test(name) ? `\uFEFF${xml}` : xml,
    ]),
  ),
  'without a dimension, without addresses in its rows': richParts(
    FULL_SHEET.replace(/<dimension[^>]*>/, '').replace('<row r="2"><c r="A2"', '<row><c'),
  ),
  'with a workbook locked, dates from 1904, a sheet hidden for good': {
    ...richParts(),
    'xl/workbook.xml': (richParts()['xl/workbook.xml'] ?? '')
      .replace(
        '<sheets>',
        '<workbookPr date1904="1" codeName="ThisWorkbook"/><workbookProtection workbookPassword="CC1A" lockStructure="1"/><bookViews><workbookView activeTab="0"/></bookViews><sheets>',
      )
      .replace('name="Sheet2" sheetId="2"', 'name="Sheet2" sheetId="2" state="veryHidden"'),
  },
  'with comments and processing instructions of other writers': richParts(
    FULL_SHEET.replace('<sheetData>', '<!-- WPS --><sheetData>').replace('<mergeCells', '<?mso-contentType?><mergeCells'),
  ),
};

describe.each(Object.entries(variants))('a workbook full of things, %s', (_, parts) => {
  const before = zipped(parts);
  const after = applyEdits(before, EDITS);

  it('is sound when marked, and only what must be is touched', async () => {
    expect(packageFaults(after)).toEqual(packageFaults(before));
    expect(differingParts(before, after).filter((name) => !OURS.test(name))).toEqual([]);
    const { sheets } = await openWorkbook(after, 'a.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Sheet2', '勾稽检查', '决算公开说明']);
  });

  it('keeps every element of the marked sheet, word for word', () => {
    const [own, marked] = [before, after].map((bytes) => unzipped(bytes).get('xl/worksheets/sheet1.xml') ?? '');
    expect(
      (marked ?? '').replace(
        /<conditionalFormatting[^>]*><cfRule[^>]*><formula>[^<]*TIEOUT[^<]*<\/formula><\/cfRule><\/conditionalFormatting>/g,
        '',
      ),
    ).toBe(own);
    expect(all(parsed(marked ?? ''), 'cfRule')).toHaveLength(all(parsed(own ?? ''), 'cfRule').length + 1);
  });

  it('is what it was when all of ours is gone', () => {
    expect(differingParts(before, applyEdits(after, UNDO))).toEqual([]);
  });
});

describe('a package whose directory is told in zip64 records, as streaming writers do', () => {
  /** The same container with the plain end record saying nothing. */
  function widened(bytes: Uint8Array): Uint8Array {
    const end = bytes.length - 22;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const [count, size, start] = [view.getUint16(end + 10, true), view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
    const tail = new DataView(new ArrayBuffer(56 + 20 + 22));
    tail.setUint32(0, 0x06064b50, true);
    tail.setBigUint64(4, 44n, true);
    [24, 32].forEach((at) => tail.setBigUint64(at, BigInt(count), true));
    tail.setBigUint64(40, BigInt(size), true);
    tail.setBigUint64(48, BigInt(start), true);
    tail.setUint32(56, 0x07064b50, true);
    tail.setBigUint64(64, BigInt(end), true);
    tail.setUint32(72, 1, true);
    tail.setUint32(76, 0x06054b50, true);
    for (let at = 80; at < 96; at++) tail.setUint8(at, 0xff);
    const whole = new Uint8Array(end + tail.byteLength);
    whole.set(bytes.subarray(0, end));
    whole.set(new Uint8Array(tail.buffer), end);
    return whole;
  }

  it('is read, marked and cleared like any other', async () => {
    const plain = zipped(richParts());
    const wide = widened(plain);
    expect((await openWorkbook(wide, 'a.xlsx')).sheets).toEqual((await openWorkbook(plain, 'a.xlsx')).sheets);
    const after = applyEdits(wide, EDITS);
    expect(differingParts(after, applyEdits(plain, EDITS))).toEqual([]);
    expect(differingParts(plain, applyEdits(after, UNDO))).toEqual([]);
  });
});

/** How an opened file looks (文件的外观): what the workbench draws is told as the file says it. */
import { describe, expect, it } from 'vitest';
import { openFileHost } from '../../../src/hosts/file/file-host.ts';
import { handMade } from '../../support/packages.ts';

describe('how an opened file looks', () => {
  it('is told as the file says it: widths, heights, frozen rows, sides, bold and fills', async () => {
    const host = await openFileHost(
      handMade({
        sheets: [
          '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" state="frozen"/></sheetView></sheetViews>' +
            '<sheetFormatPr defaultRowHeight="18"/><cols><col min="2" max="3" width="20.5" customWidth="1"/></cols>' +
            '<sheetData><row r="2" ht="30" customHeight="1"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>2</v></c></row></sheetData>',
        ],
        styles:
          '<fonts><font/><font><b/></font></fonts>' +
          '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/></patternFill></fill></fills>' +
          '<cellXfs><xf/><xf fontId="1" fillId="1"><alignment horizontal="center" wrapText="1"/></xf></cellXfs>',
      }),
      'a.xlsx',
    );
    const layout = host.state().layouts.get('Sheet1')!;
    expect([...layout.widths]).toEqual([
      [1, 20.5],
      [2, 20.5],
    ]);
    expect([layout.defaultHeight, layout.heights.get(1), layout.frozenRows]).toEqual([18, 30, 3]);
    expect(layout.manners[1]?.[0]).toBeUndefined();
    expect(layout.manners[1]?.[1]).toEqual({ align: 'center', isBold: true, isWrapped: true, fill: '#FFEB9C' });
  });

  it('is told with the colours of the theme, tinted, with borders, and with the looks of whole rows and columns', async () => {
    const theme =
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">' +
      '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
      '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1>' +
      '</a:clrScheme></a:themeElements></a:theme>';
    const host = await openFileHost(
      handMade({
        sheets: [
          '<sheetViews><sheetView topLeftCell="A3" showGridLines="0" workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C4" state="frozen"/></sheetView></sheetViews>' +
            '<cols><col min="2" max="2" width="9" style="1"/></cols>' +
            '<sheetData><row r="1" s="2" customFormat="1"><c r="A1"><v>1</v></c><c r="C1" s="3"><v>1</v></c></row></sheetData>',
        ],
        styles:
          '<fonts><font><sz val="12"/><name val="宋体"/></font><font><sz val="16"/><color theme="3" tint="-0.249977111117893"/></font></fonts>' +
          '<fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.79998168889431442"/></patternFill></fill></fills>' +
          '<borders><border/><border diagonalDown="1"><left style="mediumDashed"><color indexed="10"/></left><right/><diagonal style="thin"/></border></borders>' +
          '<cellXfs><xf/><xf fontId="1"/><xf fillId="2"/><xf borderId="1"><alignment textRotation="255" vertical="center"/></xf></cellXfs>',
        more: { 'xl/theme/theme1.xml': theme },
        rels: '<Relationship Id="rId93" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/>',
      }),
      'a.xlsx',
    );
    const layout = host.state().layouts.get('Sheet1')!;
    // Two rows were scrolled away when the third was frozen: they stay within reach.
    expect(layout).toMatchObject({ frozenRows: 3, frozenColumns: 2, hasGridLines: false, fontSize: 12, digitWidth: 8 });
    // «Text 2, 25 % darker» and «Accent 1, 80 % lighter» of the theme of Excel 2010.
    expect(layout.columnManners.get(1)).toEqual({ size: 16, colour: '#17375E' });
    expect(layout.rowManners.get(0)).toEqual({ fill: '#DCE6F2' });
    expect(layout.manners[0]?.[0]).toEqual({});
    expect(layout.manners[0]?.[2]).toEqual({
      vertical: 'center',
      turned: 'upright',
      borders: { left: { kind: 'dashed', width: 2, colour: '#FF0000' }, down: { kind: 'solid', width: 1, colour: undefined } },
    });
  });
});

/** The order in which Excel insists on finding the parts of a worksheet (元素次序): a child in the wrong place means a «repair» at opening. */
import { CLOSE, OPEN, XmlScanner } from './xml.ts';

const WORKSHEET =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks'.split(
    ' ',
  );
const STYLES = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs'.split(' ');
const WORKBOOK =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr'.split(' ');

export interface Place {
  readonly at: number;
  /** The root's prefix with its colon: new elements must bear it too. */
  readonly prefix: string;
}

/** Where a child of this name belongs: behind the last child that must come before it or is of its kind. */
export function placeForChild(xml: string, part: string, child: string): Place {
  const order = [WORKSHEET, STYLES, WORKBOOK].find((names) => names.includes(child)) ?? [];
  const before = new Set(order.slice(0, order.indexOf(child) + 1));
  const scanner = new XmlScanner(xml, part);
  let at = 0;
  let prefix = '';
  while (scanner.next()) {
    if (scanner.depth === 0 && scanner.kind === OPEN) {
      prefix = scanner.prefix;
      at = scanner.end;
    } else if (scanner.depth === 1 && scanner.kind !== CLOSE && before.has(scanner.name)) {
      scanner.skipElement();
      at = scanner.end;
    }
  }
  return { at, prefix };
}

/** The smallest workbook that Excel opens (空白工作簿), always the same bytes; for sheets of our own that stand alone. */
import { TRANSITIONAL_MAIN } from './namespaces.ts';
import { EMPTY_STYLES, STYLES_TYPE } from './styles-part.ts';
import { createZip } from './zip-writer.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${WORKBOOK_TYPE}"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${STYLES_TYPE}"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${TRANSITIONAL_MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>` +
    `<sheets></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': EMPTY_STYLES.slice(DECLARATION.length),
};

/** A package without any sheet: sheets are added by edits; Excel wants at least one. */
export function blankPackage(): Uint8Array {
  const encoder = new TextEncoder();
  return createZip(Object.entries(PARTS).map(([name, xml]) => ({ name, bytes: encoder.encode(DECLARATION + xml) })));
}

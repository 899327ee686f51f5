/** Gives a sample the look of the ministry's printed tables (报表印刷样式): black rules, no shading, unit and table number at the right edge, year in the middle. */
import { EditedPackage } from '../../src/hosts/file/edited-package.ts';

const STYLES = 'xl/styles.xml';

/** Colours of our own sheets that printed tables do not have. */
const BLACK: readonly string[] = ['FFBFBFBF', 'FF7F7F7F', 'FF595959'];

export function withPrintLook(workbook: Uint8Array): Uint8Array {
  const book = new EditedPackage(workbook);
  const before = book.text(STYLES);
  const fonts = [...before.matchAll(/<font>.*?<\/font>/gs)].map(([font]) => font);
  const yearFont = fonts.findIndex((font) => font.includes('<sz val="10"/>'));
  let xml = before;
  for (const color of BLACK) xml = xml.replaceAll(`rgb="${color}"`, 'rgb="FF000000"');
  xml = xml.replace(
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/>',
  );
  xml = xml.replace(/<xf [^>]*numFmtId="4"[^>]*borderId="0"[^>]*><alignment /g, (start) => `${start}horizontal="right" `);
  xml = xml.replace(
    new RegExp(`<xf [^>]*fontId="${yearFont}"[^>]*borderId="0"[^>]*><alignment `, 'g'),
    (start) => `${start}horizontal="center" `,
  );
  book.set(STYLES, xml);
  return book.toBytes();
}

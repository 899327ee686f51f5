/** Builds .xlsx packages by hand and takes them apart again, with other libraries than the product's own reader. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface HandMade {
  /** What stands inside `<worksheet>`, or the whole part when it begins with `<?xml` or `<x:`; one per sheet. */
  readonly sheets: readonly string[];
  readonly names?: readonly string[];
  /** What stands inside `<sst>`. */
  readonly strings?: string;
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string;
  /** Elements of the workbook part behind `</sheets>`. */
  readonly workbookTail?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly rels?: string;
}

/** The parts of a workbook whose sheets are written out by the test. */
export function partsOf({ sheets, names, strings, styles, workbookTail = '', more = {}, rels = '' }: HandMade): Record<string, string> {
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      sheets
        .map((_, index) => `<sheet name="${names?.[index] ?? `Sheet${index + 1}`}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('') +
      `</sheets>${workbookTail}</workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      sheets.map((_, index) => relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('') +
      (strings === undefined ? '' : relationship('rId91', 'sharedStrings', 'sharedStrings.xml')) +
      (styles === undefined ? '' : relationship('rId92', 'styles', 'styles.xml')) +
      `${rels}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((xml, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        /^<(?:\?xml|\w+:)/.test(xml) ? xml : `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${xml}</worksheet>`,
      ]),
    ),
    ...more,
  };
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${strings}</sst>`;
  if (styles !== undefined) parts['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  return parts;
}

export function handMade(book: HandMade): Uint8Array {
  return zipped(partsOf(book));
}

export function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { mtime: '2024-03-01', level: 1 });
}

/** Every part as text, in the order of the directory. */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content, /\.(?:png|bin)$/.test(name))]));
}

/** The names of the parts that differ, are missing or are new. */
export function differingParts(one: Uint8Array, other: Uint8Array): string[] {
  const [first, second] = [unzipped(one), unzipped(other)];
  return [...new Set([...first.keys(), ...second.keys()])].filter((name) => first.get(name) !== second.get(name));
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** A strict parse by another library; throws when the XML is not well formed or a prefix is not declared. */
export function parsed(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const stack: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    const element: Element = { name: tag.local, attributes, children: [], text: '' };
    stack[stack.length - 1]?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => {
    const top = stack[stack.length - 1];
    if (top !== undefined) top.text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  return stack[0]?.children[0] ?? { name: '', attributes: {}, children: [], text: '' };
}

export function all(element: Element, name: string): Element[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))];
}

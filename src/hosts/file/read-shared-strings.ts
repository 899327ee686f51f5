/** The table of texts that cells point into (共享字符串): rich text joined, phonetic guides left out. */
import { CLOSE, OPEN, XmlScanner } from './xml.ts';
import { decodeXstring } from './xml-text.ts';

export function readSharedStrings(xml: string, part: string): string[] {
  const scanner = new XmlScanner(xml, part);
  const strings: string[] = [];
  while (scanner.next()) {
    if (scanner.depth !== 1 || scanner.kind === CLOSE || !scanner.is('si')) continue;
    strings.push(scanner.kind === OPEN ? readRichText(scanner) : '');
  }
  return strings;
}

/** After the OPEN tag of `si` or `is`: the text of its runs, up to the tag that closes it. */
export function readRichText(scanner: XmlScanner): string {
  const depth = scanner.depth;
  let text = '';
  while (scanner.next()) {
    if (scanner.kind === CLOSE) {
      if (scanner.depth === depth) break;
      if (scanner.is('t')) text += scanner.text();
    } else if (scanner.is('rPh')) scanner.skipElement();
  }
  return decodeXstring(text);
}

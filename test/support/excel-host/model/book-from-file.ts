/** A real .xlsx opened in the test host: its cells by our own reader, its conditional formats, tags and custom XML read off the parts. */
import { strFromU8, unzipSync } from 'fflate';
import { parseArea } from '../../../../src/core/workbook/address.ts';
import { openWorkbook } from '../../../../src/hosts/file/open-workbook.ts';
import { bookFrom, type HostBook } from './book.ts';
import type { HostRule } from './sheet.ts';

export async function bookFromFile(bytes: Uint8Array, name: string): Promise<HostBook> {
  const book = bookFrom(await openWorkbook(bytes, name));
  const parts = unzipSync(bytes);
  const read = (part: string): string => strFromU8(parts[part] ?? new Uint8Array());
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  for (const [tag] of read('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)) {
    const sheet = book.sheets.find((found) => found.name === unescaped(attribute(tag, 'name')));
    const target = targets.get(attribute(tag, 'r:id')) ?? '';
    if (sheet === undefined) continue;
    const xml = read(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    sheet.rules = rulesIn(xml, () => `{CF-${book.nextId++}}`);
  }
  for (const [part, content] of Object.entries(parts)) {
    if (/^customXml\/item\d+\.xml$/.test(part)) book.customXml.push({ id: `{XML-${book.nextId++}}`, xml: strFromU8(content) });
  }
  return book;
}

/** In the order of their priorities. */
function rulesIn(xml: string, nextId: () => string): HostRule[] {
  const found: { readonly priority: number; readonly rule: HostRule }[] = [];
  for (const [block, attributes = ''] of xml.matchAll(/<conditionalFormatting\s([^>]*)>[\s\S]*?<\/conditionalFormatting>/g)) {
    const areas = attribute(` ${attributes}`, 'sqref')
      .split(' ')
      .flatMap((address) => parseArea(address) ?? []);
    for (const [rule, head = ''] of block.matchAll(/<cfRule\s([^>]*?)(?:\/>|>[\s\S]*?<\/cfRule>)/g)) {
      const type = attribute(` ${head}`, 'type') === 'expression' ? 'Custom' : attribute(` ${head}`, 'type');
      const formula = unescaped(/<formula>([\s\S]*?)<\/formula>/.exec(rule)?.[1] ?? '');
      found.push({
        priority: Number(attribute(` ${head}`, 'priority')),
        rule: {
          id: nextId(),
          type,
          areas,
          formula: formula === '' ? '' : `=${formula}`,
          fill: '',
          stopIfTrue: head.includes('stopIfTrue="1"'),
        },
      });
    }
  }
  return found.sort((one, other) => one.priority - other.priority).map(({ rule }) => rule);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

/** The colours of our marks in the styles part (标记颜色): added once, shared by all sheets, and taken out again when nothing uses them. */
import type { MarkLevel } from '../../core/edits/edit.ts';
import { placeForChild } from './worksheet-order.ts';
import { splice } from './splice.ts';
import { CLOSE, EMPTY, OPEN, XmlScanner } from './xml.ts';

const COLOURS: Readonly<Record<MarkLevel, string>> = { error: 'FFFFC7CE', warning: 'FFFFEB9C', 'within-rounding': 'FFDDEBF7' };

interface FormatList {
  readonly start: number;
  readonly end: number;
  /** Behind the opening tag, or before the `/>` of an empty one. */
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly isEmpty: boolean;
  readonly count: { readonly start: number; readonly end: number; readonly value: number } | undefined;
  readonly items: readonly { readonly start: number; readonly end: number; readonly xml: string }[];
  readonly prefix: string;
}

/** In Excel's own spelling, so that it survives Excel's saving unchanged. */
function formatXml(level: MarkLevel, prefix: string): string {
  const p = prefix;
  return `<${p}dxf><${p}fill><${p}patternFill><${p}bgColor rgb="${COLOURS[level]}"/></${p}patternFill></${p}fill></${p}dxf>`;
}

/** The styles part with the format of each level in it, and the index of each. */
export function addMarkFormats(
  xml: string,
  part: string,
  levels: readonly MarkLevel[],
): { readonly xml: string; readonly indexOf: ReadonlyMap<MarkLevel, number> } {
  const list = findFormats(xml, part);
  const prefix = list?.prefix ?? placeForChild(xml, part, 'dxfs').prefix;
  const items = list?.items.map((item) => item.xml) ?? [];
  const known = items.length;
  const indexOf = new Map<MarkLevel, number>();
  for (const level of levels) {
    const wanted = formatXml(level, prefix);
    const found = items.lastIndexOf(wanted);
    indexOf.set(level, found >= 0 ? found : items.push(wanted) - 1);
  }
  const added = items.slice(known);
  return { xml: added.length === 0 ? xml : insert(xml, part, list, prefix, added), indexOf };
}

function insert(xml: string, part: string, list: FormatList | undefined, prefix: string, added: readonly string[]): string {
  const text = added.join('');
  if (list === undefined) {
    // No count: the sign that there was no list before us.
    const { at } = placeForChild(xml, part, 'dxfs');
    return splice(xml, [{ start: at, end: at, text: `<${prefix}dxfs>${text}</${prefix}dxfs>` }]);
  }
  const count =
    list.count === undefined ? [] : [{ start: list.count.start, end: list.count.end, text: String(list.count.value + added.length) }];
  const content = list.isEmpty
    ? { start: list.contentEnd, end: list.end, text: `>${text}</${prefix}dxfs>` }
    : { start: list.contentEnd, end: list.contentEnd, text };
  return splice(xml, [...count, content]);
}

/** Takes our formats off the end of the list, as far as `isUsed` allows; the styles part is then what it was before the first mark. */
export function removeMarkFormats(xml: string, part: string, isUsed: (index: number) => boolean): string {
  const list = findFormats(xml, part);
  if (list === undefined) return xml;
  const ours = new Set(Object.keys(COLOURS).map((level) => formatXml(level as MarkLevel, list.prefix)));
  let kept = list.items.length;
  while (kept > 0 && ours.has(list.items[kept - 1]?.xml ?? '') && !isUsed(kept - 1)) kept--;
  const removed = list.items.length - kept;
  if (removed === 0) return xml;
  const from = list.items[kept]?.start ?? list.contentEnd;
  if (kept > 0) {
    const count =
      list.count === undefined ? [] : [{ start: list.count.start, end: list.count.end, text: String(list.count.value - removed) }];
    return splice(xml, [...count, { start: from, end: list.items[list.items.length - 1]?.end ?? from, text: '' }]);
  }
  if (list.count === undefined) return splice(xml, [{ start: list.start, end: list.end, text: '' }]);
  const opening =
    xml.slice(list.start, list.count.start) + String(list.count.value - removed) + xml.slice(list.count.end, list.contentStart - 1);
  return splice(xml, [{ start: list.start, end: list.end, text: `${opening}/>` }]);
}

function findFormats(xml: string, part: string): FormatList | undefined {
  const scanner = new XmlScanner(xml, part);
  while (scanner.next()) {
    if (scanner.depth !== 1 || scanner.kind === CLOSE || !scanner.is('dxfs')) continue;
    const { start, end, prefix } = scanner;
    const span = scanner.attributeSpan('count');
    const count = span === undefined ? undefined : { start: span.start, end: span.end, value: scanner.integer('count') ?? 0 };
    if (scanner.kind === EMPTY) return { start, end, contentStart: end, contentEnd: end - 2, isEmpty: true, count, items: [], prefix };
    const items: { start: number; end: number; xml: string }[] = [];
    while (scanner.next() && scanner.depth > 1) {
      const from = scanner.start;
      if (scanner.kind === OPEN) scanner.skipElement();
      items.push({ start: from, end: scanner.end, xml: xml.slice(from, scanner.end) });
    }
    return { start, end: scanner.end, contentStart: end, contentEnd: scanner.start, isEmpty: false, count, items, prefix };
  }
  return undefined;
}

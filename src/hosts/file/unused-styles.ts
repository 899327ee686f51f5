/** Takes the looks of our own sheets out of the styles part again (清理样式) once no sheet uses them; the user's stay, used or not. */
import { LOOKS } from '../../core/edits/looks.ts';
import { borderXml, fillXml, fontXml, xfOpening } from './own-looks.ts';
import { splice, type Splice } from './splice.ts';
import { CLOSE, EMPTY, OPEN, XmlScanner } from './xml.ts';

interface Item {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

interface List {
  readonly start: number;
  readonly end: number;
  readonly count: { readonly start: number; readonly end: number; readonly value: number } | undefined;
  readonly items: readonly Item[];
}

/** `isUsed` tells whether any cell, row or column has the style of that index. Only entries at the end of a list go, so no index changes. */
export function removeUnusedStyles(xml: string, part: string, isUsed: (index: number) => boolean): string {
  const { lists, prefix } = readLists(xml, part);
  const xfs = lists.get('cellXfs')?.items ?? [];
  const ours = ownXf(prefix);
  let kept = xfs.length;
  while (kept > 1 && ours.test(xfs[kept - 1]?.xml ?? '') && !isUsed(kept - 1)) kept--;
  if (kept === xfs.length) return xml;
  const removed = xfs.slice(kept).map((item) => item.xml);
  const remaining = [...xfs.slice(0, kept), ...(lists.get('cellStyleXfs')?.items ?? [])].map((item) => item.xml);
  const changes = cutBack(lists.get('cellXfs'), kept);
  const looks = Object.values(LOOKS);
  for (const [name, attribute, own] of [
    ['fonts', 'fontId', new Set(looks.map((look) => fontXml(look, prefix)))],
    ['fills', 'fillId', new Set(looks.map((look) => fillXml(look, prefix)))],
    ['borders', 'borderId', new Set(looks.map((look) => borderXml(look, prefix)))],
  ] as const) {
    const list = lists.get(name);
    const used = indexes(remaining, attribute);
    const ownOnes = indexes(removed, attribute);
    let length = list?.items.length ?? 0;
    while (length > 1 && own.has(list?.items[length - 1]?.xml ?? '') && ownOnes.has(length - 1) && !used.has(length - 1)) length--;
    changes.push(...cutBack(list, length));
  }
  changes.push(...unusedFormats(lists, remaining, removed));
  return splice(xml, changes);
}

/** Number formats are referred to by an id of their own, from the formats of conditional formats too. */
function unusedFormats(lists: ReadonlyMap<string, List>, remaining: readonly string[], removed: readonly string[]): Splice[] {
  const list = lists.get('numFmts');
  const dxfs = lists.get('dxfs')?.items.map((item) => item.xml) ?? [];
  const used = indexes([...remaining, ...dxfs], 'numFmtId');
  const own = indexes(removed, 'numFmtId');
  let length = list?.items.length ?? 0;
  for (; length > 0; length--) {
    const id = Number(/numFmtId="(\d+)"/.exec(list?.items[length - 1]?.xml ?? '')?.[1]);
    if (!own.has(id) || used.has(id)) break;
  }
  if (list !== undefined && length === 0 && list.items.length > 0) return [{ start: list.start, end: list.end, text: '' }];
  return cutBack(list, length);
}

function cutBack(list: List | undefined, length: number): Splice[] {
  const first = list?.items[length];
  const last = list?.items[list.items.length - 1];
  if (list === undefined || first === undefined || last === undefined) return [];
  const { count } = list;
  const less =
    count === undefined ? [] : [{ start: count.start, end: count.end, text: String(count.value - (list.items.length - length)) }];
  return [...less, { start: first.start, end: last.end, text: '' }];
}

function indexes(items: readonly string[], attribute: string): Set<number> {
  const found = new Set<number>();
  const pattern = new RegExp(`\\b${attribute}="(\\d+)"`, 'g');
  for (const item of items) for (const match of item.matchAll(pattern)) found.add(Number(match[1]));
  return found;
}

function ownXf(prefix: string): RegExp {
  return new RegExp(`^${xfOpening(prefix, '\\d+', '\\d+', '\\d+', '\\d+')}(?: applyProtection="1")?><${prefix}alignment `);
}

function readLists(xml: string, part: string): { readonly lists: ReadonlyMap<string, List>; readonly prefix: string } {
  const scanner = new XmlScanner(xml, part);
  const lists = new Map<string, List>();
  let prefix = '';
  while (scanner.next()) {
    if (scanner.depth === 0 && scanner.kind !== CLOSE) prefix = scanner.prefix;
    if (scanner.depth !== 1 || scanner.kind === CLOSE || scanner.kind === EMPTY) continue;
    const { start, name } = scanner;
    const span = scanner.attributeSpan('count');
    const count = span === undefined ? undefined : { start: span.start, end: span.end, value: scanner.integer('count') ?? 0 };
    const items: Item[] = [];
    while (scanner.next() && scanner.depth > 1) {
      const from = scanner.start;
      if (scanner.kind === OPEN) scanner.skipElement();
      items.push({ start: from, end: scanner.end, xml: xml.slice(from, scanner.end) });
    }
    lists.set(name, { start, end: scanner.end, count, items });
  }
  return { lists, prefix };
}

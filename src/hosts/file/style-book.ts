/** Adds looks to the styles part (样式表): only what is missing is appended, nothing of the user's is renumbered. */
import type { Look } from '../../core/edits/looks.ts';
import { alignmentXml, borderXml, fillXml, fontXml, xfOpening } from './own-looks.ts';
import { placeForChild } from './worksheet-order.ts';
import { splice, type Splice } from './splice.ts';
import { CLOSE, EMPTY, OPEN, XmlScanner } from './xml.ts';
import { escapeXml } from './xml-text.ts';

/** Format codes that have a number of their own in every file. */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const FIRST_CUSTOM_FORMAT = 164;
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'] as const;
type ListName = (typeof LISTS)[number];

/** One list of the part: what it held, and what we add. */
interface List {
  readonly items: string[];
  known: number;
  /** Where new items go; absent when the list is not there or empty (`replace` is then what stands in its place). */
  end: number | undefined;
  replace: { readonly start: number; readonly end: number } | undefined;
  count: { readonly start: number; readonly end: number } | undefined;
}

export class StyleBook {
  private readonly xml: string;
  private readonly part: string;
  private readonly lists: Record<ListName, List>;
  private prefix = '';
  private readonly indexByLook = new Map<string, number>();

  constructor(xml: string, part: string) {
    this.xml = xml;
    this.part = part;
    const empty = (): List => ({ items: [], known: 0, end: undefined, replace: undefined, count: undefined });
    this.lists = { numFmts: empty(), fonts: empty(), fills: empty(), borders: empty(), cellXfs: empty() };
    this.read();
  }

  /** The style index (`s` of a cell) of a look. */
  indexOf(look: Look): number {
    const key = JSON.stringify(look);
    const known = this.indexByLook.get(key);
    if (known !== undefined) return known;
    const index = this.addLook(look);
    this.indexByLook.set(key, index);
    return index;
  }

  /** The styles part with everything asked for in it. */
  toXml(): string {
    const changes: Splice[] = [];
    for (const name of LISTS) {
      const { items, known, end, replace, count } = this.lists[name];
      if (items.length === known) continue;
      const added = items.slice(known).join('');
      if (end !== undefined) {
        if (count !== undefined) changes.push({ ...count, text: String(items.length) });
        changes.push({ start: end, end, text: added });
        continue;
      }
      const at = placeForChild(this.xml, this.part, name).at;
      const list = `<${this.prefix}${name} count="${items.length}">${added}</${this.prefix}${name}>`;
      changes.push({ ...(replace ?? { start: at, end: at }), text: list });
    }
    return splice(this.xml, changes);
  }

  private addLook(look: Look): number {
    const p = this.prefix;
    // A sheet without any fill or border still needs the two that Excel takes for granted.
    if (this.lists.fills.items.length === 0) {
      this.lists.fills.items.push(fillXml({}, p), `<${p}fill><${p}patternFill patternType="gray125"/></${p}fill>`);
    }
    if (this.lists.cellXfs.items.length === 0)
      this.lists.cellXfs.items.push(`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`);
    const font = this.addItem('fonts', fontXml(look, p));
    const fill = this.addItem('fills', fillXml(look, p));
    const border = this.addItem('borders', borderXml(look, p));
    const numberFormat = this.addFormat(look.format ?? 'General');
    const protection = look.unlocked === true ? `<${p}protection locked="0"/>` : '';
    return this.addItem(
      'cellXfs',
      `${xfOpening(p, numberFormat, font, fill, border)}${protection === '' ? '' : ' applyProtection="1"'}>${alignmentXml(look, p)}${protection}</${p}xf>`,
    );
  }

  private addItem(name: ListName, xml: string): number {
    const { items } = this.lists[name];
    const found = items.indexOf(xml);
    return found >= 0 ? found : items.push(xml) - 1;
  }

  private addFormat(code: string): number {
    const builtIn = BUILT_IN[code];
    if (builtIn !== undefined) return builtIn;
    const { items } = this.lists.numFmts;
    let highest = FIRST_CUSTOM_FORMAT - 1;
    for (const item of items) {
      const scanner = new XmlScanner(item, this.part);
      scanner.next();
      const id = scanner.integer('numFmtId') ?? 0;
      if (scanner.attribute('formatCode') === code) return id;
      highest = Math.max(highest, id);
    }
    items.push(`<${this.prefix}numFmt numFmtId="${highest + 1}" formatCode="${escapeXml(code)}"/>`);
    return highest + 1;
  }

  private read(): void {
    const scanner = new XmlScanner(this.xml, this.part);
    while (scanner.next()) {
      if (scanner.kind === CLOSE) continue;
      if (scanner.depth === 0) this.prefix = scanner.prefix;
      const name = scanner.depth === 1 ? LISTS.find((list) => scanner.is(list)) : undefined;
      if (name !== undefined) this.readList(scanner, this.lists[name]);
    }
  }

  private readList(scanner: XmlScanner, list: List): void {
    const { start, end } = scanner;
    const span = scanner.attributeSpan('count');
    if (span !== undefined) list.count = { start: span.start, end: span.end };
    if (scanner.kind === EMPTY) {
      list.replace = { start, end };
      return;
    }
    while (scanner.next() && scanner.depth > 1) {
      const from = scanner.start;
      if (scanner.kind === OPEN) scanner.skipElement();
      list.items.push(this.xml.slice(from, scanner.end));
    }
    list.known = list.items.length;
    list.end = scanner.start;
  }
}

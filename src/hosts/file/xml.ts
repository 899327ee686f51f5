/** A fast, strict reader of the XML inside a workbook: walks tag by tag with exact positions, so that changes can be spliced in and all else stays as it is. */
import { UnusableWorkbook } from './unusable-workbook.ts';
import { decodeEntities } from './xml-text.ts';

// Plain numbers: as literal types they would make the compiler believe that `kind` stays what it was before `next()`.
export const OPEN: number = 1;
export const CLOSE: number = 2;
export const EMPTY: number = 3;

const LT = 60;
const GT = 62;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;

/** Steps through the tags of one part. Names are compared without their prefix: `x:row` is a `row`. */
export class XmlScanner {
  readonly source: string;
  readonly part: string;
  /** OPEN, CLOSE or EMPTY (self-closing). */
  kind = 0;
  /** Where the current tag begins, and where the text after it begins. */
  start = 0;
  end = 0;
  /** How many elements enclose the current tag; the root has depth 0. */
  depth = 0;
  nameStart = 0;
  nameEnd = 0;
  /** Where the text before the current tag begins. */
  private textStart = 0;
  private textIsPlain = true;
  /** Offsets of each attribute: local name start, name end, value start, value end. */
  private readonly attributes: number[] = [];
  private attributeCount = 0;
  /** Full names of the open elements, as offsets. */
  private readonly openNames: number[] = [];
  private openCount = 0;
  private rootSeen = false;

  constructor(source: string, part: string) {
    this.source = source;
    this.part = part;
  }

  /** Goes to the next tag; false at the end. Throws when the XML is not well formed. */
  next(): boolean {
    const source = this.source;
    this.textStart = this.end;
    this.textIsPlain = true;
    for (;;) {
      const lt = source.indexOf('<', this.end);
      if (lt < 0) {
        if (this.openCount > 0 || !this.rootSeen) this.fail();
        return false;
      }
      const code = source.charCodeAt(lt + 1);
      if (code === 33 || code === 63) {
        this.skipMarkup(lt);
        continue;
      }
      this.start = lt;
      if (code === SLASH) this.readClose(lt);
      else this.readOpen(lt);
      return true;
    }
  }

  /** Whether the current tag has this local name. */
  is(name: string): boolean {
    const length = this.nameEnd - this.nameStart;
    return length === name.length && this.source.startsWith(name, this.nameStart);
  }

  /** The local name of the current tag. */
  get name(): string {
    return this.source.slice(this.nameStart, this.nameEnd);
  }

  /** The prefix of the current tag with its colon, or nothing. */
  get prefix(): string {
    const from = this.start + (this.kind === CLOSE ? 2 : 1);
    return this.source.slice(from, this.nameStart);
  }

  /** The decoded value of an attribute, by local name. */
  attribute(name: string): string | undefined {
    const at = this.findAttribute(name);
    return at < 0 ? undefined : this.decode(this.attributes[at + 2] as number, this.attributes[at + 3] as number);
  }

  /** Where an attribute's raw value stands, for splicing; `nameStart` is behind the prefix. */
  attributeSpan(name: string): { readonly nameStart: number; readonly start: number; readonly end: number } | undefined {
    const at = this.findAttribute(name);
    if (at < 0) return undefined;
    return { nameStart: this.attributes[at] as number, start: this.attributes[at + 2] as number, end: this.attributes[at + 3] as number };
  }

  /** A boolean attribute as OOXML writes it: 1, true, on. */
  flag(name: string): boolean {
    const value = this.attribute(name);
    return value === '1' || value === 'true' || value === 'on';
  }

  /** An attribute that is a count or an index; undefined when absent or not a number. */
  integer(name: string): number | undefined {
    const at = this.findAttribute(name);
    if (at < 0) return undefined;
    let value = 0;
    for (let index = this.attributes[at + 2] as number; index < (this.attributes[at + 3] as number); index++) {
      const digit = this.source.charCodeAt(index) - 48;
      if (digit < 0 || digit > 9) return undefined;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Calls back with every attribute's full name (prefix included) and value. */
  eachAttribute(see: (fullName: string, value: string) => void): void {
    for (let at = 0; at < this.attributeCount * 4; at += 4) {
      let from = this.attributes[at] as number;
      while (!/\s/.test(this.source[from - 1] ?? ' ')) from--;
      see(
        this.source.slice(from, this.attributes[at + 1]),
        this.decode(this.attributes[at + 2] as number, this.attributes[at + 3] as number),
      );
    }
  }

  /** The decoded text between the previous tag and this one. */
  text(): string {
    if (this.textIsPlain) return this.decode(this.textStart, this.start);
    // Comments drop out, CDATA is literal.
    return this.source
      .slice(this.textStart, this.start)
      .split(/(<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>)/)
      .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : piece.startsWith('<') ? '' : this.decodeText(piece)))
      .join('');
  }

  /** After an OPEN tag: goes to the tag that closes it. */
  skipElement(): void {
    if (this.kind !== OPEN) return;
    const depth = this.depth;
    while (this.next()) if (this.kind === CLOSE && this.depth === depth) return;
  }

  fail(): never {
    throw new UnusableWorkbook('broken-xml', this.part);
  }

  private findAttribute(name: string): number {
    const length = name.length;
    for (let at = 0; at < this.attributeCount * 4; at += 4) {
      const from = this.attributes[at] as number;
      if ((this.attributes[at + 1] as number) - from === length && this.source.startsWith(name, from)) return at;
    }
    return -1;
  }

  private decode(from: number, to: number): string {
    return this.decodeText(this.source.slice(from, to));
  }

  private decodeText(text: string): string {
    if (!text.includes('&')) return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    const broken = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text);
    return broken ? this.fail() : decodeEntities(text.replace(/\r\n?/g, '\n'));
  }

  /** Comments, declarations and CDATA; a DOCTYPE has no place in a workbook and may hide an entity bomb. */
  private skipMarkup(lt: number): void {
    this.textIsPlain = false;
    const { source } = this;
    const closing = source.startsWith('<!--', lt) ? '-->' : source.startsWith('<![CDATA[', lt) ? ']]>' : source[lt + 1] === '?' ? '?>' : '';
    const end = closing === '' ? -1 : source.indexOf(closing, lt + 2);
    if (end < 0) this.fail();
    this.end = end + closing.length;
  }

  private readClose(lt: number): void {
    const gt = this.source.indexOf('>', lt);
    if (gt < 0 || this.openCount === 0) this.fail();
    this.openCount--;
    const from = this.openNames[this.openCount * 2] as number;
    const length = (this.openNames[this.openCount * 2 + 1] as number) - from;
    const nameEnd = lt + 2 + length;
    for (let index = 0; index < length; index++) {
      if (this.source.charCodeAt(from + index) !== this.source.charCodeAt(lt + 2 + index)) this.fail();
    }
    for (let at = nameEnd; at < gt; at++) if (this.source.charCodeAt(at) > 32) this.fail();
    this.kind = CLOSE;
    this.depth = this.openCount;
    this.attributeCount = 0;
    this.end = gt + 1;
    this.setName(lt + 2, nameEnd);
  }

  private readOpen(lt: number): void {
    const source = this.source;
    let at = lt + 1;
    let code = source.charCodeAt(at);
    while (code > 32 && code !== GT && code !== SLASH && code !== LT) code = source.charCodeAt(++at);
    const nameEnd = at;
    if (nameEnd === lt + 1 || (this.openCount === 0 && this.rootSeen)) this.fail();
    this.attributeCount = 0;
    for (;;) {
      while (code <= 32) code = source.charCodeAt(++at);
      if (code === GT || code === SLASH) break;
      at = this.readAttribute(at);
      code = source.charCodeAt(at);
    }
    this.rootSeen = true;
    this.depth = this.openCount;
    if (code === SLASH) {
      if (source.charCodeAt(at + 1) !== GT) this.fail();
      this.kind = EMPTY;
      this.end = at + 2;
    } else {
      this.kind = OPEN;
      this.end = at + 1;
      this.openNames[this.openCount * 2] = lt + 1;
      this.openNames[this.openCount * 2 + 1] = nameEnd;
      this.openCount++;
    }
    this.setName(lt + 1, nameEnd);
  }

  /** Reads `name="value"` and answers where it ends. */
  private readAttribute(from: number): number {
    const source = this.source;
    let nameStart = from;
    let at = from;
    let code = source.charCodeAt(at);
    while (code > 32 && code !== EQUALS && code !== GT && code !== LT && code !== SLASH) {
      if (code === COLON) nameStart = at + 1;
      code = source.charCodeAt(++at);
    }
    const nameEnd = at;
    while (code <= 32) code = source.charCodeAt(++at);
    // charCodeAt past the end is NaN, which fails here too.
    if (code !== EQUALS || nameEnd === from) this.fail();
    do code = source.charCodeAt(++at);
    while (code <= 32);
    if (code !== 34 && code !== 39) this.fail();
    const valueEnd = source.indexOf(code === 34 ? '"' : "'", at + 1);
    if (valueEnd < 0) this.fail();
    const slot = this.attributeCount++ * 4;
    this.attributes[slot] = nameStart;
    this.attributes[slot + 1] = nameEnd;
    this.attributes[slot + 2] = at + 1;
    this.attributes[slot + 3] = valueEnd;
    return valueEnd + 1;
  }

  private setName(from: number, to: number): void {
    let start = from;
    for (let at = from; at < to; at++) if (this.source.charCodeAt(at) === COLON) start = at + 1;
    this.nameStart = start;
    this.nameEnd = to;
  }
}

/** A package being changed (修改中的工作簿包): parts are text until the end; those left as they were are copied byte for byte. */
import { OpcPackage, readRelationships, type Relationship, relationshipsPartOf } from './opc-package.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';
import { splice } from './splice.ts';
import { EMPTY, XmlScanner } from './xml.ts';
import { escapeXml } from './xml-text.ts';
import { rewriteZip } from './zip-writer.ts';

export const CONTENT_TYPES = '[Content_Types].xml';
export const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export class EditedPackage {
  readonly original: OpcPackage;
  /** By the name in the directory; null is a removed part. */
  private readonly changed = new Map<string, string | null>();
  private readonly added = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    this.original = new OpcPackage(bytes);
    const signed = this.original.relationships('').some(({ target }) => target.startsWith('_xmlsignatures/'));
    if (signed || this.partNames().some((name) => name.startsWith('_xmlsignatures/'))) throw new UnusableWorkbook('signed');
  }

  partNames(): string[] {
    const names = this.original.directory.entries.map(({ name }) => name).filter((name) => this.changed.get(name) !== null);
    return [...names, ...this.added.keys()];
  }

  has(part: string): boolean {
    return this.added.has(part) || (this.original.has(part) && this.changed.get(this.keyOf(part)) !== null);
  }

  text(part: string): string {
    const text = this.added.get(part) ?? this.changed.get(this.keyOf(part));
    if (text === null) throw new UnusableWorkbook('missing-part', part);
    return text ?? this.original.text(part);
  }

  set(part: string, text: string): void {
    if (this.added.has(part)) this.added.set(part, text);
    else if (text === this.original.text(part)) this.changed.delete(this.keyOf(part));
    else this.changed.set(this.keyOf(part), text);
  }

  /** A new part with its content type. */
  add(part: string, text: string, contentType: string): void {
    this.put(part, text);
    const types = this.text(CONTENT_TYPES);
    this.set(
      CONTENT_TYPES,
      appended(types, CONTENT_TYPES, (prefix) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`),
    );
  }

  remove(part: string): void {
    if (!this.added.delete(part)) this.changed.set(this.keyOf(part), null);
    const wanted = `/${part}`.toLowerCase();
    const types = this.text(CONTENT_TYPES);
    this.set(
      CONTENT_TYPES,
      without(types, CONTENT_TYPES, (tag) => tag.is('Override') && tag.attribute('PartName')?.toLowerCase() === wanted),
    );
  }

  /** Removes a part's relationships and all that nobody else points to. */
  removeDependants(part: string): void {
    const relsPart = relationshipsPartOf(part);
    if (!this.has(relsPart)) return;
    const targets = this.relationships(part).filter(({ external }) => !external);
    this.remove(relsPart);
    const others = new Set(
      this.partNames()
        .filter((name) => name.endsWith('.rels'))
        .flatMap((rels) => this.targetsIn(rels)),
    );
    for (const { target } of targets) {
      if (!this.has(target) || others.has(target.toLowerCase())) continue;
      this.removeDependants(target);
      this.remove(target);
    }
  }

  relationships(part: string): Relationship[] {
    const relsPart = relationshipsPartOf(part);
    return this.has(relsPart) ? readRelationships(this.text(relsPart), relsPart, part) : [];
  }

  /** Adds a relationship and answers its id. */
  addRelationship(part: string, typeUri: string, target: string): string {
    const relsPart = relationshipsPartOf(part);
    if (!this.has(relsPart))
      this.put(
        relsPart,
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`,
      );
    const taken = this.relationships(part).map(({ id }) => Number(/^rId(\d+)$/.exec(id)?.[1] ?? 0));
    const id = `rId${Math.max(0, ...taken) + 1}`;
    const xml = this.text(relsPart);
    this.set(
      relsPart,
      appended(xml, relsPart, (prefix) => `<${prefix}Relationship Id="${id}" Type="${typeUri}" Target="/${escapeXml(target)}"/>`),
    );
    return id;
  }

  removeRelationship(part: string, id: string): void {
    const relsPart = relationshipsPartOf(part);
    this.set(
      relsPart,
      without(this.text(relsPart), relsPart, (tag) => tag.is('Relationship') && tag.attribute('Id') === id),
    );
  }

  toBytes(): Uint8Array {
    if (this.changed.size === 0 && this.added.size === 0) return this.original.bytes.slice();
    const changed = new Map([...this.changed].map(([name, text]) => [name, text === null ? null : encode(text, this.original.text(name))]));
    const added = [...this.added].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
    return rewriteZip(this.original.bytes, this.original.directory, { changed, added });
  }

  /** A part that had been removed may come back in its old place. */
  private put(part: string, text: string): void {
    if (this.original.has(part)) this.changed.set(this.keyOf(part), text);
    else this.added.set(part, text);
  }

  private keyOf(part: string): string {
    return this.original.entry(part)?.name ?? part;
  }

  private targetsIn(relsPart: string): string[] {
    const source = relsPart.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
    return readRelationships(this.text(relsPart), relsPart, source).map(({ target }) => target.toLowerCase());
  }
}

/** Parts in UTF-16 stay in UTF-16, as their declaration says. */
function encode(text: string, original: string): Uint8Array {
  const declaration = /^\uFEFF?<\?xml[^>]*encoding=["']utf-16/i.test(original);
  if (!declaration) return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}

/** Adds a child at the end of the root element. */
export function appended(xml: string, part: string, child: (prefix: string) => string): string {
  const scanner = new XmlScanner(xml, part);
  let prefix = '';
  while (scanner.next()) {
    if (scanner.depth !== 0) continue;
    prefix = scanner.prefix;
    if (scanner.kind === EMPTY) {
      const opened = `${xml.slice(scanner.start, scanner.end - 2)}>`;
      return splice(xml, [{ start: scanner.start, end: scanner.end, text: `${opened}${child(prefix)}</${prefix}${scanner.name}>` }]);
    }
  }
  return splice(xml, [{ start: scanner.start, end: scanner.start, text: child(prefix) }]);
}

/** Removes the elements that match. */
export function without(xml: string, part: string, matches: (tag: XmlScanner) => boolean): string {
  const scanner = new XmlScanner(xml, part);
  const cuts: { start: number; end: number; text: string }[] = [];
  while (scanner.next()) {
    if (!matches(scanner)) continue;
    const start = scanner.start;
    scanner.skipElement();
    cuts.push({ start, end: scanner.end, text: '' });
  }
  return splice(xml, cuts);
}

/** The parts of an .xlsx package (部件) and the relationships between them, unpacked only when asked for. */
import { UnusableWorkbook } from './unusable-workbook.ts';
import { XmlScanner } from './xml.ts';
import { readZipDirectory, unpackEntry, type ZipDirectory, type ZipEntry } from './zip.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles` … the same in transitional and strict files. */
  readonly type: string;
  /** The part it leads to, without a leading slash; for external ones the address as written. */
  readonly target: string;
  readonly external: boolean;
}

export class OpcPackage {
  readonly bytes: Uint8Array;
  readonly directory: ZipDirectory;
  private readonly byName = new Map<string, ZipEntry>();
  private readonly texts = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    // Node's Buffer is a Uint8Array whose `slice` shares memory: seen as a plain one, nothing we cut out can write into the input.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.directory = readZipDirectory(this.bytes);
    for (const entry of this.directory.entries) {
      const key = entry.name.toLowerCase();
      if (!this.byName.has(key)) this.byName.set(key, entry);
    }
  }

  /** Part names are compared as Windows compares file names. */
  entry(part: string): ZipEntry | undefined {
    return this.byName.get(part.toLowerCase());
  }

  has(part: string): boolean {
    return this.entry(part) !== undefined;
  }

  /** The part's XML; throws `missing-part` when it is not there. */
  text(part: string): string {
    const known = this.texts.get(part);
    if (known !== undefined) return known;
    const text = this.readText(part);
    this.texts.set(part, text);
    return text;
  }

  /** As `text`, but not kept: for the big sheet parts that are read once. */
  readText(part: string): string {
    const entry = this.entry(part);
    if (entry === undefined) throw new UnusableWorkbook('missing-part', part);
    return decodeXml(unpackEntry(this.bytes, entry), part);
  }

  /** What `part` points to; the package itself when `part` is empty. */
  relationships(part: string): Relationship[] {
    const relsPart = relationshipsPartOf(part);
    return this.has(relsPart) ? readRelationships(this.text(relsPart), relsPart, part) : [];
  }
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export function readRelationships(xml: string, relsPart: string, source: string): Relationship[] {
  const scanner = new XmlScanner(xml, relsPart);
  const found: Relationship[] = [];
  while (scanner.next()) {
    if (!scanner.is('Relationship')) continue;
    const target = scanner.attribute('Target');
    if (target === undefined) continue;
    const type = scanner.attribute('Type') ?? '';
    const external = scanner.attribute('TargetMode') === 'External';
    found.push({
      id: scanner.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolveTarget(source, target),
      external,
    });
  }
  return found;
}

/** Targets are relative to the folder of the part that points, or absolute with a leading slash. */
export function resolveTarget(source: string, target: string): string {
  const path = target.replace(/\\/g, '/');
  const from = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') from.pop();
    else if (step !== '' && step !== '.') from.push(step);
  }
  const joined = from.join('/');
  return joined.includes('%') ? decodePercent(joined) : joined;
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** UTF-8 unless a byte order mark says UTF-16. A mark is kept in the text, so that the part can be written back as it was. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnusableWorkbook('broken-xml', part);
  }
}

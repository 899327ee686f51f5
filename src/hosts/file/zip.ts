/** The zip container of an .xlsx (压缩包): its directory read with guards against bombs and lies, its entries unpacked one at a time. */
import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { nodeZlib } from './node-zlib.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';

/** One file of the container; the offsets point into the container's bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** The whole local record: header, data and any data descriptor. */
  readonly start: number;
  readonly end: number;
  readonly dataStart: number;
  /** Its record in the central directory. */
  readonly recordStart: number;
  readonly recordEnd: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the central directory begins. */
  readonly start: number;
  /** The comment at the very end of the file. */
  readonly comment: Uint8Array;
}

const MEBIBYTE = 1024 * 1024;
/** Nobody's accounts are larger; beyond this a browser tab would die rather than explain. */
const MAX_TOTAL = 1024 * MEBIBYTE;
const MAX_PART = 400 * MEBIBYTE;
/** A million empty formatted rows pack about 30 : 1; a bomb packs close to 1000 : 1. */
const MAX_RATIO = 300;
const RATIO_MATTERS_FROM = 8 * MEBIBYTE;
const END_RECORD = 0x06054b50;
const WIDE_LOCATOR = 0x07064b50;
const WIDE_END_RECORD = 0x06064b50;
const CENTRAL_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;

/** Reads the central directory. Sizes and ratios are judged here, before anything is unpacked. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endRecord = findEndRecord(view);
  const { count, start } = directoryPlace(view, endRecord);
  const raw: Omit<ZipEntry, 'end'>[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > endRecord || view.getUint32(at, true) !== CENTRAL_RECORD) throw new UnusableWorkbook('damaged');
    const entry = readCentralRecord(bytes, view, at);
    raw.push(entry);
    at = entry.recordEnd;
  }
  const entries = withEnds(raw, start);
  refuseBombs(entries);
  return { entries, start, comment: bytes.subarray(endRecord + 22) };
}

function findEndRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END_RECORD) return at;
  throw new UnusableWorkbook('damaged');
}

/** How many entries, and from where on; some writers leave both to the zip64 records, however small the file. */
function directoryPlace(view: DataView, endRecord: number): { readonly count: number; readonly start: number } {
  const plain = { count: view.getUint16(endRecord + 10, true), start: view.getUint32(endRecord + 16, true) };
  if (plain.count !== 0xffff && plain.start !== 0xffffffff) return plain;
  const locator = endRecord - 20;
  if (locator < 0 || view.getUint32(locator, true) !== WIDE_LOCATOR) return plain;
  const wide = Number(view.getBigUint64(locator + 8, true));
  if (wide + 56 > locator || view.getUint32(wide, true) !== WIDE_END_RECORD) throw new UnusableWorkbook('damaged');
  return { count: Number(view.getBigUint64(wide + 32, true)), start: Number(view.getBigUint64(wide + 48, true)) };
}

function readCentralRecord(bytes: Uint8Array, view: DataView, at: number): Omit<ZipEntry, 'end'> {
  const flags = view.getUint16(at + 8, true);
  if (flags & 1) throw new UnusableWorkbook('password');
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const recordEnd = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/');
  const wide = readZip64(view, at, at + 46 + nameLength, extraLength);
  if (wide.start + 30 > view.byteLength || view.getUint32(wide.start, true) !== LOCAL_RECORD) throw new UnusableWorkbook('damaged', name);
  const dataStart = wide.start + 30 + view.getUint16(wide.start + 26, true) + view.getUint16(wide.start + 28, true);
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...wide,
    dataStart,
    recordStart: at,
    recordEnd,
  };
}

/** Sizes and offset; some writers put them into the zip64 extra field even when they are small. */
function readZip64(
  view: DataView,
  at: number,
  extraStart: number,
  extraLength: number,
): { compressedSize: number; size: number; start: number } {
  const found = {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    start: view.getUint32(at + 42, true),
  };
  if (Math.max(found.size, found.compressedSize, found.start) < 0xffffffff) return found;
  for (let extra = extraStart; extra + 4 <= extraStart + extraLength; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue;
    let field = extra + 4;
    for (const key of ['size', 'compressedSize', 'start'] as const) {
      if (found[key] !== 0xffffffff) continue;
      if (field + 8 > view.byteLength) throw new UnusableWorkbook('damaged');
      found[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  return found;
}

/** An entry reaches to the next one; entries that overlap are the trick of the worst bombs. */
function withEnds(raw: readonly Omit<ZipEntry, 'end'>[], directoryStart: number): ZipEntry[] {
  const starts = raw.map((entry) => entry.start).sort((a, b) => a - b);
  const next = new Map(starts.map((start, index) => [start, starts[index + 1] ?? directoryStart]));
  if (next.size !== raw.length) throw new UnusableWorkbook('damaged');
  return raw.map((entry) => {
    const end = next.get(entry.start) as number;
    if (entry.dataStart + entry.compressedSize > end) throw new UnusableWorkbook('damaged', entry.name);
    return { ...entry, end };
  });
}

function refuseBombs(entries: readonly ZipEntry[]): void {
  let total = 0;
  for (const { name, size, compressedSize } of entries) {
    total += size;
    const bomb = size > RATIO_MATTERS_FROM && size > compressedSize * MAX_RATIO;
    if (bomb || size > MAX_PART) throw new UnusableWorkbook('too-big', `${name}: ${inMebibytes(size)}`);
  }
  if (total > MAX_TOTAL) throw new UnusableWorkbook('too-big', inMebibytes(total));
}

function inMebibytes(size: number): string {
  return `${Math.round(size / MEBIBYTE)} MB`;
}

/** Unpacks one entry; never more than the directory announced, and only if the check sum holds. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  let unpacked: Uint8Array;
  if (entry.method === 0) unpacked = packed;
  else if (entry.method === 8) unpacked = inflate(packed, entry);
  else throw new UnusableWorkbook('damaged', entry.name);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) throw new UnusableWorkbook('damaged', entry.name);
  return unpacked;
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    return nodeZlib === undefined ? inflateInScript(packed, entry.size) : inflateInNode(nodeZlib, packed, entry.size);
  } catch (error) {
    throw error instanceof UnusableWorkbook ? error : new UnusableWorkbook('damaged', entry.name);
  }
}

function inflateInNode(zlib: NonNullable<typeof nodeZlib>, packed: Uint8Array, size: number): Uint8Array {
  // One byte more than announced, so that all comes in one piece; Node takes no fewer than 64.
  const unpacked = zlib.inflateRawSync(packed, { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) });
  return new Uint8Array(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength);
}

function inflateInScript(packed: Uint8Array, size: number): Uint8Array {
  // One byte more than announced: enough to see that there is more, never enough to hurt.
  const out = new Uint8Array(size + 1);
  return packed.length <= 4 * MEBIBYTE ? inflateSync(packed, { out }) : inflateInSteps(packed, out);
}

/** Stops as soon as a large entry yields more than it announced, so that a lie costs no time either. */
function inflateInSteps(packed: Uint8Array, out: Uint8Array): Uint8Array {
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length >= out.length) throw new UnusableWorkbook('damaged');
    out.set(chunk, filled);
    filled += chunk.length;
  });
  const step = 256 * 1024;
  for (let at = 0; at < packed.length; at += step) stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  return out.subarray(0, filled);
}

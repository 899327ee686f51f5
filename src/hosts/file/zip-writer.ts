/** Writes a changed package (写回压缩包): what did not change is copied as the very bytes it was, compressed data, order and time stamps included. */
import { deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipDirectory, ZipEntry } from './zip.ts';

export interface ZipChanges {
  /** New content of existing entries, by the name in the directory; null removes one. */
  readonly changed: ReadonlyMap<string, Uint8Array | null>;
  readonly added: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The bits of the header that a rewritten entry keeps: names in UTF-8. */
const UTF8_NAME = 0x0800;
/** Midnight of 1 January 1980, so that the same workbook always gives the same bytes. */
const NO_TIME = 0x00210000;
const DEFLATED = 8;

export function rewriteZip(bytes: Uint8Array, directory: ZipDirectory, changes: ZipChanges): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  const put = (local: Uint8Array, record: Uint8Array): void => {
    new DataView(record.buffer, record.byteOffset).setUint32(42, offset, true);
    pieces.push(local);
    records.push(record);
    offset += local.length;
  };
  // Entries are copied in the order of their data; the directory keeps its own order.
  const order = directory.entries.map((entry, index) => ({ entry, index })).sort((a, b) => a.entry.start - b.entry.start);
  const ranks: number[] = [];
  for (const { entry, index } of order) {
    const content = changes.changed.get(entry.name);
    if (content === null) continue;
    const record = bytes.slice(entry.recordStart, entry.recordEnd);
    if (content === undefined) put(bytes.subarray(entry.start, entry.end), record);
    else putPacked(put, content, entryHeader(bytes, entry));
    ranks.push(index);
  }
  const ordered = records
    .map((record, at) => ({ record, rank: ranks[at] as number }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ record }) => record);
  records.length = 0;
  for (const { name, bytes: content } of changes.added) putPacked(put, content, newHeader(name));
  return join([...pieces, ...withEndRecord([...ordered, ...records], offset, directory.comment)]);
}

/** A package from scratch, deterministic. */
export function createZip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  return rewriteZip(new Uint8Array(), { entries: [], start: 0, comment: new Uint8Array() }, { changed: new Map(), added: files });
}

interface Header {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly time: number;
  readonly madeBy: number;
  readonly attributes: number;
}

function entryHeader(bytes: Uint8Array, entry: ZipEntry): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset + entry.recordStart);
  return {
    name: bytes.subarray(entry.recordStart + 46, entry.recordStart + 46 + view.getUint16(28, true)),
    flags: view.getUint16(8, true) & UTF8_NAME,
    time: view.getUint32(12, true),
    madeBy: view.getUint16(4, true),
    attributes: view.getUint32(38, true),
  };
}

function newHeader(name: string): Header {
  const bytes = new TextEncoder().encode(name);
  return { name: bytes, flags: bytes.length === name.length ? 0 : UTF8_NAME, time: NO_TIME, madeBy: 20, attributes: 0 };
}

function putPacked(put: (local: Uint8Array, record: Uint8Array) => void, content: Uint8Array, header: Header): void {
  const packed = deflateSync(content, { level: 6 });
  const { name, flags, time } = header;
  const local = new Uint8Array(30 + name.length + packed.length);
  const record = new Uint8Array(46 + name.length);
  const localView = new DataView(local.buffer);
  const recordView = new DataView(record.buffer);
  localView.setUint32(0, 0x04034b50, true);
  recordView.setUint32(0, 0x02014b50, true);
  recordView.setUint16(4, header.madeBy, true);
  recordView.setUint32(38, header.attributes, true);
  const crc = crc32(content);
  // Both headers hold the same fields, two bytes apart.
  for (const [view, at] of [
    [localView, 4],
    [recordView, 6],
  ] as const) {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, flags, true);
    view.setUint16(at + 4, DEFLATED, true);
    view.setUint32(at + 6, time, true);
    view.setUint32(at + 10, crc, true);
    view.setUint32(at + 14, packed.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, name.length, true);
  }
  local.set(name, 30);
  local.set(packed, 30 + name.length);
  record.set(name, 46);
  put(local, record);
}

function withEndRecord(records: readonly Uint8Array[], offset: number, comment: Uint8Array): Uint8Array[] {
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, records.length, true);
  view.setUint16(10, records.length, true);
  view.setUint32(
    12,
    records.reduce((sum, record) => sum + record.length, 0),
    true,
  );
  view.setUint32(16, offset, true);
  view.setUint16(20, comment.length, true);
  return [...records, end, comment];
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Opens a file of any kind people send (打开文件): what it is, is judged by its content, never by its name. */
import type { Workbook } from '../../core/workbook/workbook.ts';
import { decodeText, readCsv } from './read-csv.ts';
import { readXls } from './read-xls.ts';
import { readXlsx } from './read-xlsx.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';

export type FileKind = 'xlsx' | 'xls' | 'text';

/** Larger files than this are not accounts. */
const MAX_FILE = 256 * 1024 * 1024;
const ZIP = [0x50, 0x4b];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Old Excel streams without a container (BIFF 2–5). */
const BARE_STREAMS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
];

/** Reads a workbook; `name` is the file's name without its folder. Throws UnusableWorkbook with the reason and the remedy. */
export async function openWorkbook(bytes: Uint8Array, name: string): Promise<Workbook> {
  switch (kindOfFile(bytes)) {
    case 'xlsx':
      return readXlsx(bytes, name);
    case 'xls':
      return readXls(bytes, name);
    case 'text':
      return readCsv(bytes, name);
  }
}

/** What a file is by its first bytes; throws for everything that is no workbook. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new UnusableWorkbook('empty-file');
  if (bytes.length > MAX_FILE) throw new UnusableWorkbook('too-big', `${Math.round(bytes.length / 1048576)} MB`);
  if (startsWith(bytes, ZIP) && (bytes[2] ?? 0) < 9) return 'xlsx';
  if (startsWith(bytes, COMPOUND_FILE)) return kindOfCompoundFile(bytes);
  if (BARE_STREAMS.some((magic) => startsWith(bytes, magic))) return 'xls';
  const beginning = decodeText(sampleOf(bytes)).slice(0, 2000).trimStart();
  if (beginning.startsWith('%PDF-') || beginning.startsWith('{\\rtf')) throw new UnusableWorkbook('not-a-workbook');
  if (/^<(?:\?xml|!doctype|html|head|body|table|meta|style|script)\b/i.test(beginning)) throw new UnusableWorkbook('web-page');
  return 'text';
}

function kindOfCompoundFile(bytes: Uint8Array): FileKind {
  if (hasStream(bytes, 'EncryptedPackage')) throw new UnusableWorkbook('password');
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book') || hasStream(bytes, 'WORKBOOK')) return 'xls';
  if (hasStream(bytes, 'WordDocument')) throw new UnusableWorkbook('word-document');
  if (hasStream(bytes, 'PowerPoint Document')) throw new UnusableWorkbook('presentation');
  throw new UnusableWorkbook('not-a-workbook');
}

/** Whether the container's directory lists a stream: its entries are 128 bytes long, aligned, and begin with the name in UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const nameBytes = (name.length + 1) * 2;
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at + 64] !== nameBytes || bytes[at + 65] !== 0) continue;
    let index = 0;
    while (index < name.length && bytes[at + index * 2] === name.charCodeAt(index) && bytes[at + index * 2 + 1] === 0) index++;
    if (index === name.length) return true;
  }
  return false;
}

/** A first piece that does not cut a character in two, for telling text from other things. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= 8192) return bytes;
  // Cut behind a line end where there is one: line ends are single bytes in every encoding but UTF-16, where the pair is kept whole.
  let cut = bytes.lastIndexOf(10, 8192);
  if (cut < 0) return bytes;
  if (bytes[cut + 1] === 0) cut++;
  return bytes.subarray(0, cut + 1);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The check sum of a zip entry (CRC-32): tells a damaged file from a sound one, four bytes at a time. */
import { nodeZlib } from './node-zlib.ts';

const TABLES: readonly Int32Array[] = makeTables();

function makeTables(): Int32Array[] {
  const tables = [0, 1, 2, 3].map(() => new Int32Array(256));
  const [first, second, third, fourth] = tables as [Int32Array, Int32Array, Int32Array, Int32Array];
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[index] = value;
  }
  const step = (value: number): number => (value >>> 8) ^ (first[value & 0xff] as number);
  for (let index = 0; index < 256; index++) {
    second[index] = step(first[index] as number);
    third[index] = step(second[index] as number);
    fourth[index] = step(third[index] as number);
  }
  return tables;
}

export function crc32(bytes: Uint8Array): number {
  return nodeZlib?.crc32?.(bytes) ?? crc32InScript(bytes);
}

/** The same where there is no Node. */
export function crc32InScript(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = TABLES as unknown as [Int32Array, Int32Array, Int32Array, Int32Array];
  let crc = -1;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
    crc =
      (t3[crc & 0xff] as number) ^ (t2[(crc >>> 8) & 0xff] as number) ^ (t1[(crc >>> 16) & 0xff] as number) ^ (t0[crc >>> 24] as number);
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] as number)) & 0xff] as number);
  return ~crc >>> 0;
}

/** A short check sum (校验码) of a text: tells that it is another one, no more. */

/** Seven letters and digits. FNV-1a: nothing secret is in it. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, '0');
}

/** Unpacking without Node (浏览器里解压): what a browser's script unpacks is the same, and lies cost it as little. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { crc32, crc32InScript } from '../../../src/hosts/file/crc32.ts';
import type { ZipEntry } from '../../../src/hosts/file/zip.ts';

vi.mock('../../../src/hosts/file/node-zlib.ts', async (load) => {
  // One module for both: `useScript` hides Node from whoever asks.
  const { nodeZlib } = await load<{ nodeZlib: unknown }>();
  return {
    get nodeZlib() {
      return useScript ? undefined : nodeZlib;
    },
  };
});

let useScript = false;
const { unpackEntry } = await import('../../../src/hosts/file/zip.ts');

function packed(content: Uint8Array, announced: Partial<ZipEntry> = {}): { readonly bytes: Uint8Array; readonly entry: ZipEntry } {
  const bytes = new Uint8Array(deflateRawSync(content));
  const place = { start: 0, end: bytes.length, dataStart: 0, recordStart: 0, recordEnd: 0 };
  const sizes = { compressedSize: bytes.length, size: content.length, crc: crc32InScript(content) };
  return { bytes, entry: { name: 'xl/worksheets/sheet1.xml', method: 8, ...sizes, ...place, ...announced } };
}

function unpackedBy(script: boolean, { bytes, entry }: ReturnType<typeof packed>): Uint8Array {
  useScript = script;
  return unpackEntry(bytes, entry);
}

describe.each([
  ['Node', false],
  ['a browser', true],
])('unpacking in %s', (_, script) => {
  it('gives back what was packed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 1, max: 40 }), (piece, times) => {
        const content = new Uint8Array(Array.from({ length: times }, () => [...piece]).flat());
        expect(unpackedBy(script, packed(content))).toEqual(content);
        expect(crc32(content)).toBe(crc32InScript(content));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['more than announced', { size: 10 }],
    ['nothing announced', { size: 0 }],
    ['less than announced', { size: 200_000 }],
    ['another check sum', { crc: 1 }],
    ['half of it lost', { compressedSize: 60 }],
  ])('refuses an entry of %s', (_name, announced) => {
    const content = new Uint8Array(100_000).map((__, at) => (at * at) % 251);
    expect(() => unpackedBy(script, packed(content, announced))).toThrow(expect.objectContaining({ reason: 'damaged' }));
  });
});

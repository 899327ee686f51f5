/** Small texts kept inside the workbook (随工作簿保存的设置): one custom XML part of our own, the same whether Excel or we have written the file. */

/** By this namespace Excel finds the part among those of other programs. */
export const REMEMBERED_NAMESPACE = 'urn:tieout:remembered';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The part as XML; names and texts must hold no control characters. */
export function rememberedXml(texts: ReadonlyMap<string, string>): string {
  const entries = [...texts].map(([name, text]) => `<text name="${escaped(name)}">${escaped(text)}</text>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<remembered xmlns="${REMEMBERED_NAMESPACE}">${entries.join('')}</remembered>`;
}

/** Read with care: other programs write the part anew, with quotes and prefixes of their own. What is not ours gives nothing. */
export function readRememberedXml(xml: string): ReadonlyMap<string, string> {
  if (!xml.includes(REMEMBERED_NAMESPACE)) return new Map();
  // An empty text may have become an element without an end tag.
  const found = xml.matchAll(/<(?:\w+:)?text\s+name=(["'])([^<]*?)\1\s*(?:\/>|>([^<]*)<\/)/g);
  return new Map([...found].map(([, , name = '', text = '']) => [plain(name), plain(text)]));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&quot;'));
}

function plain(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex: string | undefined, decimal: string | undefined, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Reads text tables (csv、tsv、txt): the encoding (UTF-8、UTF-16、GB18030) and the separator are found out, every cell stays exactly as typed. */
import { sheetFromRows, type Workbook } from '../../core/workbook/workbook.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';

const SEPARATORS = [',', '\t', ';', '|'] as const;
/** Enough lines to judge the separator by. */
const SAMPLE = 64 * 1024;

/** One sheet, named after the file. Numbers stay text as typed, so that «1.50» and «00123» lose nothing: the core parses them. */
export function readCsv(bytes: Uint8Array, name: string): Workbook {
  const text = decodeText(bytes);
  const rows = trimmed(splitRows(text, findSeparator(text)));
  return { name, sheets: [sheetFromRows(sheetNameOf(name), rows)], date1904: false };
}

/** Spreadsheets fill up every line with separators: empty cells at the end are not stored. */
function trimmed(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const upToLast = <Item extends { readonly length: number }>(items: readonly Item[]): readonly Item[] => {
    let end = items.length;
    while (end > 0 && items[end - 1]?.length === 0) end--;
    return items.slice(0, end);
  };
  return upToLast(rows.map(upToLast));
}

function sheetNameOf(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.(?:csv|tsv|tab|txt)$/i, '');
  return base === '' ? 'Sheet1' : base;
}

/** A byte order mark decides; then NUL bytes betray UTF-16; then valid UTF-8; then GB18030, which contains GBK and GB2312. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  for (const candidate of encoding === undefined ? ['utf-8', 'gb18030'] : [encoding]) {
    try {
      const text = new TextDecoder(candidate, { fatal: true }).decode(bytes);
      if (!isBinary(text)) return text;
    } catch {
      // Not this encoding.
    }
  }
  // A file cut off within a character, or with one bad byte, is still a table: what cannot be read shows as �.
  const lossy = new TextDecoder(encoding ?? 'gb18030').decode(bytes);
  if (isBinary(lossy) || lossy.split('\uFFFD').length - 1 > 1 + lossy.length / 1000) throw new UnusableWorkbook('not-a-workbook');
  return lossy;
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, 4096);
  for (let at = 0; at < length; at++) {
    if (bytes[at] !== 0) continue;
    if ((at & 1) === 0) even++;
    else odd++;
  }
  // Separators, digits and line ends have one zero byte each in UTF-16.
  if (odd > length / 20 && even < odd / 8) return 'utf-16le';
  if (even > length / 20 && odd < even / 8) return 'utf-16be';
  return undefined;
}

function isBinary(text: string): boolean {
  return /[\u0000-\u0008\u000E-\u0019\u001C-\u001F]/.test(text);
}

/** The separator that splits the most lines into the same number of cells, more than one. */
function findSeparator(text: string): string {
  const sample = text.slice(0, SAMPLE);
  let best: string = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const widths = splitRows(sample, separator)
      .filter((row) => row.length > 1)
      .map((row) => row.length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const score = Math.max(0, ...[...counts].map(([width, count]) => count * Math.min(width, 20))) + widths.length / 1000;
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

/** Quotes protect separators and line breaks; doubled quotes stand for one. */
function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const special = new RegExp(`[${separator === '|' ? '\\|' : separator}\r\n]`, 'g');
  let at = 0;
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      let content = '';
      let from = at + 1;
      let quote = text.indexOf('"', from);
      while (quote >= 0 && text[quote + 1] === '"') {
        content += text.slice(from, quote + 1);
        from = quote + 2;
        quote = text.indexOf('"', from);
      }
      field = content + text.slice(from, quote < 0 ? text.length : quote);
      at = quote < 0 ? text.length : quote + 1;
    } else field = '';
    special.lastIndex = at;
    const end = special.exec(text)?.index ?? text.length;
    row.push(field + text.slice(at, end));
    if (text[end] === separator) {
      at = end + 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

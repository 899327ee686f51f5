/** The text of one part of a .docx with the place of every piece (文字与位置): what a reader sees once all tracked changes are accepted. */
import { CLOSE, EMPTY, OPEN, XmlScanner } from './xml.ts';

/** One `w:t` that is read, or a tab or line break beside it. */
export interface TextPiece {
  readonly text: string;
  /** The whole element in the part's XML; undefined where nothing can be written: tabs, ends of lines. */
  readonly element: { readonly start: number; readonly end: number } | undefined;
  /** The properties of its run (`w:rPr`) as they stand, or nothing. */
  readonly properties: string;
  /** `w:` or whatever the part calls it. */
  readonly prefix: string;
}

export interface PartText {
  readonly pieces: readonly TextPiece[];
  /** Deletions that are still tracked (修订) and were not read. */
  readonly deletions: number;
}

const SKIPPED: ReadonlySet<string> = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'pPrChange', 'rPrChange']);
const BREAKS: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '-' };

/** Throws UnusableWorkbook where the XML is broken. */
export function partText(xml: string, part: string): PartText {
  const scanner = new XmlScanner(xml, part);
  const pieces: TextPiece[] = [];
  let deletions = 0;
  let cells = 0;
  let properties = '';
  let run = -1;
  // Whether each open field, the innermost last, is a table of contents (目录): it repeats the headings and says nothing itself.
  const fields: boolean[] = [];
  const push = (piece: TextPiece): void => {
    if (!fields.includes(true)) pieces.push(piece);
  };
  const separate = (text: string): void => push({ text, element: undefined, properties: '', prefix: '' });
  while (scanner.next()) {
    const { kind, name, start, depth, prefix } = scanner;
    if (kind === CLOSE) {
      if (name === 'r') run = -1;
      if (name === 'tc') {
        cells--;
        separate('\t');
      }
      if (name === 'tr' || (name === 'p' && cells === 0)) separate('\n');
      continue;
    }
    if (name === 'fldChar') {
      const type = scanner.attribute('fldCharType');
      if (type === 'begin') fields.push(false);
      else if (type === 'end') fields.pop();
    } else if (name === 'instrText' && kind === OPEN && fields.length > 0) {
      scanner.next();
      if (/^\s*TOC\b/i.test(scanner.text())) fields[fields.length - 1] = true;
    } else if (SKIPPED.has(name)) {
      if (kind === OPEN && (name === 'del' || name === 'moveFrom')) deletions++;
      scanner.skipElement();
    } else if (name === 'r' && kind === OPEN) [run, properties] = [depth, ''];
    else if (name === 'rPr' && depth === run + 1) {
      scanner.skipElement();
      properties = xml.slice(start, scanner.end);
    } else if (name === 't' && kind === OPEN) {
      scanner.next();
      push({ text: scanner.text(), element: run < 0 ? undefined : { start, end: scanner.end }, properties, prefix });
    } else if (name === 'tc' && kind === OPEN) cells++;
    // Tab stops of a paragraph's properties are called `tab` too.
    else if (run >= 0 && BREAKS[name] !== undefined) separate(BREAKS[name]);
    else if (name === 'p' && kind === EMPTY && cells === 0) separate('\n');
  }
  return { pieces, deletions };
}

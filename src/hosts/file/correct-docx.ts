/** Right figures in a .docx as tracked changes (修订): each with the format of the words it replaces; everything else stays byte for byte. */
import { strToU8 } from 'fflate';
import type { TextPiece } from './docx-text.ts';
import { openDocx } from './read-docx.ts';
import { splice, type Splice } from './splice.ts';
import { escapeXml } from './xml-text.ts';
import { rewriteZip } from './zip-writer.ts';

/** As an audit gives them: places in the text that `readDocx` gives. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const AUTHOR = 'Tieout';

interface Cut {
  readonly from: number;
  readonly to: number;
  /** Undefined in all but the last piece of a change. */
  readonly text: string | undefined;
}

/** The new bytes, and how many of the changes are in them: one that reaches over a tab or the end of a paragraph is left alone. */
export function correctDocx(bytes: Uint8Array, changes: readonly TextChange[]): { readonly bytes: Uint8Array; readonly applied: number } {
  const { file, parts } = openDocx(bytes);
  const changed = new Map<string, Uint8Array>();
  let offset = 0;
  let applied = 0;
  for (const { name, pieces } of parts) {
    const cuts = new Map<TextPiece, Cut[]>();
    const placed = pieces.map((piece) => ({ piece, start: offset, end: (offset += piece.text.length) }));
    for (const { start, end, text } of changes) {
      const touched = placed.filter((place) => place.start < end && place.end > start);
      if (touched.length === 0 || touched.some(({ piece }) => piece.element === undefined)) continue;
      applied++;
      touched.forEach((place, index) => {
        const cut = {
          from: Math.max(start, place.start) - place.start,
          to: Math.min(end, place.end) - place.start,
          text: index === touched.length - 1 ? text : undefined,
        };
        cuts.set(place.piece, [...(cuts.get(place.piece) ?? []), cut]);
      });
    }
    if (cuts.size === 0) continue;
    const xml = file.text(name);
    const nextId = ids(xml);
    changed.set(
      name,
      strToU8(
        splice(
          xml,
          [...cuts].map(([piece, own]) => rewritten(piece, own, nextId)),
        ),
      ),
    );
  }
  return { bytes: rewriteZip(file.bytes, file.directory, { changed, added: [] }), applied };
}

/** The run is closed before a change and opened again behind it, so that all else in it stays where it is. */
function rewritten({ text, element, properties, prefix: w }: TextPiece, cuts: readonly Cut[], nextId: () => number): Splice {
  const words = (from: number, to: number): string => (to > from ? written(w, 't', text.slice(from, to)) : '');
  const by = (kind: 'ins' | 'del', inner: string): string =>
    `<${w}${kind} ${w}id="${nextId()}" ${w}author="${AUTHOR}"><${w}r>${properties}${inner}</${w}r></${w}${kind}>`;
  let xml = '';
  let at = 0;
  for (const cut of [...cuts].sort((a, b) => a.from - b.from)) {
    xml += `${words(at, cut.from)}</${w}r>${by('del', written(w, 'delText', text.slice(cut.from, cut.to)))}`;
    if (cut.text !== undefined) xml += by('ins', written(w, 't', cut.text));
    xml += `<${w}r>${properties}`;
    at = cut.to;
  }
  return { start: element?.start ?? 0, end: element?.end ?? 0, text: xml + words(at, text.length) };
}

function written(prefix: string, name: string, text: string): string {
  return `<${prefix}${name} xml:space="preserve">${escapeXml(text)}</${prefix}${name}>`;
}

/** Numbers that no other mark of the part has. */
function ids(xml: string): () => number {
  let last = 0;
  for (const [, id = '0'] of xml.matchAll(/:id="(\d{1,9})"/g)) last = Math.max(last, Number(id));
  return () => (last += 1);
}

/**
 * Right figures in a .docx as tracked changes (修订), each with the format of the words it replaces, and what a person has to decide as comments (批注)
 * at the words they are about; everything else stays byte for byte.
 */
import { strToU8 } from 'fflate';
import { commentsPart, type NumberedComment, withComments } from './docx-comments.ts';
import type { TextPiece } from './docx-text.ts';
import type { OpcPackage } from './opc-package.ts';
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

/** `otherwise`: the words of a comment where the change cannot be made. */
export interface Replacement extends TextChange {
  readonly otherwise?: string;
}

export interface CorrectedDocument {
  readonly bytes: Uint8Array;
  /** Changes that are in it: one that reaches over a tab or the end of a paragraph is left alone. */
  readonly applied: number;
  /** Comments that are in it: Word has none in footnotes. */
  readonly commented: number;
}

const AUTHOR = 'Tieout';
/** The only part in which Word shows comments. */
const COMMENTED_PART = 'word/document.xml';

interface Cut {
  readonly from: number;
  readonly to: number;
  /** Undefined in all but the last piece of a change. */
  readonly text: string | undefined;
}

/** Where a comment begins or ends within a piece. */
interface Anchor {
  readonly at: number;
  readonly id: number;
  readonly kind: 'start' | 'end';
}

interface Rewriting {
  readonly cuts: Cut[];
  readonly anchors: Anchor[];
}

/** `comments`: the words of each, and the place they are about. */
export function correctDocx(bytes: Uint8Array, changes: readonly Replacement[], comments: readonly TextChange[] = []): CorrectedDocument {
  const { file, parts } = openDocx(bytes);
  const changed = new Map<string, string>();
  const known = commentsPart(file, COMMENTED_PART);
  const written: NumberedComment[] = [];
  let offset = 0;
  let applied = 0;
  for (const { name, pieces } of parts) {
    const xml = file.text(name);
    const nextId = ids(xml + (known === undefined ? '' : file.text(known)));
    const rewritings = new Map<TextPiece, Rewriting>();
    const of = (piece: TextPiece): Rewriting => {
      const found = rewritings.get(piece) ?? { cuts: [], anchors: [] };
      rewritings.set(piece, found);
      return found;
    };
    const placed = pieces.map((piece) => ({ piece, start: offset, end: (offset += piece.text.length) }));
    const left: TextChange[] = [];
    for (const { start, end, text, otherwise } of changes) {
      const touched = placed.filter((place) => place.start < end && place.end > start);
      if (touched.length === 0) continue;
      if (touched.some(({ piece }) => piece.element === undefined)) {
        if (otherwise !== undefined) left.push({ start, end, text: otherwise });
        continue;
      }
      applied++;
      touched.forEach((place, index) =>
        of(place.piece).cuts.push({
          from: Math.max(start, place.start) - place.start,
          to: Math.min(end, place.end) - place.start,
          text: index === touched.length - 1 ? text : undefined,
        }),
      );
    }
    for (const { start, end, text } of name === COMMENTED_PART ? [...comments, ...left] : []) {
      const touched = placed.filter((place) => place.piece.element !== undefined && place.start < end && place.end > start);
      const [first, last] = [touched[0], touched.at(-1)];
      if (first === undefined || last === undefined) continue;
      const id = nextId();
      of(first.piece).anchors.push({ at: Math.max(start, first.start) - first.start, id, kind: 'start' });
      of(last.piece).anchors.push({ at: Math.min(end, last.end) - last.start, id, kind: 'end' });
      written.push({ id, text });
    }
    const splices = [...rewritings].map(([piece, own]) => rewritten(piece, own, nextId));
    if (splices.length > 0) changed.set(name, splice(xml, splices));
  }
  if (written.length > 0) withComments(file, COMMENTED_PART, written, AUTHOR).forEach((xml, name) => changed.set(name, xml));
  return { bytes: packed(file, changed), applied, commented: written.length };
}

/** Parts that `file` does not have are added. */
function packed(file: OpcPackage, parts: ReadonlyMap<string, string>): Uint8Array {
  const changed = new Map<string, Uint8Array>();
  const added: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const [name, xml] of parts) {
    const entry = file.entry(name);
    if (entry === undefined) added.push({ name, bytes: strToU8(xml) });
    else changed.set(entry.name, strToU8(xml));
  }
  return rewriteZip(file.bytes, file.directory, { changed, added });
}

/** The run is closed before a change or a mark and opened again behind it, so that all else in it stays where it is. */
function rewritten({ text, element, properties, prefix: w }: TextPiece, { cuts, anchors }: Rewriting, nextId: () => number): Splice {
  const words = (from: number, to: number): string => (to > from ? writtenAs(w, 't', text.slice(from, to)) : '');
  const by = (kind: 'ins' | 'del', inner: string): string =>
    `<${w}${kind} ${w}id="${nextId()}" ${w}author="${AUTHOR}"><${w}r>${properties}${inner}</${w}r></${w}${kind}>`;
  const marks = anchors.map((anchor) => ({ ...anchor, at: besideCuts(anchor, cuts) }));
  const marksAt = (at: number, kind: Anchor['kind']): string =>
    marks
      .filter((mark) => mark.at === at && mark.kind === kind)
      .map(({ id }) => markXml(w, kind, id))
      .join('');
  const stops = [...new Set([...marks.map(({ at }) => at), ...cuts.map(({ from }) => from)])].sort((a, b) => a - b);
  let xml = '';
  let at = 0;
  for (const stop of stops) {
    const cut = cuts.find(({ from }) => from === stop);
    xml += `${words(at, stop)}</${w}r>${marksAt(stop, 'end')}${marksAt(stop, 'start')}`;
    if (cut !== undefined) {
      xml += by('del', writtenAs(w, 'delText', text.slice(cut.from, cut.to)));
      if (cut.text !== undefined) xml += by('ins', writtenAs(w, 't', cut.text));
    }
    xml += `<${w}r>${properties}`;
    at = cut?.to ?? stop;
  }
  return { start: element?.start ?? 0, end: element?.end ?? 0, text: xml + words(at, text.length) };
}

/** A comment does not begin or end inside what is replaced, but before or behind it. */
function besideCuts({ at, kind }: Anchor, cuts: readonly Cut[]): number {
  const cut = cuts.find(({ from, to }) => from < at && at < to);
  if (cut === undefined) return at;
  return kind === 'start' ? cut.from : cut.to;
}

function markXml(w: string, kind: Anchor['kind'], id: number): string {
  return kind === 'start'
    ? `<${w}commentRangeStart ${w}id="${id}"/>`
    : `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`;
}

function writtenAs(prefix: string, name: string, text: string): string {
  return `<${prefix}${name} xml:space="preserve">${escapeXml(text)}</${prefix}${name}>`;
}

/** Numbers that no other mark has. */
function ids(xml: string): () => number {
  let last = 0;
  for (const [, id = '0'] of xml.matchAll(/:id="(\d{1,9})"/g)) last = Math.max(last, Number(id));
  return () => (last += 1);
}

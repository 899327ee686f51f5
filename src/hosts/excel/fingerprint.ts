/** How we know what people have done to a sheet of ours (指纹): short texts kept with the sheet, made of its cells when we wrote them. */
import type { ContentCell, SheetContent } from '../../core/edits/sheet-content.ts';
import { linkFormula, plainText } from './cell-text.ts';

/** What one cell holds, however it got there: `=` and a formula, or the value itself. */
export type Held = string | number | boolean;

export interface HeldCell {
  readonly row: number;
  readonly column: number;
  readonly held: Held;
}

/** What we left with the sheet when we wrote it. */
export interface Traces {
  /** Over all cells and their places. */
  readonly fingerprint: string;
  /** Every value we wrote; only for sheets in which people are asked to type, '' otherwise. */
  readonly written: string;
}

/** While a sheet is being written it carries this; one found later was broken off, and holds nothing of the user's. */
export const UNFINISHED = 'tieout 1 unfinished';
const START = 'tieout 1 ';
/** A sheet with this counts as edited from the start. */
const HAND_WRITTEN = `${START}handwritten`;
/** One value in `written`. */
const WORD = 8;
/** More than this is not kept: such a sheet counts as edited as soon as one cell is. */
const LONGEST = 30_000;

export function tracesOf(content: SheetContent): Traces {
  if (content.holdsHandWriting === true) return { fingerprint: HAND_WRITTEN, written: '' };
  const cells = cellsOfContent(content);
  const asksForInput = content.rows.some((row) => row.some((cell) => cell?.style === 'input' || cell?.style === 'gap'));
  const words = asksForInput ? [...new Set(cells.map(({ held }) => word(held)))].join('') : '';
  return { fingerprint: fingerprintOf(cells), written: words.length <= LONGEST ? words : '' };
}

export function fingerprintOf(cells: readonly HeldCell[]): string {
  const text = cells.map((cell) => `${cell.row},${cell.column}:${canonical(cell.held)}`).join('\n');
  return START + hash(text, 0x811c9dc5) + hash(text, 0x01000193);
}

/** What a sheet of ours will hold once it is written; in a file links stand beside the cell, here they are formulas. */
export function cellsOfContent(content: SheetContent, links: 'formulas' | 'beside-the-cell' = 'formulas'): HeldCell[] {
  return content.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): HeldCell[] => {
      const held = cell === null ? undefined : heldOf(cell, links === 'formulas');
      return held === undefined ? [] : [{ row, column, held }];
    }),
  );
}

function heldOf(cell: ContentCell, withLink: boolean): Held | undefined {
  const { link: _, ...withoutLink } = cell;
  const formula = linkFormula(withLink ? cell : withoutLink);
  if (formula !== undefined) return formula;
  if (typeof cell.value === 'string') return cell.value === '' ? undefined : plainText(cell.value);
  return cell.value ?? undefined;
}

/**
 * Whether the sheet may be written over: it is as we left it; or people are asked to type in it, and whatever they have typed, sorted or
 * moved is ours or stands in the new content too.
 */
export function holdsNothingNew(before: Traces, now: readonly HeldCell[], next: readonly HeldCell[]): boolean {
  if (fingerprintOf(now) === before.fingerprint) return true;
  if (before.written === '') return false;
  const known = new Set(next.map(({ held }) => word(held)));
  for (let at = 0; at < before.written.length; at += WORD) known.add(before.written.slice(at, at + WORD));
  return now.every(({ held }) => known.has(word(held)));
}

/** Whether everything on the sheet is ours by what the content itself says it replaces, or stands in it. */
export function isReplacedBy({ replaces }: SheetContent, now: readonly HeldCell[], next: readonly HeldCell[]): boolean {
  if (replaces === undefined) return false;
  const known = new Set([...replaces.map(word), ...next.map(({ held }) => word(held))]);
  return now.every(({ held }) => known.has(word(held)));
}

function word(held: Held): string {
  return hash(canonical(held), 0x811c9dc5);
}

/** Excel rewrites formulas (quotes, spaces, capitals, @) and rounds numbers to 15 digits; neither is an edit. */
function canonical(held: Held): string {
  if (typeof held === 'number') return `n${Number(held.toPrecision(14))}`;
  if (typeof held === 'boolean') return `b${held}`;
  return held.startsWith('=') ? `f${held.replace(/[\s'@]/g, '').toUpperCase()}` : `t${held}`;
}

/** FNV-1a: enough to tell an edit, and nobody gains by forging it. */
function hash(text: string, start: number): string {
  let state = start;
  for (let at = 0; at < text.length; at++) {
    state ^= text.charCodeAt(at);
    state = Math.imul(state, 0x01000193);
  }
  return (state >>> 0).toString(16).padStart(WORD, '0');
}

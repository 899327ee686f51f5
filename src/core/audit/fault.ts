/** A fault of the wording (文字差错) at its place in a block, turned into a finding at its place in the text. */
import type { LocalText } from '../locale.ts';
import type { CellRef } from '../workbook/address.ts';
import type { AuditFinding, AuditVerdict } from './claim.ts';
import { type Block, GAP, lineOf } from './flow.ts';

export interface Fault {
  readonly block: Block;
  /** Characters of the block; the end is excluded. */
  readonly from: number;
  readonly to: number;
  readonly verdict: AuditVerdict;
  readonly expected?: string;
  readonly sources?: readonly CellRef[];
  /** What to write instead, where that is certain. */
  readonly instead?: string | undefined;
  readonly message: LocalText;
}

export function say(chinese: string, en: string): LocalText {
  return { 'zh-CN': chinese, en };
}

/** `text` is the original that the blocks were read from. */
export function findingOf(text: string, { block, from, to, verdict, expected = '', sources = [], instead, message }: Fault): AuditFinding {
  const { start, end } = placeIn(block, from, to);
  const found = block.text.slice(from, to).split(GAP).join(' ');
  return {
    line: lineOf(text, start),
    offset: start,
    end,
    text: found,
    stated: found,
    expected,
    verdict,
    sources,
    arithmetic: '',
    correction: instead === undefined ? undefined : { start, end, text: instead },
    message,
  };
}

/** Where characters of a block stand in the original. */
export function placeIn(block: Block, from: number, to: number): { readonly start: number; readonly end: number } {
  const start = block.at[from] ?? 0;
  return { start, end: to > from ? (block.at[to - 1] ?? start) + 1 : start };
}

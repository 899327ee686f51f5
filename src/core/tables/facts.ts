/** Facts typed by people (补充资料): reasons, counts, budgets, last year's figures that no table holds. Kept by meaning, never by address. */
import type { Figure } from '../expressions/figure.ts';
import { ZERO } from '../number/decimal.ts';
import { PLAIN } from '../number/unit.ts';
import type { CellRef } from '../workbook/address.ts';

/** Heads the lines of 补充资料 that hold figures of last year's tables. */
export const PRIOR_SECTION = '上年数';

export interface Fact {
  /** Bound by meaning, e.g. `原因/收入支出总体/与上年相比`, `上年/公开05/2010301/合计`; with the year in front (`2023/原因/…`) where the sheet says so. */
  readonly key: string;
  readonly label: string;
  /** As typed, trimmed. */
  readonly text: string;
  /** When what was typed is a number: the same as any figure of a table. Unreadable when two lines of one key disagree. */
  readonly figure: Figure | undefined;
  readonly ref: CellRef;
  /** The other cells of the line, so that the line can be written again. */
  readonly section?: string;
  readonly unit?: string;
  readonly note?: string;
  /** The lines this stands for, where they contradict each other. */
  readonly disagreeing?: readonly Fact[];
}

/** By key; a line that nobody has filled is absent. A line without a key stands under `placeKey(章节, 事项)`. */
export type Facts = ReadonlyMap<string, Fact>;

export const NO_FACTS: Facts = new Map();

/** The key of a line whose 标识 is gone: its section and its item, whatever their spaces, numbering and punctuation. */
export function placeKey(section: string, item: string): string {
  return `@${plain(section)}|${plain(item)}`;
}

/** The key of a line that another department typed. */
export function foreignKey(department: string, key: string): string {
  return `〔${department}〕${key}`;
}

/** Whether the line belongs to another department than the accounts it was read for. */
export function isForeign(key: string): boolean {
  return key.startsWith('〔');
}

/** The key as our own sheet writes it: a workbook copied for the next year must not bring last year's answers along. */
export function yearKey(key: string, year: number | undefined): string {
  return year === undefined ? key : `${year}/${key}`;
}

/** The fact of a key: this year's, or one typed without a year, or the line that stands at the place in the sheet where it is asked for. */
export function findFact(
  facts: Facts,
  key: string,
  year: number | undefined,
  places: readonly { readonly section: string; readonly item: string }[] = [],
): Fact | undefined {
  const [dated, undated] = [facts.get(yearKey(key, year)), facts.get(key)];
  if (dated !== undefined && undated !== undefined) return agree([dated, undated]);
  if (dated !== undefined || undated !== undefined) return dated ?? undated;
  for (const { section, item } of places) {
    const found = facts.get(placeKey(section, item));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Several lines for one thing: one fact where they say the same, and one that cannot be used where they do not. Nobody knows which is meant. */
export function agree(lines: readonly [Fact, ...Fact[]]): Fact {
  const [first] = lines;
  if (lines.every(({ text, unit = '' }) => text === first.text && unit === (first.unit ?? ''))) return first;
  const names = { row: first.label, column: '内容', table: '补充资料', rowKey: first.key, columnKey: 'content' };
  const base: Figure = { ...names, ref: first.ref, reading: { kind: 'blank' }, quantum: ZERO, unit: PLAIN, decimals: 0 };
  const text = [...new Set(lines.map((line) => line.text))].join(' / ');
  return { ...first, text, figure: { ...(first.figure ?? base), reading: { kind: 'unreadable', text } }, disagreeing: lines };
}

function plain(text: string): string {
  return text.replace(/[\s\u00A0\u3000\u200B\uFEFF、，,。.：:（）()【】]/g, '');
}

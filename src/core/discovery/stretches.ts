/** The lines a total would add up if it is one (合计范围), by position and words alone, whatever the figures say. */
import { judge } from './judge.ts';
import type { Lines } from './lines.ts';
import { FAILS, HOLDS } from './signature.ts';
import { LESS_WORD, OF_WHICH_WORD } from './words.ts';

const MOST_GAPS = 4;

/**
 * The lines that a total at this place would add up, before it or after it: to the first gap, and if it is named a total, to further gaps, the next total
 * of its rank or the edge. Each line is walked over a bounded number of times, however many totals there are.
 */
export function stretches(lines: Lines, place: number): readonly (readonly number[])[] {
  const { active } = lines;
  const line = active[place] ?? 0;
  const own = lines.rank[line] ?? 0;
  const found: number[][] = [];
  for (const step of [-1, 1]) {
    const behind = active[place - step];
    // Without a name only the first or the last line of a block can be its total.
    if (own === 0 && behind !== undefined && Math.abs(behind - line) === 1) continue;
    // A total that stands at the end of a block adds up nothing beyond the gap after it.
    const ahead = active[place + step];
    if (behind === line - step && ahead !== line + step) continue;
    const parts: number[] = [];
    let gaps = 0;
    for (let k = place + step; k >= 0 && k < active.length; k += step) {
      const next = active[k] ?? 0;
      const rank = lines.rank[next] ?? 0;
      if (rank > 0 && rank >= own) break;
      const gap = Math.abs(next - (active[k - step] ?? next)) > 1;
      if (gap && parts.length > 0) gaps += 1;
      if (gap && gaps <= MOST_GAPS && parts.length >= 2) found.push([...parts]);
      if (own === 0 && gaps > 0) break;
      parts.push(next);
    }
    if (parts.length >= 2 && (gaps === 0 || own > 0)) found.push(parts);
  }
  return found.map((parts) => parts.sort((a, b) => a - b));
}

/** What of a stretch a total adds up if only its name says that it does: the subtotals where there are any; nothing where 其中 or 减 leaves it open. */
export function addends(lines: Lines, stretch: readonly number[]): readonly number[] {
  const subtotals = stretch.filter((line) => (lines.rank[line] ?? 0) > 0);
  if (subtotals.length > 0) return subtotals;
  return leavesOpen(lines, stretch) ? [] : stretch;
}

/** Whether the line is, wherever it has figures, the sum of one of these stretches: then no other of them is meant. */
export function isAddedUp(lines: Lines, aggregate: number, runs: readonly (readonly number[])[]): boolean {
  return runs.some((parts) => {
    if (parts.length < 2) return false;
    const { status } = judge(lines, { operator: 'sum', aggregate, parts, factor: 1 });
    return status.includes(HOLDS) && !status.includes(FAILS);
  });
}

/** Whether some lines only tell more about another (其中), or are taken off (减), so that position does not tell what is added up. */
export function leavesOpen({ words }: Lines, stretch: readonly number[]): boolean {
  return stretch.some((line) => ((words[line] ?? 0) & (OF_WHICH_WORD | LESS_WORD)) !== 0);
}

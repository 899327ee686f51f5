/** The lines a total would add up if it is one (合计范围), by position and words alone, whatever the figures say. */
import type { Lines } from './lines.ts';

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

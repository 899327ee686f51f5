/** Telling instances (有信息的样本): the places where a line's figure has the most digits, because a coincidence there is the least likely. */
import type { Lines } from './lines.ts';

export function tellingInstances(lines: Lines, line: number, most: number): readonly number[] {
  const start = line * lines.instances;
  const found: { readonly at: number; readonly size: number }[] = [];
  const seen = new Set<number>();
  for (let at = 0; at < lines.instances; at++) {
    const figure = lines.value[start + at] ?? Number.NaN;
    if (Number.isNaN(figure) || figure === 0 || seen.has(figure)) continue;
    seen.add(figure);
    found.push({ at, size: Math.min(12, Math.log10(Math.abs(figure) / (lines.half[start + at] ?? 1))) });
  }
  if (found.length <= most) return found.map(({ at }) => at);
  // Half of them by digits, half spread evenly, so that a pattern of one block is not overlooked.
  const chosen = new Set<number>();
  const spread = Math.ceil(most / 2);
  for (let k = 0; k < spread; k++) {
    const from = Math.floor((k * found.length) / spread);
    const to = Math.floor(((k + 1) * found.length) / spread);
    let best = found[from];
    for (let n = from; n < to; n++) if ((found[n]?.size ?? 0) > (best?.size ?? 0)) best = found[n];
    if (best !== undefined) chosen.add(best.at);
  }
  found.sort((a, b) => b.size - a.size || a.at - b.at);
  for (const { at } of found) {
    if (chosen.size >= most) break;
    chosen.add(at);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Telling instances (有信息的样本): the places where a line's figure has the most digits, because a coincidence there is the least likely. */
import type { Lines } from './lines.ts';

/** Digits beyond these say no more. */
const MOST_DIGITS = 1e12;
/** So many different figures of a long line, evenly spread, stand for all. */
const MOST_LOOKED_AT = 1000;

/** At most `most` instances, in order: half of them by digits, half spread evenly, so that a pattern of one block is not overlooked. */
export function tellingInstances(lines: Lines, line: number, most: number): readonly number[] {
  const start = line * lines.instances;
  const found: number[] = [];
  const sizes: number[] = [];
  const isNew = firstSeen();
  const stride = Math.max(1, Math.ceil(lines.instances / MOST_LOOKED_AT));
  for (let at = 0; at < lines.instances; at += stride) {
    const figure = lines.value[start + at] ?? Number.NaN;
    if (Number.isNaN(figure) || figure === 0 || !isNew(figure)) continue;
    found.push(at);
    sizes.push(Math.min(MOST_DIGITS, Math.abs(figure) / (lines.half[start + at] ?? 1)));
  }
  if (found.length <= most) return found;
  const chosen = new Set<number>();
  const spread = Math.ceil(most / 2);
  for (let k = 0; k < spread; k++) {
    const from = Math.floor((k * found.length) / spread);
    const to = Math.floor(((k + 1) * found.length) / spread);
    chosen.add(largest(sizes, from, to));
  }
  while (chosen.size < most) chosen.add(largest(sizes, 0, found.length, chosen));
  return [...chosen].sort((a, b) => a - b).map((k) => found[k] ?? 0);
}

/** The first of the largest from `from` to before `to`, without those known already. */
function largest(sizes: readonly number[], from: number, to: number, without?: ReadonlySet<number>): number {
  let best = -1;
  for (let k = from; k < to; k++) {
    if ((best === -1 || (sizes[k] ?? 0) > (sizes[best] ?? 0)) && without?.has(k) !== true) best = k;
  }
  return best;
}

const FEW = 24;

/** Whether a figure is met for the first time; most lines are so short that a list is faster than a set. */
function firstSeen(): (figure: number) => boolean {
  const few: number[] = [];
  let many: Set<number> | undefined;
  return (figure) => {
    if (many !== undefined) {
      const before = many.size;
      return many.add(figure).size > before;
    }
    if (few.includes(figure)) return false;
    few.push(figure);
    if (few.length > FEW) many = new Set(few);
    return true;
  };
}

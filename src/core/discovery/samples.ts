/** Telling instances (有信息的样本): the places where a line's figure has the most digits, because a coincidence there is the least likely. */
import type { Lines } from './lines.ts';

/** Digits beyond these say no more. */
const MOST_DIGITS = 1e12;
/** So many different figures of a long line, evenly spread, stand for all. */
const MOST_LOOKED_AT = 1000;

/** At most `most` instances, in order: half of them by digits, half spread evenly, so that a pattern of one block is not overlooked. */
export function tellingInstances(lines: Lines, line: number, most: number): readonly number[] {
  const start = line * lines.instances;
  const found = differentFigures(lines, line);
  if (found.length <= most) return found;
  const { sizes } = shelfOf(lines);
  for (let k = 0; k < found.length; k++) {
    const cell = start + (found[k] ?? 0);
    sizes[k] = Math.min(MOST_DIGITS, Math.abs(lines.value[cell] ?? 0) / (lines.half[cell] ?? 1));
  }
  let count = 0;
  const choose = (k: number): void => {
    if (sizes[k] !== CHOSEN) count += 1;
    sizes[k] = CHOSEN;
  };
  const spread = Math.ceil(most / 2);
  for (let k = 0; k < spread; k++) {
    choose(largest(sizes, Math.floor((k * found.length) / spread), Math.floor(((k + 1) * found.length) / spread)));
  }
  while (count < most) choose(largest(sizes, 0, found.length));
  return found.filter((_, k) => sizes[k] === CHOSEN);
}

/** In place of its size, of a place that has been chosen. */
const CHOSEN = -1;

/** The first of the largest from `from` to before `to` that is not chosen yet. */
function largest(sizes: Float64Array, from: number, to: number): number {
  let best = from;
  for (let k = from + 1; k < to; k++) if ((sizes[k] ?? 0) > (sizes[best] ?? 0)) best = k;
  return best;
}

/** Rates, pairs and running totals ask for the same lines one after another. */
interface Shelf {
  /** What `readFigures` found, by line. */
  readonly figures: (readonly number[] | undefined)[];
  /** Room to compare the figures of one line. */
  readonly sizes: Float64Array;
}

const shelves = new WeakMap<Lines, Shelf>();

function shelfOf(lines: Lines): Shelf {
  let shelf = shelves.get(lines);
  if (shelf === undefined) {
    const sizes = new Float64Array(Math.min(lines.instances, MOST_LOOKED_AT));
    shelves.set(lines, (shelf = { figures: new Array<readonly number[] | undefined>(lines.count), sizes }));
  }
  return shelf;
}

/** The instances at which a line has a figure, not zero, that it has nowhere before. */
function differentFigures(lines: Lines, line: number): readonly number[] {
  return (shelfOf(lines).figures[line] ??= readFigures(lines, line));
}

function readFigures({ value, instances }: Lines, line: number): readonly number[] {
  const start = line * instances;
  const found: number[] = [];
  const isNew = firstSeen();
  const stride = Math.max(1, Math.ceil(instances / MOST_LOOKED_AT));
  for (let at = 0; at < instances; at += stride) {
    const figure = value[start + at] ?? Number.NaN;
    if (!Number.isNaN(figure) && figure !== 0 && isNew(figure)) found.push(at);
  }
  return found;
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

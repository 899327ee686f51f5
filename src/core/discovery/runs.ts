/** Runs (连续求和): a total equals the lines next to it, above or below, up to some line. Every instance votes for where the run ends. */
import type { Lines } from './lines.ts';
import { fillScan, makeScan, type Scan, type Vote, walk } from './scan.ts';
import type { Effort } from './weigh.ts';

export interface Run {
  readonly aggregate: number;
  readonly parts: readonly number[];
  /** Whether a line between the total and its parts is passed over. */
  readonly skips: boolean;
  /** The next line of the view past the run's far end; undefined at the edge. */
  readonly beyond: number | undefined;
  /** Bits of the votes. */
  readonly votes: number;
}

const MOST_SKIPPED = 1;
const MOST_PEAKS = 2;
const MOST_INSTANCES = 400;
const FEWEST_TRIES = 5;
const BOTH_WAYS: readonly boolean[] = [true, false];
/** In place of a count of tries: it was a total somewhere. */
const VOTED = 0xffff;

/** How hard to look. */
export interface Look {
  /** A line that is no total at so many instances is none elsewhere; fewer do in a table with few. */
  readonly patience: number;
  /** Whether one line between a total and its parts may be passed over. */
  readonly skips: boolean;
}

/** What a search for runs needs room for, made once for the many views of the same lines. */
export interface RunRoom {
  readonly scan: Scan;
  /** By target: at how many instances it was no total, or VOTED. */
  readonly tried: Uint16Array;
  /** By target: the last view position before it and the first after it. */
  readonly before: Int32Array;
  /** Those that may still be totals, in front. */
  readonly open: Int32Array;
}

export function roomForRuns({ active, noise }: Lines): RunRoom {
  const { length } = active;
  const integers = (size: number): Int32Array => new Int32Array(size);
  return { scan: makeScan(length, noise), tried: new Uint16Array(length), before: integers(2 * length), open: integers(length) };
}

/** `view`: the lines to add up, in order; the others are looked through. `targets`: the lines that may be the total, in order. */
export function findRuns(
  lines: Lines,
  view: readonly number[],
  targets: readonly number[],
  look: Look,
  effort: Effort,
  { scan, tried, before, open }: RunRoom,
): readonly Run[] {
  const ballots = new Map<number, Vote[]>();
  placeTargets(before, view, targets);
  tried.fill(0, 0, targets.length);
  const { value, half } = lines.across;
  const mostSkipped = look.skips ? MOST_SKIPPED : 0;
  // What is a total at less than half of its places will not be believed.
  const patience = Math.min(look.patience, Math.max(FEWEST_TRIES, Math.ceil(lines.instances / 2)));
  for (let target = 0; target < targets.length; target++) open[target] = target;
  let count = targets.length;
  for (const at of spreadInstances(lines.instances)) {
    if (count === 0) break;
    effort.steps += view.length;
    fillScan(scan, lines, view, at);
    if (scan.count < 2) continue;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const target = open[k] ?? 0;
      const cell = at * lines.count + (targets[target] ?? 0);
      const stated = value[cell] ?? Number.NaN;
      if (!Number.isNaN(stated) && stated !== 0) {
        const found = voteFrom(scan, stated, half[cell] ?? 0, target, before, mostSkipped, ballots, effort);
        tried[target] = found ? VOTED : (tried[target] ?? 0) + ((tried[target] ?? 0) < VOTED ? 1 : 0);
      }
      if ((tried[target] ?? 0) < patience || tried[target] === VOTED) open[kept++] = target;
    }
    count = kept;
  }
  return countBallots(lines, view, targets, before, ballots);
}

/** Looks both ways from a target, directly and past one line; tells whether anything adds up to it. */
function voteFrom(
  scan: Scan,
  stated: number,
  half: number,
  target: number,
  before: Int32Array,
  mostSkipped: number,
  ballots: Map<number, Vote[]>,
  effort: Effort,
): boolean {
  let found = false;
  for (const forward of BOTH_WAYS) {
    for (let skipped = 0; skipped <= mostSkipped; skipped++) {
      const start = forward ? (before[target * 2 + 1] ?? 0) + skipped : (before[target * 2] ?? 0) - skipped;
      const vote = walk(scan, stated, half, start, forward, skipped > 0, effort);
      if (vote === undefined) continue;
      found = true;
      const key = (target * 2 + (forward ? 1 : 0)) * (MOST_SKIPPED + 1) + skipped;
      const votes = ballots.get(key);
      if (votes === undefined) ballots.set(key, [vote]);
      else votes.push(vote);
    }
  }
  return found;
}

/** Instances in an order in which the first few lie far apart; a long table is sampled. */
function spreadInstances(instances: number): Int32Array {
  const count = Math.min(instances, MOST_INSTANCES);
  const places = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const from = Math.floor((k * instances) / count);
    const width = Math.floor(((k + 1) * instances) / count) - from;
    // Not always the first of its part: rows repeat in steps.
    places[k] = from + ((k * 7) % width);
  }
  let step = Math.max(1, Math.round(count * 0.618));
  while (greatestDivisor(step, count) > 1) step -= 1;
  return places.map((_, k) => places[(k * step) % count] ?? 0);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Notes for each target the last view position before it and the first after it. */
function placeTargets(before: Int32Array, view: readonly number[], targets: readonly number[]): void {
  let next = 0;
  for (let target = 0; target < targets.length; target++) {
    const line = targets[target] ?? 0;
    while (next < view.length && (view[next] ?? 0) < line) next += 1;
    before[target * 2] = next - 1;
    before[target * 2 + 1] = view[next] === line ? next + 1 : next;
  }
}

function countBallots(
  lines: Lines,
  view: readonly number[],
  targets: readonly number[],
  before: Int32Array,
  ballots: ReadonlyMap<number, Vote[]>,
): readonly Run[] {
  const runs: Run[] = [];
  for (const [key, cast] of ballots) {
    const skipped = key % (MOST_SKIPPED + 1);
    const side = Math.floor(key / (MOST_SKIPPED + 1));
    const forward = side % 2 === 1;
    const target = Math.floor(side / 2);
    let votes: readonly Vote[] = cast;
    for (let peak = 0; peak < MOST_PEAKS && votes.length > 0; peak++) {
      const best = highestPlateau(votes, forward);
      const start = forward ? (before[target * 2 + 1] ?? 0) + skipped : (before[target * 2] ?? 0) - skipped;
      const near = forward ? best.low : best.high;
      for (const end of new Set([near, naturalEnd(lines, view, near, forward ? best.high : best.low)])) {
        const parts = forward ? view.slice(start, end + 1) : view.slice(end, start + 1);
        const beyond = view[forward ? end + 1 : end - 1];
        runs.push({ aggregate: targets[target] ?? 0, parts, skips: skipped > 0, beyond, votes: best.bits });
      }
      votes = votes.filter((vote) => vote.high < best.low || vote.low > best.high);
    }
  }
  return runs;
}

/** The positions that most bits agree on; among equals the nearest to the total. */
function highestPlateau(votes: readonly Vote[], forward: boolean): Vote {
  const agreed = onePlateau(votes);
  if (agreed !== undefined) return agreed;
  const edges = votes.flatMap((vote) => [
    { at: vote.low, bits: vote.bits },
    { at: vote.high + 1, bits: -vote.bits },
  ]);
  edges.sort((a, b) => a.at - b.at || b.bits - a.bits);
  let level = 0;
  let best: Vote = { low: 0, high: 0, bits: -1 };
  for (let k = 0; k < edges.length; k++) {
    const edge = edges[k];
    if (edge === undefined) continue;
    level += edge.bits;
    const until = edges[k + 1];
    if (until === undefined || until.at === edge.at) continue;
    if (level > best.bits + 1e-9 || (!forward && level > best.bits - 1e-9)) best = { low: edge.at, high: until.at - 1, bits: level };
  }
  return best;
}

/** Where all votes are for the same end, as those for a true total nearly always are. */
function onePlateau(votes: readonly Vote[]): Vote | undefined {
  const [first] = votes;
  if (first === undefined) return undefined;
  const { low, high } = first;
  let bits = 0;
  for (const vote of votes) {
    if (vote.low !== low || vote.high !== high) return undefined;
    bits += vote.bits;
  }
  return { low, high, bits };
}

/** Zeros and blanks past the last part belong to the run up to the next gap or total. */
function naturalEnd(lines: Lines, view: readonly number[], near: number, far: number): number {
  const step = far >= near ? 1 : -1;
  let end = near;
  while (end !== far) {
    const here = view[end] ?? 0;
    const next = view[end + step] ?? here;
    let gap = false;
    for (let line = here + step; line !== next; line += step) if ((lines.figures[line] ?? 0) === 0 && lines.label[line] === '') gap = true;
    if (gap || ((lines.words[next] ?? 0) & 1) !== 0) break;
    end += step;
  }
  return end;
}

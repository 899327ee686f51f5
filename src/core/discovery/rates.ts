/** Rates (比率与增长率): a line that is one line divided by another, or the relative change from one to the other. */
import type { Lines } from './lines.ts';
import { tellingInstances } from './samples.ts';
import type { Formula, Signature } from './signature.ts';
import { cast, countVotes, makeVotes, type Votes } from './votes.ts';
import { type Effort, prior } from './weigh.ts';

export interface Rate {
  readonly formula: Formula;
  /** How far the nearer part lies, and the farther, in lines that hold figures. */
  readonly near: number;
  readonly far: number;
}

const SAMPLES = 10;
/** A line that is no rate at these is none elsewhere. */
const FIRST_SAMPLES = 4;
const REACH = 12;
const MOST_FOR_ONE = 6;
const MOST_BASES = 12;
/** Room for what doubles lose. */
const NEARLY = 1 + 1e-9;

/** `totals`: lines known as totals, possible denominators however far they are. */
export function findRates(lines: Lines, view: readonly number[], totals: ReadonlySet<number>, effort: Effort): readonly Rate[] {
  const found: Rate[] = [];
  const place = new Map(view.map((line, index) => [line, index]));
  const figures = new Float64Array(2 * REACH + MOST_BASES);
  const size = figures.length;
  const votes = makeVotes(4 * size * size);
  const around: Around = { places: [], lines: new Int32Array(size), figures, halves: new Float64Array(size), votes, stated: 0, own: 0 };
  const bases = [...totals].slice(0, MOST_BASES).map((line) => place.get(line) ?? 0);
  for (let own = 0; own < view.length; own++) {
    const from = Math.max(0, own - REACH);
    const to = Math.min(view.length - 1, own + REACH);
    around.places.length = 0;
    for (let k = from; k <= to; k++) if (k !== own) around.places.push(k);
    for (const base of bases) if (base < from || base > to) around.places.push(base);
    around.places.forEach((near, k) => (around.lines[k] = view[near] ?? 0));
    for (const rate of ratesOf(lines, view, own, around, effort)) found.push(rate);
  }
  return found;
}

/** The lines that a rate may be of, by view position, and their figures at one instance; used again for every line. */
interface Around {
  readonly places: number[];
  /** The lines at these places. */
  readonly lines: Int32Array;
  readonly figures: Float64Array;
  readonly halves: Float64Array;
  readonly votes: Votes;
  /** What the line itself says there, and how far that is rounded. */
  stated: number;
  own: number;
}

/** The rates that the line at view position `own` may be. */
function ratesOf(lines: Lines, view: readonly number[], own: number, around: Around, effort: Effort): readonly Rate[] {
  const aggregate = view[own] ?? 0;
  const samples = tellingInstances(lines, aggregate, SAMPLES);
  if (samples.length === 0) return [];
  const { value, half } = lines.across;
  const { votes, places, lines: near, figures, halves } = around;
  const width = places.length;
  for (let turn = 0; turn < samples.length; turn++) {
    if (turn === FIRST_SAMPLES && votes.keys.length === 0) break;
    const start = (samples[turn] ?? 0) * lines.count;
    for (let k = 0; k < width; k++) {
      const cell = start + (near[k] ?? 0);
      figures[k] = value[cell] ?? Number.NaN;
      halves[k] = half[cell] ?? 0;
    }
    around.stated = value[start + aggregate] ?? 0;
    around.own = half[start + aggregate] ?? 0;
    effort.steps += voteRates(around, lines.unit);
  }
  if (votes.keys.length === 0) return [];
  return countVotes(votes, MOST_FOR_ONE, samples.length >= 4 ? 2 : 1).map((key) => {
    const kind = key % 4;
    const pair = Math.floor(key / 4);
    const one = places[Math.floor(pair / width)] ?? 0;
    const other = places[pair % width] ?? 0;
    const operator = kind < 2 ? 'division' : 'relative-change';
    return {
      formula: { operator, aggregate, parts: [view[one] ?? 0, view[other] ?? 0], factor: kind % 2 === 0 ? 1 : 100 },
      near: Math.min(Math.abs(one - own), Math.abs(other - own)),
      far: Math.max(Math.abs(one - own), Math.abs(other - own)),
    };
  });
}

/** Casts a vote for each pair of figures whose quotient or change is what is stated; answers how many steps that took. */
function voteRates({ figures, halves, places, stated, own, votes }: Around, unit: number): number {
  const width = places.length;
  const slack = own * 1.05;
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let widest = 0;
  for (let k = 0; k < width; k++) {
    const size = Math.abs(figures[k] ?? Number.NaN);
    if (!(size > 0)) continue;
    if (size > largest) largest = size;
    if (size < smallest) smallest = size;
    if ((halves[k] ?? 0) > widest) widest = halves[k] ?? 0;
  }
  // The four quotients that would do: a rate or a change, printed as it is or as a percentage.
  const plain = stated / unit;
  const percentage = plain / 100;
  const near = Math.min(Math.abs(plain), Math.abs(percentage), Math.abs(plain + 1), Math.abs(percentage + 1));
  const far = Math.max(Math.abs(plain), Math.abs(percentage), Math.abs(plain + 1), Math.abs(percentage + 1));
  const open = slack / unit;
  // Amounts are no quotients of their like: even by the smallest of them the largest gives too little. Nearly all lines end here.
  if (near > open && (near - open) * (smallest - widest) > (largest + widest) * NEARLY) return width;
  let steps = width;
  for (let b = 0; b < width; b++) {
    const below = figures[b] ?? Number.NaN;
    const size = Math.abs(below);
    if (!(size > 0)) continue;
    const relative = (halves[b] ?? 0) / size;
    if ((near - open) * (1 - relative) * size > (largest + widest) * NEARLY) continue;
    if ((far + open) * (1 + 2 * relative) * size * NEARLY < smallest - widest) continue;
    steps += width;
    // How far what is above may be from what is below, times one of the four.
    const rounding = (halves[b] ?? 0) * (1 + 2 * relative);
    const room = (open * size + widest) * (1 + relative * (1 + 2 * relative)) * NEARLY;
    const plainRoom = room + Math.abs(plain) * rounding;
    const percentageRoom = room + Math.abs(percentage) * rounding;
    const plainChangeRoom = room + Math.abs(plain + 1) * rounding;
    const percentageChangeRoom = room + Math.abs(percentage + 1) * rounding;
    for (let a = 0; a < width; a++) {
      const above = figures[a] ?? Number.NaN;
      if (a === b || above === 0) continue;
      const isNear =
        Math.abs(above - percentage * below) <= percentageRoom ||
        Math.abs(above - plain * below) <= plainRoom ||
        Math.abs(above - (percentage + 1) * below) <= percentageChangeRoom ||
        Math.abs(above - (plain + 1) * below) <= plainChangeRoom;
      if (!isNear) continue;
      const quotient = above / below;
      const spread = (Math.abs(quotient) * relative + (halves[a] ?? 0) / size) * unit;
      const value = quotient * unit;
      const ratio = quotient === 1 ? 0 : vote(stated, value, slack, spread);
      if (ratio !== 0) cast(votes, (a * width + b) * 4 + (ratio === 1 ? 0 : 1));
      const change = vote(stated, value - unit, slack, spread);
      if (change !== 0) cast(votes, (b * width + a) * 4 + (change === 1 ? 2 : 3));
    }
  }
  return steps;
}

/** 1 or 100: the factor by which the stated figure is the value; 0 for neither. */
function vote(stated: number, value: number, slack: number, open: number): 0 | 1 | 100 {
  const off = stated - value;
  const plain = slack + open;
  if (off <= plain && off >= -plain) return 1;
  const hundredfold = stated - value * 100;
  const wide = slack + open * 100;
  return hundredfold <= wide && hundredfold >= -wide ? 100 : 0;
}

/** p = q × c reads q = p ÷ c or c = p ÷ q: the one whose words, decimals and place look like a rate is kept. */
export function preferRates(lines: Lines, signatures: readonly Signature[]): readonly Signature[] {
  const chosen = new Map<string, Signature>();
  const key = ({ aggregate, parts: [above = 0, below = 0] }: Signature): string =>
    `${above} ${Math.min(aggregate, below)} ${Math.max(aggregate, below)}`;
  for (const signature of signatures) {
    if (signature.operator !== 'division') continue;
    const known = chosen.get(key(signature));
    if (known === undefined || looksLikeRate(lines, signature) > looksLikeRate(lines, known)) chosen.set(key(signature), signature);
  }
  return signatures.filter((signature) => signature.operator !== 'division' || chosen.get(key(signature)) === signature);
}

function looksLikeRate(lines: Lines, signature: Signature): number {
  const { aggregate } = signature;
  let decimals = 0;
  let size = 0;
  for (let at = 0; at < lines.instances; at++) {
    const cell = aggregate * lines.instances + at;
    const figure = lines.value[cell] ?? Number.NaN;
    if (Number.isNaN(figure) || figure === 0) continue;
    decimals += Math.max(0, lines.scale - Math.log10(lines.grain[cell] ?? 1));
    size += Math.log10(Math.abs(figure));
  }
  const figures = Math.max(1, lines.figures[aggregate] ?? 1);
  return prior(lines, signature) * 0.3 + decimals / figures - 0.25 * (size / figures) + 0.02 * aggregate;
}

/** Rates (比率与增长率): a line that is one line divided by another, or the relative change from one to the other. */
import type { Lines } from './lines.ts';
import { tellingInstances } from './samples.ts';
import { type Effort, prior } from './weigh.ts';
import type { Formula, Signature } from './signature.ts';

export interface Rate extends Formula {
  readonly operator: 'division' | 'relative-change';
  readonly parts: readonly [number, number];
  /** How far the nearer part lies, and the farther, in lines that hold figures. */
  readonly near: number;
  readonly far: number;
}

const SAMPLES = 10;
const REACH = 12;
const MOST_FOR_ONE = 6;

/** `totals`: lines known as totals, possible denominators however far they are. */
export function findRates(lines: Lines, view: readonly number[], totals: ReadonlySet<number>, effort: Effort): readonly Rate[] {
  const found: Rate[] = [];
  const bases = [...totals].slice(0, 12);
  const place = new Map(view.map((line, index) => [line, index]));
  for (let own = 0; own < view.length; own++) {
    const around = new Set<number>();
    for (let k = Math.max(0, own - REACH); k <= Math.min(view.length - 1, own + REACH); k++) around.add(view[k] ?? 0);
    for (const base of bases) around.add(base);
    around.delete(view[own] ?? 0);
    found.push(...ratesOf(lines, view[own] ?? 0, [...around], (line) => Math.abs((place.get(line) ?? 0) - own), effort));
  }
  return found;
}

function ratesOf(
  lines: Lines,
  aggregate: number,
  around: readonly number[],
  distance: (line: number) => number,
  effort: Effort,
): readonly Rate[] {
  const samples = tellingInstances(lines, aggregate, SAMPLES);
  if (samples.length === 0) return [];
  const width = around.length;
  const votes = new Map<number, number>();
  const figures = new Float64Array(width);
  const halves = new Float64Array(width);
  const scale = 10 ** lines.scale;
  for (const at of samples) {
    const own = aggregate * lines.instances + at;
    const stated = lines.value[own] ?? 0;
    const slack = (lines.half[own] ?? 0) * 1.05;
    for (let k = 0; k < width; k++) {
      figures[k] = lines.value[(around[k] ?? 0) * lines.instances + at] ?? Number.NaN;
      halves[k] = lines.half[(around[k] ?? 0) * lines.instances + at] ?? 0;
    }
    effort.steps += width * width;
    for (let b = 0; b < width; b++) {
      const below = figures[b] ?? 0;
      if (Number.isNaN(below) || below === 0) continue;
      const relative = (halves[b] ?? 0) / Math.abs(below);
      for (let a = 0; a < width; a++) {
        const above = figures[a] ?? 0;
        if (a === b || Number.isNaN(above) || above === 0) continue;
        const quotient = above / below;
        const open = (Math.abs(quotient) * relative + (halves[a] ?? 0) / Math.abs(below)) * scale;
        const value = quotient * scale;
        const ratio = quotient === 1 ? 0 : vote(stated, value, slack, open);
        if (ratio !== 0) cast(votes, (a * width + b) * 4 + (ratio === 1 ? 0 : 1));
        const change = vote(stated, value - scale, slack, open);
        if (change !== 0) cast(votes, (b * width + a) * 4 + (change === 1 ? 2 : 3));
      }
    }
  }
  const enough = samples.length >= 4 ? 2 : 1;
  return [...votes]
    .filter(([, count]) => count >= enough)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_FOR_ONE)
    .map(([key]) => {
      const kind = key % 4;
      const pair = Math.floor(key / 4);
      const one = around[Math.floor(pair / width)] ?? 0;
      const other = around[pair % width] ?? 0;
      return {
        operator: kind < 2 ? 'division' : 'relative-change',
        aggregate,
        parts: [one, other],
        factor: kind % 2 === 0 ? 1 : 100,
        near: Math.min(distance(one), distance(other)),
        far: Math.max(distance(one), distance(other)),
      };
    });
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

function cast(votes: Map<number, number>, key: number): void {
  votes.set(key, (votes.get(key) ?? 0) + 1);
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

/** Totals like the others (同类合计): where block after block ends in a total of its lines, the block whose total does not is looked at. */
import { judge } from './judge.ts';
import { isSameList } from './line-lists.ts';
import type { Lines } from './lines.ts';
import { FAILS, type Formula, HOLDS, type Signature, signatureOf, UNTESTED } from './signature.ts';
import { leavesOpen } from './stretches.ts';
import { byTotal, type SumsByTotal, topLevel } from './uncovered.ts';
import { ENOUGH_BITS } from './weigh.ts';
import { totalRank } from './words.ts';

const FEWEST_HOLDS = 2;
/** Of blocks that keep a layout, so many for each that breaks it: else the layout is none. */
const HOLDS_FOR_EACH = 2;

/** What a total adds up by its place alone: all lines on one side back to the last total, or to the first gap. */
interface Layout {
  readonly step: 1 | -1;
  readonly toGap: boolean;
}

const LAYOUTS: readonly Layout[] = [
  { step: -1, toGap: false },
  { step: -1, toGap: true },
  { step: 1, toGap: false },
  { step: 1, toGap: true },
];

/** The totals that fail where those named alike hold, each with the number of the others as its holds. */
export function sumsLikeSiblings(lines: Lines, signatures: readonly Signature[]): readonly Signature[] {
  const sums = byTotal(signatures.filter(({ operator, bits }) => operator === 'sum' && bits >= ENOUGH_BITS));
  const found = new Map<number, Signature>();
  for (const places of placesByName(lines)) {
    if (places.length <= FEWEST_HOLDS) continue;
    for (const layout of LAYOUTS) {
      const judged = places.map((place) => judgedAs(lines, sums, place, layout)).filter((one) => one !== undefined);
      const fails = judged.filter(({ isHolding }) => !isHolding);
      const holds = judged.length - fails.length;
      if (holds < Math.max(FEWEST_HOLDS, HOLDS_FOR_EACH * fails.length)) continue;
      for (const { formula, status, residual } of fails) {
        if (sums.has(formula.aggregate) || found.has(formula.aggregate)) continue;
        const tested = [...status.keys()].filter((at) => status[at] !== UNTESTED);
        // By the rule of succession one more block keeps the layout with odds of holds + 1 to 1.
        const bits = ENOUGH_BITS + Math.log2(holds + 2);
        const ends = { from: tested[0] ?? 0, to: tested.at(-1) ?? 0 };
        const belief = { holds, fails: tested.length, evidence: 0, bits, witnesses: ['label', 'siblings'] as const };
        found.set(formula.aggregate, signatureOf(formula, { direction: lines.direction, status, residual, ...ends, ...belief }));
      }
    }
  }
  return [...found.values()];
}

/** Places among the active lines of the totals that are named alike. */
function placesByName({ active, kind, rank }: Lines): readonly (readonly number[])[] {
  const byName = new Map<string, number[]>();
  for (const [place, line] of active.entries()) {
    if ((rank[line] ?? 0) === 0) continue;
    const name = totalName(kind[line] ?? '');
    const places = byName.get(name);
    if (places === undefined) byName.set(name, [place]);
    else places.push(place);
  }
  return [...byName.values()];
}

/** «Total …» and «… total» are names of one kind, whatever they are totals of. */
function totalName(kind: string): string {
  const words = kind.split(' ');
  if (totalRank(words[0] ?? '') > 0) return `${words[0] ?? ''} …`;
  return totalRank(words.at(-1) ?? '') > 0 ? `… ${words.at(-1) ?? ''}` : kind;
}

function judgedAs(lines: Lines, sums: SumsByTotal, place: number, layout: Layout) {
  const run = topLevel(runOf(lines, place, layout), sums);
  const parts = layout.step === 1 ? run : [...run].reverse();
  if (parts.length < 2 || leavesOpen(lines, parts)) return undefined;
  const aggregate = lines.active[place] ?? 0;
  const formula: Formula = { operator: 'sum', aggregate, parts, factor: 1 };
  // Nearly every total of a sound table is known to add up just these lines.
  const { status, residual } = sums.get(aggregate)?.find((sum) => isSameList(sum.parts, parts)) ?? judge(lines, formula);
  const isHolding = !status.includes(FAILS);
  return isHolding && !status.includes(HOLDS) ? undefined : { formula, status, residual, isHolding };
}

function runOf({ active, rank, kind }: Lines, place: number, { step, toGap }: Layout): readonly number[] {
  const line = active[place] ?? 0;
  const own = rank[line] ?? 0;
  const run: number[] = [];
  for (let k = place + step; k >= 0 && k < active.length; k += step) {
    const next = active[k] ?? 0;
    if ((rank[next] ?? 0) >= own || kind[next] === kind[line]) break;
    if (toGap && run.length > 0 && Math.abs(next - (active[k - step] ?? next)) > 1) break;
    run.push(next);
  }
  return run;
}

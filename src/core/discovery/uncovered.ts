/** Totals that do not cover their parts (合计漏项): a row was dropped or a total is stale, so the sum fails everywhere and no arithmetic can see it. */
import type { Record } from './equations.ts';
import type { Lines } from './lines.ts';
import { judge } from './judge.ts';
import { FAILS, type Formula, type Signature, UNTESTED } from './signature.ts';
import { branchesOf } from './trees.ts';
import { ENOUGH_BITS } from './weigh.ts';
import { stretches } from './stretches.ts';
import { totalRank } from './words.ts';

export interface Uncovered {
  readonly formula: Formula;
  readonly judged: ReturnType<typeof judge>;
  /** The instance where most is missing. */
  readonly at: number;
  readonly instances: number;
}

interface Demand {
  /** The largest share of the total that may be missing. */
  readonly missing: number;
  readonly instances: number;
  readonly parts: number;
}

const NAMED: Demand = { missing: 0.7, instances: 2, parts: 2 };
const UNNAMED: Demand = { missing: 0.35, instances: 3, parts: 5 };
const CHILDREN: Demand = { missing: 0.5, instances: 3, parts: 3 };

const MOST_CHILDREN = 200;

/** Where the parts come to so much more than the total, the column is one of prices or percentages. */
const FOREIGN_EXCESS = 0.75;

export function findUncovered(lines: Lines, signatures: readonly Signature[], { foreign }: Record): readonly Uncovered[] {
  const sums = signatures.filter(({ operator, bits }) => operator === 'sum' && bits >= ENOUGH_BITS);
  const known = new Set(sums.map(({ aggregate }) => aggregate));
  const added = new Set(sums.flatMap(({ parts }) => [...parts]));
  const found = new Map<number, Uncovered>();
  const look = (aggregate: number, runs: readonly (readonly number[])[], demand: Demand): void => {
    if (known.has(aggregate) || found.has(aggregate)) return;
    for (const run of runs) {
      const formula: Formula = { operator: 'sum', aggregate, parts: topLevel(run, sums), factor: 1 };
      const short = shortfall(lines, formula, foreign, demand);
      if (short === undefined) continue;
      found.set(aggregate, short);
      return;
    }
  };
  for (let place = 0; place < lines.active.length; place++) {
    const line = lines.active[place] ?? 0;
    const runs = stretches(lines, place);
    if (totalRank(lines.label[line] ?? '') > 0) look(line, runs, NAMED);
    else
      look(
        line,
        runs.filter((run) => !run.some((part) => known.has(part) || added.has(part))),
        UNNAMED,
      );
  }
  for (const { line, children } of childrenOfParts(lines, sums)) look(line, [children], CHILDREN);
  for (const { aggregate, parts } of branchesOf(lines)) look(aggregate, [parts], CHILDREN);
  return [...found.values()];
}

/** A run without what its own subtotals add up. */
function topLevel(run: readonly number[], sums: readonly Signature[]): readonly number[] {
  const inside = new Set(run);
  const below = new Set<number>();
  for (const { aggregate, parts } of sums) if (inside.has(aggregate)) for (const part of parts) below.add(part);
  return below.size === 0 ? run : run.filter((line) => !below.has(line));
}

/** Total, a, (lines), b, (lines): what stands between two parts of a sum tells of the first of them; before them, when the total stands last. */
function childrenOfParts(
  { active }: Lines,
  sums: readonly Signature[],
): readonly { readonly line: number; readonly children: readonly number[] }[] {
  const place = new Map(active.map((line, index) => [line, index]));
  const found: { readonly line: number; readonly children: readonly number[] }[] = [];
  for (const { aggregate, parts } of sums) {
    const first = aggregate < Math.min(...parts);
    if (!first && aggregate < Math.max(...parts)) continue;
    const ordered = [...parts].sort((a, b) => (first ? a - b : b - a));
    for (const [k, line] of ordered.entries()) {
      const from = place.get(line) ?? 0;
      const end = ordered[k + 1];
      const until = end === undefined ? (first ? active.length : -1) : (place.get(end) ?? from);
      const children = first ? active.slice(from + 1, until) : active.slice(until + 1, from);
      if (children.length >= CHILDREN.parts && children.length <= MOST_CHILDREN) found.push({ line, children });
    }
  }
  return found;
}

/** Everywhere a little is missing, never too much, and nowhere is there too much of it. */
function shortfall(lines: Lines, formula: Formula, foreign: Uint8Array, demand: Demand): Uncovered | undefined {
  if (formula.parts.length < demand.parts) return undefined;
  const judged = judge(lines, formula);
  let instances = 0;
  let short = 0;
  let most = 0;
  let excess = 0;
  let at = -1;
  for (let instance = 0; instance < lines.instances; instance++) {
    const stated = lines.value[formula.aggregate * lines.instances + instance] ?? Number.NaN;
    if (foreign[instance] === 1 || Number.isNaN(stated) || stated === 0 || judged.status[instance] === UNTESTED) continue;
    const share = (judged.residual[instance] ?? 0) / stated;
    if (share < -FOREIGN_EXCESS) {
      excess += 1;
      continue;
    }
    if (share > demand.missing || share < -0.001) return undefined;
    instances += 1;
    if (judged.status[instance] !== FAILS) continue;
    short += 1;
    if (share <= most) continue;
    most = share;
    at = instance;
  }
  if (at === -1 || instances < demand.instances || short < 0.6 * instances || short < 2 || excess > instances) return undefined;
  return { formula, judged, at, instances };
}

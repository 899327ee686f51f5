/** Totals that do not cover their parts (合计漏项): a row was dropped or a total is stale, so the sum fails everywhere and no arithmetic can see it. */
import type { Record } from './equations.ts';
import { extentOf, firstFrom } from './line-lists.ts';
import { haveSameFigures, type Lines } from './lines.ts';
import { judge } from './judge.ts';
import { FAILS, type Formula, HOLDS, type Signature, UNTESTED } from './signature.ts';
import { branchesOf } from './trees.ts';
import { ENOUGH_BITS } from './weigh.ts';
import { addends, isAddedUp, leavesOpen, stretches } from './stretches.ts';
import { isPlainTotal } from './words.ts';

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

const NAMED: Demand = { missing: 0.8, instances: 2, parts: 2 };
const UNNAMED: Demand = { missing: 0.35, instances: 3, parts: 5 };
const CHILDREN: Demand = { missing: 0.5, instances: 3, parts: 3 };
const LIKE_SIBLINGS: Demand = { missing: 0.5, instances: 3, parts: 2 };

const FEWEST_CHILDREN = Math.min(CHILDREN.parts, LIKE_SIBLINGS.parts);
const MOST_CHILDREN = 200;
/** Of the rest, tables name the most important only. */
const REST = /^[\s\u3000]*(?:其他|其它|其余|others?\b|rest\b)/i;

/** Where the parts come to so much more than the total, the column is one of prices or percentages. */
const FOREIGN_EXCESS = 0.75;

export function findUncovered(lines: Lines, signatures: readonly Signature[], { foreign }: Record): readonly Uncovered[] {
  const sums = signatures.filter(({ operator, bits, status }) => operator === 'sum' && bits >= ENOUGH_BITS && holdsMostly(status));
  const known = byTotal(sums);
  const added = new Set(sums.flatMap(({ parts }) => [...parts]));
  const found = new Map<number, Uncovered>();
  const look = (aggregate: number, runs: readonly (readonly number[])[], demand: Demand): void => {
    if (found.has(aggregate)) return;
    for (const run of runs) {
      // 原值, 减：折旧, 净值.
      if (leavesOpen(lines, run)) continue;
      const formula: Formula = { operator: 'sum', aggregate, parts: topLevel(run, known), factor: 1 };
      const short = shortfall(lines, formula, foreign, demand);
      if (short === undefined) continue;
      found.set(aggregate, short);
      return;
    }
  };
  for (let place = 0; place < lines.active.length; place++) {
    const line = lines.active[place] ?? 0;
    if (known.has(line) || repeatsNeighbour(lines, place)) continue;
    const runs = stretches(lines, place);
    if ((lines.rank[line] ?? 0) > 0 && isPlainTotal(lines.label[line] ?? '')) {
      const named = runs.map((run) => addends(lines, run));
      if (!isAddedUp(lines, line, named)) look(line, named, NAMED);
    } else
      look(
        line,
        runs.filter((run) => !run.some((part) => known.has(part) || added.has(part))),
        UNNAMED,
      );
  }
  for (const { line, children, isLike } of childrenOfParts(lines, sums, known)) {
    if (!known.has(line) && !REST.test(lines.label[line] ?? '')) look(line, [children], isLike ? LIKE_SIBLINGS : CHILDREN);
  }
  for (const { line, children } of childrenBeside(lines, sums, known)) look(line, [children], CHILDREN);
  for (const { aggregate, parts } of branchesOf(lines)) {
    if (!known.has(aggregate)) look(aggregate, [parts], isPlainTotal(lines.label[aggregate] ?? '') ? NAMED : CHILDREN);
  }
  return [...found.values()];
}

/** A total that says the same as the next line with figures is that of a block of one line. */
function repeatsNeighbour(lines: Lines, place: number): boolean {
  const { active } = lines;
  const line = active[place] ?? 0;
  return [active[place - 1], active[place + 1]].some((other) => other !== undefined && haveSameFigures(lines, line, other));
}

/** A sum that holds at one place and fails at the others is a coincidence there. */
function holdsMostly(status: Uint8Array): boolean {
  let holds = 0;
  let fails = 0;
  for (const one of status) {
    if (one === HOLDS) holds += 1;
    else if (one === FAILS) fails += 1;
  }
  return holds >= fails;
}

/** Sums by the line they make up, so that they are found without going through all sums. */
export type SumsByTotal = ReadonlyMap<number, readonly Signature[]>;

export function byTotal(sums: readonly Signature[]): SumsByTotal {
  const index = new Map<number, Signature[]>();
  for (const sum of sums) {
    const list = index.get(sum.aggregate);
    if (list === undefined) index.set(sum.aggregate, [sum]);
    else list.push(sum);
  }
  return index;
}

/** A run without what its own subtotals add up. */
export function topLevel(run: readonly number[], sums: SumsByTotal): readonly number[] {
  const subtotals = run.flatMap((line) => sums.get(line) ?? []);
  if (subtotals.length === 0) return run;
  const below = new Set(subtotals.flatMap(({ parts }) => parts));
  return run.filter((line) => !below.has(line));
}

interface Family {
  readonly line: number;
  readonly children: readonly number[];
  /** Whether another line of the same total is the sum of its children. */
  readonly isLike: boolean;
}

/** Total, a, (lines), b, (lines): what stands between two parts of a sum tells of the first of them; where the total stands last, of either. */
function childrenOfParts({ active }: Lines, sums: readonly Signature[], known: SumsByTotal): readonly Family[] {
  const place = new Map(active.map((line, index) => [line, index]));
  const found: Family[] = [];
  for (const { aggregate, parts } of sums) {
    const { low, high } = extentOf(parts);
    if (low < aggregate && aggregate < high) continue;
    const isFirst = aggregate < low;
    for (const step of isFirst ? [1] : [1, -1]) {
      const ordered = [...parts].sort((a, b) => (a - b) * step);
      const edge = step === -1 ? -1 : isFirst ? active.length : (place.get(aggregate) ?? active.length);
      const beside = (k: number): Between | undefined => {
        const line = ordered[k];
        const next = ordered[k + 1];
        if (line === undefined) return undefined;
        const from = place.get(line) ?? 0;
        const until = next === undefined ? edge : (place.get(next) ?? from);
        return step === 1 ? { line, start: from + 1, end: until } : { line, start: until + 1, end: from };
      };
      const makesUp = (family: Between | undefined, within: Between): boolean =>
        family !== undefined && isWithin(known.get(family.line)?.at(-1)?.parts, within, place);
      const isOwnFamily = (family: Between | undefined): boolean => family !== undefined && makesUp(family, family);
      let like: ReadonlySet<number> | undefined;
      for (let k = 0; k < ordered.length; k++) {
        const family = beside(k);
        // Nearly all parts stand next to one another.
        if (family === undefined || family.end - family.start < FEWEST_CHILDREN || family.end - family.start > MOST_CHILDREN) continue;
        // Lines that make up a neighbour are not one's own.
        if (makesUp(beside(k + 1), family) || makesUp(beside(k - 1), family)) continue;
        like ??= new Set(ordered.filter((_, other) => isOwnFamily(beside(other))));
        const { line, start, end } = family;
        const isLike = like.size > (like.has(line) ? 1 : 0);
        found.push({ line, children: active.slice(start, end), isLike });
      }
    }
  }
  return found;
}

/** The lines between two parts of a total, as places among the active ones: `end` is the first that is no more of them. */
interface Between {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

function isWithin(parts: readonly number[] | undefined, { start, end }: Between, place: ReadonlyMap<number, number>): boolean {
  return (
    parts?.every((part) => {
      const at = place.get(part) ?? -1;
      return at >= start && at < end;
    }) === true
  );
}

/** Total, (lines), a, b, …: a total of what stands further on, which the lines next to it make up once more. */
function childrenBeside(
  { active }: Lines,
  sums: readonly Signature[],
  known: SumsByTotal,
): readonly { readonly line: number; readonly children: readonly number[] }[] {
  return sums.flatMap(({ aggregate, parts }) => {
    const { low } = extentOf(parts);
    if (low < aggregate) return [];
    const children = active.slice(firstFrom(active, aggregate + 1), firstFrom(active, low));
    const isBetween = (line: number): boolean => line > aggregate && line < low;
    const isKnown = known.get(aggregate)?.some((other) => other.parts.some((part) => part < low)) === true;
    // Gross profit, (expenses), expenses in all, net profit: the lines between are those of a part.
    const areOfPart = parts.some((part) => known.get(part)?.some((other) => other.parts.some(isBetween)) === true);
    return isKnown || areOfPart || children.length > MOST_CHILDREN ? [] : [{ line: aggregate, children }];
  });
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
    // What is kept secret or was not collected («x», «…») is missing for a reason.
    if (lacksFigures(lines, formula, instance)) continue;
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

function lacksFigures({ value, instances }: Lines, { parts }: Formula, at: number): boolean {
  return parts.some((part) => Number.isNaN(value[part * instances + at] ?? Number.NaN));
}

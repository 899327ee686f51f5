/** Where the fault is (定位): of all causes that could explain the broken relations, the one that explains most and contradicts least, again and again until nothing is left. */
import { refKey } from '../workbook/address.ts';
import { shiftedBlocks } from './blocks.ts';
import { brokenEquations, type Cause, type Search, suspect } from './cause.ts';
import { type Equation, type Evidence, holds } from './evidence.ts';
import type { Suspect } from './finding.ts';
import { movedAmounts } from './moved.ts';
import { wholeRows } from './rows.ts';
import { singleCells } from './single-cells.ts';
import { unitSlips } from './units.ts';

/** One root cause and every broken relation it explains. */
export interface Located {
  readonly cause: Cause | undefined;
  readonly equations: readonly Equation[];
  readonly suspects: readonly Suspect[];
}

// A cause that contradicts as much as it explains is no explanation.
const ACCEPTED = 0.05;
const MOST_SUSPECTS = 6;

export function localise(evidence: Evidence): readonly Located[] {
  let search: Search = { evidence, base: new Map(), standing: evidence.equations.map(({ judgement }) => judgement.verdict !== 'broken') };
  const located: Located[] = [];
  while (brokenEquations(search).length > 0) {
    const singles = singleCells(search);
    const best = bestOf(search, singles);
    if (best === undefined || best.score < ACCEPTED || best.fixed.length === 0) return [...located, ...leftovers(search, singles)];
    located.push(...locatedBy(best, singles));
    search = accept(search, best);
  }
  return located;
}

function bestOf(search: Search, singles: readonly Cause[]): Cause | undefined {
  const single = highest(singles);
  const sound = single !== undefined && single.spoiled.length === 0 ? single.fixed : [];
  const open = brokenEquations(search).filter((equation) => !sound.includes(equation));
  // One cell that explains everything needs no rival; larger causes cost time and are looked for only where much is left.
  if (open.length === 0) return highest([single, ...wholeRows(search)]);
  const moved = single === undefined || single.score < 0.5 ? movedAmounts(search, singles) : [];
  const best = highest([single, ...wholeRows(search), ...moved, ...unitSlips(search)]);
  const left = open.filter((equation) => best?.fixed.includes(equation) !== true);
  return left.length * 2 < open.length ? best : highest([best, ...shiftedBlocks(search, open)]);
}

function highest(causes: readonly (Cause | undefined)[]): Cause | undefined {
  return causes.reduce(
    (best, cause) => (best === undefined || (cause !== undefined && cause.score > best.score) ? cause : best),
    undefined,
  );
}

function accept(search: Search, cause: Cause): Search {
  const base = new Map([...search.base, ...cause.changes]);
  const explained = new Set(cause.fixed);
  const touched = new Set([...cause.changes.keys()].flatMap((key) => search.evidence.byCell.get(key) ?? []));
  // What the repair would break again is a contradiction of this cause, not another fault: it counts as settled.
  const standing = search.evidence.equations.map((equation) => {
    if (explained.has(equation) || search.standing[equation.index] === true) return true;
    return touched.has(equation) && holds(equation, base, search.evidence.options);
  });
  return { ...search, base, standing };
}

// What a person must look at is said cell by cell, the common cause with each; a fault that must be repaired is one finding.
function locatedBy(best: Cause, singles: readonly Cause[]): readonly Located[] {
  if (best.kind !== 'moved' || best.fixed.some(({ relation }) => relation.severity === 'error')) {
    return [{ cause: best, equations: best.fixed, suspects: suspectsOf(best, singles) }];
  }
  return best.suspects.map((suspected) => ({
    cause: best,
    equations: best.fixed.filter(({ cells }) => cells.includes(refKey(suspected.figure.ref))),
    suspects: [suspected],
  }));
}

/** The cause's own cells, then the single cells that explain the same relations nearly as well. */
function suspectsOf(best: Cause, singles: readonly Cause[]): readonly Suspect[] {
  const rivals = singles
    .filter(
      (cause) =>
        cause !== best &&
        cause.spoiled.length === 0 &&
        cause.score > best.score - 0.75 &&
        best.fixed.every((equation) => cause.fixed.includes(equation)),
    )
    .sort((a, b) => b.score - a.score);
  const others = rivals.flatMap((cause) => cause.suspects);
  // «One of twenty empty lines» helps nobody.
  const blank = others.filter(({ slip }) => slip === 'left-blank').length;
  const seen = new Set<string>();
  return [...best.suspects, ...others.filter(({ slip }) => slip !== 'left-blank' || blank < 3)]
    .filter(({ figure }) => {
      const key = refKey(figure.ref);
      return !seen.has(key) && seen.add(key) !== undefined;
    })
    .slice(0, MOST_SUSPECTS);
}

// No cell explains these without contradicting others: what is known is said, and no repair is proposed.
function leftovers(search: Search, singles: readonly Cause[]): readonly Located[] {
  const groups: Equation[][] = [];
  for (const equation of brokenEquations(search)) {
    const group = groups.find((members) => members.some((member) => isSameMatter(search.evidence, member, equation)));
    if (group === undefined) groups.push([equation]);
    else group.push(equation);
  }
  return groups.map((equations) => {
    const cells = new Set(equations[0]?.cells);
    const ranked = singles
      .filter(({ suspects }) => suspects.some(({ figure }) => cells.has(refKey(figure.ref))))
      .sort((a, b) => b.score - a.score);
    const stated = equations[0]?.relation.stated;
    const unrepaired = ranked.flatMap((cause) => cause.suspects).map(({ figure, slip }) => suspect(figure, null, slip));
    const fallback = stated === undefined ? [] : [suspect(stated, null, null)];
    return { cause: undefined, equations, suspects: (unrepaired.length === 0 ? fallback : unrepaired).slice(0, 3) };
  });
}

/** The same difference between the same tables, or limits exceeded in one row or one branch of codes, is one matter. */
function isSameMatter(evidence: Evidence, a: Equation, b: Equation): boolean {
  if (a.relation.stated.ref === b.relation.stated.ref && a.relation.check === b.relation.check) return true;
  if ((a.relation.must === 'equal') !== (b.relation.must === 'equal')) return false;
  if (a.relation.must === 'equal')
    return (
      a.residual.abs().minus(b.residual.abs()).abs().lte(a.slack.plus(b.slack)) &&
      sharesTable(evidence, a, b) &&
      a.relation.check === b.relation.check
    );
  const [left, right] = [a.relation.stated, b.relation.stated];
  if (left.table !== right.table || a.relation.check !== b.relation.check) return false;
  return left.rowKey === right.rowKey || isBranch(left.rowKey, right.rowKey) || isBranch(right.rowKey, left.rowKey);
}

function isBranch(above: string, below: string): boolean {
  return above === 'total' ? /^\d/.test(below) : /^\d/.test(above) && below.startsWith(above);
}

function sharesTable(evidence: Evidence, a: Equation, b: Equation): boolean {
  const tables = (equation: Equation): Set<string> => new Set(equation.cells.flatMap((key) => evidence.figures.get(key)?.table ?? []));
  const right = tables(b);
  return [...tables(a)].some((table) => right.has(table));
}

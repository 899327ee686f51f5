/** Lines that only tell more about another (其中): the run comes to more than the total, by exactly one of its lines, or two. */
import type { Lines } from './lines.ts';
import { judge } from './judge.ts';
import { FAILS, type Formula, UNTESTED } from './signature.ts';
import type { Effort } from './weigh.ts';

const MOST_FOR_PAIRS = 60;

/** The parts without the lines that explain the excess at every instance tested; undefined when no such lines exist. */
export function withoutOfWhich(lines: Lines, formula: Formula, effort: Effort): readonly number[] | undefined {
  const { residual, status } = judge(lines, formula);
  const tested: number[] = [];
  for (let at = 0; at < lines.instances; at++) if (status[at] !== UNTESTED) tested.push(at);
  effort.steps += lines.instances * formula.parts.length;
  if (tested.length < 2) return undefined;
  const [first = 0] = tested.filter((at) => status[at] === FAILS);
  const figure = (line: number, at: number): number => {
    const value = lines.value[line * lines.instances + at] ?? Number.NaN;
    return Number.isNaN(value) ? 0 : value;
  };
  const slack = (at: number): number => (formula.parts.length + 1) * (lines.half[formula.aggregate * lines.instances + at] ?? 0);
  const explains = (extra: number, at: number): boolean => Math.abs((residual[at] ?? 0) + extra) <= slack(at);
  const everywhere = (of: readonly number[]): boolean => {
    let misses = 0;
    for (const at of tested)
      if (
        !explains(
          of.reduce((sum, line) => sum + figure(line, at), 0),
          at,
        )
      )
        misses += 1;
    return misses * 4 <= tested.length;
  };
  const drop = (of: readonly number[]): readonly number[] => formula.parts.filter((part) => !of.includes(part));
  for (const part of formula.parts) if (explains(figure(part, first), first) && everywhere([part])) return drop([part]);
  if (formula.parts.length > MOST_FOR_PAIRS) return undefined;
  for (const [k, one] of formula.parts.entries()) {
    effort.steps += formula.parts.length - k;
    for (const other of formula.parts.slice(k + 1)) {
      if (explains(figure(one, first) + figure(other, first), first) && everywhere([one, other])) return drop([one, other]);
    }
  }
  return undefined;
}

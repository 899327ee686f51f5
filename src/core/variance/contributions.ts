/** What moves a total (变动因素): the parts that explain at least 80 % of what went its way, what ran against it, and the sums the text tells of both. */
import { difference, type Expression, figure, quotient, sum } from '../expressions/expression.ts';
import { Decimal } from '../number/decimal.ts';
import { driversOf } from '../narrative/drivers.ts';
import type { ComparedTable } from './compared-table.ts';
import type { Line } from './line.ts';
import type { Movement } from './movement.ts';

export interface Contributions {
  /** Indices of parts that moved like the total, the largest first. */
  readonly drivers: readonly number[];
  /** What all parts that moved that way come to, and the drivers' share of it. */
  readonly along: Expression;
  readonly covered: Expression;
  /** What all parts that moved the other way come to, and the largest of them where they take back a fifth or more, or are few. */
  readonly against: Expression | undefined;
  readonly offsets: readonly number[];
}

/** So few parts are named however small they are. */
const FEW = 2;

/** Undefined where the line is no total, has not changed, or its parts do not add up to its change. */
export function contributionsOf(
  { lines, compositions }: ComparedTable,
  movements: readonly Movement[],
  total: number,
): Contributions | undefined {
  const whole = movements[total];
  const parts = compositions.partsOf.get(total);
  if (whole === undefined || parts === undefined) return undefined;
  const members = parts.flatMap((index) => {
    const movement = movements[index];
    return movement === undefined ? [] : [{ index, current: movement.current, prior: movement.prior, change: movement.change }];
  });
  // Every figure may be off by half of its last digit, in both periods.
  const step = lines[total]?.current.quantum ?? new Decimal(0);
  const tolerance = parts.reduce((all, part) => all.plus(lines[part]?.current.quantum ?? 0), step);
  const analysis = driversOf(whole, members, tolerance);
  if (analysis === undefined) return undefined;
  const changesOf = (indices: readonly number[]): Expression =>
    sum(indices.flatMap((index) => (lines[index] === undefined ? [] : [changeOf(lines[index])])));
  const along = members.filter(({ change }) => !change.isZero() && change.isNegative() === analysis.change.isNegative());
  const against = members.filter(({ change }) => !change.isZero() && change.isNegative() !== analysis.change.isNegative());
  const drivers = analysis.drivers.map(({ part }) => part.index);
  const told = analysis.offsets.map(({ part }) => part.index);
  const few = [...against].sort((a, b) => b.change.abs().comparedTo(a.change.abs())).map(({ index }) => index);
  const offsets = told.length === 0 && few.length <= FEW ? few : told;
  if (drivers.length === 0) return undefined;
  const all = changesOf(along.map(({ index }) => index));
  return {
    drivers,
    along: all,
    covered: quotient(changesOf(drivers), all),
    offsets,
    against: against.length === 0 ? undefined : changesOf(against.map(({ index }) => index)),
  };
}

function changeOf(line: Line): Expression {
  return difference(figure(line.current), figure(line.prior));
}

/** Which lines are worth a paragraph (重要性标准): those whose change reaches both the amount and the rate; totals of the table always. */
import { constant, type Expression, figure, product } from '../expressions/expression.ts';
import { type Decimal, Decimal as DecimalOf, roundTo, ZERO } from '../number/decimal.ts';
import { totalRank } from '../discovery/words.ts';
import type { ComparedTable } from './compared-table.ts';
import type { Movement } from './movement.ts';
import { plainThreshold } from './read-threshold.ts';

export interface Thresholds {
  /** A ratio: 0.1 is 10 %. */
  readonly rate: Decimal;
  /** In the unit of the table; undefined: a hundredth of the largest total. */
  readonly amount: Decimal | undefined;
}

export const USUAL_THRESHOLDS: Thresholds = { rate: new DecimalOf('0.1'), amount: undefined };

/** What was typed (`plainThreshold`), a rate as percent; anything else is as usual. */
export function thresholdsFrom(percent: string, amount: string): Thresholds {
  const [rate, size] = [plainThreshold(percent, 'rate') ?? '', plainThreshold(amount, 'amount') ?? ''];
  return {
    rate: rate === '' ? USUAL_THRESHOLDS.rate : new DecimalOf(rate).div(100),
    amount: size === '' ? USUAL_THRESHOLDS.amount : new DecimalOf(size),
  };
}

const HUNDREDTH = new DecimalOf('0.01');
/** More paragraphs than this nobody reads: the amount is raised until no more are left. */
const MOST_DETAILS = 60;

/** What was asked of a change, as the text tells it. */
export interface Measure {
  readonly rate: Decimal;
  /** In base units; undefined where no amount is asked. */
  readonly amount: { readonly value: Decimal; readonly expression: Expression; readonly decimals: number } | undefined;
  /** The total of which the amount is a hundredth. */
  readonly total: number | undefined;
}

export interface Selection {
  readonly measure: Measure;
  /** Indices in table order. */
  readonly totals: readonly number[];
  readonly details: readonly number[];
  /** Lines that stay untold. */
  readonly others: readonly number[];
  /** Whether a line reaches the measure: its reason is asked for. */
  readonly reaches: (index: number) => boolean;
}

export function select(
  { lines, compositions, unit: { unit } }: ComparedTable,
  movements: readonly Movement[],
  thresholds: Thresholds,
): Selection {
  const { partsOf, wholeOf } = compositions;
  const size = (index: number): Decimal => movements[index]?.change.abs() ?? ZERO;
  const measureOf = (amount: Measure['amount'], total?: number): Measure => ({ rate: thresholds.rate, amount, total });
  const reachesOf =
    ({ rate, amount }: Measure) =>
    (index: number): boolean => {
      const movement = movements[index];
      if (movement === undefined || movement.change.isZero()) return false;
      const isLarge = amount === undefined || lines[index]?.isMoney !== true || size(index).gte(amount.value);
      return isLarge && (movement.rate === undefined || movement.rate.abs().gte(rate));
    };
  const decimals = Math.max(0, ...lines.filter(({ isMoney }) => isMoney).map((line) => line.decimals));
  const fixed = (value: Decimal): Measure['amount'] => ({ value, expression: constant(value, unit), decimals });
  const isDetail = (index: number): boolean => !partsOf.has(index) && totalRank(lines[index]?.name ?? '') === 0;
  const isTop = (index: number): boolean => !isDetail(index) && !wholeOf.has(index);
  const all = [...lines.keys()].filter((index) => lines[index]?.isOneSided === false);
  let measure =
    thresholds.amount === undefined
      ? hundredthOf(largestTotal())
      : measureOf(thresholds.amount.isZero() ? undefined : fixed(thresholds.amount.times(unit.scale)));
  const sizes = all.filter((index) => isDetail(index) && lines[index]?.isMoney === true && reachesOf(measure)(index)).map(size);
  const least = thresholds.amount === undefined ? sizes.sort((a, b) => b.comparedTo(a))[MOST_DETAILS - 1] : undefined;
  if (least !== undefined && sizes.length > MOST_DETAILS) measure = measureOf(fixed(least));
  const reaches = reachesOf(measure);
  return {
    measure,
    reaches,
    totals: all.filter((index) => !isDetail(index) && (isTop(index) || reaches(index))),
    details: all.filter((index) => isDetail(index) && reaches(index)),
    others: all.filter((index) => !isTop(index) && !reaches(index)),
  };

  function largestTotal(): number | undefined {
    const money = [...partsOf.keys()].filter((index) => lines[index]?.isMoney === true);
    return money.sort((a, b) => (movements[b]?.current.abs() ?? ZERO).comparedTo(movements[a]?.current.abs() ?? ZERO))[0];
  }

  function hundredthOf(total: number | undefined): Measure {
    const line = total === undefined ? undefined : lines[total];
    const whole = total === undefined ? undefined : movements[total]?.current.abs();
    if (line === undefined || whole === undefined || whole.isZero()) return measureOf(undefined);
    const value = roundTo(whole.div(unit.scale).times(HUNDREDTH), decimals).times(unit.scale);
    return measureOf({ value, expression: product(figure(line.current), constant(HUNDREDTH)), decimals }, total);
  }
}

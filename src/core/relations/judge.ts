/** The one evaluator (判定): exact, within-rounding (尾差), broken, or not-judged with its reason. DESIGN §3.1; XBRL Calculations 1.1. */
import { Decimal, ZERO } from '../number/decimal.ts';
import { halfWidth, type Interval, meet, rounded } from '../number/interval.ts';
import { printsWhole, roundInUnit } from '../number/unit.ts';
import { fromWhole, wholeOf } from '../number/whole.ts';
import { evaluate } from '../expressions/evaluate.ts';
import { figuresOf } from '../expressions/sources.ts';
import { wholeFigure, wholeSum } from '../expressions/whole-sum.ts';
import type { Figure } from '../expressions/figure.ts';
import type { Relation } from './relation.ts';

export type Verdict = 'exact' | 'within-rounding' | 'broken' | 'not-judged';

export interface Judgement {
  readonly relation: Relation;
  readonly verdict: Verdict;
  /** All in base units; undefined when not judged. */
  readonly stated: Decimal | undefined;
  readonly expected: Decimal | undefined;
  /** stated − expected, both as printed. */
  readonly difference: Decimal | undefined;
  /** The largest difference that rounding explains. */
  readonly tolerance: Decimal;
  /** Why it was not judged. */
  readonly reason?: NotJudged;
}

export type NotJudged = { readonly kind: 'unreadable'; readonly figure: Figure } | { readonly kind: 'zero-base' };

export interface JudgeOptions {
  /** Rounding differences as their own state, or exact figures wanted (设置：尾差). */
  readonly rounding: 'tolerated' | 'exact';
}

export function judge(relation: Relation, options: JudgeOptions = { rounding: 'tolerated' }): Judgement {
  // Nearly every relation of sound accounts is a sum that holds to the last digit.
  return holdsInWholes(relation) ?? judgeInDecimals(relation, options);
}

/** The judgement of a sum that holds exactly; undefined where it does not, or where whole numbers cannot tell. The same as judgeInDecimals gives. */
function holdsInWholes(relation: Relation): Judgement | undefined {
  const { must, stated: figure } = relation;
  if (figure.reading.kind === 'unreadable') return undefined;
  const stated = figure.reading.kind === 'number' ? figure.reading.value : ZERO;
  const value = wholeOf(stated);
  const own = value === undefined ? undefined : wholeFigure(value, wholeOf(figure.quantum));
  const sum = own === undefined ? undefined : wholeSum(relation.expected);
  if (own === undefined || sum === undefined) return undefined;
  const difference = own.value - sum.value;
  const holds = must === 'equal' ? difference === 0 : must === 'at-most' ? difference <= 0 : difference >= 0;
  // Two values that differ may print alike, or differ by another amount, unless both are printed to their last digit.
  const { unit, decimals } = figure;
  if (!holds || (difference !== 0 && !(printsWhole(own.value, unit, decimals) && printsWhole(sum.value, unit, decimals)))) return undefined;
  return {
    relation,
    verdict: 'exact',
    stated,
    expected: difference === 0 ? stated : fromWhole(sum.value),
    difference: fromWhole(difference),
    tolerance: fromWhole(own.halfWidth + sum.halfWidth),
  };
}

/** `judge` without the short way; both say the same. */
export function judgeInDecimals(relation: Relation, options: JudgeOptions): Judgement {
  const { stated: figure } = relation;
  if (figure.reading.kind === 'unreadable') return notJudged(relation, { kind: 'unreadable', figure });
  const result = evaluate(relation.expected);
  if (result.kind === 'blocked') {
    return notJudged(relation, result.by === 'unreadable' ? { kind: 'unreadable', figure: result.figure } : { kind: 'zero-base' });
  }
  const stated = figure.reading.kind === 'number' ? figure.reading.value : ZERO;
  const statedInterval = rounded(stated, figure.quantum);
  const printedStated = asPrinted(stated, figure);
  const printedExpected = asPrinted(result.value, figure);
  const difference = printedStated.minus(printedExpected);
  const tolerance = halfWidth(statedInterval).plus(halfWidth(result.interval));
  const hidden = options.rounding === 'tolerated' && hidesCents(relation, difference);
  const verdict = hidden ? 'within-rounding' : verdictOf(relation.must, difference, statedInterval, result.interval, options);
  return { relation, verdict, stated, expected: result.value, difference, tolerance };
}

function verdictOf(must: Relation['must'], difference: Decimal, stated: Interval, expected: Interval, options: JudgeOptions): Verdict {
  const holds = must === 'equal' ? difference.isZero() : must === 'at-most' ? difference.lte(0) : difference.gte(0);
  if (holds) return 'exact';
  const possible =
    must === 'equal' ? meet(stated, expected) : must === 'at-most' ? stated.low.lte(expected.high) : stated.high.gte(expected.low);
  return possible && options.rounding === 'tolerated' ? 'within-rounding' : 'broken';
}

// Zero is exact, with one exception: several lines of some 元 each print 0.00 万元, and their total 0.01.
function hidesCents({ must, stated, expected }: Relation, difference: Decimal): boolean {
  if (must !== 'equal' || !difference.abs().eq(stated.quantum) || stated.quantum.isZero()) return false;
  const parts = figuresOf(expected);
  const zeros = parts.filter(({ reading }) => reading.kind === 'number' && reading.value.isZero());
  return (
    zeros.length > 1 && parts.every(({ reading }) => reading.kind === 'blank' || (reading.kind === 'number' && reading.value.isZero()))
  );
}

/** The value rounded to what the figure's column prints, in base units: two figures that print alike are equal. */
export function asPrinted(value: Decimal, figure: Figure): Decimal {
  return roundInUnit(value, figure.unit, figure.decimals);
}

function notJudged(relation: Relation, reason: NotJudged): Judgement {
  return {
    relation,
    verdict: 'not-judged',
    stated: undefined,
    expected: undefined,
    difference: undefined,
    tolerance: new Decimal(0),
    reason,
  };
}

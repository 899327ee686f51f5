/** A relation as the formula of a live mark (活标记): true in any Excel or WPS exactly when the evaluator would call the relation broken (不符). */
import type { Expression } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { figuresOf } from '../expressions/sources.ts';
import { readCell } from '../expressions/to-formula.ts';
import { Decimal, ONE, ZERO } from '../number/decimal.ts';
import { cellAddress } from '../workbook/address.ts';
import type { JudgeOptions } from './judge.ts';
import type { Relation } from './relation.ts';

/** Excel's limit for a formula, less what a mark adds to it. */
const LONGEST = 8000;
/** Of the smallest rounding step: binary arithmetic may miss a decimal by less than this, a figure never. */
const NOISE = new Decimal('0.001');
/** 97.70 % is 0.9770. */
const PERCENT_PLACES = 2;

export interface LiveContext {
  /** What one in the cell of a rate means: 1 where it holds 0.977, 0.01 where it holds 97.7; undefined when that cannot be told. */
  readonly rateScale: (rate: Figure) => Decimal | undefined;
  readonly rounding: JudgeOptions['rounding'];
}

/** What a part is worth, as formulas: its value as it stands, and how far rounding leaves it open, either so much to both sides or between two ends. */
type Range = Even | Ends;

interface Even {
  readonly value: string;
  readonly slack: readonly Slack[];
}

interface Ends {
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

/** Half a rounding step, as long as the cell is not 0: an unused line holds nothing, and is exact. */
interface Slack {
  readonly half: string;
  readonly used: string;
}

interface Writer {
  /** One of the stated figure's unit, in base units. */
  readonly scale: Decimal;
  readonly context: LiveContext;
  /** Conditions without which nothing can be said: a base that is not zero. */
  readonly guards: string[];
}

/**
 * Without the leading «=», with absolute addresses. Undefined when the relation reaches beyond the sheet (a conditional format must not, in files that old
 * programs open), holds a figure that cannot be read, or would be longer than Excel takes: such a relation is marked by what was found when it was checked.
 */
export function brokenFormula(relation: Relation, context: LiveContext): string | undefined {
  const { stated, expected, must } = relation;
  const parts = figuresOf(expected);
  const isHere = ({ ref, reading }: Figure): boolean =>
    reading.kind !== 'unreadable' && (ref.book === 'prior' || ref.sheet === stated.ref.sheet);
  if (![stated, ...parts].every(isHere)) return undefined;
  const writer: Writer = { scale: stated.unit.kind === 'money' ? stated.unit.scale : ONE, context, guards: [] };
  const [left, right] = [figureRange(stated, writer), rangeOf(expected, writer)];
  if (left === undefined || right === undefined) return undefined;
  const places = stated.decimals + (stated.unit.kind === 'rate' ? PERCENT_PLACES : 0);
  const wrong = { equal: '<>', 'at-most': '>', 'at-least': '<' }[must];
  const differs = `${roundFormula(left.value, places)}${wrong}${roundFormula(right.value, places)}`;
  const apart = context.rounding === 'exact' ? [] : [apartFormula(must, left, right, noise(relation, writer))];
  const cents = context.rounding === 'exact' || must !== 'equal' ? [] : hiddenCents(stated, parts, writer);
  const formula = `AND(${[...writer.guards, differs, ...apart, ...cents].join(',')})`;
  return formula.length > LONGEST ? undefined : formula;
}

// A product or a ratio of decimals may come out of binary arithmetic a hair below the half that is rounded up.
function roundFormula(text: string, places: number): string {
  return /[*/]/.test(text) ? `ROUND(${bracket(text)}*(1+1E-14),${places})` : `ROUND(${text},${places})`;
}

/** The two intervals do not meet. */
function apartFormula(must: Relation['must'], stated: Even, expected: Range, noise: string): string {
  if (must === 'equal' && 'slack' in expected) {
    return `ABS(${stated.value}-${bracket(expected.value)})>${[...slackTerms([...stated.slack, ...expected.slack]), noise].join('+')}`;
  }
  const above = `${lowOf(stated)}-${bracket(highOf(expected))}>${noise}`;
  const below = `${bracket(lowOf(expected))}-${bracket(highOf(stated))}>${noise}`;
  return must === 'equal' ? `OR(${above},${below})` : must === 'at-most' ? above : below;
}

// The judge's own exception (judge.ts, hidesCents): several lines of some 元 each print 0.00 万元, and their total 0.01.
function hiddenCents(stated: Figure, parts: readonly Figure[], writer: Writer): readonly string[] {
  if (parts.length < 2 || stated.quantum.isZero() || parts.some(({ ref }) => ref.book === 'prior')) return [];
  const texts = [stated, ...parts].map((part) => figureText(part, writer));
  const [total, ...values] = texts.filter((text) => text !== undefined);
  if (total === undefined || values.length < parts.length) return [];
  const step = stated.quantum.div(writer.scale);
  const typed = parts.filter(({ isText, reading }) => isText === true && reading.kind === 'number').length;
  const cells = parts.filter(({ isText }) => isText !== true).map(({ ref }) => absoluteAddress(ref));
  const filled = [...(cells.length === 0 ? [] : [`COUNT(${cells.join(',')})`]), ...(typed === 0 ? [] : [String(typed)])].join('+');
  const used = values.map((value) => `(${value}<>0)`).join('+');
  return [`OR(${used}>0,${filled === '' ? '0' : filled}<2,ABS(ABS(${total})-${step.toFixed()})>${step.times(NOISE).toFixed()})`];
}

function noise({ stated, expected }: Relation, { scale }: Writer): string {
  const steps = [stated, ...figuresOf(expected)].map(({ quantum }) => quantum).filter((quantum) => !quantum.isZero());
  const smallest = steps.length === 0 ? new Decimal('0.01') : Decimal.min(...steps);
  return smallest.div(scale).times(NOISE).toFixed();
}

function rangeOf(expression: Expression, writer: Writer): Range | undefined {
  switch (expression.kind) {
    case 'figure':
      return figureRange(expression.figure, writer);
    case 'constant': {
      const { value, unit } = expression;
      return exactly((unit.kind === 'money' ? value.div(writer.scale) : value).toFixed());
    }
    case 'sum': {
      const { terms } = expression;
      return combine(
        terms.map(({ of }) => rangeOf(of, writer)),
        (ranges) => sumRange(ranges.map((range, index) => ({ range, isTaken: terms[index]?.sign === -1 }))),
      );
    }
    case 'product':
      return combine(
        expression.factors.map((factor) => rangeOf(factor, writer)),
        ([first = exactly('1'), ...more]) => more.reduce((a, b) => corners(a, b, '*'), first),
      );
    case 'quotient':
      return quotientRange(expression, writer);
    case 'maximum':
      return combine(
        expression.of.map((part) => rangeOf(part, writer)),
        (ranges) => ({
          value: largest(ranges.map(({ value }) => value)),
          low: largest(ranges.map(lowOf)),
          high: largest(ranges.map(highOf)),
        }),
      );
    case 'absolute':
      return combine([rangeOf(expression.of, writer)], ([range = exactly('0')]) => ({
        value: `ABS(${range.value})`,
        low: `MAX(0,${lowOf(range)},-${bracket(highOf(range))})`,
        high: `MAX(ABS(${lowOf(range)}),ABS(${highOf(range)}))`,
      }));
  }
}

// Money cancels out of a ratio; both sides are written in the unit of its first amount, so that cells stand there as they are.
function quotientRange({ numerator, denominator }: Extract<Expression, { kind: 'quotient' }>, writer: Writer): Range | undefined {
  const money = [...figuresOf(numerator), ...figuresOf(denominator)].find(({ unit }) => unit.kind === 'money');
  const inside: Writer = { ...writer, scale: money?.unit.scale ?? writer.scale };
  const [top, base] = [rangeOf(numerator, inside), rangeOf(denominator, inside)];
  if (top === undefined || base === undefined) return undefined;
  writer.guards.push(`${bracket(lowOf(base))}*${bracket(highOf(base))}>0`);
  return corners(top, base, '/');
}

function sumRange(terms: readonly { readonly range: Range; readonly isTaken: boolean }[]): Range {
  const join = (read: (range: Range) => string, readTaken = read): string =>
    terms
      .map(({ range, isTaken }, index) => (isTaken ? `-${bracket(readTaken(range))}` : `${index === 0 ? '' : '+'}${read(range)}`))
      .join('') || '0';
  const value = join((range) => range.value);
  const slacks = terms.map(({ range }) => ('slack' in range ? range.slack : undefined));
  if (slacks.every((slack) => slack !== undefined)) return { value, slack: slacks.flat() };
  return { value, low: join(lowOf, highOf), high: join(highOf, lowOf) };
}

function corners(a: Range, b: Range, operation: '*' | '/'): Range {
  const write = (left: string, right: string): string => `${bracket(left)}${operation}${bracket(right)}`;
  const all = [lowOf(a), highOf(a)].flatMap((left) => [lowOf(b), highOf(b)].map((right) => write(left, right))).join(',');
  return { value: write(a.value, b.value), low: `MIN(${all})`, high: `MAX(${all})` };
}

function figureRange(figure: Figure, writer: Writer): Even | undefined {
  const value = figureText(figure, writer);
  if (value === undefined) return undefined;
  const half = figure.quantum.div(writer.scale).div(2);
  if (half.isZero()) return exactly(value);
  return { value, slack: [{ half: half.toFixed(), used: `(${value}<>0)` }] };
}

function figureText(figure: Figure, { scale, context }: Writer): string | undefined {
  const { ref, reading, unit } = figure;
  if (ref.book === 'prior') {
    const value = reading.kind === 'number' ? reading.value : ZERO;
    return (unit.kind === 'money' ? value.div(scale) : value).toFixed();
  }
  const factor = unit.kind === 'money' ? unit.scale.div(scale) : unit.kind === 'rate' ? context.rateScale(figure) : unit.scale;
  if (factor === undefined) return undefined;
  const cell = readCell(figure, absoluteAddress(ref));
  return factor.eq(1) ? cell : `${cell}*${factor.toFixed()}`;
}

function absoluteAddress(ref: { readonly row: number; readonly column: number }): string {
  return cellAddress(ref).replace(/^([A-Z]+)/, '$$$1$$');
}

function exactly(value: string): Even {
  return { value, slack: [] };
}

function lowOf(range: Range): string {
  return 'low' in range ? range.low : [range.value, ...slackTerms(range.slack)].join('-');
}

function highOf(range: Range): string {
  return 'high' in range ? range.high : [range.value, ...slackTerms(range.slack)].join('+');
}

/** «0.005*((F31<>0)+(F32<>0))»: steps of one size together. */
function slackTerms(slack: readonly Slack[]): readonly string[] {
  const bySize = new Map<string, string[]>();
  for (const { half, used } of slack) bySize.set(half, [...(bySize.get(half) ?? []), used]);
  return [...bySize].map(([half, used]) => `${half}*${used.length === 1 ? used.join('') : `(${used.join('+')})`}`);
}

function largest(texts: readonly string[]): string {
  return texts.length === 0 ? '0' : `MAX(${texts.join(',')})`;
}

function bracket(text: string): string {
  return /^[\w$]+(?:\.\d+)?$/.test(text) ? text : `(${text})`;
}

/** Undefined as soon as one part is. */
function combine(parts: readonly (Range | undefined)[], join: (ranges: readonly Range[]) => Range): Range | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : join(known);
}

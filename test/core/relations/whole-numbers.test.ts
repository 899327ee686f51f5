/** Judging sums in whole numbers is only a quicker way to the same answer: whatever the figures, decimals give the very same one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, valueOf } from '../../../src/core/expressions/evaluate.ts';
import { constant, type Expression, figure, product } from '../../../src/core/expressions/expression.ts';
import type { Figure } from '../../../src/core/expressions/figure.ts';
import { wholeSum } from '../../../src/core/expressions/whole-sum.ts';
import { Decimal, roundTo } from '../../../src/core/number/decimal.ts';
import {
  HUNDRED_MILLION_YUAN,
  PERCENT,
  PLAIN,
  quantumInBase,
  roundInUnit,
  TEN_THOUSAND_YUAN,
  type Unit,
  YUAN,
} from '../../../src/core/number/unit.ts';
import { fromWhole, wholeOf, WHOLES } from '../../../src/core/number/whole.ts';
import { relationKey, withoutRepeats } from '../../../src/core/relations/identity.ts';
import { judge, judgeInDecimals, type Judgement } from '../../../src/core/relations/judge.ts';
import type { Relation } from '../../../src/core/relations/relation.ts';

/** Amounts of all sizes, with more decimals than any column prints, and close to where doubles end. */
const amount: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -30, max: 30 }).map((hundredths) => new Decimal(hundredths).div(100).toString()) },
  { weight: 3, arbitrary: fc.tuple(fc.integer(), fc.integer({ min: 0, max: 9 })).map(([digits, places]) => `${digits}e${-places}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.maxSafeInteger(), fc.integer({ min: -3, max: 12 })).map(([digits, places]) => `${digits}e${-places}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0', '-0', '4999999999.99999', '-4999999999.99999', '5000000000', '99999999999999.99', '0.000005'),
  },
);
const unit: fc.Arbitrary<Unit> = fc.constantFrom(TEN_THOUSAND_YUAN, TEN_THOUSAND_YUAN, YUAN, HUNDRED_MILLION_YUAN, PERCENT, PLAIN);

function figures(cell: fc.Arbitrary<number>): fc.Arbitrary<Figure> {
  return fc
    .tuple(cell, unit, fc.integer({ min: 0, max: 6 }), fc.option(amount, { freq: 6 }))
    .map(([row, of, decimals, printed]): Figure => ({
      ref: { book: 'current', sheet: row % 3 === 0 ? '收入' : '支出', row, column: row % 5 },
      reading: printed === null ? { kind: 'blank' } : { kind: 'number', value: new Decimal(printed).times(of.scale) },
      quantum: quantumInBase(of, decimals),
      unit: of,
      decimals,
      row: '',
      column: '',
      table: '',
      rowKey: '',
      columnKey: '',
    }));
}

const anyCell = fc.integer({ min: 1, max: 12 });
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: figures(anyCell).map(figure) },
    { weight: 1, arbitrary: amount.map((value) => constant(value)) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.record({ sign: fc.constantFrom(1 as const, -1 as const), of: tie('expression') }), { maxLength: 6 })
        .map((terms): Expression => ({ kind: 'sum', terms })),
    },
    { weight: 1, arbitrary: fc.tuple(tie('expression'), tie('expression')).map((factors) => product(...factors)) },
  ),
}));

const NO_WORDS = { 'zh-CN': '', en: '' };
const relations: fc.Arbitrary<Relation> = fc
  .record({
    own: figures(fc.constant(0)),
    expected: expression,
    must: fc.constantFrom('equal' as const, 'at-most' as const, 'at-least' as const),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    // Without it hardly any relation would hold.
    holds: fc.boolean(),
  })
  .map(({ own, expected, must, severity, holds }) => {
    const result = evaluate(expected);
    const stated: Figure = holds && result.kind === 'value' ? { ...own, reading: { kind: 'number', value: result.value } } : own;
    return { check: '', severity, stated, must, expected, why: NO_WORDS };
  });

const printed = ({ verdict, stated, expected, difference, tolerance, reason }: Judgement) => ({
  verdict,
  numbers: [stated, expected, difference, tolerance].map((value) => value?.plus(0).toString()),
  reason,
});

describe('whole numbers', () => {
  it('hold a decimal exactly or not at all', () => {
    fc.assert(
      fc.property(amount, (text) => {
        const value = new Decimal(text);
        const whole = wholeOf(value);
        if (whole === undefined) expect(value.times(WHOLES).isInteger() && value.abs().lt(4_999_999_999)).toBe(false);
        else {
          expect(value.times(WHOLES).eq(whole)).toBe(true);
          expect(fromWhole(whole).eq(value)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('give a sum its value and its interval', () => {
    fc.assert(
      fc.property(expression, (sum) => {
        const whole = wholeSum(sum);
        const exact = evaluate(sum);
        if (whole === undefined || exact.kind !== 'value') return;
        expect(fromWhole(whole.value).eq(exact.value)).toBe(true);
        expect(fromWhole(whole.value).minus(fromWhole(whole.halfWidth)).eq(exact.interval.low)).toBe(true);
        expect(fromWhole(whole.value).plus(fromWhole(whole.halfWidth)).eq(exact.interval.high)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('round in a unit as decimals do, and leave a value that needs no interval the same', () => {
    fc.assert(
      fc.property(amount, unit, fc.integer({ min: 0, max: 8 }), (text, of, decimals) => {
        const value = new Decimal(text);
        expect(roundInUnit(value, of, decimals).eq(roundTo(value.div(of.scale), decimals).times(of.scale))).toBe(true);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(expression, (sum) => {
        const exact = evaluate(sum);
        expect(valueOf(sum)?.plus(0).toString()).toBe(exact.kind === 'value' ? exact.value.plus(0).toString() : undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('judge every relation as decimals do', () => {
    fc.assert(
      fc.property(relations, fc.constantFrom('tolerated' as const, 'exact' as const), (relation, rounding) => {
        expect(printed(judge(relation, { rounding }))).toEqual(printed(judgeInDecimals(relation, { rounding })));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('relations stated more than once', () => {
  it('are found by the cells they are about as surely as by their keys', () => {
    const loudness = { error: 2, warning: 1, info: 0 };
    fc.assert(
      fc.property(fc.array(relations, { maxLength: 8 }), (all) => {
        // Some of them again, turned round: a + b − c = 0 with another of the three stated.
        const again = all.flatMap((relation): Relation[] =>
          relation.expected.kind === 'figure'
            ? [{ ...relation, severity: 'error', stated: relation.expected.figure, expected: figure(relation.stated) }]
            : [relation],
        );
        const byKey = new Map<string, Relation>();
        for (const relation of [...all, ...again]) {
          const known = byKey.get(relationKey(relation));
          if (known === undefined || loudness[relation.severity] > loudness[known.severity]) byKey.set(relationKey(relation), relation);
        }
        expect(withoutRepeats([...all, ...again])).toEqual([...byKey.values()]);
      }),
    );
  });
});

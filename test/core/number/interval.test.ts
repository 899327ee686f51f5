/** The rounding rule that decides whether accountants trust us. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, decimalFromDouble, decimalsOfDouble, roundTo } from '../../../src/core/number/decimal.ts';
import { formatAmount, formatPercent } from '../../../src/core/number/format.ts';
import { addIntervals, divideIntervals, meet, point, rounded } from '../../../src/core/number/interval.ts';
import {
  amountInBase,
  HUNDRED_MILLION_YUAN,
  parseUnit,
  PLAIN,
  quantumInBase,
  TEN_THOUSAND_YUAN,
  YUAN,
} from '../../../src/core/number/unit.ts';

describe('intervals', () => {
  it('contain the true value of every printed sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { minLength: 1, maxLength: 40 }), (fen) => {
        const quantum = quantumInBase(TEN_THOUSAND_YUAN, 2);
        const yuan = fen.map((amount) => new Decimal(amount).div(100));
        const print = (amount: Decimal): Decimal => roundTo(amount.div(10_000), 2).times(10_000);
        const total = yuan.reduce((sum, amount) => sum.plus(amount));
        // A line that prints 0.00 counts as nothing, so only lines that print an amount are generated here.
        const shown = yuan.filter((amount) => !print(amount).isZero());
        const hidden = yuan.filter((amount) => print(amount).isZero()).reduce((sum, amount) => sum.plus(amount), new Decimal(0));
        const parts = shown.map((amount) => rounded(print(amount), quantum)).reduce(addIntervals, point(new Decimal(0)));
        expect(parts.low.lte(total.minus(hidden)) && parts.high.gte(total.minus(hidden))).toBe(true);
      }),
    );
  });

  it('have no width for zero and for amounts in 元', () => {
    expect(rounded(new Decimal(0), new Decimal(100)).high.toString()).toBe('0');
    expect(quantumInBase(YUAN, 2).toString()).toBe('0');
    expect(quantumInBase(TEN_THOUSAND_YUAN, 6).toString()).toBe('0');
    expect(quantumInBase(TEN_THOUSAND_YUAN, 2).toString()).toBe('100');
  });

  it('meet at their ends', () => {
    expect(meet(rounded(new Decimal('1.00'), new Decimal('0.01')), rounded(new Decimal('1.01'), new Decimal('0.01')))).toBe(true);
    expect(meet(rounded(new Decimal('1.00'), new Decimal('0.01')), rounded(new Decimal('1.02'), new Decimal('0.01')))).toBe(false);
  });

  it('say nothing about a rate whose base may be zero', () => {
    expect(divideIntervals(point(new Decimal(1)), { low: new Decimal('-0.1'), high: new Decimal('0.1') })).toBeUndefined();
  });
});

describe('printing', () => {
  it('rounds half-up and never prints -0.00', () => {
    expect(formatAmount(new Decimal('1978.375'), { decimals: 2, grouping: true })).toBe('1,978.38');
    expect(formatAmount(new Decimal('-1978.375'), { decimals: 2, grouping: true })).toBe('-1,978.38');
    expect(formatAmount(new Decimal('-0.001'), { decimals: 2, grouping: true })).toBe('0.00');
    expect(formatPercent(new Decimal('0.96605'), 2)).toBe('96.61%');
  });

  it('reads a stored double as the spreadsheet shows it', () => {
    expect(decimalFromDouble(0.1 + 0.2).toString()).toBe('0.3');
    expect(decimalFromDouble(1874.02).toString()).toBe('1874.02');
    expect(() => decimalFromDouble(Number.NaN)).toThrow(RangeError);
  });

  it('comes into base units, and shows its decimals, as its digits say', () => {
    const stored = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 9 })).map(([digits, places]) => digits / 10 ** places),
      fc.integer().map((hundredths) => hundredths / 100),
    );
    fc.assert(
      fc.property(stored, fc.constantFrom(YUAN, TEN_THOUSAND_YUAN, HUNDRED_MILLION_YUAN, PLAIN), (value, unit) => {
        expect(amountInBase(value, unit).eq(decimalFromDouble(value).times(unit.scale))).toBe(true);
        expect(decimalsOfDouble(value)).toBe(decimalFromDouble(value).decimalPlaces());
      }),
      { numRuns: 2000 },
    );
  });

  it('tells 万元 from 元', () => {
    expect(parseUnit('金额单位：万 元')?.name).toBe('万元');
    expect(parseUnit('单位:元')?.name).toBe('元');
    expect(parseUnit('单位：综合科')).toBeUndefined();
  });
});

/** One expression, four readings: its value and interval, its cells, itself as a formula, and the arithmetic in words. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { constant, difference, figure, growth, maximum, product, quotient, share, sum } from '../../../src/core/expressions/expression.ts';
import type { Figure, Reading } from '../../../src/core/expressions/figure.ts';
import { figuresOf } from '../../../src/core/expressions/sources.ts';
import { toFormula } from '../../../src/core/expressions/to-formula.ts';
import { writeOut } from '../../../src/core/expressions/write-out.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';
import { PERCENT, quantumInBase, TEN_THOUSAND_YUAN, type Unit, YUAN } from '../../../src/core/number/unit.ts';
import { parseAddress } from '../../../src/core/workbook/address.ts';

const cell = (
  address: string,
  printed: string | null,
  unit: Unit = TEN_THOUSAND_YUAN,
  sheet = '05',
  more: Partial<Figure> = {},
): Figure => {
  const reading: Reading = printed === null ? { kind: 'blank' } : { kind: 'number', value: new Decimal(printed).times(unit.scale) };
  const { row, column } = parseAddress(address) ?? { row: 0, column: 0 };
  return {
    ref: { book: 'current', sheet, row, column },
    reading,
    quantum: quantumInBase(unit, 2),
    unit,
    decimals: 2,
    row: '',
    column: '',
    table: sheet,
    rowKey: address,
    columnKey: '',
    ...more,
  };
};
const at = (...from: Parameters<typeof cell>) => figure(cell(...from));
const valueOf = (expression: Parameters<typeof evaluate>[0]): string => {
  const result = evaluate(expression);
  return result.kind === 'value' ? result.value.toString() : result.by;
};

describe('expressions', () => {
  const items = sum([at('C3', '885.19'), at('C4', '106.47'), at('C5', '457.91'), at('C6', '1.26'), at('C7', null)]);

  it('add exactly and widen by the rounding of each non-zero part', () => {
    const result = evaluate(items);
    expect(result.kind === 'value' && result.value.toString()).toBe('14508300');
    expect(result.kind === 'value' && result.interval.high.minus(result.value).toString()).toBe('200');
  });

  it('write out the arithmetic without blank lines', () => {
    expect(writeOut(items, TEN_THOUSAND_YUAN)).toBe('885.19 + 106.47 + 457.91 + 1.26');
    expect(writeOut(difference(at('C3', '5.00'), at('C4', '-2.00')), TEN_THOUSAND_YUAN)).toBe('5.00 − (-2.00)');
    expect(writeOut(growth(at('B1', '1978.38'), at('B2', '1764.17')), PERCENT)).toBe('(1,978.38 − 1,764.17) ÷ 1,764.17');
  });

  it('know their cells, each once', () => {
    expect(figuresOf(growth(at('B1', '2.00'), at('B2', '1.00'))).map((source) => source.rowKey)).toEqual(['B1', 'B2']);
  });

  it('stand as Excel formulas, across sheets and units', () => {
    const context = { sheet: '05', scale: TEN_THOUSAND_YUAN.scale };
    expect(toFormula(items, context)).toBe('C3+C4+C5+C6+C7');
    expect(toFormula(difference(at('C3', '1'), sum([at('C4', '1'), at('C5', '1')])), context)).toBe('C3-(C4+C5)');
    expect(toFormula(at('C3', '1', YUAN, '支出 03'), context)).toBe("'支出 03'!C3*0.0001");
    expect(toFormula(share(at('C3', '1'), sum([at('C4', '1'), at('C5', '1')])), { scale: new Decimal(1), sheet: '05' })).toBe('C3/(C4+C5)');
    expect(toFormula(share(at('C3', '1'), at('C4', '1', YUAN)), { scale: new Decimal(1), sheet: '05' })).toBe('C3/(C4*0.0001)');
    expect(toFormula(at('C3', '1', TEN_THOUSAND_YUAN, '05', { isText: true }), context)).toBe('VALUE(C3)');
    // A dash for nothing must not turn a sum into #VALUE!.
    expect(toFormula(at('C3', '1', TEN_THOUSAND_YUAN, '05', { isText: true, reading: { kind: 'blank' } }), context)).toBe('N(C3)');
  });

  it('compare 元 with 万元', () => {
    expect(valueOf(difference(at('A1', '12.34'), at('A2', '123400.00', YUAN)))).toBe('0');
  });

  it('refuse to divide by a base that is or may be zero, and to count what cannot be read', () => {
    expect(valueOf(share(at('A1', '1.00'), at('A2', null)))).toBe('zero-base');
    expect(valueOf(sum([at('A1', '1.00'), at('A2', null, YUAN, '05', { reading: { kind: 'unreadable', text: '#REF!' } })]))).toBe(
      'unreadable',
    );
  });

  it('score an execution rate the Xinjiang way: 分值 × max(0, 执行率 − 60%) ÷ 40%', () => {
    const rate = at('F3', '76.32', PERCENT);
    const score = quotient(product(constant(10), maximum(constant(0), difference(rate, constant('0.6')))), constant('0.4'));
    expect(valueOf(score)).toBe('4.08');
  });
});

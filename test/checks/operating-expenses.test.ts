/** 机关运行经费 = 公用经费合计, only where the unit is declared administrative. */
import { describe, expect, it } from 'vitest';
import { operatingExpenses } from '../../src/checks/operating-expenses.ts';
import type { Fact } from '../../src/core/tables/facts.ts';
import { figureIn } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

const figure = figureIn(CHANGJI, 'general-budget-basic-expenditure/operating-total/amount');

function fact(key: string, text: string): [string, Fact] {
  const ref = { book: 'current', sheet: '补充资料', row: 1, column: 2 } as const;
  const amount = Number(text);
  return [
    key,
    {
      key,
      label: '',
      text,
      ref,
      figure: Number.isNaN(amount) ? undefined : { ...figure, ref, reading: { kind: 'number', value: figure.unit.scale.times(amount) } },
    },
  ];
}

function declared(kind: string, amount: string) {
  return { ...CHANGJI, facts: new Map([fact('事实/单位/单位性质', kind), fact('事实/机关运行/机关运行经费', amount)]) };
}

describe('operating-expenses', () => {
  it.each(['行政单位', '参公事业单位'])('holds for %s', (kind) => {
    expect(review(operatingExpenses, declared(kind, '204.67'))).toMatchObject({ held: 1, broken: [] });
    expect(review(operatingExpenses, declared(kind, '207.64')).broken).toHaveLength(1);
  });

  it.each(['事业单位', '行政和事业单位', ''])('says nothing for «%s»', (kind) => {
    expect(review(operatingExpenses, declared(kind, '100'))).toMatchObject({ held: 0, broken: [] });
    expect(review(operatingExpenses, CHANGJI)).toMatchObject({ held: 0, broken: [] });
  });
});

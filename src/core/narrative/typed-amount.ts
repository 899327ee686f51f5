/** Typed figures as amounts (填报数): a number in 补充资料 in the unit it was asked in; words, or another unit, where a number belongs are said, not guessed. */
import type { Figure } from '../expressions/figure.ts';
import { ZERO } from '../number/decimal.ts';
import { parseUnit, quantumInBase, type Unit } from '../number/unit.ts';
import type { Fact } from '../tables/facts.ts';
import { cellAddress } from '../workbook/address.ts';
import { labelOf } from './asks.ts';
import { type Amount, amountOf } from './quantity.ts';

export function typedAmount(fact: Fact | undefined, key: string, unit: string, label: string = labelOf(key)): Amount {
  if (fact === undefined)
    return { kind: 'missing', gap: { id: key, label: unit === '' ? label : `${label}（${unit}）`, kind: 'ask' }, unit };
  const at = `${fact.ref.book === 'prior' ? '上年' : ''}${fact.ref.sheet}!${cellAddress(fact.ref)}`;
  if (fact.figure === undefined)
    return { kind: 'missing', gap: { id: `单元格/${at}`, label: `${at} 的“${fact.text}”不是数`, kind: 'cell' } };
  const figure = inUnit(fact.figure, unit);
  if (figure === undefined) return { kind: 'missing', gap: { id: `单元格/${at}`, label: `${at} 的单位应为${unit}`, kind: 'cell' } };
  return amountOf(figure);
}

// A line whose unit nobody wrote is in the unit that was asked for; 元 for 万元 is converted; 辆 for 万元 is not a slip to be silent about.
function inUnit(figure: Figure, asked: string): Figure | undefined {
  const money = /^(亿元|万元|千元|元)$/.test(asked) ? parseUnit(asked) : undefined;
  if (money === undefined) return figure.unit.kind === 'money' ? undefined : figure;
  if (figure.unit.kind === 'money') return figure;
  if (figure.unit.name !== '') return undefined;
  return figure.reading.kind === 'number'
    ? { ...figure, ...moneyScale(figure, money), reading: { kind: 'number', value: figure.reading.value.times(money.scale) } }
    : { ...figure, ...moneyScale(figure, money) };
}

function moneyScale(figure: Figure, unit: Unit): Pick<Figure, 'unit' | 'quantum' | 'decimals'> {
  const decimals = Math.max(figure.decimals, unit.decimals);
  return { unit, decimals, quantum: figure.reading.kind === 'number' ? quantumInBase(unit, decimals) : ZERO };
}

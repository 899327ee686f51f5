/** How a wrong figure came about. */
import { describe, expect, it } from 'vitest';
import { nameSlip } from '../../../src/core/findings/slips.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';
import { tableFrom } from '../../support/tables.ts';

const figure = tableFrom('x', ['amount'], { total: [1] })
  .figures.get('total')!
  .get('amount')!;
const wan = (text: string): Decimal => new Decimal(text).times(10_000);

describe('the name of a slip', () => {
  it.each([
    ['1847.02', '1874.02', 'digits-swapped'],
    ['1884.02', '1874.02', 'digit-wrong'],
    ['187.40', '1874.02', 'power-of-ten'],
    ['187.02', '1874.02', 'digit-lost'],
    ['18874.02', '1874.02', 'digit-added'],
    ['13.10', '2013.10', 'digit-lost'], // zeros after a lost digit are not written
    ['13.10', '213.10', 'digit-lost'],
    ['-58.84', '58.84', 'sign'],
    ['18740200', '1874.02', 'unit'],
    ['0', '58.84', 'left-blank'],
    ['58.84', '0', null],
    ['61.08', '58.84', null],
    ['58.84', '58.84', null],
  ] as const)('%s for %s is %s', (is, should, slip) => {
    expect(nameSlip(figure, wan(is), wan(should))).toBe(slip);
  });
});

/** Figures as accountants type them are read, words are not. */
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../src/core/number/parse-amount.ts';

const read = (text: string): string => {
  const parsed = parseAmount(text);
  return parsed.kind === 'number' ? `${parsed.value.toString()}${parsed.percent ? '%' : ''}` : parsed.kind;
};

describe('parseAmount', () => {
  it.each([
    ['1,234.56', '1234.56'],
    ['20218.21', '20218.21'],
    [' 1 234.50 ', '1234.5'],
    ['１，２３４．５６', '1234.56'],
    ['\u00a012.30\u3000', '12.3'],
    ['(45.10)', '-45.1'],
    ['（45.10）', '-45.1'],
    ['-0.45', '-0.45'],
    ['－0.45', '-0.45'],
    ['−0.45', '-0.45'],
    ['97.70%', '97.7%'],
    ['97.70％', '97.7%'],
    ['¥12.00', '12'],
    ['12.00万元', '12'],
    ['.5', '0.5'],
    ['0.00', '0'],
  ])('reads %j as %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['', '  ', '-', '—', '——', '－', '/', '无'])('takes %j for nothing', (text) => expect(read(text)).toBe('blank'));

  it.each(['合计', '1.2.3', '12,34.5', '3人', '2023年', '1e5', '1-2'])('does not take %j for an amount', (text) =>
    expect(read(text)).toBe('text'),
  );

  it('keeps the decimals that were typed', () => {
    const parsed = parseAmount('1,234.560000');
    expect(parsed.kind === 'number' && parsed.decimals).toBe(6);
  });
});

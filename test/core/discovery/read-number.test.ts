/** Figures of every kind of table are read, and what only looks like one is not. */
import { describe, expect, it } from 'vitest';
import { readGrid } from '../../../src/core/discovery/number-grid.ts';
import { decimalMarkOf, readNumber } from '../../../src/core/discovery/read-number.ts';

describe('a figure', () => {
  it.each([
    ['1,234.50', 1234.5, 2],
    ['1 234', 1234, 0],
    ['１，２３４．５', 1234.5, 1],
    ['(123)', -123, 0],
    ['（3.00）', -3, 2],
    ['△12', -12, 0],
    ['−7.5', -7.5, 1],
    ['12.5%', 12.5, 1],
    ['97.70％', 97.7, 2],
    ['1,234r', 1234, 0],
    ['0.1*', 0.1, 1],
    ['¥1,000', 1000, 0],
    ['36万元', 36, 0],
    ['1.5E3', 1500, 0],
  ])('%s', (text, value, decimals) => {
    expect(readNumber(text, '.')).toMatchObject({ value, decimals });
  });

  it.each(['', '-', '—', '…', 'n/a', '2009/IV', '1.2.3', '007', '$000', '2024年', '3b', '12-15', '1,23,4'])('is not %s', (text) => {
    expect(readNumber(text, '.')).toBeUndefined();
  });

  it('may have a decimal comma, when the table says so', () => {
    const grid = [['1.234,5', '12,5', '3']];
    expect(decimalMarkOf(grid)).toBe(',');
    expect(readNumber('1.234,5', ',')).toMatchObject({ value: 1234.5, decimals: 1 });
  });

  it('is grouped by points where only figures of more than three digits have one', () => {
    const column = (...cells: string[]): string[][] => cells.map((cell) => [cell]);
    expect(decimalMarkOf(column('2023', '602', '3.431', '12.080', '877', '1.580', '9.114'))).toBe(',');
    expect(decimalMarkOf(column('602', '3.431', '12.080', '0.877', '1.580', '9.114'))).toBe('.');
    expect(decimalMarkOf(column('602', '3.431', '12.080', '3431', '1.580', '9.114'))).toBe('.');
    expect(
      decimalMarkOf([
        ['12', '3.431'],
        ['7', '2.115'],
        ['8', '1.580'],
        ['5', '9.114'],
      ]),
    ).toBe('.');
    expect(decimalMarkOf(column('1', '7.123', '7.865', '9.102', '5.234'))).toBe('.');
  });

  it.each<[string, string[][]]>([
    [
      '汇率',
      [
        ['人民币', '1'],
        ['美元', '7.123'],
        ['欧元', '7.865'],
        ['英镑', '9.102'],
        ['加元', '5.234'],
      ],
    ],
    [
      '得分',
      [
        ['教育', '98.333'],
        ['卫生', '97.667'],
        ['交通', '100'],
        ['水利', '95.333'],
        ['农业', '96.667'],
      ],
    ],
    [
      '附注',
      [
        ['见附注1,2', ''],
        ['甲', '1,000'],
        ['乙', '234'],
        ['合计', '1,234'],
      ],
    ],
  ])('has a decimal point in Chinese, whatever its figures look like: %s', (_name, grid) => {
    expect(decimalMarkOf(grid)).toBe('.');
  });
});

describe('a grid', () => {
  it('counts in the smallest printed unit, and gives «5» beside 5.25 the precision of its line', () => {
    const grid = readGrid([
      ['5', '5.25'],
      ['1.10', '2.20'],
      ['3.35', '4.00'],
    ]);
    expect(grid.scale).toBe(2);
    expect([...grid.value]).toEqual([500, 525, 110, 220, 335, 400]);
    expect([...new Set(grid.half)]).toEqual([0.5]);
  });

  it('sees counts that were rounded to multiples of five', () => {
    const random = Array.from({ length: 60 }, (_, k) => String(5 * ((k * 37) % 101)));
    expect(readGrid([random]).step).toBe(5);
    expect(readGrid([random.map((figure, k) => (k % 9 === 0 ? `${figure}1` : figure))]).step).toBe(1);
  });
});

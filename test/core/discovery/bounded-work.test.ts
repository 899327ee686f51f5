/** Tables made to cost time (对抗表): the work grows as the table does, counted in steps and not by a clock, and nothing is found in them. */
import { describe, expect, it } from 'vitest';
import { discover, discoverRelations } from '../../../src/core/discovery/discover.ts';
import { findFaults } from '../../../src/core/discovery/find-faults.ts';
import { noise } from './table-text.ts';

type Shape = (size: number) => string[][];

const grid = (rows: number, columns: number, cell: (row: number, column: number) => string): string[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => cell(row, column)));

const random = noise(7);
const blockFigures = Array.from({ length: 100 }, () => String(Math.floor(random() * 5000)));

const SHAPES: readonly (readonly [string, Shape])[] = [
  ['all zeros', (size) => grid(250 * size, 12, () => '0')],
  ['all ones', (size) => grid(250 * size, 12, () => '1')],
  ['one block copied', (size) => grid(250 * size, 5, (row, column) => blockFigures[(row % 20) * 5 + column] ?? '')],
  ['one long column of the same number', (size) => grid(3000 * size, 1, () => '42')],
  ['many columns of the same number', (size) => grid(3, 2000 * size, () => '7')],
  [
    'figures of both signs',
    (size) => {
      const next = noise(11);
      return grid(250 * size, 8, () => (next() * 2000 - 1000).toFixed(2));
    },
  ],
  [
    'every row named total',
    (size) => {
      const next = noise(13);
      return grid(400 * size, 4, (_, column) => (column === 0 ? 'Total' : String(Math.floor(next() * 9000))));
    },
  ],
  [
    'every row named average',
    (size) => {
      const next = noise(17);
      return grid(400 * size, 4, (_, column) => (column === 0 ? 'average' : String(Math.floor(next() * 9000))));
    },
  ],
];

describe.each(SHAPES)('%s', (_name, shape) => {
  it('costs twice as much when it is twice as long', () => {
    const once = discover(shape(2)).effort.steps;
    const twice = discover(shape(4)).effort.steps;
    expect(twice).toBeLessThan(3 * once + 10_000);
  });

  it('holds no fault', () => {
    expect(findFaults(shape(1))).toEqual([]);
  });
});

it.each(SHAPES.slice(0, 5))('%s: no relation', (_name, shape) => {
  expect(discoverRelations(shape(1))).toEqual([]);
});

it('16,000 columns', () => {
  const wide = grid(2, 16_000, () => '3');
  expect(discover(wide).effort.steps).toBeLessThan(1000 * 32_000);
  expect(discoverRelations(wide)).toEqual([]);
});

it('one column of 1,000,000 rows', () => {
  expect(findFaults(grid(1_000_000, 1, (row) => String(row + 1)))).toEqual([]);
});

it('a grand total of 150,000 rows', () => {
  const next = noise(19);
  const cents = Array.from({ length: 150_000 }, () => [Math.floor(next() * 1e6), Math.floor(next() * 1e6)]);
  const total = [0, 1].map((column) => cents.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const rows = cents.map((row, index) => [`第${index + 1}户`, ...row.map((cent) => (cent / 100).toFixed(2))]);
  const table = [['户名', '应收', '实收'], ...rows, ['总计', ...total.map((cent) => (cent / 100).toFixed(2))]];
  const sums = discoverRelations(table).filter(({ operator }) => operator === 'sum');
  expect(sums.map(({ total: [row], parts }) => [row, parts.length])).toEqual([
    [150_001, 150_000],
    [150_001, 150_000],
  ]);
});

/** A few hundred made-up tables of two levels: nearly all of what adds up in them is found and hardly anything else, sound ones stay silent, one wrong digit is seen. */
import { describe, expect, it } from 'vitest';
import { discoverRelations } from '../../../src/core/discovery/discover.ts';
import { findFaults } from '../../../src/core/discovery/find-faults.ts';
import { seededRandom } from '../../support/final-accounts/index.ts';
import { type MadeTable, madeTable } from '../../support/random-hierarchies.ts';

const TABLES = 150;
const random = seededRandom(20240607);
const tables = Array.from({ length: TABLES }, () => madeTable(random));

type Place = readonly [number, number];

/** A sum in words; parts without a figure do not count. */
function told({ grid }: MadeTable, total: Place, parts: readonly Place[]): string {
  const figures = parts.filter(([row, column]) => (grid[row]?.[column] ?? '') !== '');
  return `${total.join()}=${figures
    .map((part) => part.join())
    .sort()
    .join(' ')}`;
}

describe('made-up tables in four languages, rounded or exact, totals above or below', () => {
  it('have the sums that they were made with, and no others', () => {
    let found = 0;
    let right = 0;
    let stated = 0;
    for (const table of tables) {
      const truth = new Set(table.sums.map(({ total, parts }) => told(table, total, parts)));
      const sums = discoverRelations(table.grid).filter(({ operator }) => operator === 'sum');
      found += sums.length;
      stated += truth.size;
      right += sums.filter(({ total, parts }) => truth.has(told(table, total, parts))).length;
    }
    expect(right / found).toBeGreaterThan(0.98);
    expect(right / stated).toBeGreaterThan(0.98);
  });

  it('give no finding while they are sound', () => {
    const alarmed = tables.filter(({ grid }) => findFaults(grid).length > 0);
    expect(alarmed.length).toBeLessThanOrEqual(TABLES / 100);
  });

  it('show a digit that is wrong', () => {
    let wrong = 0;
    let seen = 0;
    for (const { grid, sums } of tables) {
      const [row, column] = sums[Math.floor(random() * sums.length)]?.total ?? [0, 0];
      const text = grid[row]?.[column] ?? '';
      const changed = text.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
      // A total of nothing has no digit that counts.
      if (changed === text || text.replace(/\D/g, '').length < 3) continue;
      wrong += 1;
      const faulty = grid.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? changed : cell)) : cells));
      if (findFaults(faulty)[0]?.cell.join() === `${row},${column}`) seen += 1;
    }
    expect(wrong).toBeGreaterThan(TABLES / 2);
    expect(seen / wrong).toBeGreaterThan(0.9);
  });
});

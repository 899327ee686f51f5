/** (e) Discovery alone, without reading a file: microseconds for each cell of growing tables, an ordinary one and those made to cost time (对抗表). */
import { findFaults } from '../src/core/discovery/find-faults.ts';
import { seededRandom } from '../test/support/final-accounts/index.ts';
import { milliseconds } from './measure.ts';
import { ordinaryGrid } from './ordinary.ts';

type Grid = readonly (readonly string[])[];

const filled = (rows: number, columns: number, text: (row: number, column: number) => string): Grid =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_unused, column) => text(row, column)));

/** By name, a table of so many cells. */
const SHAPES: ReadonlyMap<string, (cells: number) => Grid> = new Map<string, (cells: number) => Grid>([
  [
    'an ordinary table',
    (cells) =>
      ordinaryGrid(cells, seededRandom(cells)).map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell))),
  ],
  ['all zeros', (cells) => filled(cells / 10, 10, () => '0')],
  ['all ones', (cells) => filled(cells / 10, 10, () => '1')],
  [
    'one block copied',
    (cells) => {
      const random = seededRandom(3);
      const block = filled(20, 10, () => String(Math.floor(random() * 5000)));
      return filled(cells / 10, 10, (row, column) => block[row % 20]?.[column] ?? '');
    },
  ],
  ['one long column of the same number', (cells) => filled(cells, 1, () => '42')],
  ['two long rows of the same number', (cells) => filled(2, cells / 2, () => '3')],
]);

export interface DiscoveryTime {
  readonly shape: string;
  /** Microseconds a cell, in the order of the sizes. */
  readonly perCell: readonly number[];
}

export async function discoveryAlone(sizes: readonly number[]): Promise<readonly DiscoveryTime[]> {
  findFaults(SHAPES.get('an ordinary table')?.(10_000) ?? []);
  const times: DiscoveryTime[] = [];
  for (const [shape, gridOf] of SHAPES) {
    const perCell: number[] = [];
    for (const cells of sizes) {
      const grid = gridOf(cells);
      perCell.push(((await milliseconds(() => findFaults(grid))) * 1000) / cells);
    }
    times.push({ shape, perCell });
  }
  return times;
}

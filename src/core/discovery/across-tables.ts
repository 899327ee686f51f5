/** The same figure told twice (跨表一致): cells of two tables under the same row label and heading agree, up to the unit (元、万元) and rounding. */
import type { Place } from './discover.ts';
import { type Lines, linesOf } from './lines.ts';
import { type Grid, readGrid } from './number-grid.ts';

export interface NamedGrid {
  readonly name: string;
  readonly grid: Grid;
}

export interface Sighting {
  readonly table: string;
  readonly cell: Place;
  readonly value: number;
}

/** Two tables that tell the same figures otherwise, and one that differs. */
export interface Disagreement {
  readonly first: Sighting;
  readonly second: Sighting;
  /** How many of the second table's units make one of the first's: 10000 for 万元 against 元. */
  readonly factor: number;
  /** On how many other figures the two tables agree. */
  readonly agreements: number;
}

const FACTORS = [1, 1000, 10_000, 100_000_000, 1 / 1000, 1 / 10_000, 1 / 100_000_000];
const ENOUGH_AGREEMENTS = 3;
const ENOUGH_SHARE = 0.75;
const MOST_TABLES_FOR_ONE = 8;

interface Cell extends Sighting {
  readonly half: number;
}

interface Shared {
  readonly first: Cell;
  readonly second: Cell;
}

/** A hash join on labels: the work grows with the cells, not with the pairs of tables. */
export function findDisagreements(tables: readonly NamedGrid[]): readonly Disagreement[] {
  const byKey = new Map<string, Cell[]>();
  for (const table of tables) {
    for (const [key, cell] of keyedCells(table)) {
      const cells = byKey.get(key);
      if (cells === undefined) byKey.set(key, [cell]);
      else if (cells.length < MOST_TABLES_FOR_ONE) cells.push(cell);
    }
  }
  const byPair = new Map<string, Shared[]>();
  for (const cells of byKey.values()) {
    for (const [k, first] of cells.entries()) {
      for (const second of cells.slice(k + 1)) {
        const pair = `${first.table}\n${second.table}`;
        const shared = byPair.get(pair);
        if (shared === undefined) byPair.set(pair, [{ first, second }]);
        else shared.push({ first, second });
      }
    }
  }
  return [...byPair.values()].flatMap(compare);
}

function compare(shared: readonly Shared[]): readonly Disagreement[] {
  let best: { readonly factor: number; readonly agreeing: number } = { factor: 1, agreeing: 0 };
  for (const factor of FACTORS) {
    // Equal zeros are equal in every unit and prove nothing.
    const agreeing = shared.filter((one) => one.first.value !== 0 && agree(one, factor)).length;
    if (agreeing > best.agreeing) best = { factor, agreeing };
  }
  const { factor, agreeing } = best;
  if (agreeing < ENOUGH_AGREEMENTS || agreeing < ENOUGH_SHARE * shared.length) return [];
  return shared
    .filter((one) => !agree(one, factor))
    .map(({ first, second }) => ({ first: sighting(first), second: sighting(second), factor, agreements: agreeing }));
}

function agree({ first, second }: Shared, factor: number): boolean {
  return Math.abs(first.value * factor - second.value) <= (first.half * factor + second.half) * 1.000001;
}

function sighting({ table, cell, value }: Cell): Sighting {
  return { table, cell, value };
}

/** The cells whose row label and heading occur once in their table. */
function keyedCells({ name, grid }: NamedGrid): ReadonlyMap<string, Cell> {
  const numbers = readGrid(grid);
  const { row, column } = linesOf(numbers);
  const unit = 10 ** numbers.scale;
  const cells = new Map<string, Cell | undefined>();
  for (const line of column.active) {
    const label = plain(column, line);
    if (label === '') continue;
    for (const across of row.active) {
      const at = line * column.instances + across;
      const value = column.value[at] ?? Number.NaN;
      const heading = plain(row, across);
      if (Number.isNaN(value) || heading === '') continue;
      const key = `${label}\n${heading}`;
      const cell: Cell = { table: name, cell: [line, across], value: value / unit, half: (column.half[at] ?? 0) / unit };
      cells.set(key, cells.has(key) ? undefined : cell);
    }
  }
  return new Map([...cells].filter((entry): entry is [string, Cell] => entry[1] !== undefined));
}

/** Units and blanks belong to the table, not to the name. */
function plain(lines: Lines, line: number): string {
  return (lines.label[line] ?? '').replace(/[\s\u3000]|[（(](?:[万亿千]?元|%)[)）]/g, '');
}

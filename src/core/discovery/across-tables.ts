/** The same figure told twice (跨表一致): cells of two tables under the same row label and heading agree, up to the unit (元、万元) and rounding. */
import type { Place } from './discover.ts';
import type { Lines } from './lines.ts';
import { corrections, type Slip } from './slips.ts';

export interface NamedTable {
  readonly name: string;
  readonly row: Lines;
  readonly column: Lines;
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
  /** On how many other figures, all different and none of them zero, the two tables agree. */
  readonly agreements: number;
  /** On how many they do not. */
  readonly differences: number;
  /** What would make the second of the first; undefined where no slip of the pen does. */
  readonly slip: Slip | undefined;
}

const FACTORS = [1, 1000, 10_000, 100_000_000, 1 / 1000, 1 / 10_000, 1 / 100_000_000];
const ENOUGH_AGREEMENTS = 3;
const ENOUGH_SHARE = 0.75;
const MOST_TABLES_FOR_ONE = 8;

interface Cell extends Sighting {
  readonly half: number;
  readonly decimals: number;
}

interface Shared {
  readonly first: Cell;
  readonly second: Cell;
}

/** A hash join on labels: the work grows with the cells, not with the pairs of tables. */
export function findDisagreements(tables: readonly NamedTable[]): readonly Disagreement[] {
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
  let best: { readonly factor: number; readonly agreements: number } = { factor: 1, agreements: 0 };
  for (const factor of FACTORS) {
    // Equal zeros are equal in every unit and prove nothing.
    const agreeing = shared.filter((one) => one.first.value !== 0 && agree(one, factor));
    const agreements = new Set(agreeing.map(({ first }) => first.value)).size;
    if (agreements > best.agreements) best = { factor, agreements };
  }
  const { factor, agreements } = best;
  const unequal = shared.filter((one) => !agree(one, factor));
  if (agreements < ENOUGH_AGREEMENTS || agreements < ENOUGH_SHARE * (agreements + unequal.length)) return [];
  return unequal.map((one) => ({
    first: sighting(one.first),
    second: sighting(one.second),
    factor,
    agreements,
    differences: unequal.length,
    slip: slipBetween(one, factor),
  }));
}

/** The slip that turns one figure into the other. */
function slipBetween({ first, second }: Shared, factor: number): Slip | undefined {
  const { decimals } = second;
  const unit = 10 ** decimals;
  const stated = first.value * factor * unit;
  const slack = (first.half * factor + second.half) * unit * 1.000001;
  const options = corrections(Math.round(second.value * unit), second.half * unit, decimals, decimals);
  return options.find(({ value }) => Math.abs(value - stated) <= slack)?.slip;
}

function agree({ first, second }: Shared, factor: number): boolean {
  return Math.abs(first.value * factor - second.value) <= (first.half * factor + second.half) * 1.000001;
}

function sighting({ table, cell, value }: Cell): Sighting {
  return { table, cell, value };
}

/** The cells whose row label and heading occur once in their table. */
function keyedCells({ name, row, column }: NamedTable): ReadonlyMap<string, Cell> {
  const unit = 10 ** column.scale;
  const headings = new Map(row.active.map((across) => [across, plain(row, across)]));
  const cells = new Map<string, Cell | undefined>();
  for (const line of column.active) {
    const label = plain(column, line);
    if (label === '') continue;
    for (const [across, heading] of headings) {
      const at = line * column.instances + across;
      const value = column.value[at] ?? Number.NaN;
      if (Number.isNaN(value) || heading === '') continue;
      const key = `${label}\n${heading}`;
      const half = (column.half[at] ?? 0) / unit;
      const cell: Cell = { table: name, cell: [line, across], value: value / unit, half, decimals: column.decimals[at] ?? 0 };
      cells.set(key, cells.has(key) ? undefined : cell);
    }
  }
  return new Map([...cells].filter((entry): entry is [string, Cell] => entry[1] !== undefined));
}

/** Units and blanks belong to the table, not to the name. */
function plain(lines: Lines, line: number): string {
  return (lines.label[line] ?? '').replace(/[\s\u3000]|[（(](?:[万亿千]?元|%)[)）]/g, '');
}

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
  /** Which of the tables. */
  readonly index: number;
  readonly half: number;
  readonly decimals: number;
}

interface Shared {
  readonly first: Cell;
  readonly second: Cell;
}

/** A hash join on labels: the work grows with the cells, not with the pairs of tables. */
export function findDisagreements(tables: readonly NamedTable[]): readonly Disagreement[] {
  const labels = sharedLabels(tables.map(({ column }) => column));
  const headings = sharedLabels(tables.map(({ row }) => row));
  const byKey = new Map<number, Cell[]>();
  for (const [index, table] of tables.entries()) {
    for (const [key, cell] of keyedCells(table, index, labels, headings)) {
      const cells = byKey.get(key);
      if (cells === undefined) byKey.set(key, [cell]);
      else if (cells.length < MOST_TABLES_FOR_ONE) cells.push(cell);
    }
  }
  const byPair = new Map<number, Shared[]>();
  for (const cells of byKey.values()) {
    for (const [k, first] of cells.entries()) {
      for (const second of cells.slice(k + 1)) {
        const pair = first.index * tables.length + second.index;
        const shared = byPair.get(pair);
        if (shared === undefined) byPair.set(pair, [{ first, second }]);
        else shared.push({ first, second });
      }
    }
  }
  return [...byPair.values()].flatMap(compare);
}

/** The labels that more than one table has, numbered from 1, by their text: all others are looked at no further. */
function sharedLabels(tables: readonly Lines[]): ReadonlyMap<string, number> {
  const firstSeen = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const [index, lines] of tables.entries()) {
    for (const line of lines.active) {
      const label = plain(lines, line);
      const first = firstSeen.get(label);
      if (first === undefined) firstSeen.set(label, index);
      else if (first !== index && label !== '' && !numbers.has(label)) numbers.set(label, numbers.size + 1);
    }
  }
  return numbers;
}

function compare(shared: readonly Shared[]): readonly Disagreement[] {
  let best: { readonly factor: number; readonly agreements: number } = { factor: 1, agreements: 0 };
  for (const factor of FACTORS) {
    // Equal zeros are equal in every unit and prove nothing.
    const agreeing = shared.filter((one) => one.first.value !== 0 && agree(one, factor));
    if (agreeing.length <= best.agreements) continue;
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

/** The cells whose row label and heading other tables have too, and which occur once in their own; by the numbers of both. */
function keyedCells(
  { name, row, column }: NamedTable,
  index: number,
  labels: ReadonlyMap<string, number>,
  headings: ReadonlyMap<string, number>,
): ReadonlyMap<number, Cell> {
  const unit = 10 ** column.scale;
  const numbered = (lines: Lines, numbers: ReadonlyMap<string, number>): readonly (readonly [line: number, number: number])[] =>
    lines.active.flatMap((line) => {
      const number = numbers.get(plain(lines, line));
      return number === undefined ? [] : [[line, number] as const];
    });
  const across = numbered(row, headings);
  const cells = new Map<number, Cell | undefined>();
  for (const [line, label] of numbered(column, labels)) {
    for (const [other, heading] of across) {
      const at = line * column.instances + other;
      const value = column.value[at] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const key = label * (headings.size + 1) + heading;
      const half = (column.half[at] ?? 0) / unit;
      const cell: Cell = { table: name, index, cell: [line, other], value: value / unit, half, decimals: column.decimals[at] ?? 0 };
      cells.set(key, cells.has(key) ? undefined : cell);
    }
  }
  return new Map([...cells].filter((entry): entry is [number, Cell] => entry[1] !== undefined));
}

/** Units and blanks belong to the table, not to the name. */
function plain(lines: Lines, line: number): string {
  return (lines.label[line] ?? '').replace(/[\s\u3000]|[（(](?:[万亿千]?元|%)[)）]/g, '');
}

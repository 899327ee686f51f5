/** A shifted paste (整列错位): a run of cells that stands one row too low or too high, in one column or in all; one cause, however many sums it breaks. */
import type { Figure } from '../expressions/figure.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Table } from '../tables/table.ts';
import { cellAddress, refKey } from '../workbook/address.ts';
import { attempt, brokenEquations, type Cause, type Search, suspect, weigh } from './cause.ts';
import { demandOf } from './demand.ts';
import { type Changes, currentValue, type Equation } from './evidence.ts';

/** Fewer broken relations than this are explained one by one. */
const ENOUGH = 4;

/** Cells of some columns below each other, top to bottom; `lines[i][j]` is row i, column j. */
type Lines = readonly (readonly Figure[])[];

interface Run {
  readonly from: number;
  readonly to: number;
  /** 1: the cells stand one row too low; −1: one too high. */
  readonly by: 1 | -1;
}

export function shiftedBlocks(search: Search): readonly Cause[] {
  const byTable = new Map<Table, Equation[]>();
  for (const equation of brokenEquations(search)) {
    const tables = new Set(equation.cells.flatMap((key) => search.evidence.figures.get(key) ?? []).flatMap((figure) => search.evidence.tableOf(figure) ?? []));
    for (const table of tables) {
      if (table.book === 'prior') continue;
      const known = byTable.get(table);
      if (known === undefined) byTable.set(table, [equation]);
      else known.push(equation);
    }
  }
  return [...byTable].filter(([, broken]) => broken.length >= ENOUGH).flatMap(([table, broken]) => shiftsIn(search, table, broken));
}

function shiftsIn(search: Search, table: Table, broken: readonly Equation[]): readonly Cause[] {
  const columns = [...new Set(broken.flatMap((equation) => equation.cells).flatMap((key) => search.evidence.figures.get(key) ?? []).filter((figure) => figure.table === table.id && figure.ref.book === table.book).map((figure) => figure.ref.column))];
  const sets = [...columns.map((column) => [column]), ...(columns.length > 1 ? [columns] : [])];
  return sets.flatMap((set) => {
    const lines = linesOf(table, set);
    const touched = new Set(broken.flatMap((equation) => equation.cells));
    const rows = lines.flatMap((line, index) => (line.some((figure) => touched.has(refKey(figure.ref))) ? [index] : []));
    const first = rows[0];
    const last = rows.at(-1);
    if (first === undefined || last === undefined || last - first < 2) return [];
    return ([1, -1] as const).flatMap((by) => bestRun(search, lines, first, last, by) ?? []);
  });
}

function linesOf(table: Table, columns: readonly number[]): Lines {
  const byRow = new Map<number, Figure[]>();
  for (const row of table.figures.values()) {
    for (const figure of row.values()) {
      if (!columns.includes(figure.ref.column)) continue;
      const known = byRow.get(figure.ref.row);
      if (known === undefined) byRow.set(figure.ref.row, [figure]);
      else known.push(figure);
    }
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([, figures]) => figures.sort((a, b) => a.ref.column - b.ref.column))
    .filter((figures) => figures.length === columns.length);
}

// The ends are found one after the other: every start with the widest end, then every end with the best start.
function bestRun(search: Search, lines: Lines, first: number, last: number, by: 1 | -1): Cause | undefined {
  let best: { readonly run: Run; readonly cause: Cause } | undefined;
  const consider = (from: number, to: number): void => {
    if (from < 0 || to >= lines.length || to - from < 2) return;
    const run: Run = { from, to, by };
    const cause = causeOf(search, lines, run);
    if (cause !== undefined && (best === undefined || cause.score > best.cause.score)) best = { run, cause };
  };
  const low = Math.max(0, first - 2);
  const high = Math.min(lines.length - 1, last + 2);
  for (let round = 0; round < 3; round += 1) {
    const before = best?.cause.score;
    const end = best?.run.to ?? Math.min(last, high);
    for (let from = low; from <= end - 2; from += 1) consider(from, end);
    const start = best?.run.from ?? first;
    for (let to = start + 2; to <= high; to += 1) consider(start, to);
    if (best !== undefined && best.cause.score === before) break;
  }
  return best?.cause;
}

/** `run` names the rows the cells belong to; today they stand one row further by `by`. */
function causeOf(search: Search, lines: Lines, { from, to, by }: Run): Cause | undefined {
  const changes = new Map<string, Decimal>();
  const { evidence, base } = search;
  const lost = by === 1 ? to : from;
  for (let index = from; index <= to; index += 1) {
    const home = lines[index];
    const source = lines[index + by];
    if (home === undefined) return undefined;
    if (index === lost) continue;
    home.forEach((figure, place) => {
      const standsIn = source?.[place];
      if (standsIn !== undefined) changes.set(refKey(figure.ref), currentValue(evidence, refKey(standsIn.ref), base));
    });
  }
  if ([...changes].every(([key, value]) => currentValue(evidence, key, base).eq(value))) return undefined;
  // The value at the end was pushed over the edge: what the relations demand of that cell.
  for (const figure of lines[lost] ?? []) {
    const value = demandedAt(search, figure, changes);
    if (value !== undefined) changes.set(refKey(figure.ref), value);
  }
  const outcome = attempt(search, changes);
  const start = lines[from];
  const shown = start?.find((figure) => changes.has(refKey(figure.ref)) && !currentValue(evidence, refKey(figure.ref), base).eq(changes.get(refKey(figure.ref)) ?? 0)) ?? start?.[0];
  const bottom = lines[to]?.at(-1);
  if (shown === undefined || bottom === undefined || outcome.fixed.length < ENOUGH) return undefined;
  const range = `${cellAddress((start ?? [shown])[0]?.ref ?? shown.ref)}:${cellAddress(bottom.ref)}`;
  return {
    kind: 'shifted-block',
    suspects: [suspect(shown, changes.get(refKey(shown.ref)) ?? null, 'shifted-block')],
    changes,
    ...outcome,
    // A short run that explains as much is the better explanation.
    score: weigh(outcome) - 1 - 0.02 * (to - from),
    note: {
      'zh-CN': `${range} 的数整体${by === 1 ? '下移' : '上移'}了一行`,
      en: `the figures of ${range} stand one row too ${by === 1 ? 'low' : 'high'}`,
    },
  };
}

function demandedAt(search: Search, figure: Figure, changes: Changes): Decimal | undefined {
  const key = refKey(figure.ref);
  const together: Changes = new Map([...search.base, ...changes]);
  const demands = (search.evidence.byCell.get(key) ?? [])
    .filter(({ relation }) => relation.must === 'equal')
    .flatMap((equation) => demandOf(search.evidence, equation, key, together) ?? []);
  let best: { readonly value: Decimal; readonly score: number } | undefined;
  for (const value of demands) {
    const score = weigh(attempt(search, new Map([...changes, [key, value]])));
    if (best === undefined || score > best.score) best = { value, score };
  }
  return best?.value;
}

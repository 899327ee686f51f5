/** A shifted paste (整列错位): a run of cells that stands one row too low or too high, in one column or in all; one cause, however many sums it breaks. */
import type { Figure } from '../expressions/figure.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Table } from '../tables/table.ts';
import { cellAddress, refKey } from '../workbook/address.ts';
import { attempt, type Cause, type Search, suspect, weigh } from './cause.ts';
import { demandOf } from './demand.ts';
import { type Changes, currentValue, type Equation, holds, valueOf } from './evidence.ts';

/** Fewer broken relations than this are explained one by one. */
const ENOUGH = 4;

/** How far the ends of a run may lie from the first and last row that show it. */
const MARGIN = 6;

/** Cells of some columns below each other, top to bottom; `lines[i][j]` is row i, column j. */
type Lines = readonly (readonly Figure[])[];

interface Run {
  readonly from: number;
  readonly to: number;
  /** 1: the cells stand one row too low; −1: one too high. */
  readonly by: 1 | -1;
}

/** `open`: broken relations that no single cell explains. */
export function shiftedBlocks(search: Search, open: readonly Equation[]): readonly Cause[] {
  const byTable = new Map<Table, Equation[]>();
  for (const equation of open) {
    const tables = new Set(
      equation.cells.flatMap((key) => search.evidence.figures.get(key) ?? []).flatMap((figure) => search.evidence.tableOf(figure) ?? []),
    );
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
  const own = (figure: Figure): boolean => figure.table === table.id && figure.ref.book === table.book;
  const figures = broken.flatMap((equation) => equation.cells).flatMap((key) => search.evidence.figures.get(key) ?? []);
  const columns = [...new Set(figures.filter(own).map((figure) => figure.ref.column))].sort((a, b) => a - b);
  // One column, or several side by side as they were copied.
  const sets = columns.flatMap((_, from) => columns.slice(from).map((__, length) => columns.slice(from, from + length + 1)));
  return sets.flatMap((set) => {
    const lines = linesOf(table, set);
    return ([1, -1] as const).flatMap((by) => {
      const span = spanOf(search, lines, by);
      return span === undefined ? [] : (bestRun(search, lines, span.first, span.last, by) ?? []);
    });
  });
}

/** From the first to the last row whose own relations ask for what stands in the row below it (or above it). */
function spanOf(search: Search, lines: Lines, by: 1 | -1): { readonly first: number; readonly last: number } | undefined {
  const matches = lines.flatMap((line, index) => {
    const source = lines[index + by];
    if (source === undefined) return [];
    const asked = line.some((figure, place) => {
      const there = source[place];
      if (there === undefined) return false;
      const value = currentValue(search.evidence, refKey(there.ref), search.base);
      return !value.isZero() && !value.eq(currentValue(search.evidence, refKey(figure.ref), search.base)) && asksFor(search, figure, value);
    });
    return asked ? [index] : [];
  });
  const first = matches[0];
  const last = matches.at(-1);
  return matches.length < 2 || first === undefined || last === undefined ? undefined : { first, last };
}

function asksFor(search: Search, figure: Figure, value: Decimal): boolean {
  const key = refKey(figure.ref);
  return (search.evidence.byCell.get(key) ?? []).some((equation) => {
    if (search.standing[equation.index] === true || equation.cells.length > 12) return false;
    const demand = demandOf(search.evidence, equation, key, search.base);
    return demand !== undefined && demand.minus(value).abs().lte(equation.slack.plus(figure.quantum));
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
  const low = Math.max(0, first - MARGIN);
  const high = Math.min(lines.length - 1, last + MARGIN);
  const early = Math.min(first + MARGIN, last);
  const late = Math.max(last - MARGIN, first);
  for (let round = 0; round < 3; round += 1) {
    const before = best?.cause.score;
    const end = best?.run.to ?? last;
    for (let from = low; from <= early; from += 1) consider(from, end);
    const start = best?.run.from ?? first;
    for (let to = late; to <= high; to += 1) consider(start, to);
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
  const edge = lines[lost] ?? [];
  for (const figure of edge) {
    const value = demandedAt(search, figure, changes, edge.length > 1 ? 'column' : 'any');
    if (value !== undefined) changes.set(refKey(figure.ref), value);
  }
  const outcome = attempt(search, changes);
  const start = lines[from];
  const shown =
    start?.find(
      (figure) =>
        changes.has(refKey(figure.ref)) && !currentValue(evidence, refKey(figure.ref), base).eq(changes.get(refKey(figure.ref)) ?? 0),
    ) ?? start?.[0];
  const bottom = lines[to]?.at(-1);
  if (shown === undefined || bottom === undefined || outcome.fixed.length < ENOUGH) return undefined;
  // After an accepted repair the cells hold what they should: moving them again explains nothing.
  if (valueOf(shown).eq(changes.get(refKey(shown.ref)) ?? valueOf(shown))) return undefined;
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

// Where a whole row was pushed over the edge, its cells are known from their columns only: the row's own cells are all unknown.
function demandedAt(search: Search, figure: Figure, changes: Changes, from: 'column' | 'any'): Decimal | undefined {
  const key = refKey(figure.ref);
  const together: Changes = new Map([...search.base, ...changes]);
  const equations = (search.evidence.byCell.get(key) ?? []).filter(({ relation }) => relation.must === 'equal');
  let best: { readonly value: Decimal; readonly held: number } | undefined;
  for (const equation of equations) {
    if (from === 'column' && equation.relation.along === 'row') continue;
    const value = demandOf(search.evidence, equation, key, together);
    if (value === undefined) continue;
    const filled = new Map([...together, [key, value]]);
    const held = equations.filter((other) => holds(other, filled, search.evidence.options)).length;
    if (best === undefined || held > best.held) best = { value, held };
  }
  return best?.value;
}

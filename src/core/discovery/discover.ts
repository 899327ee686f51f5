/** The relations nobody declared (发现勾稽关系): looks at a bare table and says what sums to what, what is a share, a growth rate, an average. */
import type { Along } from './along-steps.ts';
import { cellsAlong, findAlong } from './along.ts';
import { findSignatures, type Hint } from './find-signatures.ts';
import { type Lines, linesOf } from './lines.ts';
import { type Grid, type NumberGrid, readGrid, readTable, type ShownTable } from './number-grid.ts';
import type { DecimalMark } from './read-number.ts';
import { HOLDS, IDLE, type Operator, type Signature, type Witness } from './signature.ts';
import type { Effort } from './weigh.ts';
import { CHANGE_WORD } from './words.ts';

/** Row and column, zero-based. */
export type Place = readonly [row: number, column: number];

/** One stated figure and the cells it follows from. */
export interface DiscoveredRelation {
  readonly operator: Operator | 'difference';
  readonly total: Place;
  /** difference: minuend, subtrahend; division: numerator, denominator; relative-change: base, current. */
  readonly parts: readonly Place[];
  readonly witnesses: readonly Witness[];
  /** Equal for all places of one formula. */
  readonly formula: string;
}

export interface DiscoveryOptions {
  /** Bits a formula must be worth. */
  readonly enough?: number;
  /** Formulas already known, by the direction they run in: those of the workbook itself, say. */
  readonly hints?: { readonly row: readonly Hint[]; readonly column: readonly Hint[] };
  /** The decimal mark where it is known. */
  readonly mark?: DecimalMark;
}

/** A table read both ways, with the formulas that were accepted. */
export interface Discovery {
  readonly numbers: NumberGrid;
  readonly row: Lines;
  readonly column: Lines;
  readonly rowSignatures: readonly Signature[];
  readonly columnSignatures: readonly Signature[];
  /** Running totals, growth and shares down the columns, and along the rows. */
  readonly rowAlong: readonly Along[];
  readonly columnAlong: readonly Along[];
  readonly effort: Effort;
}

export function discover(grid: Grid, options: DiscoveryOptions = {}): Discovery {
  return discoverIn(readGrid(grid, options.mark), options);
}

/** In a table of which some figures are known without reading their text; the mark must be known, too. */
export function discoverInTable(table: ShownTable, options: DiscoveryOptions & { readonly mark: DecimalMark }): Discovery {
  return discoverIn(readTable(table, options.mark), options);
}

function discoverIn(numbers: NumberGrid, { enough, hints }: DiscoveryOptions): Discovery {
  const effort: Effort = { steps: 0 };
  const { row, column } = linesOf(numbers);
  const rowSignatures = findSignatures(row, effort, enough, hints?.row);
  const columnSignatures = findSignatures(column, effort, enough, hints?.column);
  return {
    numbers,
    row,
    column,
    rowSignatures,
    columnSignatures,
    rowAlong: unexplained(findAlong(row, effort), rowSignatures),
    columnAlong: unexplained(findAlong(column, effort), columnSignatures),
    effort,
  };
}

/** A line that is already the result of a formula within its rows needs no other reading. */
function unexplained(along: readonly Along[], signatures: readonly Signature[]): readonly Along[] {
  const known = new Set(signatures.map(({ aggregate }) => aggregate));
  return along.filter(({ result }) => !known.has(result));
}

export function discoverRelations(grid: Grid, options: DiscoveryOptions = {}): readonly DiscoveredRelation[] {
  return relationsIn(discover(grid, options), 0);
}

/** What holds by the formulas that are worth at least `bits`. */
export function relationsIn(discovery: Discovery, bits: number): readonly DiscoveredRelation[] {
  const { row, column, rowSignatures, columnSignatures, rowAlong, columnAlong } = discovery;
  const isEnough = (signature: Signature): boolean => signature.bits >= bits;
  return [
    ...rowSignatures.filter(isEnough).flatMap((signature) => relationsOf(row, signature)),
    ...columnSignatures.filter(isEnough).flatMap((signature) => relationsOf(column, signature)),
    ...rowAlong.flatMap((along) => along.holds.map((at) => relationAlong(row, along, at))),
    ...columnAlong.flatMap((along) => along.holds.map((at) => relationAlong(column, along, at))),
  ];
}

const ALONG_OPERATOR = { 'running-total': 'sum', growth: 'relative-change', share: 'division' } as const;

export function relationAlong(lines: Lines, along: Along, at: number): DiscoveredRelation {
  const places = cellsAlong(lines, along, at).map(([line, instance]): Place => placeOf(lines, line, instance));
  const [total = [0, 0], ...parts] = places;
  const { kind, result, source, whole, factor } = along;
  const formula = `${lines.direction}${kind}${result},${source},${whole},${factor}`;
  return { operator: ALONG_OPERATOR[kind], total, parts, witnesses: ['label', 'arithmetic'], formula };
}

export function placeOf({ direction }: Lines, line: number, at: number): Place {
  return direction === 'row' ? [at, line] : [line, at];
}

function relationsOf(lines: Lines, signature: Signature): readonly DiscoveredRelation[] {
  const relations: DiscoveredRelation[] = [];
  const formula = nameOf(lines, signature);
  for (let at = signature.from; at <= signature.to; at++) {
    if (signature.status[at] !== HOLDS && signature.status[at] !== IDLE) continue;
    relations.push(relationAt(lines, signature, at, formula));
  }
  return relations;
}

/** A formula at one instance. A = B + C is told as C = A − B where C is named a change or a difference. */
export function relationAt(
  lines: Lines,
  signature: Pick<Signature, 'operator' | 'aggregate' | 'parts' | 'witnesses'>,
  at: number,
  formula: string = nameOf(lines, signature),
): DiscoveredRelation {
  const { operator, aggregate, parts, witnesses } = signature;
  const place = (line: number): Place => placeOf(lines, line, at);
  const total = totalLineOf(lines, signature);
  if (total === aggregate) return { operator, total: place(total), parts: parts.map(place), witnesses, formula };
  const others = parts.filter((part) => part !== total);
  return { operator: 'difference', total: place(total), parts: [aggregate, ...others].map(place), witnesses, formula };
}

/** The line that is told as the result: the change where a total is told as a difference. */
export function totalLineOf({ words }: Lines, { operator, aggregate, parts }: Pick<Signature, 'operator' | 'aggregate' | 'parts'>): number {
  const isChange = (line: number): boolean => ((words[line] ?? 0) & CHANGE_WORD) !== 0;
  if (operator !== 'sum' || parts.length !== 2 || isChange(aggregate)) return aggregate;
  const [change, second] = parts.filter(isChange);
  return change === undefined || second !== undefined ? aggregate : change;
}

/** Equal for all places of one formula. */
export function nameOf({ direction }: Lines, { operator, aggregate, parts }: Pick<Signature, 'operator' | 'aggregate' | 'parts'>): string {
  return `${direction}${operator}${aggregate}=${parts.join(' ')}`;
}

/** What the workbook's own formulas say (公式作证): a formula filled along a row or a column is a hypothesis about its lines, and the best witness there is. */
import type { Hint } from '../discovery/find-signatures.ts';
import type { Formula } from '../discovery/signature.ts';
import { averagedCells } from './parse.ts';
import type { FormulaCell, SheetFormulas } from './sheet-formulas.ts';
import type { Position, Token } from './tokens.ts';

export interface Hints {
  readonly row: readonly Hint[];
  readonly column: readonly Hint[];
}

/** One cell may be wrong; a formula that was filled was meant. */
const ENOUGH_CELLS = 2;
/** All hints together may name so many lines for each cell with a formula. */
const PARTS_PER_CELL = 4;

/** Sums, SUBTOTALs, means and plain quotients within one row or one column, the commonest first. */
export function hintsOf(formulas: SheetFormulas): Hints {
  const found = { row: new Map<string, Counted>(), column: new Map<string, Counted>() };
  let budget = PARTS_PER_CELL * formulas.all.length + 1000;
  for (const cell of formulas.all) {
    if (budget <= 0) break;
    const parts = partsOf(formulas, cell);
    budget -= parts?.cells.length ?? 1;
    if (parts === undefined || parts.cells.length < 2) continue;
    const direction = directionOf(cell.at, parts.cells);
    if (direction === undefined) continue;
    const lineOf = ({ row, column }: Position): number => (direction === 'row' ? column : row);
    const { operator } = parts;
    const lines = parts.cells.map(lineOf);
    const ordered = operator !== 'division' ? [...new Set(lines)].sort((a, b) => a - b) : lines;
    const key = `${operator}${lineOf(cell.at)}=${ordered.join(' ')}`;
    const known = found[direction].get(key);
    if (known !== undefined) known.cells += 1;
    else found[direction].set(key, { formula: { operator, aggregate: lineOf(cell.at), parts: ordered, factor: 1 }, cells: 1 });
  }
  return { row: enough(found.row), column: enough(found.column) };
}

interface Counted {
  readonly formula: Formula;
  cells: number;
}

function enough(found: ReadonlyMap<string, Counted>): readonly Hint[] {
  const filled = [...found.values()].filter(({ cells }) => cells >= ENOUGH_CELLS);
  // Where some cells of a line add up other lines than the rest, the rest is believed.
  const most = new Map<number, number>();
  for (const { formula, cells } of filled) most.set(formula.aggregate, Math.max(cells, most.get(formula.aggregate) ?? 0));
  return filled
    .filter(({ formula, cells }) => cells === most.get(formula.aggregate))
    .map(({ formula }): Hint => ({ formula, witness: 'formula' }));
}

interface Parts {
  readonly operator: 'sum' | 'average' | 'division';
  readonly cells: readonly Position[];
}

function partsOf(formulas: SheetFormulas, cell: FormulaCell): Parts | undefined {
  const summed = formulas.sumOf(cell);
  if (summed !== undefined) {
    const cells = summed.skipsSubtotals ? countedBySubtotal(formulas, summed.cells) : summed.cells;
    return cells === undefined ? undefined : { operator: 'sum', cells };
  }
  const averaged = averagedCells(cell.tokens);
  if (averaged !== undefined) {
    // AVERAGE passes over digits kept as text, which a reader counts.
    const isCertain = !averaged.some(({ row, column }) => formulas.isTextNumber(row, column));
    return isCertain ? { operator: 'average', cells: averaged } : undefined;
  }
  const [above, sign, below, ...rest] = cell.tokens;
  if (sign?.text !== '/' || rest.length > 0) return undefined;
  const [one, other] = [placeOf(above), placeOf(below)];
  return one === undefined || other === undefined ? undefined : { operator: 'division', cells: [one, other] };
}

/** SUBTOTAL passes over other SUBTOTALs; where rows are hidden nobody can tell from outside which of them it passes over, too. */
function countedBySubtotal(formulas: SheetFormulas, cells: readonly Position[]): readonly Position[] | undefined {
  if (cells.some(({ row }) => formulas.isHidden(row))) return undefined;
  return cells.filter(({ row, column }) => {
    const inner = formulas.formulaAt(row, column);
    return inner === undefined || formulas.sumOf(inner)?.skipsSubtotals !== true;
  });
}

function placeOf(token: Token | undefined): Position | undefined {
  return token?.kind === 'reference' ? token.to : undefined;
}

/** The line that all cells lie in, the total with them; undefined for a block or a step. */
function directionOf(at: Position, cells: readonly Position[]): 'row' | 'column' | undefined {
  if (cells.every(({ row, column }) => row === at.row && column !== at.column)) return 'row';
  return cells.every(({ row, column }) => column === at.column && row !== at.row) ? 'column' : undefined;
}

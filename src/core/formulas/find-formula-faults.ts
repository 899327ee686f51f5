/** Formulas that are wrong (公式差错): a range that stops short, a subtotal added twice, text inside a sum, a typed number among formulas, a formula unlike its neighbours. */
import { CHANGE_WORD, CUMULATIVE_WORD, LESS_WORD, MEAN_WORD, OF_WHICH_WORD, RATIO_WORD, SUM_WORD, wordsOf } from '../discovery/words.ts';
import { type Expression, figure, sum } from '../expressions/expression.ts';
import { areaAddress, cellAddress } from '../workbook/address.ts';
import type { Sheet } from '../workbook/workbook.ts';
import { oddOnesOut } from './neighbours.ts';
import { expressionOf, type FigureAt } from './parse.ts';
import type { FormulaCell, SheetFormulas } from './sheet-formulas.ts';
import { formulaText, movedTokens, type Position } from './tokens.ts';

export type FormulaFaultKind = 'range-short' | 'counted-twice' | 'text-number' | 'typed-number' | 'differs';

export interface FormulaFault {
  readonly kind: FormulaFaultKind;
  readonly at: Position;
  /** The right formula as text, and as arithmetic where it is simple enough. */
  readonly proposal: string;
  readonly expected: Expression | undefined;
  /** The cells left out, added twice, or kept as text; for a cell unlike its neighbours, those. */
  readonly cells: readonly Position[];
  /** Neighbours speak for it, or the formula contradicts itself. */
  readonly definite: boolean;
}

const MOST_LEFT_OUT = 3;
/** Reading sums of sums must stay linear in the sheet. */
const READ_PER_CELL = 20;
/** More columns than any sheet has. */
const COLUMNS = 32_768;
const NO_PART = SUM_WORD | MEAN_WORD | RATIO_WORD | CHANGE_WORD | OF_WHICH_WORD | CUMULATIVE_WORD | LESS_WORD;

/** At most one fault a cell, the most telling one. */
export function findFormulaFaults(sheet: Sheet, figureAt: FigureAt, formulas: SheetFormulas): readonly FormulaFault[] {
  if (formulas.all.length === 0) return [];
  const found = new Map<string, FormulaFault>();
  const add = (fault: FormulaFault | undefined): void => {
    if (fault !== undefined && !found.has(cellAddress(fault.at))) found.set(cellAddress(fault.at), fault);
  };
  let budget = READ_PER_CELL * sheet.grid.length * Math.max(1, sheet.columnCount);
  for (const cell of formulas.all) {
    if (budget <= 0) break;
    const summed = formulas.sumOf(cell);
    if (summed === undefined) continue;
    budget -= summed.cells.length;
    add(countedTwice(formulas, cell, figureAt));
    add(textInside(formulas, cell, figureAt));
    add(rangeShort(formulas, cell, figureAt));
  }
  for (const { at, like, neighbours } of oddOnesOut(formulas, sheet, figureAt)) {
    const moved = movedTokens(like.tokens, like.at, at);
    if (moved === undefined) continue;
    const own = formulas.formulaAt(at.row, at.column);
    const kind = own === undefined ? 'typed-number' : 'differs';
    // A function that is not understood may well be meant.
    if (own !== undefined && expressionOf(own.tokens, figureAt) === undefined) continue;
    add({
      kind,
      at,
      proposal: formulaText(moved),
      expected: expressionOf(moved, figureAt),
      cells: neighbours,
      definite: isShorter(formulas, at, like),
    });
  }
  return [...found.values()];
}

/** A sum over fewer cells than its neighbours' sums: no other intention is likely. */
function isShorter(formulas: SheetFormulas, at: Position, like: FormulaCell): boolean {
  const own = formulas.formulaAt(at.row, at.column);
  const [few, many] = [own, like].map((cell) => (cell === undefined ? undefined : formulas.sumOf(cell)));
  return few !== undefined && many !== undefined && few.cells.length < many.cells.length;
}

function sumOver(cells: readonly Position[], figureAt: FigureAt): Expression {
  return sum(cells.map(({ row, column }) => figure(figureAt([row, column]))));
}

const keyOf = ({ row, column }: Position): number => row * COLUMNS + column;

/** A total over a range that holds a subtotal and everything the subtotal adds up. */
function countedTwice(formulas: SheetFormulas, cell: FormulaCell, figureAt: FigureAt): FormulaFault | undefined {
  const summed = formulas.sumOf(cell);
  if (summed === undefined || summed.cells.length < 3) return undefined;
  if (!summed.cells.some(({ row, column }) => formulas.formulaAt(row, column) !== undefined)) return undefined;
  const inside = new Set(summed.cells.map(keyOf));
  const twice = summed.cells.filter(({ row, column }) => {
    const part = formulas.formulaAt(row, column);
    const below = part === undefined ? undefined : formulas.sumOf(part);
    if (below === undefined || below.cells.length < 2 || (summed.skipsSubtotals && below.skipsSubtotals)) return false;
    return below.cells.every((one) => inside.has(keyOf(one)));
  });
  if (twice.length === 0) return undefined;
  const left = new Set(twice.map(keyOf));
  return {
    kind: 'counted-twice',
    at: cell.at,
    proposal: `${formulaText(cell.tokens)}${twice.map((one) => `-${cellAddress(one)}`).join('')}`,
    expected: sumOver(
      summed.cells.filter((one) => !left.has(keyOf(one))),
      figureAt,
    ),
    cells: twice,
    definite: true,
  };
}

/** SUM passes over digits that are kept as text. */
function textInside(formulas: SheetFormulas, cell: FormulaCell, figureAt: FigureAt): FormulaFault | undefined {
  const summed = formulas.sumOf(cell);
  if (summed === undefined || summed.ranges.length === 0) return undefined;
  const texts = summed.cells.filter(({ row, column }) => formulas.isTextNumber(row, column));
  // A column of nothing but text was never meant to be added up.
  if (texts.length === 0 || texts.length === summed.cells.length) return undefined;
  return {
    kind: 'text-number',
    at: cell.at,
    proposal: formulaText(cell.tokens),
    expected: sumOver(summed.cells, figureAt),
    cells: texts,
    definite: true,
  };
}

/** =SUM(B2:B8) in B10 while B9 holds an amount of its own. */
function rangeShort(formulas: SheetFormulas, cell: FormulaCell, figureAt: FigureAt): FormulaFault | undefined {
  const [range, second] = formulas.sumOf(cell)?.ranges ?? [];
  const { row: total, column } = cell.at;
  if (range === undefined || second !== undefined || cell.tokens.length !== 6) return undefined;
  const { from, to } = range;
  if (from.column !== column || to.column !== column || to.row - from.row < 1 || to.row >= total - 1) return undefined;
  if (total - 1 - to.row > MOST_LEFT_OUT) return undefined;
  const leftOut: Position[] = [];
  for (let row = to.row + 1; row < total; row++) {
    const { row: label, unit } = figureAt([row, column]);
    if (!formulas.isNumber(row, column) || unit.kind === 'rate' || label === '' || (wordsOf(label) & NO_PART) !== 0) return undefined;
    const own = formulas.formulaAt(row, column);
    if (own !== undefined && formulas.sumOf(own) !== undefined) return undefined;
    leftOut.push({ row, column });
  }
  const whole = { top: from.row, bottom: total - 1, left: column, right: column };
  const beside = [formulas.formulaAt(total, column - 1), formulas.formulaAt(total, column + 1)].filter((one) => one !== undefined);
  return {
    kind: 'range-short',
    at: cell.at,
    proposal: `=SUM(${areaAddress(whole)})`,
    expected: sumOver(
      Array.from({ length: total - from.row }, (_, index) => ({ row: from.row + index, column })),
      figureAt,
    ),
    cells: leftOut,
    definite: beside.length > 0 && beside.every(({ form }) => form !== cell.form),
  };
}

/** Cells unlike their neighbours (与相邻公式不一致): between cells that hold one formula, another formula or a typed number. What whole rows and columns do is intended. */
import { CHANGE_WORD, CUMULATIVE_WORD, LESS_WORD, MEAN_WORD, OF_WHICH_WORD, RATIO_WORD, SUM_WORD, wordsOf } from '../discovery/words.ts';
import type { Sheet } from '../workbook/workbook.ts';
import type { FigureAt } from './parse.ts';
import type { FormulaCell, SheetFormulas } from './sheet-formulas.ts';
import type { Position } from './tokens.ts';

export interface OddOneOut {
  readonly at: Position;
  /** A neighbour that holds the usual formula. */
  readonly like: FormulaCell;
  readonly neighbours: readonly Position[];
}

/** Figures that are typed by their nature. */
const GIVEN = /期初|年初|上年|上期|结转|初始|假设|预计|opening|initial|brought\s+forward|assum|forecast|estimate/i;

const OWN_FORMULA = SUM_WORD | MEAN_WORD | RATIO_WORD | CHANGE_WORD | OF_WHICH_WORD | CUMULATIVE_WORD | LESS_WORD;

type Step = readonly [down: number, across: number];
const STEPS: readonly Step[] = [
  [1, 0],
  [0, 1],
];

export function oddOnesOut(formulas: SheetFormulas, sheet: Sheet, figureAt: FigureAt): readonly OddOneOut[] {
  const found: OddOneOut[] = [];
  const seen = new Set<number>();
  for (const { at } of formulas.all) {
    for (const step of STEPS) {
      // Every odd one has a formula just before it.
      const suspect = { row: at.row + step[0], column: at.column + step[1] };
      const key = suspect.row * (sheet.columnCount + 1) + suspect.column;
      if (seen.has(key)) continue;
      const odd = oddAt(formulas, suspect, step);
      if (odd === undefined || isIntended(formulas, odd, step, figureAt)) continue;
      seen.add(key);
      found.push(odd);
    }
  }
  return found;
}

/** Both neighbours hold one formula, and so does a third cell in a row with them. */
function oddAt(formulas: SheetFormulas, at: Position, [down, across]: Step): OddOneOut | undefined {
  const neighbour = (distance: number): FormulaCell | undefined =>
    formulas.formulaAt(at.row + distance * down, at.column + distance * across);
  const own = formulas.formulaAt(at.row, at.column);
  if (own === undefined && !formulas.isTyped(at.row, at.column)) return undefined;
  const before = neighbour(-1);
  if (before === undefined || before.form === own?.form || neighbour(1)?.form !== before.form) return undefined;
  const neighbours = [-2, -1, 1, 2].flatMap((distance) => neighbour(distance) ?? []).filter(({ form }) => form === before.form);
  return neighbours.length < 3 ? undefined : { at, like: before, neighbours: neighbours.map((one) => one.at) };
}

function isIntended(formulas: SheetFormulas, { at, like }: OddOneOut, step: Step, figureAt: FigureAt): boolean {
  const own = formulas.formulaAt(at.row, at.column);
  const [across, down] = step;
  for (const side of [-1, 1]) {
    const beside = { row: at.row + side * down, column: at.column + side * across };
    const other = formulas.formulaAt(beside.row, beside.column);
    if (own !== undefined && other?.form === own.form) return true;
    if (own === undefined && oddAt(formulas, beside, step) !== undefined && other === undefined) return true;
  }
  const { row, column, unit } = figureAt([at.row, at.column]);
  if (own === undefined && (GIVEN.test(row) || GIVEN.test(column))) return true;
  // A rate among amounts, a total, an average or a deduction has a formula of its own.
  if ((unit.kind === 'rate') !== (figureAt([like.at.row, like.at.column]).unit.kind === 'rate')) return true;
  return (wordsOf(step[0] === 1 ? row : column) & OWN_FORMULA) !== 0;
}

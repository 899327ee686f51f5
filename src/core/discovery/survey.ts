/** What holds in a table (成立的关系): counted where it holds to the last digit, which is nearly everywhere, listed where somebody must look closer. */
import { type Discovery, type DiscoveredRelation, nameOf, relationAlong, relationAt, totalLineOf } from './discover.ts';
import type { NumberGrid } from './number-grid.ts';
import { HOLDS, IDLE, type Signature } from './signature.ts';

export interface Survey {
  /** How many relations hold to the last digit, of those that are not listed. */
  readonly exact: number;
  /** How often each formula holds for a figure that is not zero. */
  readonly holding: ReadonlyMap<string, number>;
  readonly listed: readonly DiscoveredRelation[];
}

/** Of the formulas that are worth at least `bits`. */
export function surveyOf(discovery: Discovery, bits: number): Survey {
  const holding = new Map<string, number>();
  const listed: DiscoveredRelation[] = [];
  let exact = 0;
  const note = (formula: string): void => {
    holding.set(formula, (holding.get(formula) ?? 0) + 1);
  };
  const whole = isWhole(discovery.numbers);
  for (const [lines, signatures] of [
    [discovery.row, discovery.rowSignatures],
    [discovery.column, discovery.columnSignatures],
  ] as const) {
    for (const signature of signatures) {
      if (signature.bits < bits) continue;
      const formula = nameOf(lines, signature);
      const start = totalLineOf(lines, signature) * lines.instances;
      for (let at = signature.from; at <= signature.to; at++) {
        if (signature.status[at] !== HOLDS && signature.status[at] !== IDLE) continue;
        if (lines.value[start + at] !== 0) note(formula);
        if (whole && isExact(signature, at)) exact += 1;
        else listed.push(relationAt(lines, signature, at, formula));
      }
    }
  }
  for (const [lines, found] of [
    [discovery.row, discovery.rowAlong],
    [discovery.column, discovery.columnAlong],
  ] as const) {
    for (const along of found) {
      for (const at of along.holds) {
        const relation = relationAlong(lines, along, at);
        if (lines.value[along.result * lines.instances + at] !== 0) note(relation.formula);
        listed.push(relation);
      }
    }
  }
  return { exact, holding, listed };
}

/** Whether sums of the table's figures are sums of whole numbers: no fraction beyond the scale, no percentage among amounts. */
function isWhole({ decimals, percent, scale, fine }: NumberGrid): boolean {
  return fine === undefined && decimals.every((own) => own <= scale) && percent.every((own) => own === 0);
}

function isExact({ operator, residual }: Signature, at: number): boolean {
  return operator === 'sum' && residual[at] === 0;
}

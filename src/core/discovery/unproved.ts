/** Sums that only a name speaks for (孤证合计): tables with one or two columns, where one wrong cell leaves nothing that holds. */
import { judge } from './judge.ts';
import type { Lines } from './lines.ts';
import { FAILS, type Formula, type Signature, signatureOf, UNTESTED } from './signature.ts';
import { addends, isAddedUp, stretches } from './stretches.ts';
import { ENOUGH_BITS } from './weigh.ts';
import { isPlainTotal } from './words.ts';

const UNPROVED_BITS = 8;
const FEW = 2;

/** Sums that only a total word speaks for, tested at one or two places and failing there: too little to believe, enough to look for a slip. */
export function unprovedSums(lines: Lines, signatures: readonly Signature[]): readonly Signature[] {
  const known = new Set(
    signatures.filter(({ operator, bits }) => operator === 'sum' && bits >= ENOUGH_BITS).map(({ aggregate }) => aggregate),
  );
  const found: Signature[] = [];
  for (let place = 0; place < lines.active.length; place++) {
    const aggregate = lines.active[place] ?? 0;
    if (
      known.has(aggregate) ||
      lines.rank[aggregate] === 0 ||
      (lines.figures[aggregate] ?? 0) > FEW ||
      !isPlainTotal(lines.label[aggregate] ?? '')
    )
      continue;
    const runs = stretches(lines, place).map((run) => addends(lines, run));
    if (isAddedUp(lines, aggregate, runs)) continue;
    for (const parts of runs) {
      if (parts.length < 2) continue;
      const formula: Formula = { operator: 'sum', aggregate, parts, factor: 1 };
      const { status, residual } = judge(lines, formula);
      const tested = [...status.keys()].filter((at) => status[at] !== UNTESTED);
      if (tested.length === 0 || tested.some((at) => status[at] !== FAILS)) continue;
      const ends = { from: tested[0] ?? 0, to: tested.at(-1) ?? 0 };
      const belief = { holds: 0, fails: tested.length, evidence: 0, bits: UNPROVED_BITS, witnesses: ['label'] as const };
      found.push(signatureOf(formula, { direction: lines.direction, status, residual, ...ends, ...belief }));
    }
  }
  return found;
}

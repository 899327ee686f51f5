/** The right figure in the place of a wrong one (改正): the digits and unit of the tables, or the direction word before the number. */
import { formatAmount } from '../number/format.ts';
import type { Claim, Correction } from './claim.ts';
import { type Block } from './flow.ts';
import { placeIn } from './fault.ts';
import { measure } from './measure.ts';
import type { Expected } from './reference.ts';

const TURNED: Readonly<Record<string, string>> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  下降: '增长',
  上升: '下降',
  提高: '降低',
  降低: '提高',
  高于: '低于',
  低于: '高于',
};

/** Of a number that the tables contradict. Undefined where a word and the number are wrong at once: then the sentence has to be read again. */
export function correctionOf(claim: Claim, { claim: due }: Expected, block: Block | undefined): Correction | undefined {
  const from = block?.at.indexOf(claim.start) ?? -1;
  if (block === undefined || from < 0) return undefined;
  const isTurned = claim.direction !== 0 && claim.direction === -due.direction && !measure(due).value.isZero();
  if (isTurned) {
    const word = block.text.slice(Math.max(0, from - 2), from);
    const instead = TURNED[word];
    if (instead === undefined || !measure(claim).value.eq(measure(due).value)) return undefined;
    return { ...placeIn(block, from - 2, from), text: instead };
  }
  const { start, end } = claim;
  const grouping = claim.text.includes(',') || due.text.includes(',');
  const digits =
    claim.unit === due.unit ? formatAmount(due.value, { decimals: due.decimals, grouping: grouping && due.role !== 'share' }) : undefined;
  return { start, end, text: digits === undefined ? due.text : `${digits}${due.unit}` };
}

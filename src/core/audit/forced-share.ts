/** Shares that were adjusted so that a list adds to exactly 100.00 (占比凑整): 0.01 off is then a hint, not an error. */
import { HUNDRED, quantumOf, ZERO } from '../number/decimal.ts';
import type { Claim } from './claim.ts';
import type { Judgement } from './judge-tables.ts';
import type { Expected } from './reference.ts';

/** `claims` are all of the text. A judgement that is no forced share comes back as it is. */
export function asForcedShare(judgement: Judgement, { claim: due }: Expected, claims: readonly Claim[]): Judgement {
  const { claim, verdict } = judgement;
  if (verdict !== 'broken' || claim.role !== 'share' || claim.unit !== '%') return judgement;
  if (claim.value.minus(due.value).abs().gt(quantumOf(claim.decimals))) return judgement;
  const list = claims.filter((other) => other.role === 'share' && !other.free && isSameList(other, claim));
  if (list.length < 2 || !list.reduce((sum, { value }) => sum.plus(value), ZERO).eq(HUNDRED)) return judgement;
  return {
    ...judgement,
    verdict: 'hint',
    message: {
      'zh-CN': `占比${claim.text}与计算所得${due.text}相差一个最小单位，而各项占比合计正好100%，应是凑整所致`,
      en: `The share ${claim.text} is one last digit off ${due.text}, and the list adds to exactly 100%: it was probably adjusted`,
    },
  };
}

/** 五（二）lists its classes as items, one paragraph each; elsewhere a list is one paragraph. */
function isSameList(a: Claim, b: Claim): boolean {
  return a.section === b.section && (a.section === 'structure' || a.block === b.block);
}

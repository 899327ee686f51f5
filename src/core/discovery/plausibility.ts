/** How usual a figure is (合理性): its share of the total here, against its share at the places where the sum holds. */
import type { Equation } from './equations.ts';
import { HOLDS } from './signature.ts';

const NEAREST = 8;
const MOST_BITS = 6;
const FLOOR = 0.04;
const OTHER_SIGN = 3;
const ODD = 6;

/** Bits for replacing the figure of `line` by `value`: positive when the new share is the more usual one. Totals and rates get 0. */
export function usualness({ rule: { lines, signature, from, to }, at }: Equation, line: number, value: number): number {
  const stated = lines.value[signature.aggregate * lines.instances + at] ?? 0;
  if (signature.operator !== 'sum' || line === signature.aggregate || stated === 0) return 0;
  const share = (instance: number, figure: number): number => figure / (lines.value[signature.aggregate * lines.instances + instance] ?? 0);
  const shares: number[] = [];
  for (let away = 1; shares.length < NEAREST && (at - away >= from || at + away <= to); away++) {
    for (const instance of [at - away, at + away]) {
      if (instance < from || instance > to || signature.status[instance] !== HOLDS) continue;
      const usual = share(instance, lines.value[line * lines.instances + instance] ?? 0);
      if (Number.isFinite(usual) && usual > 0) shares.push(Math.log(usual));
    }
  }
  if (shares.length < 2) return 0;
  const centre = median(shares);
  const spread = median(shares.map((one) => Math.abs(one - centre))) + FLOOR;
  const distance = (figure: number): number => {
    const here = share(at, figure);
    return here > 0 ? Math.abs(Math.log(here) - centre) : OTHER_SIGN;
  };
  const now = distance(lines.value[line * lines.instances + at] ?? 0);
  return Math.max(-MOST_BITS, Math.min(MOST_BITS, (now - distance(value)) / spread));
}

/** Bits for taking away digits that no other figure of the sum has: whole numbers add up to a whole number. Negative when they are put in. */
export function evenness({ rule: { lines, signature }, at }: Equation, line: number, value: number): number {
  if (signature.operator !== 'sum') return 0;
  let usual = Number.POSITIVE_INFINITY;
  for (const member of [signature.aggregate, ...signature.parts]) {
    const figure = lines.value[member * lines.instances + at] ?? Number.NaN;
    if (member === line || Number.isNaN(figure) || figure === 0) continue;
    usual = Math.min(usual, lines.grain[member * lines.instances + at] ?? 1);
  }
  if (!Number.isFinite(usual) || usual === 1) return 0;
  const isOdd = (figure: number): boolean => Math.round(figure) % usual !== 0;
  const now = lines.value[line * lines.instances + at] ?? 0;
  return ODD * ((isOdd(now) ? 1 : 0) - (isOdd(value) ? 1 : 0));
}

function median(values: readonly number[]): number {
  const ordered = new Float64Array(values).sort();
  const middle = Math.floor(ordered.length / 2);
  return ordered.length % 2 === 1 ? (ordered[middle] ?? 0) : ((ordered[middle - 1] ?? 0) + (ordered[middle] ?? 0)) / 2;
}

/** What one place says of a relation along a line (逐期检验): the step to it, and whether a running total, a growth rate or a share holds there. */
import type { Lines } from './lines.ts';

/** What the figure of `result` follows from, at each instance. */
export interface Along {
  readonly kind: 'running-total' | 'growth' | 'share';
  readonly result: number;
  readonly source: number;
  /** share: the instance that holds the grand total. */
  readonly whole: number;
  readonly factor: 1 | 100;
  /** Instances where it holds, and where it fails. */
  readonly holds: readonly number[];
  readonly fails: readonly number[];
  readonly bits: number;
}

export type Shape = Pick<Along, 'kind' | 'result' | 'source' | 'whole' | 'factor'>;

/** By how much a line has gone up to an instance; NaN where there is nothing before. */
export function stepTo(lines: Lines, line: number, at: number): number {
  const before = previous(lines, line, at);
  const { value, instances } = lines;
  return before === -1 ? Number.NaN : (value[line * instances + at] ?? Number.NaN) - (value[line * instances + before] ?? Number.NaN);
}

/** What an instance of a shape that does not hold says. */
export const BROKEN = -1;

/** The bits of an instance that holds, BROKEN, or NaN where a figure is missing or nothing can be said. A number: this runs for every pair of lines. */
export function outcome(lines: Lines, { kind, result, source, whole, factor }: Shape, at: number): number {
  const { value, half, instances } = lines;
  const stated = value[result * instances + at] ?? Number.NaN;
  const own = half[result * instances + at] ?? 0;
  const part = value[source * instances + at] ?? Number.NaN;
  const partHalf = half[source * instances + at] ?? 0;
  if (Number.isNaN(stated) || Number.isNaN(part) || part === 0) return Number.NaN;
  if (kind === 'running-total') {
    const before = previous(lines, result, at);
    if (before === -1 || previous(lines, source, at) !== before) return Number.NaN;
    const past = value[result * instances + before] ?? 0;
    const tolerance = own + partHalf + (half[result * instances + before] ?? 0);
    return verdict(stated - past - part, tolerance, past === 0 ? 0 : Math.min(Math.abs(part), Math.abs(stated)));
  }
  const other = kind === 'share' ? whole : previous(lines, source, at);
  if (other === -1 || (kind === 'share' && other === at)) return Number.NaN;
  const base = value[source * instances + other] ?? 0;
  if (base === 0) return Number.NaN;
  const unit = factor * lines.unit;
  const quotient = part / base;
  const expected = (kind === 'share' ? quotient : quotient - 1) * unit;
  const open = ((partHalf + Math.abs(quotient) * (half[source * instances + other] ?? 0)) / Math.abs(base)) * unit;
  return verdict(stated - expected, own * 1.05 + open, quotient === 1 ? 0 : Math.abs(stated));
}

function verdict(off: number, tolerance: number, size: number): number {
  return Math.abs(off) <= tolerance ? Math.min(20, Math.log2(1 + size / (2 * tolerance))) : BROKEN;
}

/** The instance before that has a figure in the line, directly or past one gap; -1 when there is none. */
export function previous({ value, instances }: Lines, line: number, at: number): number {
  for (let before = at - 1; before >= 0 && before >= at - 2; before--) {
    if (!Number.isNaN(value[line * instances + before] ?? Number.NaN)) return before;
  }
  return -1;
}

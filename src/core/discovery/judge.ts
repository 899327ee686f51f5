/** Tests a formula at every place (逐处检验), says what each place proves, and finds the stretch where it holds. */
import type { Lines } from './lines.ts';
import { FINE_SCALE } from './number-grid.ts';
import { FAILS, type Formula, HOLDS, IDLE, UNTESTED } from './signature.ts';

const MOST_BITS = 20;
const FAILURE = 6;
const REPEATED = 0.1;
const MOST_REPEATED = 2;
/** Knuth's: 2^32 by the golden ratio. */
const HASH_FACTOR = 0x9e3779b1;

/** By instance. */
export interface Judged {
  readonly status: Uint8Array;
  /** Stated minus computed. */
  readonly residual: Float64Array;
  /** The bits a place proves by itself, where the formula holds. */
  readonly gain: Float64Array;
}

/** Room for what `judge` finds. */
export function judgedOf(instances: number): Judged {
  return { status: new Uint8Array(instances), residual: new Float64Array(instances), gain: new Float64Array(instances) };
}

/** Tests a formula at every instance. Whoever tests thousands gives the same room each time. */
export function judge(lines: Lines, formula: Formula, room: Judged = judgedOf(lines.instances)): Judged {
  room.status.fill(UNTESTED);
  room.residual.fill(0);
  room.gain.fill(0);
  const { value, instances } = lines;
  const isTotal = formula.operator === 'sum' || formula.operator === 'average';
  const start = formula.aggregate * instances;
  for (let at = 0; at < instances; at++) {
    const stated = value[start + at] ?? Number.NaN;
    if (Number.isNaN(stated)) continue;
    if (isTotal) judgeTotal(lines, formula, at, stated, room);
    else judgeRate(lines, formula, at, stated, room);
  }
  return room;
}

/** Copied and proportional lines repeat a coincidence as often as they repeat the truth: takes off what such places seemed to prove. */
export function discountRepeats(lines: Lines, formula: Formula, { status, gain }: Judged): void {
  const seen = new Set<number>();
  let reference = -1;
  let repeated = 0;
  for (let at = 0; at < lines.instances; at++) {
    if (status[at] !== HOLDS) continue;
    const key = proportion(lines, formula, at, lines.value[formula.aggregate * lines.instances + at] ?? Number.NaN);
    if (seen.has(key) || (reference !== -1 && sameProportions(lines, formula, at, reference))) {
      gain[at] = repeated < MOST_REPEATED ? Math.min(REPEATED, gain[at] ?? 0) : 0;
      repeated += gain[at] ?? 0;
    } else seen.add(key);
    if (reference === -1) reference = at;
  }
}

/** What the instance looks like, whatever its size: each part as a share of the stated figure, to about one per cent; as a small integer, which sets hold best. */
function proportion(lines: Lines, { operator, parts }: Formula, at: number, stated: number): number {
  const isRate = operator === 'division' || operator === 'relative-change';
  const whole = stated === 0 ? 1 : Math.abs(stated);
  let key = 0;
  for (const part of parts) {
    const figure = lines.value[part * lines.instances + at] ?? Number.NaN;
    if (Number.isNaN(figure) || figure === 0) continue;
    const share = isRate ? figure + 7 * stated : Math.round(Math.log2(Math.abs(figure) / whole) * 64);
    key = (Math.imul(key, HASH_FACTOR) + share) | 0;
  }
  return key;
}

/** Whether two instances are one, enlarged: then the second holds because the first does. Long sums are never that by accident. */
function sameProportions({ value, half, instances }: Lines, { aggregate, parts }: Formula, at: number, reference: number): boolean {
  if (parts.length > 3) return false;
  const whole = value[aggregate * instances + at] ?? 0;
  const scale = whole / (value[aggregate * instances + reference] ?? Number.NaN);
  if (!Number.isFinite(scale) || scale === 0) return false;
  return parts.every((part) => {
    const cell = part * instances + at;
    const figure = value[cell] ?? Number.NaN;
    const known = value[part * instances + reference] ?? Number.NaN;
    const slack = (half[cell] ?? 0) + Math.abs(scale) * (half[part * instances + reference] ?? 0) + Math.abs(figure) * 1e-4;
    return Math.abs(figure - known * scale) <= 2 * slack;
  });
}

function judgeTotal(lines: Lines, { operator, aggregate, parts }: Formula, at: number, stated: number, out: Judged): void {
  const { instances, value, half, grain } = lines;
  let finest = grain[aggregate * instances + at] ?? 1;
  let sum = 0;
  let slack = 0;
  let figures = 0;
  let nonZero = 0;
  let largest = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const part of parts) {
    const figure = value[part * instances + at] ?? Number.NaN;
    if (Number.isNaN(figure)) continue;
    figures += 1;
    sum += figure;
    if (figure < low) low = figure;
    if (figure > high) high = figure;
    if (figure === 0) continue;
    nonZero += 1;
    slack += half[part * instances + at] ?? 0;
    finest = Math.min(finest, grain[part * instances + at] ?? 1);
    const size = Math.abs(figure);
    if (size > largest) largest = size;
  }
  const own = half[aggregate * instances + at] ?? 0;
  if (figures === 0) {
    if (stated === 0) out.status[at] = IDLE;
    return;
  }
  const size = Math.abs(stated);
  if (operator === 'average') {
    const off = stated - sum / figures;
    const tolerance = own + slack / figures;
    out.residual[at] = off;
    if (Math.abs(off) > tolerance * 1.0001) out.status[at] = FAILS;
    else if (figures < 2 || high === low) out.status[at] = IDLE;
    else {
      out.status[at] = HOLDS;
      // Zero is the mean of any figure and its opposite.
      out.gain[at] = stated === 0 ? 0 : Math.min(MOST_BITS, Math.log2(1 + (high - low) / Math.max(2 * tolerance, finest / figures)));
    }
    return;
  }
  const off = exactResidual(lines, { aggregate, parts }, at) ?? stated - sum;
  const tolerance = totalTolerance(lines, own + slack, nonZero) + drift(size + nonZero * largest);
  out.residual[at] = off;
  if (Math.abs(off) > tolerance) out.status[at] = FAILS;
  else if (nonZero === 0) out.status[at] = IDLE;
  else {
    out.status[at] = HOLDS;
    const gain = Math.min(MOST_BITS, Math.log2(1 + Math.max(size, largest) / Math.max(2 * tolerance, finest)));
    // One part alone is a copy, and a stated zero is any empty line: neither bears much witness.
    out.gain[at] = nonZero === 1 || stated === 0 ? Math.min(1, gain * 0.1) : gain;
  }
}

/** What doubles may be off in the last place; integers below 2^53 never reach half a unit of it. */
export function drift(size: number): number {
  return size * 2 ** -51;
}

/** Stated minus parts in exact arithmetic, where the figures are too large for doubles; undefined where doubles are exact. */
export function exactResidual(
  { fine, instances, scale }: Lines,
  { aggregate, parts }: Pick<Formula, 'aggregate' | 'parts'>,
  at: number,
): number | undefined {
  if (fine === undefined) return undefined;
  let off = fine[aggregate * instances + at] ?? 0n;
  for (const part of parts) off -= fine[part * instances + at] ?? 0n;
  return Number(off) / 10 ** (FINE_SCALE - scale);
}

/** Worst-case rounding; where figures are rounded at random, three standard deviations. */
export function totalTolerance({ noise }: Lines, rounding: number, parts: number): number {
  return noise === 0 ? rounding : Math.max(rounding, 3 * noise * Math.sqrt(parts + 1));
}

function judgeRate(lines: Lines, { operator, aggregate, parts, factor }: Formula, at: number, stated: number, out: Judged): void {
  const { instances, value, half } = lines;
  const first = (parts[0] ?? 0) * instances + at;
  const second = (parts[1] ?? 0) * instances + at;
  const one = value[first] ?? Number.NaN;
  const other = value[second] ?? Number.NaN;
  if (Number.isNaN(one) || Number.isNaN(other)) return;
  const isDivision = operator === 'division';
  const below = isDivision ? other : one;
  const above = isDivision ? one : other;
  if (below === 0) return;
  const unit = factor * lines.unit;
  const quotient = above / below;
  const expected = (isDivision ? quotient : quotient - 1) * unit;
  const belowSlack = (half[isDivision ? second : first] ?? 0) / Math.abs(below);
  const aboveSlack = (half[isDivision ? first : second] ?? 0) / Math.abs(below);
  const own = half[aggregate * instances + at] ?? 0;
  const tolerance = own * 1.05 + (Math.abs(quotient) * belowSlack + aboveSlack) * unit;
  const off = stated - expected;
  out.residual[at] = off;
  if (Math.abs(off) > tolerance) {
    out.status[at] = FAILS;
    return;
  }
  // 0, 1 and 100 % come out of copies and blanks; they bear little witness.
  const plain = above === 0 || quotient === 1 || stated === 0;
  out.status[at] = above === 0 && stated === 0 ? IDLE : HOLDS;
  out.gain[at] = plain
    ? 0
    : Math.min(MOST_BITS, Math.log2(1 + Math.abs(stated) / Math.max(2 * tolerance, lines.grain[aggregate * instances + at] ?? 1)));
}

/** What the best stretch proves if no place repeats another: no less than what it is found to prove. */
export function mostEvidence({ status, gain }: Judged): number {
  let best = 0;
  let sum = 0;
  for (let at = 0; at < status.length; at++) {
    if (status[at] === FAILS) sum -= FAILURE;
    else if (status[at] === HOLDS) sum = Math.max(0, sum) + (gain[at] ?? 0);
    if (sum > best) best = sum;
  }
  return best;
}

/** The stretch of instances with the most evidence, failures subtracted (Kadane). */
export function bestStretch({ status, gain }: Judged): {
  readonly from: number;
  readonly to: number;
  readonly holds: number;
  readonly fails: number;
  readonly evidence: number;
} {
  let best = 0;
  let from = 0;
  let to = -1;
  let sum = 0;
  let start = 0;
  for (let at = 0; at < status.length; at++) {
    if (status[at] === FAILS) sum -= FAILURE;
    else if (status[at] === HOLDS) {
      if (sum <= 0) {
        sum = 0;
        start = at;
      }
      sum += gain[at] ?? 0;
    }
    if (sum > best) {
      best = sum;
      from = start;
      to = at;
    }
  }
  // Zeros and copies at the ends belong to the pattern though they add nothing.
  while (from > 0 && status[from - 1] !== FAILS) from -= 1;
  while (to >= 0 && to < status.length - 1 && status[to + 1] !== FAILS) to += 1;
  let holds = 0;
  let fails = 0;
  for (let at = from; at <= to; at++) {
    if (status[at] === HOLDS) holds += 1;
    else if (status[at] === FAILS) fails += 1;
  }
  return { from, to, holds, fails, evidence: best };
}

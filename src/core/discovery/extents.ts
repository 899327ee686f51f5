/** How far the figures of a line go (数值范围), by which most growth rates and running totals are ruled out before anything is computed. */
import type { Lines } from './lines.ts';

/** What is asked of a line for each line near it. */
export interface Extents {
  /** The widest rounding of a line's figures. */
  readonly widest: Float64Array;
  /** The largest quotient that two figures of the line may have, and one more, for a growth of so much. */
  readonly reach: Float64Array;
}

export function extentsOf({ count, instances, value, half, active }: Lines): Extents {
  const widest = new Float64Array(count);
  const reach = new Float64Array(count);
  for (const line of active) {
    let largest = 0;
    let smallest = Number.POSITIVE_INFINITY;
    let widestHalf = 0;
    for (let cell = line * instances; cell < (line + 1) * instances; cell++) {
      const size = Math.abs(value[cell] ?? Number.NaN);
      if ((half[cell] ?? 0) > widestHalf) widestHalf = half[cell] ?? 0;
      if (!(size > 0)) continue;
      if (size > largest) largest = size;
      if (size < smallest) smallest = size;
    }
    const quotient = largest / smallest;
    widest[line] = widestHalf;
    reach[line] = quotient + 1 + ((1 + quotient) * widestHalf) / smallest;
  }
  return { widest, reach };
}

/** Tables written as a reader sees them: one row a line, cells between bars. */
import type { DiscoveredRelation } from '../../../src/core/discovery/discover.ts';

/** Spaces around a cell are cut, except full-width ones: those set a label in. */
export function table(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.replace(/^ +| +$/g, '')));
}

/** «sum 5,1 = 2,1 + 3,1 + 4,1»: row, column. */
export function tell({ operator, total, parts }: DiscoveredRelation): string {
  return `${operator} ${total.join(',')} = ${parts.map((part) => part.join(',')).join(' ')}`;
}

/** Figures that no pattern runs through, the same at every run. */
export function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Timing that two neighbours share fairly (计时): both sides take turns, and the median of each is compared. */
import { readFileSync } from 'node:fs';

export interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

export type Work = () => unknown;

/** Medians in milliseconds of two pieces of work that take turns, after `warmUp` turns that do not count. */
export async function sideBySide(ours: Work, theirs: Work, turns: number, warmUp = Math.ceil(turns / 3)): Promise<Pair> {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let turn = -warmUp; turn < turns; turn += 1) {
    // Whoever goes first meets the other's garbage: change places every turn.
    const order = turn % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of order) {
      const time = await milliseconds(side === 'ours' ? ours : theirs);
      if (turn >= 0) times[side].push(time);
    }
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

export async function milliseconds(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Megabytes this process has needed at most. */
export function peakMemory(): number {
  // Where the system tells of this program alone: what `resourceUsage` says may be the size of the one that started it.
  const own = process.platform === 'linux' ? /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
  return Number(own ?? process.resourceUsage().maxRSS) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Prints rows under headings, numbers to the right. */
export function printTable(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  console.log(`\n${title}\n${line(headings)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(line(row));
}

export function ms(value: number): string {
  return `${value < 100 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

export function times(value: number): string {
  return `${value.toFixed(2)}×`;
}

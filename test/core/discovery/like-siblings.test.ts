/** One column in blocks, each with its 小计: a block whose total is wrong has no other place to be tested, but the other blocks vouch for how it is meant. */
import { describe, expect, it } from 'vitest';
import { findFaults } from '../../../src/core/discovery/find-faults.ts';
import { noise } from './table-text.ts';

/** Blocks of projects, each with a total of its own, and their sum. `name` tells what the total of a block is called. */
function blocks(name: (block: number) => string, end: string): string[][] {
  const random = noise(77);
  const totals: number[] = [];
  const rows = [4, 5, 3, 6, 4].flatMap((length, block) => {
    const figures = Array.from({ length }, () => 1000 + Math.floor(random() * 90_000));
    totals.push(figures.reduce((a, b) => a + b, 0));
    return [...figures.map((figure, k) => [`P${block}-${'abcdef'[k] ?? ''}`, String(figure)]), [name(block), String(totals.at(-1))]];
  });
  return [['', 'Budget'], ...rows, [end, String(totals.reduce((a, b) => a + b, 0))]];
}

const NAMES: readonly (readonly [string, (block: number) => string, string])[] = [
  ['小计', () => '小计', '合计'],
  ['Total=', () => 'Total=', 'ALL PROJECTS'],
  ['AMC Total, USMA Total …', (block) => `${'ABCDE'[block] ?? ''}MC Total`, 'Grand Total'],
];

describe.each(NAMES)('blocks that end in %s', (_name, name, end) => {
  const sound = blocks(name, end);

  it('give nothing when they are sound', () => {
    expect(findFaults(sound)).toEqual([]);
  });

  it('show the total that is stale', () => {
    const grid = sound.map((row, r) => (r === 11 ? [row[0] ?? '', String(Number(row[1]) + 1357)] : row));
    const [first] = findFaults(grid);
    expect(first?.cell).toEqual([11, 1]);
  });

  it('show the total whose row was dropped', () => {
    const [first] = findFaults(sound.filter((_, r) => r !== 8));
    expect(first?.relation?.total).toEqual([10, 1]);
  });
});

describe('blocks that keep no common layout', () => {
  it('vouch for nothing', () => {
    const random = noise(5);
    const rows = Array.from({ length: 24 }, (_, k) => [
      k % 6 === 5 ? 'Total' : `Item ${'abcde'[k % 6] ?? ''}`,
      String(Math.floor(random() * 1e6)),
    ]);
    expect(findFaults([['', 'Value'], ...rows])).toEqual([]);
  });
});

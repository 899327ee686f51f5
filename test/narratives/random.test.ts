/** Departments made up at random, in 元 and in 万元, in every wording: every printed figure is that of its cells, and no direction word contradicts them. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/core/narrative/narrative.ts';
import { national } from '../../src/narratives/national/profile.ts';
import { shanghai } from '../../src/narratives/shanghai/profile.ts';
import { xinjiang } from '../../src/narratives/xinjiang/profile.ts';
import { writeRandom } from './random-departments.ts';

const wordings = [xinjiang, shanghai, national].flatMap((wording) =>
  (['元', '万元'] as const).map((unit) => [wording.id, unit, wording] as const),
);

describe.each(wordings)('random departments in the wording %s, in %s', (_, unit, wording) => {
  it.each(Array.from({ length: 25 }, (_item, index) => index + 1))('print what the accounts say (seed %i)', (seed) => {
    const { narrative, wrong, judged } = writeRandom(wording, seed, unit);
    expect(wrong).toEqual([]);
    expect(judged).toBeGreaterThan(50);
    // Only what no table holds is missing.
    expect(narrative.gaps.filter(({ kind }) => kind !== 'ask')).toEqual([]);
    expect(narrative.gaps.map(({ id }) => id).filter((id) => id.startsWith('上年/'))).toEqual([]);
    const text = narrative.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)).join('\n');
    expect(text).not.toMatch(/undefined|null|NaN|Infinity|\{\{|\{%|减增加|大小于|[，。；、：]{2}/);
  });
});

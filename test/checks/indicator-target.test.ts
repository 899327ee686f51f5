/** 指标值的写法. */
import { describe, expect, it } from 'vitest';
import { indicatorTarget } from '../../src/checks/indicator-target.ts';
import { formWith, type Line } from './forms.ts';
import { CHANGJI, RICH, review } from './review.ts';

const USUAL: readonly Line[] = [
  ['甲', '>=3次', '=3次', 5, 5],
  ['乙', '=2种', '=2种', 5, 5],
  ['丙', '≥90%', '95%', 5, 5],
  ['丁', '提高', '提高', 5, 5],
];

function messages(...lines: readonly Line[]): readonly string[] {
  return review(indicatorTarget, formWith(...USUAL, ...lines)).findings.map(({ severity, message }) => `${severity} ${message['zh-CN']}`);
}

describe('indicator-target', () => {
  it('is silent on usual forms, and where a region writes no operators at all', () => {
    expect(messages()).toEqual([]);
    expect(review(indicatorTarget, RICH).findings).toEqual([]);
    expect(review(indicatorTarget, formWith(['甲', '3次', '3次', 5, 5], ['乙', '100%', '100%', 5, 5])).findings).toEqual([]);
  });

  it('sees a number without an operator, a weight of 0, and exceeded «=» targets once a form', () => {
    expect(messages(['戊', '5次', '=0次', 8, 8])).toEqual([expect.stringMatching(/^warning .*「5次」没有写/)]);
    expect(messages(['戊', '=45个', '=45个', 0, 0])).toEqual([expect.stringMatching(/^warning .*分值为 0/)]);
    expect(messages(['戊', '=30个', '=32个', 3, 3], ['己', '=1轮', '=2轮', 3, 3])).toEqual([expect.stringMatching(/^info .*2 个指标/)]);
  });

  it('finds both in the seed', () => {
    expect(review(indicatorTarget, CHANGJI).suspects.filter((one) => one.startsWith('warning'))).toHaveLength(2);
  });
});

/** 指标得分. */
import { describe, expect, it } from 'vitest';
import { indicatorScore } from '../../src/checks/indicator-score.ts';
import { formWith, type Line } from './forms.ts';
import { CHANGJI, RICH, review } from './review.ts';

describe('indicator-score', () => {
  it('holds in the forms of the seed, which use both ways of scoring', () => {
    expect(review(indicatorScore, CHANGJI)).toMatchObject({ broken: [] });
    expect(review(indicatorScore, RICH).held).toBeGreaterThan(50);
  });

  it.each<[string, Line]>([
    ['met', ['数量', '=3个', '=3个', 8, 8]],
    ['more than met', ['数量', '=30个', '=32个', 3, 2]],
    ['short, by 完成率', ['人数', '=83人', '=65人', 6, 4.7]],
    ['short, from 60%', ['人数', '=83人', '=65人', 10, 4.58]],
    ['below 60%', ['户数', '=120户', '=60户', 5, 0]],
    ['a cost saved, in full', ['费用', '<=16.60万元', '=13万元', 6, 6]],
    ['a cost saved, by its share', ['费用', '<=16.60万元', '=13万元', 10, 4.58]],
    ['a rate rounded on the way', ['费用', '<=13万元', '=8.478814万元', 10, 1.3]],
    ['words', ['效益', '提高', '有所提高', 10, 7]],
    ['another unit', ['费用', '<=1万元', '=8000元', 10, 3]],
  ])('accepts %s', (_, line) => {
    expect(review(indicatorScore, formWith(line)).broken).toEqual([]);
  });

  it.each<[string, Line, string]>([
    ['a score above its weight', ['数量', '提高', '提高', 8, 9], 'error'],
    ['a met target without its score', ['数量', '=3个', '=3个', 8, 5], 'warning'],
    ['a score that no way gives', ['人数', '=83人', '=65人', 10, 6], 'info'],
  ])('sees %s', (_, line, severity) => {
    const { findings } = review(indicatorScore, formWith(line));
    expect(findings.map((finding) => finding.severity)).toEqual([severity]);
  });
});

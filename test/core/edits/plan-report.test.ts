/** The report: counts, findings loudest first with their arithmetic and repair, rounding differences, and what was not judged and why. */
import { describe, expect, it } from 'vitest';
import { planReport } from '../../../src/core/edits/plan-report.ts';
import { tallyOf } from '../../../src/core/findings/check-accounts.ts';
import type { Finding } from '../../../src/core/findings/finding.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';
import type { Judgement } from '../../../src/core/relations/judge.ts';
import { figure, finding, judgement } from './findings.ts';

function report(findings: readonly Finding[], judgements: readonly Judgement[], locale: 'zh-CN' | 'en' = 'zh-CN') {
  return planReport([{ findings, judgements, accepted: [], tally: tallyOf(judgements) }], locale).content;
}

const text = (content: ReturnType<typeof report>): readonly string[] =>
  content.rows.map((row) => row.map((cell) => cell?.value ?? '').join(' | '));

describe('the report', () => {
  it('lists findings loudest first, with place, arithmetic, culprit, repair and what depends on it', () => {
    const stated = figure('甲', 4, 2, '4');
    const suspect = { figure: figure('乙', 7, 2, '8'), repair: new Decimal('70000'), slip: 'digit-wrong' } as const;
    const main = finding(stated, { suspects: [suspect], dependants: [figure('甲', 3, 2, '4').ref] });
    const content = report([finding(stated, { severity: 'warning' }), main], main.judgements);
    const lines = text(content);
    expect(lines[1]).toBe('共核对 1 项关系：相符 0，尾差 0，不符 1，未判 0');
    expect(lines).toContain('错误 | 甲!C5 | 合计不对 | 款 = Σ项 | 4.00 ≠ 1.00 + 2.00 = 3.00 | 乙!C8 | 7.00 | 一位数字有误 | 甲!C4');
    expect(lines.findIndex((line) => line.startsWith('错误'))).toBeLessThan(lines.findIndex((line) => line.startsWith('核实')));
    const row = content.rows.find(([cell]) => cell?.value === '错误');
    expect([row?.[1]?.link, row?.[5]?.link]).toEqual([
      { sheet: '甲', row: 4, column: 2 },
      { sheet: '乙', row: 7, column: 2 },
    ]);
    expect(row?.map((cell) => cell?.style).slice(0, 2)).toEqual(['error', 'link']);
  });

  it('keeps rounding differences apart, with their tolerance', () => {
    const rounding = judgement(figure('甲', 4, 2, '3.01'), ['1', '2']);
    expect(rounding.verdict).toBe('broken');
    const within: Judgement = { ...rounding, verdict: 'within-rounding', tolerance: new Decimal(150) };
    const lines = text(report([], [within]));
    expect(lines).toContain('没有发现问题。');
    expect(lines).toContain('尾差 | 甲!C5 | 行政运行 合计 | 款 = Σ项 | 3.01 ≈ 1.00 + 2.00 = 3.00 | 0.01 | ±0.015万元');
  });

  it('says why something was not judged', () => {
    const lines = text(report([], [judgement(figure('甲', 4, 2, { unreadable: '#REF!' }), ['1'])]));
    expect(lines).toContain('未判 | 甲!C5 | 行政运行 合计 | 款 = Σ项 | 甲!C5 的“#REF!”不是数');
  });

  it('speaks English too', () => {
    const content = report([finding(figure('甲', 4, 2, '4'))], [], 'en');
    expect(text(content).join('\n')).toContain('Error | 甲!C5 | the total is wrong | section = Σ items');
    expect(text(content)[0]).toBe('Tie-out report');
  });

  it('gives an observation the title of its check', () => {
    const observed = finding(figure('甲', 4, 2, '4'), { judgement: undefined, judgements: [], check: 'indicator-target' });
    const checks = [{ id: 'indicator-target', title: { 'zh-CN': '指标值', en: 'targets' } }];
    const { rows } = planReport([{ findings: [observed], judgements: [], accepted: [], tally: tallyOf([]) }], 'zh-CN', checks).content;
    expect(rows.flat().map((cell) => cell?.value)).toContain('指标值');
  });
});

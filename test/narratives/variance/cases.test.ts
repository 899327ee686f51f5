/** 变动说明, one thing at a time: what is compared, what is left out and said so, what people typed, what is asked again. */
import { describe, expect, it } from 'vitest';
import { planNarrative } from '../../../src/core/edits/plan-narrative.ts';
import { supplementEdits } from '../../../src/core/edits/plan-supplement.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';
import type { VarianceNarration } from '../../../src/core/variance/narrate-variance.ts';
import type { Thresholds } from '../../../src/core/variance/selection.ts';
import { sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { HEAD, lineOf, linesOf, type Rows, tell } from './tell.ts';

describe('a change', () => {
  it.each([
    ['from nothing', 50, 0, '增加50元（上期为0，不计算变动率）'],
    ['from nothing to below', -50, 0, '减少50元（上期为0，不计算变动率）'],
    ['to nothing', 0, 50, '减少50元，下降100.00%'],
    ['to below', -30, 50, '减少80元，由正转负'],
    ['from below', 30, -50, '增加80元，由负转正'],
    ['further below', -80, -50, '减少30元（上期为负，不计算变动率）'],
    ['up below zero', -20, -50, '增加30元（上期为负，不计算变动率）'],
    ['the usual one', 75, 50, '增加25元，增长50.00%'],
  ])('%s is worded so that no percentage misleads', (_, now, before, expected) => {
    const line = lineOf(tell([...HEAD, ['投资收益', now, before], ['其他收益', 20, 10]]), '投资收益');
    expect(line.slice(line.indexOf('元，', line.indexOf('上期')) + 2).replace(/。.*$/, '')).toBe(expected);
  });
});

describe('the name of a line', () => {
  it('is that of the line itself, not of the category that starts beside it', () => {
    const { narrative } = tell([
      ['类别', '项目', '本期', '上期'],
      ['一般公共服务支出中的人员经费部分', '工资', 90, 50],
      ['', '奖金', 60, 20],
      ['合计', '', 150, 70],
    ]);
    expect(linesOf(narrative).map((line) => line.split('：')[0])).toEqual(['合计', '工资', '奖金']);
  });
});

describe('what is left out', () => {
  it('is a table whose periods are in different units', () => {
    const { silent } = tell([
      ['项目', '本期（万元）', '上期（元）'],
      ['甲', 50, 200000],
      ['乙', 20, 100000],
    ]);
    expect(silent.map(({ why }) => why['zh-CN'])).toEqual(['两期的金额单位不同']);
  });

  it('are lines that have one amount only, unless a total proves the other to be nothing', () => {
    const open = tell([...HEAD, ['甲', 50, 20], ['乙', null, 40]]);
    expect(linesOf(open.narrative).join('\n')).toMatch(/另有1行只有一期有数/);
    expect(lineOf(open, '乙')).toBe('');
    const proved = tell([...HEAD, ['甲', 521, 203], ['乙', null, 418], ['丙', 317, 309], ['丁', 211, 158], ['合计', 1049, 1088]]);
    expect(lineOf(proved, '乙')).toMatch(/本期0元，上期418元，减少418元，下降100\.00%/);
  });

  it('are words, rates and notes', () => {
    const { narrative } = tell([...HEAD, ['甲', 50, 20], ['乙', '待定', 40], ['流动比率', 1.2, 0.8], ['注：丙未列入', 90, 10]]);
    const text = linesOf(narrative).join('\n');
    expect(text).toMatch(/另有1行为比率/);
    expect(text).toMatch(/另有1行的数无法读取/);
    expect(text.match(/乙：|比率：|丙/)).toBeNull();
  });

  it('are hidden rows and columns', () => {
    const hiddenRow = tell([...HEAD, ['甲', 50, 20], ['乙', 90, 40]], { more: { hiddenRows: new Set([3]) } });
    expect(lineOf(hiddenRow, '乙')).toBe('');
    const hiddenColumn = tell([...HEAD, ['甲', 50, 20]], { more: { hiddenColumns: new Set([2]) } });
    expect(hiddenColumn.narrative).toBeUndefined();
    expect(hiddenColumn.silent).toEqual([
      { sheet: '表', why: { 'zh-CN': '表头中没有可以比较的两期', en: 'its headings name no two periods to compare' } },
    ]);
  });

  it('is a table of rates', () => {
    const { narrative, silent } = tell([['单位：%'], ['地区', '2024年', '2023年'], ['东区', 5.1, 4.2], ['西区', 3.3, 4.0]]);
    expect(narrative).toBeUndefined();
    expect(silent[0]?.why['zh-CN']).toBe('表中是比率或指数，不是金额');
  });
});

describe('the measure', () => {
  const rows: Rows = [...HEAD, ['甲', 130, 100], ['乙', 1050, 1000], ['丙', 12, 10]];
  it('asks for rate and amount together', () => {
    const named = (thresholds: Thresholds): string =>
      ['甲', '乙', '丙'].filter((name) => lineOf(tell(rows, { thresholds }), name) !== '').join('');
    expect(named({ rate: new Decimal('0.1'), amount: undefined })).toBe('甲丙');
    expect(named({ rate: new Decimal('0.1'), amount: new Decimal(20) })).toBe('甲');
    expect(named({ rate: new Decimal(0), amount: new Decimal(20) })).toBe('甲乙');
    expect(named({ rate: new Decimal(0), amount: new Decimal(0) })).toBe('甲乙丙');
  });

  it('is told with what stays below it', () => {
    const told = linesOf(tell(rows, { thresholds: { rate: new Decimal('0.1'), amount: new Decimal(20) } }).narrative);
    expect(told.at(-1)).toBe('其余2个项目变动额不足20元或变动率不足10%，不逐项说明，增加2项。');
  });
});

describe('reasons', () => {
  const rows: Rows = [['2024年费用表（单位：元）'], ['项目', '本年数', '上年数'], ['差旅费', 120, 80], ['会议费', 30, 55]];

  it('stand in 补充资料 as blanks, and in the text once they are typed', () => {
    const first = tell(rows);
    expect(first.narrative?.gaps.map(({ label }) => label)).toEqual([
      '差旅费变动的主要原因（本年数与上年数相比）',
      '会议费变动的主要原因（本年数与上年数相比）',
    ]);
    const [edit] =
      first.narrative === undefined ? [] : supplementEdits(first.narrative, first.accounts, { name: '', date1904: false, sheets: [] });
    const written = edit?.content.rows.map((row) => row.map((cell) => cell?.value ?? null)) ?? [];
    const typed = written.map((row) =>
      row[1] === '差旅费变动的主要原因（本年数与上年数相比）' ? row.map((value, at) => (at === 2 ? '外出检查增加。' : value)) : row,
    );
    const second = tell(rows, { others: [sheetFromRows('补充资料', typed)] });
    expect(lineOf(second, '差旅费')).toMatch(/主要原因是：外出检查增加。$/);
    expect(second.narrative?.gaps.map(({ label }) => label)).toEqual(['会议费变动的主要原因（本年数与上年数相比）']);
  });

  it('are asked for anew in another year’s table', () => {
    const keys = (title: string): readonly string[] => tell([[title], ...rows.slice(1)]).narrative?.gaps.map(({ id }) => id) ?? [];
    const [now, next] = [keys('2024年费用表'), keys('2025年费用表')];
    expect(now.filter((key) => next.includes(key))).toEqual([]);
  });
});

describe('several tables', () => {
  const stacked: Rows = [
    ['一车间'],
    ['项目', '本期', '上期'],
    ['材料', 500, 400],
    ['人工', 300, 200],
    [],
    ['二车间'],
    ['项目', '本期', '上期'],
    ['材料', 90, 140],
    ['人工', 60, 50],
  ];

  it('of one sheet are told one by one, and a reason belongs to one of them', () => {
    const { narrative } = tell(stacked);
    expect(narrative?.sections.map(({ heading }) => heading)).toEqual(['一车间', '二车间']);
    expect(new Set(narrative?.gaps.map(({ id }) => id)).size).toBe(4);
  });

  it('of one language make the sheet of that language', () => {
    const sheetName = ({ narrative }: VarianceNarration): string => (narrative === undefined ? '' : planNarrative(narrative).content.name);
    expect(sheetName(tell(stacked))).toBe('变动说明');
    expect(
      sheetName(
        tell([
          ['', 'Actual', 'Budget'],
          ['Travel', 120, 100],
          ['Rent', 80, 80],
        ]),
      ),
    ).toBe('Variance notes');
  });

  it('of the same heads at both sides name a line by its side', () => {
    const { narrative } = tell([
      ['甲单位', '', '', '乙单位', '', ''],
      ['项目', '决算', '预算', '项目', '决算', '预算'],
      ['人员', 420, 300, '人员', 360, 500],
      ['公用', 210, 310, '公用', 540, 400],
    ]);
    expect(linesOf(narrative).map((line) => line.split('：')[0])).toEqual([
      '人员（甲单位）',
      '公用（甲单位）',
      '人员（乙单位）',
      '公用（乙单位）',
    ]);
  });
});

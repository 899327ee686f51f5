/** 变动说明, one thing at a time: what is compared, what is left out and said so, what people typed, what is asked again. */
import { describe, expect, it } from 'vitest';
import type { Narrative } from '../../../src/core/narrative/narrative.ts';
import { liveText } from '../../../src/core/narrative/live-text.ts';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import { planNarrative } from '../../../src/core/edits/plan-narrative.ts';
import { supplementEdits } from '../../../src/core/edits/plan-supplement.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';
import { readFacts } from '../../../src/core/tables/read-facts.ts';
import { narrateVariance, type VarianceNarration } from '../../../src/core/variance/narrate-variance.ts';
import type { Thresholds } from '../../../src/core/variance/selection.ts';
import { type CellValue, type Sheet, sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { variance } from '../../../src/narratives/variance/profile.ts';

type Rows = readonly (readonly CellValue[])[];
type More = Parameters<typeof sheetFromRows>[2];

function tell(
  rows: Rows,
  { more, thresholds, others = [] }: { more?: More; thresholds?: Thresholds; others?: readonly Sheet[] } = {},
): VarianceNarration {
  const sheets = [sheetFromRows('表', rows, more), ...others];
  const workbook = { name: 'a.xlsx', date1904: false, sheets };
  return narrateVariance(sheets.slice(0, 1), workbook, readFacts(workbook), variance, thresholds);
}

const linesOf = (narrative: Narrative | undefined): readonly string[] =>
  narrative?.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)) ?? [];
const lineOf = (narration: VarianceNarration, name: string): string =>
  linesOf(narration.narrative).find((line) => line.startsWith(`${name}：`) || line.startsWith(`${name}: `)) ?? '';

const HEAD: Rows = [['对照表（单位：元）'], ['项目', '本期', '上期']];

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

describe('units', () => {
  it.each([
    ['单位：万元', '120.50万元'],
    ['单位：百万元', '120.50百万元'],
    ['', '120.50，'],
  ])('of «%s» are printed as stated', (unit, expected) => {
    const amounts = [120.5, 80.25].map((value) => ({ value, format: '0.00' }));
    const { narrative } = tell([[unit === '' ? null : unit], ['项目', '本期', '上期'], ['差旅费', ...amounts]] as never);
    expect(linesOf(narrative)[0]?.slice(6, 6 + expected.length)).toBe(expected);
  });

  type Row = readonly (CellValue | { readonly value: CellValue; readonly format: string })[];
  const amount = (value: number): Row[number] => ({ value, format: '#,##0.00' });
  const among = (head: string, line: Row, columns: Row = ['项目', '本期', '上期']): VarianceNarration => {
    const beside = (...[name, ...amounts]: Row): Row =>
      columns.length > 3 ? [name ?? null, '万元', ...amounts] : [name ?? null, ...amounts];
    const rows = [
      [head],
      columns,
      beside('差旅费', amount(120.5), amount(80.25)),
      beside('会议费', amount(33.18), amount(21.07)),
      beside('培训费', amount(20.41), amount(15.36)),
      line,
      beside('印刷费', amount(12.94), amount(9.58)),
    ];
    return tell(rows as never, { thresholds: { rate: new Decimal(0), amount: undefined } });
  };
  const told = (narration: VarianceNarration, name: string): string =>
    linesOf(narration.narrative).find((line) => line.startsWith(name)) ?? '';

  it.each<[string, Row, string]>([
    ['in its brackets', ['年末在职人数（人）', 60, 50], '年末在职人数：本期60人，上期50人，增加10人，增长20.00%'],
    ['in other brackets', ['参保人数（万人）', 1.5, 1.2], '参保人数：本期1.5万人，上期1.2万人，增加0.3万人'],
    ['in its words', ['接待人次', 60, 50], '接待人次：本期60人次，上期50人次，增加10人次'],
    ['only in that it is no money', ['房屋面积', 650.5, 600], '房屋面积：本期650.5，上期600.0，增加50.5，'],
    [
      'in its number format',
      ['在职职工', { value: 60, format: '0"人"' }, { value: 50, format: '0"人"' }],
      '在职职工：本期60人，上期50人，',
    ],
    ['as money of another size', ['人均支出（元）', 650.5, 600], '人均支出：本期650.5元，上期600.0元，'],
    ['shown with the decimals of the sheet', ['在职人数', amount(60), amount(50)], '在职人数：本期60人，上期50人，'],
    ['not at all: whole numbers among cents', ['公务用车', 6, 5], '公务用车：本期6，上期5，增加1，增长20.00%'],
    ['not at all: people', ['在职人员', 60, 50], '在职人员：本期60，上期50，增加10，'],
  ])('of a line that tells its own %s are printed so, never in the money of the sheet', (_, row, expected) => {
    expect(told(among('单位：万元', row), expected.slice(0, 4))).toContain(expected);
  });

  it.each<[string, Row, string]>([
    ['money, where it has cents', ['行政运行（项）', 60.25, 50.1], '行政运行（项）：本期60.25万元，上期50.10万元，'],
    ['money, where its name says so', ['行政管理经费（项）', 60, 50], '行政管理经费（项）：本期60.00万元，上期50.00万元，'],
    ['nothing that can be told, of whole numbers', ['改革（项）', 60, 50], '改革（项）：本期60，上期50，'],
    ['a count, where things are counted', ['验收项目（项）', 60, 50], '验收项目：本期60项，上期50项，'],
  ])('of （项） behind a name are %s: it also names the level of a 科目', (_, row, expected) => {
    expect(told(among('单位：万元', row), expected.slice(0, 4))).toContain(expected);
  });

  it.each<[string, number, string]>([
    ['困难户数补助资金', 5.5, '本期5.5，'],
    ['学生人数经费', 5.5, '本期5.5，'],
    ['接待人次合计', 5, '本期5人次，'],
    ['单位数', 5, '本期5，'],
    ['单位数', 5.5, '本期5.5万元，'],
    ['年初数', 5, '本期5万元，'],
  ])('are never those of a word inside a name: %s %s', (name, now, expected) => {
    const { narrative } = tell([['单位：万元'], ['项目', '本期', '上期'], [name, now, 2]] as never);
    expect(linesOf(narrative)[0]).toContain(expected);
  });

  it('are posts for 行政编制 and money for 规划编制', () => {
    const of = (name: string): string => lineOf(tell([['单位：万元'], ['项目', '本期', '上期'], [name, 60, 50]] as never), name);
    expect(of('行政编制')).toContain('行政编制：本期60，上期50，');
    expect(of('规划编制')).toContain('规划编制：本期60万元，上期50万元，');
  });

  it('are those of the column 计量单位, line by line', () => {
    const columns: Row = ['项目', '计量单位', '本期', '上期'];
    const of = (line: Row): string => told(among('单位：万元', line, columns), String(line[0]));
    expect(of(['救助对象', '户', 60, 50])).toContain('救助对象：本期60户，上期50户，增加10户');
    expect(of(['低保标准', '元', 650, 500.5])).toContain('低保标准：本期650.0元，上期500.5元');
    expect(of(['专项工作', '万元', amount(60), amount(50)])).toContain('专项工作：本期60.00万元，上期50.00万元');
  });

  it('are left out where the head counts in more than one: 人 may be 万人', () => {
    expect(lineOf(among('单位：万元、万人', ['参保人数', 60, 50]), '参保人数')).toMatch(/本期60，上期50，增加10，/);
  });

  it('stay money for round amounts, by their words or because a sum says so', () => {
    expect(lineOf(among('单位：万元', ['设备购置费', 60, 50]), '设备购置费')).toMatch(/本期60\.00万元，上期50\.00万元/);
    const rows = [
      ['文书科', 60, 50],
      ['行政科', 41.23, 30.17],
      ['信息科', 25.14, 19.08],
      ['督查室', 17.36, 12.61],
      ['合计', 143.73, 111.86],
    ];
    expect(lineOf(tell([['单位：万元'], ['科室', '本期', '上期'], ...rows] as never), '文书科')).toMatch(/本期60\.00万元，上期50\.00万元/);
  });

  it.each<[string, Row, string]>([
    ['cells of per cent', ['资产负债率', { value: 0.412, format: '0.00%' }, { value: 0.4, format: '0.00%' }], '本期41.20%，上期40.00%'],
    ['a name in per cent', ['资产负债率（%）', 41.2, 40], '本期41.2%，上期40.0%'],
    ['less than before', ['利润率', '8.5%', '12%'], '本期8.5%，上期12.0%，下降3.5个百分点。'],
    ['more than before', ['利润率', '12%', '8.5%'], '本期12.0%，上期8.5%，上升3.5个百分点。'],
    ['from nothing', ['利润率', '1.20%', '0.00%'], '本期1.20%，上期0.00%，上升1.20个百分点。'],
  ])('of rates are per cent, and of their changes percentage points: %s', (_, row, expected) => {
    const [line = ''] = linesOf(
      tell([['单位：万元'], ['项目', '本期', '上期'], row] as never, { thresholds: { rate: new Decimal(0), amount: undefined } }).narrative,
    );
    expect(line).toContain(expected);
    expect(line).not.toMatch(/增长|增加/);
  });

  it('of rates against a budget are percentage points, too, and in English', () => {
    const budget = tell([
      ['项目', '决算数', '预算数'],
      ['利润率', '12%', '8.5%'],
    ]);
    expect(linesOf(budget.narrative)[0]).toContain('决算数12.0%，预算数8.5%，比预算数高3.5个百分点。');
    const english = tell([
      ['Item', '2024', '2023'],
      ['Gross margin', '12.5%', '8%'],
    ]);
    expect(linesOf(english.narrative)[0]).toContain('12.5% (2024) against 8.0% (2023), an increase of 4.5 percentage points.');
  });

  it('follow the cells in a living text', () => {
    const { narrative } = tell([
      ['项目', '本期', '上期'],
      ['利润率（%）', 8.5, 12],
    ]);
    const paragraph = narrative!.sections[0]!.paragraphs[0]!;
    expect(liveText(paragraph)).toContain(`IF(('表'!B2-'表'!C2)*1<0,"下降","上升")`);
  });
});

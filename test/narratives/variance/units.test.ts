/** 变动说明: in what unit each amount is printed — money as the sheet states it, 人 and 户 as the line does, rates in per cent. */
import { describe, expect, it } from 'vitest';
import { liveText } from '../../../src/core/narrative/live-text.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';
import type { VarianceNarration } from '../../../src/core/variance/narrate-variance.ts';
import type { CellValue } from '../../../src/core/workbook/workbook.ts';
import { lineOf, linesOf, tell } from './tell.ts';

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

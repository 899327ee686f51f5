/** The golden tables with two periods (test/workbooks/variance/): written by LibreOffice, each for one thing that 变动说明 must say rightly, or not at all. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Text, a number in the format of its book, `[text, columns]` for a merged heading, or a formula that starts with «=». */
export type Value = string | number | readonly [text: string, columns: number];

export interface VarianceBook {
  readonly name: string;
  /** Number format of its amounts. */
  readonly format: string;
  readonly rows: readonly (readonly Value[])[];
}

export const varianceBooks: readonly VarianceBook[] = [
  {
    // 小计 and 合计, 其中, a base of zero, a line that is gone, one that is flat.
    name: 'expenses',
    format: '#,##0.00',
    rows: [
      ['2024年部门经费支出对照表'],
      ['编制单位：某某中心', '', '', '单位：万元'],
      ['项目', '本年数', '上年数', '增减额', '增减率'],
      ['人员经费：'],
      ['工资福利', 860.5, 820.3, 40.2, '4.90%'],
      ['其中：年终奖金', 90, 60, 30, '50.00%'],
      ['社会保险', 210.4, 170.1, 40.3, '23.69%'],
      ['小计', 1070.9, 990.4, 80.5, '8.13%'],
      ['公用经费：'],
      ['差旅费', 120, 80, 40, '50.00%'],
      ['会议费', 30, 55, -25, '-45.45%'],
      ['培训费', 25, 0, 25, ''],
      ['设备购置费', 0, 60, -60, '-100.00%'],
      ['办公费', 45.2, 45.2, 0, '0.00%'],
      ['小计', 220.2, 240.2, -20, '-8.33%'],
      ['合计', 1291.1, 1230.6, 60.5, '4.92%'],
      ['年末在职人数（人）', 52, 46, 6, '13.04%'],
      ['注：本表不含专项资金。'],
    ],
  },
  {
    // Budget against actual, in 元, with a rate column and a line that nobody budgeted.
    name: 'budget',
    format: '#,##0.00',
    rows: [
      ['2024年度部门预算执行情况表（单位：元）'],
      ['项目', '预算数', '决算数', '执行率'],
      ['基本支出', 1200000, 1180500, '98.38%'],
      ['项目支出', 600000, 450000, '75.00%'],
      ['经营支出', 0, 35000, '—'],
      ['合计', 1800000, 1665500, '92.53%'],
    ],
  },
  {
    // English, in thousands, from positive to negative and back, a margin that is no amount.
    name: 'profit-and-loss',
    format: '#,##0;(#,##0)',
    rows: [
      ['Income statement'],
      ['(in USD thousands)'],
      ['', 'FY2024', 'FY2023', 'Change'],
      ['Product revenue', 12500, 10200, 2300],
      ['Service revenue', 3400, 3900, -500],
      ['Total revenue', 15900, 14100, 1800],
      ['Cost of sales', 9100, 8000, 1100],
      ['Selling expenses', 2200, 1500, 700],
      ['Administrative expenses', 1250, 1240, 10],
      ['Total expenses', 12550, 10740, 1810],
      ['Net other income', 120, -40, 160],
      ['Translation difference', -75, 310, -385],
      ['Hedging reserve', -60, -20, -40],
      ['Gross margin (%)', '42.8%', '43.3%', ''],
    ],
  },
  {
    // Two sides, 期末 and 年初, three levels of totals.
    name: 'balance-sheet',
    format: '#,##0.00',
    rows: [
      ['资产负债表'],
      ['编制单位：某某公司', '', '', '', '', '单位：元'],
      ['资产', '期末余额', '年初余额', '负债和所有者权益', '期末余额', '年初余额'],
      ['流动资产：', '', '', '流动负债：'],
      ['货币资金', 1250300.5, 980200.1, '短期借款', 500000, 300000],
      ['应收账款', 430000, 510000, '应付账款', 320150.4, 298700],
      ['存货', 610220, 450100, '流动负债合计', 820150.4, 598700],
      ['流动资产合计', 2290520.5, 1940300.1, '长期借款', 400000, 400000],
      ['固定资产', 1800000, 1900000, '负债合计', 1220150.4, 998700],
      ['无形资产', 200000, 210000, '实收资本', 2000000, 2000000],
      ['非流动资产合计', 2000000, 2110000, '未分配利润', 1070370.1, 1051600.1],
      ['', '', '', '所有者权益合计', 3070370.1, 3051600.1],
      ['资产总计', 4290520.5, 4050300.1, '负债和所有者权益总计', 4290520.5, 4050300.1],
    ],
  },
  {
    // More periods than two, under a merged heading.
    name: 'quarters',
    format: '0.0',
    rows: [
      ['Sales by region'],
      ['Region', ['2024', 4], 'Total'],
      ['', 'Q1', 'Q2', 'Q3', 'Q4', ''],
      ['North', 10.5, 11.2, 12, 15.5, 49.2],
      ['South', 8.1, 8, 8.2, 5, 29.3],
      ['West', 4.4, 4.1, 4.3, 4.4, 17.2],
      ['Total', 23, 23.3, 24.5, 24.9, 95.7],
    ],
  },
  {
    // A total that does not hold: no parts and no shares are told of it, and its figure is doubtful.
    name: 'broken-total',
    format: '#,##0.00',
    rows: [
      ['费用对照表（单位：万元）'],
      ['项目', '2024年', '2023年'],
      ['办公费', 120.35, 98.2],
      ['差旅费', 85.1, 92.75],
      ['会议费', 40.25, 36.18],
      ['培训费', 33.9, 21.64],
      ['劳务费', 61.77, 60.03],
      ['合计', 351.37, 308.8],
    ],
  },
  {
    // Three columns of which any two could be meant.
    name: 'unclear',
    format: '#,##0.00',
    rows: [
      ['支出对照表（单位：万元）'],
      ['项目', '年初预算数', '调整预算数', '决算数'],
      ['基本支出', 120, 118, 117.5],
      ['项目支出', 60, 66, 45],
      ['合计', 180, 184, 162.5],
    ],
  },
  {
    // Two headings each for 预算 and 决算, a year over each pair: no single pair.
    name: 'two-years-of-budgets',
    format: '#,##0.00',
    rows: [
      ['预决算对照表（单位：万元）'],
      ['项目', ['2024年', 2], ['2023年', 2]],
      ['', '预算数', '决算数', '预算数', '决算数'],
      ['基本支出', 120, 118, 110, 109],
      ['项目支出', 60, 66, 50, 45],
      ['合计', 180, 184, 160, 154],
    ],
  },
];

/** All of them, by one start of LibreOffice. */
export function writeVarianceBooks(folder: string): void {
  const work = mkdtempSync(join(tmpdir(), 'variance-'));
  for (const book of varianceBooks) writeFileSync(join(work, `${book.name}.html`), htmlOf(book));
  const files = varianceBooks.map(({ name }) => join(work, `${name}.html`));
  const { status } = spawnSync('soffice', [
    '--headless',
    '--infilter=HTML (StarCalc)',
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    work,
    ...files,
  ]);
  if (status !== 0) throw new Error('LibreOffice (soffice) is needed to write the workbooks anew');
  for (const { name } of varianceBooks) renameSync(join(work, `${name}.xlsx`), join(folder, `${name}.xlsx`));
  rmSync(work, { recursive: true });
}

// 2052 is Chinese, 1033 English (US): the locale that the number format is written in.
function htmlOf({ rows, format }: VarianceBook): string {
  const cell = (value: Value): string => {
    if (typeof value === 'number') return `<td sdval="${value}" sdnum="1033;0;${format}">${value}</td>`;
    if (typeof value === 'string') return `<td sdnum="1033;0;@">${value}</td>`;
    return `<td colspan="${value[1]}" sdnum="1033;0;@">${value[0]}</td>`;
  };
  const lines = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  return `<html><head><meta charset="utf-8"></head><body><table>${lines}</table></body></html>`;
}

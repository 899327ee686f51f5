/** The golden ordinary tables (test/workbooks/ordinary/clean-… and fault-…): no statement knows them, what adds up shows in the figures, words and formulas. */
import { seededRandom } from '../support/final-accounts/index.ts';

/** A number is printed with two decimals; text in double quotes stays text in every format; «=…» is a formula. */
export type Value = string | number;
export type Rows = readonly (readonly Value[])[];

export interface OrdinaryBook {
  readonly name: string;
  readonly format: 'csv' | 'xlsx' | 'xls';
  readonly rows: Rows;
}

export function ordinaryBooks(): readonly OrdinaryBook[] {
  return [
    ...pair('of-which', 'xlsx', ofWhich(), { C6: 97.68 }),
    ...pair('code-tree', 'csv', codeTree(), { E10: 582_373.8 }),
    ...pair('unit', 'xls', byRegion(), { C5: 74_029_600 }),
    ...pair('share-of-total', 'csv', shares(), { C6: '15.22%' }),
    ...pair('year-on-year', 'xlsx', yearOnYear(), { E5: '28.81%' }),
    ...pair('running-total', 'csv', runningTotal(), { C8: 1_087.94 }),
    ...pair('month-on-month', 'csv', monthOnMonth(), { C9: '17.03%' }),
    ...pair('running-across', 'csv', runningAcross(), { F4: 1_056.88 }),
    ...pair('side-by-side', 'csv', sideBySide(), { E6: 494.27 }),
    ...pair('elimination', 'xlsx', elimination(), { E4: 33.28 }),
    ...pair('formulas', 'xlsx', formulas(), { F5: 842, F7: '=SUM(B7:D7)', B10: '=SUM(B3:B8)' }),
    ...pair('cash-book', 'xlsx', cashBook(), { D6: 500 }),
    ...pair('subtotals', 'xlsx', subtotals(), { B9: '=SUM(B3:B8)', C9: '=SUM(C3:C8)', D9: '=SUM(D3:D8)' }),
    ...pair('text-number', 'xlsx', formulas(), { C4: '"30.25"' }),
  ];
}

function pair(name: string, format: OrdinaryBook['format'], rows: Rows, fault: Readonly<Record<string, Value>>): readonly OrdinaryBook[] {
  const faulty = Object.entries(fault).reduce((patched, [address, value]) => withCell(patched, address, value), rows);
  return [
    { name: `clean-${name}`, format, rows },
    { name: `fault-${name}`, format, rows: faulty },
  ];
}

function withCell(rows: Rows, address: string, value: Value): Rows {
  const column = address.charCodeAt(0) - 65;
  const row = Number(address.slice(1)) - 1;
  if (rows[row]?.[column] === undefined) throw new Error(`${address} is empty`);
  return rows.map((cells, at) => (at === row ? cells.map((cell, index) => (index === column ? value : cell)) : cells));
}

/** Amounts to the cent. */
function amounts(seed: number, most = 9000): () => number {
  const random = seededRandom(seed);
  return () => Math.round((0.05 + random()) * most * 100) / 100;
}

const total = (values: readonly number[]): number => Math.round(values.reduce((all, value) => all + value * 100, 0)) / 100;
const columnsOf = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, column) => total(rows.map((cells) => cells[column] ?? 0)));
const percent = (ratio: number): string => `${(Math.round(ratio * 10_000) / 100).toFixed(2)}%`;

function ofWhich(): Rows {
  const items: Record<string, readonly number[]> = {
    工资: [320.5, 328.38, 331.07, 329.64],
    津贴补贴: [186.25, 195.26, 188.91, 190.33],
    奖金: [92.4, 97.86, 94.15, 260.72],
    '其中：年终一次性奖金': [12.1, 15.42, 11.38, 180.06],
    社会保险: [131.85, 138.18, 139.96, 141.03],
    '其中：养老保险': [82.3, 89.25, 90.17, 91.44],
    住房公积金: [77.6, 70.29, 78.44, 79.12],
  };
  const whole = Object.entries(items).filter(([name]) => !name.startsWith('其中'));
  const line = (name: string, values: readonly number[]): readonly Value[] => [name, ...values, total(values)];
  return [
    ['2024年人员经费明细'],
    ['单位：万元'],
    ['项目', '一季度', '二季度', '三季度', '四季度', '全年合计'],
    ...Object.entries(items).map(([name, values]) => line(name, values)),
    line('合计', columnsOf(whole.map(([, values]) => values))),
  ];
}

function codeTree(): Rows {
  const next = amounts(11, 90_000);
  const branches: Record<string, readonly [string, readonly string[]]> = {
    6601: ['销售费用', ['职工薪酬', '广告费', '运输费']],
    6602: ['管理费用', ['职工薪酬', '办公费', '折旧费', '咨询费']],
    6603: ['财务费用', ['利息支出', '手续费']],
  };
  const lines = Object.entries(branches).flatMap(([code, [name, children]]) => {
    const below = children.map(() => [next(), next(), next(), next()]);
    const parts = children.map((child, index): readonly Value[] => [`${code}0${index + 1}`, child, ...(below[index] ?? [])]);
    return [[code, name, ...columnsOf(below)], ...parts];
  });
  return [['费用科目余额表'], ['科目编码', '科目名称', '一月', '二月', '三月', '四月'], ...lines];
}

function byRegion(): Rows {
  const next = amounts(12);
  const regions = ['东城', '西城', '南关', '北屯', '河口', '山阳'];
  const lines = regions.map(() => [next(), next(), next(), next()]);
  lines[2] = [2927.63, 7402.96, 4430.56, 2978.98];
  const grand = columnsOf(lines);
  return [
    ['各县市区支出汇总表（单位：万元）'],
    ['地区', '教育', '卫生', '农业', '交通', '合计'],
    ...lines.map((values, index): readonly Value[] => [regions[index] ?? '', ...values, total(values)]),
    ['总计', ...grand, total(grand)],
  ];
}

function shares(): Rows {
  const items = {
    办公费: 37.76,
    印刷费: 88.75,
    水电费: 382.97,
    差旅费: 94.68,
    会议费: 307.18,
    培训费: 373.27,
    劳务费: 377.98,
    维修费: 150.87,
  };
  const all = total(Object.values(items));
  return [
    ['经费构成表'],
    ['项目', '金额', '占比'],
    ...Object.entries(items).map(([name, value]): readonly Value[] => [name, value, percent(value / all)]),
    ['合计', all, '100.00%'],
  ];
}

function yearOnYear(): Rows {
  const next = amounts(13, 5000);
  const names = ['税收收入', '非税收入', '转移支付', '债券收入', '调入资金', '上年结余', '其他收入'];
  const lines = names.map((name): readonly Value[] => {
    const [now, before] = name === '转移支付' ? [4865.91, 3867.79] : [next(), next()];
    return [name, now, before, total([now, -before]), percent(now / before - 1)];
  });
  return [['主要指标完成情况'], ['指标', '本年', '上年', '增减额', '同比增长'], ...lines];
}

function runningTotal(): Rows {
  const months = [283.32, 199.93, 148.74, 149.7, 119.05, 97.2, 112.75, 231.62, 299.28, 115.54, 90.68, 297.07];
  return [
    ['月度支出进度'],
    ['月份', '当月', '累计'],
    ...months.map((value, index): readonly Value[] => [`${index + 1}月`, value, total(months.slice(0, index + 1))]),
  ];
}

/** 环比: each rate looks at the line above. */
function monthOnMonth(): Rows {
  const months = [283.32, 299.93, 248.74, 249.7, 319.05, 297.2, 212.75, 231.62, 299.28, 315.54, 290.68, 297.07];
  return [
    ['月度支出环比'],
    ['月份', '支出', '环比增长'],
    ...months.map((value, index): readonly Value[] => {
      const before = months[index - 1];
      return [`${index + 1}月`, value, before === undefined ? '' : percent(value / before - 1)];
    }),
  ];
}

/** 累计 along a row. */
function runningAcross(): Rows {
  const quarters = [283.32, 199.93, 148.74, 149.7, 219.05, 197.2, 112.75, 231.62];
  return [
    ['分月执行进度'],
    ['项目', ...quarters.map((_, index) => `${index + 1}月`)],
    ['当月支出', ...quarters],
    ['累计支出', ...quarters.map((_, index) => total(quarters.slice(0, index + 1)))],
  ];
}

function sideBySide(): Rows {
  const next = amounts(14, 900);
  const names = ['人员', '公用', '专项', '设备', '维修', '其他'];
  const lines = names.map((name) => [next(), next(), name === '专项' ? 449.27 : name === '维修' ? 711.11 : next(), next()]);
  const rows = [...lines, columnsOf(lines)];
  return [
    ['两单位收支对照'],
    ['甲单位', '', '', '乙单位', '', ''],
    ['项目', '预算', '决算', '项目', '预算', '决算'],
    ...rows.map(([a = 0, b = 0, c = 0, d = 0], index): readonly Value[] => [names[index] ?? '合计', a, b, names[index] ?? '合计', c, d]),
  ];
}

function elimination(): Rows {
  const next = amounts(15, 3000);
  const names = ['货币资金', '应收账款', '存货', '固定资产', '长期股权投资', '无形资产'];
  const out = [0, -33.28, -89.07, 0, -72.56, 0];
  const lines = names.map((_, index) => {
    const values = [next(), next(), next(), out[index] ?? 0];
    return [...values, total(values)];
  });
  const rows = [...lines, columnsOf(lines)];
  return [
    ['合并资产负债表工作底稿'],
    ['项目', '母公司', '子公司甲', '子公司乙', '抵销', '合并数'],
    ...rows.map((values, index): readonly Value[] => [names[index] ?? '资产总计', ...values.map((value) => (value === 0 ? '—' : value))]),
  ];
}

/** Totals to the right and below; the ratio below the total and the budget that is typed are nobody's mistake. */
function formulas(): Rows {
  const base: readonly (readonly [string, number])[] = [
    ['办公费', 120.5],
    ['印刷费', 20.5],
    ['水电费', 220.5],
    ['差旅费', 320.5],
    ['会议费', 420.5],
    ['培训费', 52.5],
    ['维修费', 62.5],
  ];
  const lines = base.map(([name, value], index): readonly Value[] => {
    const row = index + 3;
    return [name, value, value + 9.75, value - 20.25, value - 9, `=SUM(B${row}:E${row})`, Math.round(value) * 4, `=F${row}/G${row}`];
  });
  const letters = ['B', 'C', 'D', 'E', 'F', 'G'];
  return [
    ['单位费用明细'],
    ['项目', '一月', '二月', '三月', '四月', '合计', '预算', '执行率'],
    ...lines,
    ['合计', ...letters.map((letter) => `=SUM(${letter}3:${letter}9)`), '=F10/G10'],
    ['月均', '', '', '', '', '=F10/4', '=G10/4', ''],
  ];
}

/** The balance follows from the line above; the opening balance is typed, as everywhere. */
function cashBook(): Rows {
  const moves = [120, 80.5, 310.25, 42, 96.75, 210, 18.5, 77];
  return [
    ['现金日记账'],
    ['日期', '收入', '支出', '余额'],
    ['期初余额', '', '', 1000],
    ...moves.map((value, index): readonly Value[] => [
      `${index + 1}日`,
      index % 2 === 0 ? value : 0,
      index % 2 === 0 ? 0 : value,
      `=D${index + 3}+B${index + 4}-C${index + 4}`,
    ]),
  ];
}

function subtotals(): Rows {
  const sum = (from: number, to: number): readonly string[] => ['B', 'C', 'D'].map((letter) => `=SUM(${letter}${from}:${letter}${to})`);
  return [
    ['部门支出'],
    ['项目', '一月', '二月', '三月'],
    ['工资', 120.5, 130.25, 99.75],
    ['津贴', 20.5, 30.25, 19.75],
    ['人员小计', ...sum(3, 4)],
    ['办公费', 220.5, 230.25, 199.75],
    ['差旅费', 320.5, 330.25, 299.75],
    ['公用小计', ...sum(6, 7)],
    ['合计', '=B5+B8', '=C5+C8', '=D5+D8'],
  ];
}

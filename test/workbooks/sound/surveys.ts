/** Sound tables of statistics offices and hospitals (统计、医院): indices, population, occupancy, cumulative periods, flows. */
import { at, type Book, cents, down, type Entry, Page, percent, shown, sumOf, whole } from './page.ts';

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** 居民消费价格指数: each group against last month, last year's month and the months so far, no line adds up. */
export const priceIndex: Book = (office) => {
  const page = new Page('价格指数', office.habits);
  page.add('居民消费价格分类指数');
  page.add('类别', '环比（上月=100）', '同比（上年同月=100）', '累计（上年同期=100）', '权数（%）');
  const index = (): Entry => shown(tenths(office.real(94, 107)), '0.0');
  page.add('居民消费价格总指数', index(), index(), index(), shown(100, '0.0'));
  const names = ['食品烟酒', '衣着', '居住', '生活用品及服务', '交通和通信', '教育文化和娱乐', '医疗保健', '其他用品和服务'];
  const weights = names.map(() => tenths(office.real(4, 14)));
  weights[7] = tenths(100 - sumOf(weights.slice(0, 7)));
  names.forEach((name, k) => page.add(name, index(), index(), index(), shown(weights[k] ?? 0, '0.0')));
  return [page];
};

/** 人口: households, men and women, births and deaths with their rates per thousand, 性别比. */
export const population: Book = (office) => {
  const page = new Page('人口', office.habits);
  page.add('各乡镇人口情况');
  page.add(
    '乡镇',
    '户数',
    '总人口',
    '男',
    '女',
    '性别比（女=100）',
    '出生人数',
    '死亡人数',
    '自然增长',
    '出生率‰',
    '死亡率‰',
    '自然增长率‰',
    '户均人口',
  );
  const first = page.next;
  const line = (name: string, figures: readonly Entry[]): void => {
    const row = page.next;
    const [homes = '', men = '', women = '', born = '', died = ''] = figures;
    page.add(
      name,
      homes,
      whole(`=D${row}+E${row}`),
      men,
      women,
      shown(`=ROUND(D${row}/E${row}*100,1)`, '0.0'),
      born,
      died,
      whole(`=G${row}-H${row}`),
      ...['G', 'H', 'I'].map((column) => shown(`=ROUND(${column}${row}/C${row}*1000,2)`, '0.00')),
      shown(`=ROUND(C${row}/B${row},1)`, '0.0'),
    );
  };
  const towns = ['城关镇', '三工镇', '榆树沟镇', '二六工镇', '大西渠镇', '滨湖镇'].slice(0, office.int(4, 6));
  for (const town of towns) {
    const homes = office.int(900, 9000);
    line(
      town,
      [
        homes,
        Math.round(homes * office.real(1.3, 1.7)),
        Math.round(homes * office.real(1.3, 1.7)),
        office.int(20, 200),
        office.int(20, 200),
      ].map((value) => whole(value)),
    );
  }
  const last = page.next - 1;
  line(
    '合计',
    [1, 3, 4, 6, 7].map((column) => whole(`=SUM(${down(column, first, last)})`)),
  );
  return [page];
};

/** 医院工作量: visits, beds, days, occupancy, cost a visit; months in rows, the year at the end with rates worked out anew. */
export const hospital: Book = (office) => {
  const page = new Page('医院', office.habits);
  page.add('医院工作量月报');
  page.add(
    '月份',
    '门诊人次',
    '急诊人次',
    '诊疗人次合计',
    '出院人数',
    '实际占用床日',
    '平均住院日',
    '病床使用率',
    '医疗收入',
    '药品收入',
    '药占比',
    '次均费用',
  );
  const first = page.next;
  const line = (name: string, figures: readonly Entry[], days: number): void => {
    const row = page.next;
    const [visits = '', urgent = '', left = '', used = '', income = '', drugs = ''] = figures;
    page.add(
      name,
      visits,
      urgent,
      whole(`=B${row}+C${row}`),
      left,
      used,
      shown(`=ROUND(F${row}/E${row},1)`, '0.0'),
      percent(`=F${row}/${String(120 * days)}`, '0.0%'),
      income,
      drugs,
      percent(`=J${row}/I${row}`, '0.0%'),
      shown(`=ROUND(I${row}/D${row},2)`, '0.00'),
    );
  };
  const count = office.pick([6, 9, 12]);
  for (let k = 1; k <= count; k++) {
    const left = office.int(200, 400);
    const income = 300_000 + office.money(500_000);
    line(
      `${String(k)}月`,
      [
        whole(office.int(2000, 6000)),
        whole(office.int(100, 700)),
        whole(left),
        whole(left * 8 + office.int(-200, 300)),
        income,
        cents(income * office.real(0.25, 0.4)),
      ],
      30,
    );
  }
  const last = page.next - 1;
  line(
    '合计',
    [1, 2, 4, 5, 8, 9].map((column) => (column < 8 ? whole(`=SUM(${down(column, first, last)})`) : `=SUM(${down(column, first, last)})`)),
    30 * count,
  );
  return [page];
};

/** 主要经济指标: 一季度, 上半年, 前三季度, 全年, each cumulative, with growth; units differ from line to line. */
export const cumulativePeriods: Book = (office) => {
  const page = new Page('主要指标', office.habits);
  page.add('主要经济指标');
  page.add('指标', '单位', '一季度', '', '上半年', '', '前三季度', '', '全年', '');
  page.add('', '', '绝对数', '增长%', '绝对数', '增长%', '绝对数', '增长%', '绝对数', '增长%');
  const put = (name: string, unit: string, values: readonly number[]): void => {
    page.add(name, unit, ...values.flatMap((value) => [value, shown(tenths(office.real(-5, 15)), '0.0')]));
  };
  const grow = (): number[] => {
    const steps = office.moneys(4, 90);
    return [1, 2, 3, 4].map((n) => sumOf(steps.slice(0, n)));
  };
  const sectors = [grow(), grow(), grow()];
  put(
    '地区生产总值',
    '亿元',
    [0, 1, 2, 3].map((k) => sumOf(sectors.map((values) => values[k] ?? 0))),
  );
  ['  第一产业', '  第二产业', '  第三产业'].forEach((name, k) => put(name, '亿元', sectors[k] ?? []));
  put('固定资产投资', '亿元', grow());
  put('社会消费品零售总额', '亿元', grow());
  put('用电量', '亿千瓦时', grow());
  put(
    '城镇居民人均可支配收入',
    '元',
    grow().map((value) => Math.round(value * 100)),
  );
  return [page];
};

/** 流向表: money from every account to every account, row totals and column totals, the same names both ways. */
export const flows: Book = (office) => {
  const page = new Page('资金划转', office.habits);
  const names = ['基本户', '零余额', '专户', '社保户', '工会户'].slice(0, office.int(3, 5));
  page.add('账户间资金划转统计表');
  page.add('转出\\转入', ...names, '转出合计');
  const first = page.next;
  names.forEach((name, k) => {
    const row = page.next;
    page.add(
      name,
      ...names.map((_, j) => (j === k ? '—' : office.chance(0.3) ? 0 : office.money(90_000))),
      `=SUM(${at(1, row)}:${at(names.length, row)})`,
    );
  });
  const last = page.next - 1;
  page.add('转入合计', ...[...names, ''].map((_, k) => `=SUM(${down(1 + k, first, last)})`));
  return [page];
};

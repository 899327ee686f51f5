/** Sound calculations of finance (财务测算): loans, currencies, ratios, prices, cash plans. */
import { cents, day, down, type Entry, Page, percent, shown, whole } from './page.ts';
import type { Book } from './page.ts';

/** 等额本息还款计划: rounded interest, the last instalment takes the rest. */
export const loan: Book = (office) => {
  const page = new Page('还款计划', office.habits);
  const principal = office.int(10, 90) * 10_000;
  const months = office.pick([12, 24, 36]);
  const rate = office.pick([0.0345, 0.042, 0.0495]) / 12;
  const pay = cents((principal * rate * (1 + rate) ** months) / ((1 + rate) ** months - 1));
  page.add('贷款还款计划表');
  page.add('贷款本金', principal, '年利率', percent(rate * 12), '期数', whole(months));
  page.add('期次', '还款日', '期初本金', '本期还款', '其中：本金', '利息', '期末本金');
  let rest = principal;
  const first = page.next;
  for (let k = 1; k <= months; k++) {
    const interest = cents(rest * rate);
    const part = k === months ? rest : cents(pay - interest);
    page.add(whole(k), day(30 * k), rest, cents(part + interest), part, interest, cents(rest - part));
    rest = cents(rest - part);
  }
  page.add('合计', '', '', ...[3, 4, 5].map((c) => `=SUM(${down(c, first, page.next - 1)})`), '');
  return [page];
};

/** 外币折算: balances in currencies, rates, 人民币 rounded to the cent. */
export const currencies: Book = (office) => {
  const page = new Page('外币', office.habits);
  page.add('外币货币性项目明细表');
  page.add('币种', '原币余额', '期末汇率', '折合人民币', '账面人民币', '汇兑损益');
  const first = page.next;
  for (const [name, rate] of [
    ['美元', 7.0827],
    ['欧元', 7.8592],
    ['港币', 0.90622],
    ['日元', 0.050213],
    ['英镑', 9.0411],
  ] as const) {
    const row = page.next;
    const own = office.money(90_000);
    page.add(
      name,
      own,
      shown(rate, '0.0000##'),
      `=ROUND(B${row}*C${row},2)`,
      cents(own * rate * office.real(0.97, 1.03)),
      `=D${row}-E${row}`,
    );
  }
  page.add('合计', '', '', ...[3, 4, 5].map((c) => `=SUM(${down(c, first, page.next - 1)})`));
  return [page];
};

/** 财务指标: ratios with different roundings beside the amounts they come from. */
export const ratios: Book = (office) => {
  const page = new Page('指标', office.habits);
  page.add('主要财务指标分析表');
  page.add('指标', '2024年', '2023年', '变动', '变动幅度');
  const line = (name: string, make: () => Entry, format?: string): number => {
    const row = page.next;
    const [a, b] = [make(), make()];
    return page.add(
      name,
      a,
      b,
      format === undefined ? `=B${row}-C${row}` : shown(`=B${row}-C${row}`, format),
      percent(`=D${row}/C${row}`, '0.0%'),
    );
  };
  const m = (): number => office.money(900_000) + 100_000;
  line('流动资产', m);
  line('流动负债', m);
  line('速动资产', m);
  line('资产总额', m);
  line('负债总额', m);
  line('营业收入', m);
  line('净利润', m);
  const ratio = (name: string, top: number, under: number, format: string): number => {
    const row = page.next;
    return page.add(name, shown(`=B${top}/B${under}`, format), shown(`=C${top}/C${under}`, format), shown(`=B${row}-C${row}`, format), '');
  };
  ratio('流动比率', 3, 4, '0.00');
  ratio('速动比率', 5, 4, '0.00');
  ratio('资产负债率', 7, 6, '0.00%');
  ratio('销售净利率', 9, 8, '0.00%');
  ratio('总资产周转率（次）', 8, 6, '0.00');
  return [page];
};

/** 量价分析: quantity, price, revenue this year and last, quantity effect and price effect. */
export const priceVolume: Book = (office) => {
  const page = new Page('量价', office.habits);
  page.add('产品', '本年销量', '本年单价', '本年收入', '上年销量', '上年单价', '上年收入', '收入变动', '销量影响', '价格影响');
  const first = page.next;
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) {
    const row = page.next;
    const q = office.int(100, 900);
    page.add(
      `产品${name}`,
      whole(office.int(100, 900)),
      office.money(90),
      `=ROUND(B${row}*C${row},2)`,
      whole(q),
      office.money(90),
      `=ROUND(E${row}*F${row},2)`,
      `=D${row}-G${row}`,
      `=ROUND((B${row}-E${row})*F${row},2)`,
      `=H${row}-I${row}`,
    );
  }
  const last = page.next - 1;
  const t = (c: number): string => `=SUM(${down(c, first, last)})`;
  page.add('合计', whole(t(1)), '', t(3), whole(t(4)), '', t(6), t(7), t(8), t(9));
  return [page];
};

/** 资金计划: opening, in, out, closing by month, across; each opening is the closing before. */
export const cashPlan: Book = (office) => {
  const page = new Page('资金计划', office.habits);
  const months = ['B', 'C', 'D', 'E', 'F', 'G'];
  page.add('2024年上半年资金计划');
  page.add('项目', ...months.map((_, k) => `${k + 1}月`), '合计');
  const sum = (row: number): string => `=SUM(B${row}:G${row})`;
  page.add('期初余额', office.money(90_000), ...months.slice(1).map((_, k) => `=${months[k]}13`), '=B3');
  const line = (name: string, most: number): number => {
    const row = page.next;
    return page.add(name, ...office.moneys(6, most), sum(row));
  };
  line('销售回款', 90_000);
  line('借款', 20_000);
  page.add('其他流入', '', '', office.money(500), '', '', '', sum(6));
  page.add('流入小计', ...months.map((c) => `=SUM(${c}4:${c}6)`), sum(7));
  line('采购付款', 40_000);
  line('工资', 20_000);
  line('税费', 9_000);
  page.add('流出小计', ...months.map((c) => `=SUM(${c}8:${c}10)`), sum(11));
  page.add('净流量', ...months.map((c) => `=${c}7-${c}11`), sum(12));
  page.add('期末余额', ...months.map((c) => `=${c}3+${c}12`), '=G13');
  return [page];
};

/** 投资测算: discount factors to four places, present values, a sum that is the NPV. */
export const netPresentValue: Book = (office) => {
  const page = new Page('NPV', office.habits);
  page.add('年份', '第0年', '第1年', '第2年', '第3年', '第4年', '第5年', '合计');
  page.add('现金流入', '', ...office.moneys(5, 900), '=SUM(B2:G2)');
  page.add('现金流出', 1500, ...office.moneys(5, 200), '=SUM(B3:G3)');
  page.add('净现金流量', ...'BCDEFGH'.split('').map((c) => `=${c}2-${c}3`));
  page.add('累计净现金流量', '=B4', ...'CDEFG'.split('').map((c, k) => `=${'BCDEF'[k]}5+${c}4`), '');
  page.add('折现系数（8%）', ...[0, 1, 2, 3, 4, 5].map((k) => shown(Math.round(1.08 ** -k * 1e4) / 1e4, '0.0000')), '');
  page.add('折现值', ...'BCDEFG'.split('').map((c) => `=ROUND(${c}4*${c}6,2)`), '=SUM(B7:G7)');
  return [page];
};

/** 销售提成: a rate for each range, the commission rounded, an average at the bottom. */
export const commission: Book = (office) => {
  const page = new Page('提成', office.habits);
  page.add('业务员', '一季度', '二季度', '三季度', '四季度', '全年销售', '任务', '完成率', '提成比例', '提成');
  const first = page.next;
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己', '庚']) {
    const row = page.next;
    page.add(
      name,
      ...office.moneys(4, 90_000),
      `=SUM(B${row}:E${row})`,
      office.int(10, 40) * 10_000,
      percent(`=F${row}/G${row}`, '0.0%'),
      percent(office.pick([0.01, 0.015, 0.02]), '0.0%'),
      `=ROUND(F${row}*I${row},2)`,
    );
  }
  const last = page.next - 1;
  const t = page.next;
  page.add(
    '合计',
    ...[1, 2, 3, 4, 5, 6].map((c) => `=SUM(${down(c, first, last)})`),
    percent(`=F${t}/G${t}`, '0.0%'),
    '',
    `=SUM(${down(9, first, last)})`,
  );
  page.add('平均', ...[1, 2, 3, 4, 5, 6].map((c) => `=AVERAGE(${down(c, first, last)})`), '', '', `=AVERAGE(${down(9, first, last)})`);
  page.add('最高', ...[1, 2, 3, 4, 5, 6].map((c) => `=MAX(${down(c, first, last)})`), '', '', `=MAX(${down(9, first, last)})`);
  return [page];
};

/** 成本计算单: opening WIP, cost of the month, finished, closing WIP. */
export const costSheet: Book = (office) => {
  const page = new Page('成本', office.habits);
  page.add('产品成本计算单');
  page.add('成本项目', '月初在产品', '本月费用', '费用合计', '约当产量', '单位成本', '完工产品成本', '月末在产品');
  const first = page.next;
  for (const name of ['直接材料', '直接人工', '制造费用']) {
    const row = page.next;
    page.add(
      name,
      office.money(9_000),
      office.money(90_000),
      `=B${row}+C${row}`,
      whole(540),
      `=ROUND(D${row}/E${row},2)`,
      `=F${row}*500`,
      `=D${row}-G${row}`,
    );
  }
  page.add(
    '合计',
    ...[1, 2, 3].map((c) => `=SUM(${down(c, first, page.next - 1)})`),
    '',
    ...[5, 6, 7].map((c) => `=SUM(${down(c, first, first + 2)})`),
  );
  return [page];
};

/** A rolling KPI table: value, target, attainment, weight, weighted score. */
export const kpi: Book = (office) => {
  const page = new Page('KPI', office.habits);
  page.add('KPI', 'Weight', 'Target', 'Actual', 'Attainment', 'Score');
  const first = page.next;
  const weights = [0.3, 0.25, 0.2, 0.15, 0.1];
  ['Revenue (k$)', 'Gross margin %', 'DSO (days)', 'NPS', 'Headcount'].forEach((name, k) => {
    const row = page.next;
    const target = office.int(20, 900);
    page.add(
      name,
      percent(weights[k] ?? 0, '0%'),
      whole(target),
      shown(Math.round(target * office.real(0.7, 1.2) * 10) / 10, '0.0'),
      percent(`=D${row}/C${row}`, '0%'),
      shown(`=B${row}*E${row}`, '0.00'),
    );
  });
  page.add(
    'Total',
    percent(`=SUM(${down(1, first, page.next - 1)})`, '0%'),
    '',
    '',
    '',
    shown(`=SUM(${down(5, first, page.next - 1)})`, '0.00'),
  );
  return [page];
};

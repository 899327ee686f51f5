/** Sound tables of budget execution (预算执行): by month with 序时进度, by quarter and year, quotas, transfers and adjustments, reserve and unit costs. */
import { at, type Book, cents, down, type Entry, Page, percent, shown, sumOf, whole } from './page.ts';

const SECTIONS = [
  '一般公共服务支出',
  '公共安全支出',
  '教育支出',
  '科学技术支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '农林水支出',
  '住房保障支出',
];

/** 支出进度表: budget, spent, share of the budget, 序时进度 the same in every line, and how far behind it is in percentage points. */
export const paceOfSpending: Book = (office) => {
  const page = new Page('支出进度', office.habits);
  const month = office.int(3, 11);
  page.add(`2024年1-${String(month)}月财政支出进度表`);
  page.add('单位：万元');
  page.add('科目', '年初预算', '调整预算', '累计支出', '执行率', '序时进度', '与序时进度差', '上年同期', '增减额', '增减%');
  const first = page.next;
  const line = (name: string, figures: readonly Entry[]): void => {
    const row = page.next;
    page.add(
      name,
      ...figures.slice(0, 3),
      percent(`=D${row}/C${row}`),
      percent(Math.round((month / 12) * 10_000) / 10_000),
      percent(`=E${row}-F${row}`),
      figures[3] ?? '',
      `=D${row}-H${row}`,
      percent(`=I${row}/H${row}`),
    );
  };
  for (const section of SECTIONS.slice(0, office.int(4, 8))) {
    const budget = office.money(9_000);
    const adjusted = office.chance(0.4) ? budget : cents(budget * office.real(0.9, 1.3));
    line(section, [budget, adjusted, cents(adjusted * office.real(0.2, 0.95)), office.money(6_000)]);
  }
  const last = page.next - 1;
  line(
    '支出合计',
    [1, 2, 3, 7].map((column) => `=SUM(${down(column, first, last)})`),
  );
  return [page];
};

/** 分月用款计划: twelve months, quarters between them, the year at the end. */
export const monthsAndQuarters: Book = (office) => {
  const page = new Page('用款计划', office.habits);
  page.add('2024年分月用款计划');
  const heads = [1, 2, 3, 4].flatMap((q) => [
    ...[3 * q - 2, 3 * q - 1, 3 * q].map((m) => `${String(m)}月`),
    `${'一二三四'[q - 1] ?? ''}季度`,
  ]);
  page.add('项目', ...heads, '全年');
  const first = page.next;
  const items = ['基本工资', '津贴补贴', '办公费', '水电费', '差旅费', '维修费', '专项业务费'].slice(0, office.int(4, 7));
  const across = (row: number): Entry[] => [
    ...[0, 1, 2, 3].flatMap((q) => [`=SUM(${at(1 + 4 * q, row)}:${at(3 + 4 * q, row)})`]),
    `=${[0, 1, 2, 3].map((q) => at(4 + 4 * q, row)).join('+')}`,
  ];
  const put = (name: string, month: (column: number) => Entry): void => {
    const totals = across(page.next);
    page.add(name, ...heads.map((_, k) => (k % 4 === 3 ? (totals[Math.floor(k / 4)] ?? '') : month(k + 1))), totals[4] ?? '');
  };
  for (const item of items) {
    const even = office.money(30_000);
    put(item, () => (item.includes('工资') ? even : office.chance(0.2) ? '' : office.money(20_000)));
  }
  const last = page.next - 1;
  put('合计', (column) => `=SUM(${down(column, first, last)})`);
  return [page];
};

/** 预算调整表: budget, 追加, 追减, 调剂 that comes to nothing in all, the adjusted budget. */
export const budgetAdjustment: Book = (office) => {
  const page = new Page('预算调整', office.habits);
  page.add('预算调整情况表', '', '', '', '', '', '单位：元');
  page.add('单位', '项目', '年初预算', '追加', '追减', '调剂', '调整后预算');
  const first = page.next;
  const count = office.int(5, 9);
  const moved = Array.from({ length: count - 1 }, () => (office.chance(0.5) ? 0 : cents(office.real(-5_000, 5_000))));
  for (const [k, move] of [...moved, cents(-sumOf(moved))].entries()) {
    const row = page.next;
    const more = office.chance(0.4) ? office.money(30_000) : '';
    const less = more === '' && office.chance(0.4) ? office.money(2_000) : '';
    page.add(
      k % 3 === 0 ? `第${String(k / 3 + 1)}小学` : '',
      `项目${String(k + 1)}`,
      cents(20_000 + office.money(80_000)),
      more,
      less,
      move === 0 ? '' : move,
      `=C${row}+D${row}-E${row}+F${row}`,
    );
  }
  const last = page.next - 1;
  page.add('合计', '', ...[2, 3, 4, 5, 6].map((column) => `=SUM(${down(column, first, last)})`));
  return [page];
};

/** 定额公用经费: heads, quota a head, months, amount; the total row has heads and amount, and the mean quota. */
export const quotaByHead: Book = (office) => {
  const page = new Page('公用经费', office.habits);
  page.add('公用经费定额测算表');
  page.add('单位', '在职人数', '退休人数', '在职定额', '退休定额', '在职经费', '退休经费', '合计', '人均');
  const first = page.next;
  for (let k = 0; k < office.int(4, 8); k++) {
    const row = page.next;
    page.add(
      `${'一二三四五六七八'[k] ?? ''}中心`,
      whole(office.int(5, 60)),
      whole(office.int(0, 30)),
      whole(office.pick([3000, 3500, 4000])),
      whole(800),
      `=B${row}*D${row}`,
      `=C${row}*E${row}`,
      `=F${row}+G${row}`,
      `=H${row}/(B${row}+C${row})`,
    );
  }
  const last = page.next - 1;
  const row = page.next;
  page.add(
    '合计',
    ...[1, 2].map((column) => whole(`=SUM(${down(column, first, last)})`)),
    '',
    '',
    ...[5, 6, 7].map((column) => `=SUM(${down(column, first, last)})`),
    `=H${row}/(B${row}+C${row})`,
  );
  return [page];
};

/** 财政收支月报: this month, the year so far, last year's same two, growth of each; income by tax with 其中 lines. */
export const revenueMonth: Book = (office) => {
  const page = new Page('收入月报', office.habits);
  page.add('一般公共预算收入完成情况表');
  page.add('', '', '', '', '', '单位：万元');
  page.add('项目', '本月', '', '累计', '', '累计增长%');
  page.add('', '本年', '上年', '本年', '上年', '');
  const make = (): number[] => {
    const [now, before] = [office.money(2_000), office.money(2_000)];
    return [now, before, cents(now + office.money(9_000)), cents(before + office.money(9_000))];
  };
  const put = (name: string, figures: readonly number[]): void => {
    const row = page.next;
    page.add(name, ...figures, shown(`=ROUND((D${row}/E${row}-1)*100,1)`, '0.0'));
  };
  const add = (rows: readonly (readonly number[])[]): number[] => [0, 1, 2, 3].map((k) => sumOf(rows.map((row) => row[k] ?? 0)));
  const taxes = ['增值税', '企业所得税', '个人所得税', '资源税', '契税'].map((name) => [name, make()] as const);
  const others = ['专项收入', '行政事业性收费收入', '罚没收入', '国有资源有偿使用收入'].map((name) => [name, make()] as const);
  const [taxed, rest] = [add(taxes.map(([, row]) => row)), add(others.map(([, row]) => row))];
  put('一般公共预算收入', add([taxed, rest]));
  put('一、税收收入', taxed);
  for (const [name, row] of taxes) {
    put(`  ${name}`, row);
    if (name === '增值税')
      put(
        '    其中：改征增值税',
        row.map((value) => cents(value * 0.4)),
      );
  }
  put('二、非税收入', rest);
  for (const [name, row] of others) put(`  ${name}`, row);
  return [page];
};

/** 转移支付分配表: factors and weights in the heading rows, shares of each factor, the amount they come to. */
export const factorAllocation: Book = (office) => {
  const page = new Page('因素法分配', office.habits);
  page.add('衔接资金因素法分配测算表');
  page.add('县市', '人口因素', '', '面积因素', '', '绩效因素', '', '分配金额');
  page.add('', '人口（万人）', '占比', '面积', '占比', '得分', '占比', '');
  page.add('权重', '', percent(0.4, '0%'), '', percent(0.3, '0%'), '', percent(0.3, '0%'), '');
  const first = page.next;
  const count = office.int(5, 9);
  const end = first + count;
  for (let k = 0; k < count; k++) {
    const row = page.next;
    page.add(
      `${'甲乙丙丁戊己庚辛壬'[k] ?? ''}县`,
      office.money(80),
      percent(`=B${row}/B${end}`),
      office.money(9_000),
      percent(`=D${row}/D${end}`),
      shown(Math.round(office.real(60, 99) * 10) / 10, '0.0'),
      percent(`=F${row}/F${end}`),
      `=ROUND((C${row}*0.4+E${row}*0.3+G${row}*0.3)*5000,2)`,
    );
  }
  page.add(
    '合计',
    ...[1, 2, 3, 4, 5, 6, 7].map((column) => {
      const sum = `=SUM(${down(column, first, end - 1)})`;
      return column === 7 ? sum : column % 2 === 0 ? percent(sum) : column === 5 ? shown(sum, '0.0') : sum;
    }),
  );
  return [page];
};

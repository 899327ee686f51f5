/** Sound budget tables (预算与项目): execution progress, three public expenses, self-evaluation, settlements, procurement, debt. */
import { type Book, cents, down, type Entry, Page, percent, shown, sumOf, whole } from './page.ts';

/** 预算执行进度表: budget, executed, the month, rate and rank against 时序进度. */
export const progress: Book = (office) => {
  const page = new Page('执行进度', office.habits);
  page.add('2024年10月末部门预算执行进度表');
  page.add('', '', '', '', '', '', '', '单位：万元');
  page.add('序号', '单位名称', '年初预算', '调整预算', '预算合计', '本月支出', '累计支出', '执行进度', '时序进度', '与时序差', '结余');
  const first = page.next;
  const names = ['教育局', '卫健委', '交通局', '水利局', '农业农村局', '民政局', '公安局', '住建局'];
  for (const [k, name] of names.entries()) {
    const row = page.next;
    const budget = office.money(9_000);
    const adjust = office.chance(0.4) ? 0 : (office.chance(0.3) ? -1 : 1) * cents(budget * office.real(0.01, 0.3));
    const total = cents(budget + adjust);
    const spent = cents(total * office.real(0.3, 0.99));
    page.add(
      whole(k + 1),
      name,
      budget,
      adjust,
      `=C${row}+D${row}`,
      cents(spent * office.real(0.02, 0.2)),
      spent,
      percent(`=G${row}/E${row}`),
      percent(0.8333),
      percent(`=H${row}-I${row}`),
      `=E${row}-G${row}`,
    );
  }
  const last = page.next - 1;
  const t = page.next;
  page.add(
    '',
    '合计',
    ...[2, 3, 4, 5, 6].map((c) => `=SUM(${down(c, first, last)})`),
    percent(`=G${t}/E${t}`),
    percent(0.8333),
    percent(`=H${t}-I${t}`),
    `=E${t}-G${t}`,
  );
  return [page];
};

/** 三公经费 of another region: last year, budget, actual, change, rate, line by line; 其中 lines. */
export const threePublic: Book = (office) => {
  const page = new Page('三公经费', office.habits);
  page.add('某市“三公”经费支出情况表');
  page.add('单位：万元');
  page.add('项目', '2022年决算', '2023年预算', '2023年决算', '比上年增减', '增减%', '完成预算%');
  const own = (): number[] => office.moneys(3, 60);
  const [abroad, buy, run, reception] = [own(), own(), own(), own()];
  const car = [0, 1, 2].map((k) => cents((buy[k] ?? 0) + (run[k] ?? 0)));
  const all = [0, 1, 2].map((k) => sumOf([abroad[k] ?? 0, car[k] ?? 0, reception[k] ?? 0]));
  for (const [name, values] of [
    ['合计', all],
    ['1.因公出国（境）费', abroad],
    ['2.公务接待费', reception],
    ['3.公务用车购置及运行费', car],
    ['其中：公务用车购置费', buy],
    ['公务用车运行维护费', run],
  ] as const) {
    const row = page.next;
    page.add(name, ...values, `=D${row}-B${row}`, percent(`=E${row}/B${row}`), percent(`=D${row}/C${row}`));
  }
  return [page];
};

/** 绩效自评: weights that sum to 100, scores, one indicator has lost points. */
export const selfEvaluation: Book = (office) => {
  const page = new Page('自评', office.habits);
  page.add('项目支出绩效评价打分表');
  page.add('一级指标', '二级指标', '三级指标', '分值', '目标值', '完成值', '得分', '扣分原因');
  const first = page.next;
  const weights = [10, 10, 10, 20, 10, 10, 10, 10, 10];
  weights.forEach((weight, k) =>
    page.add(
      ['产出指标', '', '', '', '效益指标', '', '', '满意度', ''][k] ?? '',
      ['数量', '质量', '时效', '成本', '经济', '社会', '生态', '服务对象', ''][k] ?? '',
      `指标${k + 1}`,
      whole(weight),
      `≥${office.int(1, 100)}`,
      office.chance(0.5) ? `${office.int(90, 110)}%` : shown(office.int(1, 120), 'General'),
      shown(office.chance(0.6) ? weight : weight - office.int(1, 30) / 10, 'General'),
      '',
    ),
  );
  const last = page.next - 1;
  page.add('总分', '', '', whole(`=SUM(${down(3, first, last)})`), '', '', shown(`=SUM(${down(6, first, last)})`, 'General'), '');
  return [page];
};

/** 转移支付分配表: factors, weights, an allocation rounded to whole 万元 whose rest goes to the largest. */
export const allocation: Book = (office) => {
  const page = new Page('分配', office.habits);
  page.add('2024年补助资金分配表', '', '', '', '', '单位：万元');
  page.add('县市', '人口（万人）', '人口占比', '面积占比', '综合系数', '分配金额');
  const names = ['昌吉市', '阜康市', '玛纳斯县', '呼图壁县', '奇台县', '吉木萨尔县', '木垒县'];
  const people = names.map(() => office.int(5, 60));
  const area = names.map(() => office.int(3, 30));
  const [pa, aa] = [sumOf(people), sumOf(area)];
  const shares = names.map((_, k) => ((people[k] ?? 0) / pa) * 0.6 + ((area[k] ?? 0) / aa) * 0.4);
  const money = shares.map((share) => Math.round(share * 5000));
  const rest = 5000 - sumOf(money);
  money[0] = (money[0] ?? 0) + rest;
  names.forEach((name, k) =>
    page.add(
      name,
      whole(people[k] ?? 0),
      percent((people[k] ?? 0) / pa),
      percent((area[k] ?? 0) / aa),
      shown(Math.round((shares[k] ?? 0) * 1e4) / 1e4, '0.0000'),
      whole(money[k] ?? 0),
    ),
  );
  page.add('合计', whole(pa), percent(1), percent(1), shown(1, '0.0000'), whole(5000));
  return [page];
};

/** 政府债务余额情况表: limit and balance, 一般 and 专项, the year's new, repaid. */
export const debt: Book = (office) => {
  const page = new Page('债务', office.habits);
  page.add('2023年地方政府债务限额及余额情况表', '', '', '单位：亿元');
  page.add('地区', '债务限额', '', '', '债务余额', '', '');
  page.add('', '小计', '一般债务', '专项债务', '小计', '一般债务', '专项债务');
  const t = page.next;
  const names = ['市本级', 'A区', 'B区', 'C县', 'D县'];
  page.add('合计', ...[1, 2, 3, 4, 5, 6].map((c) => `=SUM(${down(c, t + 1, t + names.length)})`));
  for (const name of names) {
    const row = page.next;
    const [a, b] = [office.money(200), office.money(200)];
    page.add(name, `=C${row}+D${row}`, a, b, `=F${row}+G${row}`, cents(a * office.real(0.7, 1)), cents(b * office.real(0.7, 1)));
  }
  return [page];
};

/** 部门预算收支总表: two panels of unequal length, 本年收入合计, 上年结转, 收入总计. */
export const budgetSummary: Book = (office) => {
  const page = new Page('预算总表', office.habits);
  page.add('部门收支预算总表（单位：万元）');
  page.add('收入', '', '支出', '');
  page.add('项目', '预算数', '项目', '预算数');
  const incomes = office.moneys(4, 900);
  const carry = office.money(90);
  const total = cents(sumOf(incomes) + carry);
  const spent: number[] = [];
  for (let k = 0; k < 5; k++) spent.push(cents((total - 5) * (k === 4 ? 0 : office.real(0.05, 0.2))));
  spent[4] = cents(total - 5 - sumOf(spent));
  const left = ['一、一般公共预算拨款', '二、政府性基金预算拨款', '三、事业收入', '四、其他收入', ''];
  const right = ['一、一般公共服务支出', '二、教育支出', '三、社会保障和就业支出', '四、卫生健康支出', '五、住房保障支出'];
  left.forEach((name, k) => page.add(name, incomes[k] ?? '', right[k] ?? '', spent[k] ?? ''));
  page.add('本年收入合计', '=SUM(B4:B8)', '本年支出合计', '=SUM(D4:D8)');
  page.add('上年结转', carry, '结转下年', 5);
  page.add('收入总计', '=B9+B10', '支出总计', '=D9+D10');
  return [page];
};

/** 支出明细 by 经济分类, 款 under 类 with indents, no codes; total first. */
export const indented: Book = (office) => {
  const page = new Page('经济分类', office.habits);
  page.add('一般公共预算基本支出表');
  page.add('科目名称', '合计', '人员经费', '公用经费');
  const t = page.next;
  const rows: [string, Entry, Entry, Entry][] = [];
  const heads: number[] = [];
  const groups: [string, string[], boolean][] = [
    ['工资福利支出', ['基本工资', '津贴补贴', '奖金', '绩效工资'], true],
    ['商品和服务支出', ['办公费', '水费', '电费', '差旅费', '培训费'], false],
    ['对个人和家庭的补助', ['退休费', '抚恤金'], true],
    ['资本性支出', ['办公设备购置'], false],
  ];
  let row = t + 1;
  for (const [name, children, staff] of groups) {
    heads.push(row);
    const [from, to] = [row + 1, row + children.length];
    rows.push([name, `=C${row}+D${row}`, staff ? `=SUM(C${from}:C${to})` : '', staff ? '' : `=SUM(D${from}:D${to})`]);
    row++;
    for (const child of children) {
      const value = office.money(300);
      rows.push([`　　${child}`, `=C${row}+D${row}`, staff ? value : '', staff ? '' : value]);
      row++;
    }
  }
  page.add('合计', ...['B', 'C', 'D'].map((c) => `=${heads.map((h) => c + h).join('+')}`));
  for (const one of rows) page.add(...one);
  return [page];
};

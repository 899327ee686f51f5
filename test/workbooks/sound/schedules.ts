/** Sound schedules (明细表): provisions, capital works, deposits, subsidies, shared costs. */
import { at, type Book, cents, day, down, Page, percent, shown, sumOf, whole } from './page.ts';

/** 坏账准备计提表: balances by age class in rows, rate, provision due, already made, to be made (negative in brackets as text). */
export const provision: Book = (office) => {
  const page = new Page('坏账准备', office.habits);
  page.add('坏账准备计提计算表');
  page.add('账龄', '账面余额', '计提比例', '应提坏账准备', '已提坏账准备', '本期补提', '账面价值');
  const first = page.next;
  const rates = [0.05, 0.1, 0.3, 0.5, 0.8, 1];
  ['1年以内', '1至2年', '2至3年', '3至4年', '4至5年', '5年以上'].forEach((name, k) => {
    const row = page.next;
    page.add(
      name,
      office.money(500_000),
      percent(rates[k] ?? 0, '0%'),
      `=ROUND(B${row}*C${row},2)`,
      office.money(20_000),
      `=D${row}-E${row}`,
      `=B${row}-D${row}`,
    );
  });
  const last = page.next - 1;
  page.add('合计', `=SUM(${down(1, first, last)})`, '', ...[3, 4, 5, 6].map((column) => `=SUM(${down(column, first, last)})`));
  return [page];
};

/** 在建工程台账: contract sum, paid in earlier years, this year, in all, still due, progress in per cent. */
export const worksInProgress: Book = (office) => {
  const page = new Page('在建工程', office.habits);
  page.add('在建工程台账（单位：万元）');
  page.add('序号', '工程名称', '概算投资', '合同金额', '以前年度支付', '本年支付', '累计支付', '未付金额', '付款进度', '形象进度', '备注');
  const first = page.next;
  for (let k = 0; k < office.int(4, 9); k++) {
    const row = page.next;
    const deal = office.money(4_000);
    page.add(
      whole(k + 1),
      `${office.pick(['教学楼', '门诊楼', '供水管网', '道路', '敬老院'])}${String(k + 1)}期`,
      cents(deal * office.real(1, 1.2)),
      deal,
      office.chance(0.3) ? '' : cents(deal * office.real(0.1, 0.4)),
      cents(deal * office.real(0.05, 0.4)),
      `=E${row}+F${row}`,
      `=D${row}-G${row}`,
      percent(`=G${row}/D${row}`),
      percent(office.pick([0.3, 0.5, 0.8, 1]), '0%'),
      office.chance(0.3) ? '跨年' : '',
    );
  }
  const last = page.next - 1;
  const row = page.next;
  page.add('', '合计', ...[2, 3, 4, 5, 6, 7].map((column) => `=SUM(${down(column, first, last)})`), percent(`=G${row}/D${row}`), '', '');
  return [page];
};

/** 定期存款台账: principal, rate, days, interest; totals of principal and interest, the highest rate under them. */
export const timeDeposits: Book = (office) => {
  const page = new Page('存款', office.habits);
  page.add('定期存款台账');
  page.add('开户行', '存入日', '到期日', '本金', '年利率', '天数', '应计利息', '本息合计');
  const first = page.next;
  for (let k = 0; k < office.int(4, 8); k++) {
    const row = page.next;
    const days = office.pick([90, 180, 365, 730]);
    page.add(
      office.pick(['工行', '农行', '建行', '农信社']),
      day(k * 12),
      day(k * 12 + days),
      office.int(1, 90) * 10_000,
      percent(office.pick([0.011, 0.013, 0.015, 0.0175, 0.0225]), '0.00%'),
      whole(days),
      `=ROUND(D${row}*E${row}*F${row}/365,2)`,
      `=D${row}+G${row}`,
    );
  }
  const last = page.next - 1;
  page.add('合计', '', '', `=SUM(${down(3, first, last)})`, '', '', `=SUM(${down(6, first, last)})`, `=SUM(${down(7, first, last)})`);
  page.add(
    '最高',
    '',
    '',
    `=MAX(${down(3, first, last)})`,
    percent(`=MAX(${down(4, first, last)})`),
    '',
    `=MAX(${down(6, first, last)})`,
    `=MAX(${down(7, first, last)})`,
  );
  return [page];
};

/** 惠民补贴发放表: households, members, area, standard, amount; villages with 小计 and the town's 合计. */
export const subsidies: Book = (office) => {
  const page = new Page('补贴发放', office.habits);
  page.add('耕地地力保护补贴发放清册');
  page.add('村', '户主', '身份证后四位', '人口', '面积（亩）', '补贴标准', '补贴金额');
  const grand = [0, 0, 0];
  for (const village of ['红旗村', '东风村', '团结村'].slice(0, office.int(2, 3))) {
    const own = [0, 0, 0];
    for (let k = 0; k < office.int(3, 6); k++) {
      const [people, area] = [office.int(1, 6), Math.round(office.real(2, 60) * 10) / 10];
      const money = cents(area * 85);
      page.add(
        village,
        office.pick(['张伟', '李娜', '阿不都', '马强', '王芳', '买买提']),
        String(office.int(1000, 9999)),
        whole(people),
        shown(area, '0.0'),
        whole(85),
        money,
      );
      [people, area, money].forEach((value, k2) => (own[k2] = cents((own[k2] ?? 0) + value)));
    }
    page.add(`${village}小计`, '', '', whole(own[0] ?? 0), shown(own[1] ?? 0, '0.0'), '', own[2] ?? 0);
    own.forEach((value, k) => (grand[k] = cents((grand[k] ?? 0) + value)));
  }
  page.add('合计', '', '', whole(grand[0] ?? 0), shown(grand[1] ?? 0, '0.0'), '', grand[2] ?? 0);
  return [page];
};

/** 费用分摊: shared costs spread by area, the last sharer taking what rounding leaves. */
export const costSharing: Book = (office) => {
  const page = new Page('费用分摊', office.habits);
  const users = ['办公室', '业务科', '财务科', '后勤中心', '附属幼儿园'].slice(0, office.int(3, 5));
  const areas = users.map(() => office.int(60, 900));
  const whole_ = sumOf(areas);
  page.add('共用费用分摊表');
  page.add('费用', '总额', ...users, '合计');
  page.add('面积（平方米）', whole(whole_), ...areas.map((area) => whole(area)), whole(whole_));
  page.add('分摊比例', percent(1), ...areas.map((area) => percent(area / whole_)), percent(1));
  const first = page.next;
  for (const name of ['水费', '电费', '取暖费', '物业费', '电梯维保']) {
    const row = page.next;
    const bill = office.money(60_000);
    const shares = areas.map((area) => cents((bill * area) / whole_));
    shares[shares.length - 1] = cents(bill - sumOf(shares.slice(0, -1)));
    page.add(name, bill, ...shares, `=SUM(${at(2, row)}:${at(1 + users.length, row)})`);
  }
  const last = page.next - 1;
  page.add('合计', ...[...users, '', ''].map((_, k) => `=SUM(${down(1 + k, first, last)})`));
  return [page];
};

/** Sound payrolls (工资表), social insurance, tax worksheets and invoices. */
import { at, cents, day, down, Page, percent, shown, whole } from './page.ts';
import type { Book } from './page.ts';

const PEOPLE = ['张三', '李四', '王五', '赵六', '钱七', '孙八', '周九', '吴十', '郑一', '冯二'];

/** 工资发放表: 应发 = earnings, 扣款 = deductions, 实发 = the difference; 个税 rounded. */
export const payroll: Book = (office) => {
  const page = new Page('1月工资', office.habits);
  page.add('某某局2024年1月工资发放表');
  page.add('序号', '姓名', '身份证号', '应发项目', '', '', '', '', '代扣项目', '', '', '', '', '实发工资', '签名');
  page.add(
    '',
    '',
    '',
    '基本工资',
    '津贴补贴',
    '绩效工资',
    '加班费',
    '应发合计',
    '养老保险',
    '医疗保险',
    '公积金',
    '个人所得税',
    '扣款合计',
    '',
    '',
  );
  const first = page.next;
  PEOPLE.slice(0, office.int(5, 10)).forEach((name, k) => {
    const row = page.next;
    page.add(
      whole(k + 1),
      name,
      `6523011985${String(office.int(1000, 9999))}00${k}X`,
      office.int(20, 60) * 100,
      office.int(10, 40) * 50,
      office.chance(0.2) ? '' : office.money(3000),
      office.chance(0.7) ? '' : office.money(500),
      `=SUM(D${row}:G${row})`,
      `=ROUND(H${row}*0.08,2)`,
      `=ROUND(H${row}*0.02,2)`,
      `=ROUND(H${row}*0.12,0)`,
      `=ROUND(MAX(0,H${row}-I${row}-J${row}-K${row}-5000)*0.03,2)`,
      `=SUM(I${row}:L${row})`,
      `=H${row}-M${row}`,
    );
  });
  const last = page.next - 1;
  page.add('合计', '', '', ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((c) => `=SUM(${down(c, first, last)})`));
  page.add('审核：', '', '', '出纳：', '', '', '制表：');
  return [page];
};

/** 五险一金计算表: base, unit and personal rates side by side in the heading. */
export const insurance: Book = (office) => {
  const page = new Page('五险一金', office.habits);
  page.add('五险一金缴费明细表');
  page.add('姓名', '缴费基数', '养老', '', '医疗', '', '失业', '', '工伤', '公积金', '', '单位合计', '个人合计', '合计');
  page.add('', '', '单位', '个人', '单位', '个人', '单位', '个人', '单位', '单位', '个人', '', '', '');
  const rates = [0.16, 0.08, 0.09, 0.02, 0.005, 0.005, 0.002, 0.12, 0.12];
  page.add('比例', '', ...rates.map((rate) => percent(rate, '0.0%')), '', '', '');
  const first = page.next;
  for (const name of PEOPLE) {
    const row = page.next;
    page.add(
      name,
      office.int(40, 120) * 100,
      ...rates.map((_, k) => `=ROUND($B${row}*${at(2 + k, 4)},2)`),
      `=C${row}+E${row}+G${row}+I${row}+J${row}`,
      `=D${row}+F${row}+H${row}+K${row}`,
      `=L${row}+M${row}`,
    );
  }
  const last = page.next - 1;
  page.add('合计', ...Array.from({ length: 13 }, (_, k) => `=SUM(${down(1 + k, first, last)})`));
  return [page];
};

/** 劳务费发放表: days times a rate, tax withheld. */
export const labour: Book = (office) => {
  const page = new Page('劳务费', office.habits);
  page.add('专家劳务费发放表');
  page.add('姓名', '职称', '天数', '标准（元/天）', '应发金额', '代扣个税', '实发金额', '银行账号');
  const first = page.next;
  for (const name of PEOPLE.slice(0, 7)) {
    const row = page.next;
    page.add(
      name,
      office.pick(['正高', '副高', '中级']),
      shown(office.int(1, 8) / 2, '0.0'),
      office.pick([300, 400, 500, 800, 1000]),
      `=C${row}*D${row}`,
      `=ROUND(MAX(0,E${row}-800)*0.2,2)`,
      `=E${row}-F${row}`,
      `62284801${office.int(10_000_000, 99_999_999)}`,
    );
  }
  const last = page.next - 1;
  page.add('合计', '', '', '', ...[4, 5, 6].map((c) => `=SUM(${down(c, first, last)})`));
  return [page];
};

/** 增值税计算表: sales at several rates, output less input, surcharges. */
export const vat: Book = (office) => {
  const page = new Page('增值税', office.habits);
  page.add('增值税计算表');
  page.add('项目', '不含税销售额', '税率', '税额', '价税合计');
  const first = page.next;
  for (const rate of [0.13, 0.09, 0.06, 0.03, 0]) {
    const row = page.next;
    page.add(
      `${rate * 100}%税率货物及服务`,
      office.chance(0.2) ? 0 : office.money(900_000),
      percent(rate, '0%'),
      `=ROUND(B${row}*C${row},2)`,
      `=B${row}+D${row}`,
    );
  }
  const total = page.add(
    '销项合计',
    `=SUM(${down(1, first, page.next - 1)})`,
    '',
    `=SUM(${down(3, first, page.next - 1)})`,
    `=SUM(${down(4, first, page.next - 1)})`,
  );
  const input = page.add('减：进项税额', '', '', office.money(30_000), '');
  const out = page.add('加：进项税额转出', '', '', office.money(900), '');
  const carried = page.add('减：上期留抵税额', '', '', office.chance(0.5) ? '' : office.money(500), '');
  const due = page.add('应纳税额', '', '', `=D${total}-D${input}+D${out}-D${carried}`, '');
  for (const [name, rate] of [
    ['城市维护建设税', 0.07],
    ['教育费附加', 0.03],
    ['地方教育附加', 0.02],
  ] as const) {
    const row = page.next;
    page.add(name, '', percent(rate, '0%'), `=ROUND(D${due}*C${row},2)`, '');
  }
  page.add('附加税费合计', '', '', `=SUM(D${due + 1}:D${due + 3})`, '');
  return [page];
};

/** 企业所得税汇算: book profit, adjustments up and down, taxable income, quarterly prepayments. */
export const incomeTax: Book = (office) => {
  const page = new Page('所得税', office.habits);
  page.add('企业所得税纳税调整计算表');
  page.add('项目', '账载金额', '税收金额', '调增金额', '调减金额');
  const profit = page.add('一、利润总额', office.money(900_000) + 200_000, '', '', '');
  const from = page.next;
  for (const name of ['业务招待费支出', '广告费和业务宣传费', '职工福利费', '罚款支出', '固定资产折旧', '免税收入']) {
    const [book, tax] = [office.money(60_000), office.money(60_000)];
    page.add(name, book, tax, book > tax ? cents(book - tax) : '', book > tax ? '' : cents(tax - book));
  }
  const all = page.add('二、纳税调整合计', '', '', `=SUM(D${from}:D${page.next - 1})`, `=SUM(E${from}:E${page.next - 1})`);
  const base = page.add('三、应纳税所得额', `=B${profit}+D${all}-E${all}`, '', '', '');
  const rate = page.add('税率', percent(0.25, '0%'), '', '', '');
  const due = page.add('四、应纳所得税额', `=ROUND(B${base}*B${rate},2)`, '', '', '');
  const paid = page.add('减：已预缴所得税额', office.money(40_000), '', '', '');
  page.add('五、本年应补（退）所得税额', `=B${due}-B${paid}`, '', '', '');
  return [page];
};

/** 发票清单 with mixed VAT rates, quantities, prices; tax rounded line by line. */
export const invoices: Book = (office) => {
  const page = new Page('进项发票', office.habits);
  page.add('序号', '发票代码', '发票号码', '开票日期', '销方名称', '数量', '单价', '金额', '税率', '税额', '价税合计');
  const first = page.next;
  const count = office.int(12, 25);
  for (let k = 0; k < count; k++) {
    const row = page.next;
    page.add(
      whole(k + 1),
      `0${office.int(11_000_000, 65_999_999)}00`,
      whole(office.int(10_000_000, 99_999_999)),
      day(office.int(0, 80)),
      office.pick(['甲公司', '乙公司', '丙公司']),
      whole(office.int(1, 30)),
      shown(office.money(900), '0.00'),
      `=ROUND(F${row}*G${row},2)`,
      percent(office.pick([0.13, 0.09, 0.06, 0.03, 0.01]), '0%'),
      `=ROUND(H${row}*I${row},2)`,
      `=H${row}+J${row}`,
    );
  }
  const last = page.next - 1;
  page.add(
    '合计',
    '',
    '',
    '',
    '',
    whole(`=SUM(${down(5, first, last)})`),
    '',
    ...[7].map((c) => `=SUM(${down(c, first, last)})`),
    '',
    ...[9, 10].map((c) => `=SUM(${down(c, first, last)})`),
  );
  return [page];
};

/** 各地最低工资 and 社保基数: a table of figures in which nothing adds up. */
export const minimumWages: Book = (office) => {
  const page = new Page('最低工资', office.habits);
  page.add('各地区最低工资标准情况（截至2024年）');
  page.add('地区', '月最低工资（元）', '', '', '', '小时最低工资（元）', '', '', '');
  page.add('', ...['第一档', '第二档', '第三档', '第四档', '第一档', '第二档', '第三档', '第四档']);
  for (const name of ['北京', '天津', '河北', '山西', '内蒙古', '辽宁', '吉林', '上海', '江苏', '浙江', '安徽', '新疆']) {
    const top = office.int(180, 260) * 10;
    const levels = [0, 1, 2, 3].map((k) => (office.chance(0.2) && k > 1 ? '' : top - k * office.int(8, 14) * 10));
    page.add(name, ...levels, ...levels.map((v) => (v === '' ? '' : shown(Math.round((v / 21.75 / 8) * 1.35 * 10) / 10, 'General'))));
  }
  return [page];
};

/** 加班工时表 and attendance: days worked, absent, hours. */
export const attendance: Book = (office) => {
  const page = new Page('考勤', office.habits);
  page.add('2024年3月考勤汇总表');
  page.add('姓名', '应出勤', '事假', '病假', '年假', '实际出勤', '迟到（次）', '加班（小时）', '出勤率');
  const first = page.next;
  for (const name of PEOPLE) {
    const row = page.next;
    page.add(
      name,
      whole(21),
      ...[0, 1, 2].map(() => (office.chance(0.7) ? '' : shown(office.int(1, 4) / 2, 'General'))),
      shown(`=B${row}-C${row}-D${row}-E${row}`, '0.0'),
      whole(office.int(0, 3)),
      shown(office.int(0, 20) / 2, '0.0'),
      percent(`=F${row}/B${row}`, '0.0%'),
    );
  }
  const last = page.next - 1;
  page.add(
    '合计',
    ...[1, 2, 3, 4, 5, 6, 7].map((c) => shown(`=SUM(${down(c, first, last)})`, '0.0')),
    percent(`=F${last + 1}/B${last + 1}`, '0.0%'),
  );
  return [page];
};

/** 个税累计预扣: cumulative income, cumulative deductions, cumulative tax, tax of the month. */
export const cumulativeTax: Book = (office) => {
  const page = new Page('累计预扣', office.habits);
  page.add('个人所得税累计预扣预缴计算表');
  page.add('月份', '本月收入', '本月扣除', '累计收入', '累计扣除', '累计应纳税所得额', '累计应纳税额', '已缴税额', '本月应缴');
  let [all, less, paid] = [0, 0, 0];
  for (let month = 1; month <= 12; month++) {
    const [own, off] = [office.money(9_000) + 8_000, 5_000 + office.money(2_000)];
    all = cents(all + own);
    less = cents(less + off);
    const base = Math.max(0, cents(all - less));
    const tax = cents(base <= 36_000 ? base * 0.03 : base * 0.1 - 2_520);
    page.add(`${month}月`, own, off, all, less, base, tax, paid, cents(tax - paid));
    paid = tax;
  }
  return [page];
};

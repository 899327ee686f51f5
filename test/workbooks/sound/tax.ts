/** Sound tax worksheets (纳税申报表和发票): VAT, income tax, invoices. */
import { type Book, cents, day, down, Page, percent, shown, whole } from './page.ts';

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

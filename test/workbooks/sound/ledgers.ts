/** Sound ledgers (账簿): trial balance, bank reconciliation, depreciation, ageing, stock, cash journal. */
import { at, type Book, cents, day, down, type Entry, FIRMS, Page, percent, sumOf, whole } from './page.ts';

/** 科目余额表: 一级科目 and their 明细, opening, movements, closing in debit and credit columns. */
export const trialBalance: Book = (office) => {
  const page = new Page('科目余额表', office.habits);
  page.add('科目余额表');
  page.add('编制单位：某某局', '', '', '', '期间：2024年1月', '', '', '单位：元');
  page.add('科目编码', '科目名称', '期初余额', '', '本期发生额', '', '期末余额', '');
  page.add('', '', '借方', '贷方', '借方', '贷方', '借方', '贷方');
  const accounts: [string, string, boolean, string[]][] = [
    ['1001', '库存现金', true, []],
    ['1002', '银行存款', true, ['基本户', '零余额户', '专户']],
    ['1212', '应收账款', true, ['东方商贸', '利民医药']],
    ['1601', '固定资产', true, ['房屋', '设备', '车辆']],
    ['1602', '固定资产累计折旧', false, ['房屋', '设备', '车辆']],
    ['2302', '应付账款', false, ['宏达运输', '天山设备']],
    ['2201', '应付职工薪酬', false, ['工资', '社保', '公积金']],
  ];
  const sums = [0, 0, 0, 0, 0, 0];
  const lines: Entry[][] = [];
  for (const [code, name, debit, children] of accounts) {
    const own = (): number[] => {
      const open = office.money(500_000);
      const plus = office.chance(0.2) ? 0 : office.money(80_000);
      const less = Math.min(open + plus, office.chance(0.2) ? 0 : office.money(80_000));
      const close = cents(open + plus - less);
      return debit ? [open, 0, plus, less, close, 0] : [0, open, less, plus, 0, close];
    };
    const below = children.map(own);
    const all = children.length === 0 ? own() : [0, 1, 2, 3, 4, 5].map((k) => sumOf(below.map((row) => row[k] ?? 0)));
    all.forEach((value, k) => (sums[k] = cents((sums[k] ?? 0) + value)));
    const blank = (values: number[]): Entry[] => values.map((value) => (value === 0 ? '' : value));
    lines.push([code, name, ...blank(all)]);
    children.forEach((child, k) => lines.push([`${code}0${k + 1}`, child, ...blank(below[k] ?? [])]));
  }
  // What is still missing to balance is the net assets.
  const gap = cents((sums[0] ?? 0) - (sums[1] ?? 0));
  const turn = cents((sums[2] ?? 0) - (sums[3] ?? 0));
  const move = turn > 0 ? [0, turn] : [-turn, 0];
  const close = cents(gap + (move[1] ?? 0) - (move[0] ?? 0));
  const equity = [0, gap, move[0] ?? 0, move[1] ?? 0, 0, close];
  lines.push(['3001', '累计盈余', ...equity.map((value) => (value === 0 ? '' : value))]);
  for (const line of lines) page.add(...line);
  page.add('合计', '', ...equity.map((value, k) => cents((sums[k] ?? 0) + value)));
  return [page];
};

/** 银行存款余额调节表: two panels, four kinds of items in transit. */
export const bankReconciliation: Book = (office) => {
  const page = new Page('银行余额调节表', office.habits);
  const book = office.money(900_000);
  const [inBank, outBank, inBook, outBook] = [
    office.moneys(2, 30_000),
    office.moneys(2, 9_000),
    office.moneys(2, 20_000),
    office.moneys(2, 8_000),
  ];
  const adjusted = cents(book + sumOf(inBank) - sumOf(outBank));
  const bank = cents(adjusted - sumOf(inBook) + sumOf(outBook));
  page.add('银行存款余额调节表');
  page.add('开户行：工行昌吉支行', '', '账号：3004 0229 0910 0012 345', '', '2024年12月31日');
  page.add('项目', '金额', '项目', '金额');
  page.add('企业银行存款日记账余额', book, '银行对账单余额', bank);
  page.add('加：银行已收，企业未收', '', '加：企业已收，银行未收', '');
  page.add('  1月3日 转账', inBank[0] ?? 0, '  12月30日 支票', inBook[0] ?? 0);
  page.add('  1月4日 利息', inBank[1] ?? 0, '  12月31日 汇款', inBook[1] ?? 0);
  page.add('减：银行已付，企业未付', '', '减：企业已付，银行未付', '');
  page.add('  手续费', outBank[0] ?? 0, '  支票#2231', outBook[0] ?? 0);
  page.add('  水电代扣', outBank[1] ?? 0, '  支票#2232', outBook[1] ?? 0);
  page.add('调节后的存款余额', '=B4+B6+B7-B9-B10', '调节后的存款余额', '=D4+D6+D7-D9-D10');
  return [page];
};

/** 固定资产折旧计算表: cost, salvage, monthly depreciation, accumulated, net. */
export const depreciation: Book = (office) => {
  const page = new Page('折旧表', office.habits);
  page.add('固定资产折旧明细表');
  page.add('截止日期：2024年12月31日', '', '', '', '', '', '', '', '', '单位：元');
  page.add('资产编号', '资产名称', '购置日期', '原值', '残值率', '使用年限', '月折旧额', '已提月数', '累计折旧', '净值');
  const first = page.next;
  for (let k = 0; k < 8; k++) {
    const row = page.next;
    const months = office.int(3, 40);
    page.add(
      `GD2021${String(k + 1).padStart(4, '0')}`,
      office.pick(['台式计算机', '打印机', '公务用车', '办公桌', '空调', '复印机']),
      day(-30 * months),
      office.money(200_000),
      percent(0.05, '0%'),
      whole(office.pick([3, 4, 5, 6, 8])),
      `=ROUND(D${row}*(1-E${row})/F${row}/12,2)`,
      whole(months),
      `=ROUND(G${row}*H${row},2)`,
      `=D${row}-I${row}`,
    );
  }
  const last = page.next - 1;
  page.add(
    '合计',
    '',
    '',
    `=SUM(${down(3, first, last)})`,
    '',
    '',
    `=SUM(${down(6, first, last)})`,
    '',
    `=SUM(${down(8, first, last)})`,
    `=SUM(${down(9, first, last)})`,
  );
  return [page];
};

/** 往来款账龄分析表: each balance spread over age classes, shares of the total under it, a bad-debt provision. */
export const ageing: Book = (office) => {
  const page = new Page('账龄分析', office.habits);
  page.add('应收账款账龄分析表');
  page.add('单位名称', '期末余额', '1年以内', '1-2年', '2-3年', '3年以上', '备注');
  const first = page.next;
  for (const name of FIRMS.slice(0, office.int(5, 10))) {
    const row = page.next;
    const parts = [0, 1, 2, 3].map(() => (office.chance(0.5) ? office.money(60_000) : 0));
    page.add(name, `=SUM(C${row}:F${row})`, ...parts.map((value) => (value === 0 ? '' : value)), office.chance(0.2) ? '已函证' : '');
  }
  const last = page.next - 1;
  const total = page.next;
  page.add('合计', ...[1, 2, 3, 4, 5].map((column) => `=SUM(${down(column, first, last)})`));
  page.add('占比', ...[1, 2, 3, 4, 5].map((column) => percent(`=${at(column, total)}/$B$${total}`)));
  page.add('坏账计提比例', '', percent(0.05, '0%'), percent(0.1, '0%'), percent(0.3, '0%'), percent(1, '0%'));
  page.add(
    '坏账准备',
    `=SUM(C${total + 3}:F${total + 3})`,
    ...[2, 3, 4, 5].map((column) => `=ROUND(${at(column, total)}*${at(column, total + 2)},2)`),
  );
  return [page];
};

/** 收发存汇总表: quantity, price and amount three times over. */
export const inventory: Book = (office) => {
  const page = new Page('收发存', office.habits);
  page.add('存货收发存汇总表');
  page.add('编码', '品名', '单位', '期初', '', '', '本期收入', '', '', '本期发出', '', '', '期末', '', '');
  page.add('', '', '', ...[0, 1, 2, 3].flatMap(() => ['数量', '单价', '金额']));
  const first = page.next;
  for (const [k, name] of ['A4纸', '硒鼓', '签字笔', '文件夹', '订书机', 'U盘', '档案盒'].entries()) {
    const row = page.next;
    const price = office.money(200);
    const [open, plus] = [office.int(10, 300), office.int(0, 200)];
    const less = office.int(0, open + plus - 1);
    page.add(
      `00${k + 1}`,
      name,
      office.pick(['箱', '个', '盒']),
      whole(open),
      price,
      `=ROUND(D${row}*E${row},2)`,
      whole(plus),
      price,
      `=ROUND(G${row}*H${row},2)`,
      whole(less),
      price,
      `=ROUND(J${row}*K${row},2)`,
      whole(`=D${row}+G${row}-J${row}`),
      price,
      `=F${row}+I${row}-L${row}`,
    );
  }
  const last = page.next - 1;
  const total = (column: number): string => `=SUM(${down(column, first, last)})`;
  page.add(
    '合计',
    '',
    '',
    whole(total(3)),
    '',
    total(5),
    whole(total(6)),
    '',
    total(8),
    whole(total(9)),
    '',
    total(11),
    whole(total(12)),
    '',
    total(14),
  );
  return [page];
};

/** 现金日记账 with 本日合计、本月合计 and 本年累计 in between. */
export const cashJournal: Book = (office) => {
  const page = new Page('现金日记账', office.habits);
  page.add('现金日记账');
  page.add('2024年', '', '凭证号', '摘要', '对方科目', '借方', '贷方', '余额');
  page.add('月', '日', '', '', '', '', '', '');
  let balance = office.money(5_000);
  page.add('', '', '', '上年结转', '', '', '', balance);
  let [yearIn, yearOut] = [0, 0];
  for (const month of [1, 2, 3]) {
    let [monthIn, monthOut] = [0, 0];
    for (let k = 0; k < office.int(4, 7); k++) {
      const isIn = balance < 3_000 || office.chance(0.4);
      const amount = isIn ? office.money(6_000) : Math.min(office.money(2_000), balance);
      balance = cents(balance + (isIn ? amount : -amount));
      if (isIn) monthIn = cents(monthIn + amount);
      else monthOut = cents(monthOut + amount);
      page.add(
        whole(month),
        whole(office.int(1, 28)),
        `记-${k + 1}`,
        isIn ? '提现' : office.pick(['报销差旅费', '购办公用品', '付邮费']),
        isIn ? '银行存款' : '业务活动费用',
        isIn ? amount : '',
        isIn ? '' : amount,
        balance,
      );
    }
    [yearIn, yearOut] = [cents(yearIn + monthIn), cents(yearOut + monthOut)];
    page.add(whole(month), whole(28), '', '本月合计', '', monthIn, monthOut, balance);
    page.add(whole(month), whole(28), '', '本年累计', '', yearIn, yearOut, balance);
  }
  return [page];
};

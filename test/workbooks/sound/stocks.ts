/** Sound lists of what comes in and goes out (收发存台账): stocks, petty cash, vehicles, payables. */
import { type Book, cents, day, down, type Entry, FIRMS, Page, shown, whole } from './page.ts';

/** 数量金额明细账: in, out and left, each with quantity, unit price and amount; the month's totals and the year's at the end. */
export const stockLedger: Book = (office) => {
  const page = new Page('数量金额账', office.habits);
  page.add('材料明细账', '', '', '品名：复印纸', '', '', '计量单位：箱');
  page.add('日期', '摘要', '收入', '', '', '发出', '', '', '结存', '', '');
  page.add('', '', '数量', '单价', '金额', '数量', '单价', '金额', '数量', '单价', '金额');
  const price = office.money(300);
  let left = office.int(5, 40);
  const amount = (count: number): number => cents(count * price);
  page.add('', '上年结转', '', '', '', '', '', '', whole(left), price, amount(left));
  let [bought, used] = [0, 0];
  for (let k = 0; k < office.int(6, 12); k++) {
    const count = office.int(1, 20);
    const buys = left < 20 || office.chance(0.5);
    const moved = buys ? count : Math.min(count, left);
    left += buys ? moved : -moved;
    if (buys) bought += moved;
    else used += moved;
    const side = [whole(moved), price, amount(moved)];
    page.add(
      day(k * 5),
      buys ? '购入' : '领用',
      ...(buys ? [...side, '', '', ''] : ['', '', '', ...side]),
      whole(left),
      price,
      amount(left),
    );
  }
  page.add('', '本月合计', whole(bought), '', amount(bought), whole(used), '', amount(used), whole(left), price, amount(left));
  page.add('', '本年累计', whole(bought), '', amount(bought), whole(used), '', amount(used), whole(left), price, amount(left));
  return [page];
};

/** 进销存汇总表: opening, in, out and closing of many goods, by quantity and amount, closing price as their quotient. */
export const stockSummary: Book = (office) => {
  const page = new Page('进销存', office.habits);
  page.add('库存物资进销存汇总表');
  page.add('品名', '期初数量', '期初金额', '入库数量', '入库金额', '出库数量', '出库金额', '结存数量', '结存金额', '结存单价');
  const first = page.next;
  const goods = ['口罩', '防护服', '消毒液', '手套', '体温计', '药品甲', '药品乙'].slice(0, office.int(4, 7));
  for (const name of goods) {
    const row = page.next;
    const open = office.int(0, 300);
    const plus = office.int(50, 400);
    const price = office.money(90);
    page.add(
      name,
      whole(open),
      cents(open * price),
      whole(plus),
      cents(plus * price),
      whole(office.int(0, open + plus - 1)),
      `=ROUND(F${row}*${String(price)},2)`,
      whole(`=B${row}+D${row}-F${row}`),
      `=C${row}+E${row}-G${row}`,
      `=ROUND(I${row}/H${row},2)`,
    );
  }
  const last = page.next - 1;
  page.add(
    '合计',
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((column) =>
      column % 2 === 1 ? whole(`=SUM(${down(column, first, last)})`) : `=SUM(${down(column, first, last)})`,
    ),
    '',
  );
  return [page];
};

/** 备用金报销: drawn, spent by kinds, handed back, with a running balance from line to line. */
export const pettyCash: Book = (office) => {
  const page = new Page('备用金', office.habits);
  page.add('备用金使用明细');
  page.add('日期', '摘要', '收入', '办公费', '交通费', '招待费', '其他', '支出合计', '余额');
  const open = cents(20_000 + office.money(10_000));
  page.add('', '期初余额', '', '', '', '', '', '', open);
  const first = page.next;
  for (let k = 0; k < office.int(6, 14); k++) {
    const row = page.next;
    const drawn = office.chance(0.15) ? office.int(1, 9) * 1000 : '';
    const kinds: Entry[] = ['', '', '', ''];
    if (drawn === '') kinds[office.int(0, 3)] = office.money(900);
    page.add(
      day(k * 3),
      drawn === '' ? '报销' : '领用备用金',
      drawn,
      ...kinds,
      drawn === '' ? `=SUM(D${row}:G${row})` : '',
      `=I${row - 1}+C${row}-H${row}`,
    );
  }
  const last = page.next - 1;
  page.add('', '合计', ...[2, 3, 4, 5, 6, 7].map((column) => `=SUM(${down(column, first, last)})`), `=I${last}`);
  return [page];
};

/** 公务用车台账: odometer at start and end, kilometres, litres, litres per 100 km, cost; the fleet's means in the last line. */
export const fleet: Book = (office) => {
  const page = new Page('车辆', office.habits);
  page.add('公务用车运行情况统计表');
  page.add(
    '车牌号',
    '起始里程',
    '终止里程',
    '行驶里程',
    '加油量（升）',
    '百公里油耗',
    '燃油费',
    '维修费',
    '保险费',
    '费用合计',
    '每公里费用',
  );
  const first = page.next;
  for (let k = 0; k < office.int(4, 8); k++) {
    const row = page.next;
    const start = office.int(1_000, 90_000);
    const driven = office.int(800, 9_000);
    const litres = Math.round(driven * office.real(0.07, 0.13));
    page.add(
      `新B${String(10_000 + office.int(0, 89_999))}`,
      whole(start),
      whole(start + driven),
      whole(`=C${row}-B${row}`),
      whole(litres),
      shown(`=ROUND(E${row}/D${row}*100,1)`, '0.0'),
      cents(litres * 7.6),
      office.money(4_000),
      office.money(5_000),
      `=G${row}+H${row}+I${row}`,
      shown(`=ROUND(J${row}/D${row},2)`, '0.00'),
    );
  }
  const last = page.next - 1;
  const row = page.next;
  page.add(
    '合计',
    '',
    '',
    whole(`=SUM(${down(3, first, last)})`),
    whole(`=SUM(${down(4, first, last)})`),
    shown(`=ROUND(E${row}/D${row}*100,1)`, '0.0'),
    ...[6, 7, 8, 9].map((column) => `=SUM(${down(column, first, last)})`),
    shown(`=ROUND(J${row}/D${row},2)`, '0.00'),
  );
  return [page];
};

/** 应付账款 against payments: invoices in rows, three payments, what is left, overdue or not in two columns. */
export const payables: Book = (office) => {
  const page = new Page('应付款', office.habits);
  page.add('应付账款付款计划');
  page.add('供应商', '发票号', '发票金额', '第一次付款', '第二次付款', '第三次付款', '已付合计', '未付余额', '其中：逾期', '其中：未到期');
  const first = page.next;
  for (const firm of FIRMS.slice(0, office.int(5, 10))) {
    const row = page.next;
    const bill = office.money(90_000);
    const due = office.chance(0.5);
    const paid = [0.3, 0.3, 0.2].map((share) => (office.chance(0.6) ? cents(bill * share) : ''));
    page.add(
      firm,
      String(office.int(10_000_000, 99_999_999)),
      bill,
      ...paid,
      `=SUM(D${row}:F${row})`,
      `=C${row}-G${row}`,
      due ? `=H${row}` : '',
      due ? '' : `=H${row}`,
    );
  }
  const last = page.next - 1;
  page.add('合计', '', ...[2, 3, 4, 5, 6, 7, 8, 9].map((column) => `=SUM(${down(column, first, last)})`));
  return [page];
};

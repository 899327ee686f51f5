/** Sound tables of contracts and purchases (合同、报价、分期、面积): accounts in three columns, the newest year first, offers, floor areas, instalments. */
import { type Book, cents, day, down, type Entry, FIRMS, Page, percent, shown, whole } from './page.ts';

/** 三栏明细账: debit, credit, the direction as a word and the balance without its sign, newest line first or last. */
export const threeColumns: Book = (office) => {
  const page = new Page('往来明细账', office.habits);
  page.add('其他应收款明细账');
  page.add('日期', '凭证号', '摘要', '借方', '贷方', '方向', '余额');
  let left = cents(office.real(-20_000, 40_000));
  const lines: Entry[][] = [['', '', '期初余额', '', '', left >= 0 ? '借' : '贷', Math.abs(left)]];
  let [debit, credit] = [0, 0];
  for (let k = 0; k < office.int(6, 14); k++) {
    const value = office.money(20_000);
    const isDebit = office.chance(0.5);
    left = cents(left + (isDebit ? value : -value));
    if (isDebit) debit = cents(debit + value);
    else credit = cents(credit + value);
    lines.push([
      day(k * 3),
      `记-${String(office.int(1, 99))}`,
      office.pick(['付款', '收回', '结算', '冲销']),
      isDebit ? value : '',
      isDebit ? '' : value,
      left === 0 ? '平' : left > 0 ? '借' : '贷',
      Math.abs(left),
    ]);
  }
  for (const line of lines) page.add(...line);
  page.add('', '', '本年累计', debit, credit, left >= 0 ? '借' : '贷', Math.abs(left));
  return [page];
};

/** 网银流水, newest first: each balance is that of the line below and its own movement. */
export const newestFirst: Book = (office) => {
  const page = new Page('银行流水', office.habits);
  page.add('交易日期', '对方户名', '收入金额', '支出金额', '账户余额', '用途');
  let left = office.money(900_000);
  const lines: Entry[][] = [];
  for (let k = 0; k < office.int(8, 18); k++) {
    const comes = office.chance(0.4);
    const value = comes ? office.money(50_000) : Math.min(left, office.money(40_000));
    left = cents(left + (comes ? value : -value));
    lines.unshift([
      day(k),
      office.pick(FIRMS),
      comes ? value : '',
      comes ? '' : value,
      left,
      office.pick(['货款', '工资', '报销', '拨款']),
    ]);
  }
  for (const line of lines) page.add(...line);
  return [page];
};

/** 报价单: list price, discount, net price, quantity, amount, tax, gross; a total discount and whole yuan at the end. */
export const quotation: Book = (office) => {
  const page = new Page('报价单', office.habits);
  page.add('报价单');
  page.add('序号', '品名', '规格', '单位', '数量', '原价', '折扣', '折后单价', '金额', '税额（13%）', '价税合计');
  const first = page.next;
  for (let k = 0; k < office.int(4, 9); k++) {
    const row = page.next;
    page.add(
      whole(k + 1),
      office.pick(['电缆', '开关', '灯具', '配电箱', '桥架']),
      office.pick(['3*2.5', '16A', '600*600', '']),
      office.pick(['米', '个', '台']),
      whole(office.int(1, 60)),
      office.money(900),
      percent(office.pick([1, 0.95, 0.9, 0.85]), '0%'),
      `=ROUND(F${row}*G${row},2)`,
      `=ROUND(E${row}*H${row},2)`,
      `=ROUND(I${row}*0.13,2)`,
      `=I${row}+J${row}`,
    );
  }
  const last = page.next - 1;
  const sum = page.next;
  page.add('', '小计', '', '', '', '', '', '', ...[8, 9, 10].map((column) => `=SUM(${down(column, first, last)})`));
  page.add('', '优惠', '', '', '', '', '', '', '', '', `=K${sum}-INT(K${sum}/100)*100`);
  page.add('', '合计', '', '', '', '', '', '', '', '', `=K${sum}-K${sum + 1}`);
  return [page];
};

/** 房屋面积: inner and shared area, storeys with 小计, the shared share as a quotient. */
export const floorAreas: Book = (office) => {
  const page = new Page('面积', office.habits);
  page.add('房屋面积明细表');
  page.add('楼层', '房号', '套内面积', '公摊面积', '建筑面积', '公摊系数', '用途');
  const grand = [0, 0];
  const put = (floor: string, room: string, inner: number, shared: number, use: string): void => {
    page.add(
      floor,
      room,
      shown(inner, '0.00'),
      shown(shared, '0.00'),
      shown(cents(inner + shared), '0.00'),
      shown(Math.round((shared / inner) * 10_000) / 10_000, '0.0000'),
      use,
    );
  };
  for (let floor = 1; floor <= office.int(2, 4); floor++) {
    const own = [0, 0];
    for (let k = 1; k <= office.int(2, 4); k++) {
      const inner = office.money(140) + 20;
      const shared = cents(inner * 0.2137);
      put(
        k === 1 ? `${String(floor)}层` : '',
        `${String(floor)}0${String(k)}`,
        cents(inner),
        shared,
        office.pick(['办公', '商业', '库房']),
      );
      own[0] = cents((own[0] ?? 0) + cents(inner));
      own[1] = cents((own[1] ?? 0) + shared);
    }
    put('小计', '', own[0] ?? 0, own[1] ?? 0, '');
    own.forEach((value, k) => (grand[k] = cents((grand[k] ?? 0) + value)));
  }
  put('总计', '', grand[0] ?? 0, grand[1] ?? 0, '');
  return [page];
};

/** 分期收款: what is due by contract, what came in by part payments of years, the share that came in. */
export const instalments: Book = (office) => {
  const page = new Page('收款', office.habits);
  page.add('土地出让价款分期收缴情况表', '', '', '', '', '单位：万元');
  const years = ['2021年', '2022年', '2023年', '2024年'];
  page.add('地块', '成交价', ...years, '累计收缴', '欠缴', '收缴率');
  const first = page.next;
  for (let k = 0; k < office.int(4, 9); k++) {
    const row = page.next;
    const price = office.int(200, 9000);
    const start = office.int(0, 3);
    let open = price;
    const paid = years.map((_, year): Entry => {
      if (year < start) return '';
      const part = year === 3 && office.chance(0.5) ? open : Math.round(open * office.real(0.2, 0.6));
      open -= part;
      return part;
    });
    page.add(`2021-${String(k + 1)}号`, price, ...paid, `=SUM(C${row}:F${row})`, `=B${row}-G${row}`, percent(`=G${row}/B${row}`));
  }
  const last = page.next - 1;
  const row = page.next;
  page.add('合计', ...[1, 2, 3, 4, 5, 6, 7].map((column) => `=SUM(${down(column, first, last)})`), percent(`=G${row}/B${row}`));
  return [page];
};

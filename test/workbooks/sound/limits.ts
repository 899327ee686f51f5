/** Sound tables with rules that hold only up to a limit (封顶、保底、补退分列): caps, minima, 应补 or 应退, 结余 or 超支, whole yuan, ladders of rates. */
import { at, type Book, cents, day, down, type Entry, FIRMS, Page, percent, shown, whole } from './page.ts';

/** 汇算清缴: tax due, paid, 应补 and 应退 in columns of their own, nought in the other. */
export const taxSettlement: Book = (office) => {
  const page = new Page('汇算', office.habits);
  page.add('个人所得税汇算清缴明细表');
  page.add('姓名', '全年收入', '扣除合计', '应纳税所得额', '应纳税额', '已预缴税额', '应补税额', '应退税额');
  const first = page.next;
  for (let k = 0; k < office.int(6, 14); k++) {
    const income = 60_000 + office.money(200_000);
    const less = cents(60_000 + office.money(40_000));
    const base = Math.max(0, cents(income - less));
    const due = cents(base <= 36_000 ? base * 0.03 : base <= 144_000 ? base * 0.1 - 2520 : base * 0.2 - 16_920);
    const paid = cents(due * office.real(0.7, 1.2));
    page.add(`职工${String(k + 1)}`, income, less, base, due, paid, Math.max(0, cents(due - paid)), Math.max(0, cents(paid - due)));
  }
  const last = page.next - 1;
  page.add('合计', ...[1, 2, 3, 4, 5, 6, 7].map((column) => `=SUM(${down(column, first, last)})`));
  return [page];
};

/** 预算与决算: 结余 where less was spent, 超支 where more. */
export const overOrUnder: Book = (office) => {
  const page = new Page('经费决算', office.habits);
  page.add('课题经费决算表');
  page.add('科目', '预算数', '决算数', '结余', '超支');
  const first = page.next;
  for (const name of ['设备费', '材料费', '测试化验费', '燃料动力费', '差旅费', '会议费', '劳务费', '专家咨询费', '管理费'].slice(
    0,
    office.int(5, 9),
  )) {
    const row = page.next;
    const plan = office.money(60_000);
    page.add(
      name,
      plan,
      office.chance(0.2) ? plan : cents(plan * office.real(0.6, 1.15)),
      `=MAX(B${row}-C${row},0)`,
      `=MAX(C${row}-B${row},0)`,
    );
  }
  const last = page.next - 1;
  page.add('合计', ...[1, 2, 3, 4].map((column) => `=SUM(${down(column, first, last)})`));
  return [page];
};

/** 医疗补助: costs, paid by the fund, own share, help at 70 % but never more than 5,000, what is left to the patient. */
export const cappedHelp: Book = (office) => {
  const page = new Page('医疗救助', office.habits);
  page.add('城乡医疗救助审批表');
  page.add('姓名', '总费用', '统筹支付', '大病支付', '个人自付', '救助金额', '救助后自负', '日期');
  const first = page.next;
  for (let k = 0; k < office.int(6, 12); k++) {
    const row = page.next;
    const all = 2_000 + office.money(60_000);
    const fund = cents(all * office.real(0.4, 0.7));
    page.add(
      `患者${String(k + 1)}`,
      all,
      fund,
      office.chance(0.4) ? cents(all * 0.1) : '',
      `=B${row}-C${row}-D${row}`,
      `=MIN(5000,ROUND(E${row}*0.7,2))`,
      `=E${row}-F${row}`,
      day(k * 4),
    );
  }
  const last = page.next - 1;
  page.add('合计', ...[1, 2, 3, 4, 5, 6].map((column) => `=SUM(${down(column, first, last)})`));
  return [page];
};

/** 水费: readings, use, two steps of price, the fee, a deposit taken off where there is one, what is to pay. */
export const ladderPrices: Book = (office) => {
  const page = new Page('水费', office.habits);
  page.add('住户水费计算表');
  page.add('户号', '上次读数', '本次读数', '用水量', '一阶水量', '二阶水量', '水费', '污水处理费', '应收合计', '预存抵扣', '实收');
  const first = page.next;
  for (let k = 0; k < office.int(6, 15); k++) {
    const row = page.next;
    const before = office.int(100, 3000);
    page.add(
      `${String(office.int(1, 6))}-${String(office.int(101, 602))}`,
      whole(before),
      whole(before + office.int(0, 40)),
      whole(`=C${row}-B${row}`),
      whole(`=MIN(D${row},15)`),
      whole(`=MAX(D${row}-15,0)`),
      `=E${row}*2.1+F${row}*3.2`,
      `=D${row}*0.95`,
      `=G${row}+H${row}`,
      office.chance(0.2) ? `=MIN(I${row},20)` : '',
      `=I${row}-J${row}`,
    );
  }
  const last = page.next - 1;
  page.add(
    '合计',
    '',
    '',
    ...[3, 4, 5].map((column) => whole(`=SUM(${down(column, first, last)})`)),
    ...[6, 7, 8, 9, 10].map((column) => `=SUM(${down(column, first, last)})`),
  );
  return [page];
};

/** 劳务费发放: before tax, tax from 800 on, after tax paid in whole yuan, the rest carried to next month. */
export const wholeYuan: Book = (office) => {
  const page = new Page('发放表', office.habits);
  page.add('临时工工资发放表');
  page.add('姓名', '天数', '日工资', '应发', '上月尾数', '扣款', '应付', '实发', '本月尾数', '签字');
  const first = page.next;
  for (let k = 0; k < office.int(6, 12); k++) {
    const row = page.next;
    page.add(
      `工人${String(k + 1)}`,
      shown(office.int(8, 52) / 2, '0.0'),
      shown(office.pick([120, 135.5, 150, 168.8]), '0.00'),
      `=B${row}*C${row}`,
      shown(office.int(0, 99) / 100, '0.00'),
      office.chance(0.3) ? office.money(100) : '',
      `=D${row}+E${row}-F${row}`,
      `=INT(G${row})`,
      `=G${row}-H${row}`,
      '',
    );
  }
  const last = page.next - 1;
  page.add(
    '合计',
    shown(`=SUM(${down(1, first, last)})`, '0.0'),
    '',
    ...[3, 4, 5, 6, 7, 8].map((column) => `=SUM(${down(column, first, last)})`),
    '',
  );
  return [page];
};

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

/** 社保缴费: pay, a base between floor and ceiling, the office's and the person's share of four insurances. */
export const insuranceBases: Book = (office) => {
  const page = new Page('社保', office.habits);
  page.add('社会保险缴费明细表');
  page.add(
    '姓名',
    '工资',
    '缴费基数',
    '养老单位',
    '养老个人',
    '医疗单位',
    '医疗个人',
    '失业单位',
    '失业个人',
    '单位合计',
    '个人合计',
    '总计',
  );
  const first = page.next;
  for (let k = 0; k < office.int(6, 12); k++) {
    const row = page.next;
    page.add(
      `职工${String(k + 1)}`,
      3_000 + office.money(20_000),
      `=MIN(22000,MAX(4500,B${row}))`,
      ...[0.16, 0.08, 0.08, 0.02, 0.005, 0.005].map((rate) => `=ROUND(C${row}*${String(rate)},2)`),
      `=D${row}+F${row}+H${row}`,
      `=E${row}+G${row}+I${row}`,
      `=J${row}+K${row}`,
    );
  }
  const last = page.next - 1;
  page.add('合计', ...Array.from({ length: 11 }, (_, k) => `=SUM(${at(1 + k, first)}:${at(1 + k, last)})`));
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

/** Sound tables with rules that hold only up to a limit (封顶、保底、补退分列): caps, minima, 应补 or 应退, 结余 or 超支, whole yuan, ladders of rates. */
import { at, type Book, cents, day, down, Page, shown, whole } from './page.ts';

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

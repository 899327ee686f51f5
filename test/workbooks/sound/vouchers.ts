/** Sound vouchers and counts (凭证、往来和盘点): what is posted, owed, advanced and counted. */
import { FIRMS, type Book, cents, day, down, type Office, Page, shown, sumOf, whole } from './page.ts';

const FIRST = (office: Office): string =>
  office.pick(['赵', '钱', '孙', '李', '周', '吴', '郑', '王']) + office.pick(['明', '丽', '建国', '小红', '强', '芳']);

/** 记账凭证 of one page: debit lines, credit lines, equal totals, the amount in words. */
export const voucher: Book = (office) => {
  const page = new Page('凭证', office.habits);
  const parts = office.moneys(3, 9_000);
  page.add('记 账 凭 证');
  page.add('2024年03月15日', '', '', '记字第 28 号', '附件 3 张');
  page.add('摘要', '总账科目', '明细科目', '借方金额', '贷方金额');
  page.add('购办公用品', '业务活动费用', '办公费', parts[0] ?? 0, '');
  page.add('报差旅费', '业务活动费用', '差旅费', parts[1] ?? 0, '');
  page.add('退回备用金', '库存现金', '', parts[2] ?? 0, '');
  page.add('', '其他应收款', '张三', '', sumOf(parts));
  page.add('合计', '', '', '=SUM(D4:D7)', '=SUM(E4:E7)');
  page.add('财务主管：', '记账：', '复核：', '制单：');
  return [page];
};

/** 多栏明细账: running balance and columns by expense kind. */
export const columnarLedger: Book = (office) => {
  const page = new Page('管理费用', office.habits);
  page.add('管理费用明细账（多栏式）');
  page.add('日期', '凭证', '摘要', '借方', '贷方', '余额', '办公费', '差旅费', '折旧费', '其他');
  let balance = 0;
  const kinds = [0, 0, 0, 0];
  for (let k = 0; k < 14; k++) {
    const kind = office.int(0, 3);
    const amount = office.money(4_000);
    balance = cents(balance + amount);
    kinds[kind] = cents((kinds[kind] ?? 0) + amount);
    page.add(
      day(k * 2),
      `记${k + 11}`,
      office.pick(['报销', '计提', '支付']),
      amount,
      '',
      balance,
      ...[0, 1, 2, 3].map((at) => (at === kind ? amount : '')),
    );
  }
  page.add(day(30), '记99', '结转本年利润', '', balance, 0, ...kinds.map((value) => -value));
  return [page];
};

/** 往来对账单: ours and theirs, the difference and its reason. */
export const counterparty: Book = (office) => {
  const page = new Page('往来对账', office.habits);
  page.add('往来单位对账表', '', '', '', '金额单位：元');
  page.add('序号', '单位', '我方账面数', '对方账面数', '差异', '差异原因');
  const first = page.next;
  for (const [k, name] of FIRMS.entries()) {
    const row = page.next;
    const ours = office.money(300_000);
    page.add(whole(k + 1), name, ours, office.chance(0.3) ? cents(ours + office.money(500)) : ours, `=C${row}-D${row}`, '');
  }
  const last = page.next - 1;
  page.add('', '合计', ...[2, 3, 4].map((column) => `=SUM(${down(column, first, last)})`));
  return [page];
};

/** 固定资产盘点表: book and counted quantities, surplus and shortage. */
export const stockTaking: Book = (office) => {
  const page = new Page('盘点表', office.habits);
  page.add('固定资产盘点表');
  page.add('类别', '名称', '账面数量', '账面原值', '实盘数量', '盘盈数量', '盘亏数量', '盘亏原值', '状态');
  const first = page.next;
  for (let k = 0; k < 12; k++) {
    const book = office.int(1, 40);
    const counted = office.chance(0.75) ? book : Math.max(0, book + office.int(-2, 1));
    const value = office.money(90_000);
    page.add(
      office.pick(['通用设备', '专用设备', '家具']),
      office.pick(['电脑', '桌', '椅', '柜', '相机']),
      whole(book),
      value,
      whole(counted),
      counted > book ? whole(counted - book) : '',
      counted < book ? whole(book - counted) : '',
      counted < book ? cents((value / book) * (book - counted)) : '',
      office.pick(['在用', '闲置', '待报废']),
    );
  }
  const last = page.next - 1;
  const total = (column: number): string => `=SUM(${down(column, first, last)})`;
  page.add('合计', '', whole(total(2)), total(3), whole(total(4)), whole(total(5)), whole(total(6)), total(7));
  return [page];
};

/** 备用金台账: borrowed, repaid, the rest; several people. */
export const advances: Book = (office) => {
  const page = new Page('借款台账', office.habits);
  page.add('职工借款台账');
  page.add('日期', '借款人', '事由', '联系电话', '借款金额', '报销冲抵', '退回现金', '未还余额');
  const first = page.next;
  for (let k = 0; k < 10; k++) {
    const row = page.next;
    const lent = office.int(1, 20) * 500;
    const used = office.chance(0.3) ? 0 : Math.min(lent, office.money(lent));
    const back = office.chance(0.5) ? cents(lent - used) : 0;
    page.add(
      day(k * 9),
      FIRST(office),
      '出差',
      whole(13_900_000_000 + office.int(0, 99_999_999)),
      lent,
      used,
      back,
      `=E${row}-F${row}-G${row}`,
    );
  }
  const last = page.next - 1;
  page.add('合计', '', '', '', ...[4, 5, 6, 7].map((column) => `=SUM(${down(column, first, last)})`));
  return [page];
};

/** 现金盘点表: denominations times counts. */
export const cashCount: Book = (office) => {
  const page = new Page('现金盘点', office.habits);
  page.add('库存现金盘点表');
  page.add('面额', '张数', '金额');
  const first = page.next;
  for (const value of [100, 50, 20, 10, 5, 1, 0.5, 0.1]) {
    const row = page.next;
    page.add(shown(value, 'General'), whole(office.int(0, 60)), `=A${row}*B${row}`);
  }
  const last = page.next - 1;
  const total = page.add('实盘金额合计', '', `=SUM(${down(2, first, last)})`);
  page.add('加：未入账支出单据', '', 120.5);
  page.add('减：未入账收入单据', '', 80);
  page.add('调整后现金余额', '', `=C${total}+C${total + 1}-C${total + 2}`);
  page.add('账面余额', '', `=C${total + 3}`);
  page.add('差异', '', `=C${total + 3}-C${total + 4}`);
  return [page];
};

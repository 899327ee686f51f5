/** Sound statements of equity, of groups and of quarters (权益变动表、合并报表、季度报表). */
import { at, type Book, cents, type Entry, Page, percent } from './page.ts';

/** 所有者权益变动表: a matrix of movements. */
export const equity: Book = (office) => {
  const page = new Page('权益变动', office.habits);
  page.add('所有者权益变动表');
  page.add('项目', '实收资本', '资本公积', '盈余公积', '未分配利润', '所有者权益合计');
  const line = (name: string, ...values: Entry[]): number => {
    const row = page.next;
    return page.add(name, ...values, `=SUM(B${row}:E${row})`);
  };
  const profit = office.money(300_000);
  line('一、上年年末余额', 1_000_000, office.money(90_000), office.money(90_000), office.money(90_000));
  line('加：会计政策变更', '', '', '', '');
  line('前期差错更正', '', '', '', -office.money(900));
  line('二、本年年初余额', ...['B', 'C', 'D', 'E'].map((c) => `=SUM(${c}3:${c}5)`));
  line('三、本年增减变动金额', ...['B', 'C', 'D', 'E'].map((c) => `=${c}8+${c}9+${c}12`));
  line('（一）综合收益总额', '', '', '', profit);
  line('（二）所有者投入资本', ...['B', 'C', 'D', 'E'].map((c) => `=SUM(${c}10:${c}11)`));
  line('1．股东投入的普通股', office.int(0, 9) * 10_000, office.money(20_000), '', '');
  line('2．其他', '', '', '', '');
  line('（三）利润分配', ...['B', 'C', 'D', 'E'].map((c) => `=SUM(${c}13:${c}14)`));
  line('1．提取盈余公积', '', '', cents(profit / 10), -cents(profit / 10));
  line('2．对股东的分配', '', '', '', -office.money(20_000));
  line('四、本年年末余额', ...['B', 'C', 'D', 'E'].map((c) => `=${c}6+${c}7`));
  return [page];
};

/** 合并工作底稿: companies, a sum, eliminations in debit and credit, the consolidated figure. */
export const consolidation: Book = (office) => {
  const page = new Page('合并底稿', office.habits);
  page.add('合并工作底稿');
  page.add('项目', '母公司', '子公司A', '子公司B', '合计数', '抵销分录', '', '合并数');
  page.add('', '', '', '', '', '借方', '贷方', '');
  for (const name of ['货币资金', '应收账款', '存货', '长期股权投资', '固定资产', '商誉']) {
    const row = page.next;
    const [debit, credit] =
      name === '商誉'
        ? [office.money(9_000), '']
        : ['应收账款', '长期股权投资', '存货'].includes(name)
          ? ['', office.money(9_000)]
          : ['', ''];
    page.add(
      name,
      ...(name === '商誉' ? ['', '', ''] : office.moneys(3, 300_000)),
      `=SUM(B${row}:D${row})`,
      debit,
      credit,
      `=E${row}+F${row}-G${row}`,
    );
  }
  page.add('资产总计', ...[1, 2, 3, 4, 5, 6, 7].map((column) => `=SUM(${at(column, 4)}:${at(column, 9)})`));
  for (const name of ['短期借款', '应付账款', '长期借款']) {
    const row = page.next;
    page.add(
      name,
      ...office.moneys(3, 90_000),
      `=SUM(B${row}:D${row})`,
      name === '应付账款' ? office.money(9_000) : '',
      '',
      `=E${row}-F${row}+G${row}`,
    );
  }
  page.add('负债合计', ...[1, 2, 3, 4, 5, 6, 7].map((column) => `=SUM(${at(column, 11)}:${at(column, 13)})`));
  return [page];
};

/** Quarterly profit and loss with FY total, margins under it, English labels. */
export const quarterly: Book = (office) => {
  const page = new Page('P&L', office.habits);
  page.add('Profit and loss, USD thousands');
  page.add('', 'Q1', 'Q2', 'Q3', 'Q4', 'FY2024', 'FY2023', 'YoY %');
  const line = (name: string, most: number): number => {
    const row = page.next;
    return page.add(
      name,
      ...office.moneys(4, most),
      `=SUM(B${row}:E${row})`,
      office.money(most * 4),
      percent(`=F${row}/G${row}-1`, '0.0%'),
    );
  };
  const f = (name: string, make: (c: string) => string): number => {
    const row = page.next;
    return page.add(name, ...['B', 'C', 'D', 'E', 'F', 'G'].map((c) => make(c)), percent(`=F${row}/G${row}-1`, '0.0%'));
  };
  line('Product revenue', 9_000);
  line('Service revenue', 3_000);
  f('Total revenue', (c) => `=${c}3+${c}4`);
  line('Cost of sales', 2_500);
  f('Gross profit', (c) => `=${c}5-${c}6`);
  page.add('Gross margin', ...['B', 'C', 'D', 'E', 'F', 'G'].map((c) => percent(`=${c}7/${c}5`, '0.0%')));
  line('Selling', 700);
  line('General and administrative', 500);
  line('Depreciation and amortisation', 200);
  f('Operating income', (c) => `=${c}7-SUM(${c}9:${c}11)`);
  f('EBITDA', (c) => `=${c}12+${c}11`);
  page.add('EBITDA margin', ...['B', 'C', 'D', 'E', 'F', 'G'].map((c) => percent(`=${c}13/${c}5`, '0.0%')));
  return [page];
};

/** Sound financial statements (财务报表): balance sheets in two panels, income statements, cash flows, consolidation. */
import { at, cents, type Entry, Page, percent, whole } from './page.ts';
import type { Book } from './page.ts';

/** 企业资产负债表: assets on the left, liabilities and equity on the right, closing and opening. */
export const companyBalance: Book = (office) => {
  const page = new Page('资产负债表', office.habits);
  const money = (): [number, number] => (office.chance(0.25) ? [0, 0] : [office.money(900_000), office.money(900_000)]);
  const assets: [string, [number, number] | string][] = [
    ['流动资产：', ''],
    ['货币资金', money()],
    ['应收票据', money()],
    ['应收账款', money()],
    ['预付款项', money()],
    ['其他应收款', money()],
    ['存货', money()],
    ['流动资产合计', 'sum 5'],
    ['非流动资产：', ''],
    ['长期股权投资', money()],
    ['固定资产原价', [900_500.25, 880_400.5]],
    ['减：累计折旧', [310_200.15, 265_180.4]],
    ['固定资产账面价值', 'net'],
    ['在建工程', money()],
    ['无形资产', money()],
    ['非流动资产合计', 'fixed'],
    ['资产总计', 'all'],
  ];
  page.add('资产负债表');
  page.add('编制单位：某某公司', '', '2024年12月31日', '', '', '', '会企01表 单位：元');
  page.add('资产', '行次', '期末余额', '年初余额', '负债和所有者权益', '行次', '期末余额', '年初余额');
  const right: [string, [number, number] | string][] = [
    ['流动负债：', ''],
    ['短期借款', money()],
    ['应付账款', money()],
    ['预收款项', money()],
    ['应付职工薪酬', money()],
    ['应交税费', money()],
    ['流动负债合计', 'cur'],
    ['非流动负债：', ''],
    ['长期借款', money()],
    ['非流动负债合计', 'long'],
    ['负债合计', 'debt'],
    ['所有者权益：', ''],
    ['实收资本', [500_000, 500_000]],
    ['盈余公积', [88_120.33, 80_001.2]],
    ['未分配利润', 'rest'],
    ['所有者权益合计', 'equity'],
    ['负债和所有者权益总计', 'total'],
  ];
  const formulas: Record<string, (c: string) => string> = {
    'sum 5': (c) => `=SUM(${c}5:${c}10)`,
    net: (c) => `=${c}14-${c}15`,
    fixed: (c) => `=${c}13+${c}16+${c}17+${c}18`,
    all: (c) => `=${c}11+${c}19`,
    cur: (c) => `=SUM(${c}5:${c}9)`,
    long: (c) => `=${c}12`,
    debt: (c) => `=${c}10+${c}13`,
    rest: (c) => `=${c === 'G' ? 'C' : 'D'}20-${c}14-${c}16-${c}17`,
    equity: (c) => `=SUM(${c}16:${c}18)`,
    total: (c) => `=${c}14+${c}19`,
  };
  const put = (value: [number, number] | string, columns: [string, string]): Entry[] =>
    typeof value === 'string'
      ? value === ''
        ? ['', '']
        : columns.map((c) => formulas[value]?.(c) ?? '')
      : value.map((v) => (v === 0 ? '' : v));
  assets.forEach(([name, value], k) => {
    const [other, second] = right[k] ?? ['', ''];
    page.add(name, whole(k + 1), ...put(value, ['C', 'D']), other, whole(k + 40), ...put(second, ['G', 'H']));
  });
  page.add('单位负责人：', '', '', '财务负责人：', '', '', '制表人：');
  return [page];
};

/** 利润表: 本月数 and 本年累计数, 减/加 lines, 其中 lines. */
export const income: Book = (office) => {
  const page = new Page('利润表', office.habits);
  const pair = (most: number): [number, number] => {
    const month = office.money(most);
    return [month, cents(month + office.money(most * 8))];
  };
  page.add('利润表');
  page.add('编制单位：某某公司', '2024年11月', '', '单位：元');
  page.add('项目', '行次', '本月数', '本年累计数');
  const line = (name: string, value: [Entry, Entry]): number => page.add(name, whole(page.next - 3), ...value);
  const f = (make: (c: string) => string): [string, string] => [make('C'), make('D')];
  line('一、营业收入', pair(900_000));
  line('减：营业成本', pair(300_000));
  line('税金及附加', pair(9_000));
  line('销售费用', pair(40_000));
  line('管理费用', pair(60_000));
  line('其中：业务招待费', pair(2_000));
  line('财务费用', pair(5_000));
  line('其中：利息费用', pair(800));
  line('加：其他收益', pair(9_000));
  line('投资收益（损失以“-”号填列）', [-1200.5, office.money(9_000)]);
  line(
    '二、营业利润（亏损以“-”号填列）',
    f((c) => `=${c}4-${c}5-${c}6-${c}7-${c}8-${c}10+${c}12+${c}13`),
  );
  line('加：营业外收入', pair(5_000));
  line('减：营业外支出', pair(3_000));
  line(
    '三、利润总额（亏损总额以“-”号填列）',
    f((c) => `=${c}14+${c}15-${c}16`),
  );
  line(
    '减：所得税费用',
    f((c) => `=ROUND(IF(${c}17>0,${c}17*0.25,0),2)`),
  );
  line(
    '四、净利润（净亏损以“-”号填列）',
    f((c) => `=${c}17-${c}18`),
  );
  return [page];
};

/** 现金流量表, with inflow and outflow subtotals and the opening balance at the end. */
export const cashFlow: Book = (office) => {
  const page = new Page('现金流量表', office.habits);
  page.add('现金流量表');
  page.add('编制单位：', '', '2024年度', '单位：元');
  page.add('项目', '行次', '本期金额', '上期金额');
  const nets: number[] = [];
  for (const [kind, ins, outs] of [
    [
      '经营活动',
      ['销售商品、提供劳务收到的现金', '收到的税费返还', '收到其他与经营活动有关的现金'],
      ['购买商品、接受劳务支付的现金', '支付给职工以及为职工支付的现金', '支付的各项税费', '支付其他与经营活动有关的现金'],
    ],
    ['投资活动', ['收回投资收到的现金', '取得投资收益收到的现金'], ['购建固定资产支付的现金', '投资支付的现金']],
    ['筹资活动', ['吸收投资收到的现金', '取得借款收到的现金'], ['偿还债务支付的现金', '分配股利、利润或偿付利息支付的现金']],
  ] as const) {
    page.add(`${['一', '二', '三'][nets.length] ?? ''}、${kind}产生的现金流量：`);
    const part = (names: readonly string[], total: string): number => {
      const from = page.next;
      for (const name of names)
        page.add(name, whole(page.next - 3), ...[0, 1].map(() => (office.chance(0.3) ? '' : office.money(700_000))));
      const to = page.next - 1;
      return page.add(total, whole(page.next - 3), `=SUM(C${from}:C${to})`, `=SUM(D${from}:D${to})`);
    };
    const plus = part(ins, `${kind}现金流入小计`);
    const less = part(outs, `${kind}现金流出小计`);
    nets.push(page.add(`${kind}产生的现金流量净额`, whole(page.next - 3), `=C${plus}-C${less}`, `=D${plus}-D${less}`));
  }
  const fx = page.add('四、汇率变动对现金及现金等价物的影响', whole(page.next - 3), office.chance(0.5) ? '' : -320.15, '');
  const up = page.add(
    '五、现金及现金等价物净增加额',
    whole(page.next - 3),
    ...['C', 'D'].map((c) => `=${[...nets, fx].map((row) => c + row).join('+')}`),
  );
  const open = page.add('加：期初现金及现金等价物余额', whole(page.next - 3), `=D${page.next + 1}`, office.money(300_000));
  page.add('六、期末现金及现金等价物余额', whole(page.next - 3), `=C${up}+C${open}`, `=D${up}+D${open}`);
  return [page];
};

/** 现金流量表补充资料: net profit adjusted to operating cash. */
export const cashSupplement: Book = (office) => {
  const page = new Page('补充资料表', office.habits);
  page.add('现金流量表补充资料');
  page.add('项目', '本年金额', '上年金额');
  page.add('1．将净利润调节为经营活动现金流量：');
  const signed = (most: number): number => (office.chance(0.4) ? -1 : 1) * office.money(most);
  const from = page.next;
  for (const name of [
    '净利润',
    '加：资产减值准备',
    '固定资产折旧',
    '无形资产摊销',
    '处置固定资产的损失（收益以“－”号填列）',
    '财务费用（收益以“－”号填列）',
    '投资损失（收益以“－”号填列）',
    '存货的减少（增加以“－”号填列）',
    '经营性应收项目的减少（增加以“－”号填列）',
    '经营性应付项目的增加（减少以“－”号填列）',
    '其他',
  ])
    page.add(name, signed(90_000), signed(90_000));
  page.add('经营活动产生的现金流量净额', `=SUM(B${from}:B${page.next - 1})`, `=SUM(C${from}:C${page.next - 1})`);
  page.add('2．现金及现金等价物净变动情况：');
  const cash = page.add('现金的期末余额', office.money(500_000), office.money(500_000));
  page.add('减：现金的期初余额', `=C${cash}`, office.money(400_000));
  page.add('加：现金等价物的期末余额', '', '');
  page.add('现金及现金等价物净增加额', `=B${cash}-B${cash + 1}`, `=C${cash}-C${cash + 1}`);
  return [page];
};

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

/** 行政事业单位资产负债表 (政府会计制度): one panel under the other, 期末 and 年初. */
export const publicBalance: Book = (office) => {
  const page = new Page('会政财01表', office.habits);
  page.add('资产负债表');
  page.add('编制单位：某某县教育局', '', '2024年12月31日', '单位：元');
  page.add('资产', '期末余额', '年初余额', '负债和净资产', '期末余额', '年初余额');
  const m = (most = 300_000): Entry => (office.chance(0.35) ? '' : office.money(most));
  const names: [string, string][] = [
    ['流动资产：', '流动负债：'],
    ['货币资金', '短期借款'],
    ['短期投资', '应交增值税'],
    ['财政应返还额度', '应缴财政款'],
    ['应收账款净额', '应付职工薪酬'],
    ['预付账款', '应付账款'],
    ['库存物品', '其他应付款'],
    ['流动资产合计', '流动负债合计'],
    ['非流动资产：', '非流动负债：'],
    ['固定资产原值', '长期借款'],
    ['减：固定资产累计折旧', '长期应付款'],
    ['固定资产净值', '非流动负债合计'],
    ['在建工程', '受托代理负债'],
    ['无形资产原值', '负债合计'],
    ['减：无形资产累计摊销', '净资产：'],
    ['无形资产净值', '累计盈余'],
    ['非流动资产合计', '专用基金'],
    ['受托代理资产', '权益法调整'],
    ['资产总计', '净资产合计'],
    ['', '负债和净资产总计'],
  ];
  const [own, depreciation] = [office.money(900_000) + 400_000, office.money(300_000)];
  names.forEach(([left, right]) => {
    const l = (c: string): Entry => {
      switch (left) {
        case '流动资产合计':
          return `=SUM(${c}5:${c}10)`;
        case '固定资产原值':
          return own;
        case '减：固定资产累计折旧':
          return depreciation;
        case '固定资产净值':
          return `=${c}13-${c}14`;
        case '无形资产原值':
          return 50_000.55;
        case '减：无形资产累计摊销':
          return 12_300.1;
        case '无形资产净值':
          return `=${c}17-${c}18`;
        case '非流动资产合计':
          return `=${c}15+${c}16+${c}19`;
        case '资产总计':
          return `=${c}11+${c}20+${c}21`;
        case '':
        case '流动资产：':
        case '非流动资产：':
          return '';
        default:
          return m();
      }
    };
    const r = (c: string, a: string): Entry => {
      switch (right) {
        case '流动负债合计':
          return `=SUM(${c}5:${c}10)`;
        case '非流动负债合计':
          return `=SUM(${c}13:${c}14)`;
        case '负债合计':
          return `=${c}11+${c}15+${c}16`;
        case '累计盈余':
          return `=${a}22-${c}17-${c}20-${c}21`;
        case '净资产合计':
          return `=SUM(${c}19:${c}21)`;
        case '负债和净资产总计':
          return `=${c}17+${c}22`;
        case '流动负债：':
        case '非流动负债：':
        case '净资产：':
          return '';
        default:
          return m(20_000);
      }
    };
    page.add(left, l('B'), l('C'), right, r('E', 'B'), r('F', 'C'));
  });
  return [page];
};

/** 收入费用表 (政府会计): 本月 and 本年. */
export const publicIncome: Book = (office) => {
  const page = new Page('会政财02表', office.habits);
  page.add('收入费用表');
  page.add('项目', '本月数', '本年累计数');
  const line = (name: string, most = 200_000): number => {
    const month = office.chance(0.3) ? 0 : office.money(most);
    return page.add(name, month === 0 ? '' : month, cents(month + office.money(most * 5)));
  };
  const head = (name: string, from: number, to: number, of: number[] = []): number =>
    page.add(name, ...['B', 'C'].map((c) => (of.length > 0 ? `=${of.map((row) => c + row).join('+')}` : `=SUM(${c}${from}:${c}${to})`)));
  head('一、本期收入', 0, 0, [4, 6, 7, 8, 9]);
  line('（一）财政拨款收入');
  line('其中：政府性基金收入', 500);
  line('（二）事业收入');
  line('（三）上级补助收入');
  line('（四）利息收入', 200);
  line('（五）其他收入', 900);
  head('二、本期费用', 0, 0, [11, 12, 13]);
  line('（一）业务活动费用');
  line('（二）单位管理费用');
  line('（三）其他费用', 900);
  page.add('三、本期盈余', '=B3-B10', '=C3-C10');
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

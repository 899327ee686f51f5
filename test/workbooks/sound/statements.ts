/** Sound financial statements of companies (企业财务报表): balance sheet, income, cash flow. */
import { type Book, cents, type Entry, Page, whole } from './page.ts';

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

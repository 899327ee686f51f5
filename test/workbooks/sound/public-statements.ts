/** Sound financial statements of public bodies (政府会计报表): two panels side by side, income and expenses. */
import { type Book, cents, type Entry, Page } from './page.ts';

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

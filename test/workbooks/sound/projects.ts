/** Sound tables about projects (项目、工程和合同): settlement, bill of quantities, procurement, contracts. */
import { type Book, cents, day, down, Page, percent, shown, sumOf, whole } from './page.ts';

/** 工程结算: contract, change, claimed, audited, cut and its rate. */
export const settlement: Book = (office) => {
  const page = new Page('结算审核', office.habits);
  page.add('工程结算审核汇总表（单位：元）');
  page.add('序号', '单项工程', '合同价', '变更签证', '送审金额', '审定金额', '核减金额', '核减率', '备注');
  const first = page.next;
  for (const [k, name] of ['土建', '装饰', '给排水', '电气', '消防', '暖通', '室外'].entries()) {
    const row = page.next;
    const claimed = office.money(900_000);
    const change = cents(claimed * 0.1);
    page.add(
      whole(k + 1),
      name,
      cents(claimed - change),
      change,
      `=C${row}+D${row}`,
      cents(claimed * office.real(0.8, 1)),
      `=E${row}-F${row}`,
      percent(`=G${row}/E${row}`),
      '',
    );
  }
  const last = page.next - 1;
  const t = page.next;
  page.add('', '合计', ...[2, 3, 4, 5, 6].map((c) => `=SUM(${down(c, first, last)})`), percent(`=G${t}/E${t}`));
  const fee = office.money(9_000);
  page.add('', '措施费', '', '', fee, fee);
  return [page];
};

/** 工程量清单: quantity × price, subtotals of chapters, fees as rates, tax. */
export const billOfQuantities: Book = (office) => {
  const page = new Page('清单', office.habits);
  page.add('分部分项工程量清单计价表');
  page.add('序号', '项目编码', '项目名称', '单位', '工程量', '综合单价', '合价');
  const totals: number[] = [];
  for (const chapter of ['土石方', '砌筑', '混凝土']) {
    page.add('', '', chapter, '', '', '', '');
    const from = page.next;
    for (let k = 0; k < office.int(2, 5); k++) {
      const row = page.next;
      page.add(
        whole(k + 1),
        `0101010${office.int(10_000, 99_999)}`,
        `${chapter}${k + 1}`,
        'm3',
        shown(office.money(500), '0.000'),
        office.money(800),
        `=ROUND(E${row}*F${row},2)`,
      );
    }
    totals.push(page.add('', '', '小计', '', '', '', `=SUM(G${from}:G${page.next - 1})`));
  }
  const sum = page.add('', '', '合计', '', '', '', `=${totals.map((row) => `G${row}`).join('+')}`);
  const fee = page.add('', '', '规费', '', percent(0.0315), '', `=ROUND(G${sum}*E${sum + 1},2)`);
  const tax = page.add('', '', '税金', '', percent(0.09, '0%'), '', `=ROUND((G${sum}+G${fee})*E${sum + 2},2)`);
  page.add('', '', '工程造价', '', '', '', `=G${sum}+G${fee}+G${tax}`);
  return [page];
};

/** 政府采购: budget, contract price, saving and saving rate by kind. */
export const procurement: Book = (office) => {
  const page = new Page('政府采购', office.habits);
  page.add('政府采购情况统计表');
  page.add('采购类别', '采购预算', '实际采购金额', '节约资金', '节约率', '其中：授予中小企业', '中小企业占比', '其中：小微企业');
  const first = page.next;
  for (const name of ['货物类', '工程类', '服务类']) {
    const row = page.next;
    const budget = office.money(900);
    const real = cents(budget * office.real(0.8, 1));
    const small = cents(real * office.real(0.3, 1));
    page.add(name, budget, real, `=B${row}-C${row}`, percent(`=D${row}/B${row}`), small, percent(`=F${row}/C${row}`), cents(small * 0.7));
  }
  const last = page.next - 1;
  const t = page.next;
  page.add(
    '合计',
    ...[1, 2, 3].map((c) => `=SUM(${down(c, first, last)})`),
    percent(`=D${t}/B${t}`),
    `=SUM(${down(5, first, last)})`,
    percent(`=F${t}/C${t}`),
    `=SUM(${down(7, first, last)})`,
  );
  return [page];
};

/** 项目库: totals of several years, the sources of money, the years spent; total at the top. */
export const projects: Book = (office) => {
  const page = new Page('项目库', office.habits);
  page.add('中期项目规划表', '', '', '', '', '', '', '', '金额单位：万元');
  page.add('序号', '项目名称', '总投资', '资金来源', '', '', '分年度计划', '', '');
  page.add('', '', '', '中央', '省级', '自筹', '2024年', '2025年', '2026年');
  const t = page.next;
  const count = office.int(4, 9);
  page.add('', '合计', ...[2, 3, 4, 5, 6, 7, 8].map((c) => `=SUM(${down(c, t + 1, t + count)})`));
  for (let k = 0; k < count; k++) {
    const row = page.next;
    const own = [office.int(0, 900), office.int(0, 500), office.int(1, 300)];
    const sum = sumOf(own);
    const a = Math.floor(sum * office.real(0.1, 0.6));
    const b = Math.floor((sum - a) * office.real(0.1, 0.9));
    page.add(whole(k + 1), `项目${k + 1}`, `=SUM(D${row}:F${row})`, ...own, a, b, sum - a - b);
  }
  return [page];
};

/** 合同台账: contract, paid, unpaid, share paid, dates; no total. */
export const contracts: Book = (office) => {
  const page = new Page('合同台账', office.habits);
  page.add('合同编号', '签订日期', '合同名称', '合同金额', '已付金额', '未付金额', '付款比例', '质保金（5%）', '到期日');
  for (let k = 0; k < 12; k++) {
    const row = page.next;
    const sum = office.money(500_000);
    page.add(
      `HT-2024-${String(k + 1).padStart(3, '0')}`,
      day(k * 20),
      `合同${k + 1}`,
      sum,
      office.chance(0.3) ? sum : cents(sum * office.pick([0.3, 0.5, 0.8])),
      `=D${row}-E${row}`,
      percent(`=E${row}/D${row}`, '0%'),
      `=ROUND(D${row}*0.05,2)`,
      day(k * 20 + 365),
    );
  }
  return [page];
};

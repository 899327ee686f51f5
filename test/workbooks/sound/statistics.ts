/** Sound tables of statistics, lists and odd layouts (统计表、清单和杂表). */
import { cents, day, down, Page, percent, shown, sumOf, whole } from './page.ts';
import type { Book } from './page.ts';

const AREAS = ['天山区', '沙依巴克区', '新市区', '水磨沟区', '头屯河区', '达坂城区', '米东区', '乌鲁木齐县'];

/** 年鉴: years down, total and parts (男女), an index with last year = 100. */
export const yearbook: Book = (office) => {
  const page = new Page('人口', office.habits);
  page.add('3-1 历年人口数（万人）');
  page.add('年份', '年末总人口', '男', '女', '城镇', '乡村', '城镇化率（%）', '指数（上年=100）');
  let before = 0;
  for (let year = 2010; year <= 2023; year++) {
    const [men, women] = [office.int(900, 1300) / 10, office.int(900, 1300) / 10];
    const all = cents(men + women);
    const town = Math.round(all * office.real(0.4, 0.7) * 10) / 10;
    page.add(
      whole(year),
      shown(all, '0.0'),
      shown(men, '0.0'),
      shown(women, '0.0'),
      shown(town, '0.0'),
      shown(cents(all - town), '0.0'),
      shown((town / all) * 100, '0.0'),
      before === 0 ? '' : shown((all / before) * 100, '0.0'),
    );
    before = all;
  }
  return [page];
};

/** Independently rounded parts: every figure rounded to whole 亿元 by itself, so that sums are off by one. */
export const roundedParts: Book = (office) => {
  const page = new Page('生产总值', office.habits);
  page.add('2-3 各地区生产总值（亿元）');
  page.add('地区', '生产总值', '第一产业', '第二产业', '工业', '建筑业', '第三产业', '人均（元）');
  const rows = AREAS.map(() => {
    const [a, i, b, c] = office.moneys(4, 90);
    return [a ?? 0, i ?? 0, b ?? 0, c ?? 0];
  });
  const put = (name: string, [a = 0, i = 0, b = 0, c = 0]: number[]): number =>
    page.add(
      name,
      ...[a + i + b + c, a, i + b, i, b, c].map((v) => shown(Math.round(v * 10) / 10, '0.0')),
      whole(office.int(20_000, 90_000)),
    );
  put(
    '全市',
    [0, 1, 2, 3].map((k) => sumOf(rows.map((row) => row[k] ?? 0))),
  );
  rows.forEach((row, k) => put(AREAS[k] ?? '', row));
  return [page];
};

/** 1–本月 and 同比: cumulative amounts and growth in percent without a % sign. */
export const monthlyReport: Book = (office) => {
  const page = new Page('月报', office.habits);
  page.add('主要经济指标完成情况（2024年9月）');
  page.add('指标', '单位', '本月', '累计', '上年同期累计', '累计同比增减', '累计同比±%');
  for (const name of [
    '规模以上工业增加值',
    '固定资产投资',
    '社会消费品零售总额',
    '进出口总额',
    '一般公共预算收入',
    '一般公共预算支出',
    '金融机构存款余额',
  ]) {
    const [now, before] = [office.money(900) + 100, office.money(900) + 100];
    page.add(
      name,
      '亿元',
      cents(now * office.real(0.05, 0.2)),
      now,
      before,
      cents(now - before),
      shown(Math.round((now / before - 1) * 1000) / 10, '0.0'),
    );
  }
  return [page];
};

/** 成绩表: scores, sum, average, rank, pass rate. */
export const grades: Book = (office) => {
  const page = new Page('成绩', office.habits);
  page.add('学号', '姓名', '语文', '数学', '英语', '总分', '平均分', '名次');
  const rows = Array.from({ length: 12 }, () => [office.int(40, 100), office.int(40, 100), office.int(40, 100)]);
  const totals = rows.map(sumOf);
  rows.forEach((row, k) => {
    const r = page.next;
    page.add(
      `2024${String(k + 1).padStart(4, '0')}`,
      `学生${k + 1}`,
      ...row.map(whole),
      whole(`=SUM(C${r}:E${r})`),
      shown(`=AVERAGE(C${r}:E${r})`, '0.0'),
      whole(1 + totals.filter((t) => t > (totals[k] ?? 0)).length),
    );
  });
  page.add('', '平均', ...[2, 3, 4, 5].map((c) => shown(`=AVERAGE(${down(c, 2, 13)})`, '0.0')));
  page.add('', '最高', ...[2, 3, 4, 5].map((c) => whole(`=MAX(${down(c, 2, 13)})`)));
  page.add('', '及格率', ...[0, 1, 2].map((s) => percent(rows.filter((row) => (row[s] ?? 0) >= 60).length / 12)));
  return [page];
};

/** 问卷: counts and percentages that are rounded and need not come to 100. */
export const survey: Book = (office) => {
  const page = new Page('满意度', office.habits);
  page.add('问题', '非常满意', '满意', '一般', '不满意', '有效问卷', '满意率');
  for (let k = 1; k <= 8; k++) {
    const counts = [0, 1, 2, 3].map(() => office.int(1, 80));
    page.add(`Q${k}`, ...counts.map(whole), whole(sumOf(counts)), percent(((counts[0] ?? 0) + (counts[1] ?? 0)) / sumOf(counts), '0.0%'));
  }
  page.add('');
  page.add('占比');
  for (let k = 1; k <= 4; k++) {
    const counts = [0, 1, 2, 3].map(() => office.int(1, 80));
    page.add(`Q${k}`, ...counts.map((c) => percent(c / sumOf(counts), '0%')), percent(1, '0%'));
  }
  return [page];
};

/** 通讯录 with numbers everywhere and nothing that adds up. */
export const directory: Book = (office) => {
  const page = new Page('通讯录', office.habits);
  page.add('序号', '姓名', '房间', '座机', '手机', '出生日期', '工号', '邮编', '工龄');
  for (let k = 1; k <= 15; k++)
    page.add(
      whole(k),
      `职工${k}`,
      whole(office.int(101, 620)),
      whole(office.int(2_300_000, 2_399_999)),
      whole(13_500_000_000 + office.int(0, 99_999_999)),
      day(-office.int(9_000, 20_000)),
      `${office.int(100, 999)}0${k}`,
      whole(831_100),
      whole(office.int(1, 35)),
    );
  return [page];
};

/** 筛选表: rows hidden by a filter, SUBTOTAL(109) over what is seen. */
export const filtered: Book = (office) => {
  const page = new Page('筛选', { ...office.habits, typed: false });
  page.add('部门', '月份', '金额', '税额');
  const seen: number[] = [];
  const all: number[] = [];
  for (let k = 0; k < 16; k++) {
    const row = page.add(office.pick(['财务', '办公室']), whole((k % 12) + 1), office.money(9_000), office.money(900));
    all.push(row);
    if (k % 3 === 1) page.hide(row);
    else seen.push(row);
  }
  page.add('合计（筛选后）', '', ...['C', 'D'].map((c) => `=SUBTOTAL(109,${seen.map((r) => c + r).join(',')})`));
  void all;
  return [page];
};

/** 数据透视表 as values: groups with 汇总 lines, and 总计 at the right and below. */
export const pivot: Book = (office) => {
  const page = new Page('透视', office.habits);
  page.add('求和项:金额', '', '月份', '', '', '');
  page.add('部门', '类别', '1月', '2月', '3月', '总计');
  const all = [0, 0, 0];
  for (const dept of ['办公室', '财务科', '业务科']) {
    const sums = [0, 0, 0];
    ['办公费', '差旅费', '培训费'].slice(0, office.int(1, 3)).forEach((kind, k) => {
      const own = [0, 1, 2].map(() => (office.chance(0.25) ? 0 : office.money(900)));
      own.forEach((v, c) => {
        sums[c] = cents((sums[c] ?? 0) + v);
        all[c] = cents((all[c] ?? 0) + v);
      });
      page.add(k === 0 ? dept : '', kind, ...own.map((v) => (v === 0 ? '' : v)), sumOf(own));
    });
    page.add(`${dept} 汇总`, '', ...sums.map((v) => (v === 0 ? '' : v)), sumOf(sums));
  }
  page.add('总计', '', ...all, sumOf(all));
  return [page];
};

/** Two tables on one sheet with a note between them, the second in another unit. */
export const twoTables: Book = (office) => {
  const page = new Page('两表', office.habits);
  page.add('一、收入情况（单位：元）');
  page.add('项目', '上半年', '下半年', '全年');
  let first = page.next;
  for (const name of ['学费', '住宿费', '培训费', '其他']) {
    const row = page.next;
    page.add(name, office.money(900_000), office.money(900_000), `=B${row}+C${row}`);
  }
  page.add('合计', ...[1, 2, 3].map((c) => `=SUM(${down(c, first, page.next - 1)})`));
  page.add('');
  page.add('注：以上数据截至12月31日，其中学费含代收费 1,200 元。');
  page.add('');
  page.add('二、在校生情况（单位：人）');
  page.add('年级', '男', '女', '合计');
  first = page.next;
  for (const name of ['一年级', '二年级', '三年级']) {
    const row = page.next;
    page.add(name, whole(office.int(90, 300)), whole(office.int(90, 300)), whole(`=B${row}+C${row}`));
  }
  page.add('合计', ...[1, 2, 3].map((c) => whole(`=SUM(${down(c, first, page.next - 1)})`)));
  return [page];
};

/** 续表: pages of one list with 本页小计 and 承前页/累计. */
export const pagesOfList: Book = (office) => {
  const page = new Page('明细', office.habits);
  let carried = 0;
  for (let p = 1; p <= 3; p++) {
    page.add(`支出明细表（第${p}页）`);
    page.add('日期', '摘要', '金额', '累计');
    if (p > 1) page.add('', '承前页', '', carried);
    const own: number[] = [];
    for (let k = 0; k < 6; k++) {
      const v = office.money(900);
      own.push(v);
      carried = cents(carried + v);
      page.add(day(p * 30 + k), '支出', v, carried);
    }
    page.add('', '本页小计', sumOf(own), '');
    page.add('', '过次页', '', carried);
    page.add('');
  }
  return [page];
};

/** 空表: a form nobody has filled in, with formulas that give 0. */
export const emptyForm: Book = (office) => {
  const page = new Page('空表', office.habits);
  page.add('经费申请表');
  page.add('项目', '申请数', '核定数', '差额');
  const first = page.next;
  for (const name of ['人员', '公用', '专项', '设备']) {
    const row = page.next;
    page.add(name, '', '', `=B${row}-C${row}`);
  }
  page.add('合计', ...[1, 2, 3].map((c) => `=SUM(${down(c, first, page.next - 1)})`));
  return [page];
};

/** 填了一半: half of the months are there, the totals too, the year's target typed. */
export const halfFilled: Book = (office) => {
  const page = new Page('半年', office.habits);
  page.add('2024年分月支出表');
  page.add('项目', ...Array.from({ length: 12 }, (_, k) => `${k + 1}月`), '累计', '全年预算', '执行率');
  const first = page.next;
  for (const name of ['人员经费', '公用经费', '项目支出', '其他']) {
    const row = page.next;
    page.add(
      name,
      ...office.moneys(5, 900),
      ...Array.from({ length: 7 }, () => ''),
      `=SUM(B${row}:M${row})`,
      office.int(9, 50) * 1000,
      percent(`=N${row}/O${row}`),
    );
  }
  const t = page.next;
  page.add(
    '合计',
    ...Array.from({ length: 14 }, (_, k) => (k >= 5 && k < 12 ? '' : `=SUM(${down(k + 1, first, t - 1)})`)),
    percent(`=N${t}/O${t}`),
  );
  return [page];
};

/** 万元 and 元 side by side, rounded. */
export const twoUnits: Book = (office) => {
  const page = new Page('两种单位', office.habits);
  page.add('部门', '金额（元）', '金额（万元）', '占比');
  const values = office.moneys(9, 900_000);
  const all = sumOf(values);
  values.forEach((v, k) => page.add(`部门${k + 1}`, v, shown(v / 10_000, '0.00'), percent(v / all)));
  page.add('合计', all, shown(all / 10_000, '0.00'), percent(1));
  return [page];
};

/** Percentages and amounts as text, brackets for minus. */
export const asText: Book = (office) => {
  const page = new Page('文本', office.habits);
  page.add('Item', 'Actual', 'Budget', 'Variance', 'Variance %');
  const text = (v: number): string =>
    v < 0
      ? `(${Math.abs(v).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })})`
      : v.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const rows = Array.from({ length: 7 }, () => [office.money(9_000), office.money(9_000)]);
  const line = (name: string, a: number, b: number): void => {
    page.add(name, text(a), text(b), text(cents(a - b)), `${((a / b - 1) * 100).toFixed(1)}%`);
  };
  rows.forEach(([a = 0, b = 1], k) => line(`Item ${k + 1}`, a, b));
  line('Total', sumOf(rows.map(([a = 0]) => a)), sumOf(rows.map(([, b = 0]) => b)));
  return [page];
};

/** Deutsche Schreibweise: 1.234,56 as text, Summe, davon. */
export const german: Book = (office) => {
  const page = new Page('Haushalt', office.habits);
  const text = (v: number): string => v.toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  page.add('Titel', 'Ansatz 2024', 'Ist 2024', 'Differenz');
  const rows = Array.from({ length: 6 }, () => [office.money(90_000), office.money(90_000)]);
  const line = (name: string, a: number, b: number): void => {
    page.add(name, text(a), text(b), text(cents(b - a)));
  };
  const [p = [0, 0]] = rows;
  rows.forEach(([a = 0, b = 0], k) => {
    line(['Personalausgaben', 'Sachausgaben', 'Zuweisungen', 'Investitionen', 'Zinsen', 'Sonstiges'][k] ?? '', a, b);
    if (k === 0) line('davon: Beamte', cents((p[0] ?? 0) * 0.4), cents((p[1] ?? 0) * 0.4));
  });
  line('Summe', sumOf(rows.map(([a = 0]) => a)), sumOf(rows.map(([, b = 0]) => b)));
  return [page];
};

/** Écriture française: spaces for thousands, comma for decimals. */
export const french: Book = (office) => {
  const page = new Page('Budget', office.habits);
  const text = (v: number): string => v.toLocaleString('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  page.add('Chapitre', 'Recettes', 'Dépenses', 'Solde');
  const rows = Array.from({ length: 6 }, () => [office.money(90_000), office.money(90_000)]);
  rows.forEach(([a = 0, b = 0], k) => page.add(`Chapitre ${k + 1}`, text(a), text(b), text(cents(a - b))));
  const [a, b] = [sumOf(rows.map(([v = 0]) => v)), sumOf(rows.map(([, v = 0]) => v))];
  page.add('Total', text(a), text(b), text(cents(a - b)));
  return [page];
};

/** 班级编制: counts, an average class size, teacher ratio. */
export const schools: Book = (office) => {
  const page = new Page('学校', office.habits);
  page.add('学校', '班级数', '学生数', '其中：女生', '教师数', '其中：高级', '班额', '师生比');
  const first = page.next;
  for (let k = 0; k < 9; k++) {
    const row = page.next;
    const pupils = office.int(200, 2000);
    const teachers = office.int(20, 150);
    page.add(
      `第${k + 1}小学`,
      whole(office.int(6, 40)),
      whole(pupils),
      whole(Math.round(pupils * office.real(0.45, 0.55))),
      whole(teachers),
      whole(office.int(1, teachers)),
      shown(`=C${row}/B${row}`, '0.0'),
      shown(`=C${row}/E${row}`, '0.0'),
    );
  }
  const t = page.next;
  page.add(
    '合计',
    ...[1, 2, 3, 4, 5].map((c) => whole(`=SUM(${down(c, first, t - 1)})`)),
    shown(`=C${t}/B${t}`, '0.0'),
    shown(`=C${t}/E${t}`, '0.0'),
  );
  return [page];
};

/** 车辆运行费: mileage, litres, litres per 100 km, cost per km. */
export const vehicles: Book = (office) => {
  const page = new Page('车辆', office.habits);
  page.add('车牌号', '里程（公里）', '加油（升）', '油费', '维修费', '保险费', '费用合计', '百公里油耗', '单公里费用');
  const first = page.next;
  for (let k = 0; k < 8; k++) {
    const row = page.next;
    page.add(
      `新B${office.int(10_000, 99_999)}`,
      whole(office.int(3_000, 30_000)),
      shown(office.money(3_000), '0.00'),
      office.money(20_000),
      office.chance(0.3) ? '' : office.money(9_000),
      office.money(6_000),
      `=SUM(D${row}:F${row})`,
      shown(`=C${row}/B${row}*100`, '0.0'),
      shown(`=G${row}/B${row}`, '0.00'),
    );
  }
  const t = page.next;
  page.add(
    '合计',
    whole(`=SUM(${down(1, first, t - 1)})`),
    ...[2, 3, 4, 5, 6].map((c) => `=SUM(${down(c, first, t - 1)})`),
    shown(`=C${t}/B${t}*100`, '0.0'),
    shown(`=G${t}/B${t}`, '0.00'),
  );
  return [page];
};

/** Two months on two sheets, the second with the first's closing as opening, many figures equal. */
export const twoMonths: Book = (office) => {
  const names = ['基本户', '零余额户', '专户', '工会户', '党费户', '食堂户', '往来户', '保证金'];
  let open = names.map(() => office.money(90_000));
  return ['1月', '2月', '3月'].map((month) => {
    const page = new Page(month, office.habits);
    page.add(`${month}银行存款情况表`);
    page.add('账户', '期初余额', '本月收入', '本月支出', '期末余额');
    const first = page.next;
    const close: number[] = [];
    names.forEach((name, k) => {
      const row = page.next;
      const still = office.chance(0.4);
      const plus = still ? 0 : office.money(9_000);
      const less = still ? 0 : Math.min(open[k] ?? 0, office.money(9_000));
      close.push(cents((open[k] ?? 0) + plus - less));
      page.add(name, open[k] ?? 0, plus, less, `=B${row}+C${row}-D${row}`);
    });
    page.add('合计', ...[1, 2, 3, 4].map((c) => `=SUM(${down(c, first, page.next - 1)})`));
    open = close;
    return page;
  });
};

/** 水电费分摊: meter readings, consumption, price, share by area. */
export const utilities: Book = (office) => {
  const page = new Page('电费', office.habits);
  page.add('2024年6月电费分摊表');
  page.add('房间', '上月表底', '本月表底', '用量（度）', '单价', '电费', '公摊', '应交');
  const first = page.next;
  for (let k = 0; k < 10; k++) {
    const row = page.next;
    const before = office.int(1_000, 9_000);
    page.add(
      whole(101 + k),
      whole(before),
      whole(before + office.int(0, 400)),
      whole(`=C${row}-B${row}`),
      shown(0.5486, '0.0000'),
      `=ROUND(D${row}*E${row},2)`,
      12.5,
      `=F${row}+G${row}`,
    );
  }
  const t = page.next;
  page.add('合计', '', '', whole(`=SUM(${down(3, first, t - 1)})`), '', ...[5, 6, 7].map((c) => `=SUM(${down(c, first, t - 1)})`));
  return [page];
};

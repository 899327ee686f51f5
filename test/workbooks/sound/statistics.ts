/** Sound tables of statistics (统计表): yearbooks, monthly reports, scores, counts. */
import { type Book, cents, down, Page, percent, shown, sumOf, whole } from './page.ts';

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

/** Sound payrolls (工资表): deductions, insurance, minimum wages, attendance. */
import { at, type Book, down, Page, percent, shown, whole } from './page.ts';

const PEOPLE = ['张三', '李四', '王五', '赵六', '钱七', '孙八', '周九', '吴十', '郑一', '冯二'];

/** 工资发放表: 应发 = earnings, 扣款 = deductions, 实发 = the difference; 个税 rounded. */
export const payroll: Book = (office) => {
  const page = new Page('1月工资', office.habits);
  page.add('某某局2024年1月工资发放表');
  page.add('序号', '姓名', '身份证号', '应发项目', '', '', '', '', '代扣项目', '', '', '', '', '实发工资', '签名');
  page.add(
    '',
    '',
    '',
    '基本工资',
    '津贴补贴',
    '绩效工资',
    '加班费',
    '应发合计',
    '养老保险',
    '医疗保险',
    '公积金',
    '个人所得税',
    '扣款合计',
    '',
    '',
  );
  const first = page.next;
  PEOPLE.slice(0, office.int(5, 10)).forEach((name, k) => {
    const row = page.next;
    page.add(
      whole(k + 1),
      name,
      `6523011985${String(office.int(1000, 9999))}00${k}X`,
      office.int(20, 60) * 100,
      office.int(10, 40) * 50,
      office.chance(0.2) ? '' : office.money(3000),
      office.chance(0.7) ? '' : office.money(500),
      `=SUM(D${row}:G${row})`,
      `=ROUND(H${row}*0.08,2)`,
      `=ROUND(H${row}*0.02,2)`,
      `=ROUND(H${row}*0.12,0)`,
      `=ROUND(MAX(0,H${row}-I${row}-J${row}-K${row}-5000)*0.03,2)`,
      `=SUM(I${row}:L${row})`,
      `=H${row}-M${row}`,
    );
  });
  const last = page.next - 1;
  page.add('合计', '', '', ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((c) => `=SUM(${down(c, first, last)})`));
  page.add('审核：', '', '', '出纳：', '', '', '制表：');
  return [page];
};

/** 五险一金计算表: base, unit and personal rates side by side in the heading. */
export const insurance: Book = (office) => {
  const page = new Page('五险一金', office.habits);
  page.add('五险一金缴费明细表');
  page.add('姓名', '缴费基数', '养老', '', '医疗', '', '失业', '', '工伤', '公积金', '', '单位合计', '个人合计', '合计');
  page.add('', '', '单位', '个人', '单位', '个人', '单位', '个人', '单位', '单位', '个人', '', '', '');
  const rates = [0.16, 0.08, 0.09, 0.02, 0.005, 0.005, 0.002, 0.12, 0.12];
  page.add('比例', '', ...rates.map((rate) => percent(rate, '0.0%')), '', '', '');
  const first = page.next;
  for (const name of PEOPLE) {
    const row = page.next;
    page.add(
      name,
      office.int(40, 120) * 100,
      ...rates.map((_, k) => `=ROUND($B${row}*${at(2 + k, 4)},2)`),
      `=C${row}+E${row}+G${row}+I${row}+J${row}`,
      `=D${row}+F${row}+H${row}+K${row}`,
      `=L${row}+M${row}`,
    );
  }
  const last = page.next - 1;
  page.add('合计', ...Array.from({ length: 13 }, (_, k) => `=SUM(${down(1 + k, first, last)})`));
  return [page];
};

/** 劳务费发放表: days times a rate, tax withheld. */
export const labour: Book = (office) => {
  const page = new Page('劳务费', office.habits);
  page.add('专家劳务费发放表');
  page.add('姓名', '职称', '天数', '标准（元/天）', '应发金额', '代扣个税', '实发金额', '银行账号');
  const first = page.next;
  for (const name of PEOPLE.slice(0, 7)) {
    const row = page.next;
    page.add(
      name,
      office.pick(['正高', '副高', '中级']),
      shown(office.int(1, 8) / 2, '0.0'),
      office.pick([300, 400, 500, 800, 1000]),
      `=C${row}*D${row}`,
      `=ROUND(MAX(0,E${row}-800)*0.2,2)`,
      `=E${row}-F${row}`,
      `62284801${office.int(10_000_000, 99_999_999)}`,
    );
  }
  const last = page.next - 1;
  page.add('合计', '', '', '', ...[4, 5, 6].map((c) => `=SUM(${down(c, first, last)})`));
  return [page];
};

/** 各地最低工资 and 社保基数: a table of figures in which nothing adds up. */
export const minimumWages: Book = (office) => {
  const page = new Page('最低工资', office.habits);
  page.add('各地区最低工资标准情况（截至2024年）');
  page.add('地区', '月最低工资（元）', '', '', '', '小时最低工资（元）', '', '', '');
  page.add('', ...['第一档', '第二档', '第三档', '第四档', '第一档', '第二档', '第三档', '第四档']);
  for (const name of ['北京', '天津', '河北', '山西', '内蒙古', '辽宁', '吉林', '上海', '江苏', '浙江', '安徽', '新疆']) {
    const top = office.int(180, 260) * 10;
    const levels = [0, 1, 2, 3].map((k) => (office.chance(0.2) && k > 1 ? '' : top - k * office.int(8, 14) * 10));
    page.add(name, ...levels, ...levels.map((v) => (v === '' ? '' : shown(Math.round((v / 21.75 / 8) * 1.35 * 10) / 10, 'General'))));
  }
  return [page];
};

/** 加班工时表 and attendance: days worked, absent, hours. */
export const attendance: Book = (office) => {
  const page = new Page('考勤', office.habits);
  page.add('2024年3月考勤汇总表');
  page.add('姓名', '应出勤', '事假', '病假', '年假', '实际出勤', '迟到（次）', '加班（小时）', '出勤率');
  const first = page.next;
  for (const name of PEOPLE) {
    const row = page.next;
    page.add(
      name,
      whole(21),
      ...[0, 1, 2].map(() => (office.chance(0.7) ? '' : shown(office.int(1, 4) / 2, 'General'))),
      shown(`=B${row}-C${row}-D${row}-E${row}`, '0.0'),
      whole(office.int(0, 3)),
      shown(office.int(0, 20) / 2, '0.0'),
      percent(`=F${row}/B${row}`, '0.0%'),
    );
  }
  const last = page.next - 1;
  page.add(
    '合计',
    ...[1, 2, 3, 4, 5, 6, 7].map((c) => shown(`=SUM(${down(c, first, last)})`, '0.0')),
    percent(`=F${last + 1}/B${last + 1}`, '0.0%'),
  );
  return [page];
};

/** Sound sheets in odd layouts (清单和杂表): lists, filtered rows, pivots, several tables on a sheet, empty and half-filled forms, figures as text, European figures. */
import { type Book, cents, day, down, Page, percent, shown, sumOf, whole } from './page.ts';

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

/** Small blocks of two columns, each with its 小计, some with lines 其中 that only tell more about the line above; 合计 of the 小计 at the end. */
export const ofWhichBlocks: Book = (office) => {
  const page = new Page('科室经费', office.habits);
  page.add('部门', '人数', '金额');
  const grand = [0, 0];
  for (const block of ['一', '二', '三', '四'].slice(0, office.int(2, 4))) {
    page.add(`${block}科`);
    const own = [0, 0];
    for (let k = 0; k < office.int(2, 3); k++) {
      const [people, money] = [office.int(1, 9), cents(office.int(5, 90))];
      page.add(`${block}${k + 1}组`, whole(people), shown(money, '0.00'));
      own[0] = (own[0] ?? 0) + people;
      own[1] = (own[1] ?? 0) + money;
      if (office.int(0, 1) === 0) continue;
      page.add('其中：临时人员', whole(Math.min(1, people)), shown(cents(money * office.real(0.1, 0.6)), '0.00'));
      if (office.int(0, 1) === 0) page.add('退休人员', whole(0), shown(cents(money * office.real(0.05, 0.3)), '0.00'));
    }
    page.add('小计', whole(own[0] ?? 0), shown(own[1] ?? 0, '0.00'));
    grand[0] = (grand[0] ?? 0) + (own[0] ?? 0);
    grand[1] = (grand[1] ?? 0) + (own[1] ?? 0);
  }
  page.add('合计', whole(grand[0] ?? 0), shown(grand[1] ?? 0, '0.00'));
  return [page];
};

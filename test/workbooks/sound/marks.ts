/** Sound tables of marks and answers (评分、问卷): weights, deductions, several answers to one question. */
import { type Book, down, Page, percent, shown, sumOf, whole } from './page.ts';

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** 成绩表 with weights: three parts, the weighted mark, rank, and the class's mean, best and worst mark. */
export const weightedMarks: Book = (office) => {
  const page = new Page('总评成绩', office.habits);
  page.add('期末总评成绩表');
  page.add('学号', '姓名', '平时成绩（30%）', '期中成绩（20%）', '期末成绩（50%）', '总评', '名次');
  const first = page.next;
  const marks = Array.from({ length: office.int(8, 20) }, () => [office.int(50, 100), office.int(40, 100), office.int(40, 100)]);
  const total = marks.map(([a = 0, b = 0, c = 0]) => tenths(a * 0.3 + b * 0.2 + c * 0.5));
  marks.forEach((row, k) =>
    page.add(
      String(20240101 + k),
      `学生${String(k + 1)}`,
      ...row.map((mark) => whole(mark)),
      shown(total[k] ?? 0, '0.0'),
      whole(1 + total.filter((other) => other > (total[k] ?? 0)).length),
    ),
  );
  const last = page.next - 1;
  page.add('', '平均分', ...[2, 3, 4, 5].map((column) => shown(`=AVERAGE(${down(column, first, last)})`, '0.0')), '');
  page.add('', '最高分', ...[2, 3, 4, 5].map((column) => shown(`=MAX(${down(column, first, last)})`, '0.0')), '');
  page.add('', '最低分', ...[2, 3, 4, 5].map((column) => shown(`=MIN(${down(column, first, last)})`, '0.0')), '');
  return [page];
};

/** 问卷: how many gave each answer and their share of all asked; several answers were allowed, so the shares come to more than 100 %. */
export const severalAnswers: Book = (office) => {
  const page = new Page('问卷', office.habits);
  page.add('满意度问卷统计（多选）');
  const asked = [office.int(80, 400), office.int(80, 400)];
  page.add('选项', '机关（人）', '占比', '企业（人）', '占比', '合计（人）', '占比');
  const all = (asked[0] ?? 0) + (asked[1] ?? 0);
  page.add('调查人数', whole(asked[0] ?? 0), percent(1, '0.0%'), whole(asked[1] ?? 0), percent(1, '0.0%'), whole(all), percent(1, '0.0%'));
  for (const name of ['服务态度好', '办理速度快', '收费合理', '流程清楚', '环境整洁', '其他']) {
    const [a, b] = asked.map((most) => office.int(3, most));
    page.add(
      name,
      whole(a ?? 0),
      percent((a ?? 0) / (asked[0] ?? 1), '0.0%'),
      whole(b ?? 0),
      percent((b ?? 0) / (asked[1] ?? 1), '0.0%'),
      whole((a ?? 0) + (b ?? 0)),
      percent(((a ?? 0) + (b ?? 0)) / all, '0.0%'),
    );
  }
  return [page];
};

/** 考核得分: base marks, bonus, deductions and the final mark, never more than 100; deductions are printed with a minus or without. */
export const appraisal: Book = (office) => {
  const page = new Page('考核', office.habits);
  page.add('年度绩效考核得分表');
  page.add('单位', '基础工作', '重点任务', '满意度', '基础得分', '加分', '扣分', '最终得分', '等次');
  for (let k = 0; k < office.int(6, 12); k++) {
    const parts = [tenths(office.real(28, 40)), tenths(office.real(28, 40)), tenths(office.real(12, 20))];
    const base = tenths(sumOf(parts));
    const [plus, minus] = [office.chance(0.4) ? tenths(office.real(0.5, 6)) : 0, office.chance(0.4) ? tenths(office.real(0.5, 4)) : 0];
    const final = Math.min(100, tenths(base + plus - minus));
    page.add(
      `第${String(k + 1)}科`,
      ...[...parts, base, plus, minus, final].map((value) => shown(value, '0.0')),
      final >= 90 ? '优秀' : '良好',
    );
  }
  return [page];
};

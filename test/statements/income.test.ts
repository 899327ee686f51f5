/** 公开02: income by function and by kind. */
import { expect, it } from 'vitest';
import { line, notices, said, tableIn } from '../core/tables/read.ts';

it('reads the national layout, 类款项 merged over 栏次 and 合计', () => {
  const table = tableIn(
    [
      '收入决算表',
      '公开02表',
      '部门：某某局 | | | | | | | | | | 金额单位：万元',
      '项目 | | | | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入',
      '功能分类科目编码 | | | 科目名称 | | | | | | |',
      '类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7',
      '| | | 合计 | 10.5 | 8 | | | | | 2.5',
      '208 | | | 社会保障和就业支出 | 10.5 | 8 | | | | | 2.5',
      '20805 | | | 行政事业单位养老支出 | 10.5 | 8 | | | | | 2.5',
      '2080501 | | | 行政单位\n离退休 | 10.5 | 8 | | | | | 2.5',
      '注：本表反映部门本年度取得的各项收入情况。',
    ],
    ['A1:K1', 'A4:D4', 'A5:C5', 'E4:E5', 'A6:A7', 'B6:B7', 'C6:C7', 'A8:C8', 'A9:C9', 'A10:C10'],
  );
  expect(table.statement).toBe('income');
  expect(table.rows.map((row) => [row.key, row.label])).toEqual([
    ['total', '合计'],
    ['208', '社会保障和就业支出'],
    ['20805', '行政事业单位养老支出'],
    ['2080501', '行政单位离退休'],
  ]);
  expect(line(table, '2080501')).toEqual({
    total: '10.5', fiscal: '8', 'superior-subsidy': 'blank', institutional: 'blank', business: 'blank', 'affiliate-remittance': 'blank', 'other-income': '2.5',
  }); // prettier-ignore
  expect(table.notices).toEqual([]);
});

it('reads sub-rows 决算数 and an extra column 其中：教育收费 under 事业收入', () => {
  const table = tableIn(
    [
      '2023年度某某学校收入决算表',
      '单位：万元',
      '项目 | | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | | 经营收入 | 附属单位上缴收入 | 其他收入',
      '科目编码 | 科目名称 | | | | 小计 | 其中：教育收费 | | |',
      '| | 决算数 | 决算数 | 决算数 | 决算数 | 决算数 | 决算数 | 决算数 | 决算数',
      '合计 | | 9 | 4 | 0 | 5 | 3 | 0 | 0 | 0',
      '205 | 教育支出 | 9 | 4 | 0 | 5 | 3 | 0 | 0 | 0',
    ],
    ['A1:J1', 'A3:B3', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:G3', 'H3:H4', 'I3:I4', 'J3:J4', 'A4:A5', 'B4:B5'],
  );
  expect(said(table, '205', 'institutional')).toBe('5');
  expect(line(table, 'total')).not.toHaveProperty('undefined');
  expect(Object.keys(line(table, 'total'))).toHaveLength(7);
  expect(table.year).toBe(2023);
  expect(table.department).toBe('某某学校');
  expect(notices(table)).toEqual([]);
});

it('misses a column aloud and has no figure for it', () => {
  const table = tableIn([
    '收入决算表',
    '金额单位：元',
    '科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 其他收入',
    '合计 | | 3 | 2 | 1',
    '201 | 一般公共服务支出 | 3 | 2 | 1',
  ]);
  expect(notices(table)).toEqual(['missing-column', 'missing-column', 'missing-column', 'missing-column']);
  expect(table.notices[0]?.message['zh-CN']).toBe('没有找到「上级补助收入」列，与它有关的关系没有核对。');
  expect(said(table, 'total', 'business')).toBeUndefined();
  expect(table.unit.name).toBe('元');
});

/** 公开03: expenditure by function and by kind, and every way a code is written. */
import { describe, expect, it } from 'vitest';
import { line, notices, type Row, tableIn } from '../core/tables/read.ts';

const HEAD = ['支出决算表', '部门：某某局 | | | | | | | | | 金额单位：万元'];
const MEASURES = '本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出';

const WAYS: readonly (readonly [string, readonly (string | Row)[]])[] = [
  [
    'three cells as text',
    [
      "'208' | | | 社会保障和就业支出 | 1 | 1",
      "'208' | '05' | | 行政事业单位养老支出 | 1 | 1",
      "'208' | '05' | '01' | 行政单位离退休 | 1 | 1",
    ],
  ],
  [
    'three cells as numbers, zeros lost',
    ['208 | | | 社会保障和就业支出 | 1 | 1', '208 | 5 | | 行政事业单位养老支出 | 1 | 1', '208 | 5 | 1 | 行政单位离退休 | 1 | 1'],
  ],
  [
    'own digits only',
    ["'208' | | | 社会保障和就业支出 | 1 | 1", "| '05' | | 行政事业单位养老支出 | 1 | 1", "| | '01' | 行政单位离退休 | 1 | 1"],
  ],
  [
    'in full in the 类 cell',
    ['208 | | | 社会保障和就业支出 | 1 | 1', '20805 | | | 行政事业单位养老支出 | 1 | 1', '2080501 | | | 行政单位离退休 | 1 | 1'],
  ],
  [
    'in full in the cell of its level',
    ['208 | | | 社会保障和就业支出 | 1 | 1', '| 20805 | | 行政事业单位养老支出 | 1 | 1', '| | 2080501 | 行政单位离退休 | 1 | 1'],
  ],
  [
    'growing from cell to cell',
    [
      '208 | | | 社会保障和就业支出 | 1 | 1',
      '208 | 20805 | | 行政事业单位养老支出 | 1 | 1',
      '208 | 20805 | 2080501 | 行政单位离退休 | 1 | 1',
    ],
  ],
  [
    'with spaces, full-width',
    [
      "' 208 ' | | |   社会保障和就业支出 | 1 | 1",
      "'２０８０５' | | | 　行政事业单位养老支出 | 1 | 1",
      "'2080501 ' | | |   行政单位\n  离退休 | 1 | 1",
    ],
  ],
];

it.each(WAYS)('reads codes %s', (_way, lines) => {
  const table = tableIn([...HEAD, `类 | 款 | 项 | 科目名称 | ${MEASURES}`, ...lines, '合计 | | | | 1 | 1']);
  expect(table.rows.map((row) => [row.key, row.code, row.label])).toEqual([
    ['208', '208', '社会保障和就业支出'],
    ['20805', '20805', '行政事业单位养老支出'],
    ['2080501', '2080501', '行政单位离退休'],
    ['total', undefined, '合计'],
  ]);
  expect(line(table, '2080501')).toMatchObject({ total: '1', basic: '1', project: 'blank' });
});

describe('one column 项目', () => {
  it('reads code and name in one cell', () => {
    const table = tableIn([
      ...HEAD,
      `项目 | ${MEASURES}`,
      '合计 | 2 | 2',
      '201一般公共服务支出 | 2 | 2',
      '  20103 政府办公厅（室）及相关机构事务 | 2 | 2',
    ]);
    expect(table.rows.map((row) => [row.key, row.label])).toEqual([
      ['total', '合计'],
      ['201', '一般公共服务支出'],
      ['20103', '政府办公厅（室）及相关机构事务'],
    ]);
  });

  it('knows a 类 by its name where no code is printed, and keeps what is below it apart', () => {
    const table = tableIn([
      ...HEAD,
      `项目 | ${MEASURES}`,
      '合计 | 2 | 2',
      '一般公共服务支出 | 2 | 2',
      '  某某事务 | 2 | 2',
      '    行政运行 | 2 | 2',
    ]);
    expect(table.rows.map((row) => [row.key, row.code])).toEqual([
      ['total', undefined],
      ['201', '201'],
      ['201/某某事务', undefined],
      ['2010301', '2010301'],
    ]);
  });
});

it('keeps both of a code printed twice, skips template lines, names unknown lines', () => {
  const table = tableIn([
    ...HEAD,
    `科目编码 | 科目名称 | ${MEASURES}`,
    '栏次 | | 1 | 2 | 3 | 4 | 5 | 6',
    '合计 | | 3 | 3',
    '204 | 公共安全支出 | 1 | 1',
    '204 | 公共安全支出 | 2 | 2',
    '| | | ',
    '| 二级单位小计 | 3 | 3',
    '填表人：张三 | | | 负责人：李四',
  ]);
  expect(table.rows.map((row) => row.key)).toEqual(['total', '204', '204#2']);
  expect(notices(table)).toEqual(['unknown-row']);
});

it('reads what stands in amount cells: words and errors are said, never counted', () => {
  const table = tableIn([
    ...HEAD,
    `科目编码 | 科目名称 | ${MEASURES}`,
    ['合计', null, '１，２３４．５０', { error: '#REF!' }, '见附表', '(3.00)', '- ', true],
  ]);
  expect(line(table, 'total')).toEqual({
    total: '1234.5',
    basic: 'unreadable: #REF!',
    project: 'unreadable: 见附表',
    'remittance-to-superior': '-3',
    business: 'blank',
    'affiliate-subsidy': 'unreadable: TRUE',
  });
  expect(notices(table)).toEqual(['unreadable-amount', 'unreadable-amount', 'unreadable-amount']);
  expect(table.notices[0]?.ref).toMatchObject({ row: 3, column: 3 });
});

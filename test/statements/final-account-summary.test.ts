/** 公开01 in the forms it is printed in. */
import { describe, expect, it } from 'vitest';
import { rowNameOf } from '../../src/core/tables/statement.ts';
import { finalAccountSummary } from '../../src/statements/final-account-summary.ts';
import { notices, said, tableIn } from '../core/tables/read.ts';

const HEAD = ['收入支出决算总表', '| | | | | 公开01表', '部门：某某县财政局 | | 2023年度 | | | 金额单位：万元'];

describe('national layout with 行次', () => {
  const table = tableIn([
    ...HEAD,
    '收入 | | | 支出 | |',
    '项目 | 行次 | 金额 | 项目 | 行次 | 金额',
    '栏次 | | 1 | 栏次 | | 2',
    "一、一般公共预算财政拨款收入 | 1 | 1874.02 | 一、一般公共服务支出 | 32 | '1,509.65'",
    '二、政府性基金预算财政拨款收入 | 2 | | 二、外交支出 | 33 | —',
    '八、其他收入 | 8 | 65.83 | 七、文化旅游体育与传媒支出 | 38 | 0',
    '| 9 | | 二十六、抗疫特别国债安排的支出 | 57 |',
    '本年收入合计 | 27 | 1939.86 | 本年支出合计 | 58 | 1932.86',
    '使用非财政拨款结余（含专用结余） | 28 | 0 | 结余分配 | 59 |',
    '年初结转和结余 | 29 | 38.52 | 年末结转和结余 | 60 | 45.52',
    '| 30 | | | 61 |',
    '总计 | 31 | 1978.38 | 总计 | 62 | 1978.38',
    '注：本表反映部门本年度的总收支和年末结转结余情况。',
  ]);

  it('reads every row by its label and lane', () => {
    expect(table.statement).toBe('final-account-summary');
    expect(said(table, 'general-budget', 'amount')).toBe('1874.02');
    expect(said(table, '201', 'amount')).toBe('1509.65');
    expect(said(table, 'income-grand-total', 'amount')).toBe('1978.38');
    expect(table.rows.map((row) => row.key)).toEqual([
      'general-budget', '201', 'government-fund', '202', 'other-income', '207', '234', 'income-total', 'expenditure-total',
      'non-fiscal-balance-used', 'balance-distribution', 'opening-balance', 'closing-balance', 'income-grand-total', 'expenditure-grand-total',
    ]); // prettier-ignore
    expect(table.rows[1]).toMatchObject({ label: '一般公共服务支出', code: '201', officialName: '一般公共服务支出' });
  });

  it('tells blank, dash and zero apart from a figure that is text', () => {
    expect(said(table, 'government-fund', 'amount')).toBe('blank');
    expect(said(table, '202', 'amount')).toBe('blank');
    expect(said(table, '207', 'amount')).toBe('0');
    expect(table.figures.get('201')?.get('amount')).toMatchObject({ isText: true, decimals: 2, rowKey: '201', row: '一般公共服务支出' });
  });

  it('knows year, department, unit, note and place', () => {
    expect(table).toMatchObject({
      department: '某某县财政局',
      year: 2023,
      title: '收入支出决算总表',
      area: { top: 0, left: 0, bottom: 14, right: 5 },
    });
    expect(table.unit.name).toBe('万元');
    expect(table.notes).toEqual(['注：本表反映部门本年度的总收支和年末结转结余情况。']);
    expect(table.notices).toEqual([]);
  });
});

it('reads Shanghai’s four columns, without 行次 and 栏次, in 元', () => {
  const table = tableIn(
    [
      '2024年度收入支出决算总表',
      '编制单位：上海市某某区某某局 | | | 单位：元',
      '收入 | | 支出 |',
      '项目 | 决算数 | 项目 | 决算数',
      '一、一般公共预算财政拨款收入 | 100.5 | 一、一般公共服务支出 | 100.5',
      '用事业基金弥补收支差额 | | 二十四、抗疫特别国债安排的支出 |',
      '本年收入合计 | 100.5 | 本年支出合计 | 100.5',
      '总计 | 100.5 | 总计 | 100.5',
    ],
    ['A1:D1', 'A3:B3', 'C3:D3'],
  );
  expect(table).toMatchObject({ year: 2024, department: '上海市某某区某某局', statement: 'final-account-summary' });
  expect(said(table, 'non-fiscal-balance-used', 'amount')).toBe('blank');
  expect(said(table, '234', 'amount')).toBe('blank');
  expect(table.figures.get('income-total')?.get('amount')?.quantum.toString()).toBe('0');
  expect(notices(table)).toEqual([]);
});

it('says which rows it misses and which it does not know, and assumes 万元 aloud', () => {
  const table = tableIn([
    '收入支出决算总表',
    '项目 | 金额 | 项目 | 金额',
    '一般公共预算财政拨款收入 | 3 | 公共安全支出 | 3',
    '某种收入 | 1 | 某种支出 |',
    '本年收入合计 | 4 | 本年支出合计 | 3',
  ]);
  expect(notices(table)).toEqual(['unknown-row', 'missing-row', 'missing-row', 'unit-assumed']);
  expect(table.notices[0]?.ref).toMatchObject({ row: 3, column: 0 });
});

it('leaves out the third lane of the internal 财决01', () => {
  const table = tableIn([
    '收入支出决算总表',
    '收入 | | 支出 | | |',
    '项目 | 决算数 | 项目(按功能分类) | 决算数 | 项目(按支出性质和经济分类) | 决算数',
    '一、一般公共预算财政拨款收入 | 3 | 一、一般公共服务支出 | 3 | 一、基本支出 | 2',
    '本年收入合计 | 3 | 本年支出合计 | 3 | 本年支出合计 | 9',
    '总计 | 3 | 总计 | 3 | 总计 | 9',
  ]);
  expect(said(table, 'expenditure-total', 'amount')).toBe('3');
  expect(table.rows).toHaveLength(6);
});

it('calls its rows by their canonical names', () => {
  expect(rowNameOf(finalAccountSummary, 'income-grand-total')).toBe('收入总计');
  expect(rowNameOf(finalAccountSummary, '210')).toBe('卫生健康支出');
});

/** 公开06: panels of code, name and amount, in two or three, with the code in one or two cells, or one list. */
import { expect, it } from 'vitest';
import { notices, said, tableIn } from '../core/tables/read.ts';

const HEAD = ['一般公共预算财政拨款基本支出决算表', '部门：某某局 | | | | | | | | 金额单位：万元'];

it('reads three panels and the totals under them', () => {
  const table = tableIn(
    [
      ...HEAD,
      '人员经费 | | | 公用经费 | | | | |',
      '科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数',
      '301 | 工资福利支出 | 10 | 302 | 商品和服务支出 | 5 | 307 | 债务利息及费用支出 |',
      '30101 | 基本工资 | 10 | 30201 | 办公费 | 3 | 30701 | 国内债务付息 |',
      '303 | 对个人和家庭的补助 | 2 | 30217 | 公务接待费 | 2 | 310 | 资本性支出 | 1',
      '30302 | 退休费 | 2 | | | | 31002 | 办公设备购置 | 1',
      '人员经费合计 | | 12 | 公用经费合计 | | | | | 6',
    ],
    ['A3:C3', 'D3:I3', 'A9:B9', 'D9:H9'],
  );
  expect(table.statement).toBe('general-budget-basic-expenditure');
  expect(['301', '30101', '303', '302', '30217', '31002', 'personnel-total', 'operating-total'].map((key) => said(table, key, 'amount'))).toEqual([
    '10', '10', '2', '5', '2', '1', '12', '6',
  ]); // prettier-ignore
  expect(said(table, '307', 'amount')).toBe('blank');
  expect(table.figures.get('operating-total')?.get('amount')?.ref).toMatchObject({ row: 8, column: 8 });
  expect(table.rows.find((row) => row.key === '30217')).toMatchObject({ label: '公务接待费', code: '30217', officialName: '公务接待费' });
  expect(notices(table)).toEqual([]);
});

it('reads two panels with codes split over 类 and 款', () => {
  const table = tableIn(
    [
      ...HEAD,
      '人员经费 | | | | 公用经费 | | |',
      '经济分类科目编码 | | 科目名称 | 决算数 | 经济分类科目编码 | | 科目名称 | 决算数',
      '类 | 款 | | | 类 | 款 | |',
      "'301' | | 工资福利支出 | 10 | '302' | | 商品和服务支出 | 5",
      "'301' | '01' | 基本工资 | 10 | '302' | '01' | 办公费 | 5",
      '人员经费合计 | | | 10 | 公用经费合计 | | | 5',
    ],
    ['A4:B4', 'C4:C5', 'D4:D5', 'E4:F4', 'G4:G5', 'H4:H5'],
  );
  expect(table.rows.map((row) => row.key)).toEqual(['301', '302', '30101', '30201', 'personnel-total', 'operating-total']);
  expect(said(table, '30201', 'amount')).toBe('5');
});

it('reads 合计 at the head of each panel, and of all under them', () => {
  const table = tableIn(
    [
      ...HEAD,
      '人员经费 | | | 公用经费 | |',
      '科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额',
      '| 合计 | 5 | | 合计 | 3',
      '301 | 工资福利支出 | 5 | 302 | 商品和服务支出 | 3',
      '合计 | | | | | 8',
    ],
    ['A3:C3', 'D3:F3'],
  );
  expect(['personnel-total', 'operating-total', '301', '302', 'total'].map((key) => said(table, key, 'amount'))).toEqual([
    '5',
    '3',
    '5',
    '3',
    '8',
  ]);
});

it('reads one list with 人员经费 and 公用经费 beside 合计', () => {
  const table = tableIn([
    ...HEAD,
    '科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费',
    '合计 | | 15 | 10 | 5',
    '301 | 工资福利支出 | 10 | 10 |',
    '30101 | 基本工资 | 10 | 10 |',
    '302 | 商品和服务支出 | 5 | | 5',
  ]);
  expect(said(table, '30101', 'amount')).toBe('10');
  expect(said(table, 'total', 'amount')).toBe('15');
  expect(said(table, 'personnel-total', 'amount')).toBe('10');
  expect(said(table, 'operating-total', 'amount')).toBe('5');
  expect(notices(table)).toEqual([]);
});

it('knows subjects by name where no code is printed', () => {
  const table = tableIn([
    ...HEAD,
    '项目 | 决算数 | 项目 | 决算数',
    '工资福利支出 | 10 | 商品和服务支出 | 5',
    '  基本工资 | 10 |   办公费 | 5',
    '对个人和家庭的补助 | 1 | 资本性支出 | 2',
    '  医疗费补助 | 1 |   其他资本性支出 | 2',
    '人员经费合计 | 11 | 公用经费合计 | 7',
  ]);
  expect(['30101', '30201', '30307', '31099'].map((key) => said(table, key, 'amount'))).toEqual(['10', '5', '1', '2']);
});

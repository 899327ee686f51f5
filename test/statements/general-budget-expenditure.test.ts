/** 公开05: three columns, 合计 first or last, and the long form that prints the whole flow of the year. */
import { expect, it } from 'vitest';
import { line, notices, said, tableIn } from '../core/tables/read.ts';

it('reads the national layout with 本年支出 over its columns', () => {
  const table = tableIn(
    [
      '一般公共预算财政拨款支出决算表',
      '部门：某某局 | | | | | | 公开05表',
      '| | | 2023年度 | | | 金额单位：元',
      '项目 | | | | 本年支出 | |',
      '功能分类科目编码 | | | 科目名称 | 小计 | 基本支出 | 项目支出',
      '栏次 | | | | 1 | 2 | 3',
      '合计 | | | | 188500.55 | 100000 | 88500.55',
      '201 | | | 一般公共服务支出 | 188500.55 | 100000 | 88500.55',
    ],
    ['A1:G1', 'A4:D4', 'E4:G4', 'A5:C5', 'A6:D6', 'A7:D7', 'A8:C8'],
  );
  expect(table.statement).toBe('general-budget-expenditure');
  expect(line(table, 'total')).toEqual({ total: '188500.55', basic: '100000', project: '88500.55' });
  expect(table.columns[1]).toEqual({ key: 'basic', label: '本年支出 基本支出' });
  expect(table.figures.get('201')?.get('project')?.reading).toMatchObject({ kind: 'number' });
  expect(notices(table)).toEqual([]);
});

it('reads 合计 as the last row and amounts beside names without merged headings (csv)', () => {
  const table = tableIn([
    '一般公共预算财政拨款支出决算表',
    '单位：万元',
    '项目 | | 一般公共预算财政拨款支出决算数 | |',
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出',
    "'205' | 教育支出 | '1,202.96' | '1,000.00' | 202.96",
    "合计 | | '1,202.96' | '1,000.00' | 202.96",
  ]);
  expect(table.rows.map((row) => row.key)).toEqual(['205', 'total']);
  expect(said(table, '205', 'total')).toBe('1202.96');
  expect(notices(table)).toEqual([]);
});

it('takes 本年支出 out of the long form, not the carry-over columns of the same name', () => {
  const table = tableIn(
    [
      '一般公共预算财政拨款收入支出决算表',
      '单位：万元',
      '科目编码 | 科目名称 | 年初结转和结余 | | | 本年收入 | | | 本年支出 | | | 年末结转和结余',
      '| | 合计 | 基本支出结转 | 项目支出结转 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | 项目支出 |',
      '合计 | | 1 | 0 | 1 | 20 | 15 | 5 | 21 | 15 | 6 | 0',
      '208 | 社会保障和就业支出 | 1 | 0 | 1 | 20 | 15 | 5 | 21 | 15 | 6 | 0',
    ],
    ['A3:A4', 'B3:B4', 'C3:E3', 'F3:H3', 'I3:K3', 'L3:L4'],
  );
  expect(line(table, '208')).toEqual({ opening: '1', income: '20', total: '21', basic: '15', project: '6', closing: '0' });
});

it('takes the decimals from the number format of the column, or from most of its figures', () => {
  const amount = (value: number, format?: string): { value: number; format?: string } =>
    format === undefined ? { value } : { value, format };
  const table = tableIn([
    '一般公共预算财政拨款支出决算表',
    '单位：万元',
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出',
    ['合计', null, amount(3.456, '0.0'), 3.345678, 0.5],
    [201, '一般公共服务支出', amount(2, '#,##0.0'), 2.123456, 0.25],
    [204, '公共安全支出', amount(1.5, '0.0'), 1.222222, 0.125],
  ]);
  const decimals = (column: string): number | undefined => table.figures.get('201')?.get(column)?.decimals;
  expect([decimals('total'), decimals('basic'), decimals('project')]).toEqual([1, 6, 2]);
  expect(table.figures.get('201')?.get('total')?.quantum.toString()).toBe('1000');
  expect(table.figures.get('201')?.get('basic')?.quantum.toString()).toBe('0');
});

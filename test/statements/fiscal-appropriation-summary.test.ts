/** 公开04: the opening balance by fund carries the same labels as the income; the closing side has four columns. */
import { expect, it } from 'vitest';
import { line, notices, said, tableIn } from '../core/tables/read.ts';

const ROWS = [
  '一、一般公共预算财政拨款 | 1 | 90 | 一、一般公共服务支出 | 33 | 95 | 95 | 0 | 0',
  '二、政府性基金预算财政拨款 | 2 | 5 | 十一、城乡社区支出 | 43 | 5 | 0 | 5 |',
  '三、国有资本经营预算财政拨款 | 3 | | 二十二、国有资本经营预算支出 | 55 | | | |',
  '本年收入合计 | 27 | 95 | 本年支出合计 | 59 | 100 | 95 | 5 | 0',
  '年初财政拨款结转和结余 | 28 | 5 | 年末财政拨款结转和结余 | 60 | 0 | 0 | 0 | 0',
  '一般公共预算财政拨款 | 29 | 5 | | 61 | | | |',
  '政府性基金预算财政拨款 | 30 | 0 | | 62 | | | |',
  '国有资本经营预算财政拨款 | 31 | 0 | | 63 | | | |',
  '总计 | 32 | 100 | 总计 | 64 | 100 | 95 | 5 | 0',
];

it('reads the national nine columns', () => {
  const table = tableIn([
    '财政拨款收入支出决算总表',
    '部门：某某局 | | | | | | | | 金额单位：万元',
    '收入 | | | 支出 | | | | |',
    '项目 | 行次 | 金额 | 项目 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款',
    '栏次 | | 1 | 栏次 | | 2 | 3 | 4 | 5',
    ...ROWS,
  ]);
  expect(table.statement).toBe('fiscal-appropriation-summary');
  expect(table.columns.map((column) => column.key)).toEqual(['amount', 'total', 'general', 'fund', 'state-capital']);
  expect(line(table, 'general-budget')).toEqual({ amount: '90' });
  expect(line(table, 'opening-balance-general')).toEqual({ amount: '5' });
  expect(line(table, 'opening-balance-state-capital')).toEqual({ amount: '0' });
  expect(line(table, '212')).toEqual({ total: '5', general: '0', fund: '5', 'state-capital': 'blank' });
  expect(line(table, 'expenditure-grand-total')).toEqual({ total: '100', general: '95', fund: '5', 'state-capital': '0' });
  expect(notices(table)).toEqual([]);
});

it('reads Shanghai’s, without 行次, a level of headings more, and 一、二、三、 before the opening balances', () => {
  const table = tableIn(
    [
      '财政拨款收入支出决算总表',
      '单位：万元',
      '收入 | | 支出 | | | |',
      '项目 | 决算数 | 项目 | 决算数 | | |',
      '| | | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款',
      '一、一般公共预算财政拨款 | 9 | 一、一般公共服务支出 | 9 | 9 | |',
      '本年收入合计 | 9 | 本年支出合计 | 9 | 9 | |',
      '年初财政拨款结转和结余 | 1 | 年末财政拨款结转和结余 | 1 | 1 | |',
      '一、一般公共预算财政拨款 | 1 | | | | |',
      '总计 | 10 | 总计 | 10 | 10 | |',
    ],
    ['A3:B3', 'C3:G3', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:G4'],
  );
  expect(said(table, 'opening-balance-general', 'amount')).toBe('1');
  expect(said(table, 'general-budget', 'amount')).toBe('9');
  expect(line(table, '201')).toEqual({ total: '9', general: '9', fund: 'blank', 'state-capital': 'blank' });
  expect(notices(table)).toEqual([]);
});

/** 公开09: six columns or three. */
import { expect, it } from 'vitest';
import { line, notices, tableIn } from '../core/tables/read.ts';

it('reads 合计, 基本支出 and 项目支出 only', () => {
  const table = tableIn([
    '国有资本经营预算财政拨款支出决算表',
    '单位名称：某某局 | | | | 单位：万元',
    '项目 | | 本年支出 | |',
    '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出',
    '合计 | | 5 | | 5',
    '223 | 国有资本经营预算支出 | 5 | | 5',
  ]);
  expect(table.statement).toBe('state-capital');
  expect(line(table, '223')).toEqual({ total: '5', basic: 'blank', project: '5' });
  expect(notices(table)).toEqual([]);
});

it('reads the six columns of 公开08', () => {
  const table = tableIn([
    '国有资本经营预算财政拨款收入支出决算表',
    '单位：万元',
    '科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出合计 | 基本支出 | 项目支出 | 年末结转和结余',
    '合计 | | 1 | 5 | 5 | | 5 | 1',
  ]);
  expect(line(table, 'total')).toEqual({ opening: '1', income: '5', total: '5', basic: 'blank', project: '5', closing: '1' });
});

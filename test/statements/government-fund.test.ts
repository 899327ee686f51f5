/** 公开08: the flow of the year by function, often empty. */
import { expect, it } from 'vitest';
import { line, notices, tableIn } from '../core/tables/read.ts';

const HEAD = [
  '政府性基金预算财政拨款收入支出决算表',
  '部门：某某局 | | | | | | 金额单位：万元',
  '项目 | | 年初结转和结余 | 本年收入 | 本年支出 | | | 年末结转和结余',
  '科目编码 | 科目名称 | | | 小计 | 基本支出 | 项目支出 |',
  '栏次 | | 1 | 2 | 3 | 4 | 5 | 6',
];
const MERGED = ['A3:B3', 'C3:C4', 'D3:D4', 'E3:G3', 'H3:H4', 'A5:B5'];

it('reads six columns', () => {
  const table = tableIn([...HEAD, '合计 | | 1 | 10 | 11 | 0 | 11 | 0', '212 | 城乡社区支出 | 1 | 10 | 11 | | 11 | 0'], MERGED);
  expect(line(table, '212')).toEqual({ opening: '1', income: '10', total: '11', basic: 'blank', project: '11', closing: '0' });
  expect(notices(table)).toEqual([]);
});

it('is empty with its sentence under it', () => {
  const table = tableIn(
    [...HEAD, '合计 | | | | | | |', '| | | | | | |', '说明：某某局本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。'],
    MERGED,
  );
  expect(table.rows.map((row) => row.key)).toEqual(['total']);
  expect(table.notes).toHaveLength(1);
  expect(notices(table)).toEqual(['empty']);
});

it('is empty with its sentence in an amount cell', () => {
  const table = tableIn([...HEAD, '| | 本部门本年度无政府性基金收支 | | | | |'], MERGED);
  expect(table.notes).toEqual(['本部门本年度无政府性基金收支']);
});

it('is empty with its sentence inside it and no row at all', () => {
  const table = tableIn(
    [...HEAD, '我单位本年度无政府性基金预算财政拨款收入、支出及结转和结余，政府性基金预算财政拨款收入支出决算表为空表。'],
    [...MERGED, 'A6:H8'],
  );
  expect(table.rows).toEqual([]);
  expect(table.notes).toHaveLength(1);
  expect(notices(table)).toEqual(['empty']);
});

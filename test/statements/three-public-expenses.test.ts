/** 公开07 in its three shapes: twelve columns, pairs, and a vertical list; bound by heading whatever the order. */
import { expect, it } from 'vitest';
import { line, notices, said, tableIn } from '../core/tables/read.ts';

const TITLE = '财政拨款“三公”经费支出决算表';
const HEAD = [TITLE, '部门：某某局 | 2023年度 | | | | | | | | | | 金额单位：万元'];

it('reads the national twelve columns and their one line', () => {
  const table = tableIn(
    [
      ...HEAD,
      '预算数 | | | | | | 决算数 | | | | |',
      '合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | | | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | | | 公务接待费',
      '| | 小计 | 公务用车购置费 | 公务用车运行维护费 | | | | 小计 | 公务用车购置费 | 公务用车运行维护费 |',
      '1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12',
      '110.31 | 1.89 | 105.62 | 37.63 | 67.99 | 2.8 | 107.51 | 1.89 | 105.62 | 37.63 | 67.99 |',
      '注：预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数。',
    ],
    ['A3:F3', 'G3:L3', 'A4:A5', 'B4:B5', 'C4:E4', 'F4:F5', 'G4:G5', 'H4:H5', 'I4:K4', 'L4:L5'],
  );
  expect(table.rows.map((row) => row.key)).toEqual(['total', 'abroad', 'vehicles', 'vehicle-purchase', 'vehicle-running', 'reception']);
  expect(line(table, 'vehicles')).toEqual({ budget: '105.62', actual: '105.62' });
  expect(line(table, 'reception')).toEqual({ budget: '2.8', actual: 'blank' });
  expect(table.notes).toHaveLength(1);
  expect(notices(table)).toEqual([]);
});

it('reads pairs under each subject, 接待 before 车', () => {
  const table = tableIn(
    [
      ...HEAD,
      '合计 | | 因公出国（境）费 | | 公务接待费 | | 公务用车购置及运行费 | | | | |',
      '| | | | | | 小计 | | 公务用车购置费 | | 公务用车运行费 |',
      '预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数',
      '30 | 22 | 0 | 0 | 10 | 4 | 20 | 18 | 0 | 0 | 20 | 18',
    ],
    ['A3:B4', 'C3:D4', 'E3:F4', 'G3:L3', 'G4:H4', 'I4:J4', 'K4:L4'],
  );
  expect(line(table, 'reception')).toEqual({ budget: '10', actual: '4' });
  expect(line(table, 'vehicles')).toEqual({ budget: '20', actual: '18' });
  expect(line(table, 'vehicle-running')).toEqual({ budget: '20', actual: '18' });
});

it('reads a vertical list with last year’s figures beside', () => {
  const table = tableIn(
    [
      TITLE,
      '单位：万元',
      '项目 | 2022年度决算数 | 2023年度预算数 | 2023年度决算数 | 增减额',
      '合计 | 5 | 12 | 9 | 4',
      '1.因公出国（境）费用 | | 0 | 0 | 0',
      '2.公务接待费 | 1 | 2 | 1 | 0',
      '3.公务用车购置及运行维护费 | 4 | 10 | 8 | 4',
      '其中：（1）公务用车购置费 | | 0 | 0 | 0',
      '（2）公务用车运行维护费 | 4 | 10 | 8 | 4',
      '注：2023年数据。',
    ],
    [],
    '2023年三公',
  );
  expect(table.year).toBe(2023);
  expect(line(table, 'vehicles')).toMatchObject({ budget: '10', actual: '8' });
  expect(line(table, 'vehicle-purchase')).toMatchObject({ budget: '0', actual: '0' });
  expect(said(table, 'total', 'prior')).toBe('5');
});

it('has its line even when nothing is filled in, and says the table is empty', () => {
  const table = tableIn([
    ...HEAD,
    '预算数 | | | | | | 决算数 | | | | |',
    '合计 | 因公出国（境）费 | 公务用车购置费 | 公务用车运行维护费 | 公务用车购置及运行维护费 | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置费 | 公务用车运行维护费 | 公务用车购置及运行维护费 | 公务接待费',
    '1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12',
    '— | | | | | | — | | | | |',
    '说明：我单位本年度未发生“三公”经费，故本表无数据。',
  ]);
  expect(line(table, 'total')).toEqual({ budget: 'blank', actual: 'blank' });
  expect(notices(table)).toEqual(['empty']);
  expect(table.notices[0]?.message['zh-CN']).toContain('故本表无数据');
});

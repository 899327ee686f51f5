/** 科目编码与名称. */
import { describe, expect, it } from 'vitest';
import { codeNames } from '../../src/checks/code-names.ts';
import type { Table } from '../../src/core/tables/table.ts';
import { setOf, tableFrom } from '../support/tables.ts';
import { CHANGJI, review } from './review.ts';

const labels = {
  '201': '一般公共服务支出',
  '20103': '政府办公厅（室）及相关机构事务',
  '2010301': '行政运行',
  '2010302': '一般行政管理事务',
};
const ROWS = ['total', '201', '20103', '2010301', '2010302'];

function table(rows: readonly string[], statement = 'expenditure', names: Readonly<Record<string, string>> = labels): Table {
  return tableFrom(
    statement,
    ['total'],
    rows.map((row) => [row, [1]] as const),
    { labels: names },
  );
}

function messages(...tables: readonly Table[]): readonly string[] {
  return review(codeNames, setOf(tables)).findings.map(({ message }) => message['zh-CN']);
}

describe('code-names', () => {
  it('is silent where codes and names are in order', () => {
    expect(review(codeNames, CHANGJI).findings).toEqual([]);
    expect(messages(table(ROWS), table(ROWS, 'income', { ...labels, '2010301': '行政运行支出' }))).toEqual([]);
  });

  it.each([
    ['a code printed twice', [...ROWS, '2010302'], '出现两次'],
    ['an item without its 款', ['total', '201', '20103', '2010301', '2013401'], '上级科目 20134 不在本表中'],
    ['a 款 without its items', [...ROWS, '20134'], '没有列出下级科目'],
    ['codes out of order', ['total', '201', '20103', '2010301', '2010302', '2010399', '2010305', '2010306'], '未按顺序排列'],
  ] as const)('sees %s', (_, rows, words) => {
    const found = messages(table(rows));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });

  it('sees one code under two names, once', () => {
    const found = messages(
      table(ROWS),
      table(ROWS, 'income', { ...labels, '2010301': '事业运行' }),
      table(ROWS, 'general-budget-expenditure', { ...labels, '2010301': '事业运行' }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('2010301');
  });

  it('sees a name that is not the official one', () => {
    const rows = table(ROWS);
    const named = { ...rows, rows: rows.rows.map((row) => (row.key === '2010301' ? { ...row, officialName: '事业运行' } : row)) };
    expect(messages(named)[0]).toContain('政府收支分类科目的名称「事业运行」');
  });
});

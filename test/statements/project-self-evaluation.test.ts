/** 项目支出绩效自评表: one or many, each with 总分. */
import { expect, it } from 'vitest';
import type { Row } from '../core/tables/read.ts';
import { line, notices, recogniseSheets, said, sheet, tableIn, tablesIn } from '../core/tables/read.ts';

function form(name: string, title = true): readonly (string | Row)[] {
  return [
    ...(title ? ['项目支出绩效自评表', '（2023年度）'] : []),
    `项目名称 | | ${name}`,
    '主管部门 | | 某某局 | | 实施单位 | 某某中心',
    '项目资金（万元） | | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分',
    "| 年度资金总额 | | 20.45 | 20.45 | 16.08 | 10 | '78.63％' | 4.66",
    '| 其中：当年财政拨款 | | 0 | 0 | 0 | — | — | —',
    '| 其他资金 | | 20.45 | 20.45 | 16.08 | — | — | —',
    '年度总体目标 | 预期目标 | | | | 实际完成情况',
    '| 组织体检 | | | | 完成体检1次',
    '年度绩效指标完成情况 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施',
    '| 产\n出\n指\n标 | 数量指标 | 参加体检的人数（人） | =83人 | =65人 | 10 | 4.58 | 请假',
    '| | 数量指标 | 慰问次数（次） | >=1次 | =3次 | 10 | 10 |',
    '| 成本指标 | 社会成本指标 | | | | | |',
    '| 效益指标 | 社会效益指标 | 提高健康水平 | 提高 | 提高 | 70 | 30 |',
    '总分 | | | | | | 100 | 49.24 分 |',
  ];
}

it('reads funds, indicators and 总分', () => {
  const table = tableIn(form('机关运行补助经费'));
  expect(table.statement).toBe('project-self-evaluation');
  expect(table.fields.get('project-name')).toBe('机关运行补助经费');
  expect(table.fields.get('implementing-unit')).toBe('某某中心');
  expect(table.fields.get('overall-result')).toBe('完成体检1次');
  expect(table.year).toBe(2023);
  expect(line(table, 'funds-total')).toEqual({
    'initial-budget': '20.45',
    'full-budget': '20.45',
    executed: '16.08',
    weight: '10',
    rate: '78.63',
    score: '4.66',
  });
  expect(said(table, 'funds-other', 'executed')).toBe('16.08');
  expect(line(table, 'score-total')).toEqual({ weight: '100', score: '49.24' });
  expect(table.indicators.map(({ path, weight }) => [path.join('/'), weight?.reading.kind])).toEqual([
    ['产出指标/数量指标/参加体检的人数（人）', 'number'],
    ['产出指标/数量指标/慰问次数（次）', 'number'],
    ['效益指标/社会效益指标/提高健康水平', 'number'],
  ]);
  expect(table.indicators[0]).toMatchObject({ reason: '请假', target: '=83人' });
  expect(notices(table)).toEqual([]);
});

it('reads several on one sheet, with and without a title of their own, without calling them duplicates', () => {
  const tables = tablesIn(sheet('自评', [...form('甲'), '', ...form('乙'), ...form('丙', false)]), sheet('自评2', form('丁')));
  expect(tables.map((table) => table.fields.get('project-name'))).toEqual(['甲', '乙', '丙', '丁']);
  expect(tables.flatMap(notices)).toEqual([]);
  expect(tables[1]?.area.top).toBe(17);
  expect(tables.map((table) => table.indicators.length)).toEqual([3, 3, 3, 3]);
});

it('joins the accounts of its department', () => {
  const { sets } = recogniseSheets(
    sheet('1', form('甲')),
    sheet('2', [
      '支出决算表',
      '部门：某某局 | 2023年度 | 单位：万元',
      '科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出',
      '合计 | | 1 | 1 | 0',
    ]),
  );
  expect(sets.map((set) => [set.department, set.tables.length])).toEqual([['某某局', 2]]);
  expect(sets[0]?.tables[0]?.statement).toBe('project-self-evaluation');
});

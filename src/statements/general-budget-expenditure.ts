/** 公开05 一般公共预算财政拨款支出决算表: by 类, 款 and 项, basic and project expenditure. */
import { defineStatement } from '../core/tables/statement.ts';
import { FUNCTIONAL } from './shared/functional.ts';

export const generalBudgetExpenditure = defineStatement({
  id: 'general-budget-expenditure',
  number: '公开05',
  name: { 'zh-CN': '一般公共预算财政拨款支出决算表', en: 'Expenditure from the general public budget' },
  titles: [
    /一般公共(?:财政)?预算(?:财政)?(?:拨款)?(?:收入)?支出决算(?:明细|情况|具体情况)?表/,
    /(?<!基金预算|经营预算|国有资本经营|政府性基金)(?:公共预算)?财政拨款支出决算(?:明细)?表/,
  ],
  layout: {
    kind: 'coded-list',
    rows: [{ key: 'total', name: '合计', labels: ['总计', '本年支出合计'], required: true }],
    columns: [
      {
        key: 'total',
        name: '本年支出合计',
        labels: [
          '合计',
          '小计',
          '本年支出',
          '一般公共预算财政拨款支出决算数',
          '一般公共预算财政拨款支出',
          '支出合计',
          '总计',
          '本年支出小计',
        ],
      },
      { key: 'basic', name: '基本支出', labels: ['基本支出合计'], under: ['total'] },
      { key: 'project', name: '项目支出', labels: ['项目支出合计'], under: ['total'] },
      // Some regions (云南) print the whole flow of the year; only 本年支出 is this table's.
      { key: 'opening', name: '年初结转和结余', labels: ['年初结转', '上年结转和结余'], optional: true },
      { key: 'income', name: '本年收入', labels: ['本年收入合计'], optional: true },
      { key: 'closing', name: '年末结转和结余', labels: ['年末结转'], optional: true },
    ],
    classification: FUNCTIONAL,
  },
});

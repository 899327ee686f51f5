/** 公开06 一般公共预算财政拨款基本支出决算表: basic expenditure by economic subject, 人员经费 beside 公用经费. */
import { defineStatement } from '../core/tables/statement.ts';
import { ECONOMIC } from './shared/economic.ts';

const PERSONNEL = { key: 'personnel-total', name: '人员经费合计', labels: ['人员经费', '人员支出合计', '人员经费小计'] };
const OPERATING = {
  key: 'operating-total',
  name: '公用经费合计',
  labels: ['公用经费', '日常公用经费合计', '日常公用经费', '公用支出合计', '公用经费小计'],
};

export const generalBudgetBasicExpenditure = defineStatement({
  id: 'general-budget-basic-expenditure',
  number: '公开06',
  name: { 'zh-CN': '一般公共预算财政拨款基本支出决算表', en: 'Basic expenditure from the general public budget' },
  titles: [
    /一般公共(?:财政)?预算(?:财政)?(?:拨款)?基本支出决算(?:明细|情况|具体情况)?表/,
    /(?<!基金预算|经营预算)财政拨款基本支出决算(?:明细)?表/,
    /一般公共预算(?:财政拨款)?基本支出(?:经济分类)?决算(?:明细)?表/,
  ],
  layout: {
    kind: 'coded-lanes',
    rows: [
      { ...PERSONNEL, required: true },
      { ...OPERATING, required: true },
      { key: 'total', name: '合计', labels: ['总计', '基本支出合计', '合计总计'] },
    ],
    columns: [{ key: 'amount', name: '决算数', labels: ['金额', '决算金额', '合计', '小计', '本年决算数', '本年支出合计', '基本支出'] }],
    classification: ECONOMIC,
    totalsBeside: [PERSONNEL, OPERATING],
  },
});

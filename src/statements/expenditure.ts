/** 公开03 支出决算表: this year's expenditure by function and by kind. */
import { defineStatement } from '../core/tables/statement.ts';
import { FUNCTIONAL } from './shared/functional.ts';

export const expenditure = defineStatement({
  id: 'expenditure',
  number: '公开03',
  name: { 'zh-CN': '支出决算表', en: 'Expenditure' },
  titles: [/(?<!拨款|基本|项目|预算|经营|收入|基金|三公经费)支出决算(?:总|情况)?表/],
  layout: {
    kind: 'coded-list',
    rows: [{ key: 'total', name: '合计', labels: ['总计', '本年支出合计'], required: true }],
    columns: [
      { key: 'total', name: '本年支出合计', labels: ['合计', '小计', '本年支出', '支出合计', '总计'] },
      { key: 'basic', name: '基本支出', labels: ['基本支出合计'], under: ['total'] },
      { key: 'project', name: '项目支出', labels: ['项目支出合计'], under: ['total'] },
      { key: 'remittance-to-superior', name: '上缴上级支出', labels: ['上缴上级款'], under: ['total'] },
      { key: 'business', name: '经营支出', labels: ['事业单位经营支出'], under: ['total'] },
      { key: 'affiliate-subsidy', name: '对附属单位补助支出', labels: ['对附属单位补助', '对下级单位补助支出'], under: ['total'] },
    ],
    classification: FUNCTIONAL,
  },
});

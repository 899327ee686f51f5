/** 公开02 收入决算表: this year's income by function and by kind. */
import { defineStatement } from '../core/tables/statement.ts';
import { FUNCTIONAL } from './shared/functional.ts';

export const income = defineStatement({
  id: 'income',
  number: '公开02',
  name: { 'zh-CN': '收入决算表', en: 'Income' },
  titles: [/(?<!拨款|基金|预算|经营)收入决算(?:总|情况)?表/],
  layout: {
    kind: 'coded-list',
    rows: [{ key: 'total', name: '合计', labels: ['总计', '本年收入合计'], required: true }],
    columns: [
      { key: 'total', name: '本年收入合计', labels: ['合计', '小计', '本年收入', '收入合计', '总计'] },
      { key: 'fiscal', name: '财政拨款收入', labels: ['财政拨款', '财政补助收入'], under: ['total'] },
      { key: 'superior-subsidy', name: '上级补助收入', under: ['total'] },
      { key: 'institutional', name: '事业收入', under: ['total'] },
      { key: 'business', name: '经营收入', labels: ['事业单位经营收入'], under: ['total'] },
      { key: 'affiliate-remittance', name: '附属单位上缴收入', labels: ['附属单位缴款', '附属单位上缴款收入'], under: ['total'] },
      { key: 'other-income', name: '其他收入', under: ['total'] },
    ],
    classification: FUNCTIONAL,
  },
});

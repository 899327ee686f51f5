/** 公开08 政府性基金预算财政拨款收入支出决算表: opening balance, income, expenditure and closing balance by function. */
import { defineStatement } from '../core/tables/statement.ts';
import { FUNCTIONAL } from './shared/functional.ts';

export const governmentFund = defineStatement({
  id: 'government-fund',
  number: '公开08',
  name: { 'zh-CN': '政府性基金预算财政拨款收入支出决算表', en: 'Income and expenditure of government funds' },
  titles: [/政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入支出|收支|支出)决算(?:明细|总|情况|总体情况)?表/],
  layout: {
    kind: 'coded-list',
    rows: [{ key: 'total', name: '合计', labels: ['总计'], required: true }],
    columns: [
      { key: 'opening', name: '年初结转和结余', labels: ['年初结转结余', '上年结转和结余', '年初结转'] },
      { key: 'income', name: '本年收入', labels: ['本年收入合计', '收入'] },
      { key: 'total', name: '本年支出合计', labels: ['本年支出', '合计', '小计', '支出合计', '支出', '本年支出小计'] },
      { key: 'basic', name: '基本支出', labels: ['基本支出合计'], under: ['total'] },
      { key: 'project', name: '项目支出', labels: ['项目支出合计'], under: ['total'] },
      { key: 'closing', name: '年末结转和结余', labels: ['年末结转结余', '年末结转', '结转下年'] },
    ],
    classification: FUNCTIONAL,
  },
});

/** 公开01 收入支出决算总表: all income beside all expenditure by function, down to 收入总计 and 支出总计. */
import { defineStatement } from '../core/tables/statement.ts';
import { FUNCTIONAL } from './shared/functional.ts';

const AMOUNT = {
  key: 'amount',
  name: '决算数',
  labels: ['金额', '决算金额', '本年决算数', '金额（决算数）', '全年决算数', '决算', '本年数'],
};

export const finalAccountSummary = defineStatement({
  id: 'final-account-summary',
  number: '公开01',
  name: { 'zh-CN': '收入支出决算总表', en: 'Summary of final accounts' },
  titles: [/(?<!财政拨款)(?:收入支出|收支)决算总(?:体情况)?表/, /(?<!财政拨款|拨款)收入支出决算表\(总表\)/],
  layout: {
    kind: 'two-lanes',
    lanes: [
      {
        side: 'income',
        rows: [
          {
            key: 'general-budget',
            name: '一般公共预算财政拨款收入',
            labels: [
              '一般公共预算财政拨款',
              '公共预算财政拨款收入',
              '一般公共预算拨款收入',
              '财政拨款收入',
              '一般公共预算财政拨款收入（含专项）',
            ],
          },
          {
            key: 'government-fund',
            name: '政府性基金预算财政拨款收入',
            labels: ['政府性基金预算财政拨款', '政府性基金预算拨款收入', '政府性基金收入'],
          },
          { key: 'state-capital', name: '国有资本经营预算财政拨款收入', labels: ['国有资本经营预算财政拨款', '国有资本经营预算拨款收入'] },
          { key: 'superior-subsidy', name: '上级补助收入' },
          { key: 'institutional', name: '事业收入', labels: ['事业收入（含财政专户管理资金）'] },
          { key: 'business', name: '经营收入', labels: ['事业单位经营收入'] },
          { key: 'affiliate-remittance', name: '附属单位上缴收入', labels: ['附属单位缴款', '附属单位上缴款收入'] },
          { key: 'other-income', name: '其他收入' },
          { key: 'income-total', name: '本年收入合计', labels: ['收入合计', '本年收入', '本年收入小计'], required: true },
          {
            key: 'non-fiscal-balance-used',
            name: '使用非财政拨款结余（含专用结余）',
            labels: ['使用非财政拨款结余', '使用非财政拨款结余和专用结余', '用事业基金弥补收支差额', '用事业基金弥补收支总差额'],
          },
          { key: 'opening-balance', name: '年初结转和结余', labels: ['上年结转和结余', '年初结转结余', '上年结转'] },
          { key: 'income-grand-total', name: '收入总计', labels: ['总计', '合计'], required: true },
        ],
        columns: [AMOUNT],
      },
      {
        side: 'expenditure',
        rows: [
          { key: 'expenditure-total', name: '本年支出合计', labels: ['支出合计', '本年支出', '本年支出小计'], required: true },
          { key: 'balance-distribution', name: '结余分配' },
          { key: 'closing-balance', name: '年末结转和结余', labels: ['年末结转结余', '结转下年', '结转和结余'] },
          { key: 'expenditure-grand-total', name: '支出总计', labels: ['总计', '合计'], required: true },
        ],
        columns: [AMOUNT],
        classification: FUNCTIONAL,
      },
    ],
  },
});

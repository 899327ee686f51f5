/** 公开04 财政拨款收入支出决算总表: fiscal money only, its expenditure split into 一般公共预算, 政府性基金 and 国有资本经营. */
import { defineStatement } from '../core/tables/statement.ts';
import { FUNCTIONAL } from './shared/functional.ts';

const GENERAL = ['一般公共预算财政拨款收入', '一般公共预算拨款', '公共预算财政拨款', '一般公共预算', '一般公共财政预算拨款'];
const FUND = ['政府性基金预算财政拨款收入', '政府性基金预算拨款', '政府性基金预算', '政府性基金', '政府性基金财政拨款'];
const STATE_CAPITAL = ['国有资本经营预算财政拨款收入', '国有资本经营预算拨款', '国有资本经营预算', '国有资本经营', '国有资本经营财政拨款'];

export const fiscalAppropriationSummary = defineStatement({
  id: 'fiscal-appropriation-summary',
  number: '公开04',
  name: { 'zh-CN': '财政拨款收入支出决算总表', en: 'Summary of fiscal appropriations' },
  titles: [/财政拨款(?:收入支出|收支)决算总(?:体情况)?表/],
  layout: {
    kind: 'two-lanes',
    lanes: [
      {
        side: 'income',
        rows: [
          { key: 'general-budget', name: '一般公共预算财政拨款', labels: GENERAL },
          { key: 'government-fund', name: '政府性基金预算财政拨款', labels: FUND },
          { key: 'state-capital', name: '国有资本经营预算财政拨款', labels: STATE_CAPITAL },
          { key: 'income-total', name: '本年收入合计', labels: ['收入合计', '本年收入'], required: true },
          {
            key: 'opening-balance',
            name: '年初财政拨款结转和结余',
            labels: ['年初财政拨款结转结余', '年初结转和结余', '上年财政拨款结转和结余', '上年结转'],
          },
          {
            key: 'opening-balance-general',
            name: '年初一般公共预算财政拨款结转和结余',
            labels: ['一般公共预算财政拨款', ...GENERAL],
            after: 'opening-balance',
          },
          {
            key: 'opening-balance-fund',
            name: '年初政府性基金预算财政拨款结转和结余',
            labels: ['政府性基金预算财政拨款', ...FUND],
            after: 'opening-balance',
          },
          {
            key: 'opening-balance-state-capital',
            name: '年初国有资本经营预算财政拨款结转和结余',
            labels: ['国有资本经营预算财政拨款', ...STATE_CAPITAL],
            after: 'opening-balance',
          },
          { key: 'income-grand-total', name: '收入总计', labels: ['总计', '合计'], required: true },
        ],
        columns: [{ key: 'amount', name: '决算数', labels: ['金额', '决算金额', '本年决算数', '合计', '小计'] }],
      },
      {
        side: 'expenditure',
        rows: [
          { key: 'expenditure-total', name: '本年支出合计', labels: ['支出合计', '本年支出'], required: true },
          {
            key: 'closing-balance',
            name: '年末财政拨款结转和结余',
            labels: ['年末财政拨款结转结余', '年末结转和结余', '结转下年', '年末财政拨款结转'],
          },
          { key: 'expenditure-grand-total', name: '支出总计', labels: ['总计', '合计'], required: true },
        ],
        columns: [
          { key: 'total', name: '合计', labels: ['小计', '总计', '金额', '本年支出合计'] },
          { key: 'general', name: '一般公共预算财政拨款', labels: GENERAL, under: ['total'] },
          { key: 'fund', name: '政府性基金预算财政拨款', labels: FUND, under: ['total'] },
          { key: 'state-capital', name: '国有资本经营预算财政拨款', labels: STATE_CAPITAL, under: ['total'] },
        ],
        classification: FUNCTIONAL,
      },
    ],
  },
});

/** 机关运行经费 = 公开06公用经费合计: for a unit declared (补充资料) to be purely administrative or 参公; others run some of it through 事业 units. */
import { defineCheck } from '../core/relations/check.ts';
import { sameAmount } from '../core/relations/draft.ts';
import { figureAt } from '../core/tables/table.ts';
import { tableOf } from '../core/tables/table-set.ts';

export const operatingExpenses = defineCheck({
  id: 'operating-expenses',
  title: { 'zh-CN': '机关运行经费等于公用经费', en: 'Operating funds equal operating expenditure' },
  severity: 'error',
  rules: ['X15'],
  relations: (accounts) => {
    const kind = accounts.facts.get('事实/单位性质')?.text ?? '';
    const administrative = /参公|参照公务员/.test(kind) || (/行政/.test(kind) && !/事业/.test(kind));
    if (!administrative) return [];
    return sameAmount(
      accounts.facts.get('事实/机关运行经费/本年')?.figure,
      figureAt(tableOf(accounts, 'general-budget-basic-expenditure'), 'operating-total', 'amount'),
      { 'zh-CN': '机关运行经费 = 公开06公用经费合计', en: 'Operating funds = operating expenditure of table 06' },
    );
  },
});

/** 机关运行经费 = 公开06公用经费合计: for a unit declared (补充资料) to be purely administrative or 参公; others run some of it through 事业 units. */
import { defineCheck } from '../core/relations/check.ts';
import { sameAmount } from '../core/relations/draft.ts';
import { type Fact, findFact } from '../core/tables/facts.ts';
import { figureAt } from '../core/tables/table.ts';
import { tableOf, type TableSet } from '../core/tables/table-set.ts';

/** Lines of 补充资料. */
const KIND_OF_UNIT = ['事实/单位/单位性质', '事实/单位性质'];
const OPERATING_FUNDS = ['事实/机关运行/机关运行经费', '事实/机关运行经费/本年'];

export const operatingExpenses = defineCheck({
  id: 'operating-expenses',
  title: { 'zh-CN': '机关运行经费等于公用经费', en: 'Operating funds equal operating expenditure' },
  severity: 'error',
  rules: ['X15'],
  relations: (accounts) => {
    const kind = typed(accounts, KIND_OF_UNIT)?.text ?? '';
    const administrative = /参公|参照公务员/.test(kind) || (/行政/.test(kind) && !/事业/.test(kind));
    if (!administrative) return [];
    return sameAmount(
      typed(accounts, OPERATING_FUNDS)?.figure,
      figureAt(tableOf(accounts, 'general-budget-basic-expenditure'), 'operating-total', 'amount'),
      { 'zh-CN': '机关运行经费 = 公开06公用经费合计', en: 'Operating funds = operating expenditure of table 06' },
    );
  },
});

function typed(accounts: TableSet, keys: readonly string[]): Fact | undefined {
  return keys.map((key) => findFact(accounts.facts, key, accounts.year)).find((fact) => fact !== undefined);
}

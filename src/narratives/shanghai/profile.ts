/** 《部门决算公开说明》 as departments of Shanghai publish it (上海): final against initial budget, 完成年初预算的x%, each item with its purpose and reason. */
import { defineNarrative, USUAL_CONVENTIONS } from '../../core/narrative/profile.ts';
import basicExpenditure from '../shared/basic-expenditure.liquid';
import duties from '../shared/duties.liquid';
import expenditure from '../shared/expenditure.liquid';
import fiscalAppropriation from '../shared/fiscal-completion.liquid';
import generalBudget from '../shared/general-budget-change.liquid';
import generalBudgetStructure from '../shared/general-budget-structure.liquid';
import glossary from '../shared/glossary.liquid';
import income from '../shared/income.liquid';
import operatingFunds from '../shared/operating-funds.liquid';
import performance from '../shared/performance.liquid';
import procurement from '../shared/procurement.liquid';
import { isShanghai } from '../shared/regions.ts';
import staff from '../shared/staff.liquid';
import stateAssets from '../shared/state-assets.liquid';
import tables from '../shared/tables.liquid';
import threePublicDetails from '../shared/three-public-details.liquid';
import generalBudgetItems from './general-budget-items.liquid';
import governmentFund from './government-fund.liquid';
import overall from './overall.liquid';
import stateCapital from './state-capital.liquid';
import threePublicTotals from './three-public-totals.liquid';

export const shanghai = defineNarrative({
  id: 'shanghai',
  name: { 'zh-CN': '上海：年初预算到决算，逐项写用途和原因', en: 'Shanghai: budget to final account, purpose and reason of each item' },
  title: '{{单位}}{{年度}}年度部门决算',
  conventions: { ...USUAL_CONVENTIONS, zeroChange: 'level' },
  suits: isShanghai,
  sections: [
    { id: 'part-overview', depth: 1, heading: '第一部分 单位概况', template: '' },
    { id: 'duties', depth: 2, heading: '一、主要职能', template: duties },
    { id: 'staff', depth: 2, heading: '二、机构设置及人员情况', template: staff },
    { id: 'tables', depth: 1, heading: '第二部分 {{年度}}年度部门决算表', template: tables },
    { id: 'part-explanation', depth: 1, heading: '第三部分 {{年度}}年度部门决算情况说明', template: '' },
    { id: 'overall', depth: 2, heading: '一、收入支出决算总体情况说明', template: overall },
    { id: 'income', depth: 2, heading: '二、收入决算情况说明', template: income },
    { id: 'expenditure', depth: 2, heading: '三、支出决算情况说明', template: expenditure },
    { id: 'fiscal-appropriation', depth: 2, heading: '四、财政拨款收入支出决算总体情况说明', template: fiscalAppropriation },
    { id: 'part-general-budget', depth: 2, heading: '五、一般公共预算财政拨款支出决算情况说明', template: '' },
    { id: 'general-budget', depth: 3, heading: '（一）一般公共预算财政拨款支出决算总体情况', template: generalBudget },
    { id: 'general-budget-structure', depth: 3, heading: '（二）一般公共预算财政拨款支出决算结构情况', template: generalBudgetStructure },
    { id: 'general-budget-items', depth: 3, heading: '（三）一般公共预算财政拨款支出决算具体情况', template: generalBudgetItems },
    { id: 'basic-expenditure', depth: 2, heading: '六、一般公共预算财政拨款基本支出决算情况说明', template: basicExpenditure },
    { id: 'part-three-public', depth: 2, heading: '七、“三公”经费财政拨款支出决算情况说明', template: '' },
    { id: 'three-public-totals', depth: 3, heading: '（一）“三公”经费财政拨款支出决算总体情况说明', template: threePublicTotals },
    { id: 'three-public-details', depth: 3, heading: '（二）“三公”经费财政拨款支出决算具体情况说明', template: threePublicDetails },
    { id: 'government-fund', depth: 2, heading: '八、政府性基金预算财政拨款收入支出决算情况说明', template: governmentFund },
    { id: 'state-capital', depth: 2, heading: '九、国有资本经营预算财政拨款收入支出决算情况说明', template: stateCapital },
    { id: 'performance', depth: 2, heading: '十、预算绩效情况说明', template: performance },
    { id: 'part-other', depth: 2, heading: '十一、其他重要事项的情况说明', template: '' },
    { id: 'operating-funds', depth: 3, heading: '（一）机关运行经费支出情况', template: operatingFunds },
    { id: 'procurement', depth: 3, heading: '（二）政府采购支出情况', template: procurement },
    { id: 'state-assets', depth: 3, heading: '（三）国有资产占有使用情况', template: stateAssets },
    { id: 'glossary', depth: 1, heading: '第四部分 名词解释', template: glossary },
  ],
});

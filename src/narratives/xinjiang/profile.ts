/** 《部门决算公开说明》 as departments of Xinjiang publish it (新疆): four parts, twelve numbered items, signed 预决算差异率, items gone since last year listed last. */
import { defineNarrative, USUAL_CONVENTIONS } from '../../core/narrative/profile.ts';
import basicExpenditure from '../shared/basic-expenditure.liquid';
import duties from '../shared/duties.liquid';
import expenditure from '../shared/expenditure.liquid';
import generalBudgetStructure from '../shared/general-budget-structure.liquid';
import glossary from '../shared/glossary.liquid';
import governmentFund from '../shared/government-fund.liquid';
import income from '../shared/income.liquid';
import operatingFunds from '../shared/operating-funds.liquid';
import overall from '../shared/overall.liquid';
import performance from '../shared/performance.liquid';
import procurement from '../shared/procurement.liquid';
import { isXinjiang } from '../shared/regions.ts';
import staff from '../shared/staff.liquid';
import stateAssets from '../shared/state-assets.liquid';
import stateCapital from '../shared/state-capital.liquid';
import tables from '../shared/tables.liquid';
import fiscalAppropriation from './fiscal-appropriation.liquid';
import generalBudgetItems from './general-budget-items.liquid';
import generalBudget from './general-budget.liquid';
import otherMatters from './other-matters.liquid';
import threePublicExpenses from './three-public-expenses.liquid';

export const xinjiang = defineNarrative({
  id: 'xinjiang',
  name: { 'zh-CN': '新疆：部门决算公开说明', en: 'Xinjiang: departmental final account disclosure' },
  title: '{{单位}}{{年度}}年度部门决算公开说明',
  conventions: USUAL_CONVENTIONS,
  suits: isXinjiang,
  sections: [
    { id: 'part-overview', depth: 1, heading: '第一部分 单位概况', template: '' },
    { id: 'duties', depth: 2, heading: '一、主要职能', template: duties },
    { id: 'staff', depth: 2, heading: '二、机构设置及人员情况', template: staff },
    { id: 'part-explanation', depth: 1, heading: '第二部分 部门决算情况说明', template: '' },
    { id: 'overall', depth: 2, heading: '一、收入支出决算总体情况说明', template: overall },
    { id: 'income', depth: 2, heading: '二、收入决算情况说明', template: income },
    { id: 'expenditure', depth: 2, heading: '三、支出决算情况说明', template: expenditure },
    { id: 'fiscal-appropriation', depth: 2, heading: '四、财政拨款收入支出决算总体情况说明', template: fiscalAppropriation },
    { id: 'part-general-budget', depth: 2, heading: '五、一般公共预算财政拨款支出决算情况说明', template: '' },
    { id: 'general-budget', depth: 3, heading: '（一）一般公共预算财政拨款支出决算总体情况', template: generalBudget },
    { id: 'general-budget-structure', depth: 3, heading: '（二）一般公共预算财政拨款支出决算结构情况', template: generalBudgetStructure },
    { id: 'general-budget-items', depth: 3, heading: '（三）一般公共预算财政拨款支出决算具体情况', template: generalBudgetItems },
    { id: 'basic-expenditure', depth: 2, heading: '六、一般公共预算财政拨款基本支出决算情况说明', template: basicExpenditure },
    { id: 'three-public-expenses', depth: 2, heading: '七、财政拨款“三公”经费支出决算情况说明', template: threePublicExpenses },
    { id: 'government-fund', depth: 2, heading: '八、政府性基金预算财政拨款收入支出决算情况说明', template: governmentFund },
    { id: 'state-capital', depth: 2, heading: '九、国有资本经营预算财政拨款收入支出决算情况说明', template: stateCapital },
    { id: 'part-other', depth: 2, heading: '十、其他重要事项的情况说明', template: '' },
    { id: 'operating-funds', depth: 3, heading: '（一）机关运行经费支出情况', template: operatingFunds },
    { id: 'procurement', depth: 3, heading: '（二）政府采购情况', template: procurement },
    { id: 'state-assets', depth: 3, heading: '（三）国有资产占用情况说明', template: stateAssets },
    { id: 'performance', depth: 2, heading: '十一、预算绩效的情况说明', template: performance },
    { id: 'other-matters', depth: 2, heading: '十二、其他需说明的事项', template: otherMatters },
    { id: 'glossary', depth: 1, heading: '第三部分 专业名词解释', template: glossary },
    { id: 'tables', depth: 1, heading: '第四部分 部门决算报表（见附表）', template: tables },
  ],
});

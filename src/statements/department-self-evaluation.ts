/** 部门（单位）整体支出绩效目标自评表: funds by source, 执行率, and the indicators of the whole department. */
import { defineStatement } from '../core/tables/statement.ts';
import { EVALUATION_COLUMNS, INDICATOR_COLUMNS, SCORE_TOTAL } from './shared/evaluation.ts';

export const departmentSelfEvaluation = defineStatement({
  id: 'department-self-evaluation',
  number: '',
  name: { 'zh-CN': '部门（单位）整体支出绩效目标自评表', en: 'Self-evaluation of the department' },
  titles: [/整体(?:支出)?绩效(?:目标)?(?:完成情况)?自评(?:价)?表/, /(?:部门|单位|\(单位\))整体支出绩效(?:目标)?自评/],
  layout: {
    kind: 'form',
    fields: [
      { key: 'department-name', labels: ['部门（单位）名称', '部门名称', '单位名称', '预算部门', '预算单位', '部门（单位）'], at: 'right' },
      { key: 'overall-goal', labels: ['预期目标', '年初设定目标', '年初目标', '预期总体目标'], at: 'below' },
      { key: 'overall-result', labels: ['实际完成情况', '全年实际完成情况', '目标实际完成情况'], at: 'below' },
    ],
    rows: [
      { key: 'source-central', name: '中央安排', labels: ['中央资金', '中央财政资金', '中央补助'] },
      {
        key: 'source-region',
        name: '自治区安排',
        labels: ['省级安排', '自治区（省）安排', '省级资金', '自治区资金', '省（区、市）安排', '省级财政资金'],
      },
      {
        key: 'source-prefecture',
        name: '地（州、市）安排',
        labels: ['地州市安排', '市级安排', '州级安排', '市级资金', '本级安排', '市级财政资金'],
      },
      {
        key: 'source-county',
        name: '县（市、区）安排',
        labels: ['县市区安排', '县级安排', '区县安排', '县级资金', '县（区）安排', '区县级资金'],
      },
      { key: 'source-other', name: '其他资金', labels: ['其它资金', '其他安排', '单位资金'] },
      { key: 'source-total', name: '合计', labels: ['资金合计', '总计', '年度资金总额'], required: true },
    ],
    columns: EVALUATION_COLUMNS,
    rated: 'source-total',
    indicators: INDICATOR_COLUMNS,
    total: SCORE_TOTAL,
  },
});

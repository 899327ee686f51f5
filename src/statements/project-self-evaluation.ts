/** 项目支出绩效自评表: one project's funds, 执行率, indicators and 总分; a department has many. */
import { defineStatement } from '../core/tables/statement.ts';
import { EVALUATION_COLUMNS, INDICATOR_COLUMNS, SCORE_TOTAL } from './shared/evaluation.ts';

export const projectSelfEvaluation = defineStatement({
  id: 'project-self-evaluation',
  number: '',
  name: { 'zh-CN': '项目支出绩效自评表', en: 'Self-evaluation of a project' },
  titles: [/项目(?:支出)?(?:预算)?绩效(?:目标)?(?:完成情况)?自评(?:价)?表/],
  repeats: true,
  layout: {
    kind: 'form',
    begins: '项目名称',
    fields: [
      { key: 'project-name', labels: ['项目名称'], at: 'right' },
      { key: 'supervising-department', labels: ['主管部门', '主管部门及代码', '预算部门'], at: 'right' },
      { key: 'implementing-unit', labels: ['实施单位', '项目实施单位', '项目单位', '预算单位'], at: 'right' },
      { key: 'overall-goal', labels: ['预期目标', '年初设定目标', '年初目标', '预期总体目标'], at: 'below' },
      { key: 'overall-result', labels: ['实际完成情况', '全年实际完成情况', '目标实际完成情况'], at: 'below' },
    ],
    rows: [
      { key: 'funds-total', name: '年度资金总额', labels: ['资金总额', '年度资金总额（万元）', '合计', '总计'], required: true },
      {
        key: 'funds-current-fiscal',
        name: '其中：当年财政拨款',
        labels: ['当年财政拨款', '财政拨款', '本年财政拨款', '财政资金', '当年财政资金', '一般公共预算', '本年一般公共预算拨款'],
      },
      { key: 'funds-carried-over', name: '上年结转资金', labels: ['上年结转', '上年结转结余资金', '以前年度结转资金'] },
      { key: 'funds-other', name: '其他资金', labels: ['其它资金', '单位资金'] },
      { key: 'funds-special-account', name: '财政专户管理资金', labels: ['财政专户资金'] },
    ],
    columns: EVALUATION_COLUMNS,
    rated: 'funds-total',
    indicators: INDICATOR_COLUMNS,
    total: SCORE_TOTAL,
  },
});

/** What the two self-evaluation forms (绩效自评表) have in common: the columns of the funds block, of the indicators, and 总分. */
import type { ColumnDefinition, IndicatorColumn, RowDefinition } from '../../core/tables/statement.ts';

export const EVALUATION_COLUMNS: readonly ColumnDefinition[] = [
  { key: 'initial-budget', name: '年初预算数', labels: ['年初预算', '年初预算金额', '预算数'] },
  {
    key: 'full-budget',
    name: '全年预算数',
    labels: ['全年预算', '调整后预算', '调整后预算数', '全年预算金额', '调整预算数', '全年预算数（A）'],
  },
  { key: 'executed', name: '全年执行数', labels: ['全年执行', '执行数', '全年执行金额', '实际执行数', '预算执行数', '全年执行数（B）'] },
  { key: 'weight', name: '分值', labels: ['分值权重', '权重', '分值（权重）'], measure: 'points' },
  { key: 'rate', name: '执行率', labels: ['预算执行率', '执行率（B/A）', '执行率（%）'], measure: 'rate' },
  { key: 'score', name: '得分', labels: ['自评得分', '执行率得分'], measure: 'points' },
];

export const INDICATOR_COLUMNS: readonly IndicatorColumn[] = [
  { part: 'level-1', labels: ['一级指标'] },
  { part: 'level-2', labels: ['二级指标'] },
  { part: 'level-3', labels: ['三级指标', '指标名称', '绩效指标'] },
  { part: 'target', labels: ['预期指标值', '年度指标值', '指标值', '目标值', '年度目标值', '年初指标值', '预期值', '年度指标值（A）'] },
  { part: 'basis', labels: ['指标值设定依据', '设定依据', '指标值依据', '指标值来源'] },
  { part: 'weight', labels: ['分值权重', '分值', '权重', '分值（权重）'] },
  { part: 'actual', labels: ['实际完成指标值', '实际完成值', '完成值', '实际完成情况', '全年完成值', '全年实际值', '实际完成值（B）'] },
  { part: 'score', labels: ['得分', '自评得分'] },
  {
    part: 'reason',
    labels: [
      '偏差原因分析及改进措施',
      '偏差原因',
      '偏差原因分析',
      '未完成原因分析',
      '偏差原因分析与改进措施',
      '未完成原因及拟采取的改进措施',
      '备注',
    ],
  },
];

export const SCORE_TOTAL: RowDefinition = { key: 'score-total', name: '总分', labels: ['总计', '合计', '总得分', '自评总分'] };

/** 分值合计 100，总分 = Σ得分: the weights of a form make 100, and the total score is the sum of the scores. */
import { constant, difference, figure, sum } from '../core/expressions/expression.ts';
import type { Figure } from '../core/expressions/figure.ts';
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { exactly, isBlank, relation } from '../core/relations/draft.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

const EXECUTION_ROWS = ['source-total', 'funds-total'];

export const scoreTotal = defineCheck({
  id: 'score-total',
  title: { 'zh-CN': '分值与总分', en: 'Weights and total score' },
  severity: 'error',
  rules: ['P09', 'P10'],
  relations: (accounts) =>
    ['department-self-evaluation', 'project-self-evaluation'].flatMap((statement) =>
      tablesOf(accounts, statement).flatMap((table) => [...weights(table), ...scores(table)]),
    ),
});

function weights(table: Table): readonly RelationDraft[] {
  const execution = execute(table, 'weight');
  const parts = table.indicators.flatMap((indicator) => indicator.weight ?? []);
  if (execution === undefined || parts.length === 0) return [];
  const printed = figureAt(table, 'score-total', 'weight');
  if (printed === undefined || isBlank(printed)) {
    return relation(
      exactly(execution),
      'equal',
      difference(constant(100), ...parts.map((part) => figure(exactly(part)))),
      { 'zh-CN': '预算执行分值 = 100 − Σ各指标分值', en: 'Weight of execution = 100 − the weights of the indicators' },
      { along: 'column', severity: 'warning' },
    );
  }
  return [
    ...relation(
      exactly(printed),
      'equal',
      sum([execution, ...parts].map((part) => figure(exactly(part)))),
      { 'zh-CN': '分值合计 = Σ各项分值', en: 'Total weight = the sum of the weights' },
      { along: 'column' },
    ),
    ...relation(
      exactly(printed),
      'equal',
      constant(100),
      { 'zh-CN': '分值合计 = 100', en: 'Weights total 100' },
      { along: 'row', severity: 'warning' },
    ),
  ];
}

function scores(table: Table): readonly RelationDraft[] {
  const execution = execute(table, 'score');
  const printed = figureAt(table, 'score-total', 'score');
  const parts = table.indicators.flatMap((indicator) => indicator.score ?? []);
  if (execution === undefined || parts.length === 0 || isBlank(printed)) return [];
  return relation(
    printed,
    'equal',
    sum([execution, ...parts].map(figure)),
    { 'zh-CN': '总分 = Σ各项得分', en: 'Total score = the sum of the scores' },
    { along: 'column' },
  );
}

function execute(table: Table, column: string): Figure | undefined {
  return EXECUTION_ROWS.flatMap((row) => figureAt(table, row, column) ?? []).find((found) => !isBlank(found));
}

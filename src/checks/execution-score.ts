/** 预算执行得分: 分值 × 执行率 (部门整体表) or 分值 × (执行率 − 60%) ÷ 40% (项目表); a region may use either for both. */
import { constant, difference, type Expression, figure, maximum, product, quotient } from '../core/expressions/expression.ts';
import type { Figure } from '../core/expressions/figure.ts';
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { firstThatHolds } from '../core/relations/convention.ts';
import { exactly, isBlank, relation } from '../core/relations/draft.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

type Convention = (weight: Figure, rate: Figure) => { readonly expected: Expression; readonly why: RelationDraft['why'] };

const PROPORTIONAL: Convention = (weight, rate) => ({
  expected: product(figure(exactly(weight)), figure(rate)),
  why: { 'zh-CN': '得分 = 分值 × 执行率', en: 'Score = weight × execution rate' },
});

const ABOVE_SIXTY: Convention = (weight, rate) => ({
  expected: product(figure(exactly(weight)), quotient(maximum(constant(0), difference(figure(rate), constant('0.6'))), constant('0.4'))),
  why: {
    'zh-CN': '得分 = 分值 × (执行率 − 60%) ÷ (1 − 60%)，执行率低于 60% 得 0 分',
    en: 'Score = weight × (rate − 60%) ÷ (1 − 60%), 0 below 60%',
  },
});

/** Usual way first. */
const FORMS: readonly (readonly [statement: string, conventions: readonly Convention[]])[] = [
  ['department-self-evaluation', [PROPORTIONAL, ABOVE_SIXTY]],
  ['project-self-evaluation', [ABOVE_SIXTY, PROPORTIONAL]],
];

export const executionScore = defineCheck({
  id: 'execution-score',
  title: { 'zh-CN': '预算执行得分', en: 'Score for budget execution' },
  severity: 'error',
  rules: ['P05', 'P06'],
  relations: (accounts) =>
    FORMS.flatMap(([statement, conventions]) => tablesOf(accounts, statement).flatMap((table) => scores(table, conventions))),
});

function scores(table: Table, conventions: readonly Convention[]): readonly RelationDraft[] {
  return table.rows.flatMap((row) => {
    const score = figureAt(table, row.key, 'score');
    const weight = figureAt(table, row.key, 'weight');
    const rate = figureAt(table, row.key, 'rate');
    if (row.key === 'score-total' || score === undefined || weight === undefined || rate === undefined) return [];
    if (isBlank(score) || isBlank(weight) || isBlank(rate)) return [];
    // More than the whole budget spent scores the whole weight; regions differ in what they take off.
    if (rate.reading.kind === 'number' && rate.reading.value.gt(1)) return [];
    return firstThatHolds(
      conventions.flatMap((convention) => {
        const { expected, why } = convention(weight, rate);
        return relation(score, 'equal', expected, why, { along: 'row' });
      }),
    );
  });
}

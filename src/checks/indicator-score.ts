/** 指标得分: never above its weight; full when the target is met, otherwise by one of the known ways (完成率 or 60% 起算). */
import { constant, difference, type Expression, figure, maximum, product, quotient } from '../core/expressions/expression.ts';
import type { Figure } from '../core/expressions/figure.ts';
import { type Decimal, ONE, roundTo, ZERO } from '../core/number/decimal.ts';
import { PERCENT } from '../core/number/unit.ts';
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { firstThatHolds } from '../core/relations/convention.ts';
import { exactly, isBlank, relation } from '../core/relations/draft.ts';
import { readIndicatorValue } from '../core/relations/indicator-value.ts';
import type { Indicator, Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

export const indicatorScore = defineCheck({
  id: 'indicator-score',
  title: { 'zh-CN': '指标得分', en: 'Scores of indicators' },
  severity: 'warning',
  rules: ['P07', 'P08'],
  relations: (accounts) =>
    ['department-self-evaluation', 'project-self-evaluation'].flatMap((statement) =>
      tablesOf(accounts, statement).flatMap((table) =>
        table.indicators.flatMap((indicator) => [...withinWeight(indicator), ...earned(table, indicator)]),
      ),
    ),
});

function withinWeight({ score, weight }: Indicator): readonly RelationDraft[] {
  if (weight === undefined || isBlank(weight)) return [];
  return relation(
    score,
    'at-most',
    figure(exactly(weight)),
    { 'zh-CN': '得分 ≤ 分值', en: 'A score is within its weight' },
    { along: 'row', severity: 'error' },
  );
}

function earned(table: Table, indicator: Indicator): readonly RelationDraft[] {
  const { score, weight } = indicator;
  if (score === undefined || weight === undefined || isBlank(score) || isBlank(weight)) return [];
  const degree = degreeOf(indicator);
  if (degree === undefined) return [];
  const full = draft(score, figure(exactly(weight)), '已达到指标值，得满分', 'The target is met: full score');
  if (degree.kind === 'met') return full;
  const rate = rateFigure(table, indicator, degree.ratio);
  const ways = [
    ...draft(
      score,
      product(figure(exactly(weight)), aboveSixty(rate)),
      '得分 = 分值 × (完成率 − 60%) ÷ (1 − 60%)',
      'Score = weight × (completion − 60%) ÷ (1 − 60%)',
    ),
    ...draft(score, product(figure(exactly(weight)), figure(rate)), '得分 = 分值 × 完成率', 'Score = weight × completion'),
  ];
  // Costs below their ceiling: some give the full score, some score the share that was spent.
  return firstThatHolds(degree.kind === 'saved' ? [...full, ...ways] : ways).map((one): RelationDraft => ({ ...one, severity: 'info' }));
}

type Degree = { readonly kind: 'met' } | { readonly kind: 'short' | 'saved'; readonly ratio: Decimal };

/** Undefined where words, dates or different units leave nothing to compute. */
function degreeOf({ target, actual }: Indicator): Degree | undefined {
  const wanted = readIndicatorValue(target);
  const reached = readIndicatorValue(actual);
  if (wanted.operator === undefined || wanted.number === undefined || reached.number === undefined || !wanted.number.gt(0))
    return undefined;
  if (wanted.unit !== reached.unit) return undefined;
  const ratio = reached.number.div(wanted.number);
  if (wanted.operator === '<=') {
    // Above a ceiling there are many ways to take points off.
    if (ratio.gt(1)) return undefined;
    return ratio.eq(1) ? { kind: 'met' } : { kind: 'saved', ratio };
  }
  if (ratio.lt(0)) return undefined;
  if (ratio.lt(1)) return { kind: 'short', ratio };
  // «=30» with 32 done is scored as met by most, and reduced by some.
  return wanted.operator === '=' && ratio.gt(1) ? undefined : { kind: 'met' };
}

function aboveSixty(rate: Figure): Expression {
  return quotient(maximum(constant(ZERO), difference(figure(rate), constant('0.6'))), constant('0.4'));
}

// 完成率 is printed nowhere; it stands for the cell of the actual value, rounded as rates are printed.
function rateFigure(table: Table, indicator: Indicator, ratio: Decimal): Figure {
  return {
    ref: indicator.actualRef ?? indicator.ref,
    reading: { kind: 'number', value: roundTo(ratio, 4) },
    quantum: ONE.div(10_000),
    unit: PERCENT,
    decimals: 2,
    row: indicator.name,
    column: '完成率',
    table: table.id,
    rowKey: indicator.key,
    columnKey: 'completion',
  };
}

function draft(stated: Figure, expected: Expression, zh: string, en: string): readonly RelationDraft[] {
  return relation(stated, 'equal', expected, { 'zh-CN': zh, en }, { along: 'row' });
}

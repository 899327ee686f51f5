/** 指标值的写法: a number without an operator where the form has them, a weight of 0, and «=» targets that were exceeded. */
import { defineCheck, type ObservationDraft } from '../core/relations/check.ts';
import { readIndicatorValue } from '../core/relations/indicator-value.ts';
import type { Indicator, Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

export const indicatorTarget = defineCheck({
  id: 'indicator-target',
  title: { 'zh-CN': '指标值的写法', en: 'How targets are written' },
  severity: 'warning',
  rules: ['P11', 'P12'],
  observations: (accounts) =>
    ['department-self-evaluation', 'project-self-evaluation'].flatMap((statement) =>
      tablesOf(accounts, statement).flatMap((table) => [...withoutOperator(table), ...withoutWeight(table), ...exceeded(table)]),
    ),
});

// Many regions write no operators at all; it is the odd one out that is a slip.
function withoutOperator(table: Table): readonly ObservationDraft[] {
  const numeric = table.indicators.filter(({ target }) => readIndicatorValue(target).number !== undefined);
  const bare = numeric.filter(({ target }) => readIndicatorValue(target).operator === undefined);
  if (bare.length * 3 > numeric.length) return [];
  return bare.map((indicator) => ({
    at: indicator.ref,
    message: {
      'zh-CN': `指标「${indicator.name}」的指标值「${indicator.target}」没有写 =、≥ 或 ≤，无法判断是否完成。请补上。`,
      en: `The target «${indicator.target}» of «${indicator.name}» has no =, ≥ or ≤: nobody can tell whether it was met. Add one.`,
    },
  }));
}

function withoutWeight(table: Table): readonly ObservationDraft[] {
  return table.indicators
    .filter(({ weight }) => weight?.reading.kind === 'number' && weight.reading.value.isZero())
    .map((indicator) => ({
      at: indicator.ref,
      message: {
        'zh-CN': `指标「${indicator.name}」的分值为 0，不影响得分。请分配分值，或删去该指标。`,
        en: `«${indicator.name}» has a weight of 0 and does not count. Give it a weight or leave it out.`,
      },
    }));
}

function exceeded(table: Table): readonly ObservationDraft[] {
  const over = table.indicators.filter((indicator) => isExceeded(indicator));
  const first = over[0];
  if (first === undefined) return [];
  const examples = over
    .slice(0, 3)
    .map(({ name, target, actual }) => `${name} ${target} → ${actual}`)
    .join('；');
  return [
    {
      at: first.ref,
      severity: 'info',
      message: {
        'zh-CN': `${over.length} 个指标的指标值写作“=”而实际超过（${examples}）。如超额也算完成，指标值宜写作“≥”。`,
        en: `${over.length} target(s) written with «=» were exceeded (${examples}). If more is also met, write «≥».`,
      },
    },
  ];
}

function isExceeded({ target, actual }: Indicator): boolean {
  const wanted = readIndicatorValue(target);
  const reached = readIndicatorValue(actual);
  return (
    wanted.operator === '=' &&
    wanted.number !== undefined &&
    reached.number !== undefined &&
    wanted.unit === reached.unit &&
    reached.number.gt(wanted.number)
  );
}

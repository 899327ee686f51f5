/** 同一事实前后一致: one result scored in two ways, and a 完成率 or 覆盖率 of 100% beside a count that was not reached. */
import { defineCheck, type ObservationDraft } from '../core/relations/check.ts';
import { indicatorName, type IndicatorValue, readIndicatorValue } from '../core/relations/indicator-value.ts';
import type { Figure } from '../core/expressions/figure.ts';
import type { Decimal } from '../core/number/decimal.ts';
import type { Indicator, Table } from '../core/tables/table.ts';
import { tablesOf, type TableSet } from '../core/tables/table-set.ts';

interface Line {
  readonly table: Table;
  readonly indicator: Indicator;
  readonly name: string;
  readonly target: IndicatorValue;
  readonly actual: IndicatorValue;
}

export const indicatorConsistency = defineCheck({
  id: 'indicator-consistency',
  title: { 'zh-CN': '自评指标前后一致', en: 'Indicators agree with each other' },
  severity: 'warning',
  rules: ['P13'],
  observations: (accounts) => {
    const lines = linesOf(accounts);
    return [...scoredTwice(lines), ...fullRateBesideShortCount(lines)];
  },
});

function linesOf(accounts: TableSet): readonly Line[] {
  return ['department-self-evaluation', 'project-self-evaluation'].flatMap((statement) =>
    tablesOf(accounts, statement).flatMap((table) =>
      table.indicators.map((indicator) => ({
        table,
        indicator,
        name: indicatorName(indicator.name),
        target: readIndicatorValue(indicator.target),
        actual: readIndicatorValue(indicator.actual),
      })),
    ),
  );
}

// 体检 65/83: 4.7 of 6 in one form, 4.58 of 10 in the other.
function scoredTwice(lines: readonly Line[]): readonly ObservationDraft[] {
  const found: ObservationDraft[] = [];
  lines.forEach((line, index) => {
    const before = lines.slice(0, index).find((other) => other.table !== line.table && sameFact(line, other));
    if (before === undefined) return;
    const here = scoreRate(line.indicator);
    const there = scoreRate(before.indicator);
    // One printed step of a score is within rounding; anything more is another formula.
    if (here === undefined || there === undefined || here.minus(there).abs().lte('0.005')) return;
    found.push({
      at: line.indicator.score?.ref ?? line.indicator.ref,
      message: {
        'zh-CN': `「${line.indicator.name}」在「${before.table.sheet}」和「${line.table.sheet}」中同为 ${line.indicator.target}、实际 ${line.indicator.actual}，却分别得 ${scoreText(before.indicator)} 和 ${scoreText(line.indicator)} 分：两处用了不同的计分办法。请统一。`,
        en: `«${line.indicator.name}» has the same target ${line.indicator.target} and result ${line.indicator.actual} on «${before.table.sheet}» and «${line.table.sheet}», but scores ${scoreText(before.indicator)} and ${scoreText(line.indicator)}: two ways of scoring. Use one.`,
      },
    });
  });
  return found;
}

function sameFact(a: Line, b: Line): boolean {
  return (
    (a.name === b.name || a.name.includes(b.name) || b.name.includes(a.name)) &&
    a.name.length > 1 &&
    b.name.length > 1 &&
    a.target.operator === b.target.operator &&
    sameQuantity(a.target, b.target) &&
    sameQuantity(a.actual, b.actual)
  );
}

function sameQuantity(a: IndicatorValue, b: IndicatorValue): boolean {
  return a.number !== undefined && b.number !== undefined && a.number.eq(b.number) && a.unit === b.unit;
}

// 走访 60 of 120 beside 走访完成率 100%; 体检 65 of 83 beside 体检覆盖率 100%.
function fullRateBesideShortCount(lines: readonly Line[]): readonly ObservationDraft[] {
  return lines.flatMap((rate) => {
    const kind = /(完成率|覆盖率|参与率|参加率)/.exec(rate.name)?.[1];
    if (kind === undefined || rate.actual.unit !== '%' || rate.actual.number === undefined || rate.actual.number.lt(100)) return [];
    const subject = rate.name.slice(0, rate.name.indexOf(kind));
    const count = lines.find((line) => line.table === rate.table && isShort(line) && isAbout(line.name, subject, kind));
    if (count === undefined) return [];
    return [
      {
        at: rate.indicator.actualRef ?? rate.indicator.ref,
        message: {
          'zh-CN': `「${rate.indicator.name}」填 ${rate.indicator.actual}，而同一表中「${count.indicator.name}」目标 ${count.indicator.target}、实际 ${count.indicator.actual}，没有完成。请核对哪一处不对。`,
          en: `«${rate.indicator.name}» says ${rate.indicator.actual}, but «${count.indicator.name}» of the same form reached ${count.indicator.actual} of ${count.indicator.target}. Check which is wrong.`,
        },
      },
    ];
  });
}

function isShort({ target, actual, name }: Line): boolean {
  if (target.number === undefined || actual.number === undefined || target.unit !== actual.unit || target.unit === '%') return false;
  return target.operator !== '<=' && actual.number.lt(target.number) && !/[率费]$/.test(name);
}

// 完成率 belongs to the indicator it is named after; 覆盖率 counts people, whatever they are called.
function isAbout(count: string, subject: string, kind: string): boolean {
  if (subject.length < 2) return false;
  if (count.includes(subject) || (count.length > 3 && subject.includes(count))) return true;
  if (kind === '完成率' || !/人数|人次/.test(count)) return false;
  return subject.includes('体检') ? count.includes('体检') : count.includes(subject.slice(-2));
}

function scoreRate({ score, weight }: Indicator): Decimal | undefined {
  const earned = valueOf(score);
  const of = valueOf(weight);
  return earned === undefined || of === undefined || !of.gt(0) ? undefined : earned.div(of);
}

function scoreText({ score, weight }: Indicator): string {
  return `${valueOf(score)?.toString() ?? ''}/${valueOf(weight)?.toString() ?? ''}`;
}

function valueOf(figure: Figure | undefined): Decimal | undefined {
  return figure?.reading.kind === 'number' ? figure.reading.value : undefined;
}

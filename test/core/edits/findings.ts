/** Findings by hand for the tests of marks and report. */
import { constant, sum } from '../../../src/core/expressions/expression.ts';
import type { Figure } from '../../../src/core/expressions/figure.ts';
import type { Finding } from '../../../src/core/findings/finding.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';
import { TEN_THOUSAND_YUAN } from '../../../src/core/number/unit.ts';
import { judge, type Judgement } from '../../../src/core/relations/judge.ts';
import type { Severity } from '../../../src/core/relations/relation.ts';

export function figure(
  sheet: string,
  row: number,
  column: number,
  amount: string | { readonly unreadable: string },
  book: 'current' | 'prior' = 'current',
): Figure {
  return {
    ref: { book, sheet, row, column },
    reading:
      typeof amount === 'string'
        ? { kind: 'number', value: new Decimal(amount).times(10_000) }
        : { kind: 'unreadable', text: amount.unreadable },
    quantum: new Decimal(100),
    unit: TEN_THOUSAND_YUAN,
    decimals: 2,
    row: '行政运行',
    column: '合计',
    table: sheet,
    rowKey: '2010301',
    columnKey: 'total',
  };
}

/** The figure must be the sum of `parts` (万元). */
export function judgement(stated: Figure, parts: readonly string[], severity: Severity = 'error'): Judgement {
  return judge({
    check: 'code-hierarchy',
    stated,
    must: 'equal',
    expected: sum(parts.map((part) => constant(new Decimal(part).times(10_000), TEN_THOUSAND_YUAN))),
    why: { 'zh-CN': '款 = Σ项', en: 'section = Σ items' },
    severity,
  });
}

export function finding(stated: Figure, more: Partial<Finding> = {}): Finding {
  const severity = more.severity ?? 'error';
  const first = judgement(stated, ['1', '2'], severity);
  return {
    id: 'x',
    check: 'code-hierarchy',
    severity,
    verdict: 'broken',
    cell: stated.ref,
    judgement: first,
    judgements: [first],
    observation: undefined,
    suspects: [],
    dependants: [],
    message: { 'zh-CN': '合计不对', en: 'the total is wrong' },
    ...more,
  };
}

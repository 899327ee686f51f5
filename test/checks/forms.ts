/** A project form with indicators of one's own, for the tests of the indicator checks. */
import { PLAIN } from '../../src/core/number/unit.ts';
import type { Indicator } from '../../src/core/tables/table.ts';
import type { TableSet } from '../../src/core/tables/table-set.ts';
import { setOf, tableFrom } from '../support/tables.ts';

/** Name, target, actual, weight, score. */
export type Line = readonly [name: string, target: string, actual: string, weight: number, score: number];

export function formWith(...lines: readonly Line[]): TableSet {
  return setOf([form('项目1', lines)]);
}

export function formsWith(first: readonly Line[], second: readonly Line[]): TableSet {
  return setOf([form('项目1', first), form('项目2', second)]);
}

function form(sheet: string, lines: readonly Line[]) {
  const statement = 'project-self-evaluation';
  const points = tableFrom(
    statement,
    ['weight', 'score'],
    Object.fromEntries(lines.map(([name, , , weight, score]) => [name, [weight, score]])),
    { sheet, unit: { ...PLAIN, decimals: 2 } },
  );
  return {
    ...tableFrom(statement, ['full-budget'], {}, { sheet }),
    indicators: lines.map(([name, target, actual], index): Indicator => ({
      key: name,
      path: [name],
      name,
      target,
      actual,
      reason: '',
      weight: points.figures.get(name)?.get('weight'),
      score: points.figures.get(name)?.get('score'),
      ref: { book: 'current', sheet, row: index + 1, column: 0 },
      actualRef: { book: 'current', sheet, row: index + 1, column: 3 },
    })),
  };
}

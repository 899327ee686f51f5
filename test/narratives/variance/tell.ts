/** A table told (变动说明) as it stands in a test: its rows in, its sentences out. */
import { type Narrative, textOf } from '../../../src/core/narrative/narrative.ts';
import { readFacts } from '../../../src/core/tables/read-facts.ts';
import { narrateVariance, type VarianceNarration } from '../../../src/core/variance/narrate-variance.ts';
import type { Thresholds } from '../../../src/core/variance/selection.ts';
import { type CellValue, type Sheet, sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { variance } from '../../../src/narratives/variance/profile.ts';

export type Rows = readonly (readonly CellValue[])[];
type More = Parameters<typeof sheetFromRows>[2];

export function tell(
  rows: Rows,
  { more, thresholds, others = [] }: { more?: More; thresholds?: Thresholds; others?: readonly Sheet[] } = {},
): VarianceNarration {
  const sheets = [sheetFromRows('表', rows, more), ...others];
  const workbook = { name: 'a.xlsx', date1904: false, sheets };
  return narrateVariance(sheets.slice(0, 1), workbook, readFacts(workbook), variance, thresholds);
}

export const linesOf = (narrative: Narrative | undefined): readonly string[] =>
  narrative?.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)) ?? [];
export const lineOf = (narration: VarianceNarration, name: string): string =>
  linesOf(narration.narrative).find((line) => line.startsWith(`${name}：`) || line.startsWith(`${name}: `)) ?? '';

export const HEAD: Rows = [['对照表（单位：元）'], ['项目', '本期', '上期']];

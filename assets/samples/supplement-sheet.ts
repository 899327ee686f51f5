/** The sheet 补充资料 of the sample, filled in as an accountant would have done: what no table holds, from facts-2023.json. */
import type { ContentCell, SheetContent } from '../../src/core/edits/sheet-content.ts';
import { SUPPLEMENT } from '../../src/core/tables/read-facts.ts';

/** One line of facts-2023.json. */
export interface FactLine {
  readonly section: string;
  readonly item: string;
  readonly content: string | number;
  readonly unit?: string;
  readonly note?: string;
  readonly key: string;
}

const COLUMNS = ['章节', '事项', '内容', '单位', '说明', '标识'];

export function supplementSheet(lines: readonly FactLine[]): SheetContent {
  const head = COLUMNS.map((value): ContentCell => ({ value, style: 'table-head' }));
  const rows = lines.map(({ section, item, content, unit = '', note = '', key }): ContentCell[] => [
    { value: section, style: 'bordered-text' },
    { value: item, style: 'bordered-text' },
    typeof content === 'number'
      ? { value: content, style: 'bordered-amount', format: 'General' }
      : { value: content, style: 'bordered-text' },
    ...[unit, note, key].map((value): ContentCell => ({ value: value === '' ? null : value, style: 'bordered-text' })),
  ]);
  const heights = new Map(
    lines.map(({ content }, index) => [index + 1, 15.5 * linesOf(String(content))] as const).filter(([, height]) => height > 20),
  );
  return {
    tag: 'supplement',
    name: SUPPLEMENT,
    rows: [head, ...rows],
    widths: [28, 30, 50, 8, 20, 40],
    frozenRows: 1,
    heights,
    orientation: 'landscape',
  };
}

/** How many lines the words of a cell take in the column of contents. */
function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 2) / 48)), 0);
}

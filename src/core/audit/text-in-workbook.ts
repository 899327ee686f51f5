/** A narrative that stands in a sheet of the workbook itself (工作表中的说明): our own 决算公开说明, or whichever sheet has the long sentences with amounts. */
import { GUIDE_KEY, MARK_COLUMN, readMark } from '../narrative/row-mark.ts';
import { isSupplementSheet } from '../tables/read-facts.ts';
import { cellAt, type Sheet, type Workbook } from '../workbook/workbook.ts';

export interface SheetText {
  readonly sheet: string;
  /** Line n is row n, read in the column that has the sentences: what stands beside them is notes. */
  readonly text: string;
}

const SENTENCE = /^(?=.{24,}).*\d.*(?:万元|%|％)/s;

/** `tables`: the sheets whose tables are known; forms hold long sentences too. */
export function textInWorkbook(workbook: Workbook, tables: ReadonlySet<string>): SheetText | undefined {
  const found = workbook.sheets
    .filter((sheet) => sheet.visibility === 'visible' && !tables.has(sheet.name) && !isSupplementSheet(sheet))
    .filter(({ tag }) => tag === undefined || tag === 'narrative')
    .map((sheet) => ({ sheet, ...sentencesIn(sheet) }))
    .filter(({ sheet, sentences }) => sentences >= (sheet.tag === 'narrative' ? 1 : 3))
    .sort((a, b) => b.sentences - a.sentences)[0];
  if (found === undefined) return undefined;
  const { sheet, column } = found;
  const lines = sheet.grid.map((_, row) => {
    if (readMark(cellAt(sheet, row, MARK_COLUMN))?.key === GUIDE_KEY) return '';
    // A heading may begin further left.
    for (let at = column; at >= 0; at--) {
      const words = wordsAt(sheet, row, at);
      if (words !== '') return words;
    }
    return '';
  });
  return { sheet: sheet.name, text: `${lines.join('\n')}\n` };
}

/** How many, in the column that has most. */
function sentencesIn(sheet: Sheet): { readonly sentences: number; readonly column: number } {
  const counts: number[] = [];
  for (const row of sheet.grid) {
    row?.forEach((cell, column) => {
      if (typeof cell?.value === 'string' && SENTENCE.test(cell.value)) counts[column] = (counts[column] ?? 0) + 1;
    });
  }
  const sentences = Math.max(0, ...counts.filter((count) => count !== undefined));
  return { sentences, column: Math.max(0, counts.indexOf(sentences)) };
}

function wordsAt(sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  const value = cell?.value ?? null;
  if (typeof value === 'string') return value.replace(/[\r\n\t]+/g, ' ');
  return typeof value === 'number' ? (cell?.text ?? String(value)) : '';
}

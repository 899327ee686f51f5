/** The sheet 决算公开说明: a row for each heading and paragraph, and beside a paragraph one cell for each figure that leads to where the figure comes from. */
import type { Finding } from '../findings/finding.ts';
import { liveText } from '../narrative/live-text.ts';
import { doubtfulCells, doubtfulFigures, isDoubtful } from '../narrative/doubts.ts';
import type { Narrative, Paragraph, Section, Span } from '../narrative/narrative.ts';
import { textOf } from '../narrative/narrative.ts';
import { sourcesOf } from '../narrative/sources.ts';
import { cellAddress, type CellRef } from '../workbook/address.ts';
import type { WriteSheet } from './edit.ts';
import type { CellStyle, ContentCell } from './sheet-content.ts';
import { rowHeight } from './text-lines.ts';

export const NARRATIVE_SHEET = '决算公开说明';

/** Fits a page of A4 as it is. */
const TEXT_WIDTH = 74;
const TRACE_WIDTH = 34;
/** Paragraphs are set at 12 points, the sheet's own width counts in 11. */
const PARAGRAPH_SCALE = 12 / 11;

export interface NarrativeSheetOptions {
  /** Paragraphs as formulas where that can be done: their figures follow the cells (活文字). */
  readonly live?: boolean;
}

/** With the findings of the same accounts, figures from cells that do not hold are coloured: they are not to be published as they are. */
export function planNarrative(
  narrative: Narrative,
  findings: readonly Finding[] = [],
  { live = false }: NarrativeSheetOptions = {},
): WriteSheet {
  const doubtful = doubtfulCells(findings);
  const rows: (readonly (ContentCell | null)[])[] = [[{ value: narrative.title, style: 'title' }], [guide(narrative, findings, live)]];
  const heights = new Map<number, number>();
  for (const section of narrative.sections) {
    rows.push([{ value: section.heading, style: headingStyle(section) }]);
    for (const paragraph of section.paragraphs) {
      heights.set(rows.length, rowHeight(textOf(paragraph), TEXT_WIDTH, PARAGRAPH_SCALE));
      rows.push(paragraphRow(paragraph, doubtful, live));
    }
  }
  const traces = Math.max(0, ...rows.map((row) => row.length - 2));
  const widths = [TEXT_WIDTH, 2, ...Array.from({ length: traces }, () => TRACE_WIDTH)];
  return {
    kind: 'write-sheet',
    content: { tag: 'narrative', name: NARRATIVE_SHEET, rows, widths, heights, frozenRows: 2, orientation: 'portrait', printedColumns: 1 },
  };
}

function guide(narrative: Narrative, findings: readonly Finding[], live: boolean): ContentCell {
  const { length } = narrative.gaps;
  const doubts = doubtfulFigures(narrative, findings).length;
  const warning = doubts === 0 ? '' : `有 ${doubts} 个数字取自勾稽不符的单元格（标黄），请先更正报表。`;
  const left = length === 0 ? '' : `还有 ${length} 处待补充（标色的段落）：在《补充资料》中填写或更正报表后重新生成。`;
  const follows = live ? '段落中的数字随报表单元格变化；科目有增减时请重新生成。' : '';
  return { value: `${warning}${left}${follows}右侧逐个列出段落中数字的出处，点击可到该单元格。`, style: 'subtitle' };
}

function headingStyle({ depth }: Section): CellStyle {
  return depth <= 1 ? 'title' : 'heading';
}

function paragraphRow(paragraph: Paragraph, doubtful: ReadonlySet<string>, live: boolean): readonly (ContentCell | null)[] {
  const waits = paragraph.spans.some((span) => span.kind === 'gap');
  const wrong = paragraph.spans.some((span) => isDoubtful(span, doubtful));
  const formula = live ? liveText(paragraph) : undefined;
  const text: ContentCell = {
    value: textOf(paragraph),
    style: waits ? 'gap' : wrong ? 'warning' : 'paragraph',
    ...(formula === undefined ? {} : { formula }),
  };
  const traces = paragraph.spans.flatMap((span) => {
    const cell = trace(span);
    return cell === undefined ? [] : [isDoubtful(span, doubtful) ? { ...cell, style: 'warning' as const } : cell];
  });
  return traces.length === 0 ? [text] : [text, null, ...traces];
}

/** «1,978.38万元 ← 收入支出决算总表!C12»; the jump leads to the first cell that is in this workbook. */
function trace(span: Span): ContentCell | undefined {
  if (span.kind === 'words' || span.kind === 'direction') return undefined;
  if (span.kind === 'gap') return { value: span.text, style: 'gap' };
  const sources = sourcesOf(span);
  const shown = span.kind === 'fact' && span.text.length > 12 ? `${span.text.slice(0, 12)}…` : span.text;
  const value = sources.length === 0 ? shown : `${shown} ← ${placesOf(sources)}`;
  const target = sources.find((source) => source.book === 'current');
  if (target === undefined) return { value, style: 'note' };
  return { value, style: 'link', link: { sheet: target.sheet, row: target.row, column: target.column } };
}

/** Each with its sheet, unless the one before was on the same: «收入支出决算总表!C36，上年 C36». */
function placesOf(sources: readonly CellRef[]): string {
  return sources
    .map(({ book, sheet, row, column }, index) => {
      const name = sheet === sources[index - 1]?.sheet ? '' : `${sheet}!`;
      return `${book === 'prior' ? '上年 ' : ''}${name}${cellAddress({ row, column })}`;
    })
    .join('，');
}

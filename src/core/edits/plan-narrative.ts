/** The sheet 决算公开说明: a row for each heading and paragraph, and beside a paragraph one cell for each figure that leads to where the figure comes from. */
import type { Finding } from '../findings/finding.ts';
import type { Locale } from '../locale.ts';
import { liveText } from '../narrative/live-text.ts';
import { doubtfulCells, doubtfulFigures, isDoubtful } from '../narrative/doubts.ts';
import type { Narrative, Paragraph, Section, Span } from '../narrative/narrative.ts';
import { formulaHash, GUIDE_KEY, keyHash, NOTHING_WRITTEN, printMark, textHash } from '../narrative/row-mark.ts';
import { sourcesOf } from '../narrative/sources.ts';
import type { Unit } from '../number/unit.ts';
import { cellAddress, type CellRef } from '../workbook/address.ts';
import type { WriteSheet } from './edit.ts';
import { handSummary, keptNote, leftNote } from './hand-notes.ts';
import { holdsHandWriting, type MergedRow, mergeNarrative, shownHash, wordsOf } from './merge-narrative.ts';
import type { NarrativeRow } from './narrative-rows.ts';
import { TITLE_KEY } from './narrative-rows.ts';
import type { CellStyle, ContentCell } from './sheet-content.ts';
import { narrativePlace } from './narrative-place.ts';
import type { StandingNarrative } from './standing-narrative.ts';
import { contentOfCell, placeBeside } from './their-cells.ts';
import { rowHeight } from './text-lines.ts';

/** Fits a page of A4 as it is. */
const TEXT_WIDTH = 74;
const MARK_WIDTH = 2;
const TRACE_WIDTH = 34;
/** Of the first column of traces where notes on hand edits stand in it. */
const NOTE_WIDTH = 60;
/** Paragraphs are set at 12 points, the sheet's own width counts in 11. */
const PARAGRAPH_SCALE = 12 / 11;

export interface NarrativeSheetOptions {
  /** Paragraphs as formulas where that can be done: their figures follow the cells (活文字). */
  readonly live?: boolean;
  /** What people have made of the sheet since it was written; without it the sheet is planned as if there were none. */
  readonly standing?: StandingNarrative;
  /** Name of the department, kept with the sheet. */
  readonly about?: string;
}

type Row = readonly (ContentCell | null)[];

/** With the findings of the same accounts, figures from cells that do not hold are coloured: they are not to be published as they are. */
export function planNarrative(narrative: Narrative, findings: readonly Finding[] = [], options: NarrativeSheetOptions = {}): WriteSheet {
  const { variance } = narrative;
  const { standing } = options;
  // Which lines 变动说明 tells of depends on the figures themselves: no formula can say that.
  const live = options.live === true && variance === undefined;
  const locale = variance?.locale ?? 'zh-CN';
  const merge = standing?.merge ?? mergeNarrative(narrative, undefined);
  const plan: Plan = { doubtful: doubtfulCells(findings), live, locale, standing, manifest: merge.manifest, about: options.about ?? '' };
  const rows: Row[] = [];
  const heights = new Map<number, number>();
  const guideRow = marked([guide(narrative, findings, plan)], { key: GUIDE_KEY });
  let frozenRows = 0;
  for (const merged of merge.rows) {
    const row = mergedRow(merged, plan);
    const height = heightOf(merged, row);
    if (height !== undefined) heights.set(rows.length, height);
    rows.push(row);
    if (isTitle(merged)) frozenRows = rows.push(guideRow);
  }
  if (frozenRows === 0) rows.unshift(guideRow);
  const hasNotes = merge.rows.some(({ kind }) => kind === 'kept' || kind === 'left');
  const traces = Math.max(0, ...rows.map((row) => row.length - 2));
  const widths = [
    TEXT_WIDTH,
    MARK_WIDTH,
    ...Array.from({ length: traces }, (_, index) => (index === 0 && hasNotes ? NOTE_WIDTH : TRACE_WIDTH)),
  ];
  return {
    kind: 'write-sheet',
    content: {
      ...narrativePlace(narrative),
      rows,
      widths,
      heights,
      frozenRows: Math.min(frozenRows, 2),
      hiddenColumns: [1],
      orientation: 'portrait',
      printedColumns: 1,
      ...(merge.replaces === undefined ? {} : { replaces: merge.replaces }),
      ...(holdsHandWriting(merge) ? { holdsHandWriting: true } : {}),
    },
  };
}

interface Plan {
  readonly doubtful: ReadonlySet<string>;
  readonly live: boolean;
  readonly locale: Locale;
  readonly standing: StandingNarrative | undefined;
  readonly manifest: readonly string[];
  readonly about: string;
}

function isTitle(merged: MergedRow): boolean {
  return (merged.kind === 'generated' || merged.kind === 'kept') && merged.row.key === TITLE_KEY;
}

function guide(narrative: Narrative, findings: readonly Finding[], { live, locale, standing }: Plan): ContentCell {
  const { length } = narrative.gaps;
  const doubts = doubtfulFigures(narrative, findings).length;
  const hand = standing === undefined ? '' : handSummary(standing.merge, locale);
  if (locale === 'en') return { value: `${hand}${englishGuide(length, doubts)}`, style: 'subtitle' };
  const warning = doubts === 0 ? '' : `有 ${doubts} 个数字取自勾稽不符的单元格（标黄），请先更正报表。`;
  const left = length === 0 ? '' : `还有 ${length} 处待补充（标色的段落）：在《补充资料》中填写或更正报表后重新生成。`;
  const follows = live ? '段落中的数字随报表单元格变化；科目有增减时请重新生成。' : '';
  return { value: `${hand}${warning}${left}${follows}右侧逐个列出段落中数字的出处，点击可到该单元格。`, style: 'subtitle' };
}

function englishGuide(gaps: number, doubts: number): string {
  const warning = doubts === 0 ? '' : `${doubts} figure(s) come from cells that do not hold (yellow): put the tables right first. `;
  const left =
    gaps === 0 ? '' : `${gaps} blank(s) to fill in (coloured paragraphs): type into the sheet 补充资料, then write the notes again. `;
  return `${warning}${left}To the right: where each figure of a paragraph comes from; click to go to the cell.`;
}

function mergedRow(merged: MergedRow, plan: Plan): Row {
  switch (merged.kind) {
    case 'own':
      return placeBeside([], merged.cells);
    case 'left':
      return placeBeside(
        marked([contentOfCell(merged.cell, 'paragraph'), null, { value: leftNote(plan.locale), style: 'warning' }], {
          key: merged.key,
          text: NOTHING_WRITTEN,
        }),
        merged.beside,
      );
    case 'generated': {
      const row = generatedRow(merged.row, plan);
      return placeBeside(marked(row, markOf(merged.row, row, plan)), merged.beside);
    }
    case 'kept': {
      const [ours = null, ...traces] = generatedRow(merged.row, plan);
      const wrong = plan.standing?.contradictions.get(merged.row.key) ?? [];
      const note: ContentCell = {
        value: keptNote(merged, wrong, plan.locale),
        style: merged.isSettled && wrong.length === 0 ? 'note' : 'warning',
      };
      const theirs = contentOfCell(merged.cell, wrong.length > 0 ? 'warning' : (headingStyleOf(merged.row) ?? 'paragraph'));
      const settled = merged.isSettled ? { settled: textHash(merged.row.text) } : {};
      // The figures of our own text, for comparison.
      const row = [theirs, null, note, ...traces.slice(1)];
      return placeBeside(marked(row, { ...markOf(merged.row, [ours], plan), ...settled }), merged.beside);
    }
  }
}

function markOf(
  { key, text }: NarrativeRow,
  [ours]: Row,
  { manifest, about }: Plan,
): Partial<Parameters<typeof printMark>[0]> & { readonly key: string } {
  const written = ours?.formula === undefined ? textHash(text) : formulaHash(ours.formula);
  return { key, text: written, ...(key === TITLE_KEY ? { manifest, about: about === '' ? '' : keyHash(about) } : {}) };
}

/** The row with its mark; `text` is taken from the first cell where it is not given. */
function marked(row: Row, mark: Partial<Parameters<typeof printMark>[0]> & { readonly key: string }): Row {
  const [first = null, , ...traces] = row;
  const hashes = traces.flatMap((cell) => (cell === null ? [] : [shownHash({ value: cell.value })]));
  const value = printMark({ text: textHash(String(first?.value ?? '')), settled: undefined, traces: hashes, ...mark });
  return [first, { value, style: 'note' }, ...traces];
}

/** Text, nothing, traces. */
function generatedRow(row: NarrativeRow, { doubtful, live }: Plan): Row {
  const style = headingStyleOf(row);
  if (style !== undefined || row.paragraph === undefined) return [{ value: row.text, style: style ?? 'title' }];
  return paragraphRow(row.paragraph, row.text, { doubtful, live, unit: row.section?.unit });
}

function headingStyleOf({ section, paragraph }: NarrativeRow): CellStyle | undefined {
  if (paragraph !== undefined) return undefined;
  return section === undefined ? 'title' : headingStyle(section);
}

function headingStyle({ depth }: Section): CellStyle {
  return depth <= 1 ? 'title' : 'heading';
}

/** Of paragraphs and of people's own rows; headings have the height of a line. */
function heightOf(merged: MergedRow, row: Row): number | undefined {
  const isHeading = merged.kind === 'generated' && merged.row.paragraph === undefined;
  if (isHeading) return undefined;
  const note = merged.kind === 'kept' || merged.kind === 'left' ? rowHeight(String(row[2]?.value ?? ''), NOTE_WIDTH) : 0;
  return Math.max(rowHeight(wordsOf(merged), TEXT_WIDTH, PARAGRAPH_SCALE), note);
}

interface ParagraphPlan {
  readonly doubtful: ReadonlySet<string>;
  readonly live: boolean;
  readonly unit: Unit | undefined;
}

function paragraphRow(paragraph: Paragraph, value: string, { doubtful, live, unit }: ParagraphPlan): Row {
  const waits = paragraph.spans.some((span) => span.kind === 'gap');
  const wrong = paragraph.spans.some((span) => isDoubtful(span, doubtful));
  const formula = live ? liveText(paragraph, unit) : undefined;
  const text: ContentCell = {
    value,
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

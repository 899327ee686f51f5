/** The sheet 说明措辞: every paragraph of the wording with its standard text and a cell for the accountant's own; what is wrong with that is said beside it. */
import { CONVENTION_CHOICES, CONVENTION_KEYS, isConvention } from '../narrative/conventions.ts';
import type { LocalText } from '../locale.ts';
import { type WordingFault, wordingPieces } from '../narrative/own-wording.ts';
import type { NarrativeDefinition } from '../narrative/profile.ts';
import { type BookWording, WORDING_COLUMNS, WORDING_SHEET, WORDING_TAG } from '../narrative/read-wording.ts';
import { cellAt, type Sheet } from '../workbook/workbook.ts';
import type { WriteSheet } from './edit.ts';
import type { ContentCell } from './sheet-content.ts';
import { rowHeight } from './text-lines.ts';
import { placeBeside } from './their-cells.ts';

const WIDTHS = [30, 12, 60, 60, 36, 40];
/** Title, guide, names of the columns. */
const HEAD_ROWS = 3;
const KEY_COLUMN = 5;
const CONVENTIONS = '用语约定';
const CHANGED = '标准措辞已有更新，请核对改用措辞。';

type Row = readonly (ContentCell | null)[];

/** `headings` by section; `faults` are what trying the own texts has found. Lines of other wordings stay at the end. */
export function planWording(
  definition: NarrativeDefinition,
  wording: BookWording,
  faults: readonly WordingFault[],
  headings: ReadonlyMap<string, string>,
): WriteSheet {
  const faultOf = new Map(faults.map((fault) => [fault.key, fault]));
  const rows: Row[] = [
    [{ value: WORDING_SHEET, style: 'title' }],
    [
      {
        value:
          '想改哪一段，把标准措辞复制到“改用措辞”再修改；留空就用标准措辞。双花括号 {{ }} 中是取数的地方，可以移动，引号内的字可以改，其余不要改写；标题前的序号照旧，不用写。改后重新生成说明。',
        style: 'subtitle',
      },
    ],
    WORDING_COLUMNS.map((value) => ({ value, style: 'table-head' })),
  ];
  const heights = new Map<number, number>();
  const used = new Set<string>();
  const add = (cells: Readonly<Record<'section' | 'paragraph' | 'standard' | 'note' | 'key', string>>, isWrong: boolean): void => {
    const own = wording.own.get(cells.key) ?? '';
    used.add(cells.key);
    const texts = [cells.section, cells.paragraph, cells.standard, own, cells.note];
    heights.set(rows.length, Math.max(...texts.map((text, column) => rowHeight(text, WIDTHS[column] ?? 10))));
    rows.push([
      bordered(cells.section),
      bordered(cells.paragraph),
      bordered(cells.standard),
      { value: own === '' ? null : own, style: 'input', ...(isConvention(cells.key) ? { format: '@' } : {}) },
      { value: cells.note === '' ? null : cells.note, style: isWrong ? 'warning' : 'bordered-text' },
      bordered(cells.key),
    ]);
  };
  for (const key of CONVENTION_KEYS) {
    const { label, choices, standard } = CONVENTION_CHOICES[key];
    const wrong = wording.misread.get(key);
    const note = wrong?.['zh-CN'] ?? `可填：${choices.join('、')}`;
    add({ section: CONVENTIONS, paragraph: label['zh-CN'], standard: standard(definition.conventions), note, key }, wrong !== undefined);
  }
  for (const { key, section, number, standard } of wordingPieces(definition)) {
    const fault = faultOf.get(key);
    const seen = wording.lines.get(key);
    const isOld = seen !== undefined && seen.own !== '' && seen.standard !== '' && seen.standard !== standard;
    const note = fault === undefined ? (isOld ? CHANGED : '') : faultText(fault)['zh-CN'];
    add(
      { section: headings.get(section) ?? section, paragraph: number === 0 ? '标题' : `第${number}段`, standard, note, key },
      note !== '',
    );
  }
  for (const line of wording.lines.values()) {
    if (!used.has(line.key) && line.own !== '')
      add({ section: line.section, paragraph: line.paragraph, standard: line.standard, note: '本文本方案未用到', key: line.key }, false);
  }
  rows.push(
    ...wording.notes.map((cells) =>
      placeBeside([], new Map([...cells.entries()].flatMap(([at, cell]) => (cell === undefined ? [] : [[at, cell] as const])))),
    ),
  );
  return {
    kind: 'write-sheet',
    content: {
      tag: WORDING_TAG,
      name: WORDING_SHEET,
      rows,
      widths: WIDTHS,
      heights,
      frozenRows: HEAD_ROWS,
      hiddenColumns: [KEY_COLUMN],
      orientation: 'landscape',
      ...(wording.sheet === undefined ? {} : { replaces: oursIn(wording.sheet) }),
      ...(wording.own.size > 0 || wording.notes.length > 0 ? { holdsHandWriting: true } : {}),
    },
  };
}

/** «改用措辞第 1 行第 15 个字符：没有名为“…”的过滤器；已用标准措辞» */
export function faultText({ line, column, explanation }: WordingFault): LocalText {
  return {
    'zh-CN': `第 ${line} 行第 ${column} 个字符：${explanation['zh-CN']}。已改用标准措辞。`,
    en: `line ${line}, character ${column}: ${explanation.en}. The standard wording is used.`,
  };
}

/** Everything but people's rows; their own texts come back, or were changed by themselves. */
function oursIn(sheet: Sheet): readonly (string | number | boolean)[] {
  return sheet.grid.flatMap((cells, row) => {
    const isOurs = row < HEAD_ROWS || typeof cellAt(sheet, row, KEY_COLUMN)?.value === 'string';
    const values = isOurs ? (cells ?? []).slice(0, KEY_COLUMN + 1).map((cell) => cell?.value ?? null) : [];
    return values.flatMap((value) => (value === null || typeof value === 'object' ? [] : [value]));
  });
}

function bordered(value: string): ContentCell {
  return { value: value === '' ? null : value, style: 'bordered-text' };
}

/** What people have done to 决算公开说明 by hand (手工修改), kept when it is generated again: edited, inserted, moved and deleted paragraphs, notes beside them. */
import type { Narrative } from '../narrative/narrative.ts';
import { cellHash, GUIDE_KEY, keyHash, MARK_COLUMN, readMark, type RowMark, textHash } from '../narrative/row-mark.ts';
import { type Cell, cellAt, type CellValue, type Sheet } from '../workbook/workbook.ts';
import { type NarrativeRow, narrativeRows, TITLE_KEY } from './narrative-rows.ts';

/** Cells of people's by column. */
export type Cells = ReadonlyMap<number, Cell>;

export type MergedRow =
  /** As generated; with what people wrote beside it. */
  | { readonly kind: 'generated'; readonly row: NarrativeRow; readonly beside: Cells }
  /** A person's words where ours would stand; `isSettled`: they know what would stand there and want theirs. */
  | { readonly kind: 'kept'; readonly row: NarrativeRow; readonly cell: Cell; readonly isSettled: boolean; readonly beside: Cells }
  /** A person's words in a paragraph that is generated no more. */
  | { readonly kind: 'left'; readonly key: string; readonly cell: Cell; readonly beside: Cells }
  /** A row that a person has inserted. */
  | { readonly kind: 'own'; readonly cells: Cells };

export interface NarrativeMerge {
  readonly rows: readonly MergedRow[];
  /** Generated, but deleted by a person: they are not written again. */
  readonly deleted: readonly NarrativeRow[];
  /** Of all generated rows, for the next time. */
  readonly manifest: readonly string[];
  /** What stands on the sheet now and may go; undefined where it is not known what is ours. */
  readonly replaces: readonly (string | number | boolean)[] | undefined;
  /** The sheet holds people's words about another department, which are not taken over. */
  readonly leavesWords: boolean;
}

export interface MergeOptions {
  /** Name of the department: the words that people wrote about one are not kept for another. */
  readonly about?: string;
  /** Keys of paragraphs that shall read as generated again. */
  readonly restore?: readonly string[];
  /** Keys of paragraphs in which a person keeps their own words, knowing ours. */
  readonly settle?: readonly string[];
}

interface SheetRow {
  readonly mark: RowMark | undefined;
  /** All but the mark. */
  readonly cells: Cells;
  readonly printedMark: CellValue;
}

/** `sheet` is 决算公开说明 as it stands, undefined where there is none. Texts of people's are never dropped. */
export function mergeNarrative(narrative: Narrative, sheet: Sheet | undefined, options: MergeOptions = {}): NarrativeMerge {
  const generated = narrativeRows(narrative);
  const manifest = generated.map(({ key }) => keyHash(key));
  const before = sheet === undefined ? [] : readRows(sheet);
  const titled = before.find(({ mark }) => mark?.key === TITLE_KEY)?.mark;
  const isOther =
    options.about !== undefined && titled?.about !== undefined && titled.about !== '' && titled.about !== keyHash(options.about);
  if (isOther || !before.some(({ mark }) => mark !== undefined)) {
    return {
      rows: generated.map((row) => ({ kind: 'generated', row, beside: new Map() })),
      deleted: [],
      manifest,
      replaces: undefined,
      leavesWords: isOther && before.some(isTheirs),
    };
  }
  const restore = new Set(options.restore);
  const known = titled?.manifest ?? [];
  const standing = new Set(before.flatMap(({ mark }) => mark?.key ?? []));
  const wasWritten = new Set(known);
  const isDeleted = ({ key }: NarrativeRow): boolean => wasWritten.has(keyHash(key)) && !standing.has(key) && !restore.has(key);
  const deleted = generated.filter(isDeleted);

  const moved = movedRows(before, known);
  const byKey = new Map(generated.map((row) => [row.key, row]));
  const inPlace = new Map<string, MergedRow>();
  const attached = new Map<string, MergedRow[]>();
  let last = '';
  for (const old of before) {
    const { mark } = old;
    const row = mark === undefined ? undefined : byKey.get(mark.key);
    const merged = mergeRow(old, row, options);
    if (merged === undefined) continue;
    if (mark !== undefined && row !== undefined && !moved.has(old)) {
      inPlace.set(row.key, merged);
      last = row.key;
    } else attached.set(last, [...(attached.get(last) ?? []), merged]);
  }
  const elsewhere = new Set([...moved].flatMap(({ mark }) => mark?.key ?? []));
  const skeleton = generated.filter((row) => !isDeleted(row) && !elsewhere.has(row.key));
  const rows = skeleton.flatMap((row): readonly MergedRow[] => [
    inPlace.get(row.key) ?? { kind: 'generated', row, beside: new Map() },
    ...(attached.get(row.key) ?? []),
  ]);
  return { rows: [...(attached.get('') ?? []), ...rows], deleted, manifest, replaces: oursIn(before, restore), leavesWords: false };
}

/** The text a row shows in the column of the paragraphs. */
export function wordsOf(merged: MergedRow): string {
  if (merged.kind === 'generated') return merged.row.text;
  return plainText((merged.kind === 'own' ? merged.cells.get(0) : merged.cell)?.value ?? null);
}

/** Whether the sheet holds anything that a person has written: then it is not ours to remove. */
export function holdsHandWriting({ rows }: NarrativeMerge): boolean {
  return rows.some((merged) => merged.kind !== 'generated' || merged.beside.size > 0);
}

function plainText(value: CellValue): string {
  return value === null ? '' : typeof value === 'object' ? value.error : String(value);
}

function readRows(sheet: Sheet): readonly SheetRow[] {
  const seen = new Set<string>();
  return sheet.grid.flatMap((_, index): readonly SheetRow[] => {
    const mark = readMark(cellAt(sheet, index, MARK_COLUMN));
    // People copy rows, and the copy bears the mark too: then it is a row of theirs.
    const isFirst = mark !== undefined && !seen.has(mark.key);
    if (mark !== undefined) seen.add(mark.key);
    const cells = new Map<number, Cell>();
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const cell = cellAt(sheet, index, column);
      const isMark = column === MARK_COLUMN && mark !== undefined;
      if (cell !== undefined && !isMark && (cell.formula !== undefined || plainText(cell.value) !== '')) cells.set(column, cell);
    }
    const printedMark = mark === undefined ? null : (cellAt(sheet, index, MARK_COLUMN)?.value ?? null);
    return cells.size === 0 && !isFirst ? [] : [{ mark: isFirst ? mark : undefined, cells, printedMark }];
  });
}

function isTheirs({ mark, cells }: SheetRow): boolean {
  return mark === undefined || (mark.key !== GUIDE_KEY && cellHash(cells.get(0)) !== mark.text);
}

/** Undefined where nothing of people's is in the row and nothing is generated for it. */
function mergeRow(old: SheetRow, row: NarrativeRow | undefined, { restore, settle }: MergeOptions): MergedRow | undefined {
  const { mark, cells } = old;
  if (mark === undefined) return { kind: 'own', cells };
  const beside = besideOf(old);
  const cell = cells.get(0);
  const isOurs = cellHash(cell) === mark.text;
  if (row === undefined) {
    if (!isOurs && cell !== undefined && mark.key !== GUIDE_KEY) return { kind: 'left', key: mark.key, cell, beside };
    if (!isOurs && cell !== undefined) return { kind: 'own', cells: new Map([[0, cell], ...beside]) };
    return beside.size === 0 ? undefined : { kind: 'own', cells: beside };
  }
  const generated = textHash(row.text);
  const isWanted = restore?.includes(row.key) === true || cellHash(cell) === generated;
  if (isOurs || isWanted) return { kind: 'generated', row, beside };
  const isSettled = settle?.includes(row.key) === true || mark.settled === generated;
  return { kind: 'kept', row, cell: cell ?? { value: null }, isSettled, beside };
}

function besideOf({ mark, cells }: SheetRow): Cells {
  const ours = new Set(mark?.traces);
  return new Map([...cells].filter(([column, cell]) => column !== 0 && !ours.has(shownHash(cell))));
}

/** A trace is a link in a file and a formula in Excel: what it shows is the same. */
export function shownHash({ value }: Pick<Cell, 'value'>): string {
  return keyHash(plainText(value).replace(/\r\n?/g, '\n'));
}

/** Rows that a person has put elsewhere: those outside the longest stretch that still stands in the order we wrote. */
function movedRows(before: readonly SheetRow[], manifest: readonly string[]): ReadonlySet<SheetRow> {
  const order = new Map(manifest.map((key, index) => [key, index]));
  const placed = before.flatMap((row) => {
    const at = row.mark === undefined ? undefined : order.get(keyHash(row.mark.key));
    return at === undefined ? [] : [{ row, at }];
  });
  // Longest increasing subsequence: for each length the row that ends it with the smallest number.
  const ends: number[] = [];
  const previous = placed.map(() => -1);
  placed.forEach(({ at }, index) => {
    let length = ends.findIndex((end) => (placed[end]?.at ?? 0) >= at);
    if (length === -1) length = ends.length;
    previous[index] = ends[length - 1] ?? -1;
    ends[length] = index;
  });
  const staying = new Set<SheetRow>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const row = placed[index]?.row;
    if (row !== undefined) staying.add(row);
  }
  return new Set(placed.map(({ row }) => row).filter((row) => !staying.has(row)));
}

/** Everything on the sheet that we wrote there and nobody has changed, and what people have given up: in the forms in which hosts hold it. */
function oursIn(before: readonly SheetRow[], restore: ReadonlySet<string>): readonly (string | number | boolean)[] {
  return before.flatMap(({ mark, cells, printedMark }) => {
    const marks = typeof printedMark === 'string' ? [printedMark] : [];
    if (mark === undefined) return marks;
    const ours = new Set(mark.traces);
    const mayGo = [...cells].filter(([column, cell]) =>
      column === 0 ? cellHash(cell) === mark.text || restore.has(mark.key) : ours.has(shownHash(cell)),
    );
    return [...marks, ...mayGo.flatMap(([, cell]) => formsOf(cell))];
  });
}

function formsOf({ value, formula }: Cell): readonly (string | number | boolean)[] {
  return [...(value === null || typeof value === 'object' ? [] : [value]), ...(formula === undefined ? [] : [`=${formula}`])];
}

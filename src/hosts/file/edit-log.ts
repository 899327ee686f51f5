/** The edits made to an opened file (修改记录), as few as give the same workbook: replayed on the bytes as they were opened, so that undoing leaves no trace. */
import type { Edit, SetValue } from '../../core/edits/edit.ts';

/** Types a formula, without its «=», into one cell; only a person at the grid does. */
export interface SetFormula {
  readonly kind: 'set-formula';
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Keeps a small text with the file, or forgets it (`undefined`). */
export interface Remember {
  readonly kind: 'remember';
  readonly name: string;
  readonly text: string | undefined;
}

/** What can be done to a file: the edits that any host knows, typed formulas, and remembered texts. */
export type FileEdit = Edit | SetFormula | Remember;
export type TypedCell = SetValue | SetFormula;

export function isTyped(edit: FileEdit): edit is TypedCell {
  return edit.kind === 'set-value' || edit.kind === 'set-formula';
}

/** The edits of `log` followed by `edits`, without those that later ones make idle. */
export function joinEdits(
  log: readonly FileEdit[],
  edits: readonly FileEdit[],
  tagOfSheet: (name: string) => string | undefined,
): readonly FileEdit[] {
  let joined = [...log];
  for (const edit of edits) joined = joinOne(joined, edit, tagOfSheet);
  return joined;
}

function joinOne(log: readonly FileEdit[], edit: FileEdit, tagOfSheet: (name: string) => string | undefined): FileEdit[] {
  switch (edit.kind) {
    case 'mark-cells':
      return [...log, edit];
    case 'clear-marks': {
      const { sheet } = edit;
      // A later «clear» also takes away what stood in the file before, so it stays in the log itself.
      const isIdle = (other: FileEdit): boolean =>
        (other.kind === 'mark-cells' || other.kind === 'clear-marks') && (sheet === undefined || other.sheet === sheet);
      return [...log.filter((other) => !isIdle(other)), edit];
    }
    case 'write-sheet': {
      const { tag } = edit.content;
      const kept = log.filter((other) => !(isTyped(other) && tagOfSheet(other.sheet) === tag));
      const at = kept.findLastIndex(
        (other) => (other.kind === 'write-sheet' && other.content.tag === tag) || (other.kind === 'remove-sheet' && other.tag === tag),
      );
      // Written again, the sheet keeps its place among the tabs.
      if (kept[at]?.kind === 'write-sheet') return kept.map((other, index) => (index === at ? edit : other));
      return [...kept, edit];
    }
    case 'remove-sheet': {
      const { tag } = edit;
      const isIdle = (other: FileEdit): boolean =>
        (other.kind === 'write-sheet' && other.content.tag === tag) ||
        (other.kind === 'remove-sheet' && other.tag === tag) ||
        (isTyped(other) && tagOfSheet(other.sheet) === tag);
      return [...log.filter((other) => !isIdle(other)), edit];
    }
    case 'set-value':
    case 'set-formula':
      return [...log.filter((other) => !isSameCell(other, edit)), edit];
    case 'remember':
      return [...log.filter((other) => other.kind !== 'remember' || other.name !== edit.name), edit];
  }
}

/** What was typed, cell by cell, as it stands now. */
export function typedCells(log: readonly FileEdit[]): readonly TypedCell[] {
  return log.filter(isTyped);
}

export function isSameCell(edit: FileEdit, cell: Pick<TypedCell, 'sheet' | 'row' | 'column'>): boolean {
  return isTyped(edit) && edit.sheet === cell.sheet && edit.row === cell.row && edit.column === cell.column;
}

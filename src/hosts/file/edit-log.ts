/** The edits made to an opened file (修改记录), as few as give the same workbook: replayed on the bytes as they were opened, so that undoing leaves no trace. */
import type { Edit, SetValue } from '../../core/edits/edit.ts';

/** The edits of `log` followed by `edits`, without those that later ones make idle. */
export function joinEdits(log: readonly Edit[], edits: readonly Edit[], tagOfSheet: (name: string) => string | undefined): readonly Edit[] {
  let joined = [...log];
  for (const edit of edits) joined = joinOne(joined, edit, tagOfSheet);
  return joined;
}

function joinOne(log: readonly Edit[], edit: Edit, tagOfSheet: (name: string) => string | undefined): Edit[] {
  switch (edit.kind) {
    case 'mark-cells':
      return [...log, edit];
    case 'clear-marks': {
      const { sheet } = edit;
      // A later «clear» also takes away what stood in the file before, so it stays in the log itself.
      const isIdle = (other: Edit): boolean =>
        (other.kind === 'mark-cells' || other.kind === 'clear-marks') && (sheet === undefined || other.sheet === sheet);
      return [...log.filter((other) => !isIdle(other)), edit];
    }
    case 'write-sheet': {
      const { tag } = edit.content;
      const kept = log.filter((other) => !(other.kind === 'set-value' && tagOfSheet(other.sheet) === tag));
      const at = kept.findLastIndex(
        (other) => (other.kind === 'write-sheet' && other.content.tag === tag) || (other.kind === 'remove-sheet' && other.tag === tag),
      );
      // Written again, the sheet keeps its place among the tabs.
      if (kept[at]?.kind === 'write-sheet') return kept.map((other, index) => (index === at ? edit : other));
      return [...kept, edit];
    }
    case 'remove-sheet': {
      const { tag } = edit;
      const isIdle = (other: Edit): boolean =>
        (other.kind === 'write-sheet' && other.content.tag === tag) ||
        (other.kind === 'remove-sheet' && other.tag === tag) ||
        (other.kind === 'set-value' && tagOfSheet(other.sheet) === tag);
      return [...log.filter((other) => !isIdle(other)), edit];
    }
    case 'set-value':
      return [...log.filter((other) => !isSameCell(other, edit)), edit];
  }
}

/** What was typed, cell by cell, as it stands now. */
export function typedCells(log: readonly Edit[]): readonly SetValue[] {
  return log.filter((edit) => edit.kind === 'set-value');
}

export function isSameCell(edit: Edit, cell: Pick<SetValue, 'sheet' | 'row' | 'column'>): boolean {
  return edit.kind === 'set-value' && edit.sheet === cell.sheet && edit.row === cell.row && edit.column === cell.column;
}

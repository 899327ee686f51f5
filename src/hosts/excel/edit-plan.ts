/** What a list of edits comes to (编辑计划): the last word on each mark, sheet and cell, so that all of it is written in one go. */
import type { Edit, MarkCells, SetValue } from '../../core/edits/edit.ts';
import type { SheetContent } from '../../core/edits/sheet-content.ts';

export interface EditPlan {
  /** Sheets whose marks go first; all of them when `everywhere`. */
  readonly cleared: { readonly everywhere: boolean; readonly sheets: ReadonlySet<string> };
  readonly marks: ReadonlyMap<string, readonly MarkCells[]>;
  /** By tag: the content to write, or undefined when the sheet goes. */
  readonly sheets: ReadonlyMap<string, SheetContent | undefined>;
  readonly values: readonly SetValue[];
}

export function planEdits(edits: readonly Edit[]): EditPlan {
  let everywhere = false;
  const cleared = new Set<string>();
  const marks = new Map<string, MarkCells[]>();
  const sheets = new Map<string, SheetContent | undefined>();
  const values = new Map<string, SetValue>();
  for (const edit of edits) {
    switch (edit.kind) {
      case 'clear-marks':
        if (edit.sheet === undefined) {
          everywhere = true;
          marks.clear();
        } else {
          cleared.add(edit.sheet);
          marks.delete(edit.sheet);
        }
        break;
      case 'mark-cells':
        if (edit.areas.length > 0) marks.set(edit.sheet, [...(marks.get(edit.sheet) ?? []), edit]);
        break;
      case 'write-sheet':
        sheets.set(edit.content.tag, edit.content);
        break;
      case 'remove-sheet':
        sheets.set(edit.tag, undefined);
        break;
      case 'set-value':
        values.set(`${edit.sheet}!${edit.row},${edit.column}`, edit);
        break;
    }
  }
  return { cleared: { everywhere, sheets: cleared }, marks, sheets, values: [...values.values()] };
}

export function isCleared({ cleared }: EditPlan, sheet: string): boolean {
  return cleared.everywhere || cleared.sheets.has(sheet);
}

/** Done twice it comes to the same, unless marks are added to marks. */
export function isRepeatable(plan: EditPlan): boolean {
  return [...plan.marks.keys()].every((sheet) => isCleared(plan, sheet));
}

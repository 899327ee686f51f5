/** Where a workbook lives (宿主), as the pane and the commands see it: Excel, or a file opened in the workbench. Coarse and asynchronous on purpose. */
import type { Edit } from '../core/edits/edit.ts';
import type { Workbook } from '../core/workbook/workbook.ts';

/** Zero-based; the sheet by its name. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface HostRunOptions {
  readonly signal?: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Told when the host has to wait: for a person to leave the cell being edited, or for a busy Excel. */
  readonly onWaiting?: (why: 'cell-edit' | 'busy') => void;
}

export interface HostReading {
  readonly workbook: Workbook;
  /** Sheets too long to be read whole, with the number of rows that were read. */
  readonly cutShort: readonly { readonly sheet: string; readonly rows: number }[];
  /** The workbook can only be looked at: no marks, no sheets of ours. */
  readonly isReadOnly: boolean;
  /** No sheet can be added (工作簿结构保护). */
  readonly isStructureProtected: boolean;
}

/** Something planned that was left undone; `edited`: people have changed that sheet of ours, so it stays. */
export interface HostSkipped {
  readonly sheet: string;
  readonly what: Edit['kind'];
  readonly why: 'protected' | 'structure-protected' | 'gone' | 'edited';
}

export interface HostApplied {
  /** Our sheets that were written, by their names in the workbook. */
  readonly written: readonly { readonly tag: string; readonly name: string }[];
  readonly skipped: readonly HostSkipped[];
  /** Puts back what stood in the cells that were set; present when the edits set any. */
  readonly undo?: () => Promise<void>;
}

export type HostRevealed = 'shown' | 'in-hidden-row' | 'in-hidden-column' | 'sheet-hidden' | 'sheet-gone' | 'structure-protected';

export interface WorkbookHost {
  readonly kind: 'excel' | 'file';
  /** Reads the whole workbook; with `onlyEdited` a host may take what nobody has edited since from its last reading, and gives way to typing. */
  read(options?: HostRunOptions & { readonly onlyEdited?: boolean }): Promise<HostReading>;
  /** Applies edits all or none; a sheet of ours that people have edited is skipped unless `overwriteEdited` names its tag. */
  apply(edits: readonly Edit[], options?: HostRunOptions & { readonly overwriteEdited?: readonly string[] }): Promise<HostApplied>;
  /** Selects a cell without stealing the focus from the pane. */
  reveal(place: CellPlace, options?: { readonly showHiddenSheet?: boolean }): Promise<HostRevealed>;
  /** Small texts kept with the workbook: settings, not facts (those live in 补充资料). */
  recall(name: string): Promise<string | undefined>;
  /** `undefined` forgets. A workbook that is saved elsewhere, or not at all, is remembered for as long as it is open. */
  remember(name: string, text: string | undefined): Promise<void>;
  /** Tells, a quiet moment after the last one, that a person edited cells; answers how to stop listening. */
  hearEdits(tell: () => void): Promise<() => Promise<void>>;
}

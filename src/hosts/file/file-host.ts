/** A workbook file opened in the workbench (文件宿主): read, marked, typed into, undone and saved, with everything that nobody touched left as it was. */
import type { Edit, RemoveSheet, SetValue, WriteSheet } from '../../core/edits/edit.ts';
import { cellAt, findSheet, type Sheet, type Workbook } from '../../core/workbook/workbook.ts';
import type { CellPlace, HostApplied, HostReading, HostRevealed, HostSkipped, WorkbookHost } from '../workbook-host.ts';
import { applyEdits } from './apply-edits.ts';
import { isSameCell, joinEdits, typedCells } from './edit-log.ts';
import { holdsNothingNew } from './held-texts.ts';
import { kindOfFile, openWorkbook } from './open-workbook.ts';
import { readLayouts, type SheetLayout } from './read-layout.ts';
import { readTyped } from './typed-text.ts';
import { withWaitingCells } from './waiting-cells.ts';

/** What the grid draws; a new object after every change. */
export interface FileState {
  readonly workbook: Workbook;
  readonly layouts: ReadonlyMap<string, SheetLayout>;
  /** The file as it would be saved now. */
  readonly bytes: Uint8Array;
  readonly isReadOnly: boolean;
  /** Something was changed since the file was opened or last saved. */
  readonly isUnsaved: boolean;
}

export type TypedOutcome = 'typed' | 'unchanged' | 'read-only' | 'protected' | 'formula';

/** Milliseconds of quiet before an edit is told, as in Excel. */
const QUIET = 250;

/** Throws UnusableWorkbook, with the reason and the remedy, when the file cannot be read. */
export async function openFileHost(bytes: Uint8Array, name: string): Promise<FileHost> {
  return new FileHost(bytes, await openWorkbook(bytes, name));
}

export class FileHost implements WorkbookHost {
  readonly kind = 'file';
  private readonly opened: Uint8Array;
  private log: readonly Edit[] = [];
  private current: FileState;
  private readonly watchers = new Set<() => void>();
  private readonly listeners = new Set<() => void>();
  private readonly revealers = new Set<(place: CellPlace) => void>();
  private readonly remembered = new Map<string, string>();
  /** What had been typed when a sheet of ours was written, by its tag. */
  private typedAtWriting: ReadonlyMap<string, ReadonlySet<Edit>> = new Map();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(bytes: Uint8Array, workbook: Workbook) {
    this.opened = bytes;
    const isReadOnly = kindOfFile(bytes) !== 'xlsx';
    const layouts = isReadOnly ? new Map<string, SheetLayout>() : readLayouts(bytes);
    this.current = { workbook, layouts, bytes, isReadOnly, isUnsaved: false };
  }

  readonly state = (): FileState => this.current;

  /** Tells after every change of the state; answers how to stop. */
  readonly watch = (tell: () => void): (() => void) => {
    this.watchers.add(tell);
    return () => this.watchers.delete(tell);
  };

  /** Tells which cell to show; answers how to stop. */
  readonly onReveal = (show: (place: CellPlace) => void): (() => void) => {
    this.revealers.add(show);
    return () => this.revealers.delete(show);
  };

  async read(): Promise<HostReading> {
    const { workbook, isReadOnly } = this.current;
    return { workbook, cutShort: [], isReadOnly, isStructureProtected: false };
  }

  async apply(edits: readonly Edit[], options: { readonly overwriteEdited?: readonly string[] } = {}): Promise<HostApplied> {
    const skipped = edits.flatMap((edit) => this.whySkipped(edit, options.overwriteEdited ?? []) ?? []);
    const kept = edits.filter((edit) => this.whySkipped(edit, options.overwriteEdited ?? []) === undefined);
    const typed = kept.filter((edit) => edit.kind === 'set-value');
    const before = typed.map((cell) => this.log.find((edit) => isSameCell(edit, cell)));
    const log = joinEdits(this.log, kept, this.tagOfSheet);
    const fresh = kept.flatMap((edit) => (edit.kind === 'write-sheet' ? [[edit.content.tag, new Set(typedCells(log))] as const] : []));
    await this.commit(log, new Map([...this.typedAtWriting, ...fresh]));
    const written = kept.flatMap((edit) => (edit.kind === 'write-sheet' ? [{ tag: edit.content.tag, name: this.nameOf(edit) }] : []));
    if (typed.length === 0) return { written, skipped };
    return { written, skipped, undo: () => this.putBack(typed, before) };
  }

  async reveal(place: CellPlace, options: { readonly showHiddenSheet?: boolean } = {}): Promise<HostRevealed> {
    const sheet = findSheet(this.current.workbook, place.sheet);
    if (sheet === undefined) return 'sheet-gone';
    if (sheet.visibility !== 'visible' && options.showHiddenSheet !== true) return 'sheet-hidden';
    for (const show of this.revealers) show(place);
    if (sheet.hiddenRows.has(place.row)) return 'in-hidden-row';
    return sheet.hiddenColumns.has(place.column) ? 'in-hidden-column' : 'shown';
  }

  async recall(name: string): Promise<string | undefined> {
    return this.remembered.get(name);
  }

  async remember(name: string, text: string): Promise<void> {
    this.remembered.set(name, text);
  }

  async hearEdits(tell: () => void): Promise<() => Promise<void>> {
    this.listeners.add(tell);
    return async () => {
      this.listeners.delete(tell);
    };
  }

  /** A person types into a cell of the grid. Throws UnusableWorkbook when the file does not allow it (part of an array, a table's header). */
  async type(place: CellPlace, text: string): Promise<TypedOutcome> {
    const sheet = findSheet(this.current.workbook, place.sheet);
    if (this.current.isReadOnly || sheet === undefined) return 'read-only';
    if (sheet.isProtected) return 'protected';
    if (text.trimStart().startsWith('=')) return 'formula';
    const cell = cellAt(sheet, place.row, place.column);
    const value = readTyped(text, cell);
    if (cell?.formula === undefined && value === (cell?.value ?? null)) return 'unchanged';
    await this.commit(joinEdits(this.log, [{ kind: 'set-value', ...place, value }], this.tagOfSheet));
    this.tellEdit();
    return 'typed';
  }

  /** The file was saved as it stands. */
  markSaved(): void {
    this.change({ ...this.current, isUnsaved: false });
  }

  private readonly tagOfSheet = (name: string): string | undefined => findSheet(this.current.workbook, name)?.tag;

  /** All or nothing: whatever throws, throws before anything is kept. */
  private async commit(log: readonly Edit[], typedAtWriting: ReadonlyMap<string, ReadonlySet<Edit>> = this.typedAtWriting): Promise<void> {
    const bytes = log.length === 0 ? this.opened : applyEdits(this.opened, log);
    const { name } = this.current.workbook;
    const typed = typedCells(log);
    const isCurrent = ({ tag }: Sheet): boolean => {
      const known = tag === undefined ? undefined : typedAtWriting.get(tag);
      return known !== undefined && typed.every((edit) => known.has(edit));
    };
    const workbook = withWaitingCells(await openWorkbook(bytes, name), typed, isCurrent);
    this.log = log;
    this.typedAtWriting = typedAtWriting;
    this.change({ ...this.current, workbook, layouts: readLayouts(bytes), bytes, isUnsaved: true });
  }

  private change(state: FileState): void {
    this.current = state;
    for (const tell of this.watchers) tell();
  }

  private tellEdit(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const tell of this.listeners) tell();
    }, QUIET);
  }

  private async putBack(typed: readonly SetValue[], before: readonly (Edit | undefined)[]): Promise<void> {
    const left = this.log.filter((edit) => !typed.some((cell) => isSameCell(edit, cell)));
    await this.commit([...left, ...before.filter((edit) => edit !== undefined)]);
  }

  private whySkipped(edit: Edit, overwriteEdited: readonly string[]): HostSkipped | undefined {
    switch (edit.kind) {
      case 'mark-cells':
      case 'set-value': {
        const sheet = findSheet(this.current.workbook, edit.sheet);
        if (sheet === undefined) return { sheet: edit.sheet, what: edit.kind, why: 'gone' };
        return edit.kind === 'set-value' && sheet.isProtected ? { sheet: edit.sheet, what: edit.kind, why: 'protected' } : undefined;
      }
      case 'clear-marks':
        return undefined;
      case 'write-sheet':
      case 'remove-sheet': {
        const sheet = this.ownSheet(edit);
        if (sheet === undefined || overwriteEdited.includes(tagOf(edit))) return undefined;
        return holdsNothingNew(sheet, this.contentsOf(edit)) ? undefined : { sheet: sheet.name, what: edit.kind, why: 'edited' };
      }
    }
  }

  private ownSheet(edit: WriteSheet | RemoveSheet): Sheet | undefined {
    const tag = tagOf(edit);
    const sheets = this.current.workbook.sheets.filter((sheet) => sheet.tag === tag);
    return sheets.find(({ name }) => edit.kind === 'write-sheet' && name === edit.content.name) ?? sheets[0];
  }

  private contentsOf(edit: WriteSheet | RemoveSheet): readonly WriteSheet['content'][] {
    const tag = tagOf(edit);
    return [...this.log, edit].flatMap((one) =>
      one.kind === 'write-sheet' && one.content.tag === tag && (one === edit || one.content.holdsHandWriting !== true) ? [one.content] : [],
    );
  }

  private nameOf(edit: WriteSheet): string {
    return this.ownSheet(edit)?.name ?? edit.content.name;
  }
}

function tagOf(edit: WriteSheet | RemoveSheet): string {
  return edit.kind === 'write-sheet' ? edit.content.tag : edit.tag;
}

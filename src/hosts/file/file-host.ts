/** A workbook file opened in the workbench (文件宿主): read, marked, typed into, undone and saved, with everything that nobody touched left as it was. */
import type { Edit, RemoveSheet, WriteSheet } from '../../core/edits/edit.ts';
import { cellAt, findSheet, type Sheet } from '../../core/workbook/workbook.ts';
import type { CellPlace, HostApplied, HostReading, HostRevealed, HostSkipped, WorkbookHost } from '../workbook-host.ts';
import { type FileEdit, isSameCell, joinEdits, type TypedCell, typedCells } from './edit-log.ts';
import { type FileContents, type FileDesk, localDesk } from './file-desk.ts';
import { holdsNothingNew } from './held-texts.ts';
import { formulaFault, readTyped, typedFormula } from './typed-text.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';

/** What the grid draws; a new object after every change. */
export interface FileState extends FileContents {
  /** Something was changed since the file was opened or last saved. */
  readonly isUnsaved: boolean;
}

export type TypedOutcome = 'typed' | 'unchanged' | 'read-only' | 'protected' | 'broken-formula' | 'newer-function';

/** Milliseconds of quiet before an edit is told, as in Excel. */
const QUIET = 250;

/** Throws UnusableWorkbook, with the reason and the remedy, when the file cannot be read. */
export async function openFileHost(bytes: Uint8Array, name: string, desk: FileDesk = localDesk()): Promise<FileHost> {
  return new FileHost(desk, await desk.open(bytes, name));
}

export class FileHost implements WorkbookHost {
  readonly kind = 'file';
  private readonly desk: FileDesk;
  private log: readonly FileEdit[] = [];
  /** One change after the other: each begins with what the last one left. */
  private turn: Promise<unknown> = Promise.resolve();
  private current: FileState;
  private readonly watchers = new Set<() => void>();
  private readonly listeners = new Set<() => void>();
  private readonly revealers = new Set<(place: CellPlace) => void>();
  /** What cannot be kept in the file (an old format, a signed one) is remembered for as long as it is open. */
  private readonly remembered = new Map<string, string | undefined>();
  /** What had been typed when a sheet of ours was written, by its tag. */
  private typedAtWriting: ReadonlyMap<string, ReadonlySet<FileEdit>> = new Map();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: FileDesk, contents: FileContents) {
    this.desk = desk;
    this.current = { ...contents, isUnsaved: false };
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

  apply(edits: readonly Edit[], options: { readonly overwriteEdited?: readonly string[] } = {}): Promise<HostApplied> {
    return this.inTurn(() => this.applyNow(edits, options));
  }

  private async applyNow(edits: readonly Edit[], options: { readonly overwriteEdited?: readonly string[] }): Promise<HostApplied> {
    const skipped = edits.flatMap((edit) => this.whySkipped(edit, options.overwriteEdited ?? []) ?? []);
    const kept = edits.filter((edit) => this.whySkipped(edit, options.overwriteEdited ?? []) === undefined);
    const typed = kept.filter((edit) => edit.kind === 'set-value');
    const before = typed.map((cell) => this.log.find((edit) => isSameCell(edit, cell)));
    const log = joinEdits(this.log, kept, this.tagOfSheet);
    const fresh = kept.flatMap((edit) => (edit.kind === 'write-sheet' ? [[edit.content.tag, new Set(typedCells(log))] as const] : []));
    await this.commit(log, new Map([...this.typedAtWriting, ...fresh]));
    const written = kept.flatMap((edit) => (edit.kind === 'write-sheet' ? [{ tag: edit.content.tag, name: this.nameOf(edit) }] : []));
    if (typed.length === 0) return { written, skipped };
    return { written, skipped, undo: () => this.inTurn(() => this.putBack(typed, before)) };
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
    return this.remembered.has(name) ? this.remembered.get(name) : this.current.remembered.get(name);
  }

  remember(name: string, text: string | undefined): Promise<void> {
    return this.inTurn(async () => {
      if ((await this.recall(name)) === text) return;
      try {
        if (this.current.isReadOnly) throw new UnusableWorkbook('read-only-format');
        await this.commit(joinEdits(this.log, [{ kind: 'remember', name, text }], this.tagOfSheet));
        this.remembered.delete(name);
      } catch (error) {
        if (!(error instanceof UnusableWorkbook)) throw error;
        this.remembered.set(name, text);
      }
    });
  }

  async hearEdits(tell: () => void): Promise<() => Promise<void>> {
    this.listeners.add(tell);
    return async () => {
      this.listeners.delete(tell);
    };
  }

  /** A person types into a cell of the grid. Rejects with UnusableWorkbook when the file does not allow it (part of an array, a table's header). */
  type(place: CellPlace, text: string): Promise<TypedOutcome> {
    return this.inTurn(() => this.typeNow(place, text));
  }

  private async typeNow({ sheet: name, row, column }: CellPlace, text: string): Promise<TypedOutcome> {
    const sheet = findSheet(this.current.workbook, name);
    if (this.current.isReadOnly || sheet === undefined) return 'read-only';
    if (sheet.isProtected) return 'protected';
    const cell = cellAt(sheet, row, column);
    const fault = formulaFault(text, cell);
    if (fault !== undefined) return fault;
    const formula = typedFormula(text, cell);
    const value = formula === undefined ? readTyped(text, cell) : null;
    const isSame = formula === undefined ? cell?.formula === undefined && value === (cell?.value ?? null) : formula === cell?.formula;
    if (isSame) return 'unchanged';
    const at = { sheet: name, row, column };
    const edit: TypedCell = formula === undefined ? { kind: 'set-value', ...at, value } : { kind: 'set-formula', ...at, formula };
    await this.commit(joinEdits(this.log, [edit], this.tagOfSheet));
    this.tellEdit();
    return 'typed';
  }

  /** The file was saved as it stands. */
  markSaved(): void {
    this.change({ ...this.current, isUnsaved: false });
  }

  private readonly tagOfSheet = (name: string): string | undefined => findSheet(this.current.workbook, name)?.tag;

  /** All or nothing: whatever throws, throws before anything is kept. */
  private async commit(
    log: readonly FileEdit[],
    typedAtWriting: ReadonlyMap<string, ReadonlySet<FileEdit>> = this.typedAtWriting,
  ): Promise<void> {
    const typed = typedCells(log);
    const settled = [...typedAtWriting].flatMap(([tag, known]) => (typed.every((edit) => known.has(edit)) ? [tag] : []));
    const contents = await this.desk.rewrite(log, settled);
    this.log = log;
    this.typedAtWriting = typedAtWriting;
    this.change({ ...contents, isUnsaved: this.current.isUnsaved || !isSameFile(contents.bytes, this.current.bytes) });
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
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

  private async putBack(typed: readonly TypedCell[], before: readonly (FileEdit | undefined)[]): Promise<void> {
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

function isSameFile(one: Uint8Array, other: Uint8Array): boolean {
  return one === other || (one.length === other.length && one.every((byte, at) => byte === other[at]));
}

/** Where a file opened in the workbench is worked on (文件处理): read, rewritten with what was done to it, recalculated. Heavy, so it may live in a worker. */
import type { Workbook } from '../../core/workbook/workbook.ts';
import { applyEdits, storeResults } from './apply-edits.ts';
import { type FileEdit, type TypedCell, typedCells } from './edit-log.ts';
import { kindOfFile, openWorkbook } from './open-workbook.ts';
import { readLayouts, type SheetLayout } from './read-layout.ts';
import { readXlsx } from './read-xlsx.ts';
import { Recalculation, type StartEngine } from './recalculate.ts';
import { readRemembered } from './remembered.ts';
import { SheetMemory } from './sheet-memory.ts';
import { countWaiting, dependantsOf, type Result, withResults } from './waiting-cells.ts';

export interface FileContents {
  readonly workbook: Workbook;
  readonly layouts: ReadonlyMap<string, SheetLayout>;
  /** The file as it would be saved now. */
  readonly bytes: Uint8Array;
  readonly isReadOnly: boolean;
  /** How many formula cells have no value that is known to be right. */
  readonly waiting: number;
  /** Small texts that the file keeps for us, by name. */
  readonly remembered: ReadonlyMap<string, string>;
}

export interface FileDesk {
  /** Once, before anything else. Rejects with UnusableWorkbook, with the reason and the remedy, when the file cannot be read. */
  open(bytes: Uint8Array, name: string): Promise<FileContents>;
  /**
   * The opened file with all these edits. `settled`: tags of our own sheets that were written after everything was typed. Rejects with
   * UnusableWorkbook, leaving things as they were, when an edit would damage the file.
   */
  rewrite(log: readonly FileEdit[], settled: readonly string[]): Promise<FileContents>;
}

/** The desk itself; without an engine every formula that depends on a typed cell waits for Excel. */
export function localDesk(startEngine?: StartEngine): FileDesk {
  return new LocalDesk(startEngine);
}

class LocalDesk implements FileDesk {
  private readonly startEngine: StartEngine | undefined;
  private readonly memory = new SheetMemory();
  private opened: FileContents | undefined;
  private recalculation: Promise<Recalculation> | undefined;

  constructor(startEngine: StartEngine | undefined) {
    this.startEngine = startEngine;
  }

  async open(bytes: Uint8Array, name: string): Promise<FileContents> {
    const isReadOnly = kindOfFile(bytes) !== 'xlsx';
    const workbook = isReadOnly ? await openWorkbook(bytes, name) : this.read(bytes, name);
    const layouts = isReadOnly ? new Map<string, SheetLayout>() : readLayouts(bytes, this.memory);
    const remembered = isReadOnly ? new Map<string, string>() : readRemembered(bytes);
    this.opened = { workbook, layouts, bytes, isReadOnly, waiting: countWaiting(workbook), remembered };
    return this.opened;
  }

  async rewrite(log: readonly FileEdit[], settled: readonly string[]): Promise<FileContents> {
    const { opened } = this;
    if (opened === undefined) throw new Error('no file was opened');
    if (log.length === 0) return opened;
    const written = applyEdits(opened.bytes, log);
    const read = this.read(written, opened.workbook.name);
    const isSettled = new Set(read.sheets.filter(({ tag }) => tag !== undefined && settled.includes(tag)).map(({ name }) => name));
    const results = (await this.results(opened.workbook, read, typedCells(log))).filter(({ sheet }) => !isSettled.has(sheet));
    const bytes = results.length === 0 ? written : storeResults(written, results);
    const workbook = withResults(read, results);
    return {
      workbook,
      layouts: readLayouts(written, this.memory),
      bytes,
      isReadOnly: false,
      waiting: countWaiting(workbook),
      remembered: readRemembered(written),
    };
  }

  private read(bytes: Uint8Array, name: string): Workbook {
    this.memory.nextReading();
    return readXlsx(bytes, name, this.memory);
  }

  private async results(opened: Workbook, workbook: Workbook, typed: readonly TypedCell[]): Promise<readonly Result[]> {
    const formulas = typed.filter(({ kind }) => kind === 'set-formula');
    const affected = typed.length === 0 ? [] : [...formulas, ...dependantsOf(workbook, typed)];
    if (affected.length === 0) return [];
    const recalculation = await this.calculator(opened);
    if (recalculation !== undefined) return recalculation.recalculate(workbook, typed);
    return affected.map(({ sheet, row, column }) => ({ sheet, row, column, value: undefined }));
  }

  /** Fetched at the first edit that needs it; an engine that does not start leaves the formulas waiting. */
  private async calculator(opened: Workbook): Promise<Recalculation | undefined> {
    if (this.startEngine === undefined) return undefined;
    this.recalculation ??= Recalculation.start(opened, this.startEngine);
    return this.recalculation.catch(() => undefined);
  }
}

/** Recalculates what depends on typed cells (重新计算), by a calculation engine that is trusted only where it reproduces what the file itself says. */
import { type Cell, cellAt, type CellValue, findSheet, isError, type Workbook } from '../../core/workbook/workbook.ts';
import { type FormulaReading, type FormulaSurroundings, readFormula } from './engine-formula.ts';
import type { TypedCell } from './edit-log.ts';
import { dependantsOf, formulaPlaces, isWaiting, type Place, placeKey } from './waiting-cells.ts';

/** The port to a calculation engine: sheets named Sheet1, Sheet2 …, rows and columns counted from zero. */
export interface FormulaEngine {
  /** What one would type: «1.5», «'text», «=SUM(A1:A3)», or nothing. */
  set(sheet: number, row: number, column: number, input: string): void;
  /** Computes everything anew, then answers the cells' values to the last digit. */
  valuesOf(cells: readonly EngineCell[]): readonly CellValue[];
}

export interface EngineCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** Starts an engine with so many empty sheets; it may have to be fetched and compiled first. */
export type StartEngine = (sheetCount: number) => Promise<FormulaEngine>;

/** A formula cell after typing: its value, or undefined where only Excel can tell. */
export interface Recalculated extends Place {
  readonly value: Exclude<CellValue, null> | undefined;
}

/** Excel shows fifteen digits; sums of the same cells may differ behind them. */
const SAME = 1e-12;
/** What adding binary numbers leaves of nothing, and behind the decimals that amounts are kept with. */
const RESIDUE = { ofSums: 1e-6, ofOthers: 1e-9, ofAmounts: 2e-8 };
const MOST_DECIMALS = 6;

export class Recalculation {
  private readonly opened: Workbook;
  private readonly engine: FormulaEngine;
  private readonly around: FormulaSurroundings;
  /** The engine's number of each sheet, by its name in small letters. */
  private readonly numbers: ReadonlyMap<string, number>;
  /** Formulas of the opened workbook whose stored values the engine does not reproduce. */
  private readonly doubtful: ReadonlySet<string>;
  private readonly readings = new Map<string, FormulaReading>();
  private changed: readonly Place[] = [];

  /** `opened`: the workbook as the file stores it, before anybody typed. Rejects when the engine cannot start. */
  static async start(opened: Workbook, startEngine: StartEngine): Promise<Recalculation> {
    const sheets = opened.sheets.filter(({ tag }) => tag === undefined);
    return new Recalculation(opened, await startEngine(sheets.length));
  }

  private constructor(opened: Workbook, engine: FormulaEngine) {
    this.opened = opened;
    this.engine = engine;
    // Our own sheets are rewritten behind the engine's back, so that it is not told of them.
    const sheets = opened.sheets.filter(({ tag }) => tag === undefined);
    this.numbers = new Map(sheets.map(({ name }, number) => [name.toLowerCase(), number]));
    const engineSheet = (name: string): string | undefined => {
      const number = this.numbers.get(name.toLowerCase());
      return number === undefined ? undefined : `Sheet${number + 1}`;
    };
    this.around = { engineSheet, hasHiddenRows: sheets.some(({ hiddenRows }) => hiddenRows.size > 0) };
    for (const sheet of sheets) {
      sheet.grid.forEach((cells, row) =>
        cells?.forEach((cell, column) => {
          const input = this.inputOf(cell);
          if (input !== '') this.place({ sheet: sheet.name, row, column }, input);
        }),
      );
    }
    this.doubtful = this.findDoubtful();
  }

  /** The typed formulas and all that depend on `typed`; `workbook` is the one that holds what was typed. */
  recalculate(workbook: Workbook, typed: readonly TypedCell[]): readonly Recalculated[] {
    this.placeTyped(typed);
    const formulas = formulaPlaces(workbook);
    const affected = dependantsOf(workbook, typed);
    const keys = new Set(affected.map(placeKey));
    const ownTyped = typed.filter((edit) => edit.kind === 'set-formula' && !keys.has(placeKey(edit)));
    // What fills several cells is not computed; it keeps its value until something it reads is typed.
    const arrays = affected.filter((place) => cellOf(workbook, place)?.array !== undefined);
    const uncertain = [...arrays, ...formulas.filter((place) => this.isUncertain(place, workbook)), ...typed.filter(mayBecomeNumber)];
    const untold = new Set([...uncertain, ...dependantsOf(workbook, uncertain)].map(placeKey));
    const wanted = [...ownTyped, ...affected].map(({ sheet, row, column }) => ({ sheet, row, column }));
    const certain = wanted.filter((place) => !untold.has(placeKey(place)));
    const values = this.valuesAt(certain);
    const found = new Map(certain.map((place, index) => [placeKey(place), told(values[index], formulaAt(workbook, place) ?? '')]));
    return wanted.map((place) => ({ ...place, value: found.get(placeKey(place)) }));
  }

  private findDoubtful(): ReadonlySet<string> {
    const places = formulaPlaces(this.opened).filter((place) => this.inputAt(place).startsWith('='));
    const values = this.valuesAt(places);
    const wrong = places.filter((place, index) => {
      const sheet = findSheet(this.opened, place.sheet);
      const stored = (sheet && cellAt(sheet, place.row, place.column)?.value) ?? null;
      // Programs that never calculate store nothing: then there is nothing to contradict.
      return !isNotStored(stored) && !isSame(stored, values[index] ?? null, formulaAt(this.opened, place) ?? '');
    });
    return new Set(wrong.map(placeKey));
  }

  /** Not covered at all, or opened with a value that the engine does not come to. */
  private isUncertain(place: Place, workbook: Workbook): boolean {
    const { formula = '', array } = cellOf(workbook, place) ?? {};
    if (array !== undefined) return isWaiting(cellOf(workbook, place)?.value ?? null);
    if (!this.numbers.has(place.sheet.toLowerCase()) || this.reading(formula).kind !== 'covered') return true;
    return this.doubtful.has(placeKey(place)) && formulaAt(this.opened, place) === formula;
  }

  private placeTyped(typed: readonly TypedCell[]): void {
    for (const place of this.changed) this.place(place, this.inputAt(place));
    for (const edit of typed) {
      this.place(edit, this.inputOf(edit.kind === 'set-formula' ? { value: null, formula: edit.formula } : { value: edit.value }));
    }
    this.changed = typed;
  }

  private reading(formula: string): FormulaReading {
    const known = this.readings.get(formula) ?? readFormula(formula, this.around);
    this.readings.set(formula, known);
    return known;
  }

  private inputAt({ sheet, row, column }: Place): string {
    return this.inputOf(cellOf(this.opened, { sheet, row, column }));
  }

  private inputOf(cell: Cell | undefined): string {
    if (cell?.formula !== undefined && cell.array === undefined) {
      const reading = this.reading(cell.formula);
      // Anything else stands in the engine as nothing, and nobody who reads it is believed.
      return reading.kind === 'covered' ? `=${reading.text}` : '';
    }
    const value = cell?.value ?? null;
    if (value === null) return '';
    if (isError(value)) return '=NA()';
    if (typeof value === 'string') return `'${value}`;
    return typeof value === 'boolean' ? `=${value ? 'TRUE' : 'FALSE'}` : String(value);
  }

  private place({ sheet, row, column }: Place, input: string): void {
    const number = this.numbers.get(sheet.toLowerCase());
    if (number !== undefined) this.engine.set(number, row, column, input);
  }

  private valuesAt(places: readonly Place[]): readonly CellValue[] {
    return this.engine.valuesOf(
      places.map(({ sheet, row, column }) => ({ sheet: this.numbers.get(sheet.toLowerCase()) ?? 0, row, column })),
    );
  }
}

function formulaAt(workbook: Workbook, { sheet, row, column }: Place): string | undefined {
  return cellOf(workbook, { sheet, row, column })?.formula;
}

function cellOf(workbook: Workbook, { sheet, row, column }: Place): Cell | undefined {
  const found = findSheet(workbook, sheet);
  return found && cellAt(found, row, column);
}

/** Text with digits: Excel may read it as a number or a date where the engine does not. */
function mayBecomeNumber(edit: TypedCell): boolean {
  return edit.kind === 'set-value' && typeof edit.value === 'string' && /\p{N}/u.test(edit.value);
}

/** Of the errors only a division by zero is surely Excel's too; the others may be the engine's own. */
function told(value: CellValue | undefined, formula: string): Recalculated['value'] {
  if (value === undefined || value === null) return undefined;
  if (isError(value)) return value.error === '#DIV/0!' ? value : undefined;
  if (typeof value !== 'number') return value;
  return withoutResidue(value, formula);
}

/** Sums of amounts are amounts: 99850.5100000001 is 99850.51, and 5.6E-17 is 0. */
function withoutResidue(value: number, formula: string): number {
  const isSum = /[-+]|SUM/i.test(formula) && !/[*/^%]/.test(formula);
  if (Math.abs(value) < (isSum ? RESIDUE.ofSums : RESIDUE.ofOthers)) return 0;
  const amount = Number(value.toFixed(MOST_DECIMALS));
  return isSum && Math.abs(value - amount) < RESIDUE.ofAmounts ? amount : Number(value.toPrecision(15));
}

function isNotStored(value: CellValue): boolean {
  return value === null || isWaiting(value);
}

function isSame(stored: CellValue, computed: CellValue, formula: string): boolean {
  if (typeof stored === 'number' && typeof computed === 'number') {
    const larger = Math.max(Math.abs(stored), Math.abs(computed));
    return Math.abs(stored - computed) <= larger * SAME || withoutResidue(stored, formula) === withoutResidue(computed, formula);
  }
  if (isError(stored) && isError(computed ?? null)) return stored.error === (computed as { error: string }).error;
  return stored === computed;
}

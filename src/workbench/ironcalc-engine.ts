/** IronCalc behind the port of the calculation engine (计算引擎): the same in the page's worker and in tests. */
import start, { Model } from '@ironcalc/wasm';
import { cellAddress } from '../core/workbook/address.ts';
import type { CellValue } from '../core/workbook/workbook.ts';
import type { EngineCell, FormulaEngine } from '../hosts/file/recalculate.ts';

const NUMBER = 1;
const TRUTH = 4;
const ERROR = 16;

/** `wasm`: the bytes of the engine. Rejects where WebAssembly may not run. */
export async function startIronCalc(wasm: Uint8Array, sheetCount: number): Promise<FormulaEngine> {
  await start({ module_or_path: new Uint8Array(wasm) });
  return new IronCalc(sheetCount);
}

class IronCalc implements FormulaEngine {
  private readonly model = new Model('workbook', 'en', 'UTC', 'en');
  /** The sheet behind the workbook's own, where cells are spelt out. */
  private readonly spelling: number;
  private readonly lines = new Map<string, number>();

  constructor(sheetCount: number) {
    this.model.pauseEvaluation();
    for (let sheet = 0; sheet < sheetCount; sheet++) this.model.newSheet();
    this.spelling = sheetCount;
  }

  set(sheet: number, row: number, column: number, input: string): void {
    if (input === '') this.model.rangeClearContents(sheet, row + 1, column + 1, row + 1, column + 1);
    else this.model.setUserInput(sheet, row + 1, column + 1, input);
  }

  valuesOf(cells: readonly EngineCell[]): readonly CellValue[] {
    const lines = cells.map((cell) => this.lineOf(cell));
    this.model.evaluate();
    const values = cells.map((cell, index) => this.valueOf(cell, lines[index] ?? 0));
    // What could be undone or sent to other people is kept otherwise, edit after edit.
    this.model.flushSendQueue();
    return values;
  }

  /** The engine shows numbers as their format prints them; joined with an empty text they have all their digits. */
  private lineOf({ sheet, row, column }: EngineCell): number {
    const cell = `Sheet${sheet + 1}!${cellAddress({ row, column })}`;
    const known = this.lines.get(cell);
    if (known !== undefined) return known;
    const line = this.lines.size + 1;
    this.lines.set(cell, line);
    this.model.setUserInput(this.spelling, line, 1, `=${cell}&""`);
    return line;
  }

  private valueOf({ sheet, row, column }: EngineCell, line: number): CellValue {
    const type = this.model.getCellType(sheet, row + 1, column + 1);
    if (type === ERROR) return { error: this.model.getFormattedCellValue(sheet, row + 1, column + 1) };
    const text = this.model.getFormattedCellValue(this.spelling, line, 1);
    if (type === NUMBER) return Number(text);
    return type === TRUTH ? text === 'TRUE' : text;
  }
}

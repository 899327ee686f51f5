/** The calculation engine with its WebAssembly inside (计算引擎): a chunk of its own, loaded at the first edit that a formula depends on; nothing is fetched. */
import wasm from '@ironcalc/wasm/wasm_bg.wasm';
import type { FormulaEngine } from '../hosts/file/recalculate.ts';
import { startIronCalc } from './ironcalc-engine.ts';

export function loadEngine(sheetCount: number): Promise<FormulaEngine> {
  const bytes = Uint8Array.from(atob(wasm.slice(wasm.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  return startIronCalc(bytes, sheetCount);
}

/** Stores what formulas came to (公式结果), or takes away what is out of date: the formula and the look of the cell stay as they are. */
import { parseAddress } from '../../core/workbook/address.ts';
import { type CellValue, isError } from '../../core/workbook/workbook.ts';
import { textXml } from './own-sheet-xml.ts';
import { splice, type Splice } from './splice.ts';
import type { Result } from './waiting-cells.ts';
import { CLOSE, OPEN, XmlScanner } from './xml.ts';
import { escapeXml } from './xml-text.ts';

/** `results` are of this sheet; a result for a cell without a formula is passed over. */
export function setResults(xml: string, part: string, results: readonly Result[]): string {
  const wanted = new Map(results.map(({ row, column, value }) => [`${row},${column}`, value]));
  const scanner = new XmlScanner(xml, part);
  const changes: Splice[] = [];
  let row = -1;
  let column = -1;
  while (scanner.next()) {
    if (scanner.kind === CLOSE) continue;
    if (scanner.depth === 2 && scanner.is('row')) [row, column] = [(scanner.integer('r') ?? row + 2) - 1, -1];
    else if (scanner.depth === 3 && scanner.is('c')) {
      column = parseAddress(scanner.attribute('r') ?? '')?.column ?? column + 1;
      const key = `${row},${column}`;
      if (scanner.kind === OPEN && wanted.has(key)) changes.push(...changesOf(scanner, xml, wanted.get(key)));
    }
  }
  return splice(xml, changes);
}

/** At the opening tag of a cell; stops at its closing one. */
function changesOf(scanner: XmlScanner, xml: string, value: CellValue | undefined): readonly Splice[] {
  const { prefix, start, end } = scanner;
  const { type, text } = storedForm(value);
  const opening = xml.slice(start, end - 1).replace(/\s+t\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  const stored = text === undefined ? '' : `<${prefix}v${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${text}</${prefix}v>`;
  const changes: Splice[] = [{ start, end, text: `${opening}${type === undefined ? '' : ` t="${type}"`}>` }];
  let behindFormula: number | undefined;
  while (scanner.next()) {
    if (scanner.kind === CLOSE && scanner.depth === 3) break;
    if (scanner.kind === CLOSE || scanner.depth !== 4) continue;
    const from = scanner.start;
    const [isFormula, isValue] = [scanner.is('f'), scanner.is('v')];
    scanner.skipElement();
    if (isFormula) behindFormula = scanner.end;
    else if (isValue) changes.push({ start: from, end: scanner.end, text: stored });
  }
  if (behindFormula === undefined) return [];
  return changes.length > 1 ? changes : [...changes, { start: behindFormula, end: behindFormula, text: stored }];
}

function storedForm(value: CellValue | undefined): { readonly type?: 'str' | 'b' | 'e'; readonly text?: string } {
  if (value === undefined || value === null) return {};
  if (isError(value)) return { type: 'e', text: escapeXml(value.error) };
  if (typeof value === 'boolean') return { type: 'b', text: value ? '1' : '0' };
  return typeof value === 'number' ? { text: String(value) } : { type: 'str', text: textXml(value) };
}

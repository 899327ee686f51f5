/** Types one value or formula into one cell of the user's (填入数值): the cell keeps its look, loses its old formula, and nothing else on the sheet moves. */
import { type Area, areaAddress, cellAddress, parseArea } from '../../core/workbook/address.ts';
import { textXml } from './own-sheet-xml.ts';
import { SharedFormula } from './shared-formula.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';
import { splice, type Splice } from './splice.ts';
import { CLOSE, EMPTY, OPEN, XmlScanner } from './xml.ts';
import { escapeXml } from './xml-text.ts';

export interface TypedValue {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | null;
  /** Without its «=»; its value is not known yet. */
  readonly formula?: string;
}

export function setValue(xml: string, part: string, typed: TypedValue): string {
  const site = findSite(xml, part, typed);
  const changes = [...site.changes];
  if (site.orphans !== undefined) changes.push(...adoptOrphans(xml, part, site.orphans.index, site.orphans.master, typed));
  return splice(xml, changes);
}

interface Site {
  readonly changes: readonly Splice[];
  /** The cell was the master of a shared formula: its followers need a formula of their own. */
  readonly orphans: { readonly index: number; readonly master: SharedFormula } | undefined;
}

function findSite(xml: string, part: string, typed: TypedValue): Site {
  const scanner = new XmlScanner(xml, part);
  const changes: Splice[] = [];
  let p = '';
  let orphans: Site['orphans'];
  let columnStyle: number | undefined;
  let done = false;
  while (scanner.next()) {
    if (scanner.depth === 0) p = scanner.prefix;
    else if (scanner.kind !== CLOSE && scanner.depth === 1 && scanner.is('dimension')) changes.push(...widened(scanner, typed));
    else if (scanner.kind !== CLOSE && scanner.depth === 2 && scanner.is('col')) {
      if ((scanner.integer('min') ?? 0) <= typed.column + 1 && typed.column + 1 <= (scanner.integer('max') ?? 0))
        columnStyle = scanner.integer('style');
    } else if (scanner.depth === 1 && scanner.is('sheetData') && scanner.kind !== CLOSE) {
      if (scanner.kind === EMPTY) {
        const text = `<${p}sheetData>${rowXml(p, typed, columnStyle)}</${p}sheetData>`;
        changes.push({ start: scanner.start, end: scanner.end, text });
      } else orphans = inRows();
    }
  }
  return { changes, orphans };

  function inRows(): Site['orphans'] {
    let row = -1;
    let found: Site['orphans'];
    while (scanner.next()) {
      if (scanner.kind === CLOSE) {
        if (scanner.depth !== 1) continue;
        if (!done) changes.push({ start: scanner.start, end: scanner.start, text: rowXml(p, typed, columnStyle) });
        break;
      }
      if (scanner.is('f') && fillsSeveral(scanner)) refusePartOfArray(scanner, typed);
      if (scanner.depth !== 2 || !scanner.is('row')) continue;
      row = (scanner.integer('r') ?? row + 2) - 1;
      if (done || row < typed.row) continue;
      done = true;
      if (row > typed.row) changes.push({ start: scanner.start, end: scanner.start, text: rowXml(p, typed, columnStyle) });
      else found = inRow(scanner.flag('customFormat') ? scanner.integer('s') : columnStyle);
    }
    return found;
  }

  function inRow(style: number | undefined): Site['orphans'] {
    const spans = scanner.attributeSpan('spans');
    const [from, to] = (scanner.attribute('spans') ?? '').split(':').map(Number);
    if (spans !== undefined && from !== undefined && to !== undefined && (typed.column + 1 < from || typed.column + 1 > to)) {
      changes.push({ ...spans, text: `${Math.min(from, typed.column + 1)}:${Math.max(to, typed.column + 1)}` });
    }
    if (scanner.kind === EMPTY) {
      const opened = xml.slice(Math.max(scanner.start, spans === undefined ? 0 : spans.end), scanner.end - 2);
      const start = scanner.end - opened.length - 2;
      changes.push({ start, end: scanner.end, text: `${opened}>${cellXml(p, typed, cellAddress(typed), style)}</${p}row>` });
      return undefined;
    }
    let column = -1;
    while (scanner.next()) {
      if (scanner.kind === CLOSE && scanner.depth === 2) {
        changes.push({ start: scanner.start, end: scanner.start, text: cellXml(p, typed, cellAddress(typed), style) });
        return undefined;
      }
      if (scanner.is('f') && fillsSeveral(scanner)) refusePartOfArray(scanner, typed);
      if (scanner.kind === CLOSE || scanner.depth !== 3 || !scanner.is('c')) continue;
      column = parseArea(scanner.attribute('r') ?? '')?.left ?? column + 1;
      if (column < typed.column) continue;
      if (column === typed.column) return replaceCell();
      changes.push({ start: scanner.start, end: scanner.start, text: cellXml(p, typed, cellAddress(typed), style) });
      return undefined;
    }
    return undefined;
  }

  function replaceCell(): Site['orphans'] {
    const start = scanner.start;
    const text = cellXml(p, typed, scanner.attribute('r'), scanner.integer('s'));
    let master: Site['orphans'];
    if (scanner.kind === OPEN) {
      while (scanner.next()) {
        if (scanner.kind === CLOSE && scanner.depth === 3) break;
        if (scanner.kind === CLOSE || !scanner.is('f')) continue;
        const isShared = scanner.attribute('t') === 'shared';
        if (fillsSeveral(scanner)) refusePartOfArray(scanner, typed);
        const index = scanner.integer('si') ?? 0;
        if (scanner.kind === EMPTY) continue;
        scanner.skipElement();
        if (isShared && scanner.text() !== '') master = { index, master: new SharedFormula(scanner.text(), typed.row, typed.column) };
      }
    }
    changes.push({ start, end: scanner.end, text });
    return master;
  }
}

/** An array formula, or a data table (模拟运算表). */
function fillsSeveral(scanner: XmlScanner): boolean {
  const kind = scanner.attribute('t');
  return kind === 'array' || kind === 'dataTable';
}

/** Excel does not let anybody change part of an array either. A formula that fills just its own cell may go. */
function refusePartOfArray(scanner: XmlScanner, { row, column }: TypedValue): void {
  const area = parseArea(scanner.attribute('ref') ?? '');
  if (area === undefined || (area.top === area.bottom && area.left === area.right)) return;
  const within = area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
  if (within) throw new UnusableWorkbook('array-formula', cellAddress({ row, column }));
}

function adoptOrphans(xml: string, part: string, index: number, master: SharedFormula, typed: TypedValue): Splice[] {
  const scanner = new XmlScanner(xml, part);
  const changes: Splice[] = [];
  let row = -1;
  let column = -1;
  while (scanner.next()) {
    if (scanner.kind === CLOSE) continue;
    if (scanner.depth === 2 && scanner.is('row')) [row, column] = [(scanner.integer('r') ?? row + 2) - 1, -1];
    else if (scanner.depth === 3 && scanner.is('c')) column = parseArea(scanner.attribute('r') ?? '')?.left ?? column + 1;
    else if (scanner.depth === 4 && scanner.is('f') && scanner.attribute('t') === 'shared' && scanner.integer('si') === index) {
      if (row === typed.row && column === typed.column) continue;
      const { start, prefix } = scanner;
      scanner.skipElement();
      changes.push({ start, end: scanner.end, text: `<${prefix}f>${escapeXml(master.at(row, column))}</${prefix}f>` });
    }
  }
  return changes;
}

function rowXml(p: string, typed: TypedValue, style: number | undefined): string {
  return `<${p}row r="${typed.row + 1}">${cellXml(p, typed, cellAddress(typed), style)}</${p}row>`;
}

function cellXml(p: string, { value, formula }: TypedValue, address: string | undefined, style: number | undefined): string {
  const start = `<${p}c${address === undefined ? '' : ` r="${address}"`}${style === undefined ? '' : ` s="${style}"`}`;
  if (formula !== undefined) return `${start}><${p}f>${escapeXml(formula)}</${p}f></${p}c>`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><${p}v>${value}</${p}v></${p}c>`;
  return `${start} t="inlineStr"><${p}is><${p}t xml:space="preserve">${textXml(value)}</${p}t></${p}is></${p}c>`;
}

function widened(scanner: XmlScanner, { row, column }: TypedValue): Splice[] {
  const span = scanner.attributeSpan('ref');
  const area = parseArea(scanner.attribute('ref') ?? '');
  if (span === undefined || area === undefined) return [];
  const wider: Area = {
    top: Math.min(area.top, row),
    left: Math.min(area.left, column),
    bottom: Math.max(area.bottom, row),
    right: Math.max(area.right, column),
  };
  const text = areaAddress(wider);
  return text === areaAddress(area) ? [] : [{ start: span.start, end: span.end, text }];
}

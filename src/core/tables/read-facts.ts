/** Reads what people typed into the sheet 补充资料 (章节 | 事项 | 内容 | 单位 | 说明 | 标识): by the names of its columns and the 标识 of a line, wherever they stand. */
import type { Figure, Reading } from '../expressions/figure.ts';
import { decimalFromDouble, ZERO } from '../number/decimal.ts';
import { parseAmount } from '../number/parse-amount.ts';
import { parseUnit, PERCENT, PLAIN, quantumInBase, type Unit } from '../number/unit.ts';
import type { CellRef } from '../workbook/address.ts';
import { type Cell, cellAt, isError, type Sheet, type Workbook } from '../workbook/workbook.ts';
import { agree, type Fact, type Facts, placeKey } from './facts.ts';

/** The sheet's name; also the `table` of every figure typed into it. */
export const SUPPLEMENT = '补充资料';

type Column = 'section' | 'item' | 'content' | 'unit' | 'note' | 'key';
type Layout = Readonly<Partial<Record<Column, number>>>;

const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  section: ['章节', '部分', 'section'],
  item: ['事项', '项目', 'item'],
  content: ['内容', '填写内容', 'content'],
  unit: ['单位', '计量单位', 'unit'],
  note: ['说明', '备注', 'note'],
  key: ['标识', 'key'],
};

/** With the spaces that people put between two characters. */
const LONGEST_COLUMN_NAME = 24;

/** Whether the sheet is (or was, before someone renamed it) our 补充资料. */
export function isSupplementSheet(sheet: Sheet): boolean {
  return findHead(sheet) !== undefined;
}

export function readFacts(workbook: Workbook, book: CellRef['book'] = 'current'): Facts {
  const lines = new Map<string, [Fact, ...Fact[]]>();
  for (const sheet of workbook.sheets) {
    const head = findHead(sheet);
    if (head !== undefined) readLines(sheet, head, book, lines);
  }
  return new Map([...lines].map(([key, same]) => [key, agree(same)]));
}

// The row that names the columns: 内容 and at least 事项 or 标识. Outside our own sheet's name the whole set is asked for.
function findHead(sheet: Sheet): { readonly row: number; readonly layout: Layout } | undefined {
  const ours = sheet.tag === 'supplement' || sheet.name.startsWith(SUPPLEMENT);
  for (let row = 0; row < Math.min(sheet.grid.length, 40); row += 1) {
    const layout: Partial<Record<Column, number>> = {};
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const value = cellAt(sheet, row, column)?.value;
      if (typeof value !== 'string' || value.length > LONGEST_COLUMN_NAME) continue;
      const name = value.replace(/[\s\u3000]/g, '').toLowerCase();
      for (const key of Object.keys(COLUMN_NAMES) as Column[]) {
        if (layout[key] === undefined && COLUMN_NAMES[key].includes(name)) layout[key] = column;
      }
    }
    const { content, item, key } = layout;
    const enough = content !== undefined && (ours ? item !== undefined || key !== undefined : item !== undefined && key !== undefined);
    if (enough) return { row, layout };
  }
  return undefined;
}

function readLines(
  sheet: Sheet,
  head: { readonly row: number; readonly layout: Layout },
  book: CellRef['book'],
  lines: Map<string, [Fact, ...Fact[]]>,
): void {
  let section = '';
  for (let row = head.row + 1; row < sheet.grid.length; row += 1) {
    const at = (column: Column): string => {
      const index = head.layout[column];
      return index === undefined ? '' : textOf(cellAt(sheet, row, index));
    };
    // A merged or blank 章节 repeats the one above.
    section = at('section') === '' ? section : at('section');
    const item = at('item');
    const column = head.layout.content ?? 0;
    const cell = cellAt(sheet, row, column);
    const text = textOf(cell);
    const key = at('key').replace(/\s/g, '') || (item === '' ? '' : placeKey(section, item));
    if (key === '' || text === '') continue;
    const unitName = at('unit');
    const ref: CellRef = { book, sheet: sheet.name, row, column };
    const figure = readFigure(cell, text, unitName, { ref, row: item, key });
    const fact: Fact = { key, label: item, text, figure, ref, section, unit: unitName, note: at('note') };
    const same = lines.get(key);
    if (same === undefined) lines.set(key, [fact]);
    else same.push(fact);
  }
}

/** What is typed into one line as a figure of its unit; undefined for words. */
export function readFigure(
  cell: Cell | undefined,
  text: string,
  unitName: string,
  names: { readonly ref: CellRef; readonly row: string; readonly key: string },
): Figure | undefined {
  const value = cell?.value ?? null;
  const common = { ref: names.ref, row: names.row, column: '内容', table: SUPPLEMENT, rowKey: names.key, columnKey: 'content' };
  const formula = cell?.formula === undefined ? {} : { formula: cell.formula };
  if (value !== null && isError(value)) {
    return {
      ...common,
      ...formula,
      reading: { kind: 'unreadable', text: value.error },
      quantum: ZERO,
      unit: unitOf(unitName, 0),
      decimals: 0,
    };
  }
  if (typeof value === 'number') {
    const amount = decimalFromDouble(value);
    return figureOf(amount.decimalPlaces(), { kind: 'number', value: amount }, unitOf(unitName, amount.decimalPlaces()), false);
  }
  // «17辆» under the unit 辆 is 17; «18,573,700元» is in 元 whatever the unit column says.
  const plain = text.replace(/[\s\u3000]/g, '');
  const bare = unitName !== '' && plain.endsWith(unitName) ? plain.slice(0, -unitName.length) : plain;
  const parsed = parseAmount(bare);
  if (parsed.kind !== 'number') return undefined;
  const typedUnit = parseUnit(/[\d）)]\s*(亿元|万元|千元|元)$/.exec(plain)?.[1] ?? '');
  const unit = parsed.percent ? PERCENT : (typedUnit ?? unitOf(unitName, parsed.decimals));
  return figureOf(parsed.decimals, { kind: 'number', value: parsed.value }, unit, true);

  function figureOf(decimals: number, reading: Extract<Reading, { kind: 'number' }>, unit: Unit, isText: boolean): Figure {
    const quantum = unit.kind === 'money' ? quantumInBase(unit, Math.max(decimals, unit.decimals)) : ZERO;
    return {
      ...common,
      ...formula,
      reading: { kind: 'number', value: reading.value.times(unit.scale) },
      quantum,
      unit,
      decimals: unit.kind === 'money' ? Math.max(decimals, unit.decimals) : decimals,
      ...(isText ? { isText } : {}),
    };
  }
}

function unitOf(name: string, decimals: number): Unit {
  const money = /^(亿元|万元|千元|元)$/.test(name) ? parseUnit(name) : undefined;
  if (money !== undefined) return money;
  return name === '%' || name === '％' ? PERCENT : { ...PLAIN, name, decimals };
}

function textOf(cell: Cell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'number') return cell?.text?.trim() || decimalFromDouble(value).toString();
  return String(value).replace(/\r\n?/g, '\n').trim();
}

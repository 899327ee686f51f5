/** Reads what people typed into the sheet 补充资料: by the 标识 of a line, or by its section and item where that is gone. */
import type { Figure, Reading } from '../expressions/figure.ts';
import { decimalFromDouble, ZERO } from '../number/decimal.ts';
import { parseAmount } from '../number/parse-amount.ts';
import { parseUnit, PERCENT, PLAIN, quantumInBase, type Unit } from '../number/unit.ts';
import type { CellRef } from '../workbook/address.ts';
import { type Cell, isError, type Workbook } from '../workbook/workbook.ts';
import { agree, type Fact, type Facts, foreignKey, placeKey } from './facts.ts';
import { departmentKey } from './group-tables.ts';
import { SUPPLEMENT, type SupplementLine, supplementSheets, textOf } from './supplement-sheet.ts';

export { isSupplementSheet, SUPPLEMENT } from './supplement-sheet.ts';

/**
 * All that was typed, by key. Lines of another department than `department` stand under keys of their own (`foreignKey`), so that they answer
 * nothing here and are not lost; '' takes every line. What stands in 上年内容 is last year's answer to the same question.
 */
export function readFacts(workbook: Workbook, book: CellRef['book'] = 'current', department = ''): Facts {
  const lines = new Map<string, [Fact, ...Fact[]]>();
  const offered = new Map<string, Fact>();
  for (const { sheet, lines: found } of supplementSheets(workbook)) {
    for (const line of found) {
      const key = keyOf(line, department);
      if (key === '') continue;
      const last = lastYearsKey(key);
      if (last !== undefined && textOf(line.previous) !== '')
        offered.set(last, factOf(line, last, line.previous, { book, sheet: sheet.name, row: line.row, column: line.previousColumn }));
      if (line.text === '') continue;
      const fact = factOf(line, key, line.content, { book, sheet: sheet.name, row: line.row, column: line.column });
      const same = lines.get(key);
      if (same === undefined) lines.set(key, [fact]);
      else same.push(fact);
    }
  }
  return new Map([...offered, ...[...lines].map(([key, same]) => [key, agree(same)] as const)]);
}

/** Where nothing names the line its section and item do, and where even those are missing its row: what was typed is never dropped. */
function keyOf({ key, section, item, row, text, department: owner }: SupplementLine, department: string): string {
  const own = key || (item === '' && text === '' ? '' : placeKey(section, item === '' ? `#${row + 1}` : item));
  const isOwn = owner === '' || department === '' || departmentKey(owner) === departmentKey(department);
  return isOwn || own === '' ? own : foreignKey(owner, own);
}

function lastYearsKey(key: string): string | undefined {
  const [, year, rest] = /^(\d{4})\/(.+)$/su.exec(key) ?? [];
  return year === undefined || rest === undefined ? undefined : `${Number(year) - 1}/${rest}`;
}

function factOf({ section, item, unit, note }: SupplementLine, key: string, cell: Cell | undefined, ref: CellRef): Fact {
  const text = textOf(cell);
  return { key, label: item, text, figure: readFigure(cell, text, unit, { ref, row: item, key }), ref, section, unit, note };
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

/** A tiny notation for tests of recognition: rows in, figures out as «row/column: value in the table's own unit». */
import { recognise } from '../../../src/core/tables/recognise.ts';
import { figureAt, type Table } from '../../../src/core/tables/table.ts';
import type { RecognisedWorkbook } from '../../../src/core/tables/table-set.ts';
import type { Area } from '../../../src/core/workbook/address.ts';
import { parseArea } from '../../../src/core/workbook/address.ts';
import { type Cell, type CellValue, type Sheet, sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { ALL } from './statements.ts';

export type Row = readonly (Cell | CellValue | undefined)[];

/** Cells of a line parted by «|»; numbers become numbers, what stands in quotes stays text. */
export function row(line: string): Row {
  return line.split('|').map((part) => {
    const text = part.replace(/^ | $/g, '');
    if (text.trim() === '') return null;
    const quoted = /^'(.*)'$/.exec(text.trim());
    if (quoted?.[1] !== undefined) return quoted[1];
    return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
  });
}

export function sheet(name: string, lines: readonly (string | Row)[], merged: readonly string[] = []): Sheet {
  const areas = merged.map((text) => parseArea(text)).filter((area): area is Area => area !== undefined);
  return sheetFromRows(
    name,
    lines.map((line) => (typeof line === 'string' ? row(line) : line)),
    { merged: areas },
  );
}

export function recogniseSheets(...sheets: readonly Sheet[]): RecognisedWorkbook {
  return recognise({ name: '测试.xlsx', sheets, date1904: false }, ALL);
}

export function tablesIn(...sheets: readonly Sheet[]): readonly Table[] {
  return recogniseSheets(...sheets).sets.flatMap((set) => set.tables);
}

/** The only table of a sheet. */
export function tableIn(lines: readonly (string | Row)[], merged: readonly string[] = [], name = 'Sheet1'): Table {
  const tables = tablesIn(sheet(name, lines, merged));
  if (tables.length !== 1 || tables[0] === undefined)
    throw new Error(`${tables.length} tables: ${tables.map((table) => table.statement).join()}`);
  return tables[0];
}

/** A figure as people would say it: «12.5», «blank», «unreadable: 见附表», or undefined where the layout has no such cell. */
export function said(table: Table | undefined, key: string, column: string): string | undefined {
  const figure = figureAt(table, key, column);
  if (figure === undefined) return undefined;
  const { reading, unit } = figure;
  if (reading.kind === 'number') return reading.value.div(unit.scale).toString();
  return reading.kind === 'blank' ? 'blank' : `unreadable: ${reading.text}`;
}

/** All figures of one row: `{total: '12.5', basic: 'blank'}`. */
export function line(table: Table, key: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries([...(table.figures.get(key)?.keys() ?? [])].map((column) => [column, said(table, key, column)]));
}

export function notices(table: Table): readonly string[] {
  return table.notices.map((notice) => notice.kind);
}

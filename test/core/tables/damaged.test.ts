/** Damaged workbooks (残缺的表): whatever is lost, moved or overwritten, recognition ends, throws nothing and binds no cell to two meanings. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recognise } from '../../../src/core/tables/recognise.ts';
import { type CellValue, type Sheet, sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { randomDepartment, seededRandom, toWorkbook, writeAccounts } from '../../support/final-accounts/index.ts';
import { ALL } from './statements.ts';

const WORDS: readonly CellValue[] = [
  '合计', '项目', '收入', '支出', '行次', '栏次', '科目编码', '科目名称', '基本支出', '决算数', '预算数', '小计', '208', '05', '2080501', '30101',
  '收入支出决算总表', '支出决算表', '项目支出绩效自评表', '单位：万元', '部门：甲局', '2023年度', '注：', '', '-', 1, 2, 3.5, -4, { error: '#REF!' }, true,
]; // prettier-ignore
const BOOK = toWorkbook(
  writeAccounts(randomDepartment(seededRandom(3), { items: 8, own: true, fund: true, projectForms: 1 })).contents,
  'x.xlsx',
);

function holds(sheets: readonly Sheet[]): void {
  const { sets } = recognise({ name: 'x', sheets, date1904: false }, ALL);
  for (const table of sets.flatMap((set) => set.tables)) {
    const seen = new Set<string>();
    for (const [row, columns] of table.figures) {
      for (const [column, figure] of columns) {
        expect([figure.rowKey, figure.columnKey]).toEqual([row, column]);
        const place = `${figure.ref.row},${figure.ref.column}`;
        expect(seen.has(place)).toBe(false);
        seen.add(place);
      }
    }
    expect(new Set(table.rows.map((row) => row.key)).size).toBe(table.rows.length);
  }
}

it('of words thrown together', () => {
  const cell = fc.constantFrom(...WORDS);
  const grid = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 });
  fc.assert(
    fc.property(grid, (rows) => holds([sheetFromRows('x', rows)])),
    { numRuns: 400, seed: 1 },
  );
});

it('of sound sheets with cells overwritten, rows and columns lost, merged areas anywhere', () => {
  const harm = fc.record({
    sheet: fc.nat(BOOK.sheets.length - 1),
    cells: fc.array(fc.tuple(fc.nat(25), fc.nat(11), fc.constantFrom(...WORDS)), { maxLength: 4 }),
    lostRows: fc.array(fc.nat(25), { maxLength: 3 }),
    lostColumn: fc.option(fc.nat(9)),
    merged: fc.array(fc.tuple(fc.nat(20), fc.nat(9), fc.nat(3), fc.nat(3)), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(harm, ({ sheet: index, cells, lostRows, lostColumn, merged }) => {
      const sound = BOOK.sheets[index];
      if (sound === undefined) return;
      const rows = sound.grid.map((line) => [...(line ?? [])]);
      for (const [row, column, value] of cells) if (rows[row] !== undefined) rows[row][column] = { value };
      const left = rows
        .filter((_line, row) => !lostRows.includes(row))
        .map((line) => line.filter((_cell, column) => column !== lostColumn));
      const areas = merged.map(([top, from, height, width]) => ({ top, left: from, bottom: top + height, right: from + width }));
      holds([sheetFromRows(sound.name, left, { merged: [...sound.merged, ...areas] })]);
    }),
    { numRuns: 600, seed: 2 },
  );
});

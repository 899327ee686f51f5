/** What a number shows is known without its text (显示内容): whatever is told beforehand, reading the text tells the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/core/discovery/number-grid.ts';
import { shownTable } from '../../../src/core/findings/shown-table.ts';
import { type Cell, sheetFromRows } from '../../../src/core/workbook/workbook.ts';

const number = fc.oneof(
  fc.integer({ min: -1e13, max: 1e13 }).map((cents) => cents / 100),
  fc.integer({ min: -1e9, max: 1e9 }).map((mills) => mills / 10_000),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 0.1 + 0.2, 1e15, 999_999_999_999_999, 1e21, 1e-7, 1.005, 0.615),
);
const format = fc.constantFrom(
  undefined,
  ...[
    '@',
    'General',
    '0',
    '0.00',
    '0.00%',
    '#,##0',
    '#,##0.00',
    '#,##0.0000',
    '0.00;-0.00;"-"??',
    '0.00"元"',
    '0.0,',
    '0.00000000000000000000',
  ],
);
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.record({ value: number, format }) },
  { weight: 1, arbitrary: fc.record({ value: number, text: fc.constantFrom('1,250.50', '…', '12.5%') }) },
  { weight: 1, arbitrary: fc.record({ value: fc.constantFrom('合计', '1,250.50', '—', '12.50%') }) },
);

describe('a table of stored numbers', () => {
  it.each(['.', ','] as const)('reads as its texts read, with «%s» for decimals', (mark) => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const table = shownTable(sheetFromRows('表', rows as readonly (readonly Cell[])[]), false);
        const { rows: count, columns, textAt } = table;
        const { textAt: _, ...figures } = readTable(table, mark);
        const { textAt: __, ...read } = readTable({ rows: count, columns, textAt }, mark);
        expect(figures).toEqual(read);
      }),
      { numRuns: 400 },
    );
  });

  it('needs no text for amounts', () => {
    const { stored } = shownTable(sheetFromRows('表', [['工资', 1250.5, { value: 1250.5, format: '#,##0.00' }, 0.615]]), false);
    expect([...(stored?.value ?? [])]).toEqual([NaN, 1250.5, 1250.5, 0.615]);
    expect([...(stored?.decimals ?? [])]).toEqual([0, 1, 2, 3]);
  });
});

/** Numbers in the usual spelling (普通单元格) are read in one go: they are the same numbers, and the same faults, as in any other spelling. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../src/hosts/file/open-workbook.ts';
import { handMade } from '../../support/packages.ts';

/** The values of one row; `gap` stands in the tags where a plain cell has nothing. */
async function rowOf(cells: readonly string[], gap = ''): Promise<readonly unknown[]> {
  const row = cells.map((cell) => cell.replace('<c ', `<c ${gap}`).replace('</v>', `</v${gap}>`)).join('');
  const sheet = `<sheetData><row r="3">${row}</row></sheetData>`;
  const { sheets } = await openWorkbook(handMade({ sheets: [sheet], strings: '<si><t>甲</t></si><si><t>乙</t></si>' }), 'a.xlsx');
  return Array.from(sheets[0]?.grid[2] ?? [], (cell) => cell?.value ?? null);
}

const spelling = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer({ min: -1e12, max: 1e12 }).map((cents) => (cents / 100).toFixed(2)),
  fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat({ max: 999_999 })).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom('-0', '007', '5.', '.5', '0.1', '-0.00', '1E3', '123456789012345', '1234567890123456', '0.30000000000000004'),
);

describe('plain cells', () => {
  it('hold the number that is written, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(spelling, { minLength: 1, maxLength: 40 }), async (texts) => {
        const cells = texts.map((text, column) => `<c r="${letters(column)}3"><v>${text}</v></c>`);
        expect(await rowOf(cells)).toEqual(texts.map(Number));
        expect(await rowOf(cells, ' ')).toEqual(texts.map(Number));
      }),
      { numRuns: 60 },
    );
  });

  it('stand where they say, between cells of every other kind', async () => {
    const cells = [
      '<c r="B3" s="0"><v>1</v></c>',
      '<c r="C3" t="s"><v>1</v></c>',
      '<c r="D3" s="0"/>',
      '<c r="E3"><f>B3*2</f><v>2</v></c>',
      '<c r="F3" s="0" t="n"><v>3.5</v></c>',
      '<c t="b" r="G3"><v>1</v></c>',
      '<c><v>4</v></c>',
      '<c r="J3" t="s"><v>0</v></c>',
    ];
    const values = [null, 1, '乙', null, 2, 3.5, true, 4, null, '甲'];
    expect(await rowOf(cells)).toEqual(values);
    expect(await rowOf(cells, ' ')).toEqual(values);
  });

  it.each(['1.2.3', '--1', '1-', '1,5', '1e999', 'x'])('are refused with the number «%s»', async (text) => {
    await expect(rowOf([`<c r="A3"><v>${text}</v></c>`])).rejects.toMatchObject({ reason: 'broken-xml' });
  });

  it.each(['<c r="A3" t="s"><v>2</v></c>', '<c r="A3" t="s"><v>0.5</v></c>', '<c r="XFE3"><v>1</v></c>', '<c r="3"><v>1</v></c>'])(
    'are refused where nothing is meant by them: %s',
    async (cell) => {
      await expect(rowOf([cell])).rejects.toMatchObject({ reason: 'broken-xml' });
    },
  );
});

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
}

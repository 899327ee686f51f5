/** Ordinary tables of one workbook: what their formulas witness, what two of them tell alike, and what stands beside a statutory table. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/findings/finding.ts';
import { ordinaryFigures } from '../../../src/core/findings/ordinary-figures.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';
import { cellAddress } from '../../../src/core/workbook/address.ts';
import { type Cell, type Sheet, sheetFromRows, type Workbook } from '../../../src/core/workbook/workbook.ts';
import { loadAccounts, openWorkbook, reviewWorkbook } from '../../../src/engine.ts';

type Rows = readonly (readonly (string | number | Cell)[])[];

const book = (...sheets: readonly Sheet[]): Workbook => ({ name: '表.xlsx', sheets, date1904: false });

function findingsIn(workbook: Workbook): readonly Finding[] {
  return reviewWorkbook(loadAccounts(workbook)).ordinary.flatMap(({ findings }) => findings);
}

const places = (findings: readonly Finding[]): readonly string[] => findings.map(({ cell }) => `${cell.sheet}!${cellAddress(cell)}`);

describe('formulas as witnesses', () => {
  const f = (formula: string, value: number): Cell => ({ formula, value });
  // Lines that no position and no word would bring together.
  const rows = (last: number | Cell): Rows => [
    ['项目', '一季度', '二季度', '三季度', '四季度'],
    ['甲', 317.25, 402.18, 388.4, 291.77],
    ['乙', 18.2, 17.65, 40.11, 33.9],
    ['丙', 905.5, 871.02, 640.33, 712.48],
    ['丁', 77.1, 64.4, 58.92, 81.05],
    ['戊', 444.16, 398.75, 512.6, 467.31],
    ['己', 51.3, 47.22, 39.08, 60.6],
    ['庚', f('B2+B4+B7', 1274.05), f('C2+C4+C7', 1320.42), f('D2+D4+D7', 1067.81), last],
  ];

  it('show the one typed total that is wrong, and what it should be', () => {
    const [finding, second] = findingsIn(book(sheetFromRows('表', rows(1046.85))));
    expect(second).toBeUndefined();
    expect(finding === undefined ? '' : cellAddress(finding.cell)).toBe('E8');
    expect(finding?.suspects[0]?.repair?.toString()).toBe('1064.85');
    expect(finding?.message['zh-CN']).toContain('公式');
  });

  it('say nothing where it is right', () => {
    expect(findingsIn(book(sheetFromRows('表', rows(1064.85))))).toEqual([]);
  });
});

describe('numbers that the workbook stores', () => {
  it('have a point for their decimals, also where three of them look like thousands', () => {
    const rows: Rows = [
      ['Index', 'North', 'South', 'All'],
      ['2019', 100, 120, 220],
      ...[98.333, 97.667, 95.333, 96.667].map((index, year) => [String(2020 + year), index, 110.25, index + 110.25]),
    ];
    const { figureAt } = ordinaryFigures(sheetFromRows('Index', rows), { date1904: false });
    expect(figureAt([2, 1]).reading).toMatchObject({ kind: 'number', value: new Decimal('98.333') });
    const whole = ordinaryFigures(
      sheetFromRows(
        'Index',
        rows.map((row) => row.slice(0, 2)),
      ),
      { date1904: false },
    );
    expect(whole.figureAt([2, 1]).reading).toMatchObject({ kind: 'number', value: new Decimal('98.333') });
  });
});

describe('two tables that tell the same figures', () => {
  const names = ['房屋', '车辆', '家具', '设备', '图书', '软件', '土地', '文物'];
  const values = [53_127.41, 8114.02, 2593.28, 6471.96, 925.37, 1408.83, 77_650.19, 384.55];
  const sheet = (name: string, unit: number, change: (value: number, index: number) => number = (value) => value): Sheet =>
    sheetFromRows(name, [
      ['名称', '账面原值'],
      ...names.map((label, index) => [label, Math.round(change(values[index] ?? 0, index) * unit * 100) / 100]),
    ]);
  const total = (name: string): Sheet => {
    const one = sheet(name, 1);
    const sum = { value: Math.round(values.reduce((all, value) => all + value * 100, 0)) / 100 };
    return { ...one, grid: [...one.grid, [{ value: '合计' }, sum]] };
  };
  const swapped = (value: number, index: number): number => (index === 3 ? 6741.96 : value);

  it('agree in other units', () => {
    expect(findingsIn(book(total('资产表'), { ...total('明细表'), name: '明细表' }))).toEqual([]);
  });

  it('name the figure with swapped digits once, with the place it should agree with', () => {
    const other = sheet('明细表', 1, swapped);
    const withTotals = { ...other, grid: [...other.grid, [{ value: '占比' }, { value: 1, formula: 'B2/B2' }]] };
    const findings = findingsIn(book(total('资产表'), withTotals));
    expect(places(findings)).toEqual(['明细表!B5']);
    expect(findings[0]?.suspects[0]?.repair?.toString()).toBe('6471.96');
    expect(findings[0]?.message['zh-CN']).toContain("'资产表'!B5");
  });

  it('may differ by a digit from one month to the next', () => {
    const next = sheet('二月', 1, (value, index) => (index === 3 ? 6491.96 : value));
    expect(findingsIn(book(total('一月'), { ...next, grid: [...next.grid, [{ value: '占比' }, { value: 1, formula: 'B2/B2' }]] }))).toEqual(
      [],
    );
  });
});

describe('a table beside a statutory one', async () => {
  const path = 'assets/samples/changji-2023.xlsx';
  const workbook = await openWorkbook(new Uint8Array(readFileSync(path)), 'changji-2023.xlsx');
  const beside = (total: number): Workbook => {
    const rows: Rows = [
      ['车间', '一月', '二月', '三月'],
      ['东', 31.27, 40.52, 28.19],
      ['西', 18.44, 22.07, 19.6],
      ['南', 55.91, 47.36, 60.02],
      ['合计', 105.62, 109.95, total],
    ];
    const [first, ...others] = workbook.sheets;
    if (first === undefined) throw new Error('the sample has sheets');
    const left = first.columnCount + 4;
    const block = sheetFromRows('块', rows);
    const grid = Array.from({ length: Math.max(first.grid.length, rows.length) }, (_, row) => {
      const cells = first.grid[row] ?? [];
      const added = block.grid[row] ?? [];
      return [...Array.from({ length: left }, (_unused, column) => cells[column]), ...added];
    });
    return { ...workbook, sheets: [{ ...first, grid, columnCount: left + 4 }, ...others] };
  };

  it('is looked at too', () => {
    expect(findingsIn(workbook)).toEqual([]);
    expect(findingsIn(beside(107.81))).toEqual([]);
    expect(findingsIn(beside(170.81))).toHaveLength(1);
  });
});

describe('percentages that people have typed', () => {
  const typed = (values: readonly number[]): Sheet =>
    sheetFromRows('表', [
      ['项目', '本年', '上年', '增长率'],
      ...[
        [419.73, 1944.19],
        [812.4, 640.15],
        [95.02, 118.77],
        [2310.6, 2204.38],
        [377.91, 301.26],
      ].map(([now = 0, before = 1], index) => [`项目${index + 1}`, now, before, { value: values[index] ?? 0, format: '0.00%' }]),
    ]);

  it('to one decimal are no mistake where Excel shows two', () => {
    expect(findingsIn(book(typed([-0.784, 0.269, -0.2, 0.048, 0.254])))).toEqual([]);
  });

  it('to two decimals are held to both', () => {
    expect(places(findingsIn(book(typed([-0.7841, 0.2691, -0.2, 0.0482, 0.2444]))))).toEqual(['表!D6']);
  });
});

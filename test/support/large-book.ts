/** A workbook of ordinary tables as large as one likes (大工作簿): amounts, subtotals, a grand total and a total column, with wrong totals at regular intervals. */
import { type Cell, sheetFromRows, type Workbook } from '../../src/core/workbook/workbook.ts';
import { seededRandom } from './final-accounts/random.ts';

export interface LargeBook {
  readonly sheets: number;
  /** Of each sheet, its head not counted. */
  readonly rows: number;
  readonly columns: number;
  /** Every so many rows the total at the end of the row is wrong; 0: never. */
  readonly faultEvery: number;
}

/** Every tenth row is a subtotal, the last one the grand total. */
export function largeBook({ sheets, rows, columns, faultEvery }: LargeBook): Workbook {
  const random = seededRandom(7);
  const amount = (cents: number): Cell => ({ value: cents / 100, format: '#,##0.00' });
  const grid = (): Cell[][] => {
    const found: Cell[][] = [['项目', ...Array.from({ length: columns - 1 }, (_, column) => `${column + 1}部门`), '合计'].map(label)];
    let group = new Array<number>(columns - 1).fill(0);
    const grand = new Array<number>(columns - 1).fill(0);
    const push = (name: string, cents: readonly number[]): void => {
      const total = cents.reduce((sum, cent) => sum + cent, 0);
      const wrong = faultEvery > 0 && found.length % faultEvery === 0;
      found.push([label(name), ...cents.map(amount), amount(wrong ? total + 900_000 : total)]);
    };
    for (let row = 1; row < rows; row++) {
      if (row % 10 === 0) {
        push('小计', group);
        group = group.map(() => 0);
        continue;
      }
      const cents = Array.from({ length: columns - 1 }, () => Math.floor(random() * 10_000_000));
      cents.forEach((cent, column) => {
        group[column] = (group[column] ?? 0) + cent;
        grand[column] = (grand[column] ?? 0) + cent;
      });
      push(`项目${row}`, cents);
    }
    push('总计', grand);
    return found;
  };
  return {
    name: '大表.xlsx',
    date1904: false,
    sheets: Array.from({ length: sheets }, (_, sheet) => sheetFromRows(`表${sheet + 1}`, grid())),
  };
}

const label = (value: string): Cell => ({ value });

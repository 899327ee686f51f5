/** Small workbooks for the tests of the Excel host. */
import { type Cell, type CellValue, type Sheet, sheetFromRows, type Workbook } from '../../../src/core/workbook/workbook.ts';

type Rows = readonly (readonly (Cell | CellValue | undefined)[])[];

export function workbook(...sheets: readonly Sheet[]): Workbook {
  return { name: '决算.xlsx', date1904: false, sheets };
}

export function sheet(name: string, rows: Rows, more: Partial<Sheet> = {}): Sheet {
  return { ...sheetFromRows(name, rows), ...more };
}

const AMOUNT = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ';

/** One sheet with everything a snapshot can hold. */
export function richWorkbook(): Workbook {
  const rows: Rows = [
    ['收入支出决算总表', undefined, undefined],
    ['项目', '行次', '金额'],
    [{ value: '一、本年收入' }, 1, { value: 1234.5, format: AMOUNT }],
    [{ value: '其中：财政拨款', indent: 2 }, 2, { value: 1000, format: '#,##0.00', formula: 'SUM(C5:C6)' }],
    [{ value: '#备注' }, 3, { value: { error: '#REF!' }, formula: '表二!A1' }],
    ['是否', true, { value: 0.125, format: '0.00%' }],
    ['空文本', undefined, { value: '', formula: '""' }],
    ['日期', undefined, { value: 45000, format: 'yyyy"年"m"月"d"日"' }],
    ['全角', '１２３', 0.1],
  ];
  return workbook(
    sheet('公开01表', rows, {
      merged: [{ top: 0, left: 0, bottom: 0, right: 2 }],
      hiddenRows: new Set([4]),
      hiddenColumns: new Set([1]),
    }),
    sheet('隐藏的', [[1]], { visibility: 'hidden' }),
    sheet('深藏的', [[2]], { visibility: 'very-hidden' }),
    sheet('保护的', [['锁', 3]], { isProtected: true }),
    sheet("带'引号 的", [[undefined], [undefined, 4]]),
    sheet('空表', []),
    sheet('说明', [['文字']], { tag: 'narrative-xinjiang' }),
  );
}

/** The snapshot in plain terms, comparable across hosts: shown text only where it is not computed from the format. */
export function plain(book: Workbook): unknown {
  return book.sheets.map((one) => ({
    ...one,
    merged: [...one.merged].sort((a, b) => a.top - b.top || a.left - b.left),
    hiddenRows: [...one.hiddenRows].sort((a, b) => a - b),
    hiddenColumns: [...one.hiddenColumns].sort((a, b) => a - b),
    grid: one.grid.flatMap((cells, row) =>
      (cells ?? []).flatMap((cell, column) =>
        cell === undefined
          ? []
          : [[row, column, Object.fromEntries(Object.entries(cell).filter(([key, value]) => key !== 'text' && value !== undefined))]],
      ),
    ),
  }));
}

/** A table of `rows` × `columns` amounts under a head of labels. */
export function largeSheet(name: string, rows: number, columns: number): Sheet {
  return sheet(
    name,
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column): Cell =>
        column === 0 ? { value: `第${row}行的项目名称` } : { value: row * 1000 + column + 0.25, format: '#,##0.00' },
      ),
    ),
  );
}

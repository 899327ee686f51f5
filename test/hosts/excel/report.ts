/** One of our own sheets with everything such a sheet can hold. */
import type { SheetContent } from '../../../src/core/edits/sheet-content.ts';

export const report: SheetContent = {
  tag: 'check-report',
  name: '勾稽检查',
  rows: [
    [{ value: '勾稽检查结果', style: 'title' }],
    [
      { value: '表', style: 'table-head' },
      { value: '单元格', style: 'table-head' },
      { value: '差额', style: 'table-head' },
    ],
    [
      { value: '公开01表', style: 'bordered-text' },
      { value: 'C4', link: { sheet: '公开01表', row: 3, column: 2 } },
      { value: -0.02, style: 'bordered-amount' },
    ],
    [{ value: '=1+1 不是公式', style: 'error' }, { value: '1-2' }, { value: 3, formula: 'SUM(公开01表!C3:C4)' }],
    [
      { value: '原因', style: 'text' },
      { value: null, style: 'input' },
    ],
  ],
  widths: [20, 12, 14],
  heights: new Map([[0, 30]]),
  merged: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  frozenRows: 2,
  hiddenColumns: [3],
  orientation: 'landscape',
};

/** Test data for departmental final accounts (部门决算): one import for the model, the layouts and the snapshots. */
export * from './model.ts';
export * from './random.ts';
export * from './classification.ts';
export { type AccountFigures, type CodeRow, figuresOf, type Statement } from './figures.ts';
export { type DepartmentSize, randomDepartment } from './random-department.ts';
export {
  ALL_STATEMENTS,
  type LayoutChoice,
  type LayoutName,
  layoutOptions,
  type LayoutOptions,
  NATIONAL,
  SHANGHAI,
} from './layouts/options.ts';
export { inUnit, type PlacedFigure, withSeparators } from './layouts/page.ts';
export { TABLE_TEXTS } from './layouts/head-and-notes.ts';
export { type WrittenAccounts, writeAccounts, writeTables } from './layouts/write-tables.ts';
export { toRows, toSheet, toWorkbook } from './to-workbook.ts';
export { CHANGJI_2022, CHANGJI_2023, wan } from './changji.ts';

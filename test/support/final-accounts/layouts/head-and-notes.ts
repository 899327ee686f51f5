/** What stands above and below every printed table: title, 公开NN表, 部门, 金额单位, and the 注 lines. */
import type { Statement } from '../figures.ts';
import type { DepartmentAccounts } from '../model.ts';
import type { LayoutOptions } from './options.ts';
import { type Page, RIGHT } from './page.ts';

export interface TableText {
  readonly number: string;
  readonly title: string;
  readonly note: string;
}

export const TABLE_TEXTS: Readonly<Record<Statement, TableText>> = {
  'final-account-summary': { number: '01', title: '收入支出决算总表', note: '本表反映部门本年度的总收支和年末结转结余情况。' },
  income: { number: '02', title: '收入决算表', note: '本表反映部门本年度取得的各项收入情况。' },
  expenditure: { number: '03', title: '支出决算表', note: '本表反映部门本年度各项支出情况。' },
  'fiscal-appropriation-summary': {
    number: '04',
    title: '财政拨款收入支出决算总表',
    note: '本表反映部门本年度财政拨款总收支和年末结转结余情况。',
  },
  'general-budget-expenditure': {
    number: '05',
    title: '一般公共预算财政拨款支出决算表',
    note: '本表反映部门本年度一般公共预算财政拨款支出情况。',
  },
  'general-budget-basic-expenditure': {
    number: '06',
    title: '一般公共预算财政拨款基本支出决算表',
    note: '本表反映部门本年度一般公共预算财政拨款基本支出明细情况。',
  },
  'three-public-expenses': {
    number: '07',
    title: '财政拨款“三公”经费支出决算表',
    note: '本表反映部门本年度“三公”经费支出预决算情况。预算数为全年预算数，决算数包括当年财政拨款和以前年度结转资金安排的实际支出。',
  },
  'government-fund': {
    number: '08',
    title: '政府性基金预算财政拨款收入支出决算表',
    note: '本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
  },
  'state-capital': {
    number: '09',
    title: '国有资本经营预算财政拨款收入支出决算表',
    note: '本表反映部门本年度国有资本经营预算财政拨款收入、支出及结转和结余情况。',
  },
};

/** 09 is called 支出决算表 where it shows expenditure only. */
export function titleOf(statement: Statement, options: LayoutOptions): string {
  const { title } = TABLE_TEXTS[statement];
  return statement === 'state-capital' && options.stateCapital === 'three-columns' ? title.replace('收入', '') : title;
}

/** Writes the head over `columns` columns and returns the row under it. */
export function writeHead(page: Page, statement: Statement, columns: number, accounts: DepartmentAccounts, options: LayoutOptions): number {
  const { number } = TABLE_TEXTS[statement];
  const last = columns - 1;
  const right = Math.max(1, Math.floor(columns / 3));
  page.put(0, 0, `${options.year === 'title' ? `${accounts.year}年度` : ''}${titleOf(statement, options)}`, 'title', { columns });
  page.high(0, 30);
  let row = 1;
  if (options.mark) {
    page.put(row, columns - right, `公开${number}表`, RIGHT, { columns: right });
    row += 1;
  }
  const middle = options.year === 'head' && columns >= 3 ? 1 : 0;
  const leftColumns = columns - right - middle;
  page.put(row, 0, `${options.departmentLabel}${accounts.department}`, 'text', leftColumns > 1 ? { columns: leftColumns } : {});
  if (middle === 1) page.put(row, leftColumns, `${accounts.year}年度`, 'text');
  page.put(row, last - right + 1, `${options.unitLabel}${options.unit}`, RIGHT, { columns: right });
  return row + 1;
}

/** Writes the 注 lines (and the sentence of an empty table) from `row` on. */
export function writeNotes(
  page: Page,
  row: number,
  columns: number,
  statement: Statement,
  isEmpty: boolean,
  accounts: DepartmentAccounts,
  options: LayoutOptions,
): void {
  const kind = statement === 'government-fund' ? '政府性基金预算' : statement === 'state-capital' ? '国有资本经营预算' : '';
  const lines: string[] = [];
  if (options.notes) lines.push(`注：${TABLE_TEXTS[statement].note}`);
  if (isEmpty && options.emptySentence && kind !== '')
    lines.push(`说明：${accounts.department}本年度没有${kind}财政拨款收入和支出，故本表无数据。`);
  lines.push(...options.extraNotes);
  lines.forEach((line, index) => page.put(row + index, 0, line, 'note', { columns }));
}

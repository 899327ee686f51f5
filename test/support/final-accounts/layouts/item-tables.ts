/** 公开02, 03, 05, 08 and 09: one row per 类, 款 and 项, amounts beside them. */
import type { AccountFigures, CodeRow, Statement } from '../figures.ts';
import type { DepartmentAccounts } from '../model.ts';
import { writeHead, writeNotes } from './head-and-notes.ts';
import type { LayoutOptions } from './options.ts';
import type { Page } from './page.ts';
import { lineNumber } from './summary-tables.ts';

export type ItemStatement = 'income' | 'expenditure' | 'general-budget-expenditure' | 'government-fund' | 'state-capital';

interface Measure {
  readonly label: string;
  readonly key: string;
  /** The merged header above it. */
  readonly group?: string;
}

const FUND: readonly Measure[] = [
  { label: '年初结转和结余', key: 'opening' },
  { label: '本年收入', key: 'income' },
  { label: '小计', key: 'total', group: '本年支出' },
  { label: '基本支出', key: 'basic', group: '本年支出' },
  { label: '项目支出', key: 'project', group: '本年支出' },
  { label: '年末结转和结余', key: 'closing' },
];

const MEASURES: Readonly<Record<ItemStatement, readonly Measure[]>> = {
  income: [
    { label: '本年收入合计', key: 'total' },
    { label: '财政拨款收入', key: 'fiscal' },
    { label: '上级补助收入', key: 'superior-subsidy' },
    { label: '事业收入', key: 'institutional' },
    { label: '经营收入', key: 'business' },
    { label: '附属单位上缴收入', key: 'affiliate-remittance' },
    { label: '其他收入', key: 'other-income' },
  ],
  expenditure: [
    { label: '本年支出合计', key: 'total' },
    { label: '基本支出', key: 'basic' },
    { label: '项目支出', key: 'project' },
    { label: '上缴上级支出', key: 'remittance-to-superior' },
    { label: '经营支出', key: 'business' },
    { label: '对附属单位补助支出', key: 'affiliate-subsidy' },
  ],
  'general-budget-expenditure': [
    { label: '合计', key: 'total', group: '本年支出' },
    { label: '基本支出', key: 'basic', group: '本年支出' },
    { label: '项目支出', key: 'project', group: '本年支出' },
  ],
  'government-fund': FUND,
  'state-capital': FUND,
};

const THREE_COLUMNS: readonly Measure[] = [
  { label: '合计', key: 'total', group: '本年支出' },
  { label: '基本支出', key: 'basic', group: '本年支出' },
  { label: '项目支出', key: 'project', group: '本年支出' },
];

export function writeItemTable(
  page: Page,
  statement: ItemStatement,
  accounts: DepartmentAccounts,
  figures: AccountFigures,
  options: LayoutOptions,
): void {
  const measures = statement === 'state-capital' && options.stateCapital === 'three-columns' ? THREE_COLUMNS : MEASURES[statement];
  const codeColumns = options.codes === 'one-cell' ? 1 : 3;
  const nameColumn = codeColumns;
  const columns = codeColumns + 1 + measures.length;
  const rows = figures.rows.get(statement) ?? [];
  const totalLast = options.totalLast.includes(statement);
  page.wide(...Array.from({ length: codeColumns }, () => (codeColumns === 1 ? 12 : 5)), 40, ...measures.map(() => 15));
  let row = writeHead(page, statement, columns, accounts, options);
  row = writeItemHeads(page, row, measures, codeColumns, options);
  if (options.lineNumbers) {
    page.put(row, nameColumn, '栏次', 'table-head');
    measures.forEach((_, at) => page.put(row, nameColumn + 1 + at, lineNumber(at + 1, options), 'table-head'));
    writeLevelMarks(page, row, totalLast || codeColumns === 1 ? 1 : 2, codeColumns);
    row += 1;
  } else if (codeColumns === 3) {
    page.put(row, nameColumn, null, 'table-head');
    measures.forEach((_, at) => page.put(row, nameColumn + 1 + at, '决算数', 'table-head'));
    writeLevelMarks(page, row, 1, codeColumns);
    row += 1;
  }
  const writeTotal = (): void => {
    const underMarks = options.lineNumbers && codeColumns === 3 && !totalLast;
    if (underMarks) page.put(row, nameColumn, '合计', 'table-head');
    else page.put(row, 0, '合计', 'table-head', { columns: nameColumn + 1 });
    writeAmounts(page, row, nameColumn + 1, 'total', statement, measures, figures);
    row += 1;
  };
  if (!totalLast) writeTotal();
  for (const line of rows) {
    writeCode(page, row, line.code, options);
    page.put(row, nameColumn, printedName(line, options), 'bordered-text');
    writeAmounts(page, row, nameColumn + 1, line.code, statement, measures, figures);
    row += 1;
  }
  if (totalLast) writeTotal();
  writeNotes(page, row, columns, statement, rows.length === 0, accounts, options);
}

function writeAmounts(
  page: Page,
  row: number,
  left: number,
  key: string,
  statement: Statement,
  measures: readonly Measure[],
  figures: AccountFigures,
): void {
  measures.forEach((measure, at) => {
    const full = `${statement}/${key}/${measure.key}`;
    page.amount(row, left + at, full, figures.amounts.get(full) ?? 0);
  });
}

/** 项目 over code and name; measures merged down, grouped ones under their group. Two rows. */
function writeItemHeads(page: Page, row: number, measures: readonly Measure[], codeColumns: number, options: LayoutOptions): number {
  page.put(row, 0, '项目', 'table-head', { columns: codeColumns + 1 });
  page.put(row + 1, 0, options.codes === 'one-cell' ? '科目编码' : '功能分类科目编码', 'table-head', { columns: codeColumns });
  page.put(row + 1, codeColumns, '科目名称', 'table-head');
  page.high(row + 1, 30);
  measures.forEach((measure, at) => {
    const column = codeColumns + 1 + at;
    if (measure.group === undefined) {
      page.put(row, column, measure.label, 'table-head', { rows: 2 });
      return;
    }
    if (measures[at - 1]?.group !== measure.group) {
      page.put(row, column, measure.group, 'table-head', { columns: measures.filter(({ group }) => group === measure.group).length });
    }
    page.put(row + 1, column, measure.label, 'table-head');
  });
  return row + 2;
}

/** The small 类 款 项 cells; merged over the 栏次 and 合计 rows where both follow. */
function writeLevelMarks(page: Page, row: number, rows: number, codeColumns: number): void {
  if (codeColumns === 3) ['类', '款', '项'].forEach((mark, column) => page.put(row, column, mark, 'table-head', { rows }));
  else page.put(row, 0, null, 'table-head', { rows });
}

function writeCode(page: Page, row: number, code: string, options: LayoutOptions): void {
  if (options.codes === 'merged') return page.put(row, 0, code, 'bordered-text', { columns: 3 });
  if (options.codes === 'one-cell') return page.put(row, 0, code, 'bordered-text');
  const parts = options.codes === 'repeated' ? [code, null, null] : [code.slice(0, 3), code.slice(3, 5) || null, code.slice(5, 7) || null];
  parts.forEach((part, column) => page.put(row, column, part, 'bordered-text'));
}

function printedName(line: CodeRow, options: LayoutOptions): string {
  if (options.names === 'indented') return `${'  '.repeat(line.level - 1)}${line.name}`;
  if (options.names === 'wrapped' && line.name.length > 8) return `${line.name.slice(0, 8)}\n${line.name.slice(8)}`;
  return line.name;
}

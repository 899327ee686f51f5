/** 公开01 and 公开04: income on the left, expenditure by function on the right, with or without 行次. */
import { FUNCTION_CLASSES } from '../classification.ts';
import type { AccountFigures, Statement } from '../figures.ts';
import type { DepartmentAccounts } from '../model.ts';
import { writeHead, writeNotes } from './head-and-notes.ts';
import type { LayoutOptions } from './options.ts';
import type { Page } from './page.ts';

/** Label and row key; an empty label is an unused line. */
type Line = readonly [label: string, key: string];

interface SummaryLines {
  readonly income: readonly Line[];
  readonly incomeTail: readonly Line[];
  readonly expenditureTail: readonly Line[];
  readonly columns: readonly (readonly [label: string, key: string])[];
  readonly amountLabel: string;
}

const EMPTY: Line = ['', ''];

const SUMMARY: SummaryLines = {
  income: [
    ['一、一般公共预算财政拨款收入', 'general-budget'],
    ['二、政府性基金预算财政拨款收入', 'government-fund'],
    ['三、国有资本经营预算财政拨款收入', 'state-capital'],
    ['四、上级补助收入', 'superior-subsidy'],
    ['五、事业收入', 'institutional'],
    ['六、经营收入', 'business'],
    ['七、附属单位上缴收入', 'affiliate-remittance'],
    ['八、其他收入', 'other-income'],
  ],
  incomeTail: [
    ['本年收入合计', 'income-total'],
    ['使用非财政拨款结余（含专用结余）', 'non-fiscal-balance-used'],
    ['年初结转和结余', 'opening-balance'],
    EMPTY,
    ['总计', 'income-grand-total'],
  ],
  expenditureTail: [
    ['本年支出合计', 'expenditure-total'],
    ['结余分配', 'balance-distribution'],
    ['年末结转和结余', 'closing-balance'],
    EMPTY,
    ['总计', 'expenditure-grand-total'],
  ],
  columns: [['金额', 'amount']],
  amountLabel: '金额',
};

const FISCAL: SummaryLines = {
  income: [
    ['一、一般公共预算财政拨款', 'general-budget'],
    ['二、政府性基金预算财政拨款', 'government-fund'],
    ['三、国有资本经营预算财政拨款', 'state-capital'],
  ],
  incomeTail: [
    ['本年收入合计', 'income-total'],
    ['年初财政拨款结转和结余', 'opening-balance'],
    ['一般公共预算财政拨款', 'opening-balance-general'],
    ['政府性基金预算财政拨款', 'opening-balance-fund'],
    ['国有资本经营预算财政拨款', 'opening-balance-state-capital'],
    ['总计', 'income-grand-total'],
  ],
  expenditureTail: [
    ['本年支出合计', 'expenditure-total'],
    ['年末财政拨款结转和结余', 'closing-balance'],
    EMPTY,
    EMPTY,
    EMPTY,
    ['总计', 'expenditure-grand-total'],
  ],
  columns: [
    ['合计', 'total'],
    ['一般公共预算财政拨款', 'general'],
    ['政府性基金预算财政拨款', 'fund'],
    ['国有资本经营预算财政拨款', 'state-capital'],
  ],
  amountLabel: '金额',
};

const CHINESE_DIGITS = '一二三四五六七八九';

/** 1 → 一, 12 → 十二, 26 → 二十六. */
export function outlineNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const one = number % 10 === 0 ? '' : (CHINESE_DIGITS[(number % 10) - 1] ?? '');
  if (tens === 0) return one;
  return `${tens === 1 ? '' : (CHINESE_DIGITS[tens - 1] ?? '')}十${one}`;
}

export function writeSummary(
  page: Page,
  statement: Statement,
  accounts: DepartmentAccounts,
  figures: AccountFigures,
  options: LayoutOptions,
): void {
  const lines = statement === 'final-account-summary' ? SUMMARY : FISCAL;
  const { left, right } = bodyLines(statement, lines, figures, options);
  const step = options.lineNumbers ? 1 : 0;
  const rightStart = 2 + step;
  const columns = rightStart + 1 + step + lines.columns.length;
  page.wide(...[34, ...(step ? [6] : []), 16, 34, ...(step ? [6] : []), ...lines.columns.map(() => 16)]);
  let row = writeHead(page, statement, columns, accounts, options);
  page.put(row, 0, '收入', 'table-head', { columns: rightStart });
  page.put(row, rightStart, '支出', 'table-head', { columns: columns - rightStart });
  row += 1;
  row = writeColumnHeads(page, row, lines, step, rightStart, options);
  left.forEach(([label, key], index) => {
    page.put(row + index, 0, label, labelStyle(label));
    if (step) page.put(row + index, 1, lineNumber(index + 1, options), 'table-head');
    writeAmount(page, row + index, 1 + step, key, 'amount', statement, figures);
  });
  right.forEach(([label, key], index) => {
    page.put(row + index, rightStart, label, labelStyle(label));
    if (step) page.put(row + index, rightStart + 1, lineNumber(left.length + index + 1, options), 'table-head');
    lines.columns.forEach(([, column], at) => writeAmount(page, row + index, rightStart + 1 + step + at, key, column, statement, figures));
  });
  writeNotes(page, row + left.length, columns, statement, false, accounts, options);
}

/** Totals stand in the middle of their cell. */
function labelStyle(label: string): 'table-head' | 'bordered-text' {
  return /[合总]计$/.test(label) ? 'table-head' : 'bordered-text';
}

function writeAmount(
  page: Page,
  row: number,
  column: number,
  key: string,
  columnKey: string,
  statement: Statement,
  figures: AccountFigures,
): void {
  const full = `${statement}/${key}/${columnKey}`;
  const exact = figures.amounts.get(full);
  if (key === '' || exact === undefined) page.put(row, column, null, 'bordered-amount');
  else page.amount(row, column, full, exact);
}

/** 项目, 行次, 金额 and the 栏次 row; returns the first row of the body. */
function writeColumnHeads(page: Page, row: number, lines: SummaryLines, step: number, rightStart: number, options: LayoutOptions): number {
  for (const start of [0, rightStart]) {
    page.put(row, start, '项目', 'table-head');
    if (step) page.put(row, start + 1, '行次', 'table-head');
  }
  page.put(row, 1 + step, lines.amountLabel, 'table-head');
  lines.columns.forEach(([label], at) => page.put(row, rightStart + 1 + step + at, label, 'table-head'));
  if (lines.columns.length > 1) page.high(row, 32);
  if (!step) return row + 1;
  for (const start of [0, rightStart]) {
    page.put(row + 1, start, '栏次', 'table-head');
    page.put(row + 1, start + 1, null, 'table-head');
  }
  page.put(row + 1, 2, lineNumber(1, options), 'table-head');
  lines.columns.forEach((_, at) => page.put(row + 1, rightStart + 2 + at, lineNumber(2 + at, options), 'table-head'));
  return row + 2;
}

export function lineNumber(number: number, options: LayoutOptions): string | number {
  return options.numericLineNumbers ? number : String(number);
}

/** Both lanes, of the same length, tails at the bottom. */
function bodyLines(
  statement: Statement,
  lines: SummaryLines,
  figures: AccountFigures,
  options: LayoutOptions,
): { left: readonly Line[]; right: readonly Line[] } {
  const used = (code: string): boolean => (figures.amounts.get(`final-account-summary/${code}/amount`) ?? 0) !== 0;
  // Places without line numbers print no rows for government debt, unless there is any.
  const classes = FUNCTION_CLASSES.filter(([code]) => options.lineNumbers || !['231', '232'].includes(code) || used(code));
  const functions = classes.map(([code, name], index): Line => [`${outlineNumber(index + 1)}、${name}`, code]);
  const outlined = statement === 'fiscal-appropriation-summary' && !options.lineNumbers;
  const incomeTail = lines.incomeTail.map(([label, key]): Line => {
    const place = ['opening-balance-general', 'opening-balance-fund', 'opening-balance-state-capital'].indexOf(key);
    return place >= 0 && outlined ? [`${outlineNumber(place + 1)}、${label}`, key] : [label, key];
  });
  const length = Math.max(functions.length + lines.expenditureTail.length, lines.income.length + incomeTail.length);
  return { left: padded(lines.income, incomeTail, length), right: padded(functions, lines.expenditureTail, length) };
}

function padded(head: readonly Line[], tail: readonly Line[], length: number): readonly Line[] {
  return [...head, ...Array.from({ length: length - head.length - tail.length }, () => EMPTY), ...tail];
}

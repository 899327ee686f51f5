/** 公开07, the 三公 table: twelve columns in a row, pairs of 预算数 and 决算数, or a list downwards. */
import type { AccountFigures } from '../figures.ts';
import type { DepartmentAccounts } from '../model.ts';
import { writeHead, writeNotes } from './head-and-notes.ts';
import type { LayoutOptions } from './options.ts';
import type { Page } from './page.ts';
import { lineNumber } from './summary-tables.ts';

const STATEMENT = 'three-public-expenses';

const SUBJECTS = [
  ['total', '合计'],
  ['abroad', '因公出国（境）费'],
  ['vehicles', '小计'],
  ['vehicle-purchase', '公务用车购置费'],
  ['vehicle-running', '公务用车运行维护费'],
  ['reception', '公务接待费'],
] as const;

const SIDES = [
  ['budget', '预算数'],
  ['actual', '决算数'],
] as const;

const VEHICLES = '公务用车购置及运行维护费';

export function writeThreePublic(page: Page, accounts: DepartmentAccounts, figures: AccountFigures, options: LayoutOptions): void {
  const amount = (row: number, column: number, subject: string, side: string): void => {
    const key = `${STATEMENT}/${subject}/${side}`;
    page.amount(row, column, key, figures.amounts.get(key) ?? 0);
  };
  const columns = options.threePublic === 'vertical' ? 3 : 12;
  if (options.threePublic === 'vertical') page.wide(40, 18, 18);
  else page.wide(...Array.from({ length: 12 }, () => 12));
  const top = writeHead(page, STATEMENT, columns, accounts, options);
  const write = { wide: writeWide, pairs: writePairs, vertical: writeVertical }[options.threePublic];
  const end = write(page, top, amount, options);
  writeNotes(page, end, columns, STATEMENT, false, accounts, options);
}

type PlaceAmount = (row: number, column: number, subject: string, side: string) => void;

/** 预算数 over six columns, then 决算数 over six. */
function writeWide(page: Page, top: number, amount: PlaceAmount, options: LayoutOptions): number {
  const data = top + (options.lineNumbers ? 4 : 3);
  page.high(top + 2, 36);
  SIDES.forEach(([side, sideLabel], half) => {
    const left = half * 6;
    page.put(top, left, sideLabel, 'table-head', { columns: 6 });
    page.put(top + 1, left + 2, VEHICLES, 'table-head', { columns: 3 });
    SUBJECTS.forEach(([subject, label], at) => {
      const grouped = at >= 2 && at <= 4;
      page.put(grouped ? top + 2 : top + 1, left + at, label, 'table-head', { rows: grouped ? 1 : 2 });
      if (options.lineNumbers) page.put(top + 3, left + at, lineNumber(left + at + 1, options), 'table-head');
      amount(data, left + at, subject, side);
    });
  });
  return data + 1;
}

/** Under each subject 预算数 and 决算数. */
function writePairs(page: Page, top: number, amount: PlaceAmount): number {
  page.put(top, 4, VEHICLES, 'table-head', { columns: 6 });
  SUBJECTS.forEach(([subject, label], at) => {
    const grouped = at >= 2 && at <= 4;
    page.put(grouped ? top + 1 : top, at * 2, label, 'table-head', { rows: grouped ? 1 : 2, columns: 2 });
    SIDES.forEach(([side, sideLabel], half) => {
      page.put(top + 2, at * 2 + half, sideLabel, 'table-head');
      amount(top + 3, at * 2 + half, subject, side);
    });
  });
  return top + 4;
}

/** A list downwards with 其中： lines. */
function writeVertical(page: Page, top: number, amount: PlaceAmount): number {
  const labels = ['合计', '1.因公出国（境）费', `2.${VEHICLES}`, '其中：公务用车购置费', '公务用车运行维护费', '3.公务接待费'];
  page.put(top, 0, '项目', 'table-head');
  SIDES.forEach(([, label], half) => page.put(top, 1 + half, label, 'table-head'));
  SUBJECTS.forEach(([subject], at) => {
    const inside = at === 3 || at === 4;
    page.put(top + 1 + at, 0, `${inside ? '    ' : ''}${labels[at] ?? ''}`, 'bordered-text');
    SIDES.forEach(([side], half) => amount(top + 1 + at, 1 + half, subject, side));
  });
  return top + 1 + SUBJECTS.length;
}

/** 公开06: economic classes in two or three panels side by side, 人员经费 on the left, 公用经费 on the right. */
import { ECONOMIC_CLASSES } from '../classification.ts';
import type { AccountFigures } from '../figures.ts';
import type { DepartmentAccounts } from '../model.ts';
import { writeHead, writeNotes } from './head-and-notes.ts';
import type { LayoutOptions } from './options.ts';
import type { Page } from './page.ts';

const STATEMENT = 'general-budget-basic-expenditure';

type Line = readonly [code: string, name: string];

export function writeBasicExpenditure(page: Page, accounts: DepartmentAccounts, figures: AccountFigures, options: LayoutOptions): void {
  const panels = panelsOf(figures, options);
  const codeColumns = options.economicCodes === 'split' ? 2 : 1;
  const panelWidth = codeColumns + 2;
  const columns = panels.length * panelWidth;
  const code = codeColumns === 2 ? [6, 5] : [9];
  page.wide(...panels.flatMap((_, index) => [...code, index === 2 ? 38 : 30, 13]));
  let row = writeHead(page, STATEMENT, columns, accounts, options);
  page.put(row, 0, '人员经费', 'table-head', { columns: panelWidth });
  page.put(row, panelWidth, '公用经费', 'table-head', { columns: columns - panelWidth });
  row += 1;
  panels.forEach((_, panel) => {
    const left = panel * panelWidth;
    page.put(row, left, '科目编码', 'table-head', { columns: codeColumns });
    page.put(row, left + codeColumns, '科目名称', 'table-head');
    page.put(row, left + codeColumns + 1, '决算数', 'table-head');
  });
  row += 1;
  const length = Math.max(...panels.map((panel) => panel.length));
  panels.forEach((panel, index) => {
    for (let line = 0; line < length; line += 1)
      writeLine(page, row + line, index * panelWidth, panel[line], codeColumns, figures, options);
  });
  row += length;
  writeTotal(page, row, 0, panelWidth, '人员经费合计', 'personnel-total', figures);
  writeTotal(page, row, panelWidth, columns - panelWidth, '公用经费合计', 'operating-total', figures);
  writeNotes(page, row + 1, columns, STATEMENT, false, accounts, options);
}

/** Left 301 and 303; then 302, and 307, 310, 399 beside or below it. */
function panelsOf(figures: AccountFigures, options: LayoutOptions): readonly (readonly Line[])[] {
  const linesOf = (...codes: string[]): readonly Line[] =>
    codes.flatMap((code) => {
      const found = ECONOMIC_CLASSES.find((entry) => entry.code === code);
      return found === undefined
        ? []
        : [[code, found.name] as const, ...found.groups.map(([suffix, name]) => [code + suffix, name] as const)];
    });
  if (options.basicPanels === 3) return [linesOf('301', '303'), linesOf('302'), linesOf('307', '310', '399')];
  const used = ['302', '307', '310', '399'].filter((code) => ['302', '310'].includes(code) || amount(figures, code) !== 0);
  return [linesOf('301', '303'), linesOf(...used)];
}

function amount(figures: AccountFigures, row: string): number {
  return figures.amounts.get(`${STATEMENT}/${row}/amount`) ?? 0;
}

function writeLine(
  page: Page,
  row: number,
  left: number,
  line: Line | undefined,
  codeColumns: number,
  figures: AccountFigures,
  options: LayoutOptions,
): void {
  if (line === undefined) {
    for (let column = 0; column < codeColumns + 1; column += 1) page.put(row, left + column, null, 'bordered-text');
    page.put(row, left + codeColumns + 1, null, 'bordered-amount');
    return;
  }
  const [code, name] = line;
  if (codeColumns === 2) {
    page.put(row, left, code.slice(0, 3), 'bordered-text');
    page.put(row, left + 1, code.slice(3) || null, 'bordered-text');
  } else {
    page.put(row, left, code, 'bordered-text');
  }
  page.put(row, left + codeColumns, options.names === 'indented' && code.length > 3 ? `  ${name}` : name, 'bordered-text');
  page.amount(row, left + codeColumns + 1, `${STATEMENT}/${code}/amount`, amount(figures, code));
}

function writeTotal(page: Page, row: number, left: number, columns: number, label: string, key: string, figures: AccountFigures): void {
  page.put(row, left, label, 'table-head', { columns: columns - 1 });
  page.amount(row, left + columns - 1, `${STATEMENT}/${key}/amount`, amount(figures, key));
}

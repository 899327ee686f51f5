/** Writes a department's accounts as the sheets of a workbook (报表), in any layout found in the wild. */
import type { SheetContent } from '../../../../src/core/edits/sheet-content.ts';
import { type AccountFigures, figuresOf, type Statement } from '../figures.ts';
import type { DepartmentAccounts } from '../model.ts';
import { writeBasicExpenditure } from './basic-expenditure.ts';
import { writeDepartmentForm, writeProjectForm } from './forms.ts';
import { TABLE_TEXTS, titleOf } from './head-and-notes.ts';
import { writeItemTable } from './item-tables.ts';
import { type LayoutChoice, layoutOptions, type LayoutOptions } from './options.ts';
import { Page, type PlacedFigure } from './page.ts';
import { writeSummary } from './summary-tables.ts';
import { writeThreePublic } from './three-public.ts';

export interface WrittenAccounts {
  readonly contents: readonly SheetContent[];
  /** Every figure, where it stands and what it exactly is; by `statement/row/column`. */
  readonly figures: ReadonlyMap<string, PlacedFigure>;
}

/** The nine tables and the self-evaluation forms, one sheet each unless told otherwise. */
export function writeTables(accounts: DepartmentAccounts, choice: LayoutChoice = {}): readonly SheetContent[] {
  return writeAccounts(accounts, choice).contents;
}

/** As `writeTables`, and says where every figure went. */
export function writeAccounts(accounts: DepartmentAccounts, choice: LayoutChoice = {}): WrittenAccounts {
  const options = layoutOptions(choice);
  const figures = figuresOf(accounts);
  const names = new Set(options.takenNames);
  const pages: Page[] = [];
  const shared = options.oneSheet ? new Page(unusedName('部门决算公开表', names), options, 'landscape') : undefined;
  if (shared !== undefined) pages.push(shared);
  for (const statement of options.order) {
    const page = shared ?? new Page(unusedName(sheetName(statement, options), names), options, orientationOf(statement));
    if (shared === undefined) pages.push(page);
    else if (statement !== options.order[0]) shared.below(2);
    writeStatement(page, statement, accounts, figures, options);
  }
  if (accounts.departmentForm !== undefined) {
    const page = new Page(unusedName('部门整体支出绩效自评表', names), options, 'portrait');
    writeDepartmentForm(page, accounts, accounts.departmentForm);
    pages.push(page);
  }
  accounts.projectForms.forEach((form, index) => {
    const page = new Page(unusedName(`项目支出绩效自评表${index + 1}`, names), options, 'portrait');
    writeProjectForm(page, accounts, form, index + 1);
    pages.push(page);
  });
  return {
    contents: pages.map((page) => page.finish()),
    figures: new Map(pages.flatMap((page) => page.figures.map((figure) => [figure.key, figure] as const))),
  };
}

function writeStatement(
  page: Page,
  statement: Statement,
  accounts: DepartmentAccounts,
  figures: AccountFigures,
  options: LayoutOptions,
): void {
  switch (statement) {
    case 'final-account-summary':
    case 'fiscal-appropriation-summary':
      return writeSummary(page, statement, accounts, figures, options);
    case 'general-budget-basic-expenditure':
      return writeBasicExpenditure(page, accounts, figures, options);
    case 'three-public-expenses':
      return writeThreePublic(page, accounts, figures, options);
    default:
      return writeItemTable(page, statement, accounts, figures, options);
  }
}

function orientationOf(statement: Statement): 'portrait' | 'landscape' {
  return statement === 'final-account-summary' || statement === 'general-budget-expenditure' ? 'portrait' : 'landscape';
}

/** Excel keeps 31 characters of a sheet's name. */
function sheetName(statement: Statement, options: LayoutOptions): string {
  const { number } = TABLE_TEXTS[statement];
  const title = titleOf(statement, options);
  const names = {
    titles: title,
    numbered: `公开${number}表`,
    export: `GK${number} ${title}`,
    bare: number,
    attached: `附表${Number(number)}`,
  };
  return names[options.sheetNames].slice(0, 31);
}

function unusedName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted.slice(0, 26)}(${number})`;
  taken.add(name);
  return name;
}

/** The sound workbooks (正确的账表) by name: each kind made for any office. */
import * as abroad from './abroad.ts';
import * as budgets from './budgets.ts';
import * as contracts from './contracts.ts';
import * as execution from './execution.ts';
import * as finance from './finance.ts';
import * as groupStatements from './group-statements.ts';
import * as ledgers from './ledgers.ts';
import * as limits from './limits.ts';
import * as marks from './marks.ts';
import * as oddLayouts from './odd-layouts.ts';
import type { Book } from './page.ts';
import * as payroll from './payroll.ts';
import * as projects from './projects.ts';
import * as publicStatements from './public-statements.ts';
import * as schedules from './schedules.ts';
import * as statements from './statements.ts';
import * as statistics from './statistics.ts';
import * as stocks from './stocks.ts';
import * as surveys from './surveys.ts';
import * as tax from './tax.ts';
import * as vouchers from './vouchers.ts';

export const SOUND_BOOKS: Readonly<Record<string, Book>> = {
  ...ledgers,
  ...vouchers,
  ...statements,
  ...groupStatements,
  ...publicStatements,
  ...payroll,
  ...tax,
  ...budgets,
  ...projects,
  ...finance,
  ...oddLayouts,
  ...statistics,
};

/** More of them, for fewer offices each. */
export const MORE_SOUND_BOOKS: Readonly<Record<string, Book>> = {
  ...execution,
  ...schedules,
  ...stocks,
  ...surveys,
  ...marks,
  ...limits,
  ...contracts,
  ...abroad,
};

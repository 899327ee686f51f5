/** The sound workbooks (正确的账表) by name: each kind made for any office. */
import * as budgets from './budgets.ts';
import * as finance from './finance.ts';
import * as ledgers from './ledgers.ts';
import type { Book } from './page.ts';
import * as payroll from './payroll-and-tax.ts';
import * as statements from './statements.ts';
import * as statistics from './statistics.ts';

export const SOUND_BOOKS: Readonly<Record<string, Book>> = { ...ledgers, ...statements, ...payroll, ...budgets, ...finance, ...statistics };

/** 本年收入合计 = Σ各项收入，本年支出合计 = Σ各项支出: the two summary tables (公开01, 公开04) add up. */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { hasUnreadRows, isNil, sumRelation } from '../core/relations/draft.ts';
import { holdsStateCapital } from '../core/relations/state-capital.ts';
import { classesOf, figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

const INCOME_KINDS = [
  'general-budget',
  'government-fund',
  'state-capital',
  'superior-subsidy',
  'institutional',
  'business',
  'affiliate-remittance',
  'other-income',
];
const FISCAL_KINDS = ['general-budget', 'government-fund', 'state-capital'];
const OPENING_KINDS = ['opening-balance-general', 'opening-balance-fund', 'opening-balance-state-capital'];
// Layouts before 2020 do not print the state capital line.
const OPTIONAL = new Set(['state-capital', 'opening-balance-state-capital']);

export const footing = defineCheck({
  id: 'footing',
  title: { 'zh-CN': '合计等于各项之和', en: 'Totals equal the sum of their lines' },
  severity: 'error',
  rules: ['R01', 'R03', 'R10'],
  relations: (accounts) => [
    ...tablesOf(accounts, 'final-account-summary').flatMap((table) => [
      ...incomeTotal(table, INCOME_KINDS),
      ...expenditureTotal(table, ['amount']),
    ]),
    ...tablesOf(accounts, 'fiscal-appropriation-summary').flatMap((table) => [
      ...incomeTotal(table, FISCAL_KINDS),
      ...lines(table, 'opening-balance', OPENING_KINDS, {
        'zh-CN': '年初财政拨款结转和结余 = 一般公共预算 + 政府性基金 + 国有资本经营',
        en: 'Opening fiscal balance = general budget + government funds + state capital',
      }),
      ...expenditureTotal(table, ['total', 'general', 'fund', 'state-capital']),
    ]),
  ],
});

function incomeTotal(table: Table, kinds: readonly string[]): readonly RelationDraft[] {
  return lines(table, 'income-total', kinds, { 'zh-CN': '本年收入合计 = Σ各项收入', en: 'Income of the year = the sum of its kinds' });
}

function lines(table: Table, total: string, parts: readonly string[], why: RelationDraft['why']): readonly RelationDraft[] {
  const printed = parts.filter((row) => !OPTIONAL.has(row) || figureAt(table, row, 'amount') !== undefined);
  if (printed.length < parts.length && holdsStateCapital(table)) return [];
  return sumRelation(
    figureAt(table, total, 'amount'),
    printed.map((row) => figureAt(table, row, 'amount')),
    why,
    { along: 'column' },
  );
}

function expenditureTotal(table: Table, columns: readonly string[]): readonly RelationDraft[] {
  const functions = classesOf(table);
  // A line that could not be recognised may hold money: the sum would be short of it.
  if (functions.length === 0 || hasUnreadRows(table)) return [];
  const omitted = columns.slice(1).every((column) => isNil(figureAt(table, 'expenditure-total', column)));
  return columns.flatMap((column) => {
    const stated = figureAt(table, 'expenditure-total', column);
    // Some layouts print only the 合计 column of the total rows.
    if (columns.length > 1 && column !== 'total' && omitted && stated?.reading.kind === 'blank') return [];
    return sumRelation(
      stated,
      functions.map((row) => figureAt(table, row.key, column)),
      { 'zh-CN': '本年支出合计 = Σ各功能分类支出', en: 'Expenditure of the year = the sum of the functional classes' },
      { along: 'column' },
    );
  });
}

/** 财政拨款是全部收支的一部分: fiscal money never exceeds the whole, by function, by code, and in the balances; it equals the whole where there is no other money. */
import { figure, sum } from '../core/expressions/expression.ts';
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { repeatedCodes } from '../core/relations/code-tree.ts';
import { isNil, relation } from '../core/relations/draft.ts';
import { asPrinted } from '../core/relations/judge.ts';
import { classesOf, figureAt } from '../core/tables/table.ts';
import { tableOf, type TableSet } from '../core/tables/table-set.ts';

const OTHER_MONEY = [
  'superior-subsidy',
  'institutional',
  'business',
  'affiliate-remittance',
  'other-income',
  'non-fiscal-balance-used',
  'balance-distribution',
];

export const fiscalPart = defineCheck({
  id: 'fiscal-part',
  title: { 'zh-CN': '财政拨款不大于全部收支', en: 'Fiscal money is part of the whole' },
  severity: 'error',
  rules: ['X06', 'X11', 'X14'],
  relations: (accounts) => [...byFunction(accounts), ...byCode(accounts), ...balances(accounts)],
});

// X06
function byFunction(accounts: TableSet): readonly RelationDraft[] {
  const whole = tableOf(accounts, 'final-account-summary');
  const fiscal = tableOf(accounts, 'fiscal-appropriation-summary');
  if (whole === undefined || fiscal === undefined) return [];
  const must = onlyFiscalMoney(accounts) ? 'equal' : 'at-most';
  return classesOf(fiscal).flatMap((row) => {
    const all = figureAt(whole, row.key, 'amount');
    if (all === undefined) return [];
    return relation(figureAt(fiscal, row.key, 'total'), must, figure(all), whyOf(must, '公开04各功能分类支出', '公开01同一功能分类支出'), {
      along: 'across-tables',
    });
  });
}

// X11: what 公开05, 08 and 09 spend under a code is part of what 公开03 spends under it.
function byCode(accounts: TableSet): readonly RelationDraft[] {
  const whole = tableOf(accounts, 'expenditure');
  if (whole === undefined) return [];
  const parts = ['general-budget-expenditure', 'government-fund', 'state-capital'].flatMap(
    (statement) => tableOf(accounts, statement) ?? [],
  );
  const repeated = new Set([whole, ...parts].flatMap((table) => [...repeatedCodes(table)]));
  // The equality needs all three parts.
  const must = parts.length === 3 && onlyFiscalMoney(accounts) ? 'equal' : 'at-least';
  return whole.rows.flatMap((row) => {
    if (repeated.has(row.key) || (row.code === undefined && row.key !== 'total')) return [];
    return ['total', 'basic', 'project'].flatMap((column) => {
      const fiscal = parts.flatMap((table) => figureAt(table, row.key, column) ?? []);
      if (fiscal.length === 0) return [];
      return relation(
        figureAt(whole, row.key, column),
        must,
        sum(fiscal.map(figure)),
        whyOf(must, '公开03支出', '公开05、08、09同一科目支出之和'),
        { along: 'across-tables' },
      );
    });
  });
}

// X14: a negative balance of other money is possible (经营亏损), so a person must look.
function balances(accounts: TableSet): readonly RelationDraft[] {
  const whole = tableOf(accounts, 'final-account-summary');
  const fiscal = tableOf(accounts, 'fiscal-appropriation-summary');
  const pairs = [
    { all: figureAt(whole, 'opening-balance', 'amount'), part: figureAt(fiscal, 'opening-balance', 'amount'), name: '年初' },
    { all: figureAt(whole, 'closing-balance', 'amount'), part: figureAt(fiscal, 'closing-balance', 'total'), name: '年末' },
  ];
  return pairs.flatMap(({ all, part, name }) => {
    if (part === undefined) return [];
    return relation(all, 'at-least', figure(part), whyOf('at-least', `公开01${name}结转和结余`, `公开04${name}财政拨款结转和结余`), {
      along: 'across-tables',
      severity: 'warning',
    });
  });
}

/** No other income, and balances that are fiscal altogether: then no other money can have been spent. */
function onlyFiscalMoney(accounts: TableSet): boolean {
  const whole = tableOf(accounts, 'final-account-summary');
  const fiscal = tableOf(accounts, 'fiscal-appropriation-summary');
  if (whole === undefined || fiscal === undefined) return false;
  if (!OTHER_MONEY.every((row) => figureAt(whole, row, 'amount') !== undefined && isNil(figureAt(whole, row, 'amount')))) return false;
  return [
    [figureAt(whole, 'opening-balance', 'amount'), figureAt(fiscal, 'opening-balance', 'amount')],
    [figureAt(whole, 'closing-balance', 'amount'), figureAt(fiscal, 'closing-balance', 'total')],
  ].every(([a, b]) => {
    if (a === undefined || b === undefined) return false;
    if (isNil(a) && isNil(b)) return true;
    return a.reading.kind === 'number' && b.reading.kind === 'number' && asPrinted(a.reading.value, a).eq(asPrinted(b.reading.value, a));
  });
}

const SIGNS = { equal: ['=', 'equals'], 'at-most': ['≤', 'is at most'], 'at-least': ['≥', 'is at least'] } as const;

const ENGLISH: Readonly<Record<string, string>> = {
  公开04各功能分类支出: 'each functional class of table 04',
  公开01同一功能分类支出: 'the same class of table 01',
  公开03支出: 'expenditure in table 03',
  '公开05、08、09同一科目支出之和': 'the same code in tables 05, 08 and 09 together',
  公开01年初结转和结余: 'the opening balance of table 01',
  公开04年初财政拨款结转和结余: 'the fiscal opening balance of table 04',
  公开01年末结转和结余: 'the closing balance of table 01',
  公开04年末财政拨款结转和结余: 'the fiscal closing balance of table 04',
};

function whyOf(must: RelationDraft['must'], left: string, right: string): RelationDraft['why'] {
  const [sign, verb] = SIGNS[must];
  return { 'zh-CN': `${left} ${sign} ${right}`, en: `${ENGLISH[left] ?? left} ${verb} ${ENGLISH[right] ?? right}` };
}

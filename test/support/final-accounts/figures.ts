/** Every figure of the nine tables, derived from the accounts: statement, row and column keys (docs/keys.md) with the exact amount in 分. */
import { ECONOMIC_CLASSES, FUNCTION_CLASSES } from './classification.ts';
import {
  type DepartmentAccounts,
  type Fen,
  fundClosing,
  type FundFlow,
  fundSpending,
  type Item,
  OWN_INCOME_KINDS,
  OWN_SPENDING_KINDS,
  ownClosing,
  ownIncome,
  ownSpending,
  sumOf,
  type ThreePublic,
} from './model.ts';

export type Statement =
  | 'final-account-summary'
  | 'income'
  | 'expenditure'
  | 'fiscal-appropriation-summary'
  | 'general-budget-expenditure'
  | 'general-budget-basic-expenditure'
  | 'three-public-expenses'
  | 'government-fund'
  | 'state-capital';

/** A row of a table by codes: 类, 款 or 项, with its derived amounts. */
export interface CodeRow {
  readonly code: string;
  readonly name: string;
  readonly level: 1 | 2 | 3;
}

export interface AccountFigures {
  /** By `statement/row/column`. */
  readonly amounts: ReadonlyMap<string, Fen>;
  /** The rows that each table by codes prints, in code order. */
  readonly rows: ReadonlyMap<Statement, readonly CodeRow[]>;
}

type Measures = Readonly<Record<string, (item: Item) => Fen>>;

const ITEM_TABLES: Partial<Record<Statement, Measures>> = {
  income: {
    total: (item) => fiscalIncome(item) + ownIncome(item.own),
    fiscal: fiscalIncome,
    ...Object.fromEntries(OWN_INCOME_KINDS.map((kind) => [kind, (item: Item) => item.own?.income[kind] ?? 0])),
  },
  expenditure: {
    total: (item) => fiscalSpending(item) + ownSpending(item.own),
    ...Object.fromEntries(
      OWN_SPENDING_KINDS.map((kind) => [
        kind,
        (item: Item) =>
          (item.own?.spending[kind] ?? 0) + (kind === 'basic' || kind === 'project' ? sumOf(funds(item).map((flow) => flow?.[kind])) : 0),
      ]),
    ),
  },
  'general-budget-expenditure': {
    total: (item) => fundSpending(item.general),
    basic: (item) => item.general?.basic ?? 0,
    project: (item) => item.general?.project ?? 0,
  },
  'government-fund': fundMeasures((item) => item.fund),
  'state-capital': fundMeasures((item) => item.stateCapital),
};

/** All figures of the nine tables. */
export function figuresOf(accounts: DepartmentAccounts): AccountFigures {
  const amounts = new Map<string, Fen>();
  const rows = new Map<Statement, readonly CodeRow[]>();
  const items = [...accounts.items].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const [statement, measures] of Object.entries(ITEM_TABLES) as [Statement, Measures][]) {
    rows.set(statement, addItemTable(amounts, statement, measures, items));
  }
  addSummary(amounts, items);
  addFiscalSummary(amounts, items);
  addEconomic(amounts, accounts.economic);
  addThreePublic(amounts, 'budget', accounts.threePublic.budget);
  addThreePublic(amounts, 'actual', accounts.threePublic.actual);
  return { amounts, rows };
}

function funds(item: Item): readonly (FundFlow | undefined)[] {
  return [item.general, item.fund, item.stateCapital];
}

function fiscalIncome(item: Item): Fen {
  return sumOf(funds(item).map((flow) => flow?.income));
}

function fiscalSpending(item: Item): Fen {
  return sumOf(funds(item).map(fundSpending));
}

function fundMeasures(of: (item: Item) => FundFlow | undefined): Measures {
  return {
    opening: (item) => of(item)?.opening ?? 0,
    income: (item) => of(item)?.income ?? 0,
    total: (item) => fundSpending(of(item)),
    basic: (item) => of(item)?.basic ?? 0,
    project: (item) => of(item)?.project ?? 0,
    closing: (item) => fundClosing(of(item)),
  };
}

/** Adds 合计, 类, 款 and 项 of one table; items without any of its money are not listed. */
function addItemTable(amounts: Map<string, Fen>, statement: Statement, measures: Measures, items: readonly Item[]): readonly CodeRow[] {
  const rows = new Map<string, CodeRow>();
  const columns = Object.entries(measures);
  for (const [column] of columns) amounts.set(`${statement}/total/${column}`, 0);
  for (const item of items) {
    const values = columns.map(([column, measure]) => [column, measure(item)] as const);
    if (values.every(([, value]) => value === 0)) continue;
    for (const level of [1, 2, 3] as const) {
      const code = item.code.slice(0, 2 * level + 1);
      if (!rows.has(code)) rows.set(code, { code, name: item.names[level - 1] ?? '', level });
      for (const [column, value] of values) add(amounts, `${statement}/${code}/${column}`, value);
    }
    for (const [column, value] of values) add(amounts, `${statement}/total/${column}`, value);
  }
  return [...rows.values()];
}

function add(amounts: Map<string, Fen>, key: string, value: Fen): void {
  amounts.set(key, (amounts.get(key) ?? 0) + value);
}

function addSummary(amounts: Map<string, Fen>, items: readonly Item[]): void {
  const set = (row: string, of: (item: Item) => Fen): Fen => {
    const value = sumOf(items.map(of));
    amounts.set(`final-account-summary/${row}/amount`, value);
    return value;
  };
  set('general-budget', (item) => item.general?.income ?? 0);
  set('government-fund', (item) => item.fund?.income ?? 0);
  set('state-capital', (item) => item.stateCapital?.income ?? 0);
  for (const kind of OWN_INCOME_KINDS) set(kind, (item) => item.own?.income[kind] ?? 0);
  for (const [code] of FUNCTION_CLASSES) {
    set(code, (item) => (item.code.startsWith(code) ? fiscalSpending(item) + ownSpending(item.own) : 0));
  }
  const opening = (item: Item): Fen => sumOf(funds(item).map((flow) => flow?.opening)) + (item.own?.opening ?? 0);
  const closing = (item: Item): Fen => sumOf(funds(item).map(fundClosing)) + ownClosing(item.own);
  const income = set('income-total', (item) => fiscalIncome(item) + ownIncome(item.own));
  const used = set('non-fiscal-balance-used', (item) => item.own?.balanceUsed ?? 0);
  const before = set('opening-balance', opening);
  amounts.set('final-account-summary/income-grand-total/amount', income + used + before);
  const spent = set('expenditure-total', (item) => fiscalSpending(item) + ownSpending(item.own));
  const distributed = set('balance-distribution', (item) => item.own?.distribution ?? 0);
  const after = set('closing-balance', closing);
  amounts.set('final-account-summary/expenditure-grand-total/amount', spent + distributed + after);
}

const FUND_COLUMNS = [
  ['general', 'general-budget', 'opening-balance-general', (item: Item) => item.general],
  ['fund', 'government-fund', 'opening-balance-fund', (item: Item) => item.fund],
  ['state-capital', 'state-capital', 'opening-balance-state-capital', (item: Item) => item.stateCapital],
] as const;

function addFiscalSummary(amounts: Map<string, Fen>, items: readonly Item[]): void {
  const to = (row: string, column: string, value: Fen): void => add(amounts, `fiscal-appropriation-summary/${row}/${column}`, value);
  for (const [column, incomeRow, openingRow, of] of FUND_COLUMNS) {
    const income = sumOf(items.map((item) => of(item)?.income));
    const opening = sumOf(items.map((item) => of(item)?.opening));
    to(incomeRow, 'amount', income);
    to(openingRow, 'amount', opening);
    to('income-total', 'amount', income);
    to('opening-balance', 'amount', opening);
    to('income-grand-total', 'amount', income + opening);
    const right = (row: string, value: Fen): void => {
      to(row, column, value);
      to(row, 'total', value);
    };
    for (const [code] of FUNCTION_CLASSES)
      right(code, sumOf(items.map((item) => (item.code.startsWith(code) ? fundSpending(of(item)) : 0))));
    const spent = sumOf(items.map((item) => fundSpending(of(item))));
    const closing = sumOf(items.map((item) => fundClosing(of(item))));
    right('expenditure-total', spent);
    right('closing-balance', closing);
    right('expenditure-grand-total', spent + closing);
  }
}

function addEconomic(amounts: Map<string, Fen>, economic: DepartmentAccounts['economic']): void {
  const to = (row: string, value: Fen): void => add(amounts, `general-budget-basic-expenditure/${row}/amount`, value);
  for (const { code, side, groups } of ECONOMIC_CLASSES) {
    for (const [suffix] of groups) {
      const value = economic.get(code + suffix) ?? 0;
      for (const row of [code + suffix, code, side === 'personnel' ? 'personnel-total' : 'operating-total', 'total']) to(row, value);
    }
  }
}

function addThreePublic(amounts: Map<string, Fen>, column: string, parts: ThreePublic): void {
  const vehicles = parts['vehicle-purchase'] + parts['vehicle-running'];
  const rows = { ...parts, vehicles, total: parts.abroad + vehicles + parts.reception };
  for (const [row, value] of Object.entries(rows)) amounts.set(`three-public-expenses/${row}/${column}`, value);
}

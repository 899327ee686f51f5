/** 表间勾稽: the same amount printed in two of the nine tables is the same (公开01↔02↔03↔04↔05↔06↔08↔09). The ties are the data below. */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { type MaybeFigure, sameAmount, sumRelation } from '../core/relations/draft.ts';
import { holdsStateCapital } from '../core/relations/state-capital.ts';
import { classesOf, figureAt } from '../core/tables/table.ts';
import { tableOf, type TableSet } from '../core/tables/table-set.ts';

/** One cell: statement, row, column. */
type Place = readonly [statement: string, row: string, column: string];

interface Tie {
  readonly stated: Place;
  readonly parts: readonly Place[];
  readonly why: RelationDraft['why'];
}

/** Row «类»: one tie for every functional class that both tables print. */
interface ClassTie {
  readonly stated: readonly [statement: string, column: string];
  readonly same: readonly [statement: string, column: string];
  readonly why: RelationDraft['why'];
}

const T1 = 'final-account-summary';
const T2 = 'income';
const T3 = 'expenditure';
const T4 = 'fiscal-appropriation-summary';
const T5 = 'general-budget-expenditure';
const T6 = 'general-budget-basic-expenditure';
const T8 = 'government-fund';
const T9 = 'state-capital';

const says = (zh: string, en: string): RelationDraft['why'] => ({ 'zh-CN': zh, en });
const tie = (stated: Place, parts: readonly Place[], why: RelationDraft['why']): Tie => ({ stated, parts, why });

const TIES: readonly Tie[] = [
  // X01, X02: 公开01 ↔ 公开02
  tie(
    [T2, 'total', 'total'],
    [[T1, 'income-total', 'amount']],
    says('公开02本年收入合计 = 公开01本年收入合计', 'Income of the year: table 02 = table 01'),
  ),
  tie(
    [T2, 'total', 'fiscal'],
    [
      [T1, 'general-budget', 'amount'],
      [T1, 'government-fund', 'amount'],
      [T1, 'state-capital', 'amount'],
    ],
    says('公开02财政拨款收入 = 公开01三项财政拨款收入之和', 'Fiscal income: table 02 = the three lines of table 01'),
  ),
  ...(['superior-subsidy', 'institutional', 'business', 'affiliate-remittance', 'other-income'] as const).map((kind) =>
    tie(
      [T2, 'total', kind],
      [[T1, kind, 'amount']],
      says('公开02各类收入合计 = 公开01同名收入', 'Each kind of income: table 02 = table 01'),
    ),
  ),
  // X03: 公开01 ↔ 公开03
  tie(
    [T3, 'total', 'total'],
    [[T1, 'expenditure-total', 'amount']],
    says('公开03本年支出合计 = 公开01本年支出合计', 'Expenditure of the year: table 03 = table 01'),
  ),
  // X05: 公开04 ↔ 公开01, 公开02
  ...(['general-budget', 'government-fund', 'state-capital'] as const).map((kind) =>
    tie([T4, kind, 'amount'], [[T1, kind, 'amount']], says('公开04财政拨款收入 = 公开01同名收入', 'Fiscal income: table 04 = table 01')),
  ),
  tie(
    [T4, 'income-total', 'amount'],
    [[T2, 'total', 'fiscal']],
    says('公开04本年收入合计 = 公开02财政拨款收入', 'Fiscal income: table 04 = table 02'),
  ),
  // X07: 公开04 ↔ 公开05
  tie(
    [T5, 'total', 'total'],
    [[T4, 'expenditure-total', 'general']],
    says('公开05合计 = 公开04一般公共预算财政拨款本年支出', 'General budget expenditure: table 05 = table 04'),
  ),
  // X08, X09: 公开04 ↔ 公开08, 公开09
  ...[
    { table: T8, column: 'fund', income: 'government-fund', opening: 'opening-balance-fund', zh: '公开08', en: 'table 08' },
    { table: T9, column: 'state-capital', income: 'state-capital', opening: 'opening-balance-state-capital', zh: '公开09', en: 'table 09' },
  ].flatMap(({ table, column, income, opening, zh, en }) => [
    tie(
      [table, 'total', 'total'],
      [[T4, 'expenditure-total', column]],
      says(`${zh}本年支出 = 公开04同类资金本年支出`, `Expenditure: ${en} = table 04`),
    ),
    tie([table, 'total', 'income'], [[T4, income, 'amount']], says(`${zh}本年收入 = 公开04同类资金本年收入`, `Income: ${en} = table 04`)),
    tie(
      [table, 'total', 'opening'],
      [[T4, opening, 'amount']],
      says(`${zh}年初结转和结余 = 公开04同类资金年初结转和结余`, `Opening balance: ${en} = table 04`),
    ),
    tie(
      [table, 'total', 'closing'],
      [[T4, 'closing-balance', column]],
      says(`${zh}年末结转和结余 = 公开04同类资金年末结转和结余`, `Closing balance: ${en} = table 04`),
    ),
  ]),
  // X10: 公开05 ↔ 公开06
  tie(
    [T5, 'total', 'basic'],
    [
      [T6, 'personnel-total', 'amount'],
      [T6, 'operating-total', 'amount'],
    ],
    says('公开05基本支出 = 公开06人员经费 + 公用经费', 'Basic expenditure: table 05 = personnel + operating of table 06'),
  ),
];

const CLASS_TIES: readonly ClassTie[] = [
  {
    stated: [T3, 'total'],
    same: [T1, 'amount'],
    why: says('公开03类级支出 = 公开01同一功能分类支出', 'Each functional class: table 03 = table 01'),
  }, // X04
  {
    stated: [T5, 'total'],
    same: [T4, 'general'],
    why: says('公开05类级支出 = 公开04一般公共预算同一功能分类支出', 'Each functional class: table 05 = table 04'),
  }, // X07
  {
    stated: [T8, 'total'],
    same: [T4, 'fund'],
    why: says('公开08类级支出 = 公开04政府性基金同一功能分类支出', 'Each functional class: table 08 = table 04'),
  }, // X08
  {
    stated: [T9, 'total'],
    same: [T4, 'state-capital'],
    why: says('公开09类级支出 = 公开04国有资本经营同一功能分类支出', 'Each functional class: table 09 = table 04'),
  }, // X09
];

export const tieOut = defineCheck({
  id: 'tie-out',
  title: { 'zh-CN': '表间数据一致', en: 'Tables agree with each other' },
  severity: 'error',
  rules: ['X01', 'X02', 'X03', 'X04', 'X05', 'X07', 'X08', 'X09', 'X10'],
  relations: (accounts) => [...TIES.flatMap((one) => tied(accounts, one)), ...CLASS_TIES.flatMap((one) => classesTied(accounts, one))],
});

function tied(accounts: TableSet, { stated, parts, why }: Tie): readonly RelationDraft[] {
  // Layouts before 2020 print no state capital line; everywhere else a missing row says nothing.
  const printed = parts.filter(
    ([statement, row, column]) => row !== 'state-capital' || parts.length === 1 || at(accounts, [statement, row, column]) !== undefined,
  );
  if (printed.length < parts.length && holdsStateCapital(tableOf(accounts, T1))) return [];
  return sumRelation(
    at(accounts, stated),
    printed.map((place) => at(accounts, place)),
    why,
    { along: 'across-tables' },
  );
}

function classesTied(accounts: TableSet, { stated, same, why }: ClassTie): readonly RelationDraft[] {
  const table = tableOf(accounts, stated[0]);
  if (table === undefined) return [];
  return classesOf(table).flatMap((row) => sameAmount(figureAt(table, row.key, stated[1]), at(accounts, [same[0], row.key, same[1]]), why));
}

function at(accounts: TableSet, [statement, row, column]: Place): MaybeFigure {
  return figureAt(tableOf(accounts, statement), row, column);
}

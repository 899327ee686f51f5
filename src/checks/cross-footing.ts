/** 每行合计 = Σ各列: in every row the total column equals its kinds (收入 = 财政拨款 + …, 支出 = 基本 + 项目 + …). */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { isBlank, sumRelation } from '../core/relations/draft.ts';
import { holdsStateCapital } from '../core/relations/state-capital.ts';
import { figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

interface Crossing {
  readonly statement: string;
  readonly parts: readonly string[];
  /** Columns that some layouts do not print. */
  readonly optional?: readonly string[];
  readonly why: RelationDraft['why'];
}

const CROSSINGS: readonly Crossing[] = [
  {
    statement: 'income',
    parts: ['fiscal', 'superior-subsidy', 'institutional', 'business', 'affiliate-remittance', 'other-income'],
    why: { 'zh-CN': '本年收入合计 = 各类收入之和', en: 'Income of the year = the sum of its kinds' },
  },
  {
    statement: 'expenditure',
    parts: ['basic', 'project', 'remittance-to-superior', 'business', 'affiliate-subsidy'],
    why: {
      'zh-CN': '本年支出合计 = 基本支出 + 项目支出 + 上缴上级 + 经营 + 对附属单位补助',
      en: 'Expenditure = basic + project + remittance + business + subsidy',
    },
  },
  {
    statement: 'fiscal-appropriation-summary',
    parts: ['general', 'fund', 'state-capital'],
    optional: ['state-capital'],
    why: { 'zh-CN': '合计 = 一般公共预算 + 政府性基金 + 国有资本经营', en: 'Total = general budget + government funds + state capital' },
  },
  {
    statement: 'general-budget-expenditure',
    parts: ['basic', 'project'],
    why: { 'zh-CN': '合计 = 基本支出 + 项目支出', en: 'Total = basic + project' },
  },
  {
    statement: 'government-fund',
    parts: ['basic', 'project'],
    why: { 'zh-CN': '本年支出 = 基本支出 + 项目支出', en: 'Expenditure = basic + project' },
  },
  {
    statement: 'state-capital',
    parts: ['basic', 'project'],
    why: { 'zh-CN': '本年支出 = 基本支出 + 项目支出', en: 'Expenditure = basic + project' },
  },
];

const SUMMARY_ROWS = new Set(['expenditure-total', 'closing-balance', 'expenditure-grand-total']);

export const crossFooting = defineCheck({
  id: 'cross-footing',
  title: { 'zh-CN': '每行合计等于各列之和', en: 'Every row adds across' },
  severity: 'error',
  rules: ['R06', 'R07', 'R10', 'R12', 'R15'],
  relations: (accounts) =>
    CROSSINGS.flatMap((crossing) => tablesOf(accounts, crossing.statement).flatMap((table) => rowsOf(table, crossing))),
});

function rowsOf(table: Table, { parts, optional = [], why }: Crossing): readonly RelationDraft[] {
  const printed = parts.filter((column) => !optional.includes(column) || table.columns.some((known) => known.key === column));
  if (printed.length < parts.length && holdsStateCapital(table)) return [];
  return table.rows.flatMap((row) => {
    const across = printed.map((column) => figureAt(table, row.key, column));
    // Some layouts of 公开04 fill only the 合计 column of the rows below the functions.
    if (SUMMARY_ROWS.has(row.key) && across.every(isBlank)) return [];
    return sumRelation(figureAt(table, row.key, 'total'), across, why, { along: 'row' });
  });
}

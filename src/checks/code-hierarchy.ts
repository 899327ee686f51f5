/** 合计 = Σ类, 类 = Σ款, 款 = Σ项: every coded row equals the sum of the rows one level below it, in every column. */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { codeTree, repeatedCodes } from '../core/relations/code-tree.ts';
import { hasUnreadRows, isBlank, isNil, sumRelation } from '../core/relations/draft.ts';
import { figureAt, type Table, type TableRow } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

/** `partial`: tables that regions publish with some detail only. */
const CODED = [
  { statement: 'income', partial: false },
  { statement: 'expenditure', partial: false },
  { statement: 'general-budget-expenditure', partial: false },
  { statement: 'government-fund', partial: true },
  { statement: 'state-capital', partial: true },
] as const;

export const codeHierarchy = defineCheck({
  id: 'code-hierarchy',
  title: { 'zh-CN': '类款项逐级汇总', en: 'Each code equals the sum of its sub-codes' },
  severity: 'error',
  rules: ['R08'],
  relations: (accounts) =>
    CODED.flatMap(({ statement, partial }) => tablesOf(accounts, statement).flatMap((table) => levels(table, partial))),
});

function levels(table: Table, partial: boolean): readonly RelationDraft[] {
  const tree = codeTree(table);
  const repeated = repeatedCodes(table);
  const drafts: RelationDraft[] = [];
  // Rows known by name only («208/…») hold money that no sum of codes sees.
  const uncoded = new Set(table.rows.filter((row) => row.code === undefined && row.key.includes('/')).map((row) => row.key.slice(0, 3)));
  const oneLevel = new Set(tree.roots.map((row) => row.code?.length)).size === 1;
  if (table.rows.some((row) => row.key === 'total') && (oneLevel || !partial) && !hasUnreadRows(table)) {
    drafts.push(
      ...level(table, 'total', tree.roots, partial, {
        'zh-CN': `合计 = Σ${levelName(tree.roots)}`,
        en: 'Total = the sum of the top level',
      }),
    );
  }
  for (const row of table.rows) {
    const children = tree.children.get(row.key) ?? [];
    if (children.length === 0 || row.code === undefined || repeated.has(row.code)) continue;
    if (partial && new Set(children.map((child) => child.code?.length)).size > 1) continue;
    if (uncoded.has(row.code.slice(0, 3))) continue;
    drafts.push(
      ...level(table, row.key, children, partial, {
        'zh-CN': `${levelName([row])} = Σ${levelName(children)}`,
        en: `${row.code} = the sum of the codes below it`,
      }),
    );
  }
  return drafts;
}

function level(
  table: Table,
  total: string,
  parts: readonly TableRow[],
  partial: boolean,
  why: RelationDraft['why'],
): readonly RelationDraft[] {
  const columns = table.columns.map((column) => column.key);
  // Detail that nobody has filled in says nothing about its total.
  const unfilled = (column: string): boolean => parts.every((row) => isBlank(figureAt(table, row.key, column)));
  if (
    parts.length > 0 &&
    columns.every((column) => parts.every((row) => isNil(figureAt(table, row.key, column)))) &&
    (partial || parts.length > 2)
  )
    return [];
  return columns.flatMap((column) => {
    if (partial && unfilled(column)) return [];
    return sumRelation(
      figureAt(table, total, column),
      parts.map((row) => figureAt(table, row.key, column)),
      why,
      { along: 'column' },
    );
  });
}

function levelName(rows: readonly TableRow[]): string {
  const lengths = new Set(rows.map((row) => row.code?.length));
  if (lengths.size !== 1) return '下级科目';
  return lengths.has(3) ? '类' : lengths.has(5) ? '款' : '项';
}

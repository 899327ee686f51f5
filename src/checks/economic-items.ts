/** 301 = Σ301xx …，人员经费合计 = 301 + 303，公用经费合计 = 302 + 307 + 310 + …: basic expenditure by economic item (公开06). */
import { defineCheck, type RelationDraft } from '../core/relations/check.ts';
import { codeTree, repeatedCodes } from '../core/relations/code-tree.ts';
import { hasUnreadRows, isBlank, sumRelation } from '../core/relations/draft.ts';
import { classesOf, figureAt, type Table } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

const PERSONNEL = ['301', '303'];
const COLUMN = 'amount';

export const economicItems = defineCheck({
  id: 'economic-items',
  title: { 'zh-CN': '经济分类逐级汇总', en: 'Economic items add up' },
  severity: 'error',
  rules: ['R13'],
  relations: (accounts) => tablesOf(accounts, 'general-budget-basic-expenditure').flatMap((table) => [...classes(table), ...totals(table)]),
});

function classes(table: Table): readonly RelationDraft[] {
  const tree = codeTree(table);
  const repeated = repeatedCodes(table);
  return classesOf(table).flatMap((row) => {
    const items = (tree.children.get(row.key) ?? []).map((child) => figureAt(table, child.key, COLUMN));
    // A panel printed as a form with nothing filled in below the class.
    if (items.length > 2 && items.every(isBlank)) return [];
    if (row.code === undefined || repeated.has(row.code)) return [];
    return sumRelation(
      figureAt(table, row.key, COLUMN),
      items,
      { 'zh-CN': `${row.code} = Σ${row.code}xx（类 = Σ款）`, en: `${row.code} = the sum of its items` },
      { along: 'column' },
    );
  });
}

function totals(table: Table): readonly RelationDraft[] {
  if (hasUnreadRows(table)) return [];
  const codes = classesOf(table).map((row) => row.key);
  const personnel = codes.filter((code) => PERSONNEL.includes(code));
  const operating = codes.filter((code) => !PERSONNEL.includes(code));
  const at = (row: string) => figureAt(table, row, COLUMN);
  return [
    ...sumRelation(
      at('personnel-total'),
      personnel.map(at),
      { 'zh-CN': `人员经费合计 = ${personnel.join(' + ')}`, en: `Personnel = ${personnel.join(' + ')}` },
      { along: 'column' },
    ),
    ...sumRelation(
      at('operating-total'),
      operating.map(at),
      { 'zh-CN': `公用经费合计 = ${operating.join(' + ')}`, en: `Operating = ${operating.join(' + ')}` },
      { along: 'column' },
    ),
    ...sumRelation(
      at('total'),
      [at('personnel-total'), at('operating-total')],
      { 'zh-CN': '合计 = 人员经费 + 公用经费', en: 'Total = personnel + operating' },
      { along: 'column' },
    ),
  ];
}

/** 科目编码与名称: a code printed twice, a 项 without its 款, codes out of order, one code under two names. */
import { defineCheck, type ObservationDraft } from '../core/relations/check.ts';
import { codeTree } from '../core/relations/code-tree.ts';
import { isNil } from '../core/relations/draft.ts';
import type { Table, TableRow } from '../core/tables/table.ts';
import { tablesOf } from '../core/tables/table-set.ts';

const CODED = ['income', 'expenditure', 'general-budget-expenditure', 'government-fund', 'state-capital'];

/** Tables that must be shown to the 项; the fund tables are often published with some detail only. */
const COMPLETE = new Set(['income', 'expenditure', 'general-budget-expenditure']);

export const codeNames = defineCheck({
  id: 'code-names',
  title: { 'zh-CN': '科目编码与名称', en: 'Codes and their names' },
  severity: 'warning',
  rules: ['R09'],
  observations: (accounts) => {
    const tables = CODED.flatMap((statement) => tablesOf(accounts, statement));
    return [
      ...tables.flatMap((table) => [...repeats(table), ...orphans(table), ...withoutDetail(table), ...disorder(table)]),
      ...unofficial(tables),
      ...twoNames(tables),
    ];
  },
});

function repeats(table: Table): readonly ObservationDraft[] {
  const seen = new Map<string, TableRow>();
  return table.rows.flatMap((row) => {
    if (row.code === undefined) return [];
    const before = seen.get(row.code);
    if (before === undefined) {
      seen.set(row.code, row);
      return [];
    }
    return [
      at(row, {
        'zh-CN': `科目编码 ${row.code} 出现两次：第 ${before.ref.row + 1} 行「${before.label}」和第 ${row.ref.row + 1} 行「${row.label}」。请核对编码，或合并为一行。`,
        en: `Code ${row.code} stands twice: row ${before.ref.row + 1} «${before.label}» and row ${row.ref.row + 1} «${row.label}». Correct the code or merge the rows.`,
      }),
    ];
  });
}

// Only where the table does print that level elsewhere: many tables stop at the 类 or print no 款.
function orphans(table: Table): readonly ObservationDraft[] {
  const tree = codeTree(table);
  const lengths = new Set(table.rows.map((row) => row.code?.length));
  return table.rows.flatMap((row) => {
    if (row.code === undefined || row.code.length <= 3) return [];
    const above = row.code.slice(0, row.code.length - 2);
    const parent = tree.parent.get(row.key);
    if (parent?.code === above || !lengths.has(above.length)) return [];
    // One message for a whole family: the first child speaks for the others.
    const first = table.rows.find(
      (other) => other.code !== undefined && other.code.length === row.code?.length && other.code.startsWith(above),
    );
    if (first !== row) return [];
    return [
      at(row, {
        'zh-CN': `科目 ${row.code}「${row.label}」的上级科目 ${above} 不在本表中。请补上该行，或核对编码。`,
        en: `The table has no row ${above} above ${row.code} «${row.label}». Add the row or correct the code.`,
      }),
    ];
  });
}

// Shown to 款 or 项 elsewhere, but not under this one.
function withoutDetail(table: Table): readonly ObservationDraft[] {
  if (!COMPLETE.has(table.statement ?? '')) return [];
  const tree = codeTree(table);
  const lengths = new Set(table.rows.map((row) => row.code?.length));
  return table.rows.flatMap((row) => {
    if (row.code === undefined || row.key !== row.code || !lengths.has(row.code.length + 2) || tree.children.has(row.key)) return [];
    if (table.rows.some((other) => other.code === undefined && other.key.startsWith(`${row.code?.slice(0, 3) ?? ''}/`))) return [];
    if ([...(table.figures.get(row.key)?.values() ?? [])].every(isNil)) return [];
    return [
      at(row, {
        'zh-CN': `科目 ${row.code}「${row.label}」有金额，却没有列出下级科目，而本表其他科目都列到下一级。请补上漏列的行。`,
        en: `${row.code} «${row.label}» holds money but has no rows below it, while the table shows that level elsewhere. Add the missing row.`,
      }),
    ];
  });
}

function disorder(table: Table): readonly ObservationDraft[] {
  const coded = table.rows.filter((row) => row.code !== undefined);
  const wrong = coded.filter((row, index) => {
    const before = coded[index - 1]?.code;
    return before !== undefined && row.code !== undefined && row.code < before;
  });
  const first = wrong[0];
  // Many reversals are another way of ordering (subtotals below their items), not a slip.
  if (first === undefined || wrong.length * 5 > coded.length) return [];
  return [
    at(first, {
      'zh-CN': `科目编码未按顺序排列：${first.code ?? ''}「${first.label}」排在了更大的编码之后。请核对编码或调整行序。`,
      en: `Codes are out of order: ${first.code ?? ''} «${first.label}» stands after a larger code. Check the code or move the row.`,
    }),
  ];
}

// The same wrong name in several tables is one matter.
function unofficial(tables: readonly Table[]): readonly ObservationDraft[] {
  const said = new Set<string>();
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      if (row.code === undefined || row.officialName === undefined || said.has(row.code) || alike(row.label, row.officialName)) return [];
      said.add(row.code);
      return [
        at(row, {
          'zh-CN': `科目 ${row.code} 的名称「${row.label}」与政府收支分类科目的名称「${row.officialName}」不一致。请核对编码和名称。`,
          en: `Code ${row.code} is named «${row.label}», officially «${row.officialName}». Check the code and the name.`,
        }),
      ];
    }),
  );
}

function twoNames(tables: readonly Table[]): readonly ObservationDraft[] {
  const first = new Map<string, { readonly table: Table; readonly row: TableRow }>();
  const said = new Set<string>();
  const found: ObservationDraft[] = [];
  for (const table of tables) {
    for (const row of table.rows) {
      if (row.code === undefined || row.label === '' || row.officialName !== undefined) continue;
      const known = first.get(row.code);
      if (known === undefined) {
        first.set(row.code, { table, row });
      } else if (known.table !== table && !said.has(row.code) && !alike(row.label, known.row.label)) {
        said.add(row.code);
        found.push(
          at(row, {
            'zh-CN': `科目 ${row.code} 在「${known.table.sheet}」中名为「${known.row.label}」，在「${table.sheet}」中名为「${row.label}」。请统一名称或核对编码。`,
            en: `Code ${row.code} is «${known.row.label}» on «${known.table.sheet}» but «${row.label}» on «${table.sheet}». Use one name or correct the code.`,
          }),
        );
      }
    }
  }
  return found;
}

// A name cut short by its cell, a missing 支出 at the end and other brackets are the same name.
function alike(a: string, b: string): boolean {
  const left = bare(a);
  const right = bare(b);
  return left === '' || right === '' || left === right || left.startsWith(right) || right.startsWith(left);
}

function bare(name: string): string {
  return name.replace(/[\s（）()、，,。.·“”"]/g, '').replace(/支出$/, '');
}

function at(row: TableRow, message: ObservationDraft['message']): ObservationDraft {
  return { at: row.ref, message };
}

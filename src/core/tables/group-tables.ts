/** Groups tables into sets of accounts (分部门、分年度归集). */
import { cellAddress } from '../workbook/address.ts';
import { NO_FACTS } from './facts.ts';
import { plain } from './labels.ts';
import type { Statement } from './statement.ts';
import type { Table, TableNotice } from './table.ts';
import type { TableSet } from './table-set.ts';

interface Group {
  department: string;
  year: number | undefined;
  readonly tables: Table[];
}

export function groupTables(tables: readonly Table[], statements: readonly Statement[]): readonly TableSet[] {
  const repeats = new Set(statements.filter((statement) => statement.repeats === true).map((statement) => statement.id));
  const forms = new Set(statements.filter((statement) => statement.layout.kind === 'form').map((statement) => statement.id));
  const groups: Group[] = [];
  for (const table of tables) if (!forms.has(table.statement ?? '')) place(table, groups);
  joinSpellings(groups);
  // Forms spell the department's name in their own way, or are filled in by one of its units: they follow the other tables.
  for (const table of tables) if (forms.has(table.statement ?? '')) placeForm(table, groups, repeats.has(table.statement ?? ''));
  return groups.map((group) => ({
    department: group.department,
    year: group.year,
    tables: markDuplicates(inWorkbookOrder(group.tables, tables), repeats),
    facts: NO_FACTS,
    prior: undefined,
  }));
}

function place(table: Table, groups: Group[]): void {
  const name = departmentKey(table.department);
  const fits = (group: Group): boolean =>
    (name === '' || group.department === '' || departmentKey(group.department) === name) &&
    (table.year === undefined || group.year === undefined || group.year === table.year);
  // Without a name the table belongs to what stands just before it.
  const exact = name === '' ? undefined : [...groups].reverse().find((group) => fits(group) && departmentKey(group.department) === name);
  const group = exact ?? [...groups].reverse().find(fits);
  if (group === undefined) {
    groups.push({ department: table.department, year: table.year, tables: [table] });
    return;
  }
  if (group.department === '') group.department = table.department;
  group.year ??= table.year;
  group.tables.push(table);
}

/** One department spelt in two ways (昌吉州…, 昌吉回族自治州…) is one when no table of theirs is there twice; that it is spelt differently is said. */
function joinSpellings(groups: Group[]): void {
  for (let index = groups.length - 1; index > 0; index--) {
    const group = groups[index];
    const into = groups.slice(0, index).find((other) => group !== undefined && isSpelling(group, other));
    if (group === undefined || into === undefined) continue;
    into.year ??= group.year;
    into.tables.push(...group.tables.map((table) => ({ ...table, notices: [...table.notices, speltDifferently(table, into.department)] })));
    groups.splice(index, 1);
  }
}

function isSpelling(a: Group, b: Group): boolean {
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) return false;
  const held = new Set(a.tables.map((table) => table.statement));
  if (b.tables.some((table) => held.has(table.statement))) return false;
  const [short = '', long = ''] = [departmentKey(a.department), departmentKey(b.department)].sort((x, y) => x.length - y.length);
  return short.length >= 4 && isAbbreviation(short, long);
}

function isAbbreviation(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

/** One department, or the same name written shorter (昌吉州…办公室, 昌吉回族自治州…办公室); a unit under it, with an ending of its own, is another. */
export function isSameDepartment(one: string, other: string): boolean {
  const [short = '', long = ''] = [departmentKey(one), departmentKey(other)].sort((a, b) => a.length - b.length);
  return short === long || (short.length >= 6 && long.endsWith(short.slice(-3)) && isAbbreviation(short, long));
}

function speltDifferently(table: Table, department: string): TableNotice {
  return {
    kind: 'department-differs',
    message: {
      'zh-CN': `本表的部门写作「${table.department}」，其他表写作「${department}」；按同一部门核对。`,
      en: `This table names the department «${table.department}», the others «${department}»; they were checked as one.`,
    },
    ref: { book: table.book, sheet: table.sheet, row: table.area.top, column: table.area.left },
  };
}

function placeForm(table: Table, groups: Group[], isRepeated: boolean): void {
  const names = [table.department, ...['supervising-department', 'implementing-unit'].map((key) => table.fields.get(key) ?? '')]
    .map(departmentKey)
    .filter((name) => name !== '');
  const sameYear = groups.filter((group) => table.year === undefined || group.year === undefined || group.year === table.year);
  const named = sameYear.find((group) => names.includes(departmentKey(group.department)));
  const anyOne = isRepeated || sameYear.length === 1 || names.length === 0 ? sameYear[0] : undefined;
  const group = named ?? anyOne;
  if (group === undefined) {
    groups.push({ department: table.department || (table.fields.get('supervising-department') ?? ''), year: table.year, tables: [table] });
    return;
  }
  if (group.department === '') group.department = table.department;
  group.year ??= table.year;
  group.tables.push(table);
}

/** A table that is only guessed to be one, or hidden, never comes before its namesake. */
function inWorkbookOrder(members: readonly Table[], all: readonly Table[]): readonly Table[] {
  const order = new Map(all.map((table, index) => [table.id, index]));
  const rank = (table: Table): number => (table.title === '' ? 1 : 0) + (isHidden(table) ? 2 : 0);
  return [...members].sort((a, b) => rank(a) - rank(b) || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

function isHidden({ notices }: Table): boolean {
  return notices.some((notice) => notice.kind === 'hidden-sheet');
}

/** The first of two tables of one statement is used; both say so. A draft on a hidden sheet (隐藏的底稿) of a table that is used from elsewhere is left out. */
function markDuplicates(tables: readonly Table[], repeats: ReadonlySet<string>): readonly Table[] {
  const first = new Map<string | null, Table>();
  const again = new Map<Table, Table>();
  for (const table of tables) {
    const before = first.get(table.statement);
    if (before === undefined) first.set(table.statement, table);
    else if (!repeats.has(table.statement ?? '')) again.set(table, before);
  }
  const used = new Set(again.values());
  return tables.flatMap((table) => {
    const before = again.get(table);
    if (before !== undefined) return isHidden(table) ? [] : { ...table, notices: [...table.notices, duplicate(before, false)] };
    const other = used.has(table) ? [...again].find(([, kept]) => kept === table)?.[0] : undefined;
    return other === undefined ? table : { ...table, notices: [...table.notices, duplicate(other, true)] };
  });
}

function duplicate(other: Table, isUsed: boolean): TableNotice {
  const ref = { book: other.book, sheet: other.sheet, row: other.area.top, column: other.area.left };
  const at = `${other.sheet}!${cellAddress(ref)}`;
  return {
    kind: 'duplicate-table',
    message: isUsed
      ? { 'zh-CN': `同一张表在「${at}」又出现一次；核对用的是这一张。`, en: `The same table appears again at ${at}; this one is used.` }
      : { 'zh-CN': `同一张表在「${at}」已经出现；核对用的是那一张。`, en: `The same table already appears at ${at}; that one is used.` },
    ref,
  };
}

/** Spaces, brackets' width and the like do not make another department. */
export function departmentKey(name: string): string {
  return plain(name).replace(/\((?:部门|本级|汇总)\)$/, '');
}

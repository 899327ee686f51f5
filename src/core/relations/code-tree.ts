/** 类、款、项 as a tree: a row's parent is the row with the longest shorter code that begins its own (201 → 20103 → 2010301). */
import type { Table, TableRow } from '../tables/table.ts';

export interface CodeTree {
  /** Rows with no other row above them, in table order. */
  readonly roots: readonly TableRow[];
  /** The rows directly below a row (a level that is not printed is passed over), by row key. */
  readonly children: ReadonlyMap<string, readonly TableRow[]>;
  /** By row key; undefined for a root. */
  readonly parent: ReadonlyMap<string, TableRow>;
}

/** A code printed twice counts twice as a part; as a parent only the first bears it, and `repeatedCodes` names it. */
export function codeTree(table: Table): CodeTree {
  const first = new Map<string, TableRow>();
  for (const row of table.rows) if (row.code !== undefined && !first.has(row.code)) first.set(row.code, row);
  const roots: TableRow[] = [];
  const children = new Map<string, TableRow[]>();
  const parents = new Map<string, TableRow>();
  for (const row of table.rows) {
    if (row.code === undefined) continue;
    const parent = nearestAbove(row.code, first);
    if (parent === undefined) {
      roots.push(row);
      continue;
    }
    parents.set(row.key, parent);
    const siblings = children.get(parent.key);
    if (siblings === undefined) children.set(parent.key, [row]);
    else siblings.push(row);
  }
  return { roots, children, parent: parents };
}

/** Codes that stand on more than one row. */
export function repeatedCodes(table: Table): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { code } of table.rows) {
    if (code === undefined) continue;
    if (seen.has(code)) repeated.add(code);
    seen.add(code);
  }
  return repeated;
}

/** Whether `code` lies below `above`, at any depth; the row `total` is above every code. */
export function isBelow(code: string, above: string): boolean {
  return above === 'total' ? code !== 'total' : code.length > above.length && code.startsWith(above);
}

function nearestAbove(code: string, rows: ReadonlyMap<string, TableRow>): TableRow | undefined {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const found = rows.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

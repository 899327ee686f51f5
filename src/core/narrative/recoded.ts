/** Items whose code has changed since last year (科目编码变更): found by their whole name, or by what somebody typed; a mere likeness is asked, never taken. */
import type { Fact } from '../tables/facts.ts';
import { tableOf, type TableSet } from '../tables/table-set.ts';
import type { Table } from '../tables/table.ts';
import type { TableNames } from './final-account-names.ts';
import type { Run } from './run.ts';

const LEVELS = [3, 5, 7];

/** The name of a code as the statement's own table prints it, or any other of the same accounts. */
export function nameIn(set: TableSet | undefined, names: Pick<TableNames, 'statement'>, code: string): string | undefined {
  for (const table of [tableOf(set, names.statement), ...(set?.tables ?? [])]) {
    const row = table?.rows.find((candidate) => candidate.code === code);
    const name = row === undefined || row.label !== '' ? row?.label : row.officialName;
    if (name !== undefined) return name;
  }
  return undefined;
}

/**
 * The code under which `prior` lists the item that now has `code`; `code` itself where nothing else is known. In this order: what was typed
 * under `上年编码/<code>`; the same code; the one item of the same 类, 款 and 项 names whose code is no longer in use.
 */
export function priorCodeOf(run: Run, prior: TableSet, names: TableNames, code: string): string {
  const table = tableOf(prior, names.statement);
  const key = `上年编码/${code}`;
  const typed = typedCode(run.asks.peek(key));
  if (typed !== undefined && table?.rows.some((row) => row.code === typed)) return typed;
  if (table === undefined || typed !== undefined || table.rows.some((row) => row.code === code)) return code;
  const alike = namesakes(run, prior, table, names, code);
  const same = alike.filter((other) => samePath(run, prior, names, code, other));
  if (same.length === 1 && same[0] !== undefined) return same[0];
  if (alike.length > 0) {
    const name = nameIn(run.accounts, names, code) ?? '';
    const label = `${code} ${name}在上年的科目编码（上年有同名科目${alike.join('、')}；不是同一事项就不填）`;
    run.asks.ask(key, { label, optional: true });
  }
  return code;
}

/** «2013104 宗教事务», as the list offers it, or the code alone. */
function typedCode(fact: Fact | undefined): string | undefined {
  const text = fact?.text.replace(/\s/g, '');
  return text === undefined ? undefined : (/^\d+/.exec(text)?.[0] ?? text);
}

/** Last year's items of that name and level whose codes are not in use any more. */
function namesakes(run: Run, prior: TableSet, table: Table, names: TableNames, code: string): readonly string[] {
  const name = nameIn(run.accounts, names, code);
  const now = tableOf(run.accounts, names.statement);
  if (name === undefined) return [];
  const codes = table.rows.flatMap((row) => (row.code !== undefined && row.code.length === code.length ? [row.code] : []));
  return [...new Set(codes)].filter((other) => nameIn(prior, names, other) === name && !now?.rows.some((row) => row.code === other));
}

function samePath(run: Run, prior: TableSet, names: TableNames, code: string, other: string): boolean {
  return LEVELS.filter((digits) => digits < code.length).every((digits) => {
    const [here, there] = [nameIn(run.accounts, names, code.slice(0, digits)), nameIn(prior, names, other.slice(0, digits))];
    return here !== undefined && here === there;
  });
}

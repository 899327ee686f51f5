/** Items that last year's tables do not have under their code (未匹配科目): which they are, and which of last year's nothing has taken, so that a person can match them. */
import { figureAt, type Table } from '../tables/table.ts';
import { tableOf, type TableSet } from '../tables/table-set.ts';
import { findFact } from '../tables/facts.ts';
import type { AccountNames, TableNames } from './final-account-names.ts';
import type { Carried } from './narrative.ts';
import { nameIn } from './recoded.ts';
import { priorOf } from './table-amounts.ts';

export interface CodedItem {
  readonly code: string;
  readonly name: string;
}

/** One table's items of this year without a figure of last year, with the choice there is. */
export interface PriorMatches {
  /** 公开05. */
  readonly table: string;
  readonly title: string;
  readonly items: readonly (CodedItem & {
    /** The key of the line in 补充资料 that answers. */
    readonly key: string;
    /** What was chosen: a code of last year, or a word for none; '' while nobody has. */
    readonly chosen: string;
    /** The same as it was typed, with the name beside the code. */
    readonly chosenText: string;
  })[];
  /** Last year's items with money whose code is not in use now and that no item has taken over, whether by name or by hand. */
  readonly left: readonly CodedItem[];
}

/**
 * Empty where last year's tables are not at hand, or where they leave nothing to choose from: then the item is simply new. `carried` tells which
 * items found last year's figure under another code.
 */
export function priorMatches(accounts: TableSet, names: AccountNames, carried: readonly Carried[]): readonly PriorMatches[] {
  const prior = priorOf(accounts);
  if (prior === undefined) return [];
  const seen = new Set<string>();
  return Object.values(names.tables).flatMap((table): readonly PriorMatches[] => {
    const column = Object.values(table.columns ?? {})[0];
    const isListed = Object.values(table.lists ?? {}).some(({ have }) => have === 'either-year');
    if (column === undefined || !isListed || seen.has(table.statement)) return [];
    seen.add(table.statement);
    const found = matchesOf(accounts, prior, table, column, carried);
    return found.items.length === 0 || (found.left.length === 0 && found.items.every(({ chosen }) => chosen === '')) ? [] : [found];
  });
}

function matchesOf(accounts: TableSet, prior: TableSet, names: TableNames, column: string, carried: readonly Carried[]): PriorMatches {
  const [now, then] = [tableOf(accounts, names.statement), tableOf(prior, names.statement)];
  const before = new Set(then?.rows.flatMap(({ code }) => code ?? []));
  const current = new Set(now?.rows.flatMap(({ code }) => code ?? []));
  const items = codesWithMoney(now, column)
    .filter((code) => !before.has(code))
    .map((code) => {
      const key = `上年编码/${code}`;
      const chosenText = findFact(accounts.facts, key, accounts.year)?.text ?? '';
      const chosen = chosenText.replace(/\s/g, '');
      return { code, name: nameIn(accounts, names, code) ?? '', key, chosen: /^\d+/.exec(chosen)?.[0] ?? chosen, chosenText };
    });
  const found = new Map(items.map(({ code, chosen }) => [code, chosen] as const));
  const columnName = Object.keys(names.columns ?? {})[0] ?? '';
  // By name: the item carries a figure of last year though its own code has none there.
  const byName = items.filter(({ code, chosen }) => {
    const amount = carried.find(({ key }) => key === `上年/${names.number}/${code}/${columnName}`)?.content;
    return chosen === '' && amount !== undefined && 'amount' in amount && Number(amount.amount) !== 0;
  });
  const namesTaken = new Set(byName.map(({ name }) => name));
  const taken = new Set(found.values());
  const left = codesWithMoney(then, column)
    .filter((code) => !current.has(code) && !taken.has(code))
    .map((code) => ({ code, name: nameIn(prior, names, code) ?? '' }))
    .filter(({ name }) => !namesTaken.has(name));
  return { table: names.number, title: names.title, items: items.filter((item) => !byName.includes(item)), left };
}

/** The lowest level the table goes to: 项, or what stands in for it. */
function codesWithMoney(table: Table | undefined, column: string): readonly string[] {
  const rows = table?.rows ?? [];
  return rows.flatMap(({ code, key }) => {
    if (code === undefined || rows.some((other) => other.code !== code && other.code?.startsWith(code) === true)) return [];
    const reading = table === undefined ? undefined : figureAt(table, key, column)?.reading;
    return reading?.kind === 'number' && !reading.value.isZero() ? [code] : [];
  });
}

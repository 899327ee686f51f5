/** Made-up tables of two levels in four languages (随机层级表), with what truly adds up in them: an examination that no rule was tuned on. */

export interface TrueSum {
  /** Row and column, zero-based. */
  readonly total: readonly [number, number];
  readonly parts: readonly (readonly [number, number])[];
}

export interface MadeTable {
  readonly grid: readonly (readonly string[])[];
  readonly sums: readonly TrueSum[];
}

interface Language {
  readonly total: string;
  readonly subtotal: (group: string) => string;
  readonly all: string;
  readonly column: string;
  readonly thousands: string;
  readonly decimal: string;
}

const LANGUAGES: readonly [Language, ...Language[]] = [
  { total: '合计', subtotal: () => '小计', all: '合计', column: '部门', thousands: ',', decimal: '.' },
  { total: 'Total', subtotal: (group) => `Total ${group}`, all: 'Total', column: 'Branch', thousands: ',', decimal: '.' },
  { total: 'Insgesamt', subtotal: (group) => `Summe ${group}`, all: 'Insgesamt', column: 'Kreis', thousands: '.', decimal: ',' },
  { total: 'Ensemble', subtotal: (group) => group, all: 'Ensemble', column: 'Ville', thousands: ' ', decimal: ',' },
];

/** Where the totals stand: above what they add up, as statistics offices have it, or below, as accountants do. */
type Place = 'above' | 'below';

/** Rows of figures without rounding, before they are printed; undefined where nothing is known. */
interface Row {
  readonly label: string;
  readonly figures: readonly (number | undefined)[];
  /** Rows that this one adds up, by number; none for an item. */
  readonly parts: readonly number[];
}

export function madeTable(random: () => number): MadeTable {
  const pick = <T>(choices: readonly [T, ...T[]]): T => choices[Math.floor(random() * choices.length)] ?? choices[0];
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const language = pick(LANGUAGES);
  const place = pick<Place>(['above', 'below']);
  const decimals = pick([0, 0, 1, 2]);
  const columns = between(2, 6);
  const across = random() < 0.5;
  const size = 10 ** between(2, 5);
  const item = (weight: number): number | undefined =>
    random() < 0.06 ? undefined : weight * size * Math.exp(1.2 * (random() + random() - 1));
  const rows = hierarchy({ language, place, columns, item, random, between, isSpaced: random() < 0.3 });
  const full = rows.map((row) => (row === undefined || !across ? row : { ...row, figures: [...row.figures, added(row.figures)] }));
  // Statistics offices round every figure by itself, accountants add up what is printed.
  const rounded = random() < 0.4 ? full : exact(full, columns, across, decimals);
  const print = (figure: number | undefined): string => (figure === undefined ? '' : printed(figure, decimals, language));
  const heading = Array.from({ length: columns }, (_, k) => (across ? `${language.column} ${'ABCDEF'[k] ?? ''}` : String(2018 + k)));
  const grid = [
    ['', ...heading, ...(across ? [language.all] : [])],
    ...rounded.map((row) => (row === undefined ? [''] : [row.label, ...row.figures.map(print)])),
  ];
  return { grid, sums: truth(rounded, columns, across) };
}

interface Plan {
  readonly language: Language;
  readonly place: Place;
  readonly columns: number;
  readonly item: (weight: number) => number | undefined;
  readonly random: () => number;
  readonly between: (low: number, high: number) => number;
  /** A blank row after every group. */
  readonly isSpaced: boolean;
}

function hierarchy({ language, place, columns, item, random, between, isSpaced }: Plan): readonly (Row | undefined)[] {
  const rows: (Row | undefined)[] = place === 'above' ? [undefined] : [];
  const subtotals: number[] = [];
  for (let group = 0, groups = between(2, 5); group < groups; group++) {
    const own = place === 'above' ? rows.push(undefined) - 1 : -1;
    const items: number[] = [];
    for (let k = 0, count = between(2, 7); k < count; k++) {
      const weight = Math.exp(2 * random());
      items.push(rows.push({ label: `  ${word(random)}`, figures: Array.from({ length: columns }, () => item(weight)), parts: [] }) - 1);
    }
    const total: Row = { label: language.subtotal(word(random)), figures: sumOf(rows, items, columns), parts: items };
    if (place === 'above') rows[own] = total;
    subtotals.push(place === 'above' ? own : rows.push(total) - 1);
    if (isSpaced) rows.push(undefined);
  }
  const grand: Row = { label: language.total, figures: sumOf(rows, subtotals, columns), parts: subtotals };
  if (place === 'above') rows[0] = grand;
  else rows.push(grand);
  return rows;
}

function word(random: () => number): string {
  const syllables = ['ka', 'lo', 'mi', 'ren', 'sta', 'vel', 'tor', 'zin', 'pa', 'gu'];
  const name = Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)] ?? '').join('');
  return `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
}

function added(figures: readonly (number | undefined)[]): number {
  return figures.reduce<number>((total, figure) => total + (figure ?? 0), 0);
}

function sumOf(rows: readonly (Row | undefined)[], parts: readonly number[], columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, k) => added(parts.map((part) => rows[part]?.figures[k])));
}

/** The same table with printed items, and totals of what is printed. */
function exact(rows: readonly (Row | undefined)[], columns: number, across: boolean, decimals: number): readonly (Row | undefined)[] {
  const unit = 10 ** decimals;
  const rounded = rows.map((row) => row && { ...row, figures: row.figures.map((one) => one && Math.round(one * unit) / unit) });
  const complete = (row: Row, figures: readonly (number | undefined)[]): Row => ({
    ...row,
    figures: across ? [...figures, added(figures)] : figures,
  });
  const items = rounded.map((row) => (row === undefined || row.parts.length > 0 ? row : complete(row, row.figures.slice(0, columns))));
  const isGrand = (row: Row): boolean => row.parts.some((part) => (rows[part]?.parts.length ?? 0) > 0);
  const totalled = items.map((row) =>
    row === undefined || row.parts.length === 0 || isGrand(row) ? row : complete(row, sumOf(items, row.parts, columns)),
  );
  return totalled.map((row) => (row === undefined || !isGrand(row) ? row : complete(row, sumOf(totalled, row.parts, columns))));
}

function printed(figure: number, decimals: number, { thousands, decimal }: Language): string {
  const [whole = '0', fraction] = Math.abs(figure).toFixed(decimals).split('.');
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

function truth(rows: readonly (Row | undefined)[], columns: number, across: boolean): readonly TrueSum[] {
  const sums: TrueSum[] = [];
  rows.forEach((row, r) => {
    if (row === undefined) return;
    row.figures.forEach((_, c) => {
      if (row.parts.length > 0) sums.push({ total: [r + 1, c + 1], parts: row.parts.map((part) => [part + 1, c + 1] as const) });
    });
    if (across) sums.push({ total: [r + 1, columns + 1], parts: Array.from({ length: columns }, (_, c) => [r + 1, c + 1] as const) });
  });
  return sums;
}

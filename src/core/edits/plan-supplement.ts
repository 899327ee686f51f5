/** The sheet 补充资料: one line for each fact that no table holds, in the order of the document; what has been typed stays, what is missing is coloured. */
import { isAcceptance } from '../findings/accepted.ts';
import type { Locale } from '../locale.ts';
import { FINAL_ACCOUNT_NAMES } from '../narrative/final-account-names.ts';
import type { Ask, Narrative } from '../narrative/narrative.ts';
import { priorMatches } from '../narrative/prior-matches.ts';
import { type Fact, findFact, isForeign, PRIOR_SECTION, yearKey } from '../tables/facts.ts';
import { isSupplementSheet } from '../tables/read-facts.ts';
import { type SupplementFault, supplementFaults } from '../tables/supplement-faults.ts';
import { isUnreadableSupplement, SUPPLEMENT, SUPPLEMENT_COLUMNS, SUPPLEMENT_TAG } from '../tables/supplement-sheet.ts';
import type { TableSet } from '../tables/table-set.ts';
import type { Workbook } from '../workbook/workbook.ts';
import type { WriteSheet } from './edit.ts';
import { fill } from './report-words.ts';
import { acceptanceRow, askRow, carriedRow, factRow, problemRow, type SupplementRow as Row } from './supplement-rows.ts';
import { contentRules } from './supplement-rules.ts';
import { COLUMN_TITLES, SUPPLEMENT_WORDS as WORDS } from './supplement-words.ts';
import { rowHeight } from './text-lines.ts';

const WIDTHS = [26, 36, 56, 9, 36, 50, 44, 36];
const CONTENT_COLUMN = SUPPLEMENT_COLUMNS.indexOf('content');
const KEY_COLUMN = SUPPLEMENT_COLUMNS.indexOf('key');

export interface SupplementOptions {
  readonly locale?: Locale;
  /** What must be put right in the sheet that is rewritten: said in the line it is about. */
  readonly faults?: readonly SupplementFault[];
}

/**
 * What there is to write for a workbook: the whole sheet; or, where people keep a sheet of that kind of their own (it is never rewritten),
 * only the lines that stand nowhere yet; or nothing, when none is missing, or when our own sheet can no longer be read.
 */
export function supplementEdits(
  narrative: Narrative,
  accounts: TableSet,
  workbook: Workbook,
  { locale = 'zh-CN' }: Pick<SupplementOptions, 'locale'> = {},
): readonly WriteSheet[] {
  if (workbook.sheets.some((sheet) => sheet.tag === SUPPLEMENT_TAG && isUnreadableSupplement(sheet))) return [];
  const options = { locale, faults: supplementFaults(workbook) };
  const theirs = new Set(
    workbook.sheets.filter((sheet) => sheet.tag !== SUPPLEMENT_TAG && isSupplementSheet(sheet)).map(({ name }) => name),
  );
  if (theirs.size === 0) return [planSupplement(narrative, accounts, options)];
  const isTheirs = (fact: Fact | undefined): boolean => fact !== undefined && fact.ref.book === 'current' && theirs.has(fact.ref.sheet);
  const asks = narrative.asks.filter(({ fact, optional }) => !isTheirs(fact) && (fact !== undefined || !optional));
  const gaps = narrative.gaps.filter(({ kind }) => kind === 'ask');
  const facts = new Map([...accounts.facts].filter(([, fact]) => !isTheirs(fact)));
  const carried = narrative.carried.filter(({ key }) => !isTheirs(findFact(accounts.facts, key, accounts.year)));
  const ours = workbook.sheets.some(({ tag }) => tag === SUPPLEMENT_TAG);
  if (asks.length === 0 && facts.size === 0 && carried.length === 0 && !ours) return [];
  return [planSupplement({ ...narrative, asks, gaps, carried }, { ...accounts, facts }, options)];
}

export function planSupplement(
  narrative: Narrative,
  accounts: TableSet,
  { locale = 'zh-CN', faults = [] }: SupplementOptions = {},
): WriteSheet {
  const { year } = accounts;
  const matching = matchingLines(narrative, accounts);
  const asks = [...bySection(narrative).filter(({ key }) => !matching.has(key)), ...[...matching.values()].map(({ ask }) => ask)];
  const drafts = new Map(narrative.gaps.flatMap(({ id, draft }) => (draft === undefined ? [] : [[id, draft] as const])));
  const faultOf = new Map(faults.flatMap((fault) => (fault.key === undefined ? [] : [[fault.key, fault] as const])));
  const previous = new Map(asks.map((ask) => [ask.key, previousAnswer(ask, accounts)] as const));
  const lines: Row[] = asks.map((ask) =>
    askRow(
      {
        ask,
        year,
        draft: drafts.get(ask.key),
        previous: previous.get(ask.key),
        places: placesOf(ask, narrative),
        fault: faultOf.get(ask.fact?.key ?? yearKey(ask.key, year)) ?? faultOf.get(ask.key),
      },
      locale,
    ),
  );
  lines.push(...narrative.carried.map((line) => carriedRow(line, year, locale)));
  const others = unusedFacts(narrative, accounts, asks, [...previous.values()]);
  lines.push(...others.flatMap(({ fact, why }) => (isAcceptance(fact.key) ? [] : [factRow(fact, why, locale, faultOf.get(fact.key))])));
  lines.push(...others.flatMap(({ fact }) => (isAcceptance(fact.key) ? [acceptanceRow(fact)] : [])));
  const typed = lines.length;
  lines.push(...narrative.gaps.filter(({ kind }) => kind !== 'ask').map(({ section, label }) => problemRow(section, label, locale)));
  const head = headRows(accounts, lines, locale);
  const rows = [...head, ...grouped(lines)];
  return {
    kind: 'write-sheet',
    content: {
      tag: SUPPLEMENT_TAG,
      name: SUPPLEMENT,
      rows,
      widths: WIDTHS,
      heights: heightsOf(rows, head.length),
      frozenRows: head.length,
      hiddenColumns: [KEY_COLUMN],
      inputRules: contentRules(head.length, typed, new Map(asks.flatMap(({ key }, index) => optionsAt(matching.get(key), index))), locale),
      orientation: 'landscape',
    },
  };
}

function headRows({ department, year }: TableSet, lines: readonly Row[], locale: Locale): readonly Row[] {
  const waiting = (style: string): number =>
    lines.filter((line) => line[CONTENT_COLUMN]?.style === style && line[CONTENT_COLUMN].value === null).length;
  const title = fill(WORDS.title[locale], { year: year === undefined ? '' : fill(WORDS.year[locale], { year }) });
  const guide = fill(WORDS.guide[locale], { missing: waiting('gap'), optional: waiting('input') });
  return [
    [
      { value: title, style: 'title' },
      ...(department === ''
        ? []
        : [null, null, { value: fill(WORDS.department[locale], { name: department }), style: 'heading' } as const]),
    ],
    [{ value: guide, style: 'subtitle' }],
    SUPPLEMENT_COLUMNS.map((column) => ({ value: COLUMN_TITLES[column][locale], style: 'table-head' })),
  ];
}

/** The first line of a section says so loudly, the others quietly: grouped to the eye, and still each a whole line that can be sorted. */
function grouped(lines: readonly Row[]): readonly Row[] {
  return lines.map(([section, ...rest], index) => {
    if (section?.value === undefined || section.value === null) return [section ?? null, ...rest];
    const isSame = section.value === lines[index - 1]?.[0]?.value;
    return [{ ...section, style: isSame ? 'group-again' : 'group' }, ...rest];
  });
}

function heightsOf(rows: readonly Row[], head: number): ReadonlyMap<number, number> {
  return new Map(
    rows.flatMap((row, index) => {
      const columns = [...row.keys()].filter((column) => column !== KEY_COLUMN);
      const heights = columns.map((column) => rowHeight(String(row[column]?.value ?? ''), WIDTHS[column] ?? 10));
      return index < head || heights.length === 0 ? [] : [[index, Math.max(...heights)] as const];
    }),
  );
}

// Under the section where it is first printed; one line, wherever else it is used.
function bySection(narrative: Narrative): readonly Ask[] {
  const headings = narrative.sections.map(({ heading }) => heading);
  const place = ({ sections }: Ask): number => headings.indexOf(sections[0] ?? '');
  return [...narrative.asks].sort((a, b) => place(a) - place(b));
}

/** «五、… › （一）…»: a heading of the third level says little without the one above it. */
function placesOf({ sections }: Ask, narrative: Narrative): readonly string[] {
  const printed = sections.filter((heading) => narrative.sections.some((section) => section.heading === heading));
  return printed.map((heading) => {
    const at = narrative.sections.findIndex((section) => section.heading === heading);
    const depth = narrative.sections[at]?.depth ?? 0;
    const above = depth < 3 ? undefined : narrative.sections.slice(0, at).findLast((section) => section.depth === 2);
    return above === undefined ? heading : `${above.heading} › ${heading}`;
  });
}

/** Last year's answer: from last year's workbook, or from the lines that this sheet brought along. Figures of last year are asked as such. */
function previousAnswer({ key, sections, label }: Ask, { facts, year, prior }: TableSet): Fact | undefined {
  if (/^(?:上年|上年编码|名称)\//.test(key)) return undefined;
  const own = year === undefined ? undefined : facts.get(yearKey(key, year - 1));
  const places = sections.map((section) => ({ section, item: label }));
  const answer = own ?? (prior === undefined ? undefined : findFact(prior.facts, key, prior.year, places));
  return answer?.disagreeing === undefined ? answer : undefined;
}

interface MatchingLine {
  readonly ask: Ask;
  readonly options: readonly string[];
}

/** A line for each item without last year's figure while last year's tables have some that nobody has taken, by key. */
function matchingLines(narrative: Narrative, accounts: TableSet): ReadonlyMap<string, MatchingLine> {
  const lines = priorMatches(accounts, FINAL_ACCOUNT_NAMES, narrative.carried).flatMap(({ items, left }) =>
    items.map(({ key, code, name, chosen }): MatchingLine => {
      const options = left.map((item) => `${item.code} ${item.name}`.replace(/[,"]/g, ' '));
      const fact = findFact(accounts.facts, key, accounts.year);
      const label = `${code} ${name}在上年的科目编码`;
      const isOpen = chosen === '' || options.length > 0;
      return { ask: { key, label, sections: [PRIOR_SECTION], unit: '', optional: true, fact }, options: isOpen ? options : [] };
    }),
  );
  return new Map(lines.map((line) => [line.ask.key, line]));
}

function optionsAt(line: MatchingLine | undefined, index: number): readonly (readonly [number, readonly string[]])[] {
  return line === undefined || line.options.length === 0 ? [] : [[index, line.options]];
}

interface UnusedFact {
  readonly fact: Fact;
  readonly why: 'unused' | 'contradiction';
}

/** Lines that nothing in this wording uses: last year's, another department's, a person's own; and lines that contradict each other, all of them. */
function unusedFacts(
  narrative: Narrative,
  accounts: TableSet,
  asks: readonly Ask[],
  shown: readonly (Fact | undefined)[],
): readonly UnusedFact[] {
  // With and without the year: had the two differed they would disagree.
  const used = new Set([
    ...asks.flatMap(({ key, fact }) => (fact === undefined || fact.disagreeing !== undefined ? [] : [fact.key, key])),
    ...narrative.carried.flatMap(({ key }) => [key, yearKey(key, accounts.year)]),
  ]);
  const lines = [...accounts.facts].flatMap(([key, fact]): readonly UnusedFact[] => {
    if (used.has(key) || shown.includes(fact)) return [];
    return fact.disagreeing?.map((line) => ({ fact: line, why: 'contradiction' })) ?? [{ fact, why: 'unused' }];
  });
  const own = lines.filter(({ fact }) => fact.ref.book === 'current');
  // Another department's come last of all.
  return [...own.filter(({ fact }) => !isForeign(fact.key)), ...own.filter(({ fact }) => isForeign(fact.key))];
}

/** The sheet 补充资料: one line for each fact that no table holds, in the order of the document; what has been typed stays, what is missing is coloured. */
import { ACCEPTED_SECTION, isAcceptance } from '../findings/accepted.ts';
import type { Ask, Carried, Narrative } from '../narrative/narrative.ts';
import { TEN_THOUSAND_YUAN } from '../number/unit.ts';
import { type Fact, findFact, yearKey } from '../tables/facts.ts';
import { isSupplementSheet, SUPPLEMENT } from '../tables/read-facts.ts';
import type { TableSet } from '../tables/table-set.ts';
import type { Workbook } from '../workbook/workbook.ts';
import type { WriteSheet } from './edit.ts';
import type { ContentCell } from './sheet-content.ts';
import { rowHeight } from './text-lines.ts';

const COLUMNS = ['章节', '事项', '内容', '单位', '说明', '标识'] as const;
const TAG = 'supplement';
const PRIOR_SECTION = '上年数';
const WIDTHS = [36, 40, 60, 10, 40, 50];
const KEY_COLUMN = 5;
/** Begins every 说明 of ours; any other was written by a person and is kept. */
const OUR_NOTE = /^(?:草稿：|用于|可不填|本次未用到)/;

type Row = readonly (ContentCell | null)[];

/**
 * What there is to write for a workbook: the whole sheet; or, where people keep a sheet of that kind of their own (it is never rewritten),
 * only the lines that stand nowhere yet; or nothing, when none is missing.
 */
export function supplementEdits(narrative: Narrative, accounts: TableSet, workbook: Workbook): readonly WriteSheet[] {
  const theirs = new Set(workbook.sheets.filter((sheet) => sheet.tag !== TAG && isSupplementSheet(sheet)).map(({ name }) => name));
  if (theirs.size === 0) return [planSupplement(narrative, accounts)];
  const isTheirs = (fact: Fact | undefined): boolean => fact !== undefined && fact.ref.book === 'current' && theirs.has(fact.ref.sheet);
  const asks = narrative.asks.filter(({ fact, optional }) => !isTheirs(fact) && (fact !== undefined || !optional));
  const gaps = narrative.gaps.filter(({ kind }) => kind === 'ask');
  const facts = new Map([...accounts.facts].filter(([, fact]) => !isTheirs(fact)));
  const carried = narrative.carried.filter(({ key }) => !isTheirs(findFact(accounts.facts, key, accounts.year)));
  const ours = workbook.sheets.some(({ tag }) => tag === TAG);
  if (asks.length === 0 && facts.size === 0 && carried.length === 0 && !ours) return [];
  return [planSupplement({ ...narrative, asks, gaps, carried }, { ...accounts, facts })];
}

export function planSupplement(narrative: Narrative, accounts: TableSet): WriteSheet {
  const year = accounts.year === undefined ? '' : `（${accounts.year}年度）`;
  const rows: Row[] = [
    [{ value: `${SUPPLEMENT}${year}`, style: 'title' }],
    [
      {
        value: '报表里没有、需要人工填写的内容。只填“内容”一列；同一内容用在几处的只填一次。行可以排序、插入，列可以移动。',
        style: 'subtitle',
      },
    ],
    COLUMNS.map((value) => ({ value, style: 'table-head' })),
  ];
  const head = rows.length;
  const drafts = new Map(narrative.gaps.flatMap(({ id, draft }) => (draft === undefined ? [] : [[id, draft] as const])));
  rows.push(...bySection(narrative).map((ask) => askRow(ask, accounts.year, drafts.get(ask.key))));
  rows.push(...narrative.carried.map((line) => carriedRow(line, accounts.year)));
  const others = unusedFacts(narrative, accounts);
  rows.push(...others.filter(({ key }) => !isAcceptance(key)).map(factRow));
  rows.push(...others.filter(({ key }) => isAcceptance(key)).map(acceptanceRow));
  rows.push(...narrative.gaps.filter(({ kind }) => kind !== 'ask').map(({ section, label }) => problemRow(section, label)));
  const heights = new Map<number, number>();
  rows.forEach((row, index) => {
    const columns = [...row.keys()].filter((column) => index >= head && column !== KEY_COLUMN);
    if (columns.length > 0)
      heights.set(index, Math.max(...columns.map((column) => rowHeight(String(row[column]?.value ?? ''), WIDTHS[column] ?? 10))));
  });
  return {
    kind: 'write-sheet',
    content: {
      tag: TAG,
      name: SUPPLEMENT,
      rows,
      widths: WIDTHS,
      heights,
      frozenRows: head,
      hiddenColumns: [KEY_COLUMN],
      orientation: 'landscape',
    },
  };
}

// Under the section where it is first printed; one line, wherever else it is used.
function bySection(narrative: Narrative): readonly Ask[] {
  const headings = narrative.sections.map(({ heading }) => heading);
  const place = ({ sections }: Ask): number => headings.indexOf(sections[0] ?? '');
  return [...narrative.asks].sort((a, b) => place(a) - place(b));
}

/** A `draft` of the reason stands in 说明, from where a person may take it over into 内容. */
function askRow(ask: Ask, year: number | undefined, draft: string | undefined): Row {
  const { fact, label, unit, sections, optional } = ask;
  const uses = sections.length > 1 ? `用于：${sections.join('；')}` : '';
  const suggestion = draft === undefined ? '' : `草稿：${draft}。`;
  const note =
    fact?.note !== undefined && fact.note !== '' && !OUR_NOTE.test(fact.note)
      ? fact.note
      : `${suggestion}${optional ? '可不填。' : ''}${uses}`;
  return [
    bordered(sections[0] ?? ''),
    bordered(label),
    content(fact, optional),
    bordered(fact?.unit !== undefined && fact.unit !== '' ? fact.unit : unit),
    bordered(note),
    bordered(fact?.key.startsWith('@') === false ? fact.key : yearKey(ask.key, year)),
  ];
}

/** Lines that nothing in this wording uses: last year's, another wording's, a person's own; and lines that contradict each other, all of them. */
function unusedFacts(narrative: Narrative, accounts: TableSet): readonly Fact[] {
  // With and without the year: had the two differed they would disagree.
  const used = new Set([
    ...narrative.asks.flatMap(({ key, fact }) => (fact === undefined || fact.disagreeing !== undefined ? [] : [fact.key, key])),
    ...narrative.carried.flatMap(({ key }) => [key, yearKey(key, accounts.year)]),
  ]);
  const lines = [...accounts.facts].flatMap(([key, fact]) => (used.has(key) ? [] : (fact.disagreeing ?? [fact])));
  return lines.filter((fact) => fact.ref.book === 'current');
}

function factRow(fact: Fact): Row {
  const key = fact.key.startsWith('@') ? '' : fact.key;
  const note = fact.note === undefined || OUR_NOTE.test(fact.note) || fact.note === '' ? '本次未用到，或与另一行矛盾' : fact.note;
  return [
    bordered(fact.section ?? ''),
    bordered(fact.label),
    content(fact, true),
    bordered(fact.unit ?? ''),
    bordered(note),
    bordered(key),
  ];
}

/** A figure of last year's workbook; it stays when that file is no longer at hand. */
function carriedRow({ key, label, content }: Carried, year: number | undefined): Row {
  return [
    bordered(PRIOR_SECTION),
    bordered(label),
    'name' in content ? { value: content.name, style: 'input' } : { value: Number(content.amount), style: 'input', format: 'General' },
    bordered('name' in content ? '' : TEN_THOUSAND_YUAN.name),
    bordered('可不填。取自上年决算报表'),
    bordered(yearKey(key, year)),
  ];
}

/** The reason for which a finding was accepted; an empty 内容 brings the finding back. */
function acceptanceRow(fact: Fact): Row {
  return [
    bordered(ACCEPTED_SECTION),
    bordered(fact.label),
    { value: fact.text, style: 'input' },
    bordered(''),
    bordered(fact.note ?? ''),
    bordered(fact.key),
  ];
}

/** What typing cannot mend: no 内容, so that it is never read as a fact. */
function problemRow(section: string, label: string): Row {
  return [bordered(section), { value: `先在报表中更正：${label}`, style: 'warning' }];
}

function content(fact: Fact | undefined, optional: boolean): ContentCell {
  if (fact === undefined || fact.disagreeing !== undefined) return { value: null, style: optional ? 'input' : 'gap' };
  const { figure, text } = fact;
  if (figure?.reading.kind !== 'number' || figure.isText === true) return { value: text, style: 'input' };
  const value = figure.reading.value.div(figure.unit.scale).toNumber();
  return { value, style: 'input', format: 'General', ...(figure.formula === undefined ? {} : { formula: figure.formula }) };
}

function bordered(value: string): ContentCell {
  return { value: value === '' ? null : value, style: 'bordered-text' };
}

/** Writes about every ordinary table that compares two periods (变动说明): what changed, by how much, what it comes from; every figure with its cells. */
import type { LocalText } from '../locale.ts';
import { askList, type AskList } from '../narrative/asks.ts';
import { spanShelf } from '../narrative/markers.ts';
import type { Gap, Narrative, Section, Span } from '../narrative/narrative.ts';
import { USUAL_CONVENTIONS } from '../narrative/profile.ts';
import { type Run, withRun } from '../narrative/run.ts';
import type { Facts } from '../tables/facts.ts';
import type { TableSet } from '../tables/table-set.ts';
import { cellAddress } from '../workbook/address.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { comparedTables, type ComparedTable, type SilentSheet } from './compared-table.ts';
import type { VarianceDefinition, VarianceLanguage } from './profile.ts';
import { type Thresholds, USUAL_THRESHOLDS } from './selection.ts';
import { type ReasonAsked, tableView } from './table-view.ts';

export interface VarianceNarration {
  /** Undefined where no sheet compares two periods. */
  readonly narrative: Narrative | undefined;
  /** What the planning of 补充资料 needs: the typed facts, and no tables. */
  readonly accounts: TableSet;
  readonly silent: readonly SilentSheet[];
}

const NO_NAMES: Run['names'] = { tables: {}, forms: {} };

export function narrateVariance(
  sheets: readonly Sheet[],
  workbook: Pick<Workbook, 'date1904'>,
  facts: Facts,
  definition: VarianceDefinition,
  thresholds: Thresholds = USUAL_THRESHOLDS,
): VarianceNarration {
  const accounts: TableSet = { department: '', year: undefined, tables: [], facts, prior: undefined };
  const read = sheets.map((sheet) => comparedTables(sheet, workbook));
  const silent = read.flatMap((one) => ('why' in one ? [one] : []));
  const tables = read.flatMap((one) => ('why' in one ? [] : one));
  const [first] = tables;
  if (first === undefined) return { narrative: undefined, accounts, silent };
  const asks = askList(facts, undefined);
  const titles = distinctTitles(tables);
  const sections = tables.map((table, index): Section => {
    const language = definition.languages[table.locale];
    const title = titles[index] ?? table.title;
    const shelf = spanShelf(language.between);
    const decimals = Math.max(0, ...table.lines.map((line) => line.decimals));
    const run: Run = { accounts, names: NO_NAMES, conventions: USUAL_CONVENTIONS, print: { unit: table.unit.unit, decimals }, asks, shelf };
    asks.enter(title);
    const view = tableView(table, { language, thresholds, reason: (asked) => reasonSpans(asks, table, title, language, asked) });
    const body = definition.templates[table.locale].body(withRun({ 表: view, table: view }, run));
    return {
      id: `table-${index + 1}`,
      depth: 2,
      heading: title,
      paragraphs: shelf.paragraphs(body),
      unit: { ...table.unit.unit, decimals },
    };
  });
  const { title, sheet } = definition.languages[first.locale];
  const narrative: Narrative = {
    id: definition.id,
    title,
    sections,
    gaps: asks.gaps(),
    asks: asks.asks(),
    carried: [],
    variance: { sheet, locale: first.locale },
  };
  return { narrative, accounts, silent };
}

/** Tables of one title are told apart by their sheets, those of one sheet by a number: a reason belongs to one of them. */
function distinctTitles(tables: readonly ComparedTable[]): readonly string[] {
  const isRepeated = (all: readonly string[], title: string): boolean => all.indexOf(title) !== all.lastIndexOf(title);
  const plain = tables.map(({ title }) => title);
  const withSheets = tables.map(({ title, sheet, locale }) => {
    if (title === sheet || !isRepeated(plain, title)) return title;
    return locale === 'en' ? `${title} (${sheet})` : `${title}（${sheet}）`;
  });
  return withSheets.map((title, index) =>
    isRepeated(withSheets, title) ? `${title} ${withSheets.slice(0, index + 1).filter((other) => other === title).length}` : title,
  );
}

/** As typed, without its full stop, or a visible gap; undefined for an optional one that nobody typed. */
function reasonSpans(
  asks: AskList,
  table: ComparedTable,
  title: string,
  language: VarianceLanguage,
  { name, optional }: ReasonAsked,
): readonly Span[] | undefined {
  const [current, prior] = [table.pair.current.period.label, table.pair.prior.period.label];
  const key = ['原因', '变动', ...(table.year === undefined ? [] : [String(table.year)]), title, name, `${current}-${prior}`]
    .map(keyPart)
    .join('/');
  const label = language.reasonLabel(name, current, prior);
  const fact = asks.ask(key, { label, optional });
  if (fact === undefined) return optional ? undefined : [gapOf({ id: key, label, kind: 'ask' }, language.fillIn(label))];
  if (fact.disagreeing !== undefined) {
    const at = `${fact.ref.sheet}!${cellAddress(fact.ref)}`;
    const words: LocalText = { 'zh-CN': `${at} 的“${fact.text}”互相矛盾`, en: `${at}: «${fact.text}» contradict each other` };
    return [gapOf({ id: `单元格/${at}`, label: words[table.locale], kind: 'cell' }, `【${words[table.locale]}】`)];
  }
  const text = fact.text.replace(/\s*\n\s*/g, language.between).replace(/[。；，、.;,\s]+$/u, '');
  return [{ kind: 'fact', text, fact: key, source: fact.ref }];

  function gapOf(gap: Pick<Gap, 'id' | 'label' | 'kind'>, printed: string): Span {
    asks.miss(gap);
    return { kind: 'gap', text: printed, fact: gap.id };
  }
}

/** 补充资料 keeps no blanks in a key, and a stroke parts it. */
function keyPart(text: string): string {
  return text.replace(/[\s/]+/g, '');
}

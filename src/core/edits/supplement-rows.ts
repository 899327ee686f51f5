/** The lines of 补充资料 (补充资料各行): what is asked, what was carried over, what nothing uses, and what must be put right in the tables first. */
import { ACCEPTED_SECTION } from '../findings/accepted.ts';
import type { Locale } from '../locale.ts';
import type { Ask, Carried } from '../narrative/narrative.ts';
import { TEN_THOUSAND_YUAN } from '../number/unit.ts';
import { type Fact, isForeign, PRIOR_SECTION, yearKey } from '../tables/facts.ts';
import type { SupplementFault } from '../tables/supplement-faults.ts';
import { SUPPLEMENT_COLUMNS, type SupplementColumn, writtenKey } from '../tables/supplement-sheet.ts';
import { fill } from './report-words.ts';
import type { CellStyle, ContentCell } from './sheet-content.ts';
import { OUR_NOTE, SUPPLEMENT_WORDS as WORDS } from './supplement-words.ts';

export type SupplementRow = readonly (ContentCell | null)[];

/** Heads the lines for which nobody gave a section: a blank one would repeat the one above. */
const OTHER_SECTION = '其他';

export interface AskLine {
  readonly ask: Ask;
  readonly year: number | undefined;
  readonly draft: string | undefined;
  /** What was answered last year. */
  readonly previous: Fact | undefined;
  /** Where it will be printed, in words. */
  readonly places: readonly string[];
  readonly fault: SupplementFault | undefined;
}

/** A `draft` of the reason stands in 说明, from where a person may take it over into 内容. */
export function askRow({ ask, year, draft, previous, places, fault }: AskLine, locale: Locale): SupplementRow {
  const { fact, label, unit, sections, optional } = ask;
  const ours = [draft === undefined ? '' : fill(WORDS.draft[locale], { draft }), optional ? WORDS.optional[locale] : ''];
  const theirs = personsNote(fact?.note);
  const note = withFault(theirs === '' ? ours.join('') : theirs, fault, locale);
  const key = fact !== undefined && !fact.key.startsWith('@') ? fact.key : yearKey(ask.key, year);
  return row({
    section: bordered(sections[0] ?? ''),
    item: bordered(label),
    content: fault !== undefined && fault.kind !== 'contradiction' ? faulty(fact) : contentCell(fact, optional),
    unit: bordered(fact?.unit !== undefined && fact.unit !== '' ? fact.unit : unit),
    note: bordered(note),
    key: keyCell(key, sections[0] ?? '', label),
    previous: previous === undefined ? bordered('') : offered(previous, unit),
    places: bordered(places.join('\n')),
  });
}

/** A line that nothing uses, or that contradicts another: as it was typed. */
export function factRow(fact: Fact, why: 'unused' | 'contradiction', locale: Locale, fault?: SupplementFault): SupplementRow {
  const department = isForeign(fact.key) ? fact.key.slice(1, fact.key.indexOf('〕')) : undefined;
  const ours = department === undefined ? WORDS[why][locale] : fill(WORDS.foreign[locale], { department });
  const theirs = personsNote(fact.note);
  const key = fact.key.replace(/^(〔[^〕]*〕)?@.*$/su, '$1');
  const section = fact.section || OTHER_SECTION;
  return row({
    section: bordered(section),
    item: bordered(fact.label),
    content: contentCell(fact, true),
    unit: bordered(fact.unit ?? ''),
    note: bordered(withFault(theirs === '' ? ours : theirs, fault?.kind === 'contradiction' ? undefined : fault, locale)),
    key: keyCell(key, section, fact.label),
  });
}

/** A figure of last year's workbook; it stays when that file is no longer at hand. */
export function carriedRow({ key, label, content }: Carried, year: number | undefined, locale: Locale): SupplementRow {
  return row({
    section: bordered(PRIOR_SECTION),
    item: bordered(label),
    content:
      'name' in content ? { value: content.name, style: 'input' } : { value: Number(content.amount), style: 'input', format: 'General' },
    unit: bordered('name' in content ? '' : TEN_THOUSAND_YUAN.name),
    note: bordered(WORDS.carried[locale]),
    key: keyCell(yearKey(key, year), PRIOR_SECTION, label),
  });
}

/** The reason for which a finding was accepted; an empty 内容 brings the finding back. */
export function acceptanceRow(fact: Fact): SupplementRow {
  return row({
    section: bordered(ACCEPTED_SECTION),
    item: bordered(fact.label),
    content: { value: fact.text, style: 'input' },
    unit: bordered(''),
    note: bordered(fact.note ?? ''),
    key: keyCell(fact.key, ACCEPTED_SECTION, fact.label),
  });
}

/** What typing cannot mend: no 内容, so that it is never read as a fact. */
export function problemRow(section: string, label: string, locale: Locale): SupplementRow {
  return [bordered(section), { value: fill(WORDS.repairFirst[locale], { label }), style: 'warning' }];
}

/** What a person wrote into 说明, without the lines of ours. */
function personsNote(note: string | undefined): string {
  return (note ?? '')
    .split('\n')
    .filter((line) => !OUR_NOTE.test(line))
    .join('\n')
    .trim();
}

function withFault(note: string, fault: SupplementFault | undefined, locale: Locale): string {
  const correction = fault === undefined ? '' : fill(WORDS.correct[locale], { fault: fault.message[locale] });
  return [note, correction].filter((line) => line !== '').join('\n');
}

function row(cells: Readonly<Partial<Record<SupplementColumn, ContentCell>>>): SupplementRow {
  return SUPPLEMENT_COLUMNS.map((column) => cells[column] ?? bordered(''));
}

function keyCell(key: string, section: string, item: string): ContentCell {
  // A line without a key of its own that belongs to another department keeps only that.
  return bordered(/^〔[^〕]*〕$/u.test(key) ? key : writtenKey(key, section, item));
}

function contentCell(fact: Fact | undefined, optional: boolean): ContentCell {
  if (fact === undefined || fact.disagreeing !== undefined) return { value: null, style: optional ? 'input' : 'gap' };
  return { ...valueOf(fact), style: 'input' };
}

function faulty(fact: Fact | undefined): ContentCell {
  return fact === undefined ? { value: null, style: 'gap' } : { ...valueOf(fact), style: 'gap' };
}

/** As it was typed: a number as a number in its own unit, a formula as a formula. */
function valueOf({ figure, text }: Fact): ContentCell {
  if (figure?.reading.kind !== 'number' || figure.isText === true) return { value: text };
  const value = figure.reading.value.div(figure.unit.scale).toNumber();
  return { value, format: 'General', ...(figure.formula === undefined ? {} : { formula: figure.formula }) };
}

function offered(fact: Fact, unit: string): ContentCell {
  const style: CellStyle = 'offered';
  if ((fact.unit ?? '') !== unit && fact.unit !== undefined && fact.unit !== '') return { value: `${fact.text}${fact.unit}`, style };
  const { formula: _, ...value } = valueOf(fact);
  return { ...value, style };
}

function bordered(value: string): ContentCell {
  return { value: value === '' ? null : value, style: 'bordered-text' };
}

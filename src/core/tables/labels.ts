/** Labels as tables print them (栏目名称): spaces, line breaks, full-width forms and outline numbers (一、（二）3.) mean nothing. */
import { normaliseDigits } from '../number/parse-amount.ts';

const ORDER = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]\d{1,2}[)）]|\d{1,2}[、)）]|\d{1,2}[.．](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩])+/;
const OF_WHICH = /^其中[:：]?/;
const LEADING_YEAR = /^(?:20\d{2}年度?|本年度(?=.))/;
const ONLY_HAN = /^[\u4E00-\u9FFF]*$/;
const BRACKETS = /\([^()]*\)/g;

/** Without spaces and quotation marks, full-width forms to ASCII. */
export function plain(text: string): string {
  return normaliseDigits(text).replace(/[“”"'‘’《》「」]/g, '');
}

/** Every statement asks for the labels of the same cells; forgotten before they could fill the memory. */
const knownLabels = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** What two prints of one label have in common: no outline number, no 其中, no closing punctuation. */
export function labelOf(text: string): string {
  const known = knownLabels.get(text);
  if (known !== undefined) return known;
  if (knownLabels.size >= MOST_KNOWN) knownLabels.clear();
  const label = readLabel(text);
  knownLabels.set(text, label);
  return label;
}

function readLabel(text: string): string {
  const bare = plain(text)
    .replace(/^[*※·]+/, '')
    .replace(ORDER, '')
    .replace(OF_WHICH, '')
    .replace(ORDER, '');
  return bare.replace(/[:,、*]+$/, '');
}

/** For readers: as printed, without line breaks, spaces and outline numbers. */
export function shownLabel(text: string): string {
  // What holds nothing but Chinese characters has neither.
  if (ONLY_HAN.test(text)) return text;
  const bare = text.replace(/[\s\u00A0\u3000\u200B\uFEFF]/g, '');
  return bare.replace(ORDER, '') || bare;
}

/** The label without bracketed words, and without a leading year: «2023年度决算数» is «决算数». */
export function coreOf(label: string): string {
  if (!label.includes('(') && !LEADING_YEAR.test(label)) return label;
  const core = label.replace(BRACKETS, '').replace(LEADING_YEAR, '');
  return core === '' ? label : core;
}

/** Finds what a label stands for, whatever way it is printed. */
export type LabelIndex<T> = ReadonlyMap<string, readonly T[]>;

export function indexLabels<T>(entries: readonly T[], labelsOf: (entry: T) => readonly string[]): LabelIndex<T> {
  const index = new Map<string, T[]>();
  const add = (label: string, entry: T): void => {
    const known = index.get(label);
    if (known === undefined) index.set(label, [entry]);
    else if (!known.includes(entry)) known.push(entry);
  };
  for (const entry of entries) for (const label of labelsOf(entry)) add(labelOf(label), entry);
  // Shorter forms never shadow a label somebody really wrote.
  const exact = new Set(index.keys());
  for (const entry of entries) {
    for (const label of labelsOf(entry)) {
      const core = coreOf(labelOf(label));
      if (!exact.has(core)) add(core, entry);
    }
  }
  return index;
}

/** A row, a column or a 科目 with all its names. */
interface Named {
  readonly name: string;
  readonly labels?: readonly string[];
  readonly others?: readonly string[];
}

/** The lists of the statements are constants: what was made of one serves for every sheet. */
const knownIndexes = new WeakMap<readonly Named[], LabelIndex<Named>>();

/** Rows, columns or 科目 by all the names they go by. */
export function indexNames<T extends Named>(entries: readonly T[]): LabelIndex<T> {
  const known = knownIndexes.get(entries);
  // Made from this very list below.
  if (known !== undefined) return known as LabelIndex<T>;
  const index = indexLabels(entries, ({ name, labels = [], others = [] }) => [name, ...labels, ...others]);
  knownIndexes.set(entries, index);
  return index;
}

/** All entries of that label, in the order they were given. */
export function lookUp<T>(index: LabelIndex<T>, text: string): readonly T[] {
  const label = labelOf(text);
  if (label === '') return [];
  return index.get(label) ?? index.get(coreOf(label)) ?? [];
}

/** 注：, 说明：, 备注： under a table. */
export function isNote(text: string): boolean {
  return /^(?:注|说明|备注|附注|填表说明)(?:[:：\d.、]|$)|^(?:本表|本套报表)/.test(plain(text));
}

/** «我单位本年度无…为空表»: the sentence that explains an empty table. */
export function isEmptySentence(text: string): boolean {
  const words = plain(text);
  return words.length > 5 && /(?:没有|无|未发生|不涉及).*(?:收入|支出|数据|内容|收支|预算|经费)|空表/.test(words);
}

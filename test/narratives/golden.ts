/** What the tests of every wording share: the sample in the Shanghai layout with what people typed, and the printed figures section by section. */
import { readFileSync } from 'node:fs';
import type { Narrative, Span } from '../../src/core/narrative/narrative.ts';
import { textOf } from '../../src/core/narrative/narrative.ts';
import type { NarrativeDefinition } from '../../src/core/narrative/profile.ts';
import type { Fact } from '../../src/core/tables/facts.ts';
import type { TableSet } from '../../src/core/tables/table-set.ts';
import { loadAccounts, narrate, openWorkbook } from '../../src/engine.ts';
import { accounts as typedAccounts } from '../core/narrative/tables.ts';

type Expected = readonly [role: string, value: string, unit: string];

export interface Golden {
  /** Initial budgets of the spending items by code, typed for the test. */
  readonly budgets: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, readonly Expected[]>>;
}

/** Sections that every wording of the sample prints as it was published. */
export const AS_PUBLISHED = [
  'staff',
  'income',
  'expenditure',
  'general-budget-structure',
  'basic-expenditure',
  'operating-funds',
  'procurement',
  'state-assets',
  'performance',
];

export const published = read<Golden['figures']>('figures');

export function goldenOf(id: string): Golden {
  return read<Golden>(id);
}

function read<Content>(name: string): Content {
  return JSON.parse(readFileSync(`test/expected/changji-2023/${name}.json`, 'utf8')) as Content;
}

/** The sample in the Shanghai layout, last year's workbook beside it, 补充资料 as in the sample itself and `facts` besides. */
export async function shanghaiSample(facts: Readonly<Record<string, string | number>> = {}): Promise<TableSet> {
  const open = async (file: string) => openWorkbook(readFileSync(file), file.slice(file.lastIndexOf('/') + 1));
  const prior = await open('assets/samples/changji-2022.xlsx');
  const [sample] = loadAccounts(await open('assets/samples/changji-2023.xlsx'), prior).sets;
  const [set] = loadAccounts(await open('test/workbooks/changji/changji-2023-shanghai.xlsx'), prior).sets;
  if (sample === undefined || set === undefined) throw new Error('no accounts');
  const typed: readonly (readonly [string, Fact])[] = [...typedAccounts([], { facts }).facts];
  return { ...set, facts: new Map([...sample.facts, ...typed]) };
}

/** Everything that Shanghai's and the national wording ask about single items, answered. */
export function itemFacts({ budgets }: Golden, purpose: boolean): Readonly<Record<string, string | number>> {
  const subject = '一般公共预算支出';
  return Object.fromEntries(
    Object.entries(budgets).flatMap(([code, budget]): readonly (readonly [string, string | number])[] => [
      [`年初预算/${subject}/${code}`, Number(budget)],
      [`原因/${subject}/${code}/与预算相比`, `追加或结余${code}`],
      ...(purpose ? [[`用途/${subject}/${code}`, `科目${code}的日常开支`] as const] : []),
    ]),
  );
}

export async function narrateSample(wording: NarrativeDefinition, golden: Golden, purpose: boolean): Promise<Narrative> {
  return narrate(await shanghaiSample(itemFacts(golden, purpose)), wording);
}

/** Number and unit of every printed figure; 100% and 100.00% are one. */
export function figuresOf(narrative: Narrative, section: string): readonly (readonly [value: string, unit: string])[] {
  const spans = narrative.sections.find(({ id }) => id === section)?.paragraphs.flatMap((paragraph) => paragraph.spans) ?? [];
  return spans
    .filter((span): span is Extract<Span, { kind: 'figure' }> => span.kind === 'figure')
    .map(({ text, format }) => [numberOf(text), format.suffix]);
}

export function expectedOf(rows: readonly Expected[] | undefined): readonly (readonly [value: string, unit: string])[] {
  return (rows ?? []).map(([, value, unit]) => [numberOf(value), unit]);
}

export function textIn(narrative: Narrative, section: string): string {
  return (
    narrative.sections
      .find(({ id }) => id === section)
      ?.paragraphs.map(textOf)
      .join('\n') ?? ''
  );
}

function numberOf(text: string): string {
  return String(Number(/^-?[\d,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '') ?? Number.NaN));
}

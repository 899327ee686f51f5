/** Sound narratives over made-up departments, their gaps still open, with the place of each of their figures. */
import { narratives, statements } from '../../../src/catalog.ts';
import { narrate } from '../../../src/core/narrative/narrate.ts';
import type { Span } from '../../../src/core/narrative/narrative.ts';
import { recognise, withPrior } from '../../../src/core/tables/recognise.ts';
import type { TableSet } from '../../../src/core/tables/table-set.ts';
import { randomDepartment, seededRandom, toWorkbook, writeTables } from '../../support/final-accounts/index.ts';
import { randomForms } from '../../support/final-accounts/random-forms.ts';

export interface PlacedSpan {
  readonly start: number;
  readonly end: number;
  readonly span: Span;
}

export interface GeneratedText {
  readonly accounts: TableSet;
  readonly text: string;
  readonly spans: readonly PlacedSpan[];
}

export const WORDINGS: readonly string[] = narratives.map(({ id }) => id);

/** The same seed gives the same text. */
export function generated(seed: number, wording: string, unit: '元' | '万元'): GeneratedText {
  const make = (random: number, year: number) => {
    const next = seededRandom(random);
    return randomForms(next, randomDepartment(next, { items: 1 + (seed % 20), department: '某某局', year }), seed % 4);
  };
  const book = recognise(toWorkbook(writeTables(make(seed, 2023), { unit })), statements);
  const prior = recognise(toWorkbook(writeTables(make(seed + 5000, 2022), { unit })), statements, { book: 'prior' });
  const [set] = book.sets;
  const definition = narratives.find(({ id }) => id === wording);
  if (set === undefined || definition === undefined) throw new Error('no accounts');
  const accounts = withPrior(set, prior);
  const narrative = narrate(accounts, definition);
  let text = `${narrative.title}\n`;
  const spans: PlacedSpan[] = [];
  for (const section of narrative.sections) {
    text += `${section.heading}\n`;
    for (const paragraph of section.paragraphs) {
      for (const span of paragraph.spans) {
        const start = text.length;
        text += span.text;
        spans.push({ start, end: text.length, span });
      }
      text += '\n';
    }
  }
  return { accounts, text, spans };
}

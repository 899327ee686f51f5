/** Sound narratives over made-up departments, every gap filled as a person would, with the place of each of their spans. */
import { narratives, statements } from '../../../src/catalog.ts';
import { narrate } from '../../../src/core/narrative/narrate.ts';
import type { Span } from '../../../src/core/narrative/narrative.ts';
import type { NarrativeDefinition } from '../../../src/core/narrative/profile.ts';
import { recognise, withPrior } from '../../../src/core/tables/recognise.ts';
import type { TableSet } from '../../../src/core/tables/table-set.ts';
import { type TypedLine, typeFacts } from '../../../src/core/tables/type-facts.ts';
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
  const accounts = filled(withPrior(set, prior), definition);
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

/** Answers to what the narrative asks for: counts and amounts that agree with one another, a reason for every reason. */
function filled(accounts: TableSet, definition: NarrativeDefinition): TableSet {
  let full = accounts;
  // Some questions are asked only when others are answered.
  for (let round = 0; round < 3; round++) {
    const asks = narrate(full, definition).asks.filter(({ optional, fact }) => !optional && fact === undefined);
    const typed = asks.map((ask): TypedLine => ({ key: ask.key, label: ask.label, unit: ask.unit, text: answerTo(ask.key, ask.unit) }));
    full = { ...full, facts: typeFacts(full.facts, typed, full.year) };
  }
  return full;
}

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/内设处室数量/, '2'],
  [/内设处室名称/, '办公室、财务科'],
  [/下属预算单位数量/, '0'],
  [/团组$/, '2'],
  [/人次$/, '5'],
  [/批次$/, '3'],
  [/保有量$/, '4'],
  [/车辆数量/, '7'],
  [/执法执勤用车$/, '4'],
  [/其他用车$/, '3'],
  [/用车$/, '0'],
  [/项目全年预算数/, '0.02'],
  [/项目全年执行数/, '0.01'],
  [/房屋面积/, '1234.56'],
  [/小微企业/, '12.30'],
  [/中小企业/, '20.50'],
  [/货物支出/, '15.20'],
  [/工程支出/, '0.00'],
  [/服务支出/, '10.10'],
];

function answerTo(key: string, unit: string): string {
  const known = ANSWERS.find(([pattern]) => pattern.test(key))?.[1];
  if (known !== undefined) return known;
  // Amounts all differ, so that one left in the place of another shows.
  const code = [...key].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 99_991, 7);
  if (unit === '万元') return (code / 100 + 1).toFixed(2);
  return unit === '' ? '工作任务有变化' : String(1 + (code % 9));
}

/** What a narrative over a made-up department must print: every figure and direction word computed again from the accounts behind the workbook, in whole numbers. */
import { statements } from '../../src/catalog.ts';
import type { Expression } from '../../src/core/expressions/expression.ts';
import { narrate } from '../../src/core/narrative/narrate.ts';
import type { Narrative, Span } from '../../src/core/narrative/narrative.ts';
import type { NarrativeDefinition } from '../../src/core/narrative/profile.ts';
import { recognise, withPrior } from '../../src/core/tables/recognise.ts';
import { figuresOf, randomDepartment, seededRandom, toWorkbook, writeTables } from '../support/final-accounts/index.ts';

/** 0.01 万元 is 10,000 分. */
const STEP = 10_000n;

/** What the document prints, counted in 0.01 万元 and in 0.01 %. */
type Oracle = (expression: Expression) => bigint | undefined;

export interface RandomNarrative {
  readonly narrative: Narrative;
  /** Everything printed wrongly, and how many figures could be judged. */
  readonly wrong: readonly string[];
  readonly judged: number;
}

/** The narrative over a department made from `seed`, this year's tables and last year's; `apart` 0: two years alike. */
export function writeRandom(definition: NarrativeDefinition, seed: number, unit: '元' | '万元', apart = 1000): RandomNarrative {
  const make = (random: number, year: number) =>
    randomDepartment(seededRandom(random), { items: 1 + (seed % 30), department: '某某局', year });
  const [now, before] = [make(seed, 2023), make(seed + apart, 2022)];
  const book = recognise(toWorkbook(writeTables(now, { unit })), statements);
  const prior = recognise(toWorkbook(writeTables(before, { unit })), statements, { book: 'prior' });
  const [set] = book.sets;
  if (set === undefined) throw new Error('no accounts');
  const accounts = withPrior(set, prior);
  const tables = [...accounts.tables, ...(accounts.prior?.tables ?? [])];
  const statementOf = (id: string): string => tables.find((table) => table.id === id)?.statement ?? '';
  const narrative = narrate(accounts, definition);
  const oracle = oracleOf(figuresOf(now), figuresOf(before), statementOf);
  const spans = narrative.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.spans));
  const wrong: string[] = [];
  let judged = 0;
  for (const span of spans) {
    if (span.kind === 'direction' && !directionsOf(span, oracle).includes(span.text)) wrong.push(span.text);
    const text = span.kind === 'figure' ? expected(span, oracle) : undefined;
    if (span.kind !== 'figure' || text === undefined) continue;
    judged += 1;
    if (span.text !== text) wrong.push(`${span.text}, not ${text}`);
  }
  return { narrative, wrong, judged };
}

function oracleOf(now: ReturnType<typeof figuresOf>, before: ReturnType<typeof figuresOf>, statementOf: (table: string) => string): Oracle {
  const fen = (expression: Expression): bigint | undefined => {
    if (expression.kind === 'constant') return expression.value.isZero() ? 0n : undefined;
    if (expression.kind !== 'figure') return undefined;
    const { table, rowKey, columnKey, ref } = expression.figure;
    const amounts = (ref.book === 'prior' ? before : now).amounts;
    return BigInt(amounts.get(`${statementOf(table)}/${rowKey}/${columnKey}`) ?? 0);
  };
  const amount = (expression: Expression): bigint | undefined => {
    if (expression.kind === 'sum') {
      const parts = expression.terms.map((term) => ({ sign: BigInt(term.sign), value: amount(term.of) }));
      return parts.some(({ value }) => value === undefined)
        ? undefined
        : parts.reduce((total, { sign, value = 0n }) => total + sign * value, 0n);
    }
    const exact = fen(expression);
    return exact === undefined ? undefined : roundHalfUp(exact, STEP);
  };
  return amount;
}

/** The text the span should have; undefined where the oracle has nothing to say (a typed fact, a count). */
function expected(span: Extract<Span, { kind: 'figure' }>, amount: Oracle): string | undefined {
  const { expression, format } = span;
  const magnitude = (value: bigint): bigint => (format.unsigned && value < 0n ? -value : value);
  if (format.kind === 'amount') {
    const value = amount(expression);
    return value === undefined ? undefined : `${print(magnitude(value), format.grouping)}万元`;
  }
  if (format.kind !== 'percent' || expression.kind !== 'quotient') return undefined;
  const [numerator, denominator] = [amount(expression.numerator), amount(expression.denominator)];
  if (numerator === undefined || denominator === undefined) return undefined;
  if (denominator === 0n) return numerator === 0n ? '0.00%' : '100.00%';
  return `${print(magnitude(roundHalfUp(numerator * 10_000n, denominator)), false)}%`;
}

/** The words that say which way the figures go. */
function directionsOf(span: Extract<Span, { kind: 'direction' }>, amount: Oracle): readonly string[] {
  const { expression } = span;
  const value = amount(expression.kind === 'quotient' ? expression.numerator : expression) ?? 0n;
  if (value < 0n) return ['减少', '下降', '小于'];
  return value > 0n ? ['增加', '增长', '大于'] : ['增加', '增长', '持平', '等于'];
}

function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n !== denominator < 0n ? -1n : 1n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  return sign * ((2n * n + d) / (2n * d));
}

function print(value: bigint, grouping: boolean): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  const whole = grouping ? digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',') : digits.slice(0, -2);
  return `${value < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** Errors put into sound narratives one at a time (植入差错) are found at their place; what stands in the text is judged against the tables it came from. */
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/core/expressions/sources.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { roundTo } from '../../../src/core/number/decimal.ts';
import { formatAmount } from '../../../src/core/number/format.ts';
import { auditNarrative } from '../../../src/engine.ts';
import { between, pick, type Random, seededRandom } from '../../support/final-accounts/index.ts';
import { generated, type GeneratedText, type PlacedSpan } from './generated.ts';

interface Fault {
  readonly text: string;
  /** Places of the wrong words, any of which must be reported. */
  readonly places: readonly (readonly [number, number])[];
}

type Slip = (made: GeneratedText, random: Random) => Fault | undefined;

const SLIPS: Readonly<Record<string, Slip>> = {
  'one digit changed': ({ text, spans }, random) => {
    const span = pick(random, figuresIn(spans));
    const shown = text.slice(span.start, span.end);
    const digits = [...shown.matchAll(/\d/g)];
    const at = pick(random, digits).index;
    const digit = String((Number(shown[at]) + between(random, 1, 9)) % 10);
    return replaced(text, span, `${shown.slice(0, at)}${digit}${shown.slice(at + 1)}`);
  },
  'two figures swapped': ({ text, spans }, random) => {
    const all = figuresIn(spans);
    const one = pick(random, all);
    const [first, second] = [one, pick(random, all)].sort((a, b) => a.start - b.start);
    if (first === undefined || second === undefined) return undefined;
    const a = text.slice(first.start, first.end);
    const b = text.slice(second.start, second.end);
    if (a === b || kindOf(first) !== kindOf(second)) return undefined;
    const changed = text.slice(0, first.start) + b + text.slice(first.end, second.start) + a + text.slice(second.end);
    const moved = b.length - a.length;
    return {
      text: changed,
      places: [
        [first.start, first.start + b.length],
        [second.start + moved, second.end + moved],
      ],
    };
  },
  'direction word flipped': ({ text, spans }, random) => {
    const turned: Readonly<Record<string, string>> = { 增加: '减少', 减少: '增加', 增长: '下降', 下降: '增长' };
    const all = spans.filter(
      ({ span, end }) =>
        span.kind === 'direction' && turned[span.text] !== undefined && changes(span.expression) && !/^0\.00\D/.test(text.slice(end)),
    );
    if (all.length === 0) return undefined;
    const span = pick(random, all);
    const fault = replaced(text, span, turned[text.slice(span.start, span.end)] ?? '');
    // Reported at the number that the word belongs to.
    return { ...fault, places: [[span.start, span.end + 20]] };
  },
  "last year's number left in": ({ text, spans }, random) => {
    const all = spans.flatMap((placed) => {
      const before = placed.span.kind === 'figure' ? figuresOf(placed.span.expression).find(({ ref }) => ref.book === 'prior') : undefined;
      const isAmount = placed.span.kind === 'figure' && placed.span.format.kind === 'amount';
      return isAmount && before?.reading.kind === 'number' ? [{ ...placed, value: before.reading.value }] : [];
    });
    if (all.length === 0) return undefined;
    const span = pick(random, all);
    const shown = formatAmount(roundTo(span.value.div(10_000), 2), { decimals: 2, grouping: true });
    const old = text.slice(span.start, span.end);
    return replaced(text, span, old.replace(/[\d,]+\.\d\d/, shown));
  },
  'unit slip': ({ text, spans }, random) => {
    const all = figuresIn(spans).filter(
      ({ start, end }) => /[1-9]/.test(text.slice(start, end)) && text.slice(start, end + 2).includes('万元'),
    );
    const span = pick(random, all);
    const shown = text.slice(span.start, span.end + 2);
    return replaced(text, { start: span.start, end: span.end + 2 }, shown.replace('万元', pick(random, ['元', '亿元'])));
  },
  'share off by 0.01': (made, random) => shareOff(made, random, 1),
  'share off by 1': (made, random) => shareOff(made, random, 100),
};

function shareOff({ text, spans }: GeneratedText, random: Random, hundredths: number): Fault | undefined {
  const all = figuresIn(spans).filter(({ start, end }) => text.slice(start, end).endsWith('%'));
  if (all.length === 0) return undefined;
  const span = pick(random, all);
  const value = Math.round(Number(text.slice(span.start, span.end).replace(/[,%]/g, '')) * 100);
  return replaced(text, span, `${((value + hundredths) / 100).toFixed(2)}%`);
}

function kindOf({ span }: PlacedSpan): string {
  return span.kind === 'figure' ? span.format.kind : '';
}

function figuresIn(spans: readonly PlacedSpan[]): readonly PlacedSpan[] {
  return spans.filter(({ span }) => span.kind === 'figure' && span.expression.kind !== 'constant');
}

function changes(expression: Parameters<typeof evaluate>[0]): boolean {
  const result = evaluate(expression);
  return result.kind === 'value' ? !result.value.isZero() : false;
}

function replaced(text: string, { start, end }: { readonly start: number; readonly end: number }, by: string): Fault {
  return { text: text.slice(0, start) + by + text.slice(end), places: [[start, start + by.length]] };
}

describe('a seeded error', () => {
  it.each(Object.keys(SLIPS))('%s: at least 99 of 100 are found, at the right place', (name) => {
    const random = seededRandom(20_231_128);
    const missed: string[] = [];
    let made = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const sound = generated(seed, 'xinjiang', seed % 2 === 0 ? '元' : '万元');
      for (let turn = 0; turn < 5; turn++) {
        const fault = SLIPS[name]?.(sound, random);
        if (fault === undefined || fault.text === sound.text) continue;
        made += 1;
        const { findings } = auditNarrative(fault.text, sound.accounts);
        const found = findings.some(({ offset, text }) =>
          fault.places.some(([start, end]) => offset < end && offset + text.length > start),
        );
        const [[start] = [0]] = fault.places;
        if (!found) missed.push(`seed ${seed}: ${fault.text.slice(Math.max(0, start - 60), start + 40)}`);
      }
    }
    expect(made).toBeGreaterThan(20);
    expect(missed.length / made, missed.join('\n')).toBeLessThanOrEqual(0.01);
  });
});

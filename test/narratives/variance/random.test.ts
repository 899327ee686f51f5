/** 变动说明 of random tables: whatever the amounts, every printed change is the difference of the printed amounts, and what it claims of the parts is true. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import { narrateVariance } from '../../../src/core/variance/narrate-variance.ts';
import { sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { variance } from '../../../src/narratives/variance/profile.ts';

type Amounts = readonly (readonly [now: number, before: number])[];

const NAMES = ['办公费', '差旅费', '会议费', '培训费', '劳务费', '维修费', '租赁费', '印刷费', '咨询费', '邮电费'];

/** In cents, so that nothing is lost in doubles. */
const cents = fc.oneof(fc.integer({ min: 0, max: 900_000 }), fc.constant(0), fc.integer({ min: -200_000, max: 900_000 }));
const amounts = fc.array(fc.tuple(cents, cents), { minLength: 4, maxLength: NAMES.length });

function told(lines: Amounts, headings: readonly [string, string] = ['本年数', '上年数']): readonly string[] {
  const money = (value: number): object => ({ value: value / 100, format: '#,##0.00' });
  const total = [0, 1].map((side) => lines.reduce((sum, line) => sum + (line[side] ?? 0), 0));
  const rows = [
    ['费用对照表（单位：万元）'],
    ['项目', ...headings],
    ...lines.map(([now, before], index) => [NAMES[index], money(now), money(before)]),
    ['合计', ...total.map(money)],
  ];
  const { narrative } = narrateVariance([sheetFromRows('表', rows as never)], { date1904: false }, new Map(), variance);
  return narrative?.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)) ?? [];
}

/** «1,234.56» in cents. */
const read = (text = ''): number => Math.round(Number(text.replace(/,/g, '')) * 100);
const LINE = /^(.+?)：本年数(-?[\d,.]+)万元，上年数(-?[\d,.]+)万元，(?:两者持平|(增加|减少)([\d,.]+)万元)(?:，(增长|下降)([\d.]+)%)?/;
const rateOf = (part: number, whole: number): string => (Math.round((Math.abs(part) / whole) * 10_000 + 1e-7) / 100).toFixed(2);

describe('variance notes of any table', () => {
  it('print changes that are the differences of the printed amounts, and rates only of a positive base', () => {
    fc.assert(
      fc.property(amounts, (lines) => {
        const stated = told(lines)
          .map((text) => LINE.exec(text))
          .filter((match) => match !== null);
        expect(stated.length).toBeGreaterThan(0);
        for (const [, name = '', current, prior, direction, change, word, rate] of stated) {
          const [now, before] = [read(current), read(prior)];
          const known = lines[NAMES.indexOf(name)];
          if (known !== undefined) expect([now, before]).toEqual(known);
          expect((direction === '减少' ? -1 : 1) * read(change ?? '0')).toBe(now - before);
          const isUsual = before > 0 && now >= 0 && now !== before;
          expect(rate).toBe(isUsual ? rateOf(now - before, before) : undefined);
          if (word !== undefined) expect(word === '增长').toBe(now > before);
        }
      }),
      { numRuns: 150, seed: 20_231 },
    );
  });

  it('name parts that make up at least 80 % of what moved the way of the total, and say what moved the other way', () => {
    let analysed = 0;
    fc.assert(
      fc.property(amounts, (lines) => {
        const text = told(lines).find((paragraph) => paragraph.startsWith('合计：') && paragraph.includes('其中，'));
        if (text === undefined) return;
        analysed += 1;
        const changes = lines.map(([now, before]) => now - before);
        const sign = Math.sign(changes.reduce((sum, change) => sum + change, 0));
        const [along, against] = [sign, -sign].map((way) => changes.filter((change) => Math.sign(change) === way).map(Math.abs));
        const sum = (list: readonly number[] = []): number => list.reduce((all, each) => all + each, 0);
        const [first = '', second] = (text.split('其中，')[1] ?? '').split('；同时，');
        const named = [...first.matchAll(/([一-鿿]+费)(?:增加|减少)([\d,.]+)万元/g)].map(([, , amount]) => read(amount));
        expect(sum(named)).toBeGreaterThanOrEqual(0.8 * sum(along) - 0.5);
        const whole = /各项合计([\d,.]+)万元，主要是/.exec(first)?.[1];
        expect(read(whole ?? '0')).toBe(whole === undefined ? 0 : sum(along));
        if (whole === undefined) expect(sum(named)).toBe(sum(along));
        else expect(/占该合计的([\d.]+)%/.exec(first)?.[1]).toBe(rateOf(sum(named), sum(along)));
        expect(second === undefined).toBe(sum(against) === 0);
        const offset = /各项合计([\d,.]+)万元/.exec(second ?? '')?.[1];
        if (offset !== undefined) expect(read(offset)).toBe(sum(against));
      }),
      { numRuns: 150, seed: 20_231 },
    );
    expect(analysed).toBeGreaterThan(50);
  });

  it('tell of every line once: in a paragraph or among the rest', () => {
    fc.assert(
      fc.property(amounts, (lines) => {
        const texts = told(lines);
        const paragraphs = texts.filter((text) => LINE.test(text) && !text.startsWith('合计：')).length;
        const rest = Number(/(\d+)个项目/.exec(texts.find((text) => /^(?:其余|表中)/.test(text)) ?? '')?.[1] ?? 0);
        expect(paragraphs + rest).toBe(lines.length);
      }),
      { numRuns: 60, seed: 20_231 },
    );
  });

  it('say nothing where the headings name no two periods', () => {
    const plain = fc.constantFrom('东区', '西区', '数量', '金额', '合计', '增减额', '占比', '甲', '备注', '一车间', '单价', '完成率');
    fc.assert(
      fc.property(amounts, plain, plain, (lines, one, other) => {
        expect(told(lines, [one, other])).toEqual([]);
      }),
      { numRuns: 60, seed: 20_231 },
    );
  });
});

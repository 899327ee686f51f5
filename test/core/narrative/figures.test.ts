/** Figures in words: shares, changes and rates with their conventions, from 万元 and from 元, and what stands where a figure cannot be had. */
import { describe, expect, it } from 'vitest';
import { YUAN } from '../../../src/core/number/unit.ts';
import { formulaOf } from '../../../src/core/narrative/formula.ts';
import { narrate } from '../../../src/core/narrative/narrate.ts';
import { type Narrative, type Span, textOf } from '../../../src/core/narrative/narrative.ts';
import { type Conventions, defineNarrative, USUAL_CONVENTIONS } from '../../../src/core/narrative/profile.ts';
import { sourcesOf } from '../../../src/core/narrative/sources.ts';
import type { Table } from '../../../src/core/tables/table.ts';
import { accounts, table } from './tables.ts';

interface Setting {
  readonly now: readonly Table[];
  readonly before?: readonly Table[];
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly conventions?: Partial<Conventions>;
}

function write(template: string, { now, before, facts = {}, conventions = {} }: Setting): Narrative {
  const narrative = defineNarrative({
    id: 'trial',
    name: { 'zh-CN': '试', en: 'trial' },
    title: '说明',
    conventions: { ...USUAL_CONVENTIONS, ...conventions },
    sections: [{ id: 'overall', depth: 2, heading: '一、总体', template }],
  });
  return narrate(accounts(now, before === undefined ? { facts } : { prior: before, facts }), narrative);
}

const text = (narrative: Narrative): string => narrative.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)).join('\n');
const spans = (narrative: Narrative): readonly Span[] =>
  narrative.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.spans));

const total = (amount: string | null, book: 'current' | 'prior' = 'current', unit = {}): Table =>
  table('final-account-summary', { 'income-grand-total': { amount } }, { book, ...unit });

function change(now: string | null, before: string | null, conventions: Partial<Conventions> = {}, against = ''): string {
  const filter = against === '' ? '同比' : `同比: '${against}'`;
  return text(write(`{{ 总表.收入总计 | ${filter} }}`, { now: [total(now)], before: [total(before, 'prior')], conventions }));
}

describe('同比', () => {
  it.each([
    ['1978.38', '1764.17', '增加214.21万元，增长12.14%'],
    ['885.19', '955.44', '减少70.25万元，下降7.35%'],
    // Last year nothing, this year nothing, both nothing, the same.
    ['1.26', '0', '增加1.26万元，增长100.00%'],
    ['0', '1.80', '减少1.80万元，下降100.00%'],
    [null, '1.80', '减少1.80万元，下降100.00%'],
    ['0', null, '增加0.00万元，增长0.00%'],
    ['5', '5', '增加0.00万元，增长0.00%'],
    // Half-up, and never «-0.00».
    ['0.64', '0.65', '减少0.01万元，下降1.54%'],
    ['100000', '100000.01', '减少0.01万元，下降0.00%'],
    ['-1', '2', '减少3.00万元，下降150.00%'],
    ['1', '-2', '增加3.00万元（上年基数为负，不可比）'],
  ])('%s after %s', (now, before, expected) => {
    expect(change(now, before)).toBe(expected);
  });

  it('follows the conventions of the region', () => {
    expect(change('1.26', '0', { zeroBase: 'incomparable' })).toBe('增加1.26万元（上年基数为0，不可比）');
    expect(change('5', '5', { zeroChange: 'level' })).toBe('持平');
    expect(change('0', '0', { zeroChange: 'level' })).toBe('持平');
    expect(change('5', '5', { zeroChange: 'level' }, '比上年')).toBe('与上年持平');
    expect(change('5', '5', { zeroChange: 'level' }, '较上年决算')).toBe('与上年决算持平');
    expect(change('6', '5', { zeroChange: 'level' }, '较上年决算')).toBe('较上年决算增加1.00万元，增长20.00%');
    expect(change('1978.38', '1764.17', { decimals: 1, rateDecimals: 1, thousands: false })).toBe('增加214.2万元，增长12.1%');
  });
});

describe('占比 and 差异率', () => {
  const income = (cells: Readonly<Record<string, string>>): Table => table('income', { total: cells });
  const share = (part: string, whole: string): string =>
    text(write('{{ 收入表.财政拨款收入 | 占比: 收入表.本年收入合计 }}', { now: [income({ fiscal: part, total: whole })] }));

  it('prints shares, 0 of 0 as 0.00%, and no share of nothing', () => {
    expect([share('1874.02', '1939.86'), share('0', '0'), share('0', '5')]).toEqual(['96.61%', '0.00%', '0.00%']);
    expect(share('5', '0')).toBe('【占比的基数为0】');
  });

  it.each([
    ['107.51', '110.31', '-2.54%'],
    ['0', '2.80', '-100.00%'],
    ['1874.02', '1857.37', '0.90%'],
    ['1.89', '1.89', '0.00%'],
    ['0', '0', '0.00%'],
    ['3', '0', '100.00%'],
  ])('varies %s from a budget of %s by %s', (final, budget, rate) => {
    const now = [table('three-public-expenses', { total: { actual: final, budget } })];
    expect(text(write('{{ 三公表.三公经费合计 | 差异率: 三公预算.三公经费合计 }}', { now }))).toBe(rate);
  });
});

describe('tables in 元', () => {
  const now = [total('19783849.99', 'current', { unit: YUAN })];
  const before = [total('17641650.01', 'prior', { unit: YUAN })];

  it('rounds every shown amount from its own cell, and computes with the shown amounts', () => {
    const narrative = write('{{ 总表.收入总计 | 金额 }}，{{ 总表.收入总计 | 同比 }}', { now, before });
    // 1978.38 − 1764.17, not 2142199.98 元 rounded.
    expect(text(narrative)).toBe('1,978.38万元，增加214.21万元，增长12.14%');
    const half = write('{{ 总表.收入总计 | 金额 }}', { now: [total('50', 'current', { unit: YUAN })] });
    expect(text(half)).toBe('0.01万元');
  });

  it('gives formulas that round where the text rounds', () => {
    const figures = spans(write('{{ 总表.收入总计 | 金额 }}{{ 总表.收入总计 | 同比 }}', { now, before })).filter(
      ({ kind }) => kind === 'figure',
    );
    expect(figures.map((span) => formulaOf(span))).toEqual([
      "ROUND('final-account-summary'!C6*0.0001,2)",
      "ABS(ROUND(ROUND('final-account-summary'!C6*0.0001,2)-ROUND(1764.165001,2),2))",
      "ABS(ROUND((ROUND('final-account-summary'!C6*0.0001,2)-ROUND(1764.165001,2))/ROUND(1764.165001,2),4))",
    ]);
  });

  it('compares 元 with last year’s 万元', () => {
    expect(text(write('{{ 总表.收入总计 | 同比 }}', { now, before: [total('1764.17', 'prior')] }))).toBe('增加214.21万元，增长12.14%');
  });
});

describe('what cannot be printed', () => {
  it('names the cell that cannot be read', () => {
    const narrative = write('{{ 总表.收入总计 | 金额 }}，{{ 总表.收入总计 | 同比 }}', {
      now: [total('?#REF!')],
      before: [total('1', 'prior')],
    });
    expect(text(narrative)).toBe('【final-account-summary!C6 的“#REF!”不是数】，【final-account-summary!C6 的“#REF!”不是数】');
    expect(narrative.gaps).toEqual([
      { id: '单元格/final-account-summary!C6', label: 'final-account-summary!C6 的“#REF!”不是数', kind: 'cell', section: '一、总体' },
    ]);
  });

  it('names the table and the row that are missing', () => {
    expect(text(write('{{ 收入表.其他收入 | 金额 }}', { now: [total('1')] }))).toBe('【缺少《收入决算表》】');
    expect(text(write('{{ 总表.支出总计 | 金额 }}', { now: [total('1')] }))).toBe('【《收入支出决算总表》中没有“支出总计”】');
    expect(text(write('{% for 类 in 一般公共预算表.类 %}{{ 类.名称 }}{{ 类.支出 | 金额 }}{% endfor %}', { now: [] }))).toContain(
      '缺少《一般公共预算',
    );
  });

  it('does not take an account of another year for last year’s', () => {
    const set = accounts([total('2')], { prior: [total('1', 'prior')] });
    const older = { ...set, prior: set.prior === undefined ? undefined : { ...set.prior, year: 2021 } };
    const narrative = defineNarrative({
      id: 'trial',
      name: { 'zh-CN': '试', en: 'trial' },
      title: '说明',
      conventions: USUAL_CONVENTIONS,
      sections: [{ id: 'overall', depth: 2, heading: '一、总体', template: '{{ 总表.收入总计 | 同比 }}' }],
    });
    expect(narrate(older, narrative).gaps.map(({ id }) => id)).toEqual(['上年/公开01/收入总计']);
  });

  it('withholds an amount whose unit is a guess', () => {
    const guessed = (other?: Table): Narrative => {
      const notice = { kind: 'unit-assumed', message: { 'zh-CN': '', en: '' } } as const;
      return write('{{ 总表.收入总计 | 金额 }}', { now: [{ ...total('1'), notices: [notice] }, ...(other === undefined ? [] : [other])] });
    };
    expect(text(guessed(table('income', { total: { total: '1' } })))).toBe('1.00万元');
    expect(text(guessed(table('income', { total: { total: '1' } }, { unit: YUAN })))).toContain('没有写明金额单位');
    expect([text(guessed()), guessed().gaps.length]).toEqual(['1.00万元', 1]);
  });
});

describe('sources', () => {
  it('are the cells of the amount, of both years for a change, and of the typed line for a fact', () => {
    const narrative = write("{{ 总表.收入总计 | 同比 }}{{ '收入支出总体' | 原因: 总表.收入总计 }}", {
      now: [total('2')],
      before: [total('1', 'prior')],
      facts: { '原因/收入支出总体/与上年相比': '多了一项' },
    });
    const places = spans(narrative).map((span) => sourcesOf(span).map(({ book, sheet, row }) => `${book} ${sheet} ${row}`));
    const both = ['current final-account-summary 5', 'prior final-account-summary 5'];
    expect(places).toEqual([both, both, [], both, both, ['current 补充资料 1']]);
  });
});

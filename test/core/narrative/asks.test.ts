/** What is asked for: each once, only where it is needed, and never answered by ourselves. */
import { describe, expect, it } from 'vitest';
import { narrate } from '../../../src/core/narrative/narrate.ts';
import { type Narrative, textOf } from '../../../src/core/narrative/narrative.ts';
import { defineNarrative, USUAL_CONVENTIONS } from '../../../src/core/narrative/profile.ts';
import { readFacts } from '../../../src/core/tables/read-facts.ts';
import { sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import type { Table } from '../../../src/core/tables/table.ts';
import { accounts, table } from './tables.ts';

const now = table('final-account-summary', { 'income-grand-total': { amount: '2' } });
const before = table('final-account-summary', { 'income-grand-total': { amount: '1' } }, { book: 'prior' });

function narrative(...templates: readonly string[]) {
  return defineNarrative({
    id: 'trial',
    name: { 'zh-CN': '试', en: 'trial' },
    title: '说明',
    conventions: USUAL_CONVENTIONS,
    sections: templates.map((template, index) => ({ id: `s${index}`, depth: 2, heading: `第${index + 1}节`, template })),
  });
}

function write(
  templates: readonly string[],
  facts: Readonly<Record<string, string | number>> = {},
  prior: readonly Table[] = [before],
): Narrative {
  return narrate(accounts([now], { prior, facts }), narrative(...templates));
}

const text = (of: Narrative): string => of.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)).join('\n');

describe('a reason', () => {
  const template = "{{ '收入支出总体' | 原因: 总表.收入总计 }}。";

  it('is a gap until somebody types it, asked once however often it is used', () => {
    const narrated = write([template, template]);
    expect(text(narrated)).toBe('【请填写：收入支出总体与上年相比的主要原因】。\n【请填写：收入支出总体与上年相比的主要原因】。');
    expect(narrated.gaps).toEqual([
      { id: '原因/收入支出总体/与上年相比', label: '收入支出总体与上年相比的主要原因', kind: 'ask', section: '第1节' },
    ]);
    expect(narrated.asks).toMatchObject([{ key: '原因/收入支出总体/与上年相比', sections: ['第1节', '第2节'], optional: false }]);
  });

  it('is printed as typed, without doubling the full stop', () => {
    expect(text(write([template], { '原因/收入支出总体/与上年相比': ' 多了\n一项。 ' }))).toBe('多了一项。');
  });

  it.each(['。', '，。', '——'])('is still a gap when it is only %s', (typed) => {
    expect(write([template], { '原因/收入支出总体/与上年相比': typed }).gaps).toHaveLength(1);
  });

  it('is not asked for where nothing changed', () => {
    const same = table('final-account-summary', { 'income-grand-total': { amount: '2.00' } }, { book: 'prior' });
    expect(text(write([template], {}, [same]))).toBe('与上年相比无变化。');
    expect(write([template], {}, [same]).gaps).toEqual([]);
    expect(text(write([template], { '原因/收入支出总体/与上年相比': '有增有减' }, [same]))).toBe('有增有减。');
  });

  it('is not asked for where the budget was kept', () => {
    const budget = "{{ '收入' | 差异原因: 总表.收入总计, 预算 }}";
    const templates = [`{% assign 预算 = '收入' | 年初预算 %}${budget}`];
    expect(text(write(templates, { '年初预算/收入': '2万元' }))).toBe('严格按照预算执行，预决算无差异');
    expect(write(templates, { '年初预算/收入': '3万元' }).gaps.map(({ id }) => id)).toEqual(['原因/收入/与预算相比']);
  });
});

describe('a typed number', () => {
  const cars = ["{% assign 车 = '资产/车辆' | 填报数: '辆' %}{{ 车 | 数量 }}"];
  const money = ["{% assign 钱 = '资产/原值' | 填报数: '万元' %}{{ 钱 | 金额 }}"];

  it('is printed in its unit', () => {
    expect(text(write(cars, { '事实/资产/车辆': 1200 }))).toBe('1,200辆');
    expect(text(write(cars, { '事实/资产/车辆': 0 }))).toBe('0辆');
    expect(text(write(money, { '事实/资产/原值': 4200.24 }))).toBe('4,200.24万元');
    expect(text(write(money, { '事实/资产/原值': '42,002,400元' }))).toBe('4,200.24万元');
  });

  it('is not guessed out of words or another unit', () => {
    expect(text(write(cars, { '事实/资产/车辆': '十七' }))).toBe('【补充资料!C2 的“十七”不是数】');
    expect(text(write(cars, { '事实/资产/车辆': '17万元' }))).toBe('【补充资料!C2 的单位应为辆】');
    expect(text(write(cars))).toBe('【请填写：车辆（辆）】');
  });

  it('stands in for a table’s amount when somebody types it', () => {
    const template = ["{% assign 钱 = '机关运行/经费' | 填报数: '万元', 总表.收入总计 %}{{ 钱 | 金额 }}，{{ 钱 | 同比 }}"];
    expect(text(write(template))).toBe('2.00万元，增加1.00万元，增长100.00%');
    expect(write(template).gaps).toEqual([]);
    const typed = write(template, { '事实/机关运行/经费': 5, '上年/事实/机关运行/经费': 4 });
    expect(text(typed)).toBe('5.00万元，增加1.00万元，增长25.00%');
  });

  it('adds up, and is missing when a part is', () => {
    const template = [
      "{% assign 甲 = '人/甲' | 填报数: '人' %}{% assign 乙 = '人/乙' | 填报数: '人' %}{% assign 共 = 甲 | 合计: 乙 %}{{ 共 | 数量 }}",
    ];
    expect(text(write(template, { '事实/人/甲': 55, '事实/人/乙': 52 }))).toBe('107人');
    expect(text(write(template, { '事实/人/甲': 55 }))).toBe('【待计算】');
  });
});

describe('last year', () => {
  const alone = (facts: Readonly<Record<string, string | number>>, tables: readonly Table[] = [now]): Narrative =>
    narrate(accounts(tables, { facts }), narrative('{{ 总表.收入总计 | 同比 }}'));

  it('is asked for where there is no table of it', () => {
    expect(alone({}).gaps.map(({ id, label }) => [id, label])).toEqual([['上年/公开01/收入总计', '上年收入总计（公开01）（万元）']]);
    expect(text(alone({ '上年/公开01/收入总计': 1 }))).toBe('增加1.00万元，增长100.00%');
  });

  it('lists items that had money only then, from the typed lines, and knows when some are missing', () => {
    const items = table('general-budget-expenditure', { total: { total: '3' }, 201: { total: '3' }, 2010301: { total: '3' } });
    const list = narrative('{% for 项 in 一般公共预算表.各项 %}{{ 项.编码 }}{{ 项.支出 | 同比 }}；{% endfor %}');
    const typed = { '上年/公开05/2010301/支出': 2, '上年/公开05/支出合计': 5 };
    const missing = narrate(accounts([items], { facts: typed }), list);
    expect(text(missing)).toContain('上年各项之和与上年合计不符');
    const complete = narrate(accounts([items], { facts: { ...typed, '上年/公开05/2150517/支出': 3 } }), list);
    expect(text(complete)).toBe('2010301增加1.00万元，增长50.00%；2150517减少3.00万元，下降100.00%；');
  });
});

describe('the lines of 补充资料', () => {
  it('answer by section and item when their keys are gone', () => {
    const sheet = sheetFromRows('补充资料', [
      ['章节', '事项', '内容'],
      ['第1节', '收入支出总体与上年相比的主要原因', '多了一项'],
    ]);
    const facts = readFacts({ name: 'b', sheets: [sheet], date1904: false });
    const narrated = narrate({ ...accounts([now], { prior: [before] }), facts }, narrative("{{ '收入支出总体' | 原因: 总表.收入总计 }}"));
    expect(text(narrated)).toBe('多了一项');
  });

  it('are never printed when they hold an error', () => {
    const sheet = sheetFromRows('补充资料', [
      ['章节', '事项', '内容', '标识'],
      ['', '', { value: { error: '#N/A' } }, '事实/甲/乙'],
    ]);
    const facts = readFacts({ name: 'b', sheets: [sheet], date1904: false });
    const narrated = narrate({ ...accounts([now]), facts }, narrative("{{ '甲/乙' | 事实 }}"));
    expect(text(narrated)).toBe('【补充资料!C2 的“#N/A”不能使用】');
  });
});

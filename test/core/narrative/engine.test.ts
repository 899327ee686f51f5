/** Templates: what they may say, how their slips are reported, and that nothing typed or printed can pass for something else. */
import { describe, expect, it } from 'vitest';
import { narrate } from '../../../src/core/narrative/narrate.ts';
import { type Narrative, textOf } from '../../../src/core/narrative/narrative.ts';
import { defineNarrative, type NarrativeProfile, USUAL_CONVENTIONS } from '../../../src/core/narrative/profile.ts';
import { TemplateError } from '../../../src/core/narrative/template-error.ts';
import { accounts, table } from './tables.ts';

const summary = table('final-account-summary', {
  'income-grand-total': { amount: '1978.38' },
  'income-total': { amount: '1939.86' },
  'closing-balance': { amount: null },
});
const lastYear = table('final-account-summary', { 'income-grand-total': { amount: '1764.17' } }, { book: 'prior' });

function profile(template: string, heading = '一、总体'): NarrativeProfile {
  const sections = [{ id: 'overall', depth: 2, heading, template }];
  return { id: 'trial', name: { 'zh-CN': '试', en: 'trial' }, title: '{{单位}}{{年度}}年度', conventions: USUAL_CONVENTIONS, sections };
}

function write(template: string, facts: Readonly<Record<string, string | number>> = {}): Narrative {
  return narrate(accounts([summary], { prior: [lastYear], facts }), defineNarrative(profile(template)));
}

function lines(narrative: Narrative): readonly string[] {
  return narrative.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf));
}

function errorOf(run: () => unknown): TemplateError {
  try {
    run();
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a template', () => {
  it('keeps words, figures and directions apart', () => {
    const [paragraph] = write('收入{{ 总表.收入总计 | 金额 }}，比上年{{ 总表.收入总计 | 同比 }}。').sections[0]?.paragraphs ?? [];
    expect(paragraph?.spans.map(({ kind, text }) => [kind, text])).toEqual([
      ['words', '收入'],
      ['figure', '1,978.38万元'],
      ['words', '，比上年'],
      ['direction', '增加'],
      ['figure', '214.21万元'],
      ['words', '，'],
      ['direction', '增长'],
      ['figure', '12.14%'],
      ['words', '。'],
    ]);
  });

  it('breaks paragraphs at blank lines only, and leaves no line for a tag', () => {
    const text = '甲，\n  乙。\n\n{% if 总表.年末结转和结余.为零 %}\n丙\n{% endif %}\n。\n{% # 说明 %}\n\n\n丁';
    expect(lines(write(text))).toEqual(['甲，乙。', '丙。', '丁']);
  });

  it('fills title and headings', () => {
    const narrative = narrate(accounts([summary]), defineNarrative(profile('', '一、{{年度}}年')));
    expect([narrative.title, narrative.sections[0]?.heading]).toEqual(['某某局2023年度', '一、2023年']);
  });

  it('does not let typed text become a mark, a tag or a figure', () => {
    const evil = '\uE0000\uE001{{ 总表.收入总计 | 金额 }}{% if %}<b>';
    const [paragraph] = write("{{ 总表.收入总计 | 金额 }}{{ '甲/乙' | 事实 }}", { '事实/甲/乙': evil }).sections[0]?.paragraphs ?? [];
    expect(paragraph?.spans.map(({ kind, text }) => [kind, text])).toEqual([
      ['figure', '1,978.38万元'],
      ['fact', evil],
    ]);
  });

  it('does not let a name out of a table become a mark', () => {
    const items = table('general-budget-expenditure', { total: { total: '1' }, 201: { total: '1' } }, { labels: { 201: '\uE0000\uE001' } });
    const narrative = defineNarrative(profile('{% for 类 in 一般公共预算表.类 %}{{ 类.支出 | 金额 }}{{ 类.名称 }}{% endfor %}'));
    expect(lines(narrate(accounts([items]), narrative))).toEqual(['1.00万元\uE0000\uE001']);
  });

  it('gives nothing of JavaScript away', () => {
    for (const path of ['总表.constructor', '总表.__proto__', '总表.收入总计.toString', 'constructor']) {
      expect(() => write(`{{ ${path} }}`)).toThrow(TemplateError);
    }
  });
});

describe('a slip in a template', () => {
  it.each([
    ['甲\n乙{{ 总表.收入总计 | 万元 }}', 2, 2, '没有名为“万元”的过滤器'],
    ['甲\n\n{{ 总表.收入总汁 | 金额 }}', 3, 4, '没有名为“总表.收入总汁”的数据'],
    ['{{ 总帐.收入总计 | 金额 }}', 1, 4, '没有名为“总帐”的数据'],
    ['甲{{ 总表.收入总计 | plus: 1 }}', 1, 2, '没有名为“plus”的过滤器'],
    ['甲\n{% if 总表.缺表 %}乙', 2, 1, '没有结束标记'],
    ['甲{{ 总表.收入总计', 1, 2, '没有写完'],
    ['{% include "x" %}', 1, 1, '不能使用'],
    ['甲\n乙\uE000', 2, 2, '专用字符'],
  ])('is found when the wording is first wanted: %j', (text, line, column, words) => {
    const error = errorOf(() => defineNarrative(profile(text)).sections);
    expect([error.file, error.line, error.column]).toEqual(['trial/overall.liquid', line, column]);
    expect(error.explanation['zh-CN']).toContain(words);
    expect(error.explanation.en).not.toMatch(/[\u4e00-\u9fff]{6}/);
  });

  it('is found in a branch that is not taken', () => {
    expect(() => defineNarrative(profile('{% if 总表.缺表 %}{{ 总表.没有 | 金额 }}{% endif %}')).sections).toThrow(TemplateError);
  });

  it.each([
    ['甲\n{{ 总表.收入总计 }}', 2, '要说明怎样输出'],
    ["甲\n{{ '字' | 金额 }}", 2, '“金额”需要一个数'],
    ['甲\n{{ 总表.收入总计 | 占比 }}', 2, '“占比”需要一个数'],
    ['甲\n{{ 总表.收入总计 | 原因 }}', 2, '“原因”需要引号中的文字'],
    ['甲\n{{ 总表.缺表 }}', 2, '不能直接输出'],
    ['{% for 项 in 一般公共预算表.项 %}{{ 项.没有 }}{% endfor %}', 1, '没有名为'],
  ])('is found when it is written: %j', (text, line, words) => {
    const error = errorOf(() => write(text));
    expect(error.line).toBe(line);
    expect(error.explanation['zh-CN']).toContain(words);
  });

  it('cannot run for ever', () => {
    expect(errorOf(() => write('{% for 甲 in (1..100000000) %}{{ 甲 }}{% endfor %}')).explanation['zh-CN']).toContain('循环过多');
    expect(() => defineNarrative(profile('字'.repeat(300_000))).sections).toThrow(TemplateError);
  });
});

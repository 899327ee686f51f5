/** Shanghai's wording over the sample in the Shanghai layout: 年初预算 → 决算, 完成年初预算的x%, purpose and reason of each item. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Narrative } from '../../src/core/narrative/narrative.ts';
import { narrate } from '../../src/core/narrative/narrate.ts';
import { liveText } from '../../src/core/narrative/live-text.ts';
import { shanghai } from '../../src/narratives/shanghai/profile.ts';
import { accounts, table } from '../core/narrative/tables.ts';
import { AS_PUBLISHED, expectedOf, figuresOf, goldenOf, narrateSample, published, shanghaiSample, textIn } from './golden.ts';

const golden = goldenOf('shanghai');

describe('the narrative of the sample in the Shanghai layout', () => {
  let narrative: Narrative;
  beforeAll(async () => {
    narrative = await narrateSample(shanghai, golden, true);
  });

  it.each(AS_PUBLISHED)('prints the published figures of %s', (section) => {
    expect(figuresOf(narrative, section)).toEqual(expectedOf(published[section]));
  });

  it.each(Object.keys(golden.figures))('prints the expected figures of %s in their order', (section) => {
    expect(figuresOf(narrative, section)).toEqual(expectedOf(golden.figures[section]));
  });

  it('leaves nothing to fill', () => {
    expect(narrative.gaps).toEqual([]);
  });

  it('writes an item with its purpose, budget, final, rate and reason', () => {
    const [, first, second, , fourth] = textIn(narrative, 'general-budget-items').split('\n');
    expect(first).toBe(
      '1.一般公共服务支出(类)政府办公厅（室）及相关机构事务(款)行政运行(项)。主要用于科目2010301的日常开支。年初预算为900.00万元，支出决算为885.19万元，完成年初预算的98.35%。决算数小于年初预算数，主要原因是：追加或结余2010301。',
    );
    expect(second).toContain('完成年初预算的100.00%。决算数等于年初预算数');
    // Of a budget of 0 nothing can be completed.
    expect(fourth).toContain('年初预算为0.00万元，支出决算为1.26万元，年初预算未安排。决算数大于年初预算数');
  });

  it('has Shanghai’s order: tables second, 预算绩效 before 其他重要事项', () => {
    const heads = narrative.sections.map(({ heading }) => heading);
    expect(heads.filter((heading) => heading.startsWith('第'))).toEqual([
      '第一部分 单位概况',
      '第二部分 2023年度部门决算表',
      '第三部分 2023年度部门决算情况说明',
      '第四部分 名词解释',
    ]);
    expect(heads.filter((heading) => /^十/.test(heading))).toEqual(['十、预算绩效情况说明', '十一、其他重要事项的情况说明']);
  });
});

describe('Shanghai’s wording', () => {
  it('asks for the budget, the purpose and the reason of every item, and repeats no question in a sentence', async () => {
    const narrative = narrate(await shanghaiSample(), shanghai);
    const asked = narrative.gaps.map(({ id }) => id);
    expect(asked).toContain('用途/一般公共预算支出/2010301');
    expect(asked).toContain('年初预算/一般公共预算支出/2010301');
    expect(asked).toContain('原因/一般公共预算支出/2010301/与预算相比');
    expect(asked).toHaveLength(39);
    expect(textIn(narrative, 'general-budget-items')).toContain('完成年初预算的【待计算】。决算数【待比较】年初预算数');
  });

  it('writes the items of the government fund the same way', () => {
    const labels = { 212: '城乡社区支出', 21208: '土地出让收入安排的支出', 2120899: '其他支出' };
    const row = (total: string) => ({ opening: '1', income: '9', total, basic: '0', project: total, closing: '2' });
    const fund = table('government-fund', { total: row('8'), 212: row('8'), 21208: row('8'), 2120899: row('8') }, { labels });
    const facts = { '年初预算/政府性基金支出/2120899': 10, '用途/政府性基金支出/2120899': '道路维护。' };
    const narrative = narrate(accounts([fund], { facts }), shanghai);
    expect(textIn(narrative, 'government-fund')).toContain(
      '1.城乡社区支出(类)土地出让收入安排的支出(款)其他支出(项)。主要用于道路维护。年初预算为10.00万元，支出决算为8.00万元，完成年初预算的80.00%。决算数小于年初预算数，主要原因是：【请填写：2120899 其他支出与预算相比的主要原因】。',
    );
  });

  it('lets a living text choose between 大于, 小于 and 等于', async () => {
    const narrative = await narrateSample(shanghai, golden, true);
    const [paragraph] = narrative.sections.find(({ id }) => id === 'three-public-totals')?.paragraphs ?? [];
    expect(paragraph === undefined ? '' : liveText(paragraph)).toMatch(/IF\([^&]+>0,"大于",IF\([^&]+<0,"小于","等于"\)\)/);
  });
});

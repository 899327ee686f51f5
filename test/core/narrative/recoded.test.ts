/** Items with a new code (科目编码变更): the same whole name is the same item; the same name elsewhere is asked; what was typed decides. */
import { describe, expect, it } from 'vitest';
import { narrate } from '../../../src/core/narrative/narrate.ts';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import { defineNarrative, USUAL_CONVENTIONS } from '../../../src/core/narrative/profile.ts';
import type { TableSet } from '../../../src/core/tables/table-set.ts';
import { accounts, table } from './tables.ts';

const wording = defineNarrative({
  id: 'trial',
  name: { 'zh-CN': '试', en: 'trial' },
  title: '说明',
  conventions: USUAL_CONVENTIONS,
  sections: [
    {
      id: 'items',
      depth: 2,
      heading: '项',
      template: '{% for 项 in 一般公共预算表.各项 %}\n{{ 项.项 }}{{ 项.支出 | 金额 }}，{{ 项.支出 | 同比 }}；\n{% endfor %}',
    },
  ],
});

const LABELS = {
  '201': '一般公共服务支出',
  '20134': '统战事务',
  '20124': '统战事务',
  '2013404': '宗教事务',
  '2012404': '宗教事务',
  '20131': '党委事务',
  '2013104': '宗教事务',
};
const rows = (codes: Readonly<Record<string, string>>, book: 'current' | 'prior') =>
  table('general-budget-expenditure', Object.fromEntries(Object.entries(codes).map(([code, amount]) => [code, { total: amount }])), {
    book,
    labels: LABELS,
  });
const text = (set: TableSet): string =>
  narrate(set, wording)
    .sections.flatMap(({ paragraphs }) => paragraphs.map(textOf))
    .join('');

const now = rows({ '201': '5', '20134': '5', '2013404': '5' }, 'current');

describe('an item with a new code', () => {
  it('is compared with the one of the same 类, 款 and 项, which is not listed again', () => {
    const prior = [rows({ '201': '4', '20124': '4', '2012404': '4' }, 'prior')];
    expect(text(accounts([now], { prior }))).toBe('宗教事务5.00万元，增加1.00万元，增长25.00%；');
  });

  it('of the same name under another 款 is new, the other one gone, and the question is put', () => {
    const prior = [rows({ '201': '4', '20131': '4', '2013104': '4' }, 'prior')];
    const set = accounts([now], { prior });
    expect(text(set)).toBe('宗教事务5.00万元，增加5.00万元，增长100.00%；宗教事务0.00万元，减少4.00万元，下降100.00%；');
    const asked = narrate(set, wording).asks.find(({ key }) => key === '上年编码/2013404');
    expect(asked).toMatchObject({ optional: true });
    expect(asked?.label).toContain('2013104');
    expect(narrate(set, wording).gaps).toEqual([]);
  });

  it('is what was typed', () => {
    const prior = [rows({ '201': '4', '20131': '4', '2013104': '4' }, 'prior')];
    expect(text(accounts([now], { prior, facts: { '上年编码/2013404': '2013104' } }))).toBe('宗教事务5.00万元，增加1.00万元，增长25.00%；');
  });

  it('keeps to its own code where last year had it', () => {
    const prior = [rows({ '201': '9', '20134': '3', '2013404': '3', '20124': '6', '2012404': '6' }, 'prior')];
    expect(text(accounts([now], { prior }))).toBe(
      '宗教事务5.00万元，增加2.00万元，增长66.67%；宗教事务0.00万元，减少6.00万元，下降100.00%；',
    );
  });
});

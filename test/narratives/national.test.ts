/** The national wording over the sample in the Shanghai layout, and which wording accounts get when nobody chooses one. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Narrative, textOf } from '../../src/core/narrative/narrative.ts';
import { narrativeFor } from '../../src/engine.ts';
import { national } from '../../src/narratives/national/profile.ts';
import { accounts, table } from '../core/narrative/tables.ts';
import { AS_PUBLISHED, expectedOf, figuresOf, goldenOf, narrateSample, published, shanghaiSample, textIn } from './golden.ts';
import { writeRandom } from './random-departments.ts';

const golden = goldenOf('national');

describe('the national narrative of the sample', () => {
  let narrative: Narrative;
  beforeAll(async () => {
    narrative = await narrateSample(national, golden, false);
  });

  it.each(AS_PUBLISHED)('prints the published figures of %s', (section) => {
    expect(figuresOf(narrative, section)).toEqual(expectedOf(published[section]));
  });

  it.each(Object.keys(golden.figures))('prints the expected figures of %s in their order', (section) => {
    expect(figuresOf(narrative, section)).toEqual(expectedOf(golden.figures[section]));
  });

  it('leaves nothing to fill, and prints figures without separators', () => {
    expect(narrative.gaps).toEqual([]);
    expect(textIn(narrative, 'overall')).toContain('收入总计1978.38万元');
  });

  it('computes no rate on a base of 0 and says 持平 where nothing changed', () => {
    const text = textIn(narrative, 'three-public-totals');
    expect(text).toContain('与上年度相比，增加1.89万元（上年基数为0，不可比），');
    expect(text).toContain('与上年度持平，');
  });
});

describe('a year like the one before', () => {
  it('is 与上年持平, not 比上年持平, in every section', () => {
    const same = writeRandom(national, 5, '万元', 0).narrative;
    const texts = same.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf));
    expect(texts.filter((text) => /[比较]上年(?:度|决算)?持平/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.includes('机关运行经费支出')).join('')).toContain('万元，与上年持平，');
  });
});

describe('the wording of a workbook', () => {
  it('follows the department’s name before the layout of its tables', async () => {
    const shanghaiLayout = await shanghaiSample();
    const of = (department: string): string => narrativeFor({ ...shanghaiLayout, department }).id;
    expect(of('昌吉回族自治州人民政府办公室')).toBe('xinjiang');
    expect(of('新疆维吾尔自治区财政厅')).toBe('xinjiang');
    expect(of('上海市普陀区文化和旅游局')).toBe('shanghai');
    expect(of('某某局')).toBe('shanghai');
    expect(of('浙江省某某局')).toBe('national');
  });

  it('is the national one where neither says anything', () => {
    const plain = table('final-account-summary', { 'income-grand-total': { amount: '1' } });
    expect(narrativeFor(accounts([plain])).id).toBe('national');
    expect(narrativeFor({ ...accounts([plain]), department: '上海市某某局' }).id).toBe('shanghai');
  });
});

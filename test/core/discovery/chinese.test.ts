/** Chinese statements: code trees, 其中, 占比, 同比, 累计, 合并与抵销, two departments side by side. */
import { describe, expect, it } from 'vitest';
import { discoverRelations } from '../../../src/core/discovery/discover.ts';
import { findFaults } from '../../../src/core/discovery/find-faults.ts';
import { table, tell } from './table-text.ts';

const found = (text: string): readonly string[] => discoverRelations(table(text)).map(tell);

const CODES = `
  科目编码 | 科目名称 | 合计    | 基本支出 | 项目支出
  201      | 一般公共服务支出 | 1978.38 | 1503.17 | 475.21
  20103    | 政府办公厅及相关机构事务 | 1511.26 | 1203.17 | 308.09
  2010301  | 行政运行 | 1203.17 | 1203.17 |
  2010302  | 一般行政管理事务 | 308.09 |  | 308.09
  20106    | 财政事务 | 467.12 | 300.00 | 167.12
  2010601  | 行政运行 | 300.00 | 300.00 |
  2010607  | 信息化建设 | 167.12 |  | 167.12`;

describe('a code tree', () => {
  it('类 = Σ款, 款 = Σ项, told with its witness', () => {
    const relations = discoverRelations(table(CODES));
    const section = relations.find((one) => tell(one) === 'sum 1,2 = 2,2 5,2');
    expect(section?.witnesses).toContain('code');
    expect(relations.map(tell)).toContain('sum 2,2 = 3,2 4,2');
    expect(relations.map(tell)).toContain('sum 5,2 = 6,2 7,2');
    expect(relations.map(tell)).toContain('sum 1,2 = 1,3 1,4');
  });

  it('names the wrong cell where row and column break', () => {
    const grid = table(CODES.replace('308.09 |  | 308.09', '3080.9 |  | 308.09'));
    const [fault] = findFaults(grid);
    expect(fault).toMatchObject({ cell: [4, 2], slip: 'power-of-ten' });
    expect(fault?.repair).toBeCloseTo(308.09, 6);
  });
});

describe('其中', () => {
  it('does not count twice', () => {
    const relations = found(`
      项目         | 2022年 | 2023年 | 2024年
      流动资产     | 5217.4 | 6011.9 | 6630.2
      其中：货币资金 | 1803.6 | 2117.5 | 1990.8
      固定资产     | 8312.7 | 8544.1 | 9020.6
      无形资产     | 911.3  | 873.8  | 1012.4
      资产总计     | 14441.4 | 15429.8 | 16663.2`);
    expect(relations).toContain('sum 5,1 = 1,1 3,1 4,1');
    expect(relations.filter((one) => one.startsWith('sum 5,1'))).toHaveLength(1);
  });
});

describe('columns', () => {
  it('占比, 同比, 累计', () => {
    const relations = found(`
      项目 | 本月数 | 本年累计 | 上年累计 | 同比增长 | 占比
      税收 | 4127.3 | 37551.8 | 34980.2 | 7.35%  | 70.52%
      收费 | 911.8  | 8203.4  | 8811.9  | -6.91% | 15.41%
      罚没 | 377.2  | 2914.5  | 2550.6  | 14.27% | 5.47%
      其他 | 511.9  | 4580.1  | 4417.7  | 3.68%  | 8.60%
      合计 | 5928.2 | 53249.8 | 50760.4 | 4.90%  | 100.00%`);
    expect(relations).toContain('relative-change 1,4 = 1,3 1,2');
    expect(relations).toContain('division 2,5 = 2,2 5,2');
    expect(relations).toContain('sum 5,2 = 1,2 2,2 3,2 4,2');
    expect(relations.filter((one) => one.startsWith('sum 5,4'))).toEqual([]);
  });

  it('合并 = 各公司合计 − 抵销', () => {
    const relations = found(`
      项目     | 母公司 | 甲公司 | 乙公司 | 抵销数  | 合并数
      营业收入 | 81207  | 23119  | 17553  | -9021   | 112858
      营业成本 | 60331  | 15872  | 12094  | -8877   | 79420
      管理费用 | 7113   | 2219   | 1846   | -132    | 11046
      财务费用 | 1957   | 611    | 417    | -77     | 2908`);
    expect(relations).toContain('sum 1,5 = 1,1 1,2 1,3 1,4');
    expect(relations).toContain('sum 4,5 = 4,1 4,2 4,3 4,4');
  });

  it('two departments side by side, with one total row each', () => {
    const relations = found(`
      甲部门 | 上年  | 本年  |  | 乙部门 | 上年  | 本年
      工资   | 3127  | 3411  |  | 工资   | 5203  | 5519
      差旅   | 811   | 773   |  | 差旅   | 1402  | 1290
      会议   | 259   | 301   |  | 会议   | 677   | 742
      合计   | 4197  | 4485  |  | 合计   | 7282  | 7551`);
    expect(relations).toContain('sum 4,1 = 1,1 2,1 3,1');
    expect(relations).toContain('sum 4,6 = 1,6 2,6 3,6');
    expect(relations.every((one) => one.startsWith('sum 4,'))).toBe(true);
  });
});

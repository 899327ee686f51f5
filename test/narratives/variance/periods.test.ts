/** Which columns are compared (比较的两期): by their headings alone, and none where these leave a doubt. */
import { describe, expect, it } from 'vitest';
import { choosePair } from '../../../src/core/variance/pair.ts';
import { periodOf } from '../../../src/core/variance/period.ts';

/** «current | prior», or undefined where nothing is compared. */
function chosen(...headings: readonly string[]): string | undefined {
  const columns = headings.flatMap((heading, column) => {
    const period = periodOf(heading);
    return period === undefined ? [] : [{ column, period }];
  });
  const pair = choosePair(columns);
  return 'current' in pair ? `${pair.current.period.label} | ${pair.prior.period.label}` : undefined;
}

describe('the two periods', () => {
  it.each([
    [['本年数', '上年数', '增减额', '增减率'], '本年数 | 上年数'],
    [['上期金额', '本期金额'], '本期金额 | 上期金额'],
    [['本年累计', '上年同期'], '本年累计 | 上年同期'],
    [['2023年', '2024年'], '2024年 | 2023年'],
    [['2024年1-6月', '2023年1-6月'], '2024年1-6月 | 2023年1-6月'],
    [['预算数', '决算数', '执行率'], '决算数 | 预算数'],
    [['2024年预算数', '2024年执行数'], '2024年执行数 | 2024年预算数'],
    [['2023年执行数', '2024年预算数'], '2024年预算数 | 2023年执行数'],
    [['期末余额', '上年年末余额'], '期末余额 | 上年年末余额'],
    [['期初余额', '本期增加', '本期减少', '期末余额'], '期末余额 | 期初余额'],
    [['2021', '2022', '2023'], '2023 | 2022'],
    [['2023A', '2024A', '2025E'], '2024A | 2023A'],
    [['FY2024', 'FY2023', 'Change %'], 'FY2024 | FY2023'],
    [['Q1', 'Q2', 'Q3', 'Total'], 'Q3 | Q2'],
    [['Q4 2023', 'Q1 2024'], 'Q1 2024 | Q4 2023'],
    [['2022/23', '2023/24'], '2023/24 | 2022/23'],
    [['31 Dec 2024', '31 Dec 2023'], '31 Dec 2024 | 31 Dec 2023'],
    [['Dec-24', 'Nov-24'], 'Dec-24 | Nov-24'],
    [['1月', '2月', '3月', '一季度'], '3月 | 2月'],
    [['Current year', 'Prior year'], 'Current year | Prior year'],
    [['Budget', 'Actual', 'Variance'], 'Actual | Budget'],
  ])('of %j are %s', (headings, expected) => {
    expect(chosen(...headings)).toBe(expected);
  });

  it.each([
    [['年初预算数', '调整预算数', '决算数']],
    [['本年预算数', '本年决算数', '上年决算数']],
    [['年初预算数', '调整预算数']],
    [['2024年收入', '2023年支出']],
    [['2024年收入', '2023年收入', '2024年支出', '2023年支出']],
    [['2024年 预算数', '决算数', '2023年 预算数', '决算数']],
    [['本期金额', '上期金额', '本年累计', '上年累计']],
    [['2024年', '2024年']],
    [['本年数（2023年）', '上年数（2024年）']],
    [['December 31', 'March 31']],
    [['2024年']],
    [['增减额', '增减率']],
    [['2024年增长率', '2023年增长率']],
    [['2024年占比', '2023年占比']],
    [['东区', '西区']],
  ])('of %j are not clear', (headings) => {
    expect(chosen(...headings)).toBeUndefined();
  });
});

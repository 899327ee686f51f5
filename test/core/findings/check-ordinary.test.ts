/** Findings in ordinary tables as they are told: the columns by their headings, and every wrong row of a long list. */
import { describe, expect, it } from 'vitest';
import { loadAccounts, openWorkbook, reviewWorkbook } from '../../../src/engine.ts';
import { noise } from '../discovery/table-text.ts';

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];

/** Three hundred lines of four quarters, the year and a grand total; `slips` are added to the year's figure by line, the grand total is right. */
function list(slips: ReadonlyMap<number, number>): string {
  const random = noise(11);
  const totals = new Array<number>(QUARTERS.length + 1).fill(0);
  const lines = Array.from({ length: 300 }, (_, k) => {
    const figures = QUARTERS.map(() => 1900 + Math.floor(random() * 6000));
    const year = figures.reduce((sum, figure) => sum + figure, 0);
    [...figures, year].forEach((figure, column) => (totals[column] = (totals[column] ?? 0) + figure));
    return [`项目${k + 1}`, ...figures, year + (slips.get(k) ?? 0)].join(',');
  });
  return [['项目', ...QUARTERS, '全年合计'].join(','), ...lines, ['合计', ...totals].join(',')].join('\n');
}

async function findingsIn(text: string) {
  const workbook = await openWorkbook(new TextEncoder().encode(text), 'list.csv');
  return reviewWorkbook(loadAccounts(workbook)).ordinary.flatMap(({ findings }) => findings);
}

describe('a list of three hundred lines', () => {
  it('is sound', async () => {
    expect(await findingsIn(list(new Map()))).toEqual([]);
  });

  it('tells of every wrong total, though the sum of so many whole numbers might be off by as much', async () => {
    const slips = new Map(
      [4, 31, 77, 90, 118, 150, 163, 201, 222, 239, 260, 288].map((line, k) => [line, [100, 9, 1000, -90][k % 4] ?? 0]),
    );
    const findings = await findingsIn(list(slips));
    expect(new Set(findings.map(({ cell }) => `${cell.row},${cell.column}`))).toEqual(
      new Set([...slips.keys()].map((line) => `${line + 1},5`)),
    );
  });

  it('names the quarters, and never takes an amount such as 1993 for a year', async () => {
    const findings = await findingsIn(list(new Map([[250, 3000]])));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message['zh-CN']).toContain('全年合计 = 一季度 + 二季度 + 三季度 + 四季度');
  });
});

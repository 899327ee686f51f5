/** Sound workbooks of more than a hundred kinds (正确的账表), each made for six offices or a dozen with their own figures, formats and habits: nothing in them is wrong, so nothing is said. */
import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../src/core/workbook/address.ts';
import { loadAccounts, reviewWorkbook } from '../../src/engine.ts';
import { MORE_SOUND_BOOKS, SOUND_BOOKS } from '../workbooks/sound/index.ts';
import { Office } from '../workbooks/sound/page.ts';

/** Every number format, with formulas and with typed totals. */
const OFFICES: readonly number[] = Array.from({ length: 12 }, (_, k) => k + 1);
/** Every number format, with formulas or with typed totals. */
const FEW_OFFICES: readonly number[] = [1, 3, 5, 6, 8, 10];
/** Books in which nothing is seen to add up. */
const WITHOUT_SUMS = [
  'directory',
  'minimumWages',
  'emptyForm',
  'bankReconciliation',
  'filtered',
  'priceIndex',
  'cumulativePeriods',
  'newestFirst',
];

const KINDS = [
  ...Object.entries(SOUND_BOOKS).map((kind) => [...kind, OFFICES] as const),
  ...Object.entries(MORE_SOUND_BOOKS).map((kind) => [...kind, FEW_OFFICES] as const),
];

describe.each(KINDS)('%s', (name, make, offices) => {
  it('gives no error and no warning', () => {
    const alarms: string[] = [];
    let seen = 0;
    for (const seed of offices) {
      const workbook = { name: `${name}.xlsx`, sheets: make(new Office(seed)).map((page) => page.toSheet()), date1904: false };
      const { accounts, ordinary } = reviewWorkbook(loadAccounts(workbook));
      const findings = [...accounts, ...ordinary].flatMap((review) => review.findings).filter(({ severity }) => severity !== 'info');
      alarms.push(...findings.map(({ cell, message }) => `office ${seed}, ${cell.sheet}!${cellAddress(cell)}: ${message['zh-CN']}`));
      seen += [...accounts, ...ordinary].reduce((all, { tally }) => all + tally.total, 0);
    }
    expect(alarms).toEqual([]);
    if (!WITHOUT_SUMS.includes(name)) expect(seen).toBeGreaterThan(0);
  });
});

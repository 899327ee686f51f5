/** Faults put into sound accounts are found, named by their cell, and kept apart: rates over a fixed sample of some hundreds. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/catalog.ts';
import { checkAccounts } from '../../src/core/findings/check-accounts.ts';
import type { Finding } from '../../src/core/findings/finding.ts';
import type { TableSet } from '../../src/core/tables/table-set.ts';
import { refKey } from '../../src/core/workbook/address.ts';
import { between, pick, seededRandom } from '../support/final-accounts/index.ts';
import { figureIn, printed, readAccounts, withoutRows, withValues } from '../support/tables.ts';
import { soundDepartment } from './departments.ts';
import { isCrossed, seedFault } from './faults.ts';

const arithmetic = checks.filter(({ id }) => id !== 'code-names');
const T5 = 'general-budget-expenditure';

function accountsFor(seed: number, items: number): TableSet {
  return readAccounts(soundDepartment({ seed, items, projectForms: seed % 4 === 0 ? 1 : 0 }), {
    layout: seed % 2 === 1 ? 'national' : 'shanghai',
    unit: seed % 3 === 0 ? '元' : '万元',
  });
}

function findingsIn(accounts: TableSet): readonly Finding[] {
  return checkAccounts(accounts, arithmetic).findings;
}

function firstSuspects(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ suspects }) => (suspects[0] === undefined ? '' : refKey(suspects[0].figure.ref)));
}

describe('one wrong cell', () => {
  it('is found, and named first where a row and a column break', () => {
    const count = { seeded: 0, found: 0, one: 0, named: 0, listed: 0, crossed: 0, crossedNamed: 0, repaired: 0 };
    for (let seed = 1; seed <= 330; seed += 1) {
      const fault = seedFault(seededRandom(seed * 7919), accountsFor(seed, 1 + (seed % 35)), arithmetic);
      if (fault === undefined) continue;
      const findings = findingsIn(fault.accounts);
      const cell = refKey(figureIn(fault.accounts, fault.key).ref);
      const named = firstSuspects(findings).includes(cell);
      const own = findings.flatMap(({ suspects }) => suspects).find(({ figure }) => refKey(figure.ref) === cell);
      count.seeded += 1;
      count.found += Number(findings.length > 0);
      count.one += Number(findings.length === 1);
      count.named += Number(named);
      count.listed += Number(own !== undefined);
      count.repaired += Number(named && own?.repair != null && own.repair.div(own.figure.unit.scale).minus(fault.from).abs().lte('0.03'));
      if (isCrossed(fault)) {
        count.crossed += 1;
        count.crossedNamed += Number(named);
      }
    }
    console.log(
      `one wrong cell: ${JSON.stringify(count)}; crossed named first: ${((100 * count.crossedNamed) / count.crossed).toFixed(1)}%`,
    );
    expect(count.seeded).toBeGreaterThan(300);
    expect(count.found).toBe(count.seeded);
    expect(count.one).toBe(count.seeded);
    expect(count.crossed).toBeGreaterThan(250);
    expect(count.crossedNamed / count.crossed).toBeGreaterThanOrEqual(0.9);
    expect(count.repaired / count.named).toBeGreaterThanOrEqual(0.95);
  });
});

describe('several faults', () => {
  it('stay as many findings', () => {
    let pairs = 0;
    let apart = 0;
    for (let seed = 1; seed <= 90; seed += 1) {
      const random = seededRandom(seed * 104_729);
      const first = seedFault(random, accountsFor(seed, 8 + (seed % 30)), arithmetic);
      const second = first === undefined || !isCrossed(first) ? undefined : seedFault(random, first.accounts, arithmetic);
      if (first === undefined || second === undefined || !isCrossed(second) || second.key === first.key) continue;
      pairs += 1;
      const findings = findingsIn(second.accounts);
      const suspects = firstSuspects(findings);
      const both = [first, second].every(({ key }) => suspects.includes(refKey(figureIn(second.accounts, key).ref)));
      apart += Number(findings.length === 2 && both);
    }
    console.log(`two faults kept apart: ${apart} of ${pairs}`);
    expect(pairs).toBeGreaterThan(40);
    expect(apart / pairs).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a paste shifted by one row', () => {
  it('is one finding', () => {
    let seeded = 0;
    let one = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed * 31);
      const accounts = accountsFor(seed, 12 + (seed % 24));
      const rows = accounts.tables.find(({ statement }) => statement === T5)?.rows.filter(({ code }) => code !== undefined) ?? [];
      const length = between(random, 5, rows.length - 2);
      const from = between(random, 0, rows.length - length - 1);
      const values: Record<string, ReturnType<typeof printed>> = {};
      for (const column of seed % 2 === 0 ? ['basic'] : ['total', 'basic', 'project']) {
        for (let index = from; index < from + length; index += 1)
          values[`${T5}/${rows[index + 1]!.key}/${column}`] = printed(accounts, `${T5}/${rows[index]!.key}/${column}`);
      }
      const changed = Object.entries(values).filter(([key, value]) => !printed(accounts, key).eq(value)).length;
      if (changed < 4) continue;
      seeded += 1;
      const findings = findingsIn(withValues(accounts, values));
      one += Number(findings.length === 1 && findings[0]?.suspects[0]?.slip === 'shifted-block');
    }
    console.log(`shifted pastes as one finding: ${one} of ${seeded}`);
    expect(seeded).toBeGreaterThan(40);
    expect(one / seeded).toBeGreaterThanOrEqual(0.95);
  });
});

describe('whole rows and columns', () => {
  it('names a row that another table has', () => {
    let seeded = 0;
    let named = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed * 17);
      const accounts = accountsFor(seed, 12 + (seed % 24));
      const rows = accounts.tables.find(({ statement }) => statement === T5)?.rows ?? [];
      // An only child takes its level with it: that is the check of names to say.
      const leaves = rows.filter(
        ({ code }) =>
          code?.length === 7 && rows.filter((row) => row.code?.length === 7 && row.code.startsWith(code.slice(0, 5))).length > 1,
      );
      if (leaves.length === 0) continue;
      const { key } = pick(random, leaves);
      if (printed(accounts, `${T5}/${key}/total`).lt('0.5')) continue;
      seeded += 1;
      const findings = findingsIn(withoutRows(accounts, T5, [key]));
      named += Number(findings.length === 1 && findings[0]?.suspects[0]?.slip === 'missing-row');
    }
    console.log(`dropped rows named: ${named} of ${seeded}`);
    expect(seeded).toBeGreaterThan(25);
    expect(named / seeded).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ['a column', ['basic']],
    ['a table', ['total', 'basic', 'project']],
  ] as const)('sees %s typed in 元 as one slip', (_, columns) => {
    let one = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const accounts = readAccounts(soundDepartment({ seed, items: 20 }));
      const keys =
        accounts.tables
          .find(({ statement }) => statement === T5)
          ?.rows.flatMap(({ key }) => columns.map((column) => `${T5}/${key}/${column}`)) ?? [];
      const findings = findingsIn(withValues(accounts, Object.fromEntries(keys.map((key) => [key, printed(accounts, key).times(10_000)]))));
      one += Number(findings.length === 1 && findings[0]?.suspects[0]?.slip === 'unit');
    }
    expect(one).toBe(20);
  });
});

/** Sound accounts are never reported, in 元 and in 万元 (half-up, each cell by itself), whatever the size and the layout. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/catalog.ts';
import { checkAccounts } from '../../src/core/findings/check-accounts.ts';
import { readAccounts, withoutTables } from '../support/tables.ts';
import { soundDepartment } from './departments.ts';

// The random departments make up names for real codes.
const arithmetic = checks.filter(({ id }) => id !== 'code-names');

describe('sound accounts', () => {
  it.each(['元', '万元'] as const)('in %s break nothing', (unit) => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1_000_000 }),
          items: fc.integer({ min: 0, max: 60 }),
          projectForms: fc.integer({ min: 0, max: 3 }),
          layout: fc.constantFrom('national' as const, 'shanghai' as const),
        }),
        ({ layout, ...size }) => {
          const { findings, tally } = checkAccounts(readAccounts(soundDepartment(size), { layout, unit }), arithmetic);
          expect(findings.map(({ message }) => message['zh-CN'])).toEqual([]);
          expect(tally).toMatchObject({ broken: 0, notJudged: 0 });
          // In 元 nothing of the nine tables was rounded; the forms are always in 万元.
          if (unit === '元' && size.projectForms === 0) expect(tally.withinRounding).toBe(0);
        },
      ),
      { numRuns: 120, seed: 20_231 },
    );
  });

  it('stay silent at the size of a province', () => {
    const { findings, tally } = checkAccounts(readAccounts(soundDepartment({ seed: 77, items: 900 })), arithmetic);
    expect(findings).toEqual([]);
    expect(tally.total).toBeGreaterThan(10_000);
  });
});

describe('accounts of which some is missing', () => {
  it('break nothing: what is not there is not judged', () => {
    const statements = [
      'final-account-summary',
      'income',
      'expenditure',
      'fiscal-appropriation-summary',
      'general-budget-expenditure',
      'general-budget-basic-expenditure',
      'three-public-expenses',
      'government-fund',
      'state-capital',
      'department-self-evaluation',
      'project-self-evaluation',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.subarray(statements),
        fc.subarray(['total', 'basic', 'project', 'amount', 'fiscal', 'opening', 'closing', 'state-capital', 'general']),
        (seed, missing, columns) => {
          const accounts = withoutTables(readAccounts(soundDepartment({ seed, items: 15, projectForms: 1 })), missing);
          const thinned = accounts.tables.map((table) => ({
            ...table,
            columns: table.columns.filter(({ key }) => !columns.includes(key)),
            figures: new Map(
              [...table.figures].map(([row, figures]) => [row, new Map([...figures].filter(([key]) => !columns.includes(key)))] as const),
            ),
          }));
          expect(checkAccounts({ ...accounts, tables: thinned }, arithmetic).findings.map(({ message }) => message['zh-CN'])).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});
